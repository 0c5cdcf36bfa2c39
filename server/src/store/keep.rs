//! Keeping the facts of some requests, inside one transaction.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use app::{
    walk::{FactId, WalkId},
    wire::{Refusal, SyncItem, SyncStatus},
};

use super::{
    Tx, Value,
    db::{Result, read_id},
    intake::{Intake, NewFact, refused},
    many::{among, insert},
    outgoing,
    refold::{Ground, refold},
    tx::Hold,
};

/// Locks the walks, adds the facts that are new, and folds the walks they touch. For each request, one item for
/// each fact sent.
pub(super) async fn keep(tx: &mut Tx, intakes: &[&Intake]) -> Result<Vec<Vec<SyncItem>>> {
    let organisations: BTreeSet<&str> = intakes.iter().map(|it| it.organisation.as_str()).collect();
    for organisation in organisations {
        tx.hold(organisation, Hold::Shared).await?;
    }
    let erased = erased(tx, intakes).await?;
    let there = |it: &&&Intake| !erased.contains(&it.person);
    let senders: Vec<&Intake> = intakes.iter().filter(there).copied().collect();
    let mut owners = lock_walks(tx, &senders).await?;
    owners.retain(|_, (_, author)| !erased.contains(author));
    let mut seen = HashSet::new();
    let facts: Vec<(&Intake, &NewFact)> = sent(intakes)
        .filter(|(intake, fact)| owns(&owners, intake, fact.walk) && seen.insert(fact.id))
        .collect();
    let mut stored = insert_new(tx, &facts).await?;
    let places = places_of(tx, &facts, &stored).await?;
    refold_touched(tx, &facts, &stored).await?;

    let mut item = |intake: &Intake, fact: &std::result::Result<NewFact, SyncItem>| match fact {
        Err(refused) => refused.clone(),
        Ok(fact) if !owns(&owners, intake, fact.walk) => refused(Some(fact.id), Refusal::NotYours),
        Ok(fact) if places.get(&fact.id) != Some(&fact.walk) => {
            refused(Some(fact.id), Refusal::IdTaken)
        }
        // Taken out, so that the same fact sent twice is new once.
        Ok(fact) => SyncItem {
            id: Some(fact.id),
            status: if stored.remove(&fact.id) {
                SyncStatus::Stored
            } else {
                SyncStatus::Known
            },
            reason: None,
        },
    };
    let items = |intake: &&Intake| intake.facts.iter().map(|fact| item(intake, fact)).collect();
    Ok(intakes.iter().map(items).collect())
}

/// Every fact that can be read, in the order sent.
fn sent<'a>(intakes: &'a [&Intake]) -> impl Iterator<Item = (&'a Intake, &'a NewFact)> {
    intakes.iter().flat_map(|intake| {
        let facts = intake.facts.iter().filter_map(|fact| fact.as_ref().ok());
        facts.map(|fact| (*intake, fact))
    })
}

/// The organisation and the author of each walk.
type Owners = HashMap<WalkId, (String, String)>;

fn owns(owners: &Owners, intake: &Intake, walk: WalkId) -> bool {
    owners.get(&walk).is_some_and(|(organisation, author)| {
        *organisation == intake.organisation && *author == intake.person
    })
}

/// Who of the senders was erased while they were sending: nothing more is kept for them.
async fn erased(tx: &mut Tx, intakes: &[&Intake]) -> Result<HashSet<String>> {
    let senders: BTreeSet<&str> = intakes.iter().map(|it| it.person.as_str()).collect();
    let senders: Vec<Value> = senders.into_iter().map(Into::into).collect();
    let sql = "SELECT id FROM person WHERE erased_at IS NOT NULL AND id IN";
    let erased = among(tx, sql, &senders, "").await?;
    erased.iter().map(|row| row.text(0)).collect()
}

/// Makes the walks that are not there yet, locks them all, and says whose they are.
async fn lock_walks(tx: &mut Tx, intakes: &[&Intake]) -> Result<Owners> {
    // In the order of their ids, so that two requests do not wait for each other.
    let mut walks = BTreeMap::new();
    for (intake, fact) in sent(intakes) {
        walks.entry(fact.walk).or_insert(intake);
    }
    let row = |(walk, intake): (WalkId, &Intake)| {
        vec![
            walk.to_string().into(),
            (&intake.organisation).into(),
            (&intake.person).into(),
            intake.received_at.into(),
        ]
    };
    let rows: Vec<Vec<Value>> = walks.into_iter().map(row).collect();
    let locked = insert(
        tx,
        "INSERT INTO walk (id, organisation, author, first_received_at) VALUES",
        &rows,
        // Changes nothing in a walk that is there: it only takes the row's lock.
        "ON CONFLICT (id) DO UPDATE SET author = walk.author RETURNING id, organisation, author",
    )
    .await?;
    let owner = |row: &super::Row| Ok((read_id(row, 0)?, (row.text(1)?, row.text(2)?)));
    locked.iter().map(owner).collect()
}

/// Adds the facts that are not there yet, and says which those were.
async fn insert_new(tx: &mut Tx, facts: &[(&Intake, &NewFact)]) -> Result<HashSet<FactId>> {
    let row = |(intake, fact): &(&Intake, &NewFact)| {
        vec![
            fact.id.to_string().into(),
            fact.walk.to_string().into(),
            fact.at.into(),
            intake.sent_at.into(),
            intake.received_at.into(),
            (&fact.kind).into(),
            (&fact.body).into(),
        ]
    };
    let rows: Vec<Vec<Value>> = facts.iter().map(row).collect();
    let stored = insert(
        tx,
        "INSERT INTO fact (id, walk, at, sent_at, received_at, kind, body) VALUES",
        &rows,
        "ON CONFLICT (id) DO NOTHING RETURNING id",
    )
    .await?;
    stored.iter().map(|row| read_id(row, 0)).collect()
}

/// Which walk each fact's id belongs to, now that the new ones are in.
async fn places_of(
    tx: &mut Tx,
    facts: &[(&Intake, &NewFact)],
    stored: &HashSet<FactId>,
) -> Result<HashMap<FactId, WalkId>> {
    let mut places = HashMap::new();
    let mut known: Vec<Value> = Vec::new();
    for (_, fact) in facts {
        if stored.contains(&fact.id) {
            places.insert(fact.id, fact.walk);
        } else {
            known.push(fact.id.to_string().into());
        }
    }
    for row in among(tx, "SELECT id, walk FROM fact WHERE id IN", &known, "").await? {
        places.insert(read_id(&row, 0)?, read_id(&row, 1)?);
    }
    Ok(places)
}

/// Folds each walk that has a new fact, organisation by organisation.
async fn refold_touched(
    tx: &mut Tx,
    facts: &[(&Intake, &NewFact)],
    stored: &HashSet<FactId>,
) -> Result<()> {
    let mut touched: BTreeMap<&str, (&Intake, BTreeMap<WalkId, String>)> = BTreeMap::new();
    for (intake, fact) in facts {
        if stored.contains(&fact.id) {
            let (_, walks) = touched
                .entry(&intake.organisation)
                .or_insert_with(|| (*intake, BTreeMap::new()));
            walks
                .entry(fact.walk)
                .or_insert_with(|| intake.person.clone());
        }
    }
    // Only these bring a risk, or say at which service it is.
    let may_alarm = |fact: &NewFact| matches!(&*fact.kind, "friction_described" | "started");
    for (organisation, (intake, walks)) in touched {
        let mut ground = Ground::new(organisation, &intake.time_zone);
        refold(tx, &mut ground, &walks, Some(intake.received_at)).await?;
        let alarming = |(_, fact): &&(&Intake, &NewFact)| {
            may_alarm(fact) && stored.contains(&fact.id) && walks.contains_key(&fact.walk)
        };
        if facts.iter().any(|it| alarming(&it)) {
            outgoing::alert(tx, organisation, &walks, intake.received_at).await?;
        }
    }
    Ok(())
}
