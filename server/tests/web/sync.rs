//! The API: what it takes, what it answers, and that both are as it describes them.

use std::collections::BTreeSet;

use app::{
    walk::Fact,
    wire::{Briefing, SyncReply, SyncStatus, WalkLog},
};
use serde_json::{Value, json};
use server::routes::{description, table};

use crate::{House, phone::Phone, photos::picture};

#[tokio::test]
async fn sending_twice_stores_once_in_any_order() {
    let house = House::new().await;
    let (mut phone, _) = Phone::whole_walk(1);
    let first: SyncReply = house.sync("ann", phone.body()).await.json();
    assert_eq!(first.items.len(), phone.facts.len());
    assert!(
        first
            .items
            .iter()
            .all(|item| item.status == SyncStatus::Stored),
        "{first:?}"
    );
    let stored = house.contents().await;
    phone.facts.reverse();
    let again: SyncReply = house.sync("ann", phone.body()).await.json();
    assert!(
        again
            .items
            .iter()
            .all(|item| item.status == SyncStatus::Known),
        "{again:?}"
    );
    assert_eq!(house.contents().await, stored);
    let ids: Vec<_> = phone.facts.iter().map(|fact| Some(fact.id)).collect();
    assert_eq!(
        again.items.iter().map(|item| item.id).collect::<Vec<_>>(),
        ids,
        "in the order sent"
    );
}

#[tokio::test]
async fn the_briefing_is_sent_again_only_when_it_changed() {
    let house = House::new().await;
    let first = house.get("/api/v1/briefing").by("ann").send().await;
    let briefing: Briefing = first.json();
    assert_eq!(
        (briefing.me.name.as_str(), briefing.tasks.len()),
        ("Person ann", 1)
    );
    let etag = first.header("etag").to_owned();
    let again = house
        .get("/api/v1/briefing")
        .by("ann")
        .header("if-none-match", &etag)
        .send()
        .await;
    assert_eq!((again.status.as_u16(), again.bytes.len()), (304, 0));
    assert_eq!(again.header("cache-control"), "private, no-cache");
    let (phone, friction) = Phone::whole_walk(1);
    house.sync("ann", phone.body()).await;
    let seen = house
        .post(&format!("/team/friction/{friction}/seen"))
        .by("tom")
        .form("")
        .send()
        .await;
    assert_eq!(seen.status, 303);
    let news = house
        .get("/api/v1/briefing")
        .by("ann")
        .header("if-none-match", &etag)
        .send()
        .await;
    let news: Briefing = news.json();
    assert_eq!(news.seen.len(), 1);
    let others: Briefing = house.get("/api/v1/briefing").by("tom").send().await.json();
    assert!(
        others.tasks.is_empty() && others.seen.is_empty(),
        "tasks are for leaders"
    );
}

#[tokio::test]
async fn a_phone_that_lost_its_copy_gets_the_walk_back_as_it_was_sent() {
    let house = House::new().await;
    let (phone, _) = Phone::whole_walk(1);
    house.sync("ann", phone.body()).await;
    let log: WalkLog = house
        .get(&format!("/api/v1/walks/{}", phone.walk))
        .by("ann")
        .send()
        .await
        .json();
    let written = |facts: &[Fact]| {
        facts
            .iter()
            .map(|fact| json!(fact).to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(written(&log.facts), written(&phone.facts));
    for nowhere in [
        "/api/v1/walks/0197c0de-0000-7000-8000-000000000001",
        "/api/v1/walks/never",
    ] {
        assert_eq!(
            house.get(nowhere).by("ann").send().await.problem(),
            "not_found"
        );
    }
}

#[test]
fn every_address_of_the_api_is_described() {
    let described = serde_json::to_value(description()).expect("JSON");
    let paths = described["paths"].as_object().expect("paths");
    let told: BTreeSet<(String, String)> = paths
        .iter()
        .flat_map(|(path, methods)| {
            let methods = methods.as_object().expect("methods").keys();
            methods
                .map(|method| (method.to_uppercase(), path.clone()))
                .collect::<Vec<_>>()
        })
        .collect();
    let routes = table()
        .into_iter()
        .filter(|route| route.path.starts_with("/api/"));
    let routes = routes.map(|route| (route.method.to_string(), route.path.to_owned()));
    assert_eq!(told, routes.collect::<BTreeSet<_>>());
}

/// Real answers have every field the description requires, none it does not know, and of its type.
#[tokio::test]
async fn answers_are_as_described() {
    let house = House::new().await;
    let described: Value = house.get("/api/v1/openapi.json").send().await.json();
    let (mut phone, friction) = Phone::whole_walk(1);
    let photo = phone.shoot(friction, &picture());
    let reply: Value = house.sync("ann", phone.body()).await.json();
    let form = "text=Thank+you&id=0197c0de-0000-7000-8000-000000000001";
    house
        .post(&format!("/team/friction/{friction}/reply"))
        .by("tom")
        .form(form)
        .send()
        .await;
    let log: Value = house
        .get(&format!("/api/v1/walks/{}", phone.walk))
        .by("ann")
        .send()
        .await
        .json();
    let briefing: Value = house.get("/api/v1/briefing").by("ann").send().await.json();
    assert_eq!(briefing["replies"].as_array().map(Vec::len), Some(1));
    let photo: Value = house.put_photo("ann", photo, 0, &picture()).await.json();
    let problem: Value = house.get("/api/v1/briefing").send().await.json();
    let asked: Value = serde_json::from_str(&phone.body()).expect("JSON");
    for (name, value) in [
        ("SyncRequest", &asked),
        ("SyncReply", &reply),
        ("WalkLog", &log),
        ("Briefing", &briefing),
        ("Problem", &problem),
        ("PhotoReply", &photo),
    ] {
        let schema = json!({ "$ref": format!("#/components/schemas/{name}") });
        fits(&described, &schema, value, name);
    }
}

/// Checks a value against a schema, as far as our own schemas go.
fn fits(root: &Value, schema: &Value, value: &Value, at: &str) {
    if let Some(name) = schema["$ref"].as_str() {
        let target = root
            .pointer(&name[1..])
            .unwrap_or_else(|| panic!("{at}: no {name}"));
        return fits(root, target, value, at);
    }
    if let Some(any) = schema["oneOf"].as_array().or(schema["anyOf"].as_array()) {
        let null = |it: &&Value| it["type"] == "null";
        match value {
            Value::Null => assert!(any.iter().any(|it| null(&it)), "{at} may not be null"),
            value => fits(
                root,
                any.iter().find(|it| !null(it)).expect("a type"),
                value,
                at,
            ),
        }
        return;
    }
    if let Some(all) = schema["allOf"].as_array() {
        return all.iter().for_each(|it| fits(root, it, value, at));
    }
    assert!(
        of_type(&schema["type"], value),
        "{at}: {value} is not {}",
        schema["type"]
    );
    if let Some(codes) = schema["enum"].as_array() {
        assert!(codes.contains(value), "{at}: {value} is none of {codes:?}");
    }
    for (position, item) in value.as_array().into_iter().flatten().enumerate() {
        fits(root, &schema["items"], item, &format!("{at}[{position}]"));
    }
    let (Some(object), Some(properties)) = (value.as_object(), schema["properties"].as_object())
    else {
        return;
    };
    for needed in schema["required"].as_array().into_iter().flatten() {
        assert!(
            object.contains_key(needed.as_str().expect("a name")),
            "{at} has no {needed}"
        );
    }
    for (key, value) in object {
        let schema = properties
            .get(key)
            .unwrap_or_else(|| panic!("{at}.{key} is not described"));
        fits(root, schema, value, &format!("{at}.{key}"));
    }
}

fn of_type(described: &Value, value: &Value) -> bool {
    let fits = |kind: &str| match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => false,
    };
    match described {
        Value::Array(kinds) => kinds
            .iter()
            .any(|kind| fits(kind.as_str().unwrap_or_default())),
        Value::String(kind) => fits(kind),
        _ => true,
    }
}
