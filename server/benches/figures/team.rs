//! The service team's pages over much: 40 thousand walks of one task, 120 thousand friction points.

use crate::{
    Result,
    month::{Running, views},
    percentile, print,
};

/// `team.inbox.p99_ms` and `team.search.p99_ms`: the first page of the inbox, and a search for words that are in all of it.
/// `team.journey.p99_ms` and `team.journey.walks.p99_ms`: the map of the task, and the walks behind one of its marks,
/// through HTTP.
pub(crate) async fn measure(running: &Running) -> Result<()> {
    for (name, path) in [
        ("team.inbox.p99_ms", "/team"),
        ("team.search.p99_ms", "/team?q=asked+page"),
        ("team.journey.p99_ms", "/team/journey/task"),
        (
            "team.journey.walks.p99_ms",
            "/team/journey/task/walks?step=2&severity=stopped",
        ),
    ] {
        let mut waits = views(running, path).await?;
        print(name, percentile(&mut waits, 99.0), None);
    }
    Ok(())
}
