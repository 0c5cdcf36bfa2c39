//! The way in and out, and what anybody may read.

use super::{Route, get, post};
use crate::limits::Guess;
use crate::routes::{confirm, front, language, passkey, sign_in, sso, stand_in};
use crate::seat::Who::{Anyone, SignedIn, Unasked};

pub(super) fn routes() -> Vec<Route> {
    vec![
        get("/", Anyone, front::home),
        get("/sign-in", Anyone, sign_in::form),
        post("/sign-in", Anyone, sign_in::spend_code).guessable(Guess::Code),
        get("/invite/{token}", Anyone, sign_in::invitation),
        post("/invite/{token}", Anyone, sign_in::spend_token),
        get("/enrol", Anyone, passkey::page),
        post("/passkey/make", Anyone, passkey::make),
        post("/passkey/made", Anyone, passkey::made),
        post("/passkey/enter", Anyone, passkey::enter),
        post("/passkey/entered", Anyone, passkey::entered),
        post("/passkey/confirm", SignedIn, passkey::confirm),
        post("/passkey/confirmed", SignedIn, passkey::confirmed).guessable(Guess::Proof),
        get("/confirm", SignedIn, confirm::page),
        post("/confirm", SignedIn, confirm::confirm).guessable(Guess::Proof),
        post("/sign-in/sso", Anyone, sso::begin),
        get("/sign-in/callback", Anyone, sso::back),
        post("/confirm/sso", SignedIn, sso::confirm),
        post("/sign-out", Unasked, sign_in::sign_out),
        post("/language", Unasked, language::choose),
        get("/demo/service/{task}", Anyone, stand_in::stand_in),
    ]
}
