//! Every figure of a month with its meaning: the table at the foot of the page, and the file.

use crate::walk::measures::{FEWEST_FOR_PERCENT, KofN, Spread};
use crate::walk::{Lang, Millis, Severity};
use crate::words::{ChangedFigures, Common, Figures, burden, category, fill, severity};

use super::MonthPage;
use super::answers::levels;
use super::changes::longest_open;
use super::figures_then::{earlier, months};
use super::hand_over::through;
use super::in_the_way::standing;
use super::said::{day, days, decimal, leaders, minutes, of};

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The same in every month and language.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// As the page shows it.
    pub value: String,
    /// The count of a share, or a plain count.
    pub k: Option<u64>,
    /// Of how many.
    pub n: Option<u64>,
    /// The share in percent, from twenty on.
    pub percent: Option<f64>,
    /// How it is counted.
    pub means: String,
}

/// Every figure of a month, in the order of the page.
#[must_use]
pub fn figures(lang: Lang, page: &MonthPage) -> Vec<Figure> {
    let mut all = outcome(lang, page);
    all.extend(times(lang, page));
    all.extend(people(lang, page));
    all.extend(friction(lang, page));
    all.extend(in_the_way(lang, page));
    all.extend(changes(lang, page));
    all.extend(rest(lang, page));
    all.extend(months(lang, page));
    all.extend(earlier(lang, page));
    all
}

fn outcome(lang: Lang, page: &MonthPage) -> Vec<Figure> {
    let words = Figures::of(lang);
    let month = &page.month;
    let share = |key, name, count, means| share(lang, key, name, count, means);
    let mut all = vec![
        share(
            "need_met",
            words.need_met,
            month.need_met,
            words.need_met_means,
        ),
        share(
            "need_met_12_months",
            words.twelve,
            month.twelve_months,
            words.twelve_means,
        ),
        share(
            "did_what_it_should",
            words.did_should,
            month.did_should,
            words.did_should_means,
        ),
    ];
    let more = ChangedFigures::of(lang);
    all.push(share(
        "completed",
        more.completed,
        month.completed,
        more.completed_means,
    ));
    all.extend(month.ease.map(|ease| Figure {
        n: Some(ease.n),
        ..plain("ease", words.ease, decimal(ease.mean), words.ease_means)
    }));
    if let Some(it) = month.satisfaction {
        all.extend((it.n >= FEWEST_FOR_PERCENT).then(|| Figure {
            n: Some(it.n),
            percent: Some(it.percent),
            ..plain(
                "satisfaction",
                words.satisfaction,
                decimal(it.percent),
                words.satisfaction_means,
            )
        }));
        for (place, (name, times)) in levels(lang, &it).into_iter().enumerate() {
            let key = format!("satisfaction_{}", 5 - place);
            all.push(Figure {
                n: Some(it.n),
                ..count(&key, name, times, words.level_means)
            });
        }
    }
    all
}

fn times(lang: Lang, page: &MonthPage) -> Vec<Figure> {
    let words = Figures::of(lang);
    let time = |key, name, spread: Spread, ms: Millis, means| Figure {
        n: Some(spread.n),
        ..plain(key, name, minutes(lang, ms), means)
    };
    let mut all = Vec::new();
    if let Some(it) = page.month.through {
        all.push(time(
            "time_median",
            words.median,
            it,
            it.median,
            words.median_means,
        ));
        all.push(time(
            "time_shortest",
            words.shortest,
            it,
            it.shortest,
            words.time_means,
        ));
        all.push(time(
            "time_longest",
            words.longest,
            it,
            it.longest,
            words.time_means,
        ));
    }
    all.extend(
        page.month
            .lost
            .map(|it| time("time_lost", words.lost, it, it.median, words.time_means)),
    );
    all
}

fn people(lang: Lang, page: &MonthPage) -> Vec<Figure> {
    let words = Figures::of(lang);
    let month = &page.month;
    let walked = words.walked_twice_means;
    let mut all = vec![share(
        lang,
        "walked_twice",
        words.walked_twice,
        month.walked_twice,
        walked,
    )];
    let answered = month.most_would.n();
    for (answer, times) in &month.others_would {
        let key = format!("others_{}", answer.code());
        let name = crate::words::others_would(lang, *answer);
        all.push(share(
            lang,
            &key,
            name,
            KofN::new(*times, answered),
            words.others_means,
        ));
    }
    all
}

fn friction(lang: Lang, page: &MonthPage) -> Vec<Figure> {
    let words = Figures::of(lang);
    let friction = &page.month.friction;
    let mut all = vec![count(
        "friction",
        words.friction,
        friction.all,
        words.friction_means,
    )];
    for (it, times) in &friction.by_severity {
        let key = format!("severity_{}", it.map_or("not_said", Severity::code));
        let name = it.map_or(words.severity_not_said, |it| severity(lang, it));
        all.push(count(&key, name, *times, words.severity_means));
    }
    for (it, times) in &friction.by_category {
        let key = format!("category_{}", it.map_or("something_else", |it| it.code()));
        let name = it.map_or(Common::of(lang).something_else, |it| category(lang, it));
        all.push(count(&key, name, *times, words.category_means));
    }
    for (it, times) in &friction.by_burden {
        all.push(count(
            &format!("burden_{}", it.code()),
            burden(lang, *it),
            *times,
            words.burden_means,
        ));
    }
    let again = KofN::new(friction.contacted_again, friction.all);
    all.push(share(
        lang,
        "contacted_again",
        words.again,
        again,
        words.again_means,
    ));
    all
}

fn in_the_way(lang: Lang, page: &MonthPage) -> Vec<Figure> {
    let words = Figures::of(lang);
    let each = page.month.in_the_way.iter().map(|it| {
        let step = (u32::from(it.step) + 1).to_string();
        let service = page.names.service(lang, &it.task);
        let what = category(lang, it.category);
        let name = fill(
            words.in_the_way,
            &[("what", what), ("service", service), ("n", &step)],
        );
        let date = day(lang, &page.calendar, it.since, 0);
        let (leaders, days) = (leaders(lang, it.leaders), days(lang, it.days_open));
        let gaps = [
            ("leaders", leaders.as_str()),
            ("date", &date),
            ("days", &days),
        ];
        let key = ["in_the_way_", &it.task, "_", &step, "_", it.category.code()].concat();
        let means = fill(words.in_the_way_means, &gaps);
        let means = it.stands.map_or(means.clone(), |it| {
            let gaps = [("means", means.as_str()), ("state", &standing(lang, it))];
            fill(ChangedFigures::of(lang).stands, &gaps)
        });
        count(&key, &name, it.times, &means)
    });
    each.collect()
}

fn changes(lang: Lang, page: &MonthPage) -> Vec<Figure> {
    let words = ChangedFigures::of(lang);
    let it = &page.month.changes;
    let mut all = vec![
        count("changed", words.changed, it.changed, words.changed_means),
        count(
            "confirmed",
            words.confirmed,
            it.confirmed,
            words.confirmed_means,
        ),
        count(
            "half_fixed",
            words.half_fixed,
            it.half_fixed,
            words.half_fixed_means,
        ),
        count(
            "not_fixed",
            words.not_fixed,
            it.not_fixed,
            words.not_fixed_means,
        ),
        count(
            "waiting_for_rewalk",
            words.waiting,
            it.waiting,
            words.waiting_means,
        ),
    ];
    if let Some(spread) = it.to_confirmed() {
        for (key, name, n) in [
            ("days_median", words.days_median, spread.median),
            ("days_shortest", words.days_shortest, spread.shortest),
            ("days_longest", words.days_longest, spread.longest),
        ] {
            all.push(Figure {
                k: Some(n),
                n: Some(spread.n),
                ..plain(key, name, days(lang, n), words.days_means)
            });
        }
    }
    all.extend(it.longest_open.as_ref().map(|it| Figure {
        k: Some(it.days),
        ..plain(
            "longest_open",
            words.longest_open,
            days(lang, it.days),
            &longest_open(lang, page, it, words.longest_open_means),
        )
    }));
    all
}

fn rest(lang: Lang, page: &MonthPage) -> Vec<Figure> {
    let words = Figures::of(lang);
    let month = &page.month;
    vec![
        share(
            lang,
            "hand_offs_through",
            words.hand_offs,
            through(page),
            words.hand_offs_means,
        ),
        share(
            lang,
            "need_met_stayed",
            words.stayed,
            month.stayed,
            words.stayed_means,
        ),
        share(
            lang,
            "committed",
            words.committed,
            month.committed,
            words.committed_means,
        ),
        share(
            lang,
            "commitments_kept",
            ChangedFigures::of(lang).kept,
            month.kept,
            ChangedFigures::of(lang).kept_means,
        ),
        count(
            "bright_spots",
            words.bright,
            month.bright_spots,
            words.bright_means,
        ),
        count(
            "left_out_on_purpose",
            words.purpose,
            month.stopped_on_purpose,
            words.purpose_means,
        ),
        count(
            "left_out_unfinished",
            words.unfinished,
            month.unfinished,
            words.unfinished_means,
        ),
    ]
}

pub(super) fn share(lang: Lang, key: &str, name: &str, count: KofN, means: &str) -> Figure {
    Figure {
        k: Some(count.k()),
        n: Some(count.n()),
        percent: count.percent(),
        ..plain(key, name, of(lang, count), means)
    }
}

pub(super) fn count(key: &str, name: &str, times: u64, means: &str) -> Figure {
    Figure {
        k: Some(times),
        ..plain(key, name, times.to_string(), means)
    }
}

pub(super) fn plain(key: &str, name: &str, value: String, means: &str) -> Figure {
    Figure {
        key: key.to_owned(),
        name: name.to_owned(),
        value,
        k: None,
        n: None,
        percent: None,
        means: means.to_owned(),
    }
}
