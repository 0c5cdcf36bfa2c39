//! The audit, for systems that keep it off this machine.

use jiff::tz::TimeZone;

use super::{
    arguments::Audit,
    say,
    stop::{Result, Stop},
};

pub(super) async fn audit(asked: Audit) -> Result<()> {
    let store = asked.place.open_to_look().await?;
    if !store.has_organisation(&asked.organisation).await? {
        let line = format!("there is no organisation {}", asked.organisation);
        return Err(Stop::bad(line));
    }
    let since = match asked.since {
        None => 0,
        Some(date) => date
            .to_zoned(TimeZone::UTC)
            .map_err(|error| Stop::bad(format!("--since: {error}")))?
            .timestamp()
            .as_millisecond(),
    };
    for deed in store.audit_since(&asked.organisation, since).await? {
        let line = serde_json::to_string(&deed).map_err(|error| Stop::failed(error.to_string()))?;
        say(&[&line, "\n"].concat())?;
    }
    Ok(())
}
