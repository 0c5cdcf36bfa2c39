//! Which threads are shown: those of the viewer's services, and of them what was chosen.

use std::collections::HashMap;

use app::{
    team::{Filter, Group, Sort, Stand},
    walk::{Category, Severity, Task},
};

use super::{place_of, search::Search};
use crate::store::{Desk, Value, threads::group};

/// A `FROM … WHERE …` over `thread_row r` and `thread t`, the table `found` that it may need first, and the arguments.
#[derive(Clone, Debug)]
pub(in crate::store) struct Which {
    pub found: Option<String>,
    pub sql: String,
    pub args: Vec<Value>,
}

impl Which {
    /// What the viewer may see and the filter lets through.
    pub(in crate::store) fn of(
        desk: &Desk,
        filter: &Filter,
        tasks: &HashMap<String, Task>,
    ) -> Self {
        let mut which = Self {
            found: None,
            sql: "FROM thread_row r JOIN thread t ON t.id = r.thread
                 WHERE r.organisation = $1 AND r.service IN (SELECT service FROM person_service WHERE person = $2)
                 AND t.merged_into IS NULL"
                .to_owned(),
            args: desk.me(),
        };
        which.is("r.service", filter.service.as_deref());
        which.is("t.task", filter.task.as_deref());
        let category = filter.category.map(|it| it.map_or("", Category::code));
        which.is("t.category", category);
        match filter.stand {
            Some(Stand::State(state)) => which.is("r.state", Some(state.code())),
            Some(Stand::Group(it)) => which.weighs(group(it)),
            None => {}
        }
        which.is("r.worst", filter.severity.map(worst));
        if filter.risk {
            which.and("r.risk > 0");
        }
        if filter.unseen {
            which.and("r.unseen > 0");
        }
        // What is settled waits for nothing.
        if filter.sort == Sort::Waiting {
            which.weighs(group(Group::Hand).start..group(Group::Calls).end);
        }
        if let Some(search) = Search::of(&filter.words, tasks) {
            which.found = Some(search.table(&desk.db(), &mut which.args));
            let found = search.found(&mut which.args);
            which.and(&found);
        } else if !filter.words.is_empty() {
            // Nothing of it is a word.
            which.and("1 = 0");
        }
        which
    }

    /// What stands after `WITH`, when anything is to.
    pub(in crate::store) fn with(&self) -> String {
        let found = self.found.as_deref();
        found.map_or_else(String::new, |found| [found, ","].concat())
    }

    /// The note of the thread `t` to show: the newest of those with the words that were asked for, else the newest.
    pub(super) fn said(&self) -> String {
        let newest = |of: &str| {
            format!(
                "(SELECT f.note FROM {of} = t.id AND f.note <> '' ORDER BY f.felt_at DESC, f.id DESC LIMIT 1)"
            )
        };
        let any = newest("friction_row f WHERE f.thread");
        match self.found {
            None => any,
            // From what was found, which is little: PostgreSQL would look all of it up for each thread.
            Some(_) => {
                let found = newest("found d JOIN friction_row f ON f.id = d.id WHERE d.thread");
                format!("COALESCE({found}, {any})")
            }
        }
    }

    pub(in crate::store) fn and(&mut self, sql: &str) {
        self.sql.push_str(" AND ");
        self.sql.push_str(sql);
    }

    /// A further argument, by its name in the statement.
    pub(in crate::store) fn arg(&mut self, value: impl Into<Value>) -> String {
        place_of(&mut self.args, value.into())
    }

    fn is<T: Into<Value>>(&mut self, column: &str, value: Option<T>) {
        if let Some(value) = value {
            let value = self.arg(value);
            self.and(&format!("{column} = {value}"));
        }
    }

    fn weighs(&mut self, range: std::ops::Range<i64>) {
        let (begin, end) = (self.arg(range.start), self.arg(range.end));
        self.and(&format!("r.hurts >= {begin} AND r.hurts < {end}"));
    }
}

/// As a thread's row has it.
fn worst(severity: Severity) -> i64 {
    match severity {
        Severity::Slowed => 1,
        Severity::Nearly => 2,
        Severity::Stopped => 3,
    }
}
