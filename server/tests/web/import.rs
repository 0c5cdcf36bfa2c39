//! Files of services and tasks: what is right is read whole, what is wrong is told with its place.

use app::walk::{AttemptMode, Limit};
use serde_json::{Value, json};
use server::import::{from_csv, from_json};

fn good() -> Value {
    json!({
        "services": [{ "id": "waste", "name": { "en": "Bins", "cy": "Biniau" } }],
        "tasks": [{
            "id": "missed-bin",
            "service": "waste",
            "name": { "en": "Report a missed bin" },
            "about_minutes": 8,
            "mode": "stop_before_submit",
            "stop_before": { "en": "Send" },
            "worked_if": { "cy": "ydych yn gwybod pryd" },
            "url": "https://www.example.gov.uk/bins",
            "lgsl": 524,
            "steps": [
                { "name": { "en": "Find the page" } },
                { "name": { "en": "Say which bin" }, "short": { "en": "Which" }, "hand_off": "Valley Waste" }
            ],
            "situations": [{
                "id": "neighbour",
                "title": { "en": "For a neighbour" },
                "text": { "en": "Your neighbour cannot carry it." },
                "question": { "en": "Will it be emptied?" },
                "limits": ["on_behalf"]
            }]
        }]
    })
}

#[test]
fn a_good_file_is_read_whole() {
    let offer = from_json(&good().to_string()).expect("all right");
    let task = &offer.tasks[0];
    assert_eq!(
        (task.id.as_str(), task.mode),
        ("missed-bin", AttemptMode::StopBeforeSubmit)
    );
    assert_eq!(
        (task.service_name.cy.as_str(), task.lgsl),
        ("Biniau", Some(524))
    );
    assert_eq!(
        task.steps[0].short.en, "Find",
        "a step without a short name takes its first word"
    );
    assert_eq!(task.steps[1].hand_off.as_deref(), Some("Valley Waste"));
    assert_eq!(task.situations[0].limits, [Limit::OnBehalf]);
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let cases: [(&str, Value, &str); 17] = [
        (
            "/tasks/0/id",
            json!("Missed Bin"),
            "tasks[0]: id is \"Missed Bin\"",
        ),
        ("/tasks/0/id", json!(7), "tasks[0]: id must be text"),
        (
            "/tasks/0/service",
            json!("parks"),
            "tasks[0]: service is \"parks\", which is none",
        ),
        (
            "/tasks/0/service",
            Value::Null,
            "tasks[0]: service is missing",
        ),
        (
            "/tasks/0/name",
            json!({ "en": " " }),
            "tasks[0]: name is empty",
        ),
        ("/tasks/0/name", json!("Bins"), "tasks[0]: name must be {"),
        (
            "/tasks/0/name",
            json!({ "en": "a", "fr": "b" }),
            "tasks[0]: name has \"fr\"",
        ),
        (
            "/tasks/0/about_minutes",
            json!(0),
            "tasks[0]: about_minutes must be a whole number",
        ),
        (
            "/tasks/0/about_minutes",
            Value::Null,
            "tasks[0]: about_minutes is missing",
        ),
        (
            "/tasks/0/mode",
            json!("maybe"),
            "tasks[0]: mode is \"maybe\"",
        ),
        (
            "/tasks/0/stop_before",
            Value::Null,
            "tasks[0]: stop_before is empty",
        ),
        (
            "/tasks/0/url",
            json!("javascript:alert(1)"),
            "tasks[0]: url must begin with https://",
        ),
        (
            "/tasks/0/steps",
            json!([]),
            "tasks[0]: steps must be 1 to 30",
        ),
        (
            "/tasks/0/steps/1/name",
            json!({ "en": "a\u{0}b" }),
            "tasks[0].steps[1]: name.en holds characters",
        ),
        (
            "/tasks/0/situations/0/limits",
            json!(["wings"]),
            "tasks[0].situations[0]: limits has \"wings\"",
        ),
        (
            "/services/0",
            json!("bins"),
            "services[0]: this must be an object",
        ),
        ("/tasks", json!({}), "the file: tasks must be a list"),
    ];
    for (place, value, says) in cases {
        let mut file = good();
        *file.pointer_mut(place).expect(place) = value;
        let wrongs = from_json(&file.to_string()).expect_err(says);
        assert!(
            wrongs.iter().any(|wrong| wrong.starts_with(says)),
            "{says} is not in {wrongs:#?}"
        );
    }
}

#[test]
fn everything_wrong_is_told_at_once() {
    let mut file = good();
    file["tasks"][0]["mode"] = json!("maybe");
    file["tasks"][0]["role"] = json!("administrator");
    file["services"][0]["name"] = json!({});
    file["tasks"][0]["steps"][0]["name"]["en"] = json!("x".repeat(500));
    let wrongs = from_json(&file.to_string()).expect_err("wrong");
    assert_eq!(wrongs.len(), 4, "{wrongs:#?}");
    assert!(
        wrongs
            .iter()
            .any(|wrong| wrong.contains("no field called role")),
        "{wrongs:#?}"
    );
}

#[test]
fn a_task_or_service_is_there_once() {
    let mut file = good();
    let (task, service) = (file["tasks"][0].clone(), file["services"][0].clone());
    file["tasks"].as_array_mut().expect("tasks").push(task);
    file["services"]
        .as_array_mut()
        .expect("services")
        .push(service);
    let wrongs = from_json(&file.to_string()).expect_err("twice");
    assert_eq!(
        wrongs,
        [
            "the service waste is there more than once",
            "the task missed-bin is there more than once"
        ]
    );
}

#[test]
fn where_json_breaks_off_is_told() {
    let wrongs = from_json("{\n  \"services\": [,]\n}").expect_err("broken");
    assert!(
        wrongs[0].starts_with("line 2, column 16: this is not JSON"),
        "{wrongs:?}"
    );
    assert!(
        from_json(&good().to_string().replacen('{', "\u{feff}{", 1)).is_ok(),
        "a byte order mark is let pass"
    );
}

const HEAD: &str = "service,service_name_en,task,task_name_en,about_minutes,mode,worked_if_en,step_name_en,hand_off";
const FIRST: &str = "bins,Bins,missed-bin,Report it,8,real,you have a date,Find the page,";

fn sheet(rows: &[&str]) -> Result<server::import::Offer, Vec<String>> {
    from_csv([&[HEAD], rows].concat().join("\n").as_bytes())
}

#[test]
fn a_table_has_a_row_for_each_step() {
    let offer = sheet(&[
        FIRST,
        ",,,,,,,,",
        "bins,,missed-bin,,,,,\"Say which, and why\",Valley Waste",
    ])
    .expect("all right");
    assert_eq!((offer.services.len(), offer.tasks.len()), (1, 1));
    let steps = &offer.tasks[0].steps;
    assert_eq!(steps.len(), 2);
    assert_eq!(
        (steps[1].name.en.as_str(), steps[1].hand_off.as_deref()),
        ("Say which, and why", Some("Valley Waste"))
    );
}

#[test]
fn what_is_wrong_in_a_table_is_told_by_line() {
    for (row, says) in [
        (
            "bins,,missed-bin,Another name,,,,Next,",
            "line 3: task_name is not what line 2 says for missed-bin",
        ),
        (
            "bins,Trash,missed-bin,,,,,Next,",
            "line 3: service_name is not what line 2 says for bins",
        ),
        ("bins,,missed-bin,,,,,,", "line 3: step_name is empty"),
        (
            "bins,,missed-bin,,,,",
            "line 3: it has 7 cells, and the first line has 9",
        ),
        ("bins,,,,,,,Next,", "line 3: task is missing"),
        (
            "parks,,play,Play,5,real,you played,Go,",
            "line 3: service_name is empty",
        ),
    ] {
        let wrongs = sheet(&[FIRST, row]).expect_err(says);
        assert!(
            wrongs.iter().any(|wrong| wrong.starts_with(says)),
            "{says} is not in {wrongs:#?}"
        );
    }
    let latin1 = [HEAD.as_bytes(), b"\nbins,Bins,t,Caf\xe9,8,real,w,s,"].concat();
    assert!(
        from_csv(&latin1).expect_err("not UTF-8")[0]
            .starts_with("line 2: this is not text in UTF-8")
    );
    let wrongs = from_csv(b"service,task,colour\n").expect_err("columns");
    assert_eq!(
        wrongs,
        [
            "line 1: there is no column called \"colour\"",
            "line 1: the column mode is missing",
            "line 1: the column about_minutes is missing",
        ]
    );
}
