//! `firsthand doctor`: looks at an installation the way a security officer would, and says what it found.

mod address;
mod database;
mod finding;
mod people;

use super::{
    arguments::Doctor,
    say,
    stop::{Result, Stop},
};
use finding::{Finding, Mark};

/// Examines all of it; exit status 1 when something is wrong.
pub(super) async fn doctor(doctor: Doctor) -> Result<()> {
    let mut found = database::folder(&doctor.place);
    let store = doctor.place.open_to_look().await?;
    found.extend(database::examine(&store).await?);
    found.extend(people::examine(&store).await?);
    found.extend(address::name(&doctor.base_url));
    found.extend(address::answers(&doctor.base_url).await);
    store.close().await;
    let lines: Vec<String> = found.iter().map(Finding::line).collect();
    let of = |mark| found.iter().filter(|it| it.mark == mark).count();
    let (wrong, doubtful) = (of(Mark::Wrong), of(Mark::Doubtful));
    say(&format!(
        "{}\n{} in order, {doubtful} to look at, {wrong} wrong.\n",
        lines.join("\n"),
        of(Mark::Good)
    ))?;
    if wrong == 0 {
        Ok(())
    } else {
        Err(Stop::failed(format!("{wrong} wrong; see above")))
    }
}
