//! The PDF, read by a program that did not write it.

use std::collections::BTreeSet;

use app::{
    board::{Beside, MonthPage, Names},
    walk::{
        Lang, Step, Task, Text,
        month::{HandOff, Said, SaidAs},
    },
};
use lopdf::{Dictionary, Document, Object, content::Content};
use server::papers;

use super::{
    ADDRESS, a_year,
    read::{bare, pdf_text},
};
use crate::House;

pub(super) async fn the_paper_is_tagged_for_everybody(house: House) {
    let page = a_year(&house).await;
    for (lang, code, title) in [
        (Lang::En, "en-GB", "board summary, Aber"),
        (Lang::Cy, "cy", "crynodeb i&apos;r bwrdd, Aber"),
    ] {
        let paper = papers::pdf(lang, &page, "Aber", ADDRESS, Some((2026, 7, 5, 8, 12, 0)));
        let paper = paper.expect("laid out");
        let document = Document::load_mem(&paper).expect("a PDF");
        let catalog = document.catalog().expect("a catalog");
        let marked = inner(&document, catalog, b"MarkInfo");
        assert!(
            marked
                .get(b"Marked")
                .and_then(Object::as_bool)
                .expect("said")
        );
        let said = catalog.get(b"Lang").and_then(Object::as_str).expect("said");
        assert_eq!(String::from_utf8_lossy(said), code);
        let shown = inner(&document, catalog, b"ViewerPreferences");
        assert!(
            shown
                .get(b"DisplayDocTitle")
                .and_then(Object::as_bool)
                .expect("said")
        );
        tagged(&document, catalog);
        pages(&document);
        fonts(&document);
        let xmp = catalog
            .get(b"Metadata")
            .and_then(Object::as_reference)
            .expect("there");
        let xmp = document
            .get_object(xmp)
            .and_then(Object::as_stream)
            .expect("a stream");
        let xmp = xmp
            .decompressed_content()
            .unwrap_or_else(|_| xmp.content.clone());
        let xmp = String::from_utf8(xmp).expect("UTF-8");
        for part in [
            "pdfuaid:part>1<",
            title,
            "Aber</rdf:li>",
            "2026-07-05T08:12:00",
        ] {
            assert!(xmp.contains(part), "{part} in {xmp}");
        }
    }
}

/// Headings in order, and a sentence for each picture.
fn tagged(document: &Document, catalog: &Dictionary) {
    let root = inner(document, catalog, b"StructTreeRoot");
    let mut tags = Vec::new();
    walk(document, root, &mut tags);
    let headings: Vec<&str> = tags
        .iter()
        .map(|it| it.0.as_str())
        .filter(|it| it.starts_with('H') && it.len() == 2)
        .collect();
    assert_eq!(headings.first(), Some(&"H1"));
    assert!(
        headings.len() > 6 && headings[1..].iter().all(|it| *it == "H2"),
        "{headings:?}"
    );
    let pictures: Vec<_> = tags.iter().filter(|it| it.0 == "Figure").collect();
    assert!(pictures.len() >= 4, "{}", pictures.len());
    assert!(pictures.iter().all(|it| !it.1.is_empty()), "{pictures:?}");
    for tag in ["Table", "TH", "Link", "L"] {
        assert!(tags.iter().any(|it| it.0 == tag), "{tag}");
    }
}

fn walk(document: &Document, tag: &Dictionary, found: &mut Vec<(String, String)>) {
    if let Ok(name) = tag.get(b"S").and_then(Object::as_name) {
        let said = tag.get(b"Alt").and_then(Object::as_str).unwrap_or_default();
        found.push((
            String::from_utf8_lossy(name).into(),
            String::from_utf8_lossy(said).into(),
        ));
    }
    let below = match tag.get(b"K") {
        Ok(Object::Array(all)) => all.clone(),
        Ok(one) => vec![one.clone()],
        Err(_) => Vec::new(),
    };
    for one in &below {
        let one = match one {
            Object::Reference(id) => document.get_object(*id).expect("there"),
            one => one,
        };
        if let Ok(tag) = one.as_dict() {
            walk(document, tag, found);
        }
    }
}

fn pages(document: &Document) {
    for id in document.get_pages().into_values() {
        let page = document
            .get_object(id)
            .and_then(Object::as_dict)
            .expect("a page");
        assert!(page.get(b"StructParents").is_ok());
        assert_eq!(
            page.get(b"Tabs").and_then(Object::as_name).expect("said"),
            b"S"
        );
    }
}

/// Each font is in the file, and says which letters it shows.
fn fonts(document: &Document) {
    let mut some = 0;
    for object in document.objects.values() {
        let Ok(font) = object.as_dict() else { continue };
        if font.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Type0") {
            assert!(font.get(b"ToUnicode").is_ok());
            some += 1;
        }
        if font.get(b"Type").and_then(Object::as_name).ok() == Some(b"FontDescriptor") {
            let name = font
                .get(b"FontName")
                .and_then(Object::as_name)
                .expect("a name");
            assert!(String::from_utf8_lossy(name).contains("AtkinsonHyperlegibleNext"));
            assert!(font.get(b"FontFile2").is_ok() || font.get(b"FontFile3").is_ok());
        }
    }
    assert_eq!(some, 2, "regular and bold");
}

fn inner<'a>(document: &'a Document, of: &'a Dictionary, name: &[u8]) -> &'a Dictionary {
    let object = of.get(name).expect("there");
    let (_, object) = document.dereference(object).expect("there");
    object.as_dict().expect("a dictionary")
}

pub(super) async fn what_somebody_wrote_is_never_markup(house: House) {
    let odd = "#panic() *a* _b_ $x^2$ @c <d> `e` // f /* g */ \\h [i] {j} \"k\" = l - m ~n é ŵ €";
    let mut page = a_year(&house).await;
    let task = page
        .month
        .in_the_way
        .first()
        .expect("something")
        .task
        .clone();
    page.names = Names::of([named(&task, odd)]);
    page.said.push(Said {
        is: SaidAs::Secretary,
        text: Some(Text::as_written(format!(
            "{odd}\n\u{202e}right to left \u{645}\u{0}\u{7}end"
        ))),
        task: String::new(),
        step: None,
        at: 0,
        walk: None,
    });
    for beside in page.beside.values_mut() {
        *beside = Beside::Nothing;
    }
    let paper = papers::pdf(Lang::En, &page, odd, ADDRESS, None).expect("laid out");
    let text = bare(&pdf_text(&paper));
    assert!(text.matches(&bare(odd)).count() > 2, "as it was written");
    assert!(
        text.contains("righttoleft?end"),
        "what cannot be printed is marked"
    );
    assert!(
        text.contains(&bare("A letter that this paper cannot print")),
        "and said"
    );
}

fn named(id: &str, odd: &str) -> Task {
    let text = |it: &str| Text {
        en: it.to_owned(),
        cy: String::new(),
    };
    let step = Step {
        name: text(odd),
        ..crate::house::task(id).steps.remove(0)
    };
    Task {
        service_name: text(odd),
        name: text(odd),
        steps: vec![step],
        ..crate::house::task(id)
    }
}

pub(super) async fn the_same_month_is_the_same_paper(house: House) {
    let page = a_year(&house).await;
    let at = Some((2026, 7, 5, 8, 12, 0));
    let lay =
        |page: &MonthPage| papers::pdf(Lang::En, page, "Aber", ADDRESS, at).expect("laid out");
    let once = lay(&page);
    assert!(once == lay(&page), "byte for byte");
    let mut other = page.clone();
    other.month.bright_spots += 1;
    assert!(once != lay(&other), "another month is another paper");
}

pub(super) async fn much_flows_on_and_nothing_is_cut(house: House) {
    let mut page = a_year(&house).await;
    let hand_off = |n: u64| HandOff {
        service: "s".into(),
        task: "ramp".into(),
        to: format!("Organisation {n:03}"),
        through: n.is_multiple_of(2),
        friction: None,
        n: 1 + n,
    };
    page.month.hand_offs = (0..60).map(hand_off).collect();
    let first = page.month.in_the_way.first().expect("something").clone();
    page.month.in_the_way = (0..12)
        .map(|n| app::walk::month::InTheWay {
            step: n,
            ..first.clone()
        })
        .collect();
    for lang in [Lang::En, Lang::Cy] {
        let paper = papers::pdf(lang, &page, "Aber", ADDRESS, None).expect("laid out");
        let document = Document::load_mem(&paper).expect("a PDF");
        let pages = document.get_pages().len();
        assert!((3..=8).contains(&pages), "{pages}");
        let text = bare(&pdf_text(&paper));
        for n in 0..60 {
            assert!(text.contains(&format!("Organisation{n:03}")), "{n}");
        }
        let last = match lang {
            Lang::En => format!("Page{pages}of{pages}"),
            Lang::Cy => format!("Tudalen{pages}o{pages}"),
        };
        assert!(text.contains(&last), "{last}");
    }
}

/// WCAG 3.1.2, and what PDF/UA takes from it.
pub(super) async fn words_in_the_other_language_say_which_it_is(house: House) {
    let page = a_year(&house).await;
    let written = |is, words: &str| Said {
        is,
        text: Some(Text::as_written(words.to_owned())),
        task: String::new(),
        step: None,
        at: 0,
        walk: None,
    };
    for (lang, other, words) in [
        (Lang::En, "cy", "Roedd y mis hwn yn well."),
        (Lang::Cy, "en", "This month was better than the last."),
    ] {
        let mut page = page.clone();
        page.said.clear();
        let languages = |page: &MonthPage| {
            let paper = papers::pdf(lang, page, "Aber", ADDRESS, None).expect("laid out");
            languages(&Document::load_mem(&paper).expect("a PDF"))
        };
        assert!(!languages(&page).contains(other), "nothing yet");
        page.said.push(written(SaidAs::Secretary, words));
        assert!(languages(&page).contains(other), "{words}");
    }
}

/// The languages that tags, and stretches of a page's content, say they are in.
fn languages(document: &Document) -> BTreeSet<String> {
    let tags = document.objects.values().filter_map(|it| it.as_dict().ok());
    let mut found: Vec<Dictionary> = tags.filter(|it| it.has(b"S")).cloned().collect();
    for id in document.get_pages().into_values() {
        let content = document.get_page_content(id).expect("content");
        let operations = Content::decode(&content).expect("operations").operations;
        let said = operations.into_iter().flat_map(|it| it.operands);
        found.extend(said.filter_map(|it| it.as_dict().ok().cloned()));
    }
    let said = found.iter();
    let said = said.filter_map(|it| it.get(b"Lang").and_then(Object::as_str).ok());
    said.map(|it| String::from_utf8_lossy(it).into_owned())
        .collect()
}
