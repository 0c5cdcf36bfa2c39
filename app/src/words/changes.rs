//! Words of a friction point's history.

use super::{category, feeling, fill, mood, quoted, severity, words};
use crate::walk::{Lang, Was};

words! {
    /// Words of a friction point's history.
    Changes {
        what_changed = "What has changed", "Beth sydd wedi newid";
        changed_on = "{day}, {time}", "{day}, {time}";
        was = "{what}. It was: {was}", "{what}. Cynt: {was}";
        category = "What got in the way", "Beth oedd yn rhwystro";
        second = "The other kind", "Y math arall";
        severity = "How much it mattered", "Faint oedd ots";
        feelings = "The feelings", "Y teimladau";
        mood = "How it felt", "Sut oedd yn teimlo";
        note = "The note", "Y nodyn";
        risk = "“Someone could be harmed” was taken off.", "Tynnwyd “Gallai rhywun gael niwed”.";
        again = "“It made me contact them again” was taken off.", "Tynnwyd “Gorfod i mi gysylltu â nhw eto”.";
        photo = "A photo was taken away.", "Tynnwyd llun.";
        withdrawn = "It was taken back by its author.", "Fe'i tynnwyd yn ôl gan ei awdur.";
    }
}

/// "The note. It was: “…”"
#[must_use]
pub fn change(lang: Lang, was: &Was) -> String {
    let w = Changes::of(lang);
    let (what, was) = match was {
        Was::Category(it) => (w.category, category(lang, *it).to_owned()),
        Was::Second(it) => (w.second, category(lang, *it).to_owned()),
        Was::Severity(it) => (w.severity, severity(lang, *it).to_owned()),
        Was::Feelings(all) => {
            let all: Vec<&str> = all.iter().map(|it| feeling(lang, *it)).collect();
            (w.feelings, all.join(", "))
        }
        Was::Mood(it) => (w.mood, mood(lang, *it).to_owned()),
        Was::Note(note) => (w.note, quoted(note)),
        Was::Risk => return w.risk.to_owned(),
        Was::ContactedAgain => return w.again.to_owned(),
        Was::Photo => return w.photo.to_owned(),
        Was::Standing => return w.withdrawn.to_owned(),
    };
    fill(w.was, &[("what", what), ("was", &was)])
}
