//! A published month says the same at every address it is handed out at, in every form, and to other systems.

use app::{
    board::{Figure, MonthPage, Record, figures},
    walk::{Lang, month::YearMonth},
    wire::SyncRequest,
};
use server::{store::Making, token, viewer::Role};

use super::same;
use crate::{
    House, desk,
    house::{DAY, NOON},
    on_both,
    phone::Phone,
    plan::{at_random, walk_all},
    web::{Answer, Web},
};

on_both! { a_published_month_is_the_same_at_every_address_and_in_every_form, }

/// When all of it is published.
const NOW: i64 = NOON + 31 * DAY;

const TOKEN: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// May, twice published: once before and once after a walk that came late.
pub struct Twice {
    pub month: YearMonth,
    /// The versions with their figures, in the order of their publishing.
    pub versions: Vec<MonthPage>,
    pub web: Web,
}

impl Twice {
    /// Sue keeps the record, and has made an address for who has no account.
    pub async fn published(house: &House) -> Self {
        walk_all(house, &at_random(60)).await;
        let sue = desk::sue(house).await;
        let month = YearMonth::new(2026, 5).expect("a month");
        desk::publish(&sue, month, NOON).await;
        let mut late = Phone::whole_walk(1000, "ramp");
        for fact in &mut late.facts {
            fact.at -= 20 * DAY;
        }
        let request = SyncRequest {
            sent_at: NOW,
            ..late.request()
        };
        let ann = house.desk("ann").await;
        ann.append(request, NOW).await.expect("kept");
        desk::correct(&sue, month, NOW).await;
        let mut versions = Vec::new();
        for version in [1, 2] {
            let page = sue.published(month, Some(version), NOW).await;
            versions.push(MonthPage::clone(&page.expect("read").expect("published")));
        }
        let made = sue
            .make_link(month, &token::hash(TOKEN), "Members", NOW + DAY, NOW)
            .await;
        assert!(made.expect("made"));
        let web = Web::over(house, NOW, &["sue"]).await;
        Self {
            month,
            versions,
            web,
        }
    }

    /// Every address of a version, without the ending of its form.
    pub fn addresses(&self) -> [(String, usize); 4] {
        let month = self.month;
        [
            (format!("/board/{month}"), 1),
            (format!("/board/{month}.v1"), 0),
            (format!("/board/{month}.v2"), 1),
            (format!("/paper/{TOKEN}"), 1),
        ]
    }
}

async fn a_published_month_is_the_same_at_every_address_and_in_every_form(house: House) {
    let twice = Twice::published(&house).await;
    let [first, second] = &twice.versions[..] else {
        panic!("two versions");
    };
    assert_ne!(
        figures(Lang::En, first),
        figures(Lang::En, second),
        "what came late shows"
    );
    for (address, version) in twice.addresses() {
        let page = &twice.versions[version];
        let reader = if address.starts_with("/paper") {
            ""
        } else {
            "sue"
        };
        for lang in [Lang::En, Lang::Cy] {
            let get = async |ending: &str| {
                let path = [&address, ending].concat();
                let answer = twice.web.read(reader, &path, lang.code()).await;
                assert_eq!(answer.status, 200, "{path}");
                answer
            };
            let forms = [get("").await, get(".csv").await, get(".xlsx").await];
            let json = get(".json").await;
            let paper = get(".pdf").await;
            let opens = !reader.is_empty();
            every_form(page, &figures(lang, page), &forms, &json, &paper, opens);
        }
    }
    other_systems(&house, &twice).await;
}

fn every_form(
    page: &MonthPage,
    all: &[Figure],
    [html, csv, book]: &[Answer; 3],
    json: &Answer,
    paper: &Answer,
    opens: bool,
) {
    let stamp = page.stamp.as_ref().expect("published");
    let fingerprint = &stamp.fingerprint;
    same::on_page(&html.text(), all);
    assert!(html.text().contains(fingerprint.as_str()));
    let tables = same::in_csv(&csv.text(), all);
    assert!(tables[0].iter().flatten().any(|it| it == fingerprint));
    let sheets = same::in_sheet(&book.bytes, all);
    assert!(sheets[1].iter().flatten().any(|it| it == fingerprint));
    let text = same::on_paper(&paper.bytes, all);
    assert!(text.contains(&fingerprint.replace(' ', "")));
    let behind = format!("/board/{}.v{}/walks", page.month.month, stamp.version);
    assert_eq!(text.contains(&behind), opens, "of this version for good");
    assert_eq!(text.contains("/walks"), opens);
    // The record itself: the counts that every figure is drawn from.
    let file = json.json();
    let record: Record = serde_json::from_value(file["record"].clone()).expect("a record");
    assert_eq!(record.version, stamp.version);
    assert_eq!(record.counts, page.month);
    let hash = file["hash"].as_str().expect("a hash");
    assert_eq!(app::board::fingerprint(hash), *fingerprint);
}

/// A key reads the same figures of what is published, and of nothing else.
async fn other_systems(house: &House, twice: &Twice) {
    house
        .person("ada", "aber", &[Role::Administrator], &[])
        .await;
    let ada = house.desk("ada").await;
    let token = token::fresh();
    let key = ada.make_key("Reports", None, NOW + DAY, &token, NOW).await;
    let Making::Made(key) = key.expect("an answer") else {
        panic!("a key is made");
    };
    let newest = &twice.versions[1];
    let list = twice.web.with_key(&key, "/api/v1/months").await.json();
    let list = list["months"].as_array().expect("months").clone();
    let [listed] = &list[..] else {
        panic!("May alone is published: {list:?}");
    };
    let path = format!("/api/v1/months/{}", twice.month);
    let answer = twice.web.with_key(&key, &path).await;
    assert_eq!(answer.status, 200);
    let month = answer.json();
    let stamp = newest.stamp.as_ref().expect("published");
    for said in [listed, &month] {
        assert_eq!(said["month"], *twice.month.to_string());
        assert_eq!(said["version"], stamp.version);
        assert_eq!(said["fingerprint"], *stamp.fingerprint);
    }
    for lang in [Lang::En, Lang::Cy] {
        same::in_json(&month[lang.code()], &figures(lang, newest));
    }
    let june = twice.web.with_key(&key, "/api/v1/months/2026-06").await;
    assert_eq!(june.status, 404, "not published");
}
