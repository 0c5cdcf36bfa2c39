//! What worked: one tap notes it, the words may follow.

use leptos::prelude::*;

use super::Noted;
use crate::phone::parts::{dialog::Dialog, field::Field, press, reopen, said, undo};
use crate::phone::session::Session;
use crate::phone::store;
use crate::ui::Glyph;
use crate::walk::{BrightSpot, BrightSpotNoted, BrightSpotWithdrawn, FactId, Kind, Walk, WalkId};
use crate::words::{Common, Phone, fill};

const NAME: &str = "what-worked";

/// The sheet of one bright spot, and the list of all. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Bright {
    s: Session,
    walk: WalkId,
    dialog: Dialog,
    all: Dialog,
}

impl Bright {
    /// A sheet that is not open.
    pub fn new(s: Session, walk: WalkId) -> Self {
        let (dialog, all) = (Dialog::new(), Dialog::new());
        Self {
            s,
            walk,
            dialog,
            all,
        }
    }

    /// The tap is the save; the sheet that opens asks for more.
    pub fn tap(self, step: u16, marker: Option<FactId>) {
        let (s, walk) = (self.s, self.walk);
        let noted = BrightSpotNoted {
            spot: None,
            step: Some(step),
            note: String::new(),
            stands: true,
            marker,
        };
        let facts = s.make(walk, &[Kind::BrightSpotNoted(noted)]);
        if let Some(id) = facts.first().map(|fact| fact.id) {
            self.dialog.open(move || self.about(id, Some(step)));
        }
        store::spawn(async move {
            s.append(facts, "").await;
        });
    }

    /// Opens it about a spot noted before.
    pub fn open(self, spot: &BrightSpot) {
        let (id, step) = (spot.id, spot.step);
        self.dialog.open(move || self.about(id, step));
    }

    /// The sheets themselves.
    pub fn view(self) -> AnyView {
        view! {
            {self.dialog.view("worked-title", reopen::forget)}
            {self.all.view("all-worked-title", || ())}
        }
        .into_any()
    }

    fn about(self, id: FactId, step: Option<u16>) -> AnyView {
        let (s, walk) = (self.s, self.walk);
        let lang = s.lang.get_untracked();
        let w = Phone::of(lang);
        reopen::remember(walk, id.0);
        let known = s.walk_now(walk).bright_spots;
        let known = known.into_iter().find(|it| it.id == id);
        let at = known.as_ref().map_or_else(store::now, |it| it.at);
        let time = store::local(at).time();
        let when = match step {
            Some(step) => fill(
                w.step_time,
                &[("n", &(step + 1).to_string()), ("time", &time)],
            ),
            None => time,
        };
        let field = Field {
            name: NAME,
            label: w.what_was_it.to_owned(),
            hint: w.worked_well_hint.to_owned(),
            text: known.map(|it| it.note).unwrap_or_default(),
            for_others: true,
        };
        let say = move |note| {
            vec![Kind::BrightSpotNoted(BrightSpotNoted {
                spot: Some(id),
                step,
                note,
                stands: false,
                marker: None,
            })]
        };
        let take = move || {
            self.dialog.close();
            let kind = Kind::BrightSpotWithdrawn(BrightSpotWithdrawn { spot: id });
            undo::remove(s, walk, id.0, kind, w.worked_removed);
        };
        let close = move || Field::keep(NAME, s, walk, self.dialog);
        let mark = press::icon(Glyph::Star);
        let title = Common::of(lang).something_worked;
        let head = press::sheet_head(lang, Some(mark), "worked-title", title, when, close);
        let remove = press::with_icon("text-button", Glyph::Bin, w.remove_worked, take);
        let remove = view! { <p class="row">{remove}</p> }.into_any();
        let body = vec![field.view(s, walk, say), remove];
        press::writing(lang, head, body.into_any(), said::item(s, walk, id), close)
    }

    fn list(self) -> AnyView {
        let lang = self.s.lang.get_untracked();
        let walk = self.s.walk(self.walk);
        let row = move |spot: &BrightSpot| {
            let line = line(self.s, spot, move |spot| {
                self.all.close();
                self.open(spot);
            });
            view! { <li>{line}</li> }.into_any()
        };
        let lines = move || {
            let all = walk.with(|walk| standing(self.s, walk));
            all.iter().map(row).collect::<Vec<_>>()
        };
        let lines = view! { {lines} }.into_any();
        let title = Phone::of(lang).worked;
        press::list(lang, "all-worked-title", title, lines, move || {
            self.all.close()
        })
    }
}

/// The bright spots that stand: without one that is being taken away.
pub fn standing(s: Session, walk: &Walk) -> Vec<BrightSpot> {
    let going = undo::going(s);
    let all = walk.bright_spots.iter();
    all.filter(|it| Some(it.id.0) != going).cloned().collect()
}

/// One bright spot as a line that opens it.
pub fn line(s: Session, spot: &BrightSpot, open: impl Fn(&BrightSpot) + 'static) -> AnyView {
    let lang = s.lang.get_untracked();
    let said = match spot.note.trim() {
        "" => Common::of(lang).something_worked,
        note => note,
    };
    let step = spot.step.map(|step| {
        let n = (step + 1).to_string();
        fill(Common::of(lang).step_n, &[("n", &n)])
    });
    let (it, step) = (spot.clone(), step.unwrap_or_default());
    press::line(press::icon(Glyph::Star), said, "", &step, move || open(&it))
}

/// The row that opens what worked so far: the one spot itself, or the list of them.
pub fn row(noted: Noted, walk: &Walk) -> Option<AnyView> {
    let (s, bright) = (noted.s, noted.bright);
    let w = Phone::of(s.lang.get_untracked());
    let spots = standing(s, walk);
    let said = said::many(spots.len(), w.one_worked, w.n_worked);
    let note = spots.last()?.note.clone();
    let open = move || match spots.as_slice() {
        [only] => bright.open(only),
        _ => bright.all.open(move || bright.list()),
    };
    Some(press::line(
        press::icon(Glyph::Star),
        &said,
        &note,
        "",
        open,
    ))
}
