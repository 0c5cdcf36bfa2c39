//! What waits at a boundary is no figure of the month: a correction keeps what the version it corrects says.

use app::{
    board::{MonthPage, month_page, preview_page},
    walk::Lang,
};
use leptos::prelude::{Owner, RenderHtml};
use server::{store::Desk, viewer::Role};

use super::{JULY, correct, june, publish, says, sue};
use crate::{
    House,
    house::{DAY, task},
    on_both,
    phone::Phone,
};

on_both! {
    a_correction_keeps_what_waited_when_the_month_was_published,
    what_waited_keeps_the_name_of_its_step,
    who_reads_the_month_first_does_not_say_what_waits_in_it,
}

/// The fourth of August, on which June is published.
const LATER: i64 = JULY + 30 * DAY;
const KEPT: &str = "As it stood on 4 August 2026: a correction does not count it anew.";

fn plain(html: &str) -> String {
    html.replace('\u{a0}', " ")
}

async fn version(sue: &Desk, version: u32, now: i64) -> MonthPage {
    let page = sue.published(june(), Some(version), now).await;
    (**page.expect("an answer").expect("published")).clone()
}

async fn a_correction_keeps_what_waited_when_the_month_was_published(house: House) {
    let sue = sue(&house).await;
    publish(&sue, june(), JULY).await;
    let first = version(&sue, 1, LATER).await;
    assert_eq!(first.waiting.len(), 1, "one boundary");
    // Something else waits by then, and the first for longer.
    let mut phone = Phone::new(5);
    phone.start("ramp");
    phone.feel(2, app::walk::Category::Bounced);
    phone.send(&house.desk("ben").await).await;
    for (number, days) in [(2, 50), (3, 90)] {
        let now = LATER + days * DAY;
        let reason = says(&format!("The words of version {number}."));
        assert!(sue.correct(june(), &reason, now).await.expect("begun"));
        let draft = sue.correction(june(), now).await.expect("an answer");
        let draft = draft.expect("a correction");
        assert_eq!(draft.waiting, first.waiting);
        let html = Owner::new().with(|| preview_page(Lang::En, &draft).to_html());
        assert!(plain(&html).contains(KEPT), "{html}");
        sue.open_reply(june(), now).await.expect("opened");
        let over = now + 30 * DAY;
        let edition = sue.draft(june(), over).await.expect("a draft").edition;
        for done in [
            sue.approve(june(), edition, over).await,
            sue.publish_draft(june(), edition, over).await,
        ] {
            assert!(done.expect("an answer"));
        }
        let page = version(&sue, number, over).await;
        assert_eq!(page.waiting, first.waiting);
        let html = Owner::new().with(|| month_page(Lang::En, &page).to_html());
        assert!(plain(&html).contains(KEPT), "version {number}");
    }
    let html = Owner::new().with(|| month_page(Lang::En, &first).to_html());
    assert!(html.contains("As it stood when this page was published."));
    crate::record::assert_whole(&house).await;
}

/// The second page is of the same list: it says what the first said.
async fn what_waited_keeps_the_name_of_its_step(house: House) {
    let sue = sue(&house).await;
    Phone::whole_walk(7, "ramp")
        .send(&house.desk("ben").await)
        .await;
    publish(&sue, june(), JULY).await;
    let first = version(&sue, 1, LATER).await;
    let step = first.waiting[0].waits[0].step;
    let name = &task("ramp").steps[usize::from(step)].name;
    assert_eq!(first.waiting[0].waits[0].step_name.as_ref(), Some(name));

    let mut ramp = task("ramp");
    ramp.steps[usize::from(step)].name = says("Another name");
    house.put_tasks("aber", &[task("missed-bin"), ramp]).await;
    correct(&sue, june(), LATER + 40 * DAY).await;
    let second = version(&sue, 2, LATER + 41 * DAY).await;
    let html = Owner::new().with(|| month_page(Lang::En, &second).to_html());
    let (_, waiting) = html
        .split_once("<h3>Cwm Health Board</h3>")
        .expect("a list");
    let (waiting, _) = waiting.split_once("</ul>").expect("its end");
    assert!(
        waiting.contains(&name.en) && !waiting.contains("Another name"),
        "{waiting}"
    );
}

/// A team that is asked for its view reads the month too, and the page is kept.
async fn who_reads_the_month_first_does_not_say_what_waits_in_it(house: House) {
    let sue = sue(&house).await;
    house
        .person("dan", "aber", &[Role::ServiceTeam], &["bins"])
        .await;
    Phone::whole_walk(7, "ramp")
        .send(&house.desk("ben").await)
        .await;
    sue.open_reply(june(), JULY).await.expect("opened");
    let dan = house.desk("dan").await;
    let asked = dan.asked_views(JULY).await.expect("an answer");
    assert_eq!(asked.len(), 1, "June");
    let page = sue.month(june(), JULY).await.expect("June");
    let waits = page.waiting.iter().flat_map(|it| &it.waits);
    let mut tasks: Vec<_> = waits.map(|it| it.task.as_str()).collect();
    tasks.sort_unstable();
    assert_eq!(tasks, ["missed-bin", "ramp"], "of every service");
}
