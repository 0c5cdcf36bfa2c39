//! The service team's pages.

use super::words;

words! {
    /// The service team's pages.
    Team {
        inbox = "Inbox", "Mewnflwch";
        inbox_title = "What was felt at your services", "Beth a deimlwyd yn eich gwasanaethau";
        new_count = "{n} new", "{n} newydd";
        all_states = "Everything", "Popeth";
        all_services = "All services", "Pob gwasanaeth";
        state_new = "New", "Newydd";
        state_seen = "Seen", "Wedi'i weld";
        state_answered = "Answered", "Wedi'i ateb";
        new_on = "felt {date}", "teimlwyd {date}";
        not_yet = "not yet", "ddim eto";
        severity_not_said = "How bad was not said", "Ni ddywedwyd pa mor wael";
        older = "Older", "Hŷn";
        newest = "Back to the newest", "Yn ôl i'r diweddaraf";

        empty = "Nobody has felt friction here yet", "Does neb wedi teimlo rhwystr yma eto";
        empty_why = "When a leader walks one of your services and something gets in the way, it shows up here with the step, how it felt and their own words. You can answer them.", "Pan fydd arweinydd yn cerdded drwy un o'ch gwasanaethau a rhywbeth yn ei rwystro, bydd yn ymddangos yma gyda'r cam, sut deimlad oedd, a'i eiriau ei hun. Gallwch ei ateb.";
        empty_filter = "Nothing here with that choice", "Does dim yma gyda'r dewis hwnnw";
        empty_filter_do = "Show everything", "Dangos popeth";
        no_services = "You do not answer for a service yet", "Nid ydych yn ateb dros wasanaeth eto";
        no_services_why = "Ask the person who looks after Firsthand to say which services are yours.", "Gofynnwch i'r person sy'n gofalu am Firsthand nodi pa wasanaethau yw eich rhai chi.";
        choose = "Choose one to read it", "Dewiswch un i'w ddarllen";
        choose_why = "Newest first. Each is what a leader felt at your service, on their own phone.", "Y diweddaraf yn gyntaf. Mae pob un yn rhywbeth a deimlodd arweinydd yn eich gwasanaeth, ar ei ffôn ei hun.";

        step_named = "Step {n} of {of}, {name}", "Cam {n} o {of}, {name}";
        felt_on = "Felt {date}", "Teimlwyd {date}";
        also = "also: {category}", "hefyd: {category}";
        into_walk = "{time} into the walkthrough", "{time} i mewn i'r daith";
        a_walkthrough = "A walkthrough, on the leader's own phone", "Taith, ar ffôn yr arweinydd ei hun";
        own_phone = "{who}, on their own phone", "{who}, ar ei ffôn ei hun";
        no_note = "They did not write a note.", "Ni ysgrifennwyd nodyn.";
        photo_n = "Photo {n} of {of} of this friction point", "Llun {n} o {of} o'r rhwystr hwn";
        photo_named = "Photo {n} of {of}: {name}", "Llun {n} o {of}: {name}";
        photos_to_come = "Photos still on the leader's phone: {n}.", "Lluniau sy'n dal ar ffôn yr arweinydd: {n}.";
        contacted_again = "It made them contact the service again.", "Bu'n rhaid cysylltu â'r gwasanaeth eto.";
        risk_why = "The leader marked this as a risk to safety, privacy, money or someone's care. Look at it first.", "Nododd yr arweinydd hyn fel risg i ddiogelwch, preifatrwydd, arian neu ofal rhywun. Edrychwch ar hwn yn gyntaf.";
        the_walk = "The walkthrough", "Y daith";
        done_so_far = "What has been done", "Beth sydd wedi'i wneud";
        mark_seen = "Mark as seen", "Nodi fel wedi'i weld";

        withdrawn = "Withdrawn by its author", "Tynnwyd yn ôl gan ei awdur";
        withdrawn_on = "Withdrawn {date}", "Tynnwyd yn ôl {date}";
        withdrawn_by = "Withdrawn by its author, {date}", "Tynnwyd yn ôl gan ei awdur, {date}";
        withdrawn_why = "The leader took this friction point back on {date} at {time}. Their note, feelings and photos are gone, and it counts nowhere. What your team did about it stays here. It can no longer be answered.", "Tynnodd yr arweinydd y rhwystr hwn yn ôl: {date}, {time}. Mae'r nodyn, y teimladau a'r lluniau wedi mynd, ac nid yw'n cyfrif yn unman. Mae'r hyn a wnaeth eich tîm yn ei gylch yn aros yma. Ni ellir ei ateb mwyach.";
        bright_withdrawn = "Something that worked was noted here, and withdrawn by its author, {date}.", "Nodwyd rhywbeth a weithiodd yma, ac fe'i tynnwyd yn ôl gan ei awdur, {date}.";

        replies = "Replies", "Atebion";
        replied = "{name}, {date}.", "{name}, {date}.";
        reply_label = "Reply to the leader", "Ateb yr arweinydd";
        reply_hint = "Say what you found or what you will change. It reaches the leader who felt it, on their phone. Up to 2,000 characters.", "Dywedwch beth a welsoch neu beth y byddwch yn ei newid. Mae'n cyrraedd yr arweinydd a'i teimlodd, ar ei ffôn. Hyd at 2,000 o nodau.";
        reply_send = "Send reply", "Anfon yr ateb";
        reply_empty = "Write something first. Nothing was sent.", "Ysgrifennwch rywbeth yn gyntaf. Ni anfonwyd dim.";
        reply_long = "That is {n} characters too long. Nothing was sent, and nothing is lost: it is still below.", "Mae hynny {n} nod yn rhy hir. Ni anfonwyd dim, ac ni chollwyd dim: mae'n dal isod.";

        around = "The walk around it", "Y daith o'i gwmpas";
        walked_on = "A walkthrough on {date}, from {time}.", "Taith ar {date}, o {time}.";
        walked_by = "Walked on {date}, from {time}. By: {who}.", "Cerddwyd ar {date}, o {time}. Gan: {who}.";
        not_finished = "Not finished yet", "Heb ei gorffen eto";
        outcome_not_said = "Outcome not said", "Ni nodwyd y canlyniad";
        not_walked = "Not walked", "Heb ei gerdded";
        this_one = "This one", "Hwn";
        steps = "Steps", "Camau";
        friction_here = "Friction", "Rhwystr";
        friction_points = "points of friction", "o rwystrau";
        time_spent = "spent", "a dreuliwyd";
        ease = "ease, 1 hard to 7 easy", "rhwyddineb, 1 anodd i 7 hawdd";
        satisfaction = "satisfaction, 1 to 5", "boddhad, 1 i 5";
        bright = "What worked", "Beth weithiodd";
        no_bright = "Nothing was noted.", "Ni nodwyd dim.";
        worked_if = "It worked if: {what}", "Roedd wedi gweithio os: {what}";
        situation = "The situation walked in: {title}", "Y sefyllfa a gerddwyd: {title}";
        again = "Walked again after a change.", "Cerddwyd eto ar ôl newid.";
        feelings_said = "How each step felt. {steps}.", "Sut deimlad oedd pob cam. {steps}.";
        mood_not_said = "not said", "heb ei ddweud";
        stopped_here = "the journey stopped here", "daeth y daith i ben yma";
        unknown = "{n} items in this walkthrough were made by a newer version, and are kept but not shown.", "Gwnaed {n} eitem yn y daith hon gan fersiwn mwy newydd, ac fe'u cedwir heb eu dangos.";
    }
}
