//! What is held about a person, to take away: one file that reads well by itself, and the same as JSON.

use leptos::prelude::*;

use super::{Held, Section, held::table};
use crate::{
    walk::Lang,
    words::{Mine, fill, held},
};

/// The look of the file: it is opened from a disk, where nothing of ours is beside it.
const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#15211f;background:#fff}\
h2{margin-top:2.5rem}.table-wrap{overflow-x:auto}table{border-collapse:collapse}\
th,td{padding:.4rem .8rem;border:1px solid #9aa5a2;text-align:start;vertical-align:top;white-space:pre-line}\
th{background:#eef1ef}img{max-width:24rem;height:auto}";

/// One file: for people, and inside it the same as JSON.
#[must_use]
pub fn export_html(lang: Lang, held: &Held) -> String {
    let words = Mine::of(lang);
    let title = fill(words.export_title, &[("name", &held.name)]);
    let made = match &held.made {
        super::Cell::Time(_, when) => [when.full(lang), when.time()].join(", "),
        _ => String::new(),
    };
    let made = fill(
        words.export_made,
        &[
            ("organisation", held.organisation.get(lang)),
            ("date", &made),
        ],
    );
    let body = Owner::new().with(|| {
        let sections: Vec<_> = held.sections.iter().map(|it| section(lang, it)).collect();
        view! {
            <h1>{title.clone()}</h1>
            <p>{made}</p>
            <p>{words.export_json}</p>
            {sections}
        }
        .to_html()
    });
    let head = Owner::new().with(|| view! { <title>{title}</title> }.to_html());
    // Inside a script element only this sign could end it.
    let json = held.json().to_string().replace('<', "\\u003c");
    [
        "<!doctype html><html lang=\"",
        lang.code(),
        "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        &head,
        "<style>",
        STYLE,
        "</style></head><body>",
        &body,
        "<script type=\"application/json\" id=\"held\">",
        &json,
        "</script></body></html>\n",
    ]
    .concat()
}

/// The same as JSON alone.
#[must_use]
pub fn export_json(held: &Held) -> String {
    [&format!("{:#}", held.json()), "\n"].concat()
}

fn section(lang: Lang, section: &Section) -> impl IntoView + use<> {
    view! {
        <h2>{held::section(lang, section.table)}</h2>
        {table(lang, section)}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{mine::Cell, walk::Text};

    #[test]
    fn what_was_written_can_end_neither_the_page_nor_the_data() {
        let hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)>";
        let held = Held {
            name: hostile.into(),
            organisation: Text {
                en: hostile.into(),
                cy: String::new(),
            },
            made: Cell::Nothing,
            sections: vec![Section {
                table: "reply",
                columns: vec!["text"],
                rows: vec![vec![Cell::Text(hostile.into())]],
            }],
        };
        for lang in [Lang::En, Lang::Cy] {
            let html = export_html(lang, &held);
            assert_eq!(html.matches("<script").count(), 1, "{html}");
            assert_eq!(html.matches("</script").count(), 1, "{html}");
            assert!(!html.contains("<img src=x"), "{html}");
            let data = html.split("id=\"held\">").nth(1).unwrap_or_default();
            let data = data.split("</script>").next().unwrap_or_default();
            let value: serde_json::Value = serde_json::from_str(data).expect("JSON");
            assert_eq!(value["held"]["reply"][0]["text"], hostile);
        }
    }
}
