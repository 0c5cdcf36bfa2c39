//! Searching in what leaders wrote, and in the names of tasks.

use std::collections::HashMap;

use app::walk::Task;

use super::place_of;
use crate::store::{
    Db, Value,
    words::{are_in, asked, for_postgres, for_sqlite},
};

/// How many friction points a search looks at, the newest that hold the words: what is in all of them is no search.
pub(super) const MOST_FOUND: i64 = 3_000;

/// What was asked for.
#[derive(Clone, Debug)]
pub(super) struct Search {
    words: Vec<String>,
    /// The tasks in whose names the words are.
    tasks: Vec<String>,
}

impl Search {
    /// Words to look for; none when there are none in what was typed.
    pub(super) fn of(typed: &str, tasks: &HashMap<String, Task>) -> Option<Self> {
        if typed.is_empty() {
            return None;
        }
        let words = asked(typed);
        if words.is_empty() {
            return None;
        }
        let named = |(id, task): (&String, &Task)| {
            let name = [&task.name.en, " ", &task.name.cy].concat();
            are_in(&words, &name).then(|| id.clone())
        };
        let mut tasks: Vec<String> = tasks.iter().filter_map(named).collect();
        tasks.sort();
        Some(Self { words, tasks })
    }

    /// The friction points at the viewer's services ($1 the organisation, $2 the person) whose notes hold the words, and their threads, as a table `found`.
    pub(super) fn table(&self, db: &Db, args: &mut Vec<Value>) -> String {
        let (newest, matches) = match db {
            Db::Sqlite { .. } => {
                let asked = place_of(args, for_sqlite(&self.words).into());
                let matches = format!(
                    "friction_index i CROSS JOIN friction_words w ON w.number = i.rowid
                     CROSS JOIN friction_row f ON f.id = w.friction WHERE friction_index MATCH {asked}"
                );
                ("i.rowid", matches)
            }
            Db::Postgres(_) => {
                let asked = place_of(args, for_postgres(&self.words).into());
                // Sorted apart, so that no more is looked up than is wanted. How many rows begin with some letters
                // PostgreSQL cannot guess, and it would look up all of them first.
                let matches = format!(
                    "(SELECT number FROM friction_index WHERE tokens @@ to_tsquery('simple', {asked})
                      ORDER BY number DESC OFFSET 0) i JOIN friction_words w ON w.number = i.number
                     JOIN friction_row f ON f.id = w.friction WHERE TRUE"
                );
                ("i.number", matches)
            }
        };
        format!(
            "found AS MATERIALIZED (SELECT f.id, f.thread FROM {matches} AND f.organisation = $1
             AND f.service IN (SELECT service FROM person_service WHERE person = $2) ORDER BY {newest} DESC LIMIT {MOST_FOUND})"
        )
    }

    /// What a thread `t` must be to be found.
    pub(super) fn found(&self, args: &mut Vec<Value>) -> String {
        let notes = "t.id IN (SELECT thread FROM found)".to_owned();
        if self.tasks.is_empty() {
            return notes;
        }
        let place = |task: &String| place_of(args, task.into());
        let tasks: Vec<String> = self.tasks.iter().map(place).collect();
        format!("({notes} OR t.task IN ({}))", tasks.join(", "))
    }
}
