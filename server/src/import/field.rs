//! Fields of what is imported, each with its place, its name there, and what may stand in it.

use app::walk::Text;
use serde_json::{Map, Value};

use super::is_short_id;

/// Where an object came from: `tasks[2]` in JSON, `line 7` in a table.
pub(super) const PLACE: &str = "@place";
/// Set on objects from a table, whose fields have the names of columns.
pub(super) const SHEET: &str = "@sheet";

/// An object of the file, and what is wrong with it.
pub(super) struct Fields<'v, 'w> {
    object: &'v Map<String, Value>,
    place: String,
    wrongs: &'w mut Vec<String>,
}

/// A field's name: in JSON, and as a column.
#[derive(Clone, Copy)]
pub(super) struct Name {
    pub(super) json: &'static str,
    pub(super) column: &'static str,
}

/// A field that is called the same in JSON and in a table.
pub(super) const fn same(name: &'static str) -> Name {
    Name {
        json: name,
        column: name,
    }
}

impl<'v, 'w> Fields<'v, 'w> {
    /// The fields of `value`, or none when it is not an object. `known` are all the fields it may have.
    pub(super) fn of(
        value: &'v Value,
        path: &str,
        known: &[&str],
        wrongs: &'w mut Vec<String>,
    ) -> Option<Self> {
        let Value::Object(object) = value else {
            wrongs.push(format!("{path}: this must be an object, in braces"));
            return None;
        };
        let place = object
            .get(PLACE)
            .and_then(Value::as_str)
            .unwrap_or(path)
            .to_owned();
        for key in object.keys().filter(|key| !key.starts_with('@')) {
            if !known.contains(&key.as_str()) {
                wrongs.push(format!(
                    "{place}: there is no field called {key}; the fields are {}",
                    known.join(", ")
                ));
            }
        }
        Some(Self {
            object,
            place,
            wrongs,
        })
    }

    pub(super) fn wrong(&mut self, name: Name, what: &str) {
        let name = self.called(name, "");
        self.wrongs.push(format!("{}: {name} {what}", self.place));
    }

    fn called(&self, name: Name, lang: &str) -> String {
        match (self.object.contains_key(SHEET), lang) {
            (true, "") => name.column.to_owned(),
            (true, lang) => format!("{}_{lang}", name.column),
            (false, "") => name.json.to_owned(),
            (false, lang) => format!("{}.{lang}", name.json),
        }
    }

    fn get(&self, name: Name) -> Option<&'v Value> {
        self.object.get(name.json).filter(|value| !value.is_null())
    }

    /// A line of text; empty when it is not there.
    pub(super) fn line(&mut self, name: Name, longest: usize) -> String {
        match self.get(name) {
            None => String::new(),
            Some(Value::String(text)) => self.fitting(&self.called(name, ""), text, longest),
            Some(_) => {
                self.wrong(name, "must be text, in quotes");
                String::new()
            }
        }
    }

    fn fitting(&mut self, called: &str, text: &str, longest: usize) -> String {
        let text = text.trim();
        if text.chars().count() > longest {
            self.wrongs.push(format!(
                "{}: {called} is longer than {longest} letters",
                self.place
            ));
        }
        if text
            .chars()
            .any(|letter| letter.is_control() && letter != '\n')
        {
            self.wrongs.push(format!(
                "{}: {called} holds characters that cannot be shown",
                self.place
            ));
        }
        text.to_owned()
    }

    /// A short id that must be there.
    pub(super) fn id(&mut self, name: Name) -> String {
        let id = self.line(name, usize::MAX);
        match id.as_str() {
            "" => self.wrong(name, "is missing"),
            id if !is_short_id(id) => {
                self.wrong(
                    name,
                    &format!("is \"{id}\"; use small letters, digits and dashes, 60 at most"),
                );
            }
            _ => {}
        }
        id
    }

    /// Text in one language or both.
    pub(super) fn text(&mut self, name: Name, longest: usize) -> Text {
        match self.get(name) {
            None => Text::default(),
            Some(Value::Object(both)) => {
                for key in both
                    .keys()
                    .filter(|key| !matches!(key.as_str(), "en" | "cy"))
                {
                    self.wrong(name, &format!("has \"{key}\"; it takes \"en\" and \"cy\""));
                }
                let mut lang = |lang: &str| match both.get(lang) {
                    None | Some(Value::Null) => String::new(),
                    Some(Value::String(text)) => {
                        let called = self.called(name, lang);
                        self.fitting(&called, text, longest)
                    }
                    Some(_) => {
                        self.wrong(name, &format!("must have text as \"{lang}\""));
                        String::new()
                    }
                };
                Text {
                    en: lang("en"),
                    cy: lang("cy"),
                }
            }
            Some(_) => {
                self.wrong(name, "must be {\"en\": \"...\", \"cy\": \"...\"}");
                Text::default()
            }
        }
    }

    /// Text that must be there, in one language at least.
    pub(super) fn said(&mut self, name: Name, longest: usize) -> Text {
        let before = self.wrongs.len();
        let text = self.text(name, longest);
        if text.en.is_empty() && text.cy.is_empty() && self.wrongs.len() == before {
            self.wrong(name, "is empty: say it in English, in Welsh, or in both");
        }
        text
    }

    /// A whole number from `least` to `most`.
    pub(super) fn number(&mut self, name: Name, least: u64, most: u64) -> Option<u64> {
        let value = self.get(name)?;
        let number = match value {
            Value::String(text) if text.trim().is_empty() => return None,
            Value::String(text) if self.object.contains_key(SHEET) => text.trim().parse().ok(),
            value => value.as_u64(),
        };
        if number.is_none_or(|number| number < least || number > most) {
            self.wrong(
                name,
                &format!("must be a whole number from {least} to {most}"),
            );
        }
        number
    }

    /// A list; empty when it is not there.
    pub(super) fn list(&mut self, name: Name) -> &'v [Value] {
        match self.get(name) {
            None => &[],
            Some(Value::Array(list)) => list,
            Some(_) => {
                self.wrong(name, "must be a list, in square brackets");
                &[]
            }
        }
    }

    /// Where the object is.
    pub(super) fn place(&self) -> String {
        self.place.clone()
    }

    /// The list of what is wrong, for the objects inside this one.
    pub(super) fn wrongs(&mut self) -> &mut Vec<String> {
        self.wrongs
    }
}
