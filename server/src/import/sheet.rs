//! A table with one row for each step, brought into the shape of the JSON file.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{
    Wrongs,
    field::{PLACE, SHEET},
};

/// Every column, and the field it fills: of the service, the task or the step.
const COLUMNS: [(&str, Part, &str, &str); 20] = [
    ("service", Part::Service, "id", ""),
    ("service_name_en", Part::Service, "name", "en"),
    ("service_name_cy", Part::Service, "name", "cy"),
    ("task", Part::Task, "id", ""),
    ("task_name_en", Part::Task, "name", "en"),
    ("task_name_cy", Part::Task, "name", "cy"),
    ("about_minutes", Part::Task, "about_minutes", ""),
    ("mode", Part::Task, "mode", ""),
    ("stop_before_en", Part::Task, "stop_before", "en"),
    ("stop_before_cy", Part::Task, "stop_before", "cy"),
    ("worked_if_en", Part::Task, "worked_if", "en"),
    ("worked_if_cy", Part::Task, "worked_if", "cy"),
    ("url", Part::Task, "url", ""),
    ("lgsl", Part::Task, "lgsl", ""),
    ("step_name_en", Part::Step, "name", "en"),
    ("step_name_cy", Part::Step, "name", "cy"),
    ("step_short_en", Part::Step, "short", "en"),
    ("step_short_cy", Part::Step, "short", "cy"),
    ("step_hint_en", Part::Step, "hint", "en"),
    ("step_hint_cy", Part::Step, "hint", "cy"),
];
/// The column that names the other organisation of a hand-off.
const HAND_OFF: (&str, Part, &str, &str) = ("hand_off", Part::Step, "hand_off", "");

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Service,
    Task,
    Step,
}

type Object = Map<String, Value>;
type Row = BTreeMap<&'static str, String>;

/// What the rows say so far.
#[derive(Default)]
struct Draft {
    services: Vec<Object>,
    tasks: Vec<(Object, Vec<Value>)>,
}

/// The table as JSON, and what is wrong with it as a table.
pub(super) fn read(bytes: &[u8]) -> Result<(Value, Wrongs), Wrongs> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(bytes);
    let headers = reader
        .headers()
        .map_err(|error| vec![said(&error)])?
        .clone();
    let columns = columns(&headers)?;
    let (mut draft, mut wrongs) = (Draft::default(), Wrongs::new());
    for record in reader.records() {
        match record {
            Ok(record) if record.iter().all(str::is_empty) => {}
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line);
                let cells = columns
                    .iter()
                    .zip(&record)
                    .map(|(column, cell)| (*column, cell.to_owned()));
                draft.take(&cells.collect(), line, &mut wrongs);
            }
            Err(error) => wrongs.push(said(&error)),
        }
    }
    Ok((draft.end(), wrongs))
}

fn columns(headers: &csv::StringRecord) -> Result<Vec<&'static str>, Wrongs> {
    let (mut columns, mut wrongs) = (Vec::new(), Wrongs::new());
    for header in headers {
        match all_columns().find(|(name, ..)| *name == header) {
            Some((name, ..)) if columns.contains(name) => {
                wrongs.push(format!("line 1: the column {name} is there twice"));
            }
            Some((name, ..)) => columns.push(*name),
            None => wrongs.push(format!("line 1: there is no column called \"{header}\"")),
        }
    }
    for needed in ["service", "task", "mode", "about_minutes"] {
        if !headers.iter().any(|header| header == needed) {
            wrongs.push(format!("line 1: the column {needed} is missing"));
        }
    }
    if wrongs.is_empty() {
        Ok(columns)
    } else {
        Err(wrongs)
    }
}

fn all_columns() -> impl Iterator<Item = &'static (&'static str, Part, &'static str, &'static str)>
{
    COLUMNS.iter().chain(std::iter::once(&HAND_OFF))
}

impl Draft {
    /// Adds a row: a step, and what the row says of its task and service.
    fn take(&mut self, row: &Row, line: u64, wrongs: &mut Wrongs) {
        let (service, task) = (part(row, Part::Service, line), part(row, Part::Task, line));
        let mut task = task;
        task.insert("service".to_owned(), service["id"].clone());
        let same_id = |object: &Object, other: &Object| object["id"] == other["id"];
        match self
            .services
            .iter_mut()
            .find(|known| same_id(known, &service))
        {
            Some(known) => merge(known, &service, "service", wrongs),
            None => self.services.push(service),
        }
        let step = Value::Object(part(row, Part::Step, line));
        match self
            .tasks
            .iter_mut()
            .find(|(known, _)| same_id(known, &task))
        {
            Some((known, steps)) => {
                merge(known, &task, "task", wrongs);
                steps.push(step);
            }
            None => self.tasks.push((task, vec![step])),
        }
    }

    fn end(self) -> Value {
        let tasks = self.tasks.into_iter().map(|(mut task, steps)| {
            task.insert("steps".to_owned(), Value::Array(steps));
            Value::Object(task)
        });
        let services = self.services.into_iter().map(Value::Object);
        json!({ "services": services.collect::<Vec<_>>(), "tasks": tasks.collect::<Vec<_>>() })
    }
}

/// The cells of one part of a row, by field.
fn part(row: &Row, part: Part, line: u64) -> Object {
    let mut object = Object::new();
    object.insert(PLACE.to_owned(), format!("line {line}").into());
    object.insert(SHEET.to_owned(), true.into());
    if part != Part::Step {
        object.insert("id".to_owned(), "".into());
    }
    for (column, _, field, lang) in all_columns().filter(|(_, of, ..)| *of == part) {
        let Some(cell) = row.get(column).filter(|cell| !cell.is_empty()) else {
            continue;
        };
        if lang.is_empty() {
            object.insert((*field).to_owned(), cell.as_str().into());
        } else if let Value::Object(both) = object.entry(*field).or_insert_with(|| json!({})) {
            both.insert((*lang).to_owned(), cell.as_str().into());
        }
    }
    object
}

/// A task's later rows may leave its columns empty, or repeat them; they may not say something else.
fn merge(known: &mut Object, row: &Object, what: &str, wrongs: &mut Wrongs) {
    for (key, value) in row.iter().filter(|(key, _)| !key.starts_with('@')) {
        match known.get(key) {
            None => drop(known.insert(key.clone(), value.clone())),
            Some(before) if before == value => {}
            Some(_) => {
                let text = |object: &Object, key: &str| {
                    object[key].as_str().unwrap_or_default().to_owned()
                };
                let column = if key == "name" {
                    format!("{what}_name")
                } else {
                    key.clone()
                };
                wrongs.push(format!(
                    "{}: {column} is not what {} says for {}",
                    text(row, PLACE),
                    text(known, PLACE),
                    text(row, "id"),
                ));
            }
        }
    }
}

fn said(error: &csv::Error) -> String {
    let line = error.position().map_or(1, csv::Position::line);
    match error.kind() {
        csv::ErrorKind::Utf8 { .. } => {
            format!("line {line}: this is not text in UTF-8; save the table as \"CSV UTF-8\"")
        }
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => {
            format!("line {line}: it has {len} cells, and the first line has {expected_len}")
        }
        _ => format!("line {line}: {error}"),
    }
}
