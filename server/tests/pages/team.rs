//! The service team's pages.

use image::{RgbImage, codecs::jpeg::JpegEncoder};

use crate::{
    Answer, House,
    house::{NOON, NOTE, PRIVATE},
};

#[tokio::test]
async fn what_was_felt_is_in_the_inbox_and_opens() {
    let house = House::new().await;
    let inbox = house.get("tom", "/team").await;
    assert_eq!(inbox.status, 200);
    let friction = format!("/team/friction/{}", house.friction);
    inbox.says(&[
        "Asked too much, or again",
        "Stopped me",
        "Someone could be harmed",
        "1 new",
        "For your team now",
        "/team/thread/",
    ]);
    let page = house.get("tom", &friction).await;
    let walk = format!("/team/walk/{}", house.walk);
    page.says(&[
        "Step 1 of 2, Find",
        "Mark as seen",
        "Reply to the leader",
        &walk,
    ]);
    let around = house.get("tom", &walk).await;
    around.says(&["Get something done", "Stopped here", "Not walked"]);
    for page in [inbox, page, around] {
        assert!(
            !page.body.contains("<script>"),
            "what a leader wrote stays text"
        );
        for private in PRIVATE.iter().chain(&["ANN"]) {
            assert!(
                !page.body.contains(private),
                "{private} is the leader's own"
            );
        }
    }
}

#[tokio::test]
async fn a_photo_is_on_the_teams_pages_and_not_on_the_boards() {
    let house = House::new().await;
    let mut file = Vec::new();
    JpegEncoder::new(&mut file)
        .encode_image(&RgbImage::new(64, 48))
        .expect("a JPEG");
    let desk = house.desk("ann").await;
    let added = desk.add_photo(house.walk, house.friction, file, NOON);
    let id = added.await.expect("added");
    let shown = format!("<img src=\"/api/v1/photos/{id}\" alt=\"Photo 1 of 1");
    let friction = format!("/team/friction/{}", house.friction);
    house.get("tom", &friction).await.says(&[
        &shown,
        "of this friction point",
        "width=\"64\" height=\"48\"",
    ]);
    let walk = format!("/team/walk/{}", house.walk);
    house.get("tom", &walk).await.says(&[&shown]);
    for page in ["/board/2026-06", "/board/2026-06/walks"] {
        let page = house.get("bob", page).await;
        assert!(
            !page.body.contains(&id.to_string()),
            "{page}",
            page = page.body
        );
    }
    let walk = format!("/board/walk/{}", house.walk);
    assert!(!house.get("bob", &walk).await.body.contains("<img"));
}

#[tokio::test]
async fn what_its_author_took_back_says_so_and_no_more() {
    let house = House::new().await;
    let friction = format!("/team/friction/{}", house.friction);
    let (seen, reply) = (format!("{friction}/seen"), format!("{friction}/reply"));
    house.post("tom", &reply, "text=We+ask+once+now.").await;
    house.withdraw(house.walk, house.friction).await;
    let page = house.get("tom", &friction).await;
    assert_eq!(page.status, 200);
    page.says(&[
        "<h1>Withdrawn by its author</h1>",
        "The leader took this friction point back on Monday 15 June 2026 at 13:01.",
        "TOM, today at 13:00",
        "“We ask once now.”",
    ]);
    let inbox = house.get("tom", "/team").await;
    inbox.says(&[
        "Withdrawn by its author",
        "Withdrawn 15 June",
        "Answered",
        "0 new",
    ]);
    let walk = house
        .get("tom", &format!("/team/walk/{}", house.walk))
        .await;
    walk.says(&["Withdrawn by its author, 15 June", &friction]);
    for page in [&page, &inbox, &walk] {
        for gone in [
            "alert(1)",
            "Asked too much",
            "Stopped me",
            "harmed",
            "/reply",
        ] {
            let main = page.body.split("<main").nth(1).expect("a page");
            // What there is to choose from names every kind.
            let main = main.split("</details>").last().expect("a page");
            assert!(!main.contains(gone), "{gone} was taken back: {main}");
        }
    }
    // From a page that was open before.
    for (address, form) in [(&seen, ""), (&reply, "text=Sorry")] {
        let sent = house.post("tom", address, form).await;
        assert_eq!(sent.status, 303, "to the page that says so");
        assert_eq!(house.post("cat", address, form).await.status, 404);
    }
    let welsh = house.get("tom; lang=cy", &friction).await;
    welsh.says(&[
        "Tynnwyd yn ôl gan ei awdur",
        "yn ôl: dydd Llun 15 Mehefin 2026, 13:01",
    ]);
    assert!(!welsh.body.contains("Sorry"), "nothing was sent");
    assert_eq!(house.get("cat", &friction).await.status, 404);
}

#[tokio::test]
async fn what_was_felt_elsewhere_is_nowhere() {
    let house = House::new().await;
    let inbox = house.get("tom", "/team").await;
    assert!(!inbox.body.contains(&house.elsewhere.to_string()));
    let asked = house
        .get("tom", "/team?service=ramps&state=odd&after=x")
        .await;
    assert_eq!(asked.status, 200);
    assert!(!asked.body.contains(&house.elsewhere.to_string()));
    for person in ["tom", "non", "cat"] {
        let friction = format!("/team/friction/{}", house.elsewhere);
        let walk = format!("/team/walk/{}", house.walk_elsewhere);
        assert_eq!(house.get(person, &friction).await.status, 404);
        assert_eq!(house.get(person, &walk).await.status, 404);
        assert_eq!(
            house
                .post(person, &format!("{friction}/seen"), "")
                .await
                .status,
            404
        );
        for form in ["text=Sorry", "text="] {
            assert_eq!(
                house
                    .post(person, &format!("{friction}/reply"), form)
                    .await
                    .status,
                404
            );
        }
    }
    for odd in ["/team/friction/x", "/team/walk/x"] {
        assert_eq!(house.get("tom", odd).await.status, 404);
    }
}

#[tokio::test]
async fn only_service_teams_have_an_inbox() {
    let house = House::new().await;
    let empty = house.get("non", "/team").await;
    empty.says(&["You do not answer for a service yet"]);
    for person in ["ann", "ada"] {
        assert_eq!(house.get(person, "/team").await.status, 404);
    }
    let stranger = house.get("nobody", "/team").await;
    assert_eq!(
        (stranger.status.as_u16(), stranger.location.as_str()),
        (303, "/sign-in")
    );
}

#[tokio::test]
async fn seen_and_reply_come_back_to_the_page() {
    let house = House::new().await;
    let friction = format!("/team/friction/{}", house.friction);
    let seen = house
        .post("tom", &format!("{friction}/seen?state=new&before=x"), "")
        .await;
    assert_eq!(
        (seen.status.as_u16(), seen.location),
        (303, format!("{friction}?state=new"))
    );
    let page = house.get("tom", &friction).await;
    assert!(!page.body.contains("Mark as seen"));
    let reply = format!("{friction}/reply");
    let id = "00000000-0000-4000-8000-000000000001";
    for _ in 0..2 {
        let sent = house
            .post(
                "tom",
                &reply,
                &format!("id={id}&text=We+ask+%3Conce%3E+now.%0D%0AThank+you"),
            )
            .await;
        assert_eq!(
            (sent.status.as_u16(), sent.location),
            (303, format!("{friction}#replies"))
        );
    }
    let page = house.get("tom", &friction).await;
    page.says(&[
        "TOM, today at 13:00",
        "“We ask &lt;once&gt; now.\nThank you”",
    ]);
    assert_eq!(
        page.body.matches("We ask").count(),
        1,
        "sent twice, kept once"
    );
    house
        .get("tom", "/team?state=seen")
        .await
        .says(&["/team/thread/", "Seen"]);
}

#[tokio::test]
async fn a_reply_that_cannot_be_sent_is_not_lost() {
    let house = House::new().await;
    let reply = format!("/team/friction/{}/reply", house.friction);
    let empty = house.post("tom", &reply, "text=+%0D%0A").await;
    assert_eq!(empty.status, 422);
    empty.says(&["Write something first."]);
    let long = ["a line </textarea>", &"ŵ".repeat(2_000)].concat();
    let encoded: String = long.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let long = house.post("tom", &reply, &format!("text={encoded}")).await;
    assert_eq!(long.status, 422);
    long.says(&["18 characters too long", "a line &lt;/textarea&gt;ŵŵŵ"]);
    let page = house.get("tom", reply.trim_end_matches("/reply")).await;
    assert!(!page.body.contains("id=\"replies\""), "nothing was sent");
}

#[tokio::test]
async fn the_pages_are_in_welsh_too() {
    let house = House::new().await;
    let page = house
        .get(
            "tom; lang=cy",
            &format!("/team/friction/{}", house.friction),
        )
        .await;
    page.says(&[
        "<html lang=\"cy\">",
        "Nodi fel wedi'i weld",
        "Ateb yr arweinydd",
        "Cam 1 o 2",
    ]);
    assert!(
        page.body.contains(
            &NOTE
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;")
        )
    );
}

impl Answer {
    pub fn says(&self, parts: &[&str]) {
        let body = self.body.replace('\u{a0}', " ");
        for part in parts {
            assert!(
                body.contains(part),
                "{part} is missing ({}) in {body}",
                self.status
            );
        }
    }
}
