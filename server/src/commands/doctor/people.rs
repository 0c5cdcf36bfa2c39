//! Who can get in.

use super::finding::Finding;
use crate::{
    commands::stop::Result,
    store::{Doors, Store},
};

/// Of every organisation: whether somebody can look after it, and whether all have a way in that cannot be phished.
pub(super) async fn examine(store: &Store) -> Result<Vec<Finding>> {
    let organisations = store.doors().await?;
    Ok(organisations.iter().flat_map(of).collect())
}

fn of(doors: &Doors) -> Vec<Finding> {
    let Doors {
        organisation,
        administrators,
        without,
        ..
    } = doors;
    if doors.demonstration {
        let said = format!("{organisation}: a demonstration, whose invitations alone sign in");
        return vec![Finding::wrong(said)];
    }
    let mut found = vec![match administrators {
        0 => Finding::wrong(format!(
            "{organisation}: no administrator who can get in; firsthand invite --roles administrator, or --add-roles administrator for somebody who is here"
        )),
        1 => Finding::doubtful(format!(
            "{organisation}: one administrator; a second could help when the first cannot"
        )),
        more => Finding::good(format!("{organisation}: {more} administrators")),
    }];
    if doors.single_sign_on_only {
        found.push(Finding::that(
            doors.break_glass > 0,
            format!("{organisation}: single sign-on only, with {} to break the glass", doors.break_glass),
            format!("{organisation}: single sign-on only, and nobody gets in when that fails; firsthand invite --break-glass"),
        ));
    } else if *without > 0 {
        found.push(Finding::doubtful(format!(
            "{organisation}: {without} people have no passkey yet"
        )));
    }
    found
}
