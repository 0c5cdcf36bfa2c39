//! The year that the leaders of the demonstration had.
//!
//! Twelve whole months and the present one. The newest whole month is told attempt by attempt, and adds up:
//! 10 attempts, 7 met; four leaders walked twice and two once; 23 friction points, of which 4 stopped someone, 8 nearly
//! did and 11 slowed them. The months before have the counts of [`MET_OF`] and are made by chance.

use app::walk::{Answer, Category, Lang, Millis, OthersWould, Severity, Task};

use super::{
    attempt::{Attempt, Felt},
    changes::Change,
    rng::Chance,
    told::{newest_whole_month, plant, present_month},
};

const DAY: Millis = 86_400_000;

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
    changes: &[Change],
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
    for change in changes {
        change.plant(&mut attempts, tasks, months);
    }
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
            again: None,
            told: false,
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
            &Change::read().expect("changes"),
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
