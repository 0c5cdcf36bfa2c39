//! The demonstration.

use std::sync::Arc;

use serde::Serialize;

use super::{
    arguments::Demo,
    end::End,
    erase,
    place::{FILE, open_file, ready_folder},
    say,
    serve::{self, Called},
    stop::{Result, Stop},
};
use crate::{
    clock::Clock,
    demo::{self, SignIn},
    erasures::{self, Journal},
    routes,
    state::App,
};

/// What `--json` says.
#[derive(Serialize)]
struct Ready<'a> {
    url: &'a str,
    people: Vec<Person<'a>>,
}

#[derive(Serialize)]
struct Person<'a> {
    name: &'a str,
    role: &'a str,
    organisation: &'a str,
    sign_in: String,
}

pub(super) async fn demo(demo: Demo) -> Result<()> {
    let site = Arc::new(serve::built_site(&demo.listen)?);
    ready_folder(&demo.data)?;
    let listener = serve::listen(demo.listen.listen).await?;
    let file = demo.data.join(FILE);
    let now = Clock::system().now();
    demo::prepare(&file, now, |store, clock| {
        routes::router(App {
            clock,
            ..App::new(store, site.clone(), "http://127.0.0.1")
        })
    })
    .await?;
    let store = open_file(&file).await?;
    let journal = Journal::at(&demo.data.join(erasures::FILE));
    erase::replay(&store, Some(&journal)).await?;
    let people = demo::sign_ins(&store, now).await?;
    let app = serve::app(&demo.listen, store, site, &listener, Called::ByAddress)?;
    let end = End::heard()?;
    say(&if demo.json {
        one_line(&app, &people)?
    } else {
        for_people(&app, &people)
    })?;
    serve::until_asked_to_end(listener, app, Some(journal), end).await
}

fn one_line(app: &App, people: &[SignIn]) -> Result<String> {
    let people = people.iter().map(|person| Person {
        name: &person.name,
        role: person.role.code(),
        organisation: &person.organisation.en,
        sign_in: address(app, person),
    });
    let ready = Ready {
        url: &app.base_url,
        people: people.collect(),
    };
    let line = serde_json::to_string(&ready).map_err(|error| Stop::failed(error.to_string()))?;
    Ok(line + "\n")
}

fn for_people(app: &App, people: &[SignIn]) -> String {
    let mut text = format!(
        "Firsthand's demonstration is ready at {}\nSign in as (each address works once, for a day; start again for fresh ones):\n",
        app.base_url
    );
    for person in people {
        let who = format!(
            "{}, {}, {}",
            person.name,
            person.role.code(),
            person.organisation.en
        );
        text += &format!("  {who}\n    {}\n", address(app, person));
    }
    text
}

fn address(app: &App, person: &SignIn) -> String {
    format!("{}/invite/{}", app.base_url, person.token)
}
