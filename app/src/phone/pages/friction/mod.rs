//! The friction sheet: the tap on what got in the way is the save; all the rest may follow.

mod body;
mod hint;
mod point;

use crate::phone::signal::*;

use crate::phone::dom::{
    Held, Html, IntoNode, el, many,
    shapes::{icon, mark},
};
use crate::phone::parts::{dialog::Dialog, points};
use crate::phone::session::Session;
use crate::phone::store;
use crate::ui::{Glyph, Shape};
use crate::walk::{FrictionId, WalkId};
use crate::words::{Common, Phone};

/// How long the button says "Saved", in milliseconds.
const SAVED_MS: u32 = 2_000;

/// The sheet of one step, with its button and the list of points. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Sheet {
    s: Session,
    walk: WalkId,
    step: u16,
    service: StoredValue<String>,
    /// Open about a point, or about one that is not felt yet.
    dialog: Dialog<Option<FrictionId>>,
    all: Dialog<()>,
    button: Held,
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
            button: Held::new(),
        }
    }

    /// Opens it about a point, or about a new one.
    pub fn open(self, point: Option<FrictionId>) {
        self.dialog.open(point);
    }

    /// Opens the list of all points.
    pub fn list(self) {
        self.all.open(());
    }

    /// The one rough button. Its name is always "Friction".
    pub fn button(self, short: bool) -> Html {
        let w = Phone::of(self.s.lang.get_untracked());
        let landed = self.s.landed;
        el("button")
            .attr("class", if short { "friction short" } else { "friction" })
            .attr("type", "button")
            .attr("aria-label", w.friction)
            .held_by(self.button)
            .on("click", move |_| self.open(None))
            .child(mark(Shape::Stopped))
            .child(el("span").child(move || if landed.get() { w.saved } else { w.friction }))
            .node()
    }

    /// The sheets themselves.
    pub fn view(self) -> Html {
        let body = move |point| body::view(self, point);
        let closed = move || {
            if let Some(button) = self.button.get() {
                store::focus(&button);
            }
        };
        many([
            (self.dialog.view("sheet-title", body, closed)).node(),
            (self
                .all
                .view("points-title", move |()| self.points(), || ()))
            .node(),
        ])
        .node()
    }

    fn points(self) -> Html {
        let lang = self.s.lang.get_untracked();
        let w = Phone::of(lang);
        let walk = self.s.walk(self.walk);
        let open = move |id| {
            self.all.close();
            self.open(Some(id));
        };
        let row = move |point| el("li").child(points::line(self.s, &point, move || open(point.id)));
        many([
            (el("header")
                .attr("class", "sheet-head")
                .child(
                    el("div").child(
                        el("h2")
                            .attr("id", "points-title")
                            .attr("tabindex", "-1")
                            .child(w.points_here),
                    ),
                )
                .child(
                    el("button")
                        .attr("class", "icon-button")
                        .attr("type", "button")
                        .attr("aria-label", Common::of(lang).close)
                        .on("click", move |_| self.all.close())
                        .child(icon(Glyph::Close)),
                ))
            .node(),
            (el("div")
                .attr("class", "sheet-body")
                .child(el("ul").attr("class", "rows").child(move || {
                    walk.with(|walk| points::standing(self.s, walk))
                        .into_iter()
                        .map(row)
                        .collect::<Vec<_>>()
                })))
            .node(),
        ])
        .node()
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
