//! What friction is called, by code.

use crate::walk::{Burden, Category, Feeling, Lang, Mood, Severity};

fn pick(lang: Lang, en: &'static str, cy: &'static str) -> &'static str {
    match lang {
        Lang::En => en,
        Lang::Cy => cy,
    }
}

/// A category's label.
#[must_use]
pub fn category(lang: Lang, category: Category) -> &'static str {
    let (en, cy) = match category {
        Category::Find => ("Hard to find", "Anodd dod o hyd iddo"),
        Category::Unclear => ("Hard to understand", "Anodd ei ddeall"),
        Category::Wrong => (
            "Wrong, old or conflicting information",
            "Gwybodaeth anghywir, hen neu groes",
        ),
        Category::Door => (
            "Blocked at the door (account, sign-in, proof of identity)",
            "Wedi'ch atal wrth y drws (cyfrif, mewngofnodi, prawf adnabod)",
        ),
        Category::Asked => ("Asked too much, or again", "Gofyn gormod, neu ofyn eto"),
        Category::Form => (
            "Form hard to use on a phone",
            "Ffurflen anodd ei defnyddio ar ffôn",
        ),
        Category::Broken => (
            "Broken, slow or timed out",
            "Wedi torri, yn araf neu wedi dod i ben",
        ),
        Category::Access => (
            "Shuts someone out (disability, language, one channel only)",
            "Cau rhywun allan (anabledd, iaith, un sianel yn unig)",
        ),
        Category::Wait => ("Left waiting, no news", "Aros, heb unrhyw newyddion"),
        Category::Bounced => (
            "Sent elsewhere (another team, organisation or channel)",
            "Anfon i rywle arall (tîm, sefydliad neu sianel arall)",
        ),
        Category::Help => (
            "No way back or no one to ask",
            "Dim ffordd yn ôl neu neb i'w holi",
        ),
        Category::Trust => (
            "Felt unsafe, judged or not respected",
            "Teimlo'n anniogel, dan farn neu heb barch",
        ),
    };
    pick(lang, en, cy)
}

/// A burden's name.
#[must_use]
pub fn burden(lang: Lang, burden: Burden) -> &'static str {
    let (en, cy) = match burden {
        Burden::Learning => ("Finding out", "Cael gwybod"),
        Burden::Compliance => ("Time, forms and proof", "Amser, ffurflenni a phrawf"),
        Burden::Psychological => ("Stress and dignity", "Straen ac urddas"),
    };
    pick(lang, en, cy)
}

/// A severity's label.
#[must_use]
pub fn severity(lang: Lang, severity: Severity) -> &'static str {
    let (en, cy) = match severity {
        Severity::Slowed => ("Slowed me", "Fy arafu"),
        Severity::Nearly => ("Nearly stopped me", "Bron â'm hatal"),
        Severity::Stopped => ("Stopped me", "Fy atal"),
    };
    pick(lang, en, cy)
}

/// A feeling's label.
#[must_use]
pub fn feeling(lang: Lang, feeling: Feeling) -> &'static str {
    let (en, cy) = match feeling {
        Feeling::Relieved => ("Relieved", "Rhyddhad"),
        Feeling::Confident => ("Confident", "Hyderus"),
        Feeling::Reassured => ("Reassured", "Tawel fy meddwl"),
        Feeling::Respected => ("Respected", "Wedi fy mharchu"),
        Feeling::Confused => ("Confused", "Dryslyd"),
        Feeling::Frustrated => ("Frustrated", "Rhwystredig"),
        Feeling::Anxious => ("Anxious", "Pryderus"),
        Feeling::Embarrassed => ("Embarrassed", "Yn teimlo embaras"),
        Feeling::Powerless => ("Powerless", "Di-rym"),
        Feeling::Ignored => ("Ignored", "Wedi fy anwybyddu"),
    };
    pick(lang, en, cy)
}

/// A mood's label.
#[must_use]
pub fn mood(lang: Lang, mood: Mood) -> &'static str {
    let (en, cy) = match mood.value() {
        2 => ("Good", "Da"),
        1 => ("Fine", "Iawn"),
        0 => ("Unsure", "Ansicr"),
        -1 => ("Fed up", "Wedi cael digon"),
        _ => ("Awful", "Ofnadwy"),
    };
    pick(lang, en, cy)
}
