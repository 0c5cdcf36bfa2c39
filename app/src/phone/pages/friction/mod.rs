//! The friction sheet: the tap on what got in the way is the save; all the rest may follow.

mod body;
mod photos;
mod point;

use std::collections::BTreeMap;

use leptos::{html, prelude::*};

use crate::phone::parts::{dialog::Dialog, points, press, reopen};
use crate::phone::session::{Log, Session};
use crate::phone::store;
use crate::ui::{Mark, Shape};
use crate::walk::{Friction, FrictionId, Marker, Place, WalkId};
use crate::words::Phone;

/// How long the button says "Saved", in milliseconds.
const SAVED_MS: u32 = 2_000;

/// What the sheet is opened about.
#[derive(Clone, Copy)]
pub enum About {
    /// Something that gets in the way now.
    New,
    /// A point felt before.
    Point(FrictionId),
    /// A moment that was marked in passing.
    Moment(Marker),
}

/// The sheet of one step, with its button and the list of points. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Sheet {
    s: Session,
    walk: WalkId,
    step: u16,
    service: StoredValue<String>,
    dialog: Dialog,
    all: Dialog,
    button: NodeRef<html::Button>,
}

impl Sheet {
    /// A sheet that is not open.
    pub fn new(s: Session, walk: WalkId, step: u16, service: String) -> Self {
        let (dialog, all) = (Dialog::new(), Dialog::new());
        Self {
            s,
            walk,
            step,
            service: StoredValue::new(service),
            dialog,
            all,
            button: NodeRef::new(),
        }
    }

    /// Opens it.
    pub fn open(self, about: About) {
        self.dialog.open(move || body::view(self, about));
    }

    /// Opens the list of all points.
    pub fn list(self) {
        self.all.open(move || self.points());
    }

    /// The one rough button. Its name is always "Friction".
    pub fn button(self, short: bool) -> AnyView {
        let w = Phone::of(self.s.lang.get_untracked());
        let landed = self.s.landed;
        view! {
            <button
                class=if short { "friction short" } else { "friction" }
                type="button"
                aria-label=w.friction
                node_ref=self.button
                on:click=move |_| self.open(About::New)
            >
                <Mark shape=Shape::Stopped />
                <span>{move || if landed.get() { w.saved } else { w.friction }}</span>
            </button>
        }
        .into_any()
    }

    /// The sheets themselves.
    pub fn view(self) -> AnyView {
        let lost = self.s.photo_lost.get_untracked();
        if let Some(lost) = lost.filter(|it| it.walk == self.walk) {
            self.open(lost.friction.map_or(About::New, About::Point));
        }
        Effect::new(move || {
            let place =
                |logs: &BTreeMap<WalkId, Log>| logs.get(&self.walk).map(|log| log.walk.place);
            // Somebody who comes back from the service is on their way to another screen yet.
            let away = matches!(self.s.logs.with(place), Some(Place::Away { .. }));
            if self.s.shared.get() && !away {
                self.s.shared.set(false);
                self.s.take_shared.set_value(true);
                self.open(About::New);
            }
        });
        let closed = move || {
            reopen::forget();
            self.s.photo_lost.set(None);
            if let Some(button) = self.button.get_untracked() {
                store::focus(&button);
            }
        };
        view! {
            {self.dialog.view("sheet-title", closed)}
            {self.all.view("points-title", || ())}
        }
        .into_any()
    }

    fn points(self) -> AnyView {
        let lang = self.s.lang.get_untracked();
        let walk = self.s.walk(self.walk);
        let row = move |point: &Friction| {
            let id = point.id;
            let line = points::line(self.s, point, move || {
                self.all.close();
                self.open(About::Point(id));
            });
            view! { <li>{line}</li> }.into_any()
        };
        let lines = move || {
            let all = walk.with(|walk| points::standing(self.s, walk));
            all.iter().map(row).collect::<Vec<_>>()
        };
        let lines = view! { {lines} }.into_any();
        let title = Phone::of(lang).points_here;
        press::list(lang, "points-title", title, lines, move || self.all.close())
    }

    /// Closes the sheet on something saved: the button says so for a moment, and the mark lands.
    fn land(self) {
        self.dialog.close();
        store::buzz();
        self.s.landed.set(true);
        store::spawn(async move {
            store::sleep(SAVED_MS).await;
            self.s.landed.set(false);
        });
    }
}
