//! What a month says of changes, of earlier months and of what leaders let it have: worked out a second time from what
//! the test did, never by the code that counts.

mod changes;
mod edges;
mod figures;
mod quotes;

use app::{
    team::{Day, Decided},
    walk::{
        Answer, Category, FrictionId, Kind, Nothing, Outcome, Started, ThreadId, WalkId,
        month::YearMonth, thread::Decision,
    },
    wire::SyncRequest,
};

use crate::{House, house::DAY, phone::Phone};

/// 2026-05-01 00:00 in London, which is an hour before that in UTC.
pub const MAY: i64 = 1_777_590_000_000;
/// 2026-06-01 00:00 in London.
pub const JUNE: i64 = MAY + 31 * DAY;

pub fn month(text: &str) -> YearMonth {
    text.parse().expect("a month")
}

/// Noon of a day of May, counted from 1; days before and after it by numbers below and above.
pub fn may(day: i64) -> i64 {
    MAY + (day - 1) * DAY + DAY / 2
}

/// Somebody feels friction at a step and finishes; the walk and the friction point.
pub async fn felt(house: &House, who: &str, at: i64, step: u16) -> (WalkId, FrictionId) {
    let mut phone = phone(at, u64::from(step));
    phone.start("missed-bin");
    let friction = phone.feel(step, Category::Unclear);
    phone.describe(friction, "I did not know which form");
    (finish(phone, house, who, None).await, friction)
}

/// Somebody walks it again and says whether it held; the walk.
pub async fn rewalk(house: &House, who: &str, at: i64, again: FrictionId, held: Answer) -> WalkId {
    let mut phone = phone(at, 100);
    phone.note(&Kind::Started(Started {
        task: "missed-bin".into(),
        steps: 4,
        situation: None,
        language: "en".into(),
        again: Some(again),
    }));
    finish(phone, house, who, Some(held)).await
}

/// The team says something of the thread a friction point is in.
pub async fn says(house: &House, at: i64, friction: FrictionId, decision: Decision) -> ThreadId {
    let thread = thread_of(house, friction).await;
    let not_now = decision == Decision::NotNow;
    let decided = Decided {
        decision,
        day: not_now.then_some(Day {
            year: 2027,
            month: 1,
            day: 4,
        }),
        why: if not_now { "A new rota is agreed" } else { "" }.to_owned(),
    };
    let desk = house.desk("tom").await;
    desk.decide(thread, &decided, at).await.expect("decided");
    thread
}

pub async fn thread_of(house: &House, friction: FrictionId) -> ThreadId {
    let sql = "SELECT thread FROM friction_row WHERE id = $1";
    let row = house.db.row(sql, &[friction.to_string().into()]).await;
    let thread = row.expect("an answer").expect("a row").text(0);
    thread.expect("a thread").parse().expect("an id")
}

/// A phone some minutes before a moment, that makes other ids than any other.
fn phone(at: i64, more: u64) -> Phone {
    let mut phone = Phone::new(u64::try_from(at / 1000).expect("after 1970") * 1000 + more);
    phone.now = at - 10 * 60_000;
    phone
}

/// Finishes some minutes later, and sends at once.
async fn finish(mut phone: Phone, house: &House, who: &str, held: Option<Answer>) -> WalkId {
    phone.note(&Kind::OutcomeGiven(Outcome {
        need_met: Some(Answer::Yes),
        held,
        ..Outcome::default()
    }));
    phone.note(&Kind::Finished(Nothing {}));
    let request = SyncRequest {
        sent_at: phone.now,
        ..phone.request()
    };
    let desk = house.desk(who).await;
    desk.append(request, phone.now).await.expect("kept");
    phone.walk
}
