//! The organisations of the demonstration: what they offer, and their people.

use app::walk::{Task, Text};
use serde::Deserialize;
use serde_json::Value;

use crate::{
    store::{NewPerson, Organisation, Service},
    viewer::Roles,
};

const TASKS: &str = include_str!("../../demo/tasks.json");
const PEOPLE: &str = include_str!("../../demo/people.json");

/// The council whose year is told.
pub(super) const COUNCIL: &str = "aber";
/// The health board it hands over to.
pub(super) const NEIGHBOUR: &str = "cwm";

/// Everything but the history.
pub(super) struct Content {
    pub(super) organisations: Vec<Organisation>,
    pub(super) people: Vec<NewPerson>,
    tasks: Tasks,
}

impl Content {
    pub(super) fn read() -> Result<Self, serde_json::Error> {
        let people: People = serde_json::from_str(PEOPLE)?;
        Ok(Self {
            organisations: people.organisations.into_iter().map(organisation).collect(),
            people: people.people.into_iter().map(person).collect(),
            tasks: serde_json::from_str(TASKS)?,
        })
    }

    /// What an organisation offers.
    pub(super) fn tasks(
        &self,
        organisation: &str,
    ) -> Result<(Vec<Service>, Vec<Task>), serde_json::Error> {
        let own = self
            .tasks
            .tasks
            .iter()
            .filter(|task| task["organisation"] == organisation);
        let tasks: Vec<Task> = own
            .map(|task| self.task(task.clone()))
            .collect::<Result<_, _>>()?;
        let offered = |service: &&Named| tasks.iter().any(|task| task.service == service.id);
        let services = self.tasks.services.iter().filter(offered);
        let services = services
            .map(|named| Service {
                id: named.id.clone(),
                name: named.name.clone(),
            })
            .collect();
        Ok((services, tasks))
    }

    fn task(&self, mut task: Value) -> Result<Task, serde_json::Error> {
        let service = self
            .tasks
            .services
            .iter()
            .find(|service| task["service"] == service.id.as_str());
        task["service_name"] = serde_json::to_value(service.map(|service| &service.name))?;
        task["url"] = format!("/demo/service/{}", task["id"].as_str().unwrap_or_default()).into();
        serde_json::from_value(task)
    }
}

#[derive(Deserialize)]
struct Tasks {
    services: Vec<Named>,
    tasks: Vec<Value>,
}

#[derive(Deserialize)]
struct People {
    organisations: Vec<Named>,
    people: Vec<Person>,
}

#[derive(Deserialize)]
struct Named {
    id: String,
    name: Text,
}

#[derive(Deserialize)]
struct Person {
    id: String,
    organisation: String,
    name: String,
    title: Text,
    roles: Vec<String>,
    services: Vec<String>,
}

fn organisation(named: Named) -> Organisation {
    Organisation {
        id: named.id,
        name: named.name,
        time_zone: "Europe/London".to_owned(),
        demonstration: true,
    }
}

fn person(person: Person) -> NewPerson {
    NewPerson {
        id: person.id,
        organisation: person.organisation,
        name: person.name,
        title: person.title,
        roles: Roles::from_codes(&person.roles.join(",")),
        services: person.services,
    }
}
