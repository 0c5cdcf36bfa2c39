//! The year that the leaders of the demonstration had.
//!
//! Twelve whole months and the present one. The newest whole month is told attempt by attempt, and adds up:
//! 10 attempts, 7 met; four leaders walked twice and two once; 23 friction points, of which 4 stopped someone, 8 nearly
//! did and 11 slowed them. The months before have the counts of [`MET_OF`] and are made by chance.

use app::walk::{Answer, Category, Lang, Millis, OthersWould, Severity, Task};

use super::{
    attempt::{Attempt, Felt},
    rng::Chance,
};

const DAY: Millis = 86_400_000;
const HOUR: Millis = 3_600_000;

/// Needs met, of attempts, month by month before the newest whole one: with it, 59 of 113.
const MET_OF: [(usize, usize); 11] = [
    (3, 8),
    (2, 6),
    (4, 9),
    (5, 10),
    (5, 11),
    (4, 9),
    (6, 11),
    (6, 10),
    (7, 12),
    (4, 7),
    (6, 10),
];

/// The attempts of the large organisation. `months` are the first moments of the twelve whole months, oldest first,
/// and of the present month; `leaders` is how many walk, at least 6.
pub(super) fn council<'a>(
    tasks: &'a [Task],
    months: &[Millis; 13],
    now: Millis,
    chance: &mut Chance,
) -> Vec<Attempt<'a>> {
    let mut attempts = Vec::new();
    for (month, &(met, of)) in MET_OF.iter().enumerate() {
        attempts.extend(by_chance(
            tasks,
            6,
            months[month],
            months[month + 1],
            (met, of),
            chance,
        ));
    }
    plant(&mut attempts, tasks, months);
    attempts.extend(newest_whole_month(tasks, months[11]));
    attempts.extend(present_month(tasks, months[12], now));
    attempts
}

/// The attempts of the neighbour: two a month.
pub(super) fn neighbour<'a>(
    tasks: &'a [Task],
    months: &[Millis; 13],
    chance: &mut Chance,
) -> Vec<Attempt<'a>> {
    let mut attempts = Vec::new();
    for month in months.windows(2) {
        let met = usize::from(chance.happens(50)) + usize::from(chance.happens(40));
        attempts.extend(by_chance(tasks, 2, month[0], month[1], (met, 2), chance));
    }
    attempts
}

fn by_chance<'a>(
    tasks: &'a [Task],
    leaders: usize,
    from: Millis,
    to: Millis,
    (met, of): (usize, usize),
    chance: &mut Chance,
) -> Vec<Attempt<'a>> {
    // The told frictions of the ramp and of homelessness help are kept for the attempts that tell them.
    let open: Vec<&Task> = tasks
        .iter()
        .filter(|task| !["ramp", "homelessness"].contains(&task.id.as_str()))
        .collect();
    let days = (to - from) / DAY;
    let attempt = |number: usize| {
        let task = *chance.one_of(&open)?;
        let need_met = if number < met {
            Answer::Yes
        } else if chance.happens(30) {
            Answer::Partly
        } else {
            Answer::No
        };
        Some(Attempt {
            leader: (number + usize::try_from(chance.between(0, 1)).unwrap_or(0)) % leaders,
            task,
            starts_at: from
                + chance.between(0, days - 1) * DAY
                + chance.between(8 * 60, 17 * 60) * 60_000,
            minutes: chance.between(5, 28),
            need_met,
            others_would: *chance
                .one_of(OthersWould::ALL)
                .unwrap_or(&OthersWould::SomeNot),
            felt: frictions_by_chance(task, need_met, chance),
            lang: if chance.happens(15) {
                Lang::Cy
            } else {
                Lang::En
            },
        })
    };
    (0..of).filter_map(attempt).collect()
}

fn frictions_by_chance(task: &Task, need_met: Answer, chance: &mut Chance) -> Vec<Felt> {
    let last = i64::try_from(task.steps.len()).unwrap_or(1) - 1;
    let mut felt = |severity: Severity, from: i64| Felt {
        step: u16::try_from(chance.between(from.min(last), last)).unwrap_or(0),
        category: *chance.one_of(Category::ALL).unwrap_or(&Category::Find),
        severity,
    };
    let mut all = vec![felt(Severity::Slowed, 0)];
    if need_met != Answer::Yes {
        all.push(felt(Severity::Nearly, 0));
    }
    if need_met == Answer::No {
        all.push(felt(Severity::Stopped, 1));
    }
    all
}

/// What was felt at the ramp before: the same details asked for since spring, the form to print since late summer.
fn plant<'a>(attempts: &mut Vec<Attempt<'a>>, tasks: &'a [Task], months: &[Millis; 13]) {
    let asked = Told(2, Category::Asked, Severity::Nearly);
    let form = Told(3, Category::Form, Severity::Stopped);
    let spring = told(
        tasks,
        4,
        "ramp",
        months[6] + 5 * DAY,
        19,
        Answer::Partly,
        OthersWould::SomeNot,
        &[asked],
    );
    let summer = told(
        tasks,
        3,
        "ramp",
        months[9] + 13 * DAY,
        24,
        Answer::No,
        OthersWould::Few,
        &[asked, form],
    );
    for (story, from, to) in [
        (spring, months[6], months[7]),
        (summer, months[9], months[10]),
    ] {
        let Some(story) = story else { continue };
        // Takes the place of an attempt that ended alike, so that the month's count stays.
        let alike = |it: &&mut Attempt<'_>| {
            (from..to).contains(&it.starts_at)
                && (it.need_met == Answer::Yes) == (story.need_met == Answer::Yes)
        };
        if let Some(place) = attempts.iter_mut().find(alike) {
            *place = story;
        }
    }
}

fn newest_whole_month(tasks: &[Task], from: Millis) -> Vec<Attempt<'_>> {
    use Answer::{No, Yes};
    use Category::{Access, Asked, Bounced, Broken, Find, Form, Help, Unclear, Wait, Wrong};
    use OthersWould::{Few, Most, SomeNot};
    use Severity::{Nearly, Slowed, Stopped};
    let day = |day: Millis| from + (day - 1) * DAY;
    [
        told(
            tasks,
            2,
            "homelessness",
            day(2),
            26,
            No,
            Few,
            &[
                Told(1, Wait, Nearly),
                Told(2, Bounced, Stopped),
                Told(3, Help, Stopped),
            ],
        ),
        told(
            tasks,
            1,
            "care-assessment",
            day(6),
            18,
            Yes,
            SomeNot,
            &[Told(1, Asked, Slowed), Told(3, Wait, Nearly)],
        ),
        told(
            tasks,
            3,
            "ramp",
            day(9),
            31,
            No,
            Few,
            &[
                Told(0, Find, Slowed),
                Told(1, Access, Nearly),
                Told(2, Asked, Nearly),
                Told(3, Form, Stopped),
            ],
        ),
        told(
            tasks,
            0,
            "ramp",
            day(14),
            20,
            No,
            Few,
            &[
                Told(0, Find, Slowed),
                Told(1, Unclear, Nearly),
                Told(2, Asked, Nearly),
                Told(3, Form, Stopped),
            ],
        ),
        told(
            tasks,
            5,
            "tip-opening",
            day(16),
            4,
            Yes,
            Most,
            &[Told(1, Wrong, Slowed)],
        ),
        told(
            tasks,
            1,
            "blue-badge",
            day(20),
            13,
            Yes,
            SomeNot,
            &[Told(1, Unclear, Slowed), Told(3, Form, Slowed)],
        ),
        told(
            tasks,
            2,
            "council-tax-move",
            day(20),
            9,
            Yes,
            Most,
            &[Told(2, Unclear, Slowed)],
        ),
        told(
            tasks,
            0,
            "missed-bin",
            day(22),
            7,
            Yes,
            Most,
            &[Told(0, Find, Slowed), Told(1, Form, Slowed)],
        ),
        told(
            tasks,
            4,
            "homelessness",
            day(23),
            15,
            Yes,
            SomeNot,
            &[Told(0, Unclear, Slowed), Told(1, Wait, Nearly)],
        ),
        told(
            tasks,
            3,
            "bulky-waste",
            day(27),
            11,
            Yes,
            SomeNot,
            &[Told(2, Form, Slowed), Told(4, Broken, Nearly)],
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What has been walked this month so far: the chief executive once. Nothing that would lie in the future.
fn present_month(tasks: &[Task], from: Millis, now: Millis) -> Vec<Attempt<'_>> {
    use Answer::{No, Yes};
    use OthersWould::{Most, SomeNot};
    use Severity::{Slowed, Stopped};
    let day = |day: Millis| from + (day - 1) * DAY;
    let soon = [
        told(
            tasks,
            0,
            "pothole",
            day(3),
            8,
            Yes,
            Most,
            &[Told(1, Category::Form, Slowed)],
        ),
        told(
            tasks,
            2,
            "housing-register",
            day(4),
            22,
            No,
            SomeNot,
            &[
                Told(0, Category::Unclear, Slowed),
                Told(2, Category::Door, Stopped),
            ],
        ),
        told(
            tasks,
            5,
            "library-renew",
            day(5),
            6,
            Yes,
            Most,
            &[Told(1, Category::Door, Slowed)],
        ),
    ];
    soon.into_iter()
        .flatten()
        .filter(|attempt| attempt.starts_at + 3 * DAY < now)
        .collect()
}

/// A friction point of a told attempt: step counted from 0, category, severity.
#[derive(Clone, Copy)]
struct Told(u16, Category, Severity);

#[allow(clippy::too_many_arguments)] // A row of a table reads better than a builder.
fn told<'a>(
    tasks: &'a [Task],
    leader: usize,
    task: &str,
    day: Millis,
    minutes: i64,
    need_met: Answer,
    others_would: OthersWould,
    felt: &[Told],
) -> Option<Attempt<'a>> {
    let felt = felt.iter().map(|&Told(step, category, severity)| Felt {
        step,
        category,
        severity,
    });
    Some(Attempt {
        leader,
        task: tasks.iter().find(|it| it.id == task)?,
        starts_at: day + 12 * HOUR,
        minutes,
        need_met,
        others_would,
        felt: felt.collect(),
        lang: Lang::En,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::content::{COUNCIL, Content};

    /// Thirty days each, from a fixed day.
    fn months() -> [Millis; 13] {
        std::array::from_fn(|month| {
            1_730_000_000_000 + Millis::try_from(month).expect("small") * 30 * DAY
        })
    }

    fn attempts(check: impl Fn(&[Attempt<'_>], &[Millis; 13])) {
        let (_, tasks) = Content::read()
            .expect("content")
            .tasks(COUNCIL)
            .expect("tasks");
        let months = months();
        let all = council(
            &tasks,
            &months,
            months[12] + 20 * DAY,
            &mut Chance::seeded(7),
        );
        check(&all, &months);
    }

    fn met<'a>(attempts: impl Iterator<Item = &'a Attempt<'a>>) -> (usize, usize) {
        attempts.fold((0, 0), |(met, of), it| {
            (met + usize::from(it.need_met == Answer::Yes), of + 1)
        })
    }

    #[test]
    fn twelve_whole_months_add_up() {
        attempts(|all, months| {
            assert_eq!(
                met(all.iter().filter(|it| it.starts_at < months[12])),
                (59, 113)
            );
            for (month, expected) in MET_OF.iter().enumerate() {
                let within = all
                    .iter()
                    .filter(|it| (months[month]..months[month + 1]).contains(&it.starts_at));
                assert_eq!(met(within), *expected, "month {month}");
            }
        });
    }

    #[test]
    fn the_newest_whole_month_adds_up() {
        attempts(|all, months| {
            let month: Vec<_> = all
                .iter()
                .filter(|it| (months[11]..months[12]).contains(&it.starts_at))
                .collect();
            let severities = |severity| {
                month
                    .iter()
                    .flat_map(|it| &it.felt)
                    .filter(|it| it.severity == severity)
                    .count()
            };
            let counts = [Severity::Stopped, Severity::Nearly, Severity::Slowed].map(severities);
            assert_eq!(counts, [4, 8, 11]);
            let walked = |leader| month.iter().filter(|it| it.leader == leader).count();
            let mut walks: Vec<usize> = (0..6).map(walked).collect();
            walks.sort_unstable();
            assert_eq!(walks, [1, 1, 2, 2, 2, 2]);
            let mut minutes: Vec<i64> = month.iter().map(|it| it.minutes).collect();
            minutes.sort_unstable();
            assert_eq!(minutes, [4, 7, 9, 11, 13, 15, 18, 20, 26, 31]);
        });
    }

    #[test]
    fn what_is_told_of_the_ramp_was_felt_four_times_by_three() {
        attempts(|all, months| {
            let asked = |it: &&Attempt<'_>| {
                it.task.id == "ramp"
                    && it
                        .felt
                        .iter()
                        .any(|felt| felt.step == 2 && felt.category == Category::Asked)
            };
            let felt: Vec<_> = all.iter().filter(asked).collect();
            let mut leaders: Vec<usize> = felt.iter().map(|it| it.leader).collect();
            leaders.sort_unstable();
            leaders.dedup();
            assert_eq!((felt.len(), leaders.len()), (4, 3));
            assert!(felt.iter().all(|it| it.starts_at >= months[6]));
        });
    }
}
