//! What was noted on a walk so far, with the sheets that tell more: friction, what worked, moments marked in passing.

mod bright;
mod moments;

use leptos::prelude::*;

use super::friction::{About, Sheet};
use crate::phone::parts::{dialog::Dialog, points, reopen, undo};
use crate::phone::session::Session;
use crate::walk::{FrictionId, Walk, WalkId};
use bright::Bright;
pub use bright::{line as bright_line, standing as bright_spots};

/// The sheets of one walk, opened at one step. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Noted {
    /// The friction sheet.
    pub sheet: Sheet,
    /// The sheet of what worked.
    pub bright: Bright,
    moments: Dialog,
    s: Session,
    walk: WalkId,
}

impl Noted {
    /// Sheets that are not open.
    pub fn new(s: Session, walk: WalkId, step: u16, service: String) -> Self {
        Self {
            sheet: Sheet::new(s, walk, step, service),
            bright: Bright::new(s, walk),
            moments: Dialog::new(),
            s,
            walk,
        }
    }

    /// A row for each kind of thing that was noted.
    pub fn rows(self, walk: Memo<Walk>) -> AnyView {
        self.draw_rows(walk, true)
    }

    /// The row of moments alone.
    pub fn moments(self, walk: Memo<Walk>) -> AnyView {
        self.draw_rows(walk, false)
    }

    fn draw_rows(self, walk: Memo<Walk>, all: bool) -> AnyView {
        let rows = move || {
            walk.with(|walk| {
                let told = [
                    points::row(self.s, walk, self.sheet).filter(|_| all),
                    bright::row(self, walk).filter(|_| all),
                    moments::row(self, walk),
                ];
                let row = |row| view! { <li>{row}</li> }.into_any();
                told.into_iter().flatten().map(row).collect::<Vec<_>>()
            })
        };
        view! { {rows} }.into_any()
    }

    /// Four markers, and a tap for what worked.
    pub fn quick(self, step: u16) -> AnyView {
        moments::quick(self, step)
    }

    /// The sheets, and the way back from the last thing taken away. A sheet that was open when the page went opens again.
    pub fn view(self) -> AnyView {
        if let Some(id) = reopen::remembered(self.walk) {
            let walk = self.s.walk_now(self.walk);
            let spot = walk.bright_spots.iter().find(|it| it.id.0 == id);
            if let Some(spot) = spot {
                self.bright.open(spot);
            } else if walk.frictions.iter().any(|it| it.id.0 == id) {
                self.sheet.open(About::Point(FrictionId(id)));
            }
        }
        view! {
            {self.sheet.view()}
            {self.bright.view()}
            {self.moments.view("moments-title", || ())}
            {undo::toast(self.s, self.walk, |_| true)}
        }
        .into_any()
    }
}
