//! One record in both languages: each form can be asked for in either, whatever language its reader reads in.

use app::walk::month::YearMonth;
use server::{store::Publishing, token, viewer::Role};

use crate::pages::{House, NOON};

const DAY: i64 = 86_400_000;
/// After the end of June.
const JULY: i64 = NOON + 20 * DAY;

/// What the figures are headed with, in each language.
const HEADS: [(&str, &str); 2] = [("en", "Points of friction"), ("cy", "Rhwystrau")];

/// June is published, and has an address for who has no account.
async fn published() -> House {
    let house = House::new().await;
    let roles = [Role::Board, Role::Secretary];
    house.person("sue", "aber", &roles, &[]).await;
    let june: YearMonth = "2026-06".parse().expect("a month");
    let sue = house.desk("sue").await;
    let made = sue.publish(june, Vec::new(), JULY).await;
    assert!(matches!(made.expect("an answer"), Publishing::Done(_)));
    let hash = token::hash("address");
    sue.make_link(june, &hash, "Members", JULY + DAY, JULY)
        .await
        .expect("made");
    house
}

#[tokio::test]
async fn every_form_is_handed_out_in_either_language() {
    let house = published().await;
    for (person, address) in [("bob", "/board/2026-06"), ("nobody", "/paper/address")] {
        for ending in ["", ".csv"] {
            for (lang, head) in HEADS {
                let asked = [address, ending, "?lang=", lang].concat();
                let answer = house.get(person, &asked).await;
                assert_eq!(answer.status, 200, "{asked}");
                assert!(answer.body.contains(head), "{asked}: {}", answer.body);
            }
            for odd in ["?lang=", "?lang=fr", "?lang=CY", "?other=cy"] {
                let answer = house.get(person, &[address, ending, odd].concat()).await;
                assert_eq!(answer.status, 200, "{odd}");
                assert!(answer.body.contains(HEADS[0].1), "{odd}");
            }
        }
        for ending in [".xlsx", ".pdf"] {
            let asked = |lang: &str| [address, ending, "?lang=", lang].concat();
            let (en, cy) = (
                house.get(person, &asked("en")).await,
                house.get(person, &asked("cy")).await,
            );
            assert_eq!((en.status.as_u16(), cy.status.as_u16()), (200, 200));
            assert_ne!(en.body, cy.body, "{ending}");
        }
    }
}

#[tokio::test]
async fn a_page_offers_what_people_read_in_both_languages() {
    let house = published().await;
    for (person, address) in [("bob", "/board/2026-06"), ("nobody", "/paper/address")] {
        let page = house.get(person, address).await.body;
        for (ending, lang, said) in [
            ("pdf", "en", "English"),
            ("pdf", "cy", "Cymraeg"),
            ("xlsx", "en", "English"),
            ("xlsx", "cy", "Cymraeg"),
        ] {
            let link = format!(
                "href=\"{address}.{ending}?lang={lang}\" hreflang=\"{lang}\" lang=\"{lang}\""
            );
            let found = page
                .split(&link)
                .nth(1)
                .unwrap_or_else(|| panic!("{link}: {page}"));
            let words = found.split("</a>").next().unwrap_or_default();
            assert!(words.contains(said), "{words}");
        }
        // A change of language leads back to the address itself.
        let welsh = house
            .get(person, &[address, "?lang=cy"].concat())
            .await
            .body;
        let back = format!("name=\"back\" value=\"{address}\"");
        assert!(welsh.contains(&back), "{welsh}");
        assert!(welsh.contains("<html lang=\"cy\""), "{welsh}");
    }
}
