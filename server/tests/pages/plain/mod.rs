//! The plain pages: a walk made of forms.

mod noted;
mod refused;
mod walked;

use app::walk::{
    Category, Feeling, Friction, Mood, Place, Severity, StepResult, Walk, WalkId, fold,
};

use crate::{Answer, House, house::NOON};
use image::{RgbImage, codecs::jpeg::JpegEncoder};
use server::token;

const MINUTE: i64 = 60_000;

impl House {
    /// Ann begins to walk "aber-bins".
    pub async fn begun(&self) -> String {
        let brief = self.get("ann", "/walk/plain/brief/aber-bins").await;
        brief.says(&["Get something done", "It worked if", "Ring nobody you know"]);
        let walk = brief.hidden("walk");
        let form = format!("task=aber-bins&walk={walk}");
        for _ in 0..2 {
            let begun = self.post("ann", "/walk/plain/start", &form).await;
            begun.leads_to(&format!("/walk/plain/{walk}"));
        }
        walk
    }

    /// The walk as the server has it.
    pub async fn own(&self, walk: &str) -> Walk {
        let viewer = self
            .store
            .viewer(&token::hash("session of ann"), NOON)
            .await;
        let desk = self.store.desk(&viewer.expect("an answer").expect("Ann"));
        let id: WalkId = walk.parse().expect("an id");
        fold(&desk.own_log(id).await.expect("Ann's own"))
    }

    /// Answers how a step went.
    pub async fn go(&self, walk: &str, more: &str) -> Answer {
        let page = self.get("ann", &format!("/walk/plain/{walk}")).await;
        let (fact, step) = (
            page.hidden_in("/step?", "fact"),
            page.hidden_in("/step?", "step"),
        );
        let form = format!("fact={fact}&step={step}&{more}");
        self.post("ann", &format!("/walk/plain/{walk}/step"), &form)
            .await
    }
}

fn told(point: &Friction) -> (Option<Category>, Option<Severity>) {
    (point.category, point.severity)
}

impl Answer {
    pub fn leads_to(&self, path: &str) {
        assert_eq!(
            (self.status.as_u16(), self.location.as_str()),
            (303, path),
            "{}",
            self.body
        );
    }

    /// The first hidden field of this name.
    pub fn hidden(&self, name: &str) -> String {
        self.hidden_in("", name)
    }

    /// The hidden field of this name in the form whose address has this in it.
    pub fn hidden_in(&self, form: &str, name: &str) -> String {
        let (_, rest) = self
            .body
            .split_once(form)
            .unwrap_or_else(|| panic!("no {form} in {}", self.body));
        let field = format!("name=\"{name}\" value=\"");
        let (_, value) = rest
            .split_once(&field)
            .unwrap_or_else(|| panic!("no {name} in {rest}"));
        value.split('"').next().expect("its end").to_owned()
    }
}
