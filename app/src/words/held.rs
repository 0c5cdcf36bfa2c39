//! What the tables and columns of what is held about a person are called, by their names in the store.

use crate::walk::Lang;

/// Finds a name among `(code, English, Welsh)`; a code that is not there stands for itself.
fn named<'a>(
    lang: Lang,
    names: &[(&'static str, &'static str, &'static str)],
    code: &'a str,
) -> &'a str {
    let found = names.iter().find(|(it, ..)| *it == code);
    found.map_or(code, |(_, en, cy)| match lang {
        Lang::En => en,
        Lang::Cy => cy,
    })
}

/// What a table holds.
#[must_use]
pub fn section(lang: Lang, table: &str) -> &str {
    named(lang, SECTIONS, table)
}

/// What a column holds.
#[must_use]
pub fn column(lang: Lang, column: &str) -> &str {
    named(lang, COLUMNS, column)
}

/// What a fact of a walk notes, by its kind.
#[must_use]
pub fn kind(lang: Lang, kind: &str) -> &str {
    named(lang, KINDS, kind)
}

const SECTIONS: &[(&str, &str, &str)] = &[
    ("person", "You", "Chi"),
    (
        "person_service",
        "Services you answer for",
        "Gwasanaethau rydych yn ateb drostynt",
    ),
    ("invitation", "Invitations", "Gwahoddiadau"),
    (
        "session",
        "Where you are signed in",
        "Ble rydych wedi mewngofnodi",
    ),
    ("passkey", "Your passkeys", "Eich codau pas"),
    (
        "commitment_kept",
        "Commitments you say you kept",
        "Ymrwymiadau rydych yn dweud i chi eu cadw",
    ),
    (
        "quote_agreed",
        "Words you let the board quote",
        "Geiriau rydych yn gadael i'r bwrdd eu dyfynnu",
    ),
    (
        "single_sign_on",
        "Your organisation's own sign-in",
        "Dull mewngofnodi eich sefydliad",
    ),
    (
        "ceremony",
        "Sign-ins begun and not finished",
        "Mewngofnodi a ddechreuwyd heb ei orffen",
    ),
    (
        "upload_ticket",
        "Tickets your phones seal with when you sign out",
        "Tocynnau y mae eich ffonau'n selio â nhw pan fyddwch yn allgofnodi",
    ),
    (
        "held_seal",
        "Sealed while you could not sign in, and not opened",
        "Wedi'i selio tra na allech fewngofnodi, a heb ei agor",
    ),
    ("walk", "Your walks", "Eich teithiau"),
    (
        "fact",
        "Everything noted in your walks",
        "Popeth a nodwyd yn eich teithiau",
    ),
    ("photo", "Your photos", "Eich lluniau"),
    (
        "photo_part",
        "Parts of photos that have not arrived whole",
        "Darnau o luniau nad ydynt wedi cyrraedd yn gyfan",
    ),
    (
        "walk_row",
        "Computed from your walks: each walk",
        "Wedi'i gyfrifo o'ch teithiau: pob taith",
    ),
    (
        "month_count",
        "Computed from your walks: how many you finished in a month, and where you felt friction",
        "Wedi'i gyfrifo o'ch teithiau: faint a orffennoch mewn mis, a lle y teimloch rwystr",
    ),
    (
        "thread_count",
        "Computed from your walks: how often you felt each thread's friction",
        "Wedi'i gyfrifo o'ch teithiau: pa mor aml y teimloch rwystr pob edefyn",
    ),
    (
        "friction_row",
        "Computed from your walks: friction",
        "Wedi'i gyfrifo o'ch teithiau: rhwystrau",
    ),
    (
        "friction_words",
        "Computed from your walks: words of friction that its team can search in",
        "Wedi'i gyfrifo o'ch teithiau: geiriau rhwystrau y gall eu tîm chwilio ynddynt",
    ),
    (
        "bright_row",
        "Computed from your walks: what worked",
        "Wedi'i gyfrifo o'ch teithiau: beth weithiodd",
    ),
    (
        "journey_row",
        "Computed from your walks: each walk on the map of its task",
        "Wedi'i gyfrifo o'ch teithiau: pob taith ar fap ei thasg",
    ),
    (
        "withdrawn_row",
        "Computed from your walks: what you took back",
        "Wedi'i gyfrifo o'ch teithiau: beth a dynnoch yn ôl",
    ),
    (
        "photo_row",
        "Computed from your walks: photos",
        "Wedi'i gyfrifo o'ch teithiau: lluniau",
    ),
    (
        "share",
        "What you share, and what is shared with you",
        "Yr hyn rydych yn ei rannu, a'r hyn a rennir â chi",
    ),
    (
        "friction_seen",
        "Friction you marked as seen",
        "Rhwystrau a nodoch fel wedi'u gweld",
    ),
    ("reply", "Replies you wrote", "Atebion a ysgrifennoch"),
    (
        "thread",
        "Friction you look after for your team",
        "Rhwystrau rydych yn gofalu amdanynt dros eich tîm",
    ),
    (
        "thread_pin",
        "Your friction that its team keeps with other friction",
        "Eich rhwystrau y mae eu tîm yn eu cadw gyda rhwystrau eraill",
    ),
    (
        "thread_note",
        "Notes you wrote for your team",
        "Nodiadau a ysgrifennoch i'ch tîm",
    ),
    (
        "thread_file",
        "Files you added for your team",
        "Ffeiliau a ychwanegoch i'ch tîm",
    ),
    (
        "month_said",
        "Your words in published months",
        "Eich geiriau mewn misoedd a gyhoeddwyd",
    ),
    (
        "month_walk",
        "Your walks that published months counted",
        "Eich teithiau a gyfrifwyd mewn misoedd a gyhoeddwyd",
    ),
    (
        "risk_contact",
        "Services of whose risks you are told at once",
        "Gwasanaethau y dywedir wrthych ar unwaith am eu risgiau",
    ),
    (
        "thread_event",
        "What you did about friction felt at your services",
        "Yr hyn a wnaethoch am rwystrau a deimlwyd yn eich gwasanaethau",
    ),
    (
        "packet",
        "Pages you made for others to read",
        "Tudalennau a grëoch i eraill eu darllen",
    ),
    (
        "paper_link",
        "Addresses you made for who reads a month",
        "Cyfeiriadau a wnaethoch i'r rhai sy'n darllen mis",
    ),
    (
        "month_draft",
        "Months you approved",
        "Misoedd a gymeradwywyd gennych",
    ),
    (
        "offer",
        "What you offered to other organisations",
        "Yr hyn a gynigioch i sefydliadau eraill",
    ),
    (
        "offer_answer",
        "What you answered other organisations",
        "Yr hyn a ateboch i sefydliadau eraill",
    ),
    (
        "told_words",
        "Your words that a team shows to others",
        "Eich geiriau y mae tîm yn eu dangos i eraill",
    ),
    (
        "mail_choice",
        "Where you are written to, and about what",
        "Ble y cewch eich ysgrifennu ato, ac am beth",
    ),
    (
        "calendar_feed",
        "Your calendar at a secret address",
        "Eich calendr mewn cyfeiriad cyfrinachol",
    ),
    (
        "outbox",
        "Mail that was sent to you, or waits to be",
        "E-bost a anfonwyd atoch, neu sy'n aros i gael ei anfon",
    ),
    (
        "hook",
        "Other systems you let be called",
        "Systemau eraill y caniataoch eu galw",
    ),
    (
        "api_key",
        "Keys you made for other systems",
        "Allweddi a wnaethoch ar gyfer systemau eraill",
    ),
    (
        "saved_view",
        "Views of the inbox you keep",
        "Golygon o'r mewnflwch rydych yn eu cadw",
    ),
    (
        "erasure",
        "Your wish to be erased",
        "Eich dymuniad i gael eich dileu",
    ),
    (
        "audit",
        "Who did what when: by you, and about you",
        "Pwy wnaeth beth a phryd: gennych chi, ac amdanoch chi",
    ),
];

const COLUMNS: &[(&str, &str, &str)] = &[
    ("about", "about", "am"),
    ("again", "walks again", "cerdded eto"),
    ("answer", "answer", "ateb"),
    ("address", "address", "cyfeiriad"),
    ("alerts", "told of risks", "yn cael gwybod am risgiau"),
    ("changed_at", "changed", "newidiwyd"),
    ("digest", "digest", "crynodeb"),
    ("felt", "how often it was felt", "pa mor aml y'i teimlwyd"),
    ("revoked_at", "ended early", "terfynwyd yn gynnar"),
    ("approved_at", "approved", "cymeradwywyd"),
    ("version", "version", "fersiwn"),
    ("label", "for whom", "i bwy"),
    (
        "months",
        "told of published months",
        "yn cael gwybod am fisoedd a gyhoeddwyd",
    ),
    ("lang", "language", "iaith"),
    ("url", "address called", "cyfeiriad a elwir"),
    ("ended_at", "ended", "daeth i ben"),
    ("topic", "about", "ynghylch"),
    ("done_at", "done", "gwnaed"),
    ("appears_as", "appears as", "yn ymddangos fel"),
    ("asked_at", "asked", "gofynnwyd"),
    ("at", "when", "pryd"),
    ("author", "author", "awdur"),
    ("begins", "begins at byte", "yn dechrau wrth y beit"),
    ("body", "what it says", "beth mae'n ei ddweud"),
    ("break_glass", "emergency way in", "mynediad brys"),
    ("bright", "something that worked", "rhywbeth a weithiodd"),
    ("category", "category", "categori"),
    ("committed", "a commitment was made", "gwnaed ymrwymiad"),
    ("confirmed_at", "last confirmed", "cadarnhawyd ddiwethaf"),
    (
        "contacted_again",
        "had to contact again",
        "bu'n rhaid cysylltu eto",
    ),
    ("counted_at", "counts at", "yn cyfrif ar"),
    (
        "counts",
        "what it adds to its month's counts",
        "yr hyn y mae'n ei ychwanegu at gyfrifon ei mis",
    ),
    ("created_at", "made", "crëwyd"),
    ("device", "device", "dyfais"),
    ("did_should", "did what it should", "gwnaeth yr hyn y dylai"),
    ("disabled_at", "disabled", "analluogwyd"),
    ("due_at", "to be done", "i'w wneud"),
    ("due_on", "due on", "i'w wneud erbyn"),
    ("ease", "ease", "rhwyddineb"),
    ("erased_at", "erased", "dilëwyd"),
    ("expires_at", "expires", "yn dod i ben"),
    ("feelings", "feelings", "teimladau"),
    ("felt_at", "felt", "teimlwyd"),
    ("finished", "finished", "gorffennwyd"),
    ("first_received_at", "first received", "derbyniwyd gyntaf"),
    ("friction", "friction point", "rhwystr"),
    ("frictions", "friction points", "rhwystrau"),
    ("hand_off", "crosses to", "yn croesi i"),
    (
        "hand_off_through",
        "got through there",
        "cafwyd drwyddo yno",
    ),
    (
        "handle",
        "known to passkeys as",
        "yn hysbys i godau pas fel",
    ),
    ("height", "height", "uchder"),
    ("held", "the change held", "daliodd y newid"),
    ("held_at", "held since", "wedi'i ddal ers"),
    ("holder", "shown by", "dangosir gan"),
    ("how", "how", "sut"),
    ("id", "id", "rhif adnabod"),
    ("issuer", "said by", "dywedir gan"),
    ("item", "item", "eitem"),
    ("jpeg", "photo", "llun"),
    ("kind", "what", "beth"),
    ("linked_at", "linked", "cysylltwyd"),
    ("made_at", "made", "crëwyd"),
    ("measure", "what is counted", "yr hyn a gyfrifir"),
    ("message", "said along", "dywedwyd gydag ef"),
    ("month", "month", "mis"),
    ("mood", "mood, -2 to 2", "hwyl, -2 i 2"),
    ("n", "how many", "faint"),
    ("name", "name", "enw"),
    ("need_met", "need met", "angen wedi'i ddiwallu"),
    ("note", "note", "nodyn"),
    ("not_before", "not before", "ddim cyn"),
    ("noted_at", "noted", "nodwyd"),
    ("offered_at", "offered", "cynigiwyd"),
    ("opened_at", "last opened", "agorwyd ddiwethaf"),
    ("openings", "openings", "agoriadau"),
    ("organisation", "organisation", "sefydliad"),
    (
        "others_would",
        "others would get through",
        "byddai eraill yn llwyddo",
    ),
    ("person", "person", "person"),
    ("photo", "photo", "llun"),
    ("place", "where", "ble"),
    ("position", "position", "safle"),
    ("query", "what it shows", "beth mae'n ei ddangos"),
    ("reader", "reader", "darllenydd"),
    ("received_at", "received", "derbyniwyd"),
    ("risk", "risk", "risg"),
    ("roles", "roles", "rolau"),
    ("satisfaction", "satisfaction", "boddhad"),
    ("second", "second category", "ail gategori"),
    ("seen_at", "last seen", "gwelwyd ddiwethaf"),
    ("said", "what it is on the page", "beth ydyw ar y dudalen"),
    ("sent_at", "sent", "anfonwyd"),
    (
        "sequence",
        "place among what was published",
        "lle ymhlith yr hyn a gyhoeddwyd",
    ),
    ("service", "service", "gwasanaeth"),
    ("severity", "severity", "difrifoldeb"),
    ("sha256", "fingerprint", "ôl bys"),
    ("set_at", "set", "gosodwyd"),
    ("shared_at", "shared", "rhannwyd"),
    ("size", "bytes", "beitiau"),
    ("spent_at", "used", "defnyddiwyd"),
    ("spent_ms", "time spent, ms", "amser a dreuliwyd, ms"),
    ("started_at", "began", "dechreuodd"),
    ("step", "step, from 0", "cam, o 0"),
    ("steps", "steps", "camau"),
    ("steps_done", "steps done", "camau wedi'u gwneud"),
    ("stopped_at", "stopped at step", "stopiwyd wrth gam"),
    ("subject", "who you are there", "pwy ydych yno"),
    ("taken_back_at", "taken back", "cymerwyd yn ôl"),
    ("task", "task", "tasg"),
    ("text", "text", "testun"),
    ("text_cy", "text (Welsh)", "testun (Cymraeg)"),
    ("text_en", "text (English)", "testun (Saesneg)"),
    ("thread", "thread", "edefyn"),
    ("title_cy", "job (Welsh)", "swydd (Cymraeg)"),
    ("title_en", "job (English)", "swydd (Saesneg)"),
    (
        "trace",
        "steps, times, moods and friction, shortened",
        "camau, amserau, hwyliau a rhwystrau, wedi'u byrhau",
    ),
    ("unknown", "not readable yet", "heb fod yn ddarllenadwy eto"),
    ("used_at", "last used", "defnyddiwyd ddiwethaf"),
    ("walk", "walk", "taith"),
    ("what", "what", "beth"),
    ("words", "words", "geiriau"),
    ("why_not", "why not", "pam ddim"),
    ("width", "width", "lled"),
    ("withdrawn_at", "taken back", "tynnwyd yn ôl"),
];

const KINDS: &[(&str, &str, &str)] = &[
    ("started", "The walk began", "Dechreuodd y daith"),
    ("step_opened", "A step opened", "Agorwyd cam"),
    ("left", "Left for the service", "Gadael am y gwasanaeth"),
    ("came_back", "Came back", "Dod yn ôl"),
    ("interrupted", "An interruption", "Torri ar draws"),
    ("mood_marked", "How a step felt", "Sut deimlad oedd cam"),
    ("friction_felt", "Friction", "Rhwystr"),
    ("friction_described", "More about friction", "Mwy am rwystr"),
    (
        "friction_withdrawn",
        "Friction taken back",
        "Tynnu rhwystr yn ôl",
    ),
    ("photo_added", "A photo", "Llun"),
    ("photo_removed", "A photo taken back", "Tynnu llun yn ôl"),
    (
        "bright_spot_noted",
        "Something worked",
        "Gweithiodd rhywbeth",
    ),
    (
        "bright_spot_withdrawn",
        "What worked, taken back",
        "Beth weithiodd, tynnwyd yn ôl",
    ),
    ("marked", "A moment marked", "Nodi moment"),
    ("marker_withdrawn", "A moment taken away", "Tynnu moment"),
    ("step_finished", "A step ended", "Daeth cam i ben"),
    ("outcome_given", "The outcome", "Y canlyniad"),
    ("reflected", "A reflection", "Myfyrdod"),
    ("committed", "A commitment", "Ymrwymiad"),
    ("reply_answered", "An answer to a reply", "Ateb i ymateb"),
    ("finished", "The walk was finished", "Gorffennwyd y daith"),
    ("erased", "Something erased", "Dilëwyd rhywbeth"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::walk::Kind;

    #[test]
    fn every_kind_of_fact_has_a_name() {
        for name in Kind::NAMES {
            assert_ne!(kind(Lang::En, name), *name);
        }
    }
}
