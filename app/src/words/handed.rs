//! Handing on: share pages, offers to another organisation, and what waits at a boundary.

use super::{fill, words};
use crate::walk::{
    Lang,
    boundary::{At, Boundary},
};

words! {
    /// Handing on: share pages, offers to another organisation, and what waits at a boundary.
    Handed {
        nav = "Hand-offs", "Trosglwyddiadau";
        hand_on = "Hand this on", "Trosglwyddo hwn";
        hand_on_why = "Friction at a boundary is often somebody else's to fix. Show them one page about it, or offer it to an organisation that uses Firsthand here.", "Yn aml, rhywun arall all drwsio rhwystr ar ffin. Dangoswch un dudalen amdano iddynt, neu ei gynnig i sefydliad sy'n defnyddio Firsthand yma.";
        back_to_thread = "Back to the friction", "Yn ôl at y rhwystr";
        could_fix = "At this step, or before it, the task crosses to {name}. They could fix this.", "Yn y cam hwn, neu cyn hynny, mae'r dasg yn croesi i sefydliad arall: {name}. Gallent hwy drwsio hyn.";
        could_fix_none = "The steps of this task name no other organisation.", "Nid yw camau'r dasg hon yn enwi sefydliad arall.";

        they_see = "What they see", "Beth maen nhw'n ei weld";
        they_see_why = "This, and the words you tick. It is always as it stands now: what somebody takes back disappears there at once. Nobody's name or job, no walkthrough, no photo, no reply and no note of your team goes along.", "Hyn, a'r geiriau rydych yn eu ticio. Mae bob amser fel y mae nawr: mae'r hyn y mae rhywun yn ei dynnu'n ôl yn diflannu yno ar unwaith. Nid oes enw na swydd neb, na thaith, na llun, nac ateb na nodyn gan eich tîm yn mynd gydag ef.";
        place = "{organisation}, {service}", "{organisation}, {service}";
        step = "Step {n}, {name}", "Cam {n}, {name}";
        worst = "At its worst: {severity}", "Ar ei waethaf: {severity}";
        felt_once = "Felt once, {first}", "Teimlwyd unwaith, {first}";
        felt_often = "Felt {n} times, from {first} to {last}", "Teimlwyd {n} gwaith, o {first} i {last}";
        stands = "How it stands with {organisation}: {state}", "{organisation}, sut mae'n sefyll: {state}";
        own_words = "In the words of those who felt it", "Yng ngeiriau'r rhai a'i teimlodd";

        words_go = "Words that go along", "Geiriau sy'n mynd gydag ef";
        words_hint = "None unless you tick them. Words that are changed later no longer go along.", "Dim oni bai eich bod yn eu ticio. Nid yw geiriau a newidir wedyn yn mynd gydag ef mwyach.";
        words_private = "Look again: this may hold {what}.", "Edrychwch eto: gall hwn gynnwys {what}.";
        no_words = "Nobody wrote anything, so no words can go along.", "Nid ysgrifennodd neb ddim, felly ni all geiriau fynd gydag ef.";

        offer = "Offer it to an organisation here", "Ei gynnig i sefydliad yma";
        offer_why = "The team you choose sees what stands above, what you write, and how it goes on. They can answer. You can take it back, and then they see nothing of it.", "Mae'r tîm a ddewiswch yn gweld yr hyn sydd uchod, yr hyn a ysgrifennwch, a sut mae'n mynd ymlaen. Gallant ateb. Gallwch ei gymryd yn ôl, ac yna nid ydynt yn gweld dim ohono.";
        offer_none = "No other organisation here takes offers yet. Their administrators choose at Set-up whether they do.", "Nid oes unrhyw sefydliad arall yma'n derbyn cynigion eto. Eu gweinyddwyr sy'n dewis yn Gosod a ydynt yn gwneud hynny.";
        offer_to = "To whom", "I bwy";
        offer_said = "What you want to say to them", "Beth rydych am ei ddweud wrthynt";
        offer_said_hint = "They read it. Leave out names. Up to 2,000 characters.", "Byddant yn ei ddarllen. Peidiwch ag enwi neb. Hyd at 2,000 o nodau.";
        offer_do = "Offer it", "Ei gynnig";
        offer_nobody = "Choose to whom. Nothing was offered.", "Dewiswch i bwy. Ni chynigiwyd dim.";
        offer_already = "They have it already, and nothing was sent. Take the offer back first, to say it anew.", "Mae hwn ganddynt eisoes, ac ni anfonwyd dim. Cymerwch y cynnig yn ôl yn gyntaf, i'w ddweud o'r newydd.";
        too_long = "That is {n} characters too long. Nothing was sent.", "Mae hynny {n} nod yn rhy hir. Ni anfonwyd dim.";
        offered = "Offered", "Cynigiwyd";
        offered_to = "To {organisation}, {service}, {date}", "I: {organisation}, {service}, {date}";
        you_said = "You said: {text}", "Dywedoch: {text}";
        no_answer = "No answer yet.", "Dim ateb eto.";
        take_back = "Take it back", "Ei gymryd yn ôl";
        taken_back = "Taken back {date}. They see nothing of it.", "Cymerwyd yn ôl {date}. Nid ydynt yn gweld dim ohono.";

        offer_empty = "Nothing of what was offered stands any more. They see nothing of it.", "Nid oes dim o'r hyn a gynigiwyd yn sefyll mwyach. Nid ydynt yn gweld dim ohono.";
        empty_thread = "Nothing in it stands any more, so there is nothing to hand on.", "Nid oes dim ynddo'n sefyll mwyach, felly nid oes dim i'w drosglwyddo.";

        packet = "Make a page for somebody else", "Creu tudalen i rywun arall";
        packet_why = "For those who do not use Firsthand here. Whoever has the address can open it, with no account, until it ends or you end it. Give it only to whom it is meant for.", "I'r rhai nad ydynt yn defnyddio Firsthand yma. Gall pwy bynnag sydd â'r cyfeiriad ei hagor, heb gyfrif, nes iddi ddod i ben neu i chi ddod â hi i ben. Rhowch ef dim ond i'r sawl y mae wedi'i fwriadu ar ei gyfer.";
        packet_days = "For how many days", "Am faint o ddyddiau";
        packet_days_hint = "From 1 to 90.", "O 1 i 90.";
        packet_days_wrong = "Write a number from 1 to 90. Nothing was made.", "Ysgrifennwch rif o 1 i 90. Ni chrëwyd dim.";
        packet_do = "Make the page", "Creu'r dudalen";
        packets = "Pages made", "Tudalennau a grëwyd";
        packet_made = "Made {date} by {name}.", "Crëwyd {date} gan {name}.";
        packet_until = "Open until {date}.", "Ar agor tan {date}.";
        packet_expired = "Over since {date}.", "Wedi dod i ben ers {date}.";
        packet_ended = "Ended by your team.", "Daeth eich tîm â hi i ben.";
        packet_empty = "Nothing in it stands any more. Whoever opens it reads just that.", "Nid oes dim ynddi'n sefyll mwyach. Dim ond hynny y mae pwy bynnag sy'n ei hagor yn ei ddarllen.";
        packet_unopened = "Not opened yet.", "Heb ei hagor eto.";
        packet_opened = "Opened: {n}. Last: {date}.", "Agorwyd: {n}. Y tro diwethaf: {date}.";
        packet_end = "End it", "Dod â hi i ben";
        shown_once = "A page to share", "Tudalen i'w rhannu";
        shown_once_why = "The address is shown once, and kept nowhere. Copy it now. To give it again later, make another page.", "Dangosir y cyfeiriad unwaith, ac ni chedwir ef yn unman. Copïwch ef nawr. I'w roi eto'n nes ymlaen, crëwch dudalen arall.";
        shown_until = "It can be opened until {date} at {time}.", "Gellir ei hagor tan {date} am {time}.";

        closed = "Something to read from another organisation", "Rhywbeth i'w ddarllen gan sefydliad arall";
        closed_why = "Somebody gave you this address so that you can see what people met at a service of theirs. Nothing is shown until you press the button.", "Rhoddodd rhywun y cyfeiriad hwn i chi fel y gallwch weld yr hyn a gyfarfu pobl yn un o'u gwasanaethau. Ni ddangosir dim nes i chi bwyso'r botwm.";
        closed_counts = "They see that the page was opened and when, not by whom.", "Byddant yn gweld bod y dudalen wedi'i hagor a phryd, nid gan bwy.";
        open = "Open the page", "Agor y dudalen";
        opened = "Friction at a boundary", "Rhwystr ar ffin";
        opened_why = "Leaders of {organisation} try their own services on their own phones. This got in their way, and may be yours to change.", "Mae arweinwyr {organisation} yn rhoi cynnig ar eu gwasanaethau eu hunain ar eu ffonau eu hunain. Bu hyn yn rhwystr iddynt, ac efallai mai chi all ei newid.";
        opened_until = "This page is read live, and can be opened until {date}. To answer, write to whoever gave it to you.", "Darllenir y dudalen hon yn fyw, a gellir ei hagor tan {date}. I ateb, ysgrifennwch at bwy bynnag a'i rhoddodd i chi.";
        gone = "There is nothing at this address", "Nid oes dim yn y cyfeiriad hwn";
        gone_why = "It may be incomplete, its time may be over, or whoever made it has ended it.", "Efallai ei fod yn anghyflawn, bod ei amser ar ben, neu fod pwy bynnag a'i creodd wedi dod ag ef i ben.";
        gone_do = "Ask whoever gave it to you for another.", "Gofynnwch am un arall gan bwy bynnag a'i rhoddodd i chi.";

        emptied = "Nothing stands here any more", "Nid oes dim yn sefyll yma mwyach";
        moved_why = "More would go along now than you saw, so nothing was handed on. Look at what goes along, and send it again if it still fits.", "Byddai mwy'n mynd nawr nag a weloch, felly ni throsglwyddwyd dim. Edrychwch ar yr hyn sy'n mynd, ac anfonwch ef eto os yw'n dal i fod yn briodol.";
        emptied_why = "The address is right. What this page told of was taken back or moved since, so nothing of it is shown, and it does not come back.", "Mae'r cyfeiriad yn gywir. Mae'r hyn yr oedd y dudalen hon yn sôn amdano wedi'i dynnu'n ôl neu ei symud ers hynny, felly ni ddangosir dim ohono, ac ni ddaw yn ôl.";
        emptied_do = "To know more, ask whoever gave it to you.", "I wybod mwy, gofynnwch i bwy bynnag a'i rhoddodd i chi.";

        title = "Hand-offs", "Trosglwyddiadau";
        to_us = "Offered to you", "Wedi'i gynnig i chi";
        to_us_why = "Other organisations ask whether this is yours to change. You see what they chose to show; they see your answers, and your organisation's name rather than yours.", "Mae sefydliadau eraill yn gofyn ai chi all newid hyn. Rydych yn gweld yr hyn y maent wedi dewis ei ddangos; maent yn gweld eich atebion, ac enw eich sefydliad yn hytrach na'ch enw chi.";
        to_us_none = "Nobody has offered you anything", "Nid oes neb wedi cynnig dim i chi";
        to_us_none_why = "When another organisation finds friction that may be yours to change, it shows up here. Your administrator chooses at Set-up which services take offers.", "Pan fydd sefydliad arall yn canfod rhwystr y gallech chi ei newid, bydd yn ymddangos yma. Eich gweinyddwr sy'n dewis yn Gosod pa wasanaethau sy'n derbyn cynigion.";
        from = "From {organisation}", "Gan: {organisation}";
        boundaries = "What waits at a boundary", "Beth sy'n aros ar ffin";
        boundaries_why = "Friction at your services that is not settled, at a step where the task crosses to somebody else, or that you offered them. The longest wait first.", "Rhwystrau yn eich gwasanaethau nad ydynt wedi'u datrys, mewn cam lle mae'r dasg yn croesi i rywun arall, neu a gynigiwyd ganddoch iddynt. Yr arhosiad hiraf yn gyntaf.";
        boundaries_board = "Friction that is not settled, at a step where a task crosses to somebody else, or that was offered to them.", "Rhwystrau nad ydynt wedi'u datrys, mewn cam lle mae tasg yn croesi i rywun arall, neu a gynigiwyd iddynt.";
        boundaries_now = "As it stands now, whichever month this page is of.", "Fel y mae nawr, pa fis bynnag y mae'r dudalen hon yn sôn amdano.";
        boundaries_then = "As it stood when this page was published.", "Fel yr oedd pan gyhoeddwyd y dudalen hon.";
        boundaries_kept = "As it stood on {date}: a correction does not count it anew.", "Fel yr oedd ar {date}: nid yw cywiriad yn ei gyfrif o'r newydd.";
        boundaries_more = "And {n} more.", "A {n} arall.";
        boundaries_none = "Nothing waits at a boundary.", "Nid oes dim yn aros ar ffin.";
        boundary_sum = "Waiting: {n}. The longest: {days}.", "Yn aros: {n}. Yr hiraf: {days}.";
        one_day = "1 day", "1 diwrnod";
        days = "{n} days", "{n} diwrnod";
        today = "since today", "ers heddiw";
        at_not_offered = "not offered yet", "heb ei gynnig eto";
        at_offered = "offered, no answer", "wedi'i gynnig, dim ateb";
        at_accepted = "they look at it", "maen nhw'n edrych arno";
        at_not_ours = "they say it is not theirs", "dywedant nad eu cyfrifoldeb nhw ydyw";

        one_sees = "You see this, and nothing more of it: not who felt it, not their walkthroughs, not what {organisation} says among themselves. {organisation} can take it back at any time.", "Rydych yn gweld hyn, a dim mwy ohono: nid pwy a'i teimlodd, nid eu teithiau, nid yr hyn y mae {organisation} yn ei ddweud ymhlith ei gilydd. Gall {organisation} ei gymryd yn ôl unrhyw bryd.";
        they_said = "{organisation} says", "Dywed {organisation}";
        offered_on = "Offered {date} to {service}", "Cynigiwyd {date}. I: {service}";
        answers = "Answers", "Atebion";
        answered_you = "{name}, {date}: {verdict}", "{name}, {date}: {verdict}";
        answered_they = "{date}: {verdict}", "{date}: {verdict}";
        answer = "Your answer", "Eich ateb";
        answer_hint = "The team that offered it reads it, with your organisation's name. Up to 2,000 characters.", "Bydd y tîm a'i cynigiodd yn ei ddarllen, gydag enw eich sefydliad. Hyd at 2,000 o nodau.";
        answer_choose = "What you say", "Beth rydych yn ei ddweud";
        answer_none = "Choose what you say. Nothing was sent.", "Dewiswch beth rydych yn ei ddweud. Ni anfonwyd dim.";
        answer_do = "Send the answer", "Anfon yr ateb";
        unsent = "Your answer was not sent", "Nid anfonwyd eich ateb";
        unsent_why = "This offer is no longer open to you: it was taken back, or nothing in it stands any more. Nothing of your answer was kept here. Copy it if you need it.", "Nid yw'r cynnig hwn ar agor i chi mwyach: cafodd ei gymryd yn ôl, neu nid oes dim ynddo'n sefyll mwyach. Ni chadwyd dim o'ch ateb yma. Copïwch ef os oes ei angen arnoch.";
        arrived = "Your answer had arrived already", "Roedd eich ateb wedi cyrraedd eisoes";
        arrived_why = "It was kept when you first sent it, and nothing was added now. The offer is over since: it was taken back, or nothing in it stands any more.", "Cafodd ei gadw pan anfonoch ef gyntaf, ac nid ychwanegwyd dim nawr. Mae'r cynnig ar ben ers hynny: cafodd ei gymryd yn ôl, neu nid oes dim ynddo'n sefyll mwyach.";
        unsent_chosen = "You had chosen: {answer}.", "Roeddech wedi dewis: {answer}.";
        unsent_text = "What you had typed", "Yr hyn yr oeddech wedi'i deipio";
        verdict_accepted = "It is ours. We look at it", "Ein cyfrifoldeb ni ydyw. Rydym yn edrych arno";
        verdict_done = "Done on our side", "Wedi'i wneud ar ein hochr ni";
        verdict_not_ours = "Not ours", "Nid ein cyfrifoldeb ni";
        only_rewalk = "Done is what they say. Only a walk shows whether it holds.", "Yr hyn a ddywedant yw ei fod wedi'i wneud. Dim ond taith all ddangos a yw'n dal.";

        neighbours = "Offers from other organisations", "Cynigion gan sefydliadau eraill";
        neighbours_why = "Organisations that use Firsthand here can offer friction to the services you tick. Their teams then see the name of your organisation and of these services. Tick none, and nobody can offer you anything; what was offered before stays with its team.", "Gall sefydliadau sy'n defnyddio Firsthand yma gynnig rhwystrau i'r gwasanaethau rydych yn eu ticio. Bydd eu timau wedyn yn gweld enw eich sefydliad ac enwau'r gwasanaethau hyn. Os na thiciwch yr un, ni all neb gynnig dim i chi; mae'r hyn a gynigiwyd o'r blaen yn aros gyda'i dîm.";
        neighbours_services = "Services that take offers", "Gwasanaethau sy'n derbyn cynigion";
        neighbours_none = "There are no services yet.", "Nid oes unrhyw wasanaethau eto.";
        neighbours_do = "Keep", "Cadw";
    }
}

/// "3 days", "1 day", "since today".
#[must_use]
pub fn waited(lang: Lang, days: i64) -> String {
    let words = Handed::of(lang);
    match days {
        0 => words.today.to_owned(),
        1 => words.one_day.to_owned(),
        n => fill(words.days, &[("n", &n.to_string())]),
    }
}

/// "Waiting: 3. The longest: 41 days."
#[must_use]
pub fn boundary_sum(lang: Lang, boundary: &Boundary) -> String {
    let n = boundary.waits.len().to_string();
    let days = waited(lang, boundary.longest());
    fill(Handed::of(lang).boundary_sum, &[("n", &n), ("days", &days)])
}

/// With whom it is: "offered, no answer".
#[must_use]
pub fn at_boundary(lang: Lang, at: At) -> &'static str {
    let words = Handed::of(lang);
    match at {
        At::NotOffered => words.at_not_offered,
        At::Offered => words.at_offered,
        At::Accepted => words.at_accepted,
        At::NotOurs => words.at_not_ours,
    }
}
