//! What the board of the demonstration has had: every month published but the newest, which is the secretary's to do.

use app::{
    mine::Wrote,
    walk::{Millis, Text, month::YearMonth},
};
use serde::Deserialize;

use super::{
    DemoError,
    content::COUNCIL,
    seed::Town,
    timeline::{Event, What},
};
use crate::{
    period::month_of,
    store::{Asking, Desk},
    token,
    viewer::Role,
};

const BOARD: &str = include_str!("../../demo/board.json");
const DAY: Millis = 86_400_000;
const HOUR: Millis = 3_600_000;
const ZONE: &str = "Europe/London";

/// What the secretary writes.
#[derive(Deserialize)]
struct Board {
    /// In turn.
    words: Vec<Text>,
    asks: Vec<Ask>,
}

#[derive(Deserialize)]
struct Ask {
    /// Counted from 0, oldest first.
    month: usize,
    text: Text,
    /// What became of it by the month after.
    became: Text,
}

/// The teams have two weeks from the second day after a month; then it is published. At a month's end leaders look
/// back on what they said.
pub(super) fn year(months: &[Millis; 13]) -> Vec<Event> {
    let mut events = Vec::new();
    let mut happens = |at, what| {
        events.push(Event {
            at,
            organisation: COUNCIL,
            what,
        });
    };
    for (number, pair) in months.windows(2).enumerate() {
        let (Some(month), after) = (month_of(ZONE, pair[0]), pair[1]) else {
            continue;
        };
        happens(after - 6 * HOUR, What::LookedBack);
        if number < 11 {
            happens(after + 2 * DAY + 9 * HOUR, What::ViewsAsked { month });
            let published = What::Published { number, month };
            happens(after + 16 * DAY + 9 * HOUR, published);
        }
    }
    events
}

impl Town<'_> {
    /// The teams are asked for their view of a month.
    pub(super) async fn ask_views(&self, month: YearMonth, at: Millis) -> Result<(), DemoError> {
        Ok(self.secretary().await?.open_reply(month, at).await?)
    }

    /// The secretary writes, approves and publishes a month.
    pub(super) async fn publish(
        &self,
        number: usize,
        month: YearMonth,
        at: Millis,
    ) -> Result<(), DemoError> {
        let board: Board = serde_json::from_str(BOARD)?;
        let desk = self.secretary().await?;
        if let Some(words) = board.words.iter().cycle().nth(number) {
            let words = Asking::Words(words.clone());
            desk.write_draft(month, &words, at).await?;
        }
        for asked in &desk.draft(month, at).await?.before {
            let of = board.asks.iter().find(|it| it.text == asked.text);
            let became = of.map(|it| it.became.clone()).unwrap_or_default();
            let became = Asking::Became(asked.id.clone(), became);
            desk.write_draft(month, &became, at).await?;
        }
        for ask in board.asks.iter().filter(|it| it.month == number) {
            let ask = Asking::Ask(token::fresh(), ask.text.clone());
            desk.write_draft(month, &ask, at).await?;
        }
        let edition = desk.draft(month, at).await?.edition;
        let done = desk.approve(month, edition, at).await?
            && desk.publish_draft(month, edition, at).await?;
        if done {
            Ok(())
        } else {
            Err(DemoError::Nobody("month that can be published"))
        }
    }

    /// Leaders say which commitments they kept, and some agree to be quoted.
    pub(super) async fn look_back(&self, at: Millis) -> Result<(), DemoError> {
        let leads = |it: &&crate::store::NewPerson| {
            it.organisation == COUNCIL && it.roles.has(Role::Leader)
        };
        for (number, leader) in self.people.iter().filter(leads).enumerate() {
            let desk = self.desk(&leader.id).await?;
            let page = desk.my_quotes(at).await?;
            let waiting = page.commitments.iter().filter(|it| !it.kept);
            // Two of three are kept by the end of their month.
            for it in waiting.filter(|it| it.walk.0.as_u128() % 3 > 0) {
                desk.keep_commitment(it.walk, true, at).await?;
            }
            let agreed = page.items.iter().any(|it| it.agreed);
            let words = page.items.iter().find(|it| match number % 3 {
                0 => matches!(it.of, Wrote::Friction(_)),
                1 => it.of == Wrote::Commitment,
                _ => false,
            });
            if let Some(it) = words.filter(|_| !agreed) {
                desk.agree_quote(it.walk, it.of, &it.words, true, at)
                    .await?;
            }
        }
        Ok(())
    }

    async fn secretary(&self) -> Result<Desk, DemoError> {
        let secretary = self
            .people
            .iter()
            .find(|it| it.organisation == COUNCIL && it.roles.has(Role::Secretary));
        let secretary = secretary.ok_or(DemoError::Nobody("secretary"))?;
        self.desk(&secretary.id).await
    }
}
