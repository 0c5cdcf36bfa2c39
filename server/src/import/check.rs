//! Everything a file of services and tasks must be.

use std::collections::{BTreeMap, BTreeSet};

use app::walk::{AttemptMode, Limit, Situation, Step, Task, Text};
use serde_json::Value;

use super::{
    Offer, Wrongs,
    field::{Fields, Name, same},
};
use crate::store::Service;

const MOST_STEPS: usize = 30;
const MOST_SITUATIONS: usize = 20;
/// The longest name, explanation and story, in letters.
const NAME: usize = 120;
const SENTENCES: usize = 600;
const STORY: usize = 2000;
const LONGEST_URL: usize = 1000;

const SERVICES: Name = same("services");
const TASKS: Name = same("tasks");
const STEPS: Name = same("steps");
const SITUATIONS: Name = same("situations");
const SERVICE: Name = same("service");
const SERVICE_ID: Name = Name {
    json: "id",
    column: "service",
};
const SERVICE_NAME: Name = Name {
    json: "name",
    column: "service_name",
};
const TASK_ID: Name = Name {
    json: "id",
    column: "task",
};
const TASK_NAME: Name = Name {
    json: "name",
    column: "task_name",
};
const STEP_NAME: Name = Name {
    json: "name",
    column: "step_name",
};
const STEP_SHORT: Name = Name {
    json: "short",
    column: "step_short",
};
const STEP_HINT: Name = Name {
    json: "hint",
    column: "step_hint",
};
const MODE: Name = same("mode");
const STOP_BEFORE: Name = same("stop_before");
const URL: Name = same("url");

const TASK_FIELDS: [&str; 11] = [
    "id",
    "service",
    "name",
    "about_minutes",
    "mode",
    "stop_before",
    "worked_if",
    "url",
    "lgsl",
    "steps",
    "situations",
];

/// Checks all of it; `wrongs` are what was found before.
pub(super) fn check(file: &Value, mut wrongs: Wrongs) -> Result<Offer, Wrongs> {
    let mut offer = Offer {
        services: Vec::new(),
        tasks: Vec::new(),
    };
    if let Some(mut fields) = Fields::of(file, "the file", &["services", "tasks"], &mut wrongs) {
        let (services, tasks) = (fields.list(SERVICES), fields.list(TASKS));
        if tasks.is_empty() {
            fields.wrong(TASKS, "is empty: there is nothing to take");
        }
        offer.services = all(services, "services", &mut wrongs, service);
        let names = by_id(&offer.services, &mut wrongs);
        offer.tasks = all(tasks, "tasks", &mut wrongs, |value, path, wrongs| {
            task(value, path, &names, wrongs)
        });
        only_once(
            "task",
            offer.tasks.iter().map(|task| task.id.as_str()),
            &mut wrongs,
        );
    }
    if wrongs.is_empty() {
        Ok(offer)
    } else {
        Err(once_each(wrongs))
    }
}

/// A table's row tells of its service and its task, so one slip can be found twice.
fn once_each(wrongs: Wrongs) -> Wrongs {
    let mut seen = BTreeSet::new();
    let mut wrongs = wrongs;
    wrongs.retain(|wrong| seen.insert(wrong.clone()));
    wrongs
}

fn all<T>(
    list: &[Value],
    path: &str,
    wrongs: &mut Wrongs,
    mut one: impl FnMut(&Value, &str, &mut Wrongs) -> Option<T>,
) -> Vec<T> {
    let numbered = list.iter().enumerate();
    numbered
        .filter_map(|(at, value)| one(value, &format!("{path}[{at}]"), wrongs))
        .collect()
}

fn by_id(services: &[Service], wrongs: &mut Wrongs) -> BTreeMap<String, Text> {
    only_once(
        "service",
        services.iter().map(|service| service.id.as_str()),
        wrongs,
    );
    services
        .iter()
        .map(|service| (service.id.clone(), service.name.clone()))
        .collect()
}

fn only_once<'a>(what: &str, ids: impl Iterator<Item = &'a str>, wrongs: &mut Wrongs) {
    let (mut seen, mut told) = (BTreeSet::new(), BTreeSet::new());
    for id in ids.filter(|id| !id.is_empty()) {
        if !seen.insert(id) && told.insert(id) {
            wrongs.push(format!("the {what} {id} is there more than once"));
        }
    }
}

fn service(value: &Value, path: &str, wrongs: &mut Wrongs) -> Option<Service> {
    let mut fields = Fields::of(value, path, &["id", "name"], wrongs)?;
    Some(Service {
        id: fields.id(SERVICE_ID),
        name: fields.said(SERVICE_NAME, NAME),
    })
}

fn task(
    value: &Value,
    path: &str,
    services: &BTreeMap<String, Text>,
    wrongs: &mut Wrongs,
) -> Option<Task> {
    let mut fields = Fields::of(value, path, &TASK_FIELDS, wrongs)?;
    let id = fields.id(TASK_ID);
    let service = fields.line(SERVICE, usize::MAX);
    if service.is_empty() {
        fields.wrong(SERVICE, "is missing");
    } else if !services.contains_key(&service) {
        fields.wrong(
            SERVICE,
            &format!("is \"{service}\", which is none of the file's services"),
        );
    }
    let mode = mode(&mut fields);
    let about = fields.number(same("about_minutes"), 1, 600);
    if about.is_none()
        && value
            .get("about_minutes")
            .is_none_or(|it| it.is_null() || it == "")
    {
        fields.wrong(same("about_minutes"), "is missing");
    }
    let (steps, situations) = (fields.list(STEPS), fields.list(SITUATIONS));
    if steps.is_empty() || steps.len() > MOST_STEPS {
        fields.wrong(STEPS, &format!("must be 1 to {MOST_STEPS}"));
    }
    if situations.len() > MOST_SITUATIONS {
        fields.wrong(SITUATIONS, &format!("must be {MOST_SITUATIONS} at most"));
    }
    let mut task = Task {
        name: fields.said(TASK_NAME, NAME),
        about_minutes: about
            .and_then(|about| u16::try_from(about).ok())
            .unwrap_or_default(),
        stop_before: stop_before(&mut fields, mode),
        mode: mode.unwrap_or(AttemptMode::StopBeforeSubmit),
        worked_if: fields.said(same("worked_if"), SENTENCES),
        url: url(&mut fields),
        lgsl: fields
            .number(same("lgsl"), 1, 99_999)
            .and_then(|id| u32::try_from(id).ok()),
        service_name: services.get(&service).cloned().unwrap_or_default(),
        id,
        service,
        steps: Vec::new(),
        situations: Vec::new(),
    };
    let place = fields.place();
    let wrongs = fields.wrongs();
    task.steps = all(steps, &format!("{place}.steps"), wrongs, step);
    task.situations = all(
        situations,
        &format!("{place}.situations"),
        wrongs,
        situation,
    );
    let ids = task
        .situations
        .iter()
        .map(|situation| situation.id.as_str());
    only_once(&format!("situation of {place}"), ids, wrongs);
    Some(task)
}

fn mode(fields: &mut Fields<'_, '_>) -> Option<AttemptMode> {
    let code = fields.line(MODE, NAME);
    let mode = AttemptMode::from_code(&code);
    if mode.is_none() {
        let codes: Vec<&str> = AttemptMode::ALL.iter().map(|mode| mode.code()).collect();
        fields.wrong(
            MODE,
            &format!("is \"{code}\"; it must be one of {}", codes.join(", ")),
        );
    }
    mode
}

fn stop_before(fields: &mut Fields<'_, '_>, mode: Option<AttemptMode>) -> Option<Text> {
    if mode == Some(AttemptMode::StopBeforeSubmit) {
        return Some(fields.said(STOP_BEFORE, NAME));
    }
    let text = fields.text(STOP_BEFORE, NAME);
    Some(text).filter(|text| *text != Text::default())
}

fn url(fields: &mut Fields<'_, '_>) -> Option<String> {
    let url = fields.line(URL, LONGEST_URL);
    let on_the_web = url.starts_with("https://") || url.starts_with("http://");
    if !url.is_empty() && (!on_the_web || url.contains(char::is_whitespace)) {
        fields.wrong(
            URL,
            "must begin with https:// or http:// and hold no spaces",
        );
    }
    Some(url).filter(|url| !url.is_empty())
}

fn step(value: &Value, path: &str, wrongs: &mut Wrongs) -> Option<Step> {
    let mut fields = Fields::of(value, path, &["name", "short", "hint", "hand_off"], wrongs)?;
    let name = fields.said(STEP_NAME, NAME);
    let short = fields.text(STEP_SHORT, 24);
    Some(Step {
        short: if short == Text::default() {
            first_words(&name)
        } else {
            short
        },
        hint: fields.text(STEP_HINT, SENTENCES),
        hand_off: Some(fields.line(same("hand_off"), NAME)).filter(|other| !other.is_empty()),
        name,
    })
}

/// A short name for a chart, when the file has none.
fn first_words(name: &Text) -> Text {
    let short = |text: &str| {
        text.split_whitespace()
            .next()
            .unwrap_or_default()
            .chars()
            .take(24)
            .collect()
    };
    Text {
        en: short(&name.en),
        cy: short(&name.cy),
    }
}

fn situation(value: &Value, path: &str, wrongs: &mut Wrongs) -> Option<Situation> {
    let mut fields = Fields::of(
        value,
        path,
        &["id", "title", "text", "question", "limits"],
        wrongs,
    )?;
    let mut limits = Vec::new();
    for value in fields.list(same("limits")) {
        match value.as_str().and_then(Limit::from_code) {
            Some(limit) => limits.push(limit),
            None => {
                let codes: Vec<&str> = Limit::ALL.iter().map(|limit| limit.code()).collect();
                fields.wrong(
                    same("limits"),
                    &format!("has {value}; they may be {}", codes.join(", ")),
                );
            }
        }
    }
    Some(Situation {
        id: fields.id(same("id")),
        title: fields.said(same("title"), NAME),
        text: fields.said(same("text"), STORY),
        question: fields.said(same("question"), SENTENCES),
        limits,
    })
}
