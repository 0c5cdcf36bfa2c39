//! The secretary's desk: a month is prepared, approved, published, corrected and handed out.

use app::{
    board::{Check, Reply},
    mine::{Digest, MailForm},
    walk::{
        Lang, Text,
        month::{SaidAs, YearMonth},
    },
};
use server::{
    store::{Asking, Desk, StoreError, Way},
    viewer::Role,
};

use crate::{
    House,
    house::{DAY, NOON},
    on_both,
    phone::Phone,
};

on_both! {
    only_who_has_both_roles_prepares_a_month,
    a_month_that_is_not_over_cannot_be_prepared,
    teams_are_asked_and_their_time_ends_early_only_when_all_have_put_their_view,
    a_month_is_published_when_every_check_passes_and_not_before,
    a_change_takes_the_approval_away,
    what_is_approved_is_what_was_seen,
    what_was_asked_wants_an_answer_in_the_next_month,
    a_correction_is_a_draft_of_the_next_version,
    a_form_sent_twice_asks_once,
    an_address_works_until_its_day_or_its_end,
    the_board_is_told_once_of_what_is_published,
    nothing_of_one_board_is_reached_by_another,
}

/// A day in July: June is over.
const JULY: i64 = NOON + 20 * DAY;

fn june() -> YearMonth {
    "2026-06".parse().expect("a month")
}

fn says(en: &str) -> Text {
    Text {
        en: en.into(),
        cy: String::new(),
    }
}

/// Ann walked; Sue keeps the board's record.
async fn sue(house: &House) -> Desk {
    let roles = [Role::Board, Role::Secretary];
    house.person("sue", "aber", &roles, &[]).await;
    let ann = house.desk("ann").await;
    Phone::whole_walk(1, "missed-bin").send(&ann).await;
    house.desk("sue").await
}

/// Everything done but the approval; the edition that was seen.
async fn prepare(sue: &Desk, month: YearMonth, now: i64) -> i64 {
    sue.open_reply(month, now).await.expect("opened");
    let words = Asking::Words(says("Look at step 3."));
    sue.write_draft(month, &words, now).await.expect("written");
    let later = now + 30 * DAY;
    let draft = sue.draft(month, later).await.expect("a draft");
    assert_eq!(draft.to_do(), Some(Check::Approval), "{draft:?}");
    draft.edition
}

/// Approved and published, a month after.
async fn publish(sue: &Desk, month: YearMonth, now: i64) {
    let edition = prepare(sue, month, now).await;
    let later = now + 30 * DAY;
    assert!(sue.approve(month, edition, later).await.expect("an answer"));
    let done = sue.publish_draft(month, edition, later).await;
    assert!(done.expect("an answer"));
}

async fn only_who_has_both_roles_prepares_a_month(house: House) {
    let sue = sue(&house).await;
    sue.draft(june(), JULY).await.expect("both");
    house.person("sol", "aber", &[Role::Secretary], &[]).await;
    for person in ["tom", "sol", "ann"] {
        let desk = house.desk(person).await;
        let words = Asking::Words(says("Mine"));
        for refused in [
            desk.draft(june(), JULY).await.err(),
            desk.write_draft(june(), &words, JULY).await.err(),
            desk.open_reply(june(), JULY).await.err(),
            desk.close_reply(june(), JULY).await.err(),
            desk.approve(june(), 0, JULY).await.err(),
            desk.publish_draft(june(), 0, JULY).await.err(),
            desk.correct(june(), &says("Mine"), JULY).await.err(),
            desk.links(june(), JULY).await.err(),
            desk.make_link(june(), "hash", "Members", JULY + DAY, JULY)
                .await
                .err(),
            desk.end_link("1", JULY).await.err(),
        ] {
            assert!(matches!(refused, Some(StoreError::NotFound)), "{person}");
        }
    }
    assert_eq!(house.number("SELECT COUNT(*) FROM month_draft").await, 0);
}

async fn a_month_that_is_not_over_cannot_be_prepared(house: House) {
    let sue = sue(&house).await;
    assert!(sue.draft(june(), NOON).await.expect("a page").running);
    let words = Asking::Words(says("Too soon"));
    assert!(sue.write_draft(june(), &words, NOON).await.is_err());
    assert!(sue.open_reply(june(), NOON).await.is_err());
    assert_eq!(house.number("SELECT COUNT(*) FROM month_draft").await, 0);
}

async fn teams_are_asked_and_their_time_ends_early_only_when_all_have_put_their_view(house: House) {
    let sue = sue(&house).await;
    let tom = house.desk("tom").await;
    assert!(tom.asked_views(JULY).await.expect("an answer").is_empty());
    sue.open_reply(june(), JULY).await.expect("opened");
    let asked = tom.asked_views(JULY).await.expect("an answer");
    let [asked] = &asked[..] else {
        panic!("one month, not {asked:?}");
    };
    assert_eq!(asked.month, june());
    let open = sue.draft(june(), JULY).await.expect("a draft").places;
    assert!(!open.is_empty());
    assert_eq!(asked.open.len(), open.len());
    assert!(!sue.close_reply(june(), JULY).await.expect("an answer"));

    for (at, place) in asked.open.iter().enumerate() {
        assert!(
            !sue.close_reply(june(), JULY).await.expect("an answer"),
            "{at} of them"
        );
        tom.put_view(place.thread, "We change the letter.", JULY)
            .await
            .expect("put");
    }
    let asked = tom.asked_views(JULY).await.expect("an answer");
    assert!(asked[0].open.is_empty());
    assert!(sue.close_reply(june(), JULY).await.expect("an answer"));
    let draft = sue.draft(june(), JULY).await.expect("a draft");
    assert!(matches!(draft.reply, Reply::Over(_)));
    assert!(tom.asked_views(JULY).await.expect("an answer").is_empty());

    let other = house.desk("cat").await;
    assert!(other.asked_views(JULY).await.expect("an answer").is_empty());
}

async fn a_month_is_published_when_every_check_passes_and_not_before(house: House) {
    let sue = sue(&house).await;
    sue.open_reply(june(), JULY).await.expect("opened");
    let words = Asking::Words(says("Look at step 3."));
    sue.write_draft(june(), &words, JULY)
        .await
        .expect("written");
    let draft = sue.draft(june(), JULY).await.expect("a draft");
    assert_eq!(draft.to_do(), Some(Check::Reply));
    let edition = draft.edition;
    assert!(!sue.approve(june(), edition, JULY).await.expect("an answer"));
    let later = JULY + 30 * DAY;
    assert!(
        !sue.publish_draft(june(), edition, later)
            .await
            .expect("an answer")
    );
    assert!(
        sue.approve(june(), edition, later)
            .await
            .expect("an answer")
    );
    assert!(
        sue.publish_draft(june(), edition, later)
            .await
            .expect("an answer")
    );
    let draft = sue.draft(june(), later).await.expect("a page");
    assert!(!draft.drafting);
    assert_eq!(
        draft.published.map(|it| (it.version, it.late)),
        Some((1, 0))
    );
    assert!(
        sue.publish_draft(june(), edition, later)
            .await
            .expect("again")
    );
    assert!(sue.write_draft(june(), &words, later).await.is_err());
    let published =
        "SELECT COUNT(*) FROM audit WHERE what = 'month_published' AND about = '2026-06.v1'";
    assert_eq!(house.number(published).await, 1);
    for deed in ["month_opened", "month_approved"] {
        let sql = match deed {
            "month_opened" => "SELECT COUNT(*) FROM audit WHERE what = 'month_opened'",
            _ => "SELECT COUNT(*) FROM audit WHERE what = 'month_approved'",
        };
        assert_eq!(house.number(sql).await, 1, "{deed}");
    }
}

async fn a_change_takes_the_approval_away(house: House) {
    let sue = sue(&house).await;
    let edition = prepare(&sue, june(), JULY).await;
    let later = JULY + 30 * DAY;
    assert!(
        sue.approve(june(), edition, later)
            .await
            .expect("an answer")
    );
    let same = Asking::Words(says("Look at step 3."));
    sue.write_draft(june(), &same, later)
        .await
        .expect("the same");
    assert!(
        sue.draft(june(), later)
            .await
            .expect("a draft")
            .approved
            .is_some()
    );
    for change in [
        Asking::Words(says("Look at step 2.")),
        Asking::Ask("one".into(), says("A shared form")),
        Asking::Ask("one".into(), Text::default()),
    ] {
        let seen = sue.draft(june(), later).await.expect("a draft").edition;
        assert!(sue.approve(june(), seen, later).await.expect("an answer"));
        sue.write_draft(june(), &change, later)
            .await
            .expect("written");
        let draft = sue.draft(june(), later).await.expect("a draft");
        assert!(
            draft.approved.is_none() && draft.approval_lost,
            "{change:?}"
        );
        let done = sue.publish_draft(june(), draft.edition, later).await;
        assert!(!done.expect("an answer"));
    }
}

async fn what_is_approved_is_what_was_seen(house: House) {
    let sue = sue(&house).await;
    let edition = prepare(&sue, june(), JULY).await;
    let words = Asking::Words(says("Written by somebody else meanwhile."));
    let later = JULY + 30 * DAY;
    sue.write_draft(june(), &words, later)
        .await
        .expect("written");
    assert!(
        !sue.approve(june(), edition, later)
            .await
            .expect("an answer")
    );
    assert!(
        sue.draft(june(), later)
            .await
            .expect("a draft")
            .approved
            .is_none()
    );
}

async fn what_was_asked_wants_an_answer_in_the_next_month(house: House) {
    let sue = sue(&house).await;
    let ask = Asking::Ask("one".into(), says("A shared form"));
    sue.write_draft(june(), &ask, JULY).await.expect("asked");
    let july = june().after().expect("July");
    let august = JULY + 40 * DAY;
    let before = sue.draft(july, august).await.expect("a draft").before;
    assert!(
        before.is_empty(),
        "what was never published was never asked"
    );
    publish(&sue, june(), JULY).await;

    sue.open_reply(july, august).await.expect("opened");
    let words = Asking::Words(says("Look again."));
    sue.write_draft(july, &words, august)
        .await
        .expect("written");
    let later = august + 30 * DAY;
    let draft = sue.draft(july, later).await.expect("a draft");
    assert_eq!(draft.to_do(), Some(Check::Became));
    let answer = Asking::Became("one".into(), says("Nothing yet"));
    sue.write_draft(july, &answer, later)
        .await
        .expect("answered");
    let draft = sue.draft(july, later).await.expect("a draft");
    assert_eq!(draft.to_do(), Some(Check::Approval));
    let said: Vec<_> = draft.spoken(later);
    let said: Vec<_> = said
        .iter()
        .map(|it| (it.is, it.text.as_ref().map(|it| it.en.as_str())))
        .collect();
    let expected = [
        (SaidAs::Secretary, Some("Look again.")),
        (SaidAs::Asked, Some("A shared form")),
        (SaidAs::Became, Some("Nothing yet")),
    ];
    assert_eq!(said, expected);
    let wrong = Asking::Became("another".into(), says("Nothing yet"));
    assert!(sue.write_draft(july, &wrong, later).await.is_err());
}

async fn a_correction_is_a_draft_of_the_next_version(house: House) {
    let sue = sue(&house).await;
    let reason = says("One figure was counted twice.");
    assert!(
        sue.correct(june(), &reason, JULY).await.is_err(),
        "nothing to correct"
    );
    publish(&sue, june(), JULY).await;
    let later = JULY + 31 * DAY;
    // One that reaches us only now.
    Phone::whole_walk(2, "missed-bin")
        .send(&house.desk("ben").await)
        .await;
    sue.correct(june(), &reason, later).await.expect("begun");
    sue.correct(june(), &says("Again"), later)
        .await
        .expect("begun before");
    let draft = sue.draft(june(), later).await.expect("a draft");
    assert!(draft.drafting);
    assert_eq!(
        (draft.version, draft.reason.en.as_str()),
        (2, "One figure was counted twice.")
    );
    assert_eq!(draft.words.en, "Look at step 3.");
    assert_eq!(draft.published.as_ref().map(|it| it.version), Some(1));
    assert_eq!(draft.to_do(), Some(Check::Approval));
    assert_eq!(draft.spoken(later)[0].is, SaidAs::Correction);
    assert!(
        sue.approve(june(), draft.edition, later)
            .await
            .expect("an answer")
    );
    let done = sue.publish_draft(june(), draft.edition, later).await;
    assert!(done.expect("an answer"));
    let draft = sue.draft(june(), later).await.expect("a page");
    assert_eq!(draft.published.map(|it| it.version), Some(2));
}

async fn a_form_sent_twice_asks_once(house: House) {
    let sue = sue(&house).await;
    for text in ["A shared form", "A shared form", "One shared form"] {
        let ask = Asking::Ask("one".into(), says(text));
        sue.write_draft(june(), &ask, JULY).await.expect("asked");
    }
    let asks = sue.draft(june(), JULY).await.expect("a draft").asks;
    let asks: Vec<_> = asks.iter().map(|it| it.text.en.as_str()).collect();
    assert_eq!(asks, ["One shared form"]);
}

async fn an_address_works_until_its_day_or_its_end(house: House) {
    let sue = sue(&house).await;
    let early = sue
        .make_link(june(), "one", "Members", JULY + 7 * DAY, JULY)
        .await;
    assert!(early.is_err(), "nothing is published");
    publish(&sue, june(), JULY).await;
    let now = JULY + 31 * DAY;
    for (hash, made) in [("one", true), ("one", false), ("two", true)] {
        let done = sue
            .make_link(june(), hash, "Members", now + 7 * DAY, now)
            .await;
        assert_eq!(done.expect("an answer"), made);
    }
    let paper = house.store.paper("one", now).await.expect("an answer");
    let paper = paper.expect("it works");
    assert_eq!(
        (paper.month, paper.organisation.en.as_str()),
        (june(), "Aber Valley Council")
    );
    assert_eq!(paper.page.month.need_met.n(), 1);
    let links = sue.links(june(), now).await.expect("links").links;
    assert_eq!(links.len(), 2);
    assert!(
        house
            .store
            .paper("one", now + 7 * DAY)
            .await
            .expect("an answer")
            .is_none()
    );
    assert!(
        house
            .store
            .paper("never", now)
            .await
            .expect("an answer")
            .is_none()
    );
    for link in &links {
        sue.end_link(&link.id, now).await.expect("ended");
        sue.end_link(&link.id, now).await.expect("ended before");
    }
    for hash in ["one", "two"] {
        assert!(
            house
                .store
                .paper(hash, now)
                .await
                .expect("an answer")
                .is_none()
        );
    }
    assert!(
        sue.links(june(), now)
            .await
            .expect("links")
            .links
            .iter()
            .all(|it| !it.works)
    );
    let made = house
        .number("SELECT COUNT(*) FROM audit WHERE what = 'paper_made'")
        .await;
    let ended = house
        .number("SELECT COUNT(*) FROM audit WHERE what = 'paper_ended'")
        .await;
    assert_eq!((made, ended), (2, 2));
    let plain = "SELECT COUNT(*) FROM paper_link WHERE token_hash NOT IN ('one', 'two')";
    assert_eq!(
        house.number(plain).await,
        0,
        "only what was handed in as a hash"
    );
}

async fn the_board_is_told_once_of_what_is_published(house: House) {
    let sue = sue(&house).await;
    house.person("una", "aber", &[Role::Board], &[]).await;
    house
        .person("tim", "aber", &[Role::ServiceTeam], &["bins"])
        .await;
    for (person, months) in [("sue", true), ("una", false), ("tim", true)] {
        let form = MailForm {
            address: format!("{person}@aber.example"),
            digest: Digest::None,
            alerts: false,
            months,
        };
        let desk = house.desk(person).await;
        let chosen = desk.choose_mail(&form, Lang::Cy, NOON).await;
        assert_eq!(chosen.expect("an answer"), Ok(()));
    }
    let ann = house.desk("ann").await;
    assert!(
        ann.mail_choice().await.is_err(),
        "leaders are not written to"
    );
    let mut tx = house.db.begin().await.expect("begun");
    tx.execute("UPDATE mail_choice SET confirmed_at = 1", &[])
        .await
        .expect("confirmed");
    tx.execute("DELETE FROM outbox", &[])
        .await
        .expect("emptied");
    tx.commit().await.expect("committed");
    publish(&sue, june(), JULY).await;
    let later = JULY + 31 * DAY;
    let jobs = house.store.lease(Way::Mail, 8, later).await.expect("jobs");
    let [job] = &jobs[..] else {
        panic!("one message, not {jobs:?}");
    };
    assert_eq!(job.topic, "month");
    assert_eq!(job.body["month"], "2026-06");
    assert_eq!(
        (job.body["k"].as_u64(), job.body["n"].as_u64()),
        (Some(0), Some(1))
    );
    let body = job.body.to_string();
    assert!(!body.contains("Look at"), "nothing anybody wrote: {body}");
}

async fn nothing_of_one_board_is_reached_by_another(house: House) {
    let sue = sue(&house).await;
    let ask = Asking::Ask("one".into(), says("A shared form"));
    sue.write_draft(june(), &ask, JULY).await.expect("asked");
    publish(&sue, june(), JULY).await;
    let now = JULY + 31 * DAY;
    sue.make_link(june(), "one", "Members", now + DAY, now)
        .await
        .expect("made");
    let link = sue.links(june(), now).await.expect("links").links.remove(0);

    let roles = [Role::Board, Role::Secretary];
    house.person("zoe", "cwm", &roles, &[]).await;
    let zoe = house.desk("zoe").await;
    assert!(matches!(
        zoe.end_link(&link.id, now).await,
        Err(StoreError::NotFound)
    ));
    let theirs = Asking::Ask("one".into(), says("Taken over"));
    // Their own first month is this one, so June is not there for them.
    assert!(zoe.write_draft(june(), &theirs, now).await.is_err());
    let became = Asking::Became("one".into(), says("Taken over"));
    let august = june().after().and_then(YearMonth::after).expect("August");
    assert!(
        zoe.write_draft(august, &became, now + 60 * DAY)
            .await
            .is_err()
    );
    let text = house
        .number("SELECT COUNT(*) FROM month_ask WHERE text_en = 'A shared form' AND became_en = ''")
        .await;
    assert_eq!(text, 1);
    assert!(
        house
            .store
            .paper("one", now)
            .await
            .expect("an answer")
            .is_some()
    );
}
