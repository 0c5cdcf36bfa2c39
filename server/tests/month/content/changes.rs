//! What changed, and what re-walks said of it.

use app::{
    board::{Filter, figures, month_page},
    walk::{
        Answer, FrictionId, Lang,
        month::{Changes, SaidAs},
        thread::{Decision, State},
    },
};
use leptos::prelude::{Owner, RenderHtml};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};

use super::{JUNE, MAY, felt, may, month, rewalk, says, thread_of};
use crate::{
    House,
    house::{DAY, NOON},
    on_both,
};

on_both! {
    changes_stand_as_they_stood_when_the_month_ended,
    changes_are_what_teams_and_walks_said,
    what_is_in_the_way_says_how_it_stands,
}

/// Changed, confirmed, half fixed, not fixed, waiting.
fn counts(it: &Changes) -> [u64; 5] {
    [
        it.changed,
        it.confirmed,
        it.half_fixed,
        it.not_fixed,
        it.waiting,
    ]
}

async fn changes_stand_as_they_stood_when_the_month_ended(house: House) {
    house.give_everything("tom").await;
    let (_, confirmed) = felt(&house, "ann", may(-20), 0).await;
    let (_, half) = felt(&house, "ann", may(-10), 1).await;
    let (_, waiting) = felt(&house, "ben", may(-60), 2).await;
    let (_, oldest) = felt(&house, "ben", may(-80), 3).await;
    says(&house, may(-5), half, Decision::Changed).await;
    says(&house, may(5), confirmed, Decision::Changed).await;
    says(&house, may(12), waiting, Decision::RewalkAsked).await;
    rewalk(&house, "ben", may(10), half, Answer::Partly).await;
    rewalk(&house, "ann", may(20), confirmed, Answer::Yes).await;
    let board = house.desk("tom").await;
    let first = board
        .month(month("2026-05"), JUNE + DAY)
        .await
        .expect("May");
    let first = first.month.clone();
    assert_eq!(counts(&first.changes), [2, 1, 1, 0, 1]);
    // From day -20 to day 20 of May, at the same time of day.
    assert_eq!(first.changes.days_to_confirmed, [40]);
    let longest = first.changes.longest_open.clone().expect("one is open");
    assert_eq!(
        (longest.step, longest.days),
        (3, 111),
        "80 days, noon, and 31"
    );
    // What comes afterwards changes nothing of May: a re-walk, another decision, putting together, taking out.
    rewalk(&house, "ben", JUNE + 2 * DAY, waiting, Answer::Yes).await;
    says(&house, JUNE + 2 * DAY, half, Decision::NotNow).await;
    says(&house, JUNE + 2 * DAY, confirmed, Decision::Changed).await;
    let (_, again) = felt(&house, "ben", JUNE + 3 * DAY, 3).await;
    let tom = house.desk("tom").await;
    let one = thread_of(&house, oldest).await;
    let other = thread_of(&house, confirmed).await;
    tom.join(one, other, JUNE + 4 * DAY).await.expect("joined");
    tom.split(one, &[again].into(), JUNE + 5 * DAY)
        .await
        .expect("split");
    let late = board.month(month("2026-05"), NOON).await.expect("May");
    assert_eq!(late.month, first);
    let june = board.month(month("2026-06"), NOON).await.expect("June");
    assert_eq!(counts(&june.month.changes), [0, 1, 0, 0, 0]);
    let rewalks = Filter {
        rewalks: true,
        ..Filter::default()
    };
    let walks = board.evidence(month("2026-05"), rewalks, NOON).await;
    assert_eq!(walks.expect("the walks").all, 2);
}

/// What happens to a thread in the test's own account of it.
#[derive(Clone, Copy)]
enum Step {
    Felt,
    Changed,
    NotNow,
    Held(Answer),
}

/// How a thread stands in the test's own account: followed through time, one thing after the other.
#[derive(Default)]
struct Account {
    first: i64,
    changed_at: Option<i64>,
    not_now: bool,
    /// What was found of the last change, and when it was found first.
    found: Option<(State, i64)>,
    /// True when it was not a re-walk that found it, but whoever felt it again: the last of them says when.
    came_back: bool,
}

impl Account {
    fn follow(&mut self, at: i64, step: Step) {
        match step {
            Step::Felt => {
                if self.first == 0 {
                    self.first = at;
                }
                if matches!(self.found, Some((State::Confirmed, _))) {
                    self.found = Some((State::NotFixed, at));
                    self.came_back = true;
                } else if self.came_back && matches!(self.found, Some((State::NotFixed, _))) {
                    self.found = Some((State::NotFixed, at));
                }
            }
            // Saying the same again is saying nothing.
            Step::Changed if self.changed_at.is_some() && !self.not_now && self.found.is_none() => {
            }
            Step::Changed => {
                self.changed_at = Some(at);
                self.not_now = false;
                self.found = None;
            }
            Step::NotNow => self.not_now = true,
            Step::Held(_) if self.changed_at.is_none() => {}
            Step::Held(answer) => self.hold(at, answer),
        }
    }

    fn hold(&mut self, at: i64, answer: Answer) {
        let held_already = matches!(self.found, Some((State::Confirmed, _)));
        self.came_back = false;
        match answer {
            Answer::Yes if held_already => {}
            Answer::Yes => self.found = Some((State::Confirmed, at)),
            Answer::Partly => self.found = Some((State::HalfFixed, at)),
            Answer::No => self.found = Some((State::NotFixed, at)),
        }
    }
}

async fn changes_are_what_teams_and_walks_said(house: House) {
    house.give_everything("tom").await;
    let mut random = StdRng::seed_from_u64(48);
    let mut told: Vec<Vec<(i64, Step)>> = Vec::new();
    for thread in 0..4_u16 {
        let mut steps = vec![(may(-40 + i64::from(thread)), Step::Felt)];
        let (_, friction): (_, FrictionId) = felt(&house, "ann", steps[0].0, thread).await;
        let mut day = -30;
        while day < 40 {
            day += random.random_range(2..9);
            let at = may(day) + i64::from(thread) * 60_000;
            let step = *[
                Step::Felt,
                Step::Changed,
                Step::Changed,
                Step::NotNow,
                Step::Held(Answer::Yes),
                Step::Held(Answer::Yes),
                Step::Held(Answer::Partly),
                Step::Held(Answer::No),
            ]
            .choose(&mut random)
            .expect("one");
            match step {
                Step::Felt => drop(felt(&house, "ben", at, thread).await),
                Step::Changed => drop(says(&house, at, friction, Decision::Changed).await),
                Step::NotNow => drop(says(&house, at, friction, Decision::NotNow).await),
                Step::Held(answer) => drop(rewalk(&house, "ben", at, friction, answer).await),
            }
            steps.push((at, step));
        }
        told.push(steps);
    }
    let board = house.desk("tom").await;
    for (of, from, to) in [
        ("2026-04", MAY - 30 * DAY, MAY),
        ("2026-05", MAY, JUNE),
        ("2026-06", JUNE, JUNE + 30 * DAY),
    ] {
        let now = JUNE + 40 * DAY;
        let page = board.month(month(of), now).await.expect("the month");
        let mut expected = [0_u64; 5];
        let mut days = Vec::new();
        for steps in &told {
            let mut account = Account::default();
            for (at, step) in steps.iter().filter(|(at, _)| *at < to) {
                account.follow(*at, *step);
            }
            if account.not_now || account.changed_at.is_none() {
                continue;
            }
            expected[0] += u64::from(account.changed_at >= Some(from));
            match account.found {
                None => expected[4] += 1,
                Some((_, at)) if at < from => {}
                Some((State::Confirmed, at)) => {
                    expected[1] += 1;
                    days.push(u64::try_from((at - account.first) / DAY).expect("later"));
                }
                Some((State::HalfFixed, _)) => expected[2] += 1,
                Some(_) => expected[3] += 1,
            }
        }
        days.sort_unstable();
        assert_eq!(counts(&page.month.changes), expected, "{of}");
        assert_eq!(page.month.changes.days_to_confirmed, days, "{of}");
    }
}

async fn what_is_in_the_way_says_how_it_stands(house: House) {
    house.give_everything("tom").await;
    let (_, friction) = felt(&house, "ann", may(3), 1).await;
    felt(&house, "ann", may(4), 2).await;
    says(&house, may(6), friction, Decision::NotNow).await;
    let board = house.desk("tom").await;
    let page = board.month(month("2026-05"), NOON).await.expect("May");
    let stands = |step| {
        let mut all = page.month.in_the_way.iter();
        all.find(|it| it.step == step).expect("in the way").stands
    };
    let not_now = stands(1).expect("it stands somehow");
    assert_eq!(
        (not_now.state, not_now.day),
        (State::NotNow, Some((2027, 1, 4)))
    );
    assert_eq!(stands(2).map(|it| it.state), Some(State::New));
    let reasons = page.said.iter().filter(|it| it.is == SaidAs::Reason);
    let reasons: Vec<_> = reasons
        .map(|it| (it.text.as_ref().map(|it| it.en.as_str()), it.step))
        .collect();
    assert_eq!(reasons, [(Some("A new rota is agreed"), Some(1))]);
    let html = Owner::new().with(|| month_page(Lang::En, &page).to_html());
    let html = html.replace('\u{a0}', " ");
    assert!(
        html.contains("<span>Reason:</span> <span>A new rota is agreed"),
        "{html}"
    );
    assert!(
        html.contains("Not now. Not before 4 January 2027"),
        "{html}"
    );
    let said = figures(Lang::En, &page);
    let figure = said
        .iter()
        .find(|it| it.key == "in_the_way_missed-bin_2_unclear");
    assert!(figure.is_some_and(|it| {
        it.means
            .replace('\u{a0}', " ")
            .ends_with("Not now. Not before 4 January 2027.")
    }));
}
