//! A walk's read rows: what pages ask for, computed whole from the log.

use std::collections::{BTreeMap, HashMap};

use app::walk::{
    BrightSpot, Fact, FactId, Friction, FrictionId, Kind, Millis, Photo, StepResult, Task, Walk,
    WalkId, fold,
    journey::Trace,
    month::{Crossing, Tally},
};

use super::{
    Row, Tx, Value,
    board::{crossing_step, take_back_unsaid},
    counts::{self, Changes},
    db::Result,
    many::{among, insert},
    refold::{Ground, Kept},
    threads::{self, Felt, POINT, Place},
    withdrawn::{WITHDRAWALS, Withdrawn, withdrawn},
    words,
};

/// The rows of one walk, as the arguments of their statements.
#[derive(Debug)]
pub(super) struct ReadRows {
    walk: Vec<Value>,
    counts: Counts,
    /// The walk's id, when it ever had a photo.
    pictured: Option<Value>,
    /// The same, when anything was ever taken back.
    thinned: Option<Value>,
    /// The same, when a bright spot may not say any more what it said.
    retold: Option<Value>,
    photos: Vec<Vec<Value>>,
    frictions: Vec<FrictionRow>,
    bright_spots: Vec<Vec<Value>>,
    journey: Vec<Value>,
    withdrawn: Vec<Vec<Value>>,
}

/// What the walk adds to its month; nothing while it is in none.
#[derive(Debug)]
struct Counts {
    walk: WalkId,
    organisation: String,
    month: String,
    tally: Tally,
}

/// A friction point's row, which still lacks its threads.
#[derive(Debug)]
struct FrictionRow {
    id: FrictionId,
    /// Where it was felt; none while the task is unknown.
    felt: Option<Felt>,
    row: Vec<Value>,
    /// Its id, and the words of its note to search in; none when it has none.
    words: Option<Vec<Value>>,
}

/// Computes the rows of a walk from its facts in the order of their ids.
pub(super) fn of(
    walk: WalkId,
    author: &str,
    kept: &[Kept],
    task: Option<&Task>,
    ground: &Ground,
) -> ReadRows {
    let facts: Vec<Fact> = kept.iter().map(|kept| kept.fact.clone()).collect();
    let log = Log::new(kept);
    let folded = fold(&facts).for_others();
    let counted_at = log.counted_at();
    let common = Common {
        walk: walk.to_string(),
        organisation: ground.organisation(),
        service: task.map(|task| task.service.as_str()),
        task: folded.started.as_ref().map_or("", |started| &started.task),
        month: task.map_or_else(String::new, |_| ground.month(counted_at)),
    };
    let ever = |kinds: &[&str]| {
        let of_them = |kept: &Kept| kinds.contains(&kept.fact.kind.as_str());
        kept.iter().any(of_them).then(|| (&common.walk).into())
    };
    let photos = folded.frictions.iter().flat_map(|friction| {
        let row = |photo| photo_row(&common, author, friction, photo);
        friction.photos.iter().map(row).collect::<Vec<_>>()
    });
    let counts = Counts {
        walk,
        organisation: common.organisation.to_owned(),
        month: common.month.clone(),
        tally: task
            .filter(|_| !common.month.is_empty())
            .map_or_else(Tally::default, |task| {
                let crossing = crossing(&folded, task);
                counts::tally(walk, author, &folded, counted_at, task, crossing)
            }),
    };
    ReadRows {
        walk: walk_row(&common, author, &folded, &log, task, &counts),
        counts,
        pictured: ever(&["photo_added"]),
        thinned: ever(&WITHDRAWALS),
        retold: kept.iter().any(retells).then(|| (&common.walk).into()),
        photos: photos.collect(),
        frictions: folded
            .frictions
            .iter()
            .map(|friction| friction_row(&common, author, friction, &log))
            .collect(),
        bright_spots: (0_u16..)
            .zip(&folded.bright_spots)
            .map(|(position, spot)| bright_row(&common, position, spot, &log))
            .collect(),
        journey: journey_row(&common, &folded, walk, counted_at),
        withdrawn: withdrawn(&log.kept)
            .iter()
            .map(|gone| withdrawn_row(&common, gone))
            .collect(),
    }
}

/// Facts that change or take back what somebody wrote.
const RETELLING: [&str; 4] = [
    "bright_spot_withdrawn",
    "friction_described",
    "friction_withdrawn",
    "committed",
];

/// True for what takes words back that a month may have been published with, says them anew, or is gone itself.
fn retells(kept: &Kept) -> bool {
    let anew = || match kept.read("bright_spot_noted") {
        Some(Kind::BrightSpotNoted(noted)) => noted.spot.is_some(),
        _ => false,
    };
    kept.blank || RETELLING.contains(&kept.fact.kind.as_str()) || anew()
}

/// Puts the rows where the walks' old ones were.
pub(super) async fn replace(
    tx: &mut Tx,
    walks: &BTreeMap<WalkId, String>,
    rows: Vec<ReadRows>,
    now: Option<Millis>,
) -> Result<()> {
    let old: Vec<Value> = walks.keys().map(|walk| walk.to_string().into()).collect();
    let mut threads = threads::Touched::new();
    threads::touch(tx, &old, &mut threads).await?;
    let mut felt = threads::Changes::default();
    let sql = "DELETE FROM friction_row WHERE walk IN";
    felt.subtract(&among(tx, sql, &old, &format!("RETURNING {POINT}")).await?)?;
    among(tx, "DELETE FROM bright_row WHERE walk IN", &old, "").await?;
    let sql = "DELETE FROM walk_row WHERE walk IN";
    let counted = "RETURNING walk, organisation, month, counts";
    let mut changes = Changes::default();
    let gone = among(tx, sql, &old, counted).await?;
    changes.subtract(tx, &gone)?;
    let mut all = Vec::with_capacity(rows.len());
    let (mut frictions, mut bright_spots) = (Vec::new(), Vec::new());
    let mut journeys = Vec::with_capacity(rows.len());
    let (mut pictured, mut photos) = (Vec::new(), Vec::new());
    let (mut thinned, mut withdrawn) = (Vec::new(), Vec::new());
    let mut retold = Vec::new();
    for rows in rows {
        let counts = rows.counts;
        changes.add(
            tx,
            counts.walk,
            &counts.organisation,
            &counts.month,
            &counts.tally,
        );
        all.push(rows.walk);
        pictured.extend(rows.pictured);
        photos.extend(rows.photos);
        frictions.extend(rows.frictions);
        bright_spots.extend(rows.bright_spots);
        journeys.push(rows.journey);
        thinned.extend(rows.thinned);
        retold.extend(rows.retold);
        withdrawn.extend(rows.withdrawn);
    }
    insert(
        tx,
        "INSERT INTO walk_row (walk, organisation, service, task, month, author, counted_at, started_at, finished,
         need_met, did_should, why_not, ease, satisfaction, others_would, spent_ms, steps, steps_done, stopped_at,
         frictions, committed, hand_off, hand_off_through, again, held, unknown, body, counts) VALUES",
        &all,
        "",
    )
    .await?;
    felt.add(&replace_frictions(tx, frictions).await?)?;
    insert(
        tx,
        "INSERT INTO bright_row (walk, organisation, service, task, month, position, noted_at, step, note) VALUES",
        &bright_spots,
        "",
    )
    .await?;
    insert(
        tx,
        "INSERT INTO journey_row (walk, organisation, service, task, counted_at, trace) VALUES",
        &journeys,
        // Every walk has exactly one, so that putting it over the old one spares a statement.
        "ON CONFLICT (walk) DO UPDATE SET organisation = excluded.organisation, service = excluded.service,
         task = excluded.task, counted_at = excluded.counted_at, trace = excluded.trace",
    )
    .await?;
    take_back_unsaid(tx, &retold).await?;
    replace_withdrawn(tx, &thinned, &withdrawn).await?;
    replace_photos(tx, &pictured, &photos).await?;
    threads::touch(tx, &old, &mut threads).await?;
    threads::change(tx, &threads, felt, now).await?;
    // Last, because others wait for these sums until this transaction ends.
    changes.apply(tx).await
}

/// Puts the friction in, each into its thread; the rows as their threads count them.
async fn replace_frictions(tx: &mut Tx, frictions: Vec<FrictionRow>) -> Result<Vec<Row>> {
    let words = frictions
        .iter()
        .filter_map(|it| it.words.clone())
        .collect::<Vec<_>>();
    let felt: Vec<&Felt> = frictions.iter().filter_map(|it| it.felt.as_ref()).collect();
    let threads = threads::settle(tx, &felt).await?;
    let with_threads = |FrictionRow { id, mut row, .. }: FrictionRow| {
        let (own, thread) = threads.get(&id).copied().unzip();
        row.extend([own, thread].map(|it| it.map(|id| id.to_string()).into()));
        row
    };
    let rows: Vec<Vec<Value>> = frictions.into_iter().map(with_threads).collect();
    let rows = insert(
        tx,
        "INSERT INTO friction_row (walk, organisation, service, task, month, author, id, felt_at, step, category, second,
         severity, mood, feelings, note, risk, contacted_again, own, thread) VALUES",
        &rows,
        &format!("RETURNING {POINT}"),
    )
    .await?;
    // The old ones went with their rows.
    let sql = "INSERT INTO friction_words (friction, words) VALUES";
    insert(tx, sql, &words, "").await?;
    Ok(rows)
}

/// The same for what was taken back.
async fn replace_withdrawn(tx: &mut Tx, walks: &[Value], rows: &[Vec<Value>]) -> Result<()> {
    among(tx, "DELETE FROM withdrawn_row WHERE walk IN", walks, "").await?;
    let sql = "INSERT INTO withdrawn_row (id, walk, organisation, service, task, bright, step, felt_at, withdrawn_at)
               VALUES";
    insert(tx, sql, rows, "").await.map(drop)
}

/// The same for photos; those that stand no more lose their bytes.
async fn replace_photos(tx: &mut Tx, walks: &[Value], rows: &[Vec<Value>]) -> Result<()> {
    among(tx, "DELETE FROM photo_row WHERE walk IN", walks, "").await?;
    let sql = "INSERT INTO photo_row (walk, organisation, author, service, id, friction, sha256, size) VALUES";
    insert(tx, sql, rows, "").await?;
    for (table, id) in [("photo", "id"), ("photo_part", "photo")] {
        let sql = format!(
            "DELETE FROM {table} WHERE NOT EXISTS (SELECT 1 FROM photo_row r WHERE r.id = {table}.{id})
             AND walk IN"
        );
        among(tx, &sql, walks, "").await?;
    }
    Ok(())
}

/// What every row of a walk begins with.
struct Common<'a> {
    walk: String,
    organisation: &'a str,
    service: Option<&'a str>,
    task: &'a str,
    /// Empty while the task is unknown, so that the walk is in no month.
    month: String,
}

impl Common<'_> {
    fn with<const N: usize>(&self, more: [Value; N]) -> Vec<Value> {
        let mut row = vec![
            (&self.walk).into(),
            self.organisation.into(),
            self.service.into(),
            self.task.into(),
            (&self.month).into(),
        ];
        row.extend(more);
        row
    }
}

fn walk_row(
    common: &Common<'_>,
    author: &str,
    walk: &Walk,
    log: &Log<'_>,
    task: Option<&Task>,
    counts: &Counts,
) -> Vec<Value> {
    let outcome = &walk.outcome;
    let counted_at = log.counted_at();
    let started_at = log.first("started").map_or(counted_at, Kept::counted_at);
    let (hand_off, through) = hand_off(walk, task);
    let again = walk.started.as_ref().and_then(|started| started.again);
    common.with([
        author.into(),
        counted_at.into(),
        started_at.into(),
        walk.finished_at.is_some().into(),
        outcome.need_met.map(|it| it.code()).into(),
        outcome.did_what_it_should.map(|it| it.code()).into(),
        outcome.why_not.map(|it| it.code()).into(),
        outcome.ease.into(),
        outcome.satisfaction.into(),
        outcome.others_would.map(|it| it.code()).into(),
        walk.spent_ms().into(),
        walk.step_count().into(),
        count(walk.steps_done()),
        walk.stopped_at().into(),
        count(walk.frictions.len()),
        walk.committed.into(),
        hand_off.into(),
        through.into(),
        again.map(|friction| friction.to_string()).into(),
        again.and(outcome.held).map(|it| it.code()).into(),
        walk.unknown.into(),
        serde_json::to_string(walk).unwrap_or_default().into(),
        counts.written().into(),
    ])
}

fn friction_row(
    common: &Common<'_>,
    author: &str,
    friction: &Friction,
    log: &Log<'_>,
) -> FrictionRow {
    let felt_at = log.at(FactId(friction.id.0)).unwrap_or(friction.at);
    let feelings: Vec<&str> = friction.feelings.iter().map(|it| it.code()).collect();
    let row = common.with([
        author.into(),
        friction.id.to_string().into(),
        felt_at.into(),
        friction.step.into(),
        friction.category.map(|it| it.code()).into(),
        friction.second.map(|it| it.code()).into(),
        friction.severity.map(|it| it.code()).into(),
        friction.mood.map(|it| it.value()).into(),
        feelings.join(",").into(),
        (&friction.note).into(),
        friction.risk.into(),
        friction.contacted_again.into(),
    ]);
    FrictionRow {
        id: friction.id,
        felt: place(common, friction).map(|place| Felt {
            friction: friction.id,
            at: felt_at,
            place,
        }),
        words: Some(words::plain(&friction.note))
            .filter(|words| !words.is_empty())
            .map(|words| vec![friction.id.to_string().into(), words.into()]),
        row,
    }
}

/// Where friction was felt. While the task is unknown nobody answers for it, and it is in no thread.
fn place(common: &Common<'_>, friction: &Friction) -> Option<Place> {
    Some(Place {
        organisation: common.organisation.to_owned(),
        service: common.service?.to_owned(),
        task: common.task.to_owned(),
        step: friction.step,
        category: friction.category,
    })
}

fn photo_row(common: &Common<'_>, author: &str, friction: &Friction, photo: &Photo) -> Vec<Value> {
    vec![
        (&common.walk).into(),
        common.organisation.into(),
        author.into(),
        common.service.into(),
        photo.id.to_string().into(),
        friction.id.to_string().into(),
        (&photo.sha256).into(),
        photo.bytes.into(),
    ]
}

fn bright_row(common: &Common<'_>, position: u16, spot: &BrightSpot, log: &Log<'_>) -> Vec<Value> {
    common.with([
        position.into(),
        log.noted_at(spot).into(),
        spot.step.into(),
        (&spot.note).into(),
    ])
}

fn journey_row(common: &Common<'_>, walk: &Walk, id: WalkId, counted_at: Millis) -> Vec<Value> {
    vec![
        (&common.walk).into(),
        common.organisation.into(),
        common.service.into(),
        common.task.into(),
        counted_at.into(),
        Trace::of(walk, id, counted_at).written().into(),
    ]
}

fn withdrawn_row(common: &Common<'_>, gone: &Withdrawn) -> Vec<Value> {
    vec![
        gone.id.to_string().into(),
        (&common.walk).into(),
        common.organisation.into(),
        common.service.into(),
        common.task.into(),
        gone.bright.into(),
        gone.step.into(),
        gone.felt_at.into(),
        gone.withdrawn_at.into(),
    ]
}

fn count(count: usize) -> Value {
    i64::try_from(count).unwrap_or(i64::MAX).into()
}

impl Counts {
    /// As the walk's row has it.
    fn written(&self) -> String {
        if self.tally == Tally::default() {
            return String::new();
        }
        serde_json::to_string(&self.tally).unwrap_or_default()
    }
}

fn crossing(walk: &Walk, task: &Task) -> Option<Crossing> {
    let (to, through) = hand_off(walk, Some(task));
    to.map(|to| Crossing {
        to: to.to_owned(),
        step: crossing_step(task, to),
        through,
    })
}

/// The last step reached that crosses to another organisation: to which, and whether the author got through it.
fn hand_off<'a>(walk: &Walk, task: Option<&'a Task>) -> (Option<&'a str>, bool) {
    let steps = task.map_or(&[][..], |task| &task.steps);
    let reached = walk.steps.iter().rev().find_map(|(step, track)| {
        let other = steps.get(usize::from(*step))?.hand_off.as_deref()?;
        let through = matches!(track.result, Some(StepResult::Done | StepResult::Partly));
        Some((other, through))
    });
    reached.map_or((None, false), |(other, through)| (Some(other), through))
}

/// The facts with their times, without those that lost their content.
struct Log<'a> {
    kept: Vec<&'a Kept>,
    last: Option<&'a Kept>,
    by_id: HashMap<FactId, Millis>,
}

impl<'a> Log<'a> {
    fn new(all: &'a [Kept]) -> Self {
        let kept: Vec<&Kept> = all.iter().filter(|kept| !kept.blank).collect();
        Self {
            last: kept.last().copied().or(all.last()),
            by_id: kept
                .iter()
                .map(|kept| (kept.fact.id, kept.counted_at()))
                .collect(),
            kept,
        }
    }

    /// When the walk counts: when it was finished, else at its last fact.
    fn counted_at(&self) -> Millis {
        let counted = self.first("finished").or(self.last);
        counted.map_or(0, Kept::counted_at)
    }

    /// The first readable fact of a kind: the one the fold takes.
    fn first(&self, kind: &str) -> Option<&'a Kept> {
        let first = |kept: &&&Kept| kept.read(kind).is_some();
        self.kept.iter().find(first).copied()
    }

    fn at(&self, id: FactId) -> Option<Millis> {
        self.by_id.get(&id).copied()
    }

    fn noted_at(&self, spot: &BrightSpot) -> Millis {
        let noted =
            |kept: &&&Kept| kept.fact.at == spot.at && kept.read("bright_spot_noted").is_some();
        self.kept
            .iter()
            .find(noted)
            .map_or(spot.at, |kept| kept.counted_at())
    }
}
