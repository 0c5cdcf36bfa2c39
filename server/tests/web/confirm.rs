//! A fresh proof before what must not happen from an unlocked screen, and going on after it.

use crate::{
    House,
    authenticator::Authenticator,
    house::{HOUR, NOON},
    passkeys::{make, send},
};

#[tokio::test]
async fn what_was_asked_for_is_gone_on_to_with_its_whole_question() {
    let house = House::new().await;
    let mut device = Authenticator::new(1);
    let ada = make(&house, "ada", &mut device).await;
    house.clock.set(NOON + HOUR);
    let asked = "/office/audit/audit.csv?person=ann&kind=people&x=%26%2F";
    let get = async |path: &str| house.get(path).header("cookie", &ada).send().await;

    let first = get(asked).await;
    assert_eq!(first.status, 303);
    let to = first.header("location");
    assert!(to.starts_with("/confirm?next="), "{to}");
    let page = get(to).await;
    let (_, action) = page.text().split_once("action=\"/confirm").expect("a form");
    let (action, _) = action.split_once('"').expect("its end");
    let action = ["/confirm", &action.replace("&amp;", "&")].concat();
    let go_on = async || {
        let go = house.post(&action).header("cookie", &ada).form("");
        go.send().await
    };
    assert_eq!(go_on().await.status, 403, "not before it is confirmed");

    let ask = send(&house, "/passkey/confirm", &ada, "{}").await;
    let cookies = [&ada, "; ", &ask.cookies()].concat();
    let signed = device.sign(&ask.json::<serde_json::Value>());
    let confirmed = send(&house, "/passkey/confirmed", &cookies, &signed).await;
    assert_eq!(confirmed.status, 200, "{}", confirmed.text());
    let on = go_on().await;
    assert_eq!((on.status.as_u16(), on.header("location")), (303, asked));
    assert_eq!(get(asked).await.status, 200);
}
