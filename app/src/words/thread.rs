//! Threads: the same friction felt again, and how it stands.

use super::{dates, fill, words};
use crate::walk::{
    Answer, Lang,
    thread::{Decision, State},
};

words! {
    /// The page of a thread.
    Thread {
        felt_once = "Felt once", "Teimlwyd unwaith";
        felt_times = "Felt {n} times, by {m} leaders", "Teimlwyd {n} o weithiau, gan {m} o arweinwyr";
        felt_by_one = "Felt {n} times, by one leader", "Teimlwyd {n} o weithiau, gan un arweinydd";
        first_last = "First {first}, last {last}.", "Y tro cyntaf {first}, y tro olaf {last}.";
        all_withdrawn = "Everybody who felt it took it back", "Tynnodd pawb a'i teimlodd ef yn ôl";
        worst = "At its worst: {severity}", "Ar ei waethaf: {severity}";
        risks = "Marked as a risk: {n} of {of}.", "Nodwyd fel risg: {n} o {of}.";
        again = "It made {n} of {of} contact the service again.", "Bu'n rhaid i {n} o {of} gysylltu â'r gwasanaeth eto.";
        times = "Every time it was felt", "Pob tro y'i teimlwyd";
        newest_of = "The newest {n} of {of}.", "Y {n} diweddaraf o {of}.";
        open = "Open this one", "Agor hwn";
        the_thread = "All {n} times this was felt", "Pob un o'r {n} tro y teimlwyd hyn";
        no_words = "No note was written.", "Ni ysgrifennwyd nodyn.";

        stands = "How it stands", "Sut mae'n sefyll";
        way = "From felt to confirmed", "O'i deimlo i'w gadarnhau";
        only_rewalk = "Your team says what it changed. Only somebody who walks it again on a phone can say that it held.", "Eich tîm sy'n dweud beth a newidiodd. Dim ond rhywun sy'n ei gerdded eto ar ffôn all ddweud iddo ddal.";
        held_on = "Walked again {date}: {answer}.", "Cerddwyd eto {date}: {answer}.";
        held_yes = "it held", "daliodd y newid";
        held_partly = "it held in part", "daliodd y newid yn rhannol";
        held_no = "it did not hold", "ni ddaliodd y newid";

        decide = "Say how it stands", "Dweud sut mae'n sefyll";
        choose = "What your team says of it", "Beth mae eich tîm yn ei ddweud amdano";
        day = "By when, or not before", "Erbyn pryd, neu ddim cyn";
        day_hint = "For a plan, the day it will be changed by. For not now, the day you will look again.", "Ar gyfer cynllun, y diwrnod y caiff ei newid erbyn. Ar gyfer nid nawr, y diwrnod y byddwch yn edrych eto.";
        why = "Why, in your own words", "Pam, yn eich geiriau eich hun";
        why_hint = "Speak of the service, not of people. Needed for not now, and then the leaders who felt it read it on their phones. Up to 2,000 characters.", "Soniwch am y gwasanaeth, nid am bobl. Mae ei angen ar gyfer nid nawr, ac yna bydd yr arweinwyr a'i teimlodd yn ei ddarllen ar eu ffonau. Hyd at 2,000 o nodau.";
        save = "Save", "Cadw";
        wrong_nothing = "Choose what your team says of it. Nothing was saved.", "Dewiswch beth mae eich tîm yn ei ddweud amdano. Ni chadwyd dim.";
        wrong_day = "Name a day to come. It may be up to five years away. Nothing was saved, and nothing is lost.", "Nodwch ddiwrnod i ddod. Gall fod hyd at bum mlynedd i ffwrdd. Ni chadwyd dim, ac ni chollwyd dim.";
        wrong_reason = "Say why not now. Nothing was saved, and nothing is lost.", "Dywedwch pam ddim nawr. Ni chadwyd dim, ac ni chollwyd dim.";
        wrong_long = "That is {n} characters too long. Nothing was saved, and nothing is lost.", "Mae hynny {n} nod yn rhy hir. Ni chadwyd dim, ac ni chollwyd dim.";

        history = "What your team has said", "Beth mae eich tîm wedi'i ddweud";
        no_history = "Nothing yet.", "Dim byd eto.";
        said_by = "{name}, {date}.", "{name}, {date}.";
        by_day = "By {day}.", "Erbyn {day}.";
        answer_not_now = "Not now, and not before {day}. Reason: {why}", "Nid nawr, a ddim cyn {day}. Rheswm: {why}";
        until_day = "Not before {day}.", "Ddim cyn {day}.";

        new = "New", "Newydd";
        seen = "Seen", "Wedi'i weld";
        explained = "Explained", "Wedi'i egluro";
        accepted = "Accepted", "Wedi'i dderbyn";
        planned = "Planned", "Wedi'i gynllunio";
        changed = "Changed", "Wedi'i newid";
        rewalk_asked = "Re-walk asked for", "Gofynnwyd am ailgerdded";
        confirmed = "Confirmed", "Wedi'i gadarnhau";
        half_fixed = "Half fixed", "Wedi'i hanner trwsio";
        not_fixed = "Not fixed", "Heb ei drwsio";
        not_now = "Not now", "Nid nawr";

        do_explained = "Explained: why it is as it is", "Wedi'i egluro: pam y mae fel y mae";
        do_accepted = "Accepted: it gets in the way", "Wedi'i dderbyn: mae'n rhwystro";
        do_planned = "Planned: it will be changed by a day", "Wedi'i gynllunio: caiff ei newid erbyn diwrnod";
        do_changed = "Changed", "Wedi'i newid";
        do_rewalk_asked = "Changed, and please walk it again", "Wedi'i newid, a cherddwch ef eto os gwelwch yn dda";
        do_not_now = "Not now, for a reason", "Nid nawr, am reswm";
    }
}

/// How a thread stands, in a word.
#[must_use]
pub fn thread_state(lang: Lang, state: State) -> &'static str {
    let words = Thread::of(lang);
    match state {
        State::New => words.new,
        State::Seen => words.seen,
        State::Explained => words.explained,
        State::Accepted => words.accepted,
        State::Planned => words.planned,
        State::Changed => words.changed,
        State::RewalkAsked => words.rewalk_asked,
        State::Confirmed => words.confirmed,
        State::HalfFixed => words.half_fixed,
        State::NotFixed => words.not_fixed,
        State::NotNow => words.not_now,
    }
}

/// What a team said of a thread, in a word.
#[must_use]
pub fn decision(lang: Lang, decision: Decision) -> &'static str {
    let words = Thread::of(lang);
    match decision {
        Decision::None => words.new,
        Decision::Seen => words.seen,
        Decision::Explained => words.explained,
        Decision::Accepted => words.accepted,
        Decision::Planned => words.planned,
        Decision::Changed => words.changed,
        Decision::RewalkAsked => words.rewalk_asked,
        Decision::NotNow => words.not_now,
    }
}

/// What a team says to whoever felt it. `not_before` is the day, `YYYY-MM-DD`, when it says "not now".
#[must_use]
pub fn answered(lang: Lang, not_before: Option<&str>, text: &str) -> String {
    let Some(day) = not_before else {
        return text.to_owned();
    };
    let day = dates::written(lang, day);
    let gaps = [("day", day.as_str()), ("why", text)];
    fill(Thread::of(lang).answer_not_now, &gaps)
}

/// A decision as it is offered.
#[must_use]
pub fn offered(lang: Lang, decision: Decision) -> &'static str {
    let words = Thread::of(lang);
    match decision {
        Decision::Explained => words.do_explained,
        Decision::Accepted => words.do_accepted,
        Decision::Planned => words.do_planned,
        Decision::Changed => words.do_changed,
        Decision::RewalkAsked => words.do_rewalk_asked,
        Decision::NotNow => words.do_not_now,
        Decision::None | Decision::Seen => self::decision(lang, decision),
    }
}

/// What a re-walk found.
#[must_use]
pub fn held(lang: Lang, answer: Answer) -> &'static str {
    let words = Thread::of(lang);
    match answer {
        Answer::Yes => words.held_yes,
        Answer::Partly => words.held_partly,
        Answer::No => words.held_no,
    }
}

/// "Felt 3 times, by 2 leaders".
#[must_use]
pub fn felt_times(lang: Lang, felt: u64, leaders: u64) -> String {
    let words = Thread::of(lang);
    let gaps = [("n", felt.to_string()), ("m", leaders.to_string())];
    let gaps = gaps.each_ref().map(|(gap, text)| (*gap, text.as_str()));
    match (felt, leaders) {
        (0, _) => words.all_withdrawn.to_owned(),
        (1, _) => words.felt_once.to_owned(),
        (_, 1) => fill(words.felt_by_one, &gaps),
        _ => fill(words.felt_times, &gaps),
    }
}
