//! Who is at the desk, of which month, and when.

use app::{
    board::{self, Draft, Fault, Typed},
    front::Section,
    walk::{Millis, Text, month::YearMonth},
};
use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
    response::{IntoResponse, Redirect, Response},
};

use super::form::Sent;
use crate::{
    error::Failure,
    page::page,
    routes::{
        board::read_month,
        handed::{at, refused},
    },
    seat::Reader,
    state::App,
    store::{Asking, Desk, StoreError},
    token,
};

/// Somebody at the desk of a month.
pub struct Here {
    pub(super) app: App,
    pub(super) reader: Reader,
    pub(super) desk: Desk,
    pub(super) month: YearMonth,
    pub(super) now: Millis,
}

impl FromRequestParts<App> for Here {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let month = Path::<String>::from_request_parts(parts, app).await;
        let Path(month) = month.map_err(|_| Failure::NotFound)?;
        Ok(Self {
            desk: Desk::from_request_parts(parts, app).await?,
            reader: Reader::from_request_parts(parts, app).await?,
            month: read_month(&month)?,
            now: app.clock.now(),
            app: app.clone(),
        })
    }
}

impl Here {
    /// The month as it stands at the desk.
    pub(super) async fn draft(&self) -> Result<Draft, Failure> {
        Ok(self.desk.draft(self.month, self.now).await?)
    }

    /// Writes what was sent into the draft, or shows it again with what is wrong. What comes too late is shown again as
    /// well.
    pub(super) async fn write(
        self,
        sent: Sent,
        asking: impl FnOnce(Text) -> Asking,
    ) -> Result<Response, Failure> {
        let draft = self.draft().await?;
        if draft.running {
            return Err(Failure::NotFound);
        }
        if !draft.drafting {
            let typed = sent.typed(&draft, sent.text(), Some(Fault::Published));
            return Ok(refused(self.drawn(draft, typed)));
        }
        match sent.read(&self.desk, &draft) {
            Ok(text) => {
                let (asking, seen) = (asking(text.clone()), sent.edition());
                let written = self.desk.write_seen(self.month, seen, &asking, self.now);
                if self.was_done(written.await).await? {
                    return Ok(self.back(sent.anchor()).into_response());
                }
                let draft = self.draft().await?;
                let typed = sent.typed(&draft, text, Some(too_late(&draft)));
                Ok(refused(self.drawn(draft, typed)))
            }
            Err(typed) => Ok(refused(self.drawn(draft, *typed))),
        }
    }

    /// Whether something was done. It was not when the month was published while it was asked for.
    pub(super) async fn was_done(&self, done: Result<bool, StoreError>) -> Result<bool, Failure> {
        if matches!(done, Err(StoreError::NotFound)) && !self.draft().await?.drafting {
            return Ok(false);
        }
        Ok(done?)
    }

    /// The desk as it is now, when something else was seen: nothing was done.
    pub(super) async fn moved(self) -> Result<Response, Failure> {
        let draft = self.draft().await?;
        let typed = Typed {
            fault: Some(too_late(&draft)),
            ..Typed::default()
        };
        Ok(refused(self.drawn(draft, typed)))
    }

    /// The desk's page.
    pub(super) fn drawn(self, mut draft: Draft, mut typed: Typed) -> Response {
        if typed.fresh.is_empty() {
            typed.fresh = token::fresh();
        }
        draft.typed = typed;
        let reader = at(self.address(), self.reader);
        let title = board::draft_title(reader.lang, draft.month);
        let body = board::draft_page(reader.lang, &draft);
        page(&self.app, &reader, &title, Section::Board, body)
    }

    /// Back to a part of the desk.
    pub(super) fn back(&self, part: &str) -> Redirect {
        Redirect::to(&[&self.address(), part].concat())
    }

    fn address(&self) -> String {
        format!("/board/{}/draft", self.month)
    }
}

/// Why nothing was done for a form of another draft than this.
fn too_late(draft: &Draft) -> Fault {
    match draft.drafting {
        true => Fault::Moved,
        false => Fault::Published,
    }
}
