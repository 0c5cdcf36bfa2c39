//! Somebody else signs in while a page is open: what stood on it does nothing any more.

use crate::House;

/// Where the forms on a page lead, of those that are posted.
fn forms(page: &str) -> Vec<String> {
    let tag = |form: &str| form.split('>').next().unwrap_or_default().to_owned();
    let tags = page.split("<form").skip(1).map(tag);
    let posted = tags.filter(|tag| tag.contains("method=\"post\""));
    let action = |tag: String| {
        let (_, action) = tag.split_once("action=\"").expect("an action");
        action
            .split('"')
            .next()
            .unwrap_or_default()
            .replace("&amp;", "&")
    };
    posted.map(action).collect()
}

#[tokio::test]
async fn a_page_made_for_somebody_else_changes_nothing() {
    let house = House::new().await;
    let page = house.get("/me/about").by("ann").send().await;
    let forms = forms(page.text());
    let ask = forms.iter().find(|it| it.starts_with("/me/erase"));
    let ask = ask.expect("a form");
    let before = house.contents().await;
    for lang in ["en", "cy"] {
        let other = house.post(ask).by("ben").header("accept-language", lang);
        let other = other.form("").send().await;
        assert_eq!(other.status, 409, "{}", other.text());
        let said = match lang {
            "en" => "Somebody else has signed in here since",
            _ => "Mae rhywun arall wedi mewngofnodi yma ers hynny",
        };
        assert!(other.text().contains(said), "{}", other.text());
    }
    assert_eq!(
        house.contents().await,
        before,
        "and nothing is noted against Ben"
    );
    // Ann signs in anew: it is her page still.
    house.seat("ann").await;
    let own = house.post(ask).by("ann").form("").send().await;
    assert_eq!(own.status, 303, "{}", own.text());
}

#[tokio::test]
async fn every_form_of_ones_own_pages_says_whose_it_is() {
    let house = House::new().await;
    const PAGES: [(&str, &str); 8] = [
        ("ann", "/me"),
        ("ann", "/me/about"),
        ("ann", "/me/sign-in"),
        ("ann", "/me/walk-file"),
        ("ann", "/walk/plain"),
        ("ada", "/office"),
        ("ada", "/office/people/tom"),
        ("ada", "/office/services/bins"),
    ];
    for (person, path) in PAGES {
        let page = house.get(path).by(person).send().await;
        assert_eq!(page.status, 200, "{path}");
        let mut own = forms(page.text());
        own.retain(|it| it != "/sign-out" && it != "/language");
        let marked = |it: &&String| it.contains("made-for=");
        assert_eq!(
            own.iter().filter(marked).count(),
            own.len(),
            "{path} {own:?}"
        );
    }
}
