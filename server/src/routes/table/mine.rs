//! What is one's own.

use super::{Route, get, post};
use crate::routes::mine;
use crate::seat::Who::{self, Either, Only, SignedIn, Unasked};
use crate::viewer::Role;

/// Who is written to.
const WRITTEN_TO: Who = Either(Role::ServiceTeam, Role::Board);

pub(super) fn routes() -> Vec<Route> {
    vec![
        get("/me", SignedIn, mine::home),
        get("/me/sign-in", SignedIn, mine::own_ways),
        post("/me/sign-in/device", SignedIn, mine::another_device).confirmed(),
        post("/me/sign-in/rename", SignedIn, mine::rename),
        post("/me/sign-in/remove", SignedIn, mine::remove).confirmed(),
        post("/me/sign-in/end", SignedIn, mine::end),
        post("/me/sign-in/others", SignedIn, mine::end_others),
        post("/me/appears", Only(Role::Leader), mine::appears),
        get("/me/walk-file", Only(Role::Leader), mine::walk_file),
        post("/me/walk-file", Only(Role::Leader), mine::take_in).taking(mine::MOST_UPLOAD_BYTES),
        get("/me/quotes", Only(Role::Leader), mine::quotes),
        post("/me/quotes", Only(Role::Leader), mine::agree),
        post("/me/commitments", Only(Role::Leader), mine::keep),
        get("/me/shares", SignedIn, mine::shares),
        post("/me/shares/{id}/end", SignedIn, mine::take_back),
        get("/me/share/{walk}/{item}", SignedIn, mine::choose),
        post("/me/share/{walk}/{item}", SignedIn, mine::share),
        get("/me/year", Only(Role::Leader), mine::years),
        get("/me/year/{year}", Only(Role::Leader), mine::one_year),
        get("/me/about", SignedIn, mine::about),
        get("/me/about/export.html", SignedIn, mine::export_html).confirmed(),
        get("/me/about/export.json", SignedIn, mine::export_json).confirmed(),
        post("/me/erase", SignedIn, mine::erase).confirmed(),
        post("/me/erase/withdraw", SignedIn, mine::withdraw),
        get("/me/mail", WRITTEN_TO, mine::mail),
        post("/me/mail", WRITTEN_TO, mine::mail_chosen),
        post("/me/mail/again", WRITTEN_TO, mine::mail_again),
        post("/me/calendar", Only(Role::ServiceTeam), mine::make_calendar),
        post(
            "/me/calendar/end",
            Only(Role::ServiceTeam),
            mine::end_calendar,
        ),
        get("/mail", Unasked, mine::answer),
        post("/mail/right", Unasked, mine::right),
        // Mail programs end it from their own pages: it does no more than its secret allows.
        post("/mail/stop", Unasked, mine::stop).and_from_anywhere(),
        get("/calendar/{secret}", Unasked, mine::calendar),
        get("/shared", SignedIn, mine::shared),
        get("/shared/{id}", SignedIn, mine::one_shared),
    ]
}
