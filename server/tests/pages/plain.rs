//! The plain pages: a walk made of forms.

use app::walk::{
    Category, Feeling, Friction, Mood, Place, Severity, StepResult, Walk, WalkId, fold,
};
use image::{RgbImage, codecs::jpeg::JpegEncoder};
use server::token;

use crate::{Answer, House, house::NOON};

const MINUTE: i64 = 60_000;

impl House {
    /// Ann begins to walk "aber-bins".
    async fn begun(&self) -> String {
        let brief = self.get("ann", "/walk/plain/brief/aber-bins").await;
        brief.says(&["Get something done", "It worked if", "Ring nobody you know"]);
        let walk = brief.hidden("walk");
        let form = format!("task=aber-bins&walk={walk}");
        for _ in 0..2 {
            let begun = self.post("ann", "/walk/plain/start", &form).await;
            begun.leads_to(&format!("/walk/plain/{walk}"));
        }
        walk
    }

    /// The walk as the server has it.
    async fn own(&self, walk: &str) -> Walk {
        let viewer = self
            .store
            .viewer(&token::hash("session of ann"), NOON)
            .await;
        let desk = self.store.desk(&viewer.expect("an answer").expect("Ann"));
        let id: WalkId = walk.parse().expect("an id");
        fold(&desk.own_log(id).await.expect("Ann's own"))
    }

    /// Answers how a step went.
    async fn go(&self, walk: &str, more: &str) -> Answer {
        let page = self.get("ann", &format!("/walk/plain/{walk}")).await;
        let (fact, step) = (
            page.hidden_in("/step\"", "fact"),
            page.hidden_in("/step\"", "step"),
        );
        let form = format!("fact={fact}&step={step}&{more}");
        self.post("ann", &format!("/walk/plain/{walk}/step"), &form)
            .await
    }
}

#[tokio::test]
async fn a_whole_walk_by_forms_reaches_the_team() {
    let house = House::new().await;
    house.get("ann", "/walk/plain").await.says(&[
        "Choose a walk",
        "These pages work without JavaScript",
        "/walk/plain/brief/aber-bins",
    ]);
    let walk = house.begun().await;
    let here = format!("/walk/plain/{walk}");
    let page = house.get("ann", &here).await;
    page.says(&[
        "Step 1 of 2",
        "Find",
        "Friction",
        "How did that go?",
        "Done",
        "I'm stuck",
    ]);
    let list = house.get("ann", "/walk/plain").await;
    list.says(&["Carry on, step 1", &here]);

    let sheet = house.get("ann", &format!("{here}/friction")).await;
    sheet.says(&[
        "What got in the way?",
        "It left me feeling",
        "The bins team reads this",
    ]);
    let fact = sheet.hidden("fact");
    let said = [
        ("fact", fact.as_str()),
        ("step", "0"),
        ("category", "asked"),
        ("severity", "stopped"),
        ("feelings", "ignored"),
        ("feelings", "confused"),
        ("mood", "-2"),
        ("note", "It asked <b>twice</b>."),
        ("risk", "1"),
    ];
    for _ in 0..2 {
        let felt = house
            .post_parts("ann", &format!("{here}/friction"), &said)
            .await;
        felt.leads_to(&here);
    }
    let page = house.get("ann", &here).await;
    page.says(&["Asked too much, or again", "Step 1, stopped me", "Change"]);
    let felt = house.own(&walk).await.frictions;
    let [point] = felt.as_slice() else {
        panic!("sent twice, noted once: {felt:?}");
    };
    assert_eq!(
        told(point),
        (Some(Category::Asked), Some(Severity::Stopped))
    );
    assert_eq!(point.feelings, [Feeling::Confused, Feeling::Ignored]);
    assert_eq!((point.mood, point.risk), (Some(Mood::new(-2)), true));

    house.go(&walk, "mood=1&result=done").await.leads_to(&here);
    house
        .get("ann", &here)
        .await
        .says(&["Step 2 of 2", "Friction felt at step 1."]);
    house.go(&walk, "result=stuck").await.leads_to(&here);

    let end = house.get("ann", &here).await;
    end.says(&[
        "Did you get what you came for?",
        "Why not?",
        "difficult or easy",
        "Finish, 1 of 2",
    ]);
    let form = format!(
        "fact={}&met=no&why=gave_up&did=partly&ease=2&others=few&satisfied=1",
        end.hidden_in("/outcome\"", "fact")
    );
    let next = house.post("ann", &format!("{here}/outcome"), &form).await;
    next.leads_to(&format!("{here}/end"));
    let last = house.get("ann", &format!("{here}/end")).await;
    last.says(&[
        "What stays with you?",
        "This page keeps nothing on the phone",
        "Finish walkthrough",
    ]);
    let form = format!(
        "fact={}&worked=The+words+were+kind&least_sure=At+the+door&keep=1&commit=Ring+them&by=2026-06-29",
        last.hidden("fact")
    );
    for _ in 0..2 {
        let done = house.post("ann", &format!("{here}/end"), &form).await;
        done.leads_to(&here);
    }
    let receipt = house.get("ann", &here).await;
    receipt.says(&[
        "Sent today at 13:00.",
        "The bins team can see it.",
        "Need not met: gave up",
        "What was sent, and to whom",
        "The words were kind",
        "Only for you.",
        "At the door",
        "Ring them",
    ]);
    let walked = house.own(&walk).await;
    assert_eq!(walked.place, Place::Receipt);
    assert_eq!(walked.steps[&0].mood, Some(Mood::new(1)));
    assert_eq!(walked.steps[&1].result, Some(StepResult::Stuck));
    assert_eq!(
        (walked.bright_spots.len(), walked.reflections.len()),
        (1, 1)
    );
    let commitment = walked.commitment.expect("one thing");
    assert_eq!(commitment.by.as_deref(), Some("2026-06-29"));

    let team = house.get("tom", &format!("/team/walk/{walk}")).await;
    team.says(&["Asked too much, or again", "The words were kind"]);
    for private in ["At the door", "Ring them"] {
        assert!(!team.body.contains(private), "{private} is Ann's own");
    }
}

#[tokio::test]
async fn leaving_and_coming_back_are_noted_by_what_is_pressed() {
    let house = House::new().await;
    house
        .with_address("aber-bins", "https://bins.example/?a=b")
        .await;
    let walk = house.begun().await;
    let here = format!("/walk/plain/{walk}");
    let page = house.get("ann", &here).await;
    let form = format!("fact={}&step=0", page.hidden_in("/leave\"", "fact"));
    for _ in 0..2 {
        let left = house.post("ann", &format!("{here}/leave"), &form).await;
        left.leads_to(&format!("{here}/service"));
    }
    let service = house.get("ann", &format!("{here}/service")).await;
    assert_eq!(service.refresh, "0; url=https://bins.example/?a=b");
    service.says(&["href=\"https://bins.example/?a=b\"", "Back to the walk"]);
    house
        .get("ann", &here)
        .await
        .says(&["You left for the service at 13:00."]);
    house.clock.set(NOON + 3 * MINUTE);
    house.go(&walk, "result=partly").await.leads_to(&here);
    let page = house.get("ann", &here).await;
    page.says(&[
        "Step 2 of 2",
        "You were away for 3 min at step 1.",
        "Interrupted?",
    ]);
    assert_eq!(house.own(&walk).await.steps[&0].away_ms, 3 * MINUTE);
    let form = format!(
        "fact={}&left={}",
        page.hidden_in("/interrupted\"", "fact"),
        page.hidden("left")
    );
    let off = house
        .post("ann", &format!("{here}/interrupted"), &form)
        .await;
    off.leads_to(&here);
    house.get("ann", &here).await.says(&["Time taken off"]);
    assert_eq!(house.own(&walk).await.steps[&0].spent_ms, 0);
}

#[tokio::test]
async fn a_form_that_cannot_be_taken_comes_back_as_it_was() {
    let house = House::new().await;
    let walk = house.begun().await;
    let here = format!("/walk/plain/{walk}");
    let four = ["confused", "ignored", "anxious", "frustrated"].map(|it| ("feelings", it));
    let said: Vec<(&str, &str)> = [
        ("category", "door"),
        ("note", "a </textarea> b"),
        ("again", "1"),
    ]
    .into_iter()
    .chain(four)
    .collect();
    let back = house
        .post_parts("ann", &format!("{here}/friction"), &said)
        .await;
    assert_eq!(back.status, 422);
    back.says(&[
        "Choose no more than three feelings.",
        "a &lt;/textarea&gt; b",
        "This is not saved yet.",
    ]);
    assert_eq!(back.body.matches(" checked").count(), 6, "{}", back.body);
    let empty = house
        .post_parts("ann", &format!("{here}/friction"), &[("note", " ")])
        .await;
    assert_eq!(empty.status, 422);
    empty.says(&["Choose what got in the way first, or write what happened."]);
    let unsaid = house.go(&walk, "mood=2&result=odd").await;
    assert_eq!(unsaid.status, 422);
    unsaid.says(&["Say how it went first."]);
    assert!(house.own(&walk).await.frictions.is_empty());

    house.go(&walk, "result=stuck").await.leads_to(&here);
    let sent = "worked=All+of+it&alone=At+home&commit=Call&by=other&day=soon";
    let back = house.post("ann", &format!("{here}/end"), sent).await;
    assert_eq!(back.status, 422);
    back.says(&[
        "Tick the box to keep what you wrote",
        ">\nAll of it<",
        ">\nAt home<",
        ">\nCall<",
    ]);
    let back = house
        .post("ann", &format!("{here}/end"), &format!("{sent}&keep=1"))
        .await;
    assert_eq!(back.status, 422);
    back.says(&["Choose a day", "value=\"soon\""]);
    let own = house.own(&walk).await;
    assert!(
        own.reflections.is_empty() && own.finished_at.is_none(),
        "nothing was kept"
    );
}

#[tokio::test]
async fn what_was_noted_can_be_changed_and_taken_back() {
    let house = House::new().await;
    let walk = house.begun().await;
    let here = format!("/walk/plain/{walk}");
    let fact = house
        .get("ann", &format!("{here}/friction"))
        .await
        .hidden("fact");
    let first = [
        ("fact", fact.as_str()),
        ("category", "find"),
        ("note", "Where is it?"),
    ];
    house
        .post_parts("ann", &format!("{here}/friction"), &first)
        .await
        .leads_to(&here);
    // The same form with another word in it is a change, not a second point.
    let again = [
        ("fact", fact.as_str()),
        ("category", "find"),
        ("note", "Where on earth is it?"),
    ];
    house
        .post_parts("ann", &format!("{here}/friction"), &again)
        .await
        .leads_to(&here);
    let form = house.get("ann", &format!("{here}/friction/{fact}")).await;
    form.says(&["Where on earth is it?", "Remove this point"]);
    let fresh = form.hidden("fact");
    let change = [
        ("fact", fresh.as_str()),
        ("category", "unclear"),
        ("severity", "slowed"),
    ];
    house
        .post_parts("ann", &format!("{here}/friction/{fact}"), &change)
        .await
        .leads_to(&here);
    let felt = house.own(&walk).await.frictions;
    assert_eq!(felt.len(), 1);
    assert_eq!(
        told(&felt[0]),
        (Some(Category::Unclear), Some(Severity::Slowed))
    );
    assert_eq!(felt[0].note, "", "an emptied note is taken away");
    for _ in 0..2 {
        let gone = house
            .post("ann", &format!("{here}/friction/{fact}/remove"), "")
            .await;
        gone.leads_to(&here);
    }
    assert!(house.own(&walk).await.frictions.is_empty());

    let page = house.get("ann", &format!("{here}/worked")).await;
    let fact = page.hidden("fact");
    for note in ["", "The+map+was+clear"] {
        let form = format!("fact={fact}&step=0&note={note}");
        house
            .post("ann", &format!("{here}/worked"), &form)
            .await
            .leads_to(&here);
    }
    let spots = house.own(&walk).await.bright_spots;
    assert_eq!(spots.len(), 1);
    assert_eq!(
        (spots[0].note.as_str(), spots[0].step),
        ("The map was clear", Some(0))
    );
    let to = format!("{here}/worked/{}", spots[0].id);
    house.get("ann", &to).await.says(&["The map was clear"]);
    house.post("ann", &to, "note=The+map").await.leads_to(&here);
    assert_eq!(house.own(&walk).await.bright_spots[0].note, "The map");
    house
        .post("ann", &format!("{to}/remove"), "")
        .await
        .leads_to(&here);
    assert!(house.own(&walk).await.bright_spots.is_empty());
}

#[tokio::test]
async fn photos_come_with_the_form_and_go_with_a_button() {
    let house = House::new().await;
    let walk = house.begun().await;
    let here = format!("/walk/plain/{walk}");
    let fact = house
        .get("ann", &format!("{here}/friction"))
        .await
        .hidden("fact");
    let said = [
        ("fact", fact.as_str()),
        ("category", "form"),
        ("note", "Too small"),
    ];
    let files: [(&str, &[u8]); 2] = [("one.jpg", &jpeg()), ("list.pdf", b"%PDF-1.7")];
    // What is a photo is kept, and what is none is named; sent again, nothing is added.
    for _ in 0..2 {
        let back = house
            .post_files("ann", &format!("{here}/friction"), &said, &files)
            .await;
        assert_eq!(back.status, 422);
        back.says(&[
            "list.pdf is not a photo we can read. The rest is saved.",
            "Too small",
            "alt=\"Photo 1\"",
        ]);
    }
    let own = house.own(&walk).await;
    assert_eq!(own.frictions.len(), 1);
    let [photo] = own.frictions[0].photos.as_slice() else {
        panic!("one photo: {:?}", own.frictions[0].photos);
    };
    let change = house.get("ann", &format!("{here}/friction/{fact}")).await;
    change.says(&[&format!("/api/v1/photos/{}", photo.id), "Remove photo 1"]);
    let gone = format!("{here}/photo/{}/remove", photo.id);
    let back = format!("{here}/friction/{fact}");
    house.post("ann", &gone, "").await.leads_to(&back);
    assert!(house.own(&walk).await.frictions[0].photos.is_empty());
    // A form that comes back says that the browser let go of the photos.
    let files: [(&str, &[u8]); 1] = [("one.jpg", &jpeg())];
    let back = house
        .post_files("ann", &format!("{here}/friction"), &[("note", "")], &files)
        .await;
    assert_eq!(back.status, 422);
    back.says(&["Choose your photos again"]);
}

fn jpeg() -> Vec<u8> {
    let picture = RgbImage::from_pixel(64, 48, image::Rgb([200, 120, 40]));
    let mut file = Vec::new();
    JpegEncoder::new(&mut file)
        .encode_image(&picture)
        .expect("a picture");
    file
}

#[tokio::test]
async fn an_old_page_never_moves_a_walk_back() {
    let house = House::new().await;
    let walk = house.begun().await;
    let here = format!("/walk/plain/{walk}");
    let old = house.get("ann", &here).await;
    let old = format!(
        "fact={}&step=0&result=stuck",
        old.hidden_in("/step\"", "fact")
    );
    house.go(&walk, "result=done").await.leads_to(&here);
    house
        .post("ann", &format!("{here}/step"), &old)
        .await
        .leads_to(&here);
    let walked = house.own(&walk).await;
    assert_eq!(walked.place, Place::Step { step: 1 });
    assert_eq!(walked.steps[&0].result, Some(StepResult::Done));
}

#[tokio::test]
async fn somebody_elses_walk_is_not_there() {
    let house = House::new().await;
    let walk = house.begun().await;
    for (person, found) in [("ann", 200), ("tom", 404), ("cat", 404), ("nobody", 303)] {
        for page in ["", "/friction", "/worked"] {
            let answer = house
                .get(person, &format!("/walk/plain/{walk}{page}"))
                .await;
            assert_eq!(answer.status, found, "{person} {page}");
        }
    }
    let stranger = house.get("nobody", "/walk/plain").await;
    assert_eq!(stranger.location, "/sign-in?back=plain");
    house
        .get("nobody", "/sign-in?back=plain")
        .await
        .says(&["action=\"/sign-in?back=plain\""]);
    let before = house.own(&walk).await;
    // The id of Ann's walk in somebody else's form begins nothing.
    let taken = house
        .post(
            "lea",
            "/walk/plain/start",
            &format!("task=cwm-bins&walk={walk}"),
        )
        .await;
    assert_eq!(taken.status, 404);
    assert_eq!(house.own(&walk).await, before);
    let odd = house.get("ann", "/walk/plain/odd").await;
    assert_eq!(odd.status, 404);
}

#[tokio::test]
async fn the_plain_pages_are_in_welsh_too() {
    let house = House::new().await;
    let walk = house.begun().await;
    for (page, says) in [
        ("", "Sut aeth hi?"),
        ("/friction", "Beth oedd yn eich rhwystro?"),
        ("/worked", "Gweithiodd rhywbeth"),
    ] {
        let answer = house
            .get("ann; lang=cy", &format!("/walk/plain/{walk}{page}"))
            .await;
        answer.says(&["<html lang=\"cy\">", says]);
    }
}

fn told(point: &Friction) -> (Option<Category>, Option<Severity>) {
    (point.category, point.severity)
}

impl Answer {
    fn leads_to(&self, path: &str) {
        assert_eq!(
            (self.status.as_u16(), self.location.as_str()),
            (303, path),
            "{}",
            self.body
        );
    }

    /// The first hidden field of this name.
    fn hidden(&self, name: &str) -> String {
        self.hidden_in("", name)
    }

    /// The hidden field of this name in the form whose address ends like this.
    fn hidden_in(&self, form: &str, name: &str) -> String {
        let (_, rest) = self
            .body
            .split_once(form)
            .unwrap_or_else(|| panic!("no {form} in {}", self.body));
        let field = format!("name=\"{name}\" value=\"");
        let (_, value) = rest
            .split_once(&field)
            .unwrap_or_else(|| panic!("no {name} in {rest}"));
        value.split('"').next().expect("its end").to_owned()
    }
}
