//! The attempts of the demonstration that are told one by one: step counted from 0, category, severity.

use app::walk::{Answer, Category, Lang, Millis, OthersWould, Severity, Task};

use super::attempt::{Attempt, Felt};

const DAY: Millis = 86_400_000;
const HOUR: Millis = 3_600_000;

/// What was felt at the ramp before: the same details asked for since spring, the form to print since late summer.
pub(super) fn plant<'a>(attempts: &mut Vec<Attempt<'a>>, tasks: &'a [Task], months: &[Millis; 13]) {
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
    for (story, month) in [(spring, 6), (summer, 9)] {
        if let Some(story) = story {
            takes_the_place(attempts, story, month, months);
        }
    }
}

/// Puts a story in the place of an attempt of chance that ended alike, so that its month's count stays.
pub(super) fn takes_the_place<'a>(
    attempts: &mut [Attempt<'a>],
    story: Attempt<'a>,
    month: usize,
    months: &[Millis; 13],
) {
    let alike = |it: &&mut Attempt<'_>| {
        (months[month]..months[month + 1]).contains(&it.starts_at)
            && (it.need_met == Answer::Yes) == (story.need_met == Answer::Yes)
            && !it.told
    };
    if let Some(place) = attempts.iter_mut().find(alike) {
        *place = story;
    }
}

/// The newest whole month, which adds up as [`super::year`] says.
pub(super) fn newest_whole_month(tasks: &[Task], from: Millis) -> Vec<Attempt<'_>> {
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
pub(super) fn present_month(tasks: &[Task], from: Millis, now: Millis) -> Vec<Attempt<'_>> {
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
        again: None,
        told: true,
    })
}
