//! The audit: what was done, as sentences.

use super::words;
use crate::walk::Lang;

words! {
    /// The audit's page.
    Audit {
        title = "What was done", "Yr hyn a wnaed";
        why = "Who did what, and when. Never what anything says. Nothing here can be changed or taken away. Only administrators of your organisation can read it.", "Pwy wnaeth beth, a phryd. Byth yr hyn y mae unrhyw beth yn ei ddweud. Ni ellir newid na dileu dim yma. Dim ond gweinyddwyr eich sefydliad all ei ddarllen.";
        person = "Person", "Person";
        everybody = "Everybody", "Pawb";
        kind = "Kind", "Math";
        all_kinds = "Everything", "Popeth";
        kind_coming = "Signing in and out", "Mewngofnodi ac allgofnodi";
        kind_people = "People and invitations", "Pobl a gwahoddiadau";
        kind_set_up = "Services and set-up", "Gwasanaethau a gosod";
        kind_own = "Sharing, copies and erasure", "Rhannu, copïau a dileu";
        kind_denied = "What was denied", "Yr hyn a wrthodwyd";
        show = "Show", "Dangos";
        older = "Older", "Hŷn";
        newest = "Back to the newest", "Yn ôl i'r diweddaraf";
        none = "Nothing to show", "Dim i'w ddangos";
        none_why = "Nothing of this kind was done yet, or not by this person.", "Ni wnaed dim o'r math hwn eto, neu nid gan y person hwn.";
        take = "Take all of it as a table (CSV)", "Cymryd y cyfan fel tabl (CSV)";
        take_why = "You are asked to confirm that it is you, and taking it is noted here.", "Gofynnir i chi gadarnhau mai chi sydd yno, a nodir yma eich bod wedi ei gymryd.";
        at = "{date}, {time}", "{date}, {time}";
        operator = "Whoever runs the server", "Pwy bynnag sy'n rhedeg y gweinydd";
        gone = "Somebody who is no longer here", "Rhywun nad yw yma mwyach";
        something = "something that is no longer here", "rhywbeth nad yw yma mwyach";
        col_when = "When", "Pryd";
        col_who = "Who", "Pwy";
        col_who_id = "Their id", "Eu rhif adnabod";
        col_what = "What", "Beth";
        col_about = "About (id)", "Am (rhif adnabod)";
        col_said = "In words", "Mewn geiriau";

        signed_in = "{who} signed in.", "Mewngofnododd {who}.";
        signed_out = "{who} signed out.", "Allgofnododd {who}.";
        session_ended = "{who} ended a session.", "Daeth {who} â sesiwn i ben.";
        confirmed = "{who} confirmed that it was them.", "Cadarnhaodd {who} mai nhw oedd yno.";
        denied = "{who} asked for something that is not theirs or not there: {about}", "Gofynnodd {who} am rywbeth nad yw'n eiddo iddynt neu nad yw yno: {about}";
        invitation_made = "{who} made an invitation for {about}.", "Creodd {who} wahoddiad i {about}.";
        invitation_spent = "{who} used an invitation.", "Defnyddiodd {who} wahoddiad.";
        invitations_ended = "{who} ended the open invitation of {about}.", "Daeth {who} â gwahoddiad agored {about} i ben.";
        passkey_made = "{who} made a passkey.", "Creodd {who} allwedd mynediad.";
        passkey_removed = "{who} took away a passkey.", "Dileodd {who} allwedd mynediad.";
        appears_as = "{who} chose how to appear to service teams.", "Dewisodd {who} sut i ymddangos i dimau gwasanaeth.";
        shared = "{who} shared something of their own with {about}.", "Rhannodd {who} rywbeth o'u heiddo eu hunain gyda {about}.";
        share_taken_back = "{who} took back something shared with {about}.", "Cymerodd {who} yn ôl rywbeth a rannwyd gyda {about}.";
        exported = "{who} took a copy of what is held about them.", "Cymerodd {who} gopi o'r hyn a gedwir amdanynt.";
        erasure_asked = "{who} asked to be erased.", "Gofynnodd {who} am gael eu dileu.";
        erasure_withdrawn = "{who} withdrew the wish to be erased.", "Tynnodd {who} yn ôl y cais i gael eu dileu.";
        erasure_held = "{who} put a hold on the erasure of {about}.", "Gohiriodd {who} ddileu {about}.";
        erasure_released = "{who} lifted the hold on the erasure of {about}.", "Cododd {who} y gohiriad ar ddileu {about}.";
        person_erased = "{who} erased everything of a person.", "Dileodd {who} bopeth am berson.";
        organisation_made = "{who} made the organisation.", "Creodd {who} y sefydliad.";
        person_added = "{who} added {about}.", "Ychwanegodd {who} {about}.";
        person_changed = "{who} changed the name or the job of {about}.", "Newidiodd {who} enw neu swydd {about}.";
        roles_changed = "{who} changed what {about} may do.", "Newidiodd {who} yr hyn y caiff {about} ei wneud.";
        person_disabled = "{who} disabled {about}.", "Analluogodd {who} {about}.";
        person_enabled = "{who} enabled {about} again.", "Galluogodd {who} {about} eto.";
        service_added = "{who} added the service {about}.", "Ychwanegodd {who} y gwasanaeth {about}.";
        service_renamed = "{who} renamed the service {about}.", "Ailenwodd {who} y gwasanaeth {about}.";
        reply_days_set = "{who} changed for how long service teams may put their view.", "Newidiodd {who} am faint y gall timau gwasanaeth roi eu barn.";
        risk_contact_set = "{who} changed who is told of a risk at {about}.", "Newidiodd {who} pwy sy'n cael gwybod am risg yn {about}.";
        walk_taken_in = "{who} took in a walk of their own from a file.", "Derbyniodd {who} un o'u teithiau eu hunain o ffeil.";
        walk_taken_in_for = "{who} took in a walk of {about} from a file.", "Derbyniodd {who} daith gan {about} o ffeil.";
        packet_made = "{who} made a page about friction for whoever has its address.", "Creodd {who} dudalen am rwystr i bwy bynnag sydd â'i chyfeiriad.";
        packet_ended = "{who} ended a page made for whoever has its address.", "Daeth {who} â thudalen a wnaed i bwy bynnag sydd â'i chyfeiriad i ben.";
        offered = "{who} offered friction to another organisation.", "Cynigiodd {who} rwystr i sefydliad arall.";
        offer_taken_back = "{who} took back friction offered to another organisation.", "Cymerodd {who} yn ôl rwystr a gynigiwyd i sefydliad arall.";
        offer_answered = "{who} answered friction that another organisation offered.", "Atebodd {who} rwystr a gynigiwyd gan sefydliad arall.";
        offers_set = "{who} changed which services take offers from other organisations.", "Newidiodd {who} ba wasanaethau sy'n derbyn cynigion gan sefydliadau eraill.";
        audit_exported = "{who} took a copy of this list.", "Cymerodd {who} gopi o'r rhestr hon.";
        key_made = "{who} made a key for another system to read with.", "Gwnaeth {who} allwedd i system arall ddarllen â hi.";
        key_ended = "{who} ended the key of another system.", "Terfynodd {who} allwedd system arall.";
        hook_added = "{who} added another system to be called.", "Ychwanegodd {who} system arall i'w galw.";
        hook_ended = "{who} ended calls to another system.", "Terfynodd {who} alwadau i system arall.";
        calendar_made = "{who} made a secret address of their calendar.", "Gwnaeth {who} gyfeiriad cyfrinachol i'w calendr.";
        friction_exported = "{who} took a copy of what was felt at their services.", "Cymerodd {who} gopi o'r hyn a deimlwyd yn eu gwasanaethau.";
        month_opened = "{who} asked service teams for their view of a month.", "Gofynnodd {who} i dimau gwasanaeth am eu barn ar fis.";
        month_approved = "{who} approved a month for publishing.", "Cymeradwyodd {who} fis i'w gyhoeddi.";
        month_published = "{who} published a month.", "Cyhoeddodd {who} fis.";
        month_corrected = "{who} began a correction of a published month.", "Dechreuodd {who} gywiro mis a gyhoeddwyd.";
        correction_given_up = "{who} gave up a correction of a published month.", "Rhoddodd {who} y gorau i gywiro mis a gyhoeddwyd.";
        paper_made = "{who} made an address for who reads a month without an account.", "Gwnaeth {who} gyfeiriad i'r rhai sy'n darllen mis heb gyfrif.";
        paper_ended = "{who} ended an address of a month.", "Terfynodd {who} gyfeiriad mis.";
        linked = "{who} joined their way in to the organisation's own sign-in.", "Cysylltodd {who} eu ffordd i mewn â system fewngofnodi'r sefydliad.";
        broke_glass = "{who} came in by a passkey, although single sign-on is the only way.", "Daeth {who} i mewn ag allwedd mynediad, er mai mewngofnodi sengl yw'r unig ffordd.";
        may_break_glass = "{who} changed whether {about} may come in by a passkey when single sign-on fails.", "Newidiodd {who} a gaiff {about} ddod i mewn ag allwedd mynediad pan fydd mewngofnodi sengl yn methu.";
        sign_in_set = "{who} changed how people of the organisation sign in.", "Newidiodd {who} sut mae pobl y sefydliad yn mewngofnodi.";
        other = "{who} did something this version has no words for.", "Gwnaeth {who} rywbeth nad oes gan y fersiwn hon eiriau amdano.";
    }
}

/// The sentence for a deed by its code, with the gaps `who` and perhaps `about`; none for one without words.
#[must_use]
pub fn deed(lang: Lang, code: &str) -> Option<&'static str> {
    let words = Audit::of(lang);
    Some(match code {
        "signed_in" => words.signed_in,
        "signed_out" => words.signed_out,
        "session_ended" => words.session_ended,
        "confirmed" => words.confirmed,
        "denied" => words.denied,
        "invitation_made" => words.invitation_made,
        "invitation_spent" => words.invitation_spent,
        "invitations_ended" => words.invitations_ended,
        "passkey_made" => words.passkey_made,
        "passkey_removed" => words.passkey_removed,
        "appears_as" => words.appears_as,
        "shared" => words.shared,
        "share_taken_back" => words.share_taken_back,
        "exported" => words.exported,
        "erasure_asked" => words.erasure_asked,
        "erasure_withdrawn" => words.erasure_withdrawn,
        "erasure_held" => words.erasure_held,
        "erasure_released" => words.erasure_released,
        "person_erased" => words.person_erased,
        "organisation_made" => words.organisation_made,
        "person_added" => words.person_added,
        "person_changed" => words.person_changed,
        "roles_changed" => words.roles_changed,
        "person_disabled" => words.person_disabled,
        "person_enabled" => words.person_enabled,
        "service_added" => words.service_added,
        "service_renamed" => words.service_renamed,
        "reply_days_set" => words.reply_days_set,
        "risk_contact_set" => words.risk_contact_set,
        "walk_taken_in" => words.walk_taken_in,
        // As it was while administrators did it: about a person.
        "walk_taken_in_for" => words.walk_taken_in_for,
        "linked" => words.linked,
        "broke_glass" => words.broke_glass,
        "may_break_glass" => words.may_break_glass,
        "sign_in_set" => words.sign_in_set,
        "packet_made" => words.packet_made,
        "packet_ended" => words.packet_ended,
        "offered" => words.offered,
        "offer_taken_back" => words.offer_taken_back,
        "offer_answered" => words.offer_answered,
        "offers_set" => words.offers_set,
        "audit_exported" => words.audit_exported,
        "key_made" => words.key_made,
        "key_ended" => words.key_ended,
        "hook_added" => words.hook_added,
        "hook_ended" => words.hook_ended,
        "calendar_made" => words.calendar_made,
        "friction_exported" => words.friction_exported,
        "month_opened" => words.month_opened,
        "month_approved" => words.month_approved,
        "month_published" => words.month_published,
        "month_corrected" => words.month_corrected,
        "correction_given_up" => words.correction_given_up,
        "paper_made" => words.paper_made,
        "paper_ended" => words.paper_ended,
        _ => return None,
    })
}
