//! What was noted is changed and taken back, photos too.

use super::*;

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
