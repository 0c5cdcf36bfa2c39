//! The organisation's set-up pages.

use super::{Route, get, post};
use crate::routes::office;
use crate::seat::Who::{self, Only};
use crate::viewer::Role;

const OFFICE: Who = Only(Role::Administrator);

pub(super) fn routes() -> Vec<Route> {
    vec![
        get("/office", OFFICE, office::office),
        post("/office/invite", OFFICE, office::invite).confirmed(),
        get("/office/people/{id}", OFFICE, office::person),
        post("/office/people/{id}", OFFICE, office::change),
        post("/office/people/{id}/roles", OFFICE, office::roles).confirmed(),
        post("/office/people/{id}/disable", OFFICE, office::disable).confirmed(),
        post("/office/people/{id}/enable", OFFICE, office::enable).confirmed(),
        post(
            "/office/people/{id}/end-invitation",
            OFFICE,
            office::end_invitation,
        ),
        post("/office/services", OFFICE, office::add),
        get("/office/services/new", OFFICE, office::new),
        get("/office/services/{id}", OFFICE, office::service),
        post("/office/services/{id}", OFFICE, office::rename),
        post(
            "/office/services/{id}/risk-contact",
            OFFICE,
            office::risk_contact,
        ),
        post("/office/reply-days", OFFICE, office::reply_days),
        get("/office/neighbours", OFFICE, office::neighbours),
        post("/office/neighbours", OFFICE, office::take_offers),
        get("/office/systems", OFFICE, office::systems),
        post("/office/systems/keys", OFFICE, office::make_key).confirmed(),
        post("/office/systems/keys/{id}/end", OFFICE, office::end_key),
        post("/office/systems/hooks", OFFICE, office::add_hook).confirmed(),
        post("/office/systems/hooks/{id}/end", OFFICE, office::end_hook),
        get("/office/audit", OFFICE, office::audit),
        get("/office/audit/audit.csv", OFFICE, office::csv).confirmed(),
    ]
}
