//! Forms of other systems and of calendars: sent twice they do a thing once, and what cannot be taken comes back.

use server::{erasures::Journal, store::Erase};

use crate::{Answer, House, house::NOON};

const KEYS: &str = "/office/systems/keys";
const HOOKS: &str = "/office/systems/hooks";
const CALENDAR: &str = "/me/calendar";
const MADE_BEFORE: &str =
    "What was made with this form before has ended. Send it again to make a new one.";
/// What stands before a calendar's address where it is shown.
const ADDRESS: &str = "value=\"http://localhost:3000/calendar/";
const ENDS: &str =
    "the address you have now ends, and calendar programs that read it show nothing new.";
const ENDED: &str = "An address was made since this form was opened, and has ended.";

impl House {
    /// What the form that posts to this address says before anything is typed.
    pub async fn form_to(&self, page: &str, to: &str, by: &str) -> String {
        form_in(&self.get(page).by(by).send().await, to)
    }

    async fn sent(&self, to: &str, by: &str, form: &str) -> Answer {
        self.post(to).by(by).form(form).send().await
    }

    async fn reads_calendar(&self, address: &str) -> u16 {
        let read = format!("/calendar/{address}");
        self.get(&read).send().await.status.as_u16()
    }

    async fn end_calendar(&self, by: &str) {
        assert_eq!(self.sent("/me/calendar/end", by, "").await.status, 303);
    }

    async fn counted(&self, sql: &'static str) -> i64 {
        let row = self.db.row(sql, &[]).await.expect("an answer");
        row.expect("a row").int(0).expect("a number")
    }
}

/// What the form that posts to this address says before anything is typed.
fn form_in(page: &Answer, to: &str) -> String {
    let form = page.text().split(&format!("action=\"{to}?")).nth(1);
    let form = form.expect("the form").split("</form>").next();
    let hidden = form.expect("its end").split("type=\"hidden\" name=\"");
    let hidden = hidden.skip(1).map(|it| {
        let (name, rest) = it.split_once("\" value=\"").expect("a value");
        let (value, _) = rest.split_once('"').expect("its end");
        format!("{name}={value}")
    });
    hidden.collect::<Vec<_>>().join("&")
}

/// What is shown once, in a field of its own.
fn shown(answer: &Answer, begins: &str) -> String {
    assert_eq!(answer.status, 200, "{}", answer.text());
    let (_, rest) = answer.text().split_once(begins).expect("shown");
    rest.split('"').next().expect("its end").to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_whose_form_is_sent_twice_is_one() {
    let house = House::new().await;
    let id = house.form_to("/office/systems", KEYS, "ada").await;
    let form = format!("{id}&name=Reports&days=30");
    let first = shown(&house.sent(KEYS, "ada", &form).await, "value=\"fh_");
    let again = shown(&house.sent(KEYS, "ada", &form).await, "value=\"fh_");
    assert_eq!(first, again, "whose answer was lost reads it again");
    let keys = "SELECT COUNT(*) FROM api_key";
    assert_eq!(house.counted(keys).await, 1);
    let made = "SELECT COUNT(*) FROM audit WHERE what = 'key_made'";
    assert_eq!(house.counted(made).await, 1);
    let next = house.form_to("/office/systems", KEYS, "ada").await;
    assert_ne!(next, id, "each page has a form of its own");
    // Another administrator, another name, or another page: another key.
    let others = shown(&house.sent(KEYS, "abe", &form).await, "value=\"fh_");
    assert_ne!(others, first);
    let other = format!("{id}&name=Maps&days=30");
    assert_ne!(
        shown(&house.sent(KEYS, "ada", &other).await, "value=\"fh_"),
        first
    );
    assert_eq!(house.counted(keys).await, 3);
    // Ended, it does not come alive: what was typed comes back, to make another of.
    let form = format!("{id}&name=Bins&service=bins&days=30");
    let ended = shown(&house.sent(KEYS, "ada", &form).await, "value=\"fh_");
    house.write("UPDATE api_key SET ended_at = 1").await;
    let late = house.sent(KEYS, "ada", &form).await;
    assert_eq!(late.status, 422);
    for said in [
        MADE_BEFORE,
        "value=\"Bins\"",
        "value=\"bins\" selected",
        "value=\"30\" selected",
    ] {
        assert!(late.text().contains(said), "{said} in {}", late.text());
    }
    assert_eq!(house.counted(keys).await, 4);
    let next = form_in(&late, KEYS);
    assert_ne!(next, id);
    let form = format!("{next}&name=Bins&service=bins&days=30");
    let another = shown(&house.sent(KEYS, "ada", &form).await, "value=\"fh_");
    assert_ne!(another, ended);
    assert_eq!(house.counted(keys).await, 5);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_to_call_whose_form_is_sent_twice_is_one() {
    let house = House::new().await;
    let id = house.form_to("/office/systems", HOOKS, "ada").await;
    let form = format!("{id}&url=https://8.8.8.8/told");
    let first = shown(&house.sent(HOOKS, "ada", &form).await, "value=\"whsec_");
    let again = shown(&house.sent(HOOKS, "ada", &form).await, "value=\"whsec_");
    assert_eq!(first, again);
    let hooks = "SELECT COUNT(*) FROM hook";
    assert_eq!(house.counted(hooks).await, 1);
    let added = "SELECT COUNT(*) FROM audit WHERE what = 'hook_added'";
    assert_eq!(house.counted(added).await, 1);
    let others = shown(&house.sent(HOOKS, "abe", &form).await, "value=\"whsec_");
    assert_ne!(others, first, "it is nobody else's");
    house
        .write("UPDATE hook SET ended_at = 1, secret = ''")
        .await;
    let late = house.sent(HOOKS, "ada", &form).await;
    assert_eq!(late.status, 422);
    for said in [MADE_BEFORE, "value=\"https://8.8.8.8/told\""] {
        assert!(late.text().contains(said), "{said} in {}", late.text());
    }
    assert_eq!(house.counted(hooks).await, 2);
    let next = format!("{}&url=https://8.8.8.8/told", form_in(&late, HOOKS));
    let another = shown(&house.sent(HOOKS, "ada", &next).await, "value=\"whsec_");
    assert_ne!(another, first);
    let welsh = house.post(HOOKS).by("ada").header("accept-language", "cy");
    let welsh = welsh.form(&form).send().await;
    assert!(welsh.text().contains("wedi dod i ben. Anfonwch hi eto"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_calendar_whose_form_is_sent_twice_keeps_its_address() {
    let house = House::new().await;
    let page = house.get("/me/mail").by("tom").send().await;
    assert!(!page.text().contains(ENDS), "there is none to end");
    let form = house.form_to("/me/mail", CALENDAR, "tom").await;
    let first = shown(&house.sent(CALENDAR, "tom", &form).await, ADDRESS);
    let again = house.sent(CALENDAR, "tom", &form).await;
    assert_eq!(shown(&again, ADDRESS), first);
    assert!(again.text().contains(ENDS), "said before it is pressed");
    let made = "SELECT COUNT(*) FROM audit WHERE what = 'calendar_made'";
    assert_eq!(house.counted(made).await, 1);
    let others = house.sent(CALENDAR, "una", &form).await;
    assert_ne!(shown(&others, ADDRESS), first, "it is nobody else's");
    let reads = async |address: &str| house.reads_calendar(address).await;
    assert_eq!(reads(&first).await, 200);
    // From a page that was opened when there was none: it did not say that one would end.
    let stale = format!("form={}&before=", "f".repeat(64));
    let next = house.form_to("/me/mail", CALENDAR, "tom").await;
    let refused = house.sent(CALENDAR, "tom", &stale).await;
    assert_eq!(refused.status, 422);
    let said = "Another address was made since this page was opened. It still works, and nothing was changed.";
    assert!(refused.text().contains(said) && refused.text().contains(ENDS));
    assert_eq!(reads(&first).await, 200);
    let second = shown(&house.sent(CALENDAR, "tom", &next).await, ADDRESS);
    assert_ne!(second, first);
    assert_eq!(reads(&first).await, 404, "it was ended");
    // The first form comes late: what was made after it stays.
    assert_eq!(house.sent(CALENDAR, "tom", &form).await.status, 422);
    assert_eq!((reads(&first).await, reads(&second).await), (404, 200));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_calendar_that_was_ended_stays_ended_whatever_is_sent_again() {
    let house = House::new().await;
    let form = house.form_to("/me/mail", CALENDAR, "tom").await;
    let first = shown(&house.sent(CALENDAR, "tom", &form).await, ADDRESS);
    assert_eq!(house.reads_calendar(&first).await, 200);
    house.end_calendar("tom").await;
    assert_eq!(house.reads_calendar(&first).await, 404);
    // The page that showed it is loaded again.
    let refused = house.sent(CALENDAR, "tom", &form).await;
    assert_eq!(house.reads_calendar(&first).await, 404, "it was ended");
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains(ENDED), "{}", refused.text());
    assert!(!refused.text().contains(ENDS) && !refused.text().contains(&first));
    // What comes back makes another, once.
    let next = form_in(&refused, CALENDAR);
    let second = shown(&house.sent(CALENDAR, "tom", &next).await, ADDRESS);
    assert_ne!(second, first);
    assert_eq!(house.sent(CALENDAR, "tom", &form).await.status, 422);
    house.end_calendar("tom").await;
    for old in [&form, &next] {
        let refused = house.sent(CALENDAR, "tom", old).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains(ENDED), "{}", refused.text());
    }
    for ended in [&first, &second] {
        assert_eq!(house.reads_calendar(ended).await, 404);
    }
    let made = "SELECT COUNT(*) FROM audit WHERE what = 'calendar_made'";
    assert_eq!(house.counted(made).await, 2);
    // Of somebody who is erased nothing of it stays.
    let journal = Journal::at(&house.folder.path().join("erasures.jsonl"));
    let erased = house.app.store.erase("tom", Erase::Now, &journal, NOON);
    erased.await.expect("erased");
    let kept = "SELECT COUNT(*) FROM calendar_feed";
    assert_eq!(house.counted(kept).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_on_which_a_calendar_had_not_ended_yet_makes_another() {
    let house = House::new().await;
    let form = house.form_to("/me/mail", CALENDAR, "tom").await;
    let first = shown(&house.sent(CALENDAR, "tom", &form).await, ADDRESS);
    let stale = house.form_to("/me/mail", CALENDAR, "tom").await;
    house.end_calendar("tom").await;
    let second = shown(&house.sent(CALENDAR, "tom", &stale).await, ADDRESS);
    assert_ne!(second, first);
    let read = house.reads_calendar(&second).await;
    assert_eq!((house.reads_calendar(&first).await, read), (404, 200));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_that_cannot_be_made_as_it_was_typed_comes_back() {
    let house = House::new().await;
    let long = "ŵ".repeat(63);
    for (form, said, kept) in [
        (
            "name=+&days=30&service=ramps".to_owned(),
            "Say what the key is for",
            "value=\"30\" selected",
        ),
        (
            format!("name={long}&days=365"),
            "That is 3 too many.",
            long.as_str(),
        ),
        (
            "name=Reports&days=400&service=ramps".to_owned(),
            "Choose for how long it opens.",
            "value=\"Reports\"",
        ),
        (
            "name=Reports&days=soon&service=ramps".to_owned(),
            "Choose for how long it opens.",
            "value=\"ramps\" selected",
        ),
        (
            "name=Reports&days=30&service=gone".to_owned(),
            "There is no such service, or no longer.",
            "value=\"Reports\"",
        ),
    ] {
        let sent = house.sent(KEYS, "ada", &form).await;
        assert_eq!(sent.status, 422, "{form}");
        let page = sent.text();
        for said in [
            said,
            kept,
            "Nothing was made, and nothing is lost.",
            "aria-invalid=\"true\"",
        ] {
            assert!(page.contains(said), "{said} in {page}");
        }
    }
    assert_eq!(house.counted("SELECT COUNT(*) FROM api_key").await, 0);
    let sent = house.sent(HOOKS, "ada", "url=http://127.0.0.1/told").await;
    assert_eq!(sent.status, 422);
    assert!(
        sent.text().contains("value=\"http://127.0.0.1/told\""),
        "{}",
        sent.text()
    );
    // A caller without the field gets what the form offers first.
    assert_eq!(house.sent(KEYS, "ada", "name=Reports").await.status, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn that_an_invitation_ends_another_is_said_before_it_is_made() {
    let house = House::new().await;
    let ends = "made before and not used stops working.";
    for (who, path, button) in [
        ("ada", "/office/people/tom", "New invitation"),
        ("tom", "/me/sign-in", "Use another device</button>"),
    ] {
        let page = house.get(path).by(who).send().await;
        let (before, _) = page.text().rsplit_once(button).expect("a button");
        assert!(before.contains(ends), "{path}: {}", page.text());
    }
}
