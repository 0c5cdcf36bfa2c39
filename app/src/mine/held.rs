//! What is held about a person, table by table.

use leptos::prelude::*;
use serde_json::{Map, Value, json};

use crate::{
    walk::{Lang, Text},
    words::{Mine, When, held},
};

/// Everything that is held about one person.
#[derive(Clone, Debug)]
pub struct Held {
    /// The person's name.
    pub name: String,
    /// What the organisation is called.
    pub organisation: Text,
    /// When this was put together.
    pub made: Cell,
    /// One for each table that has something.
    pub sections: Vec<Section>,
}

/// What one table has.
#[derive(Clone, Debug)]
pub struct Section {
    /// The table's name.
    pub table: &'static str,
    /// The names of the columns.
    pub columns: Vec<&'static str>,
    /// A cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// One value.
#[derive(Clone, Debug)]
pub enum Cell {
    /// None.
    Nothing,
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// A moment: in UTC as RFC 3339 writes it, and as people say it.
    Time(String, When),
    /// A person of the organisation: the id and the name.
    Person(String, String),
    /// What was stored as JSON.
    Json(Value),
    /// A JPEG, as a `data:` address.
    Picture(String),
}

impl Held {
    /// All of it as JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        let mut held = Map::new();
        for section in &self.sections {
            let rows = section.rows.iter().map(|row| {
                let cells = section.columns.iter().zip(row);
                let cells = cells.map(|(column, cell)| ((*column).to_owned(), cell.json()));
                Value::Object(cells.collect())
            });
            held.insert(section.table.to_owned(), rows.collect());
        }
        json!({
            "firsthand": 1,
            "name": self.name,
            "organisation": { "en": self.organisation.en, "cy": self.organisation.cy },
            "made_at": self.made.json(),
            "held": held,
        })
    }
}

impl Cell {
    fn json(&self) -> Value {
        match self {
            Self::Nothing => Value::Null,
            Self::Text(text) | Self::Time(text, _) | Self::Picture(text) => json!(text),
            Self::Number(number) => json!(number),
            Self::Flag(flag) => json!(flag),
            Self::Person(id, name) => json!({ "id": id, "name": name }),
            Self::Json(value) => value.clone(),
        }
    }

    /// As people say it.
    fn said(&self, lang: Lang, column: &str) -> String {
        let words = Mine::of(lang);
        match self {
            Self::Nothing => "–".to_owned(),
            Self::Text(text) if column == "kind" => held::kind(lang, text).to_owned(),
            Self::Text(text) | Self::Picture(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Flag(true) => words.yes.to_owned(),
            Self::Flag(false) => words.no.to_owned(),
            Self::Time(_, when) => [&when.full(lang), ", ", &when.time()].concat(),
            Self::Person(_, name) if name.is_empty() => words.erased_person.to_owned(),
            Self::Person(_, name) => name.clone(),
            Self::Json(value) => flat(value),
        }
    }

    fn view(&self, lang: Lang, column: &str) -> AnyView {
        match self {
            Self::Picture(address) => {
                view! { <img src=address.clone() alt=Mine::of(lang).a_photo /> }.into_any()
            }
            _ => self.said(lang, column).into_any(),
        }
    }
}

/// JSON on one line, for people.
fn flat(value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(flat).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => {
            let field = |(name, value): (&String, &Value)| {
                [&name.replace('_', " "), ": ", &flat(value)].concat()
            };
            fields.iter().map(field).collect::<Vec<_>>().join("; ")
        }
        value => value.to_string(),
    }
}

/// A section as a table.
pub(super) fn table(lang: Lang, section: &Section) -> impl IntoView + use<> {
    let name = held::section(lang, section.table);
    let head = section
        .columns
        .iter()
        .map(|it| view! { <th scope="col">{held::column(lang, it)}</th> });
    let rows = section.rows.iter().map(|row| {
        let cells = section.columns.iter().zip(row);
        let cells: Vec<_> = cells
            .map(|(column, cell)| view! { <td>{cell.view(lang, column)}</td> })
            .collect();
        view! { <tr>{cells}</tr> }
    });
    view! {
        <div class="table-wrap" tabindex="0" role="group" aria-label=name>
            <table class="table">
                <thead><tr>{head.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_noted_reads_on_one_line() {
        let value = json!({"step": 1, "feelings": ["anxious", "ignored"], "note": "Asked twice."});
        let said = flat(&value);
        assert!(said.contains("feelings: anxious, ignored"), "{said}");
        assert!(said.contains("note: Asked twice."), "{said}");
    }
}
