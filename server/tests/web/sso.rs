//! Coming back from a provider. With a provider that answers: `end2end/specs/sso.spec.mjs`.

use serde_json::json;
use server::{
    ceremony,
    sso::Provider,
    store::{Begun, Ceremony, SignIn},
    token,
};

use crate::{
    House,
    house::{NOON, together},
};

const ISSUER: &str = "https://login.example";

/// Somebody is on their way to Aber's provider, from a browser with the cookie `browser`.
async fn begun(house: &House) {
    let provider = Provider {
        organisation: "aber".into(),
        issuer: ISSUER.into(),
        client_id: "firsthand".into(),
        client_secret: "secret".into(),
        tenant: None,
        acr: None,
        amr: None,
    };
    let store = &house.app.store;
    let set = store.set_sso(&provider, SignIn::Either, NOON).await;
    set.expect("set up");
    let pending = json!({
        "nonce": "n", "verifier": "v", "begun_at": NOON, "fresh": false, "issuer": ISSUER,
    });
    let state = json!({
        "organisation": "aber", "pending": pending, "purpose": { "SignIn": { "plain": false } },
    });
    let begun = Begun {
        person: None,
        state: state.to_string(),
    };
    let key = token::hash("browser.state");
    let began = store.begin_ceremony(Ceremony::SingleSignOn, &key, &begun, NOON);
    began.await.expect("begun");
}

#[tokio::test]
async fn trust_09_of_twenty_who_come_back_at_once_one_goes_on() {
    let house = House::new().await;
    begun(&house).await;
    let name = ceremony::name(Ceremony::SingleSignOn);
    let come = |browser: &str, state: &str| {
        // They gave up there: how far that goes shows who went on, with no provider to ask.
        let path = format!("/sign-in/callback?state={state}&error=access_denied");
        let ask = house.get(&path);
        ask.header("cookie", &format!("{name}={browser}")).send()
    };
    for (browser, state) in [("another", "state"), ("browser", "chosen"), ("", "state")] {
        assert_eq!(come(browser, state).await.status, 400, "{browser} {state}");
    }
    let all = (0..20).map(|_| come("browser", "state")).collect();
    let all = together(all).await;
    let with = |status: u16| all.iter().filter(|it| it.status == status).count();
    assert_eq!((with(403), with(400)), (1, 19), "one, and nobody else");
}
