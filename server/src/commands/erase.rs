//! Erasing people: by an operator, and by the server as they come due.

use std::time::Duration;

use super::{
    arguments::{Erase as Asked, Erasures, Place},
    say,
    stop::{Result, Stop},
};
use crate::{
    clock::Clock,
    erasures::{FILE, Journal},
    store::{Done, Erase, EraseError, Store},
};

/// How often the server looks who has come due.
const OFTEN: Duration = Duration::from_secs(60 * 60);

/// Where erasures are written down; none for a database elsewhere, unless it was said.
pub(super) fn journal(place: &Place, erasures: &Erasures) -> Option<Journal> {
    let beside = || match (&place.database, &place.data) {
        (None, Some(dir)) => Some(dir.join(FILE)),
        _ => None,
    };
    let file = erasures.erasures.clone().or_else(beside)?;
    Some(Journal::at(&file))
}

/// Erases again whom a backup brought back.
pub(super) async fn replay(store: &Store, journal: Option<&Journal>) -> Result<()> {
    let Some(journal) = journal else {
        tracing::warn!(
            "--erasures FILE is not given: nobody is erased, and a backup that is brought back keeps whom it knows"
        );
        return Ok(());
    };
    let again = store.replay_erasures(journal).await.map_err(failed)?;
    if again > 0 {
        tracing::warn!(again, "people in the journal of erasures were erased again");
    }
    Ok(())
}

/// Erases people as they come due, for as long as the server runs. What cannot be done now is tried again later.
pub(super) async fn as_they_come_due(store: Store, clock: Clock, journal: Option<Journal>) {
    let mut turn = tokio::time::interval(OFTEN);
    loop {
        turn.tick().await;
        let Some(journal) = &journal else {
            match store.due(clock.now()).await {
                Ok(due) if due.is_empty() => {}
                Ok(due) => tracing::error!(
                    people = due.len(),
                    "erasures wait: --erasures FILE is not given"
                ),
                Err(error) => tracing::error!(%error, "who is to be erased is not known"),
            }
            continue;
        };
        match store.erase_due(journal, clock.now()).await {
            Ok(0) => {}
            Ok(people) => tracing::warn!(people, "people were erased, as they asked"),
            Err(error) => tracing::error!(%error, "somebody could not be erased"),
        }
    }
}

/// What the operator asks for.
pub(super) async fn erase(asked: Asked, clock: &Clock) -> Result<()> {
    let store = asked.place.open_store().await?;
    let now = clock.now();
    if let Some(person) = asked
        .person
        .as_ref()
        .filter(|_| asked.hold || asked.release)
    {
        let known = store.hold_erasure(person, asked.hold, now).await?;
        return match (known, asked.hold) {
            (false, _) => Err(nobody(person)),
            (true, true) => {
                say("Held. Nothing of this person is erased until the hold is lifted.\n")
            }
            (true, false) => say("The hold is lifted.\n"),
        };
    }
    let journal = journal(&asked.place, &asked.erasures)
        .ok_or_else(|| Stop::bad("--erasures FILE is needed with --database".to_owned()))?;
    let Some(person) = &asked.person else {
        let erased = store.erase_due(&journal, now).await.map_err(failed)?;
        return say(&format!("Erased {erased} people.\n"));
    };
    match store.erase(person, Erase::Now, &journal, now).await {
        Ok(Done::Erased) => say("Erased.\n"),
        Ok(Done::Before) => say("This person was erased before.\n"),
        Ok(Done::Held | Done::NotDue) => Err(Stop::failed(
            "this person's erasure is held; lift it with --release first".to_owned(),
        )),
        Ok(Done::Nobody) => Err(nobody(person)),
        Err(error) => Err(failed(error)),
    }
}

fn nobody(person: &str) -> Stop {
    Stop::bad(format!("there is no person {person}"))
}

fn failed(error: EraseError) -> Stop {
    Stop::failed(error.to_string())
}
