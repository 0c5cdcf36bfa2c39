//! What a team does about a thread beside deciding: who looks after it, notes, its view, and what belongs together.

use super::words;

words! {
    /// What a team does about a thread beside deciding.
    ThreadCare {
        owner = "Who looks after it", "Pwy sy'n gofalu amdano";
        looked_after = "{name} looks after it.", "{name} sy'n gofalu amdano.";
        nobody = "Nobody looks after it yet.", "Does neb yn gofalu amdano eto.";
        due = "To be done by {day}.", "I'w wneud erbyn {day}.";
        was_due = "It was to be done by {day}, which has passed.", "Roedd i'w wneud erbyn {day}, sydd wedi mynd heibio.";
        give = "Change who, and by when", "Newid pwy, ac erbyn pryd";
        who = "Somebody of your team", "Rhywun o'ch tîm";
        no_one = "Nobody yet", "Neb eto";
        by_when = "To be done by", "I'w wneud erbyn";
        by_when_hint = "For your team alone. A plan that others may hold you to is said under how it stands.", "Ar gyfer eich tîm yn unig. Dywedir cynllun y gall eraill eich dal ato o dan sut mae'n sefyll.";
        not_of_team = "Whoever you chose does not answer for this service, or no longer does. Choose somebody else. Nothing was saved, and nothing is lost.", "Nid yw pwy bynnag a ddewisoch yn ateb dros y gwasanaeth hwn, neu nid yw mwyach. Dewiswch rywun arall. Ni chadwyd dim, ac ni chollwyd dim.";
        due_wrong = "Write the day as a date, such as 2027-07-01, or leave it empty. Nothing was saved, and nothing is lost.", "Ysgrifennwch y diwrnod fel dyddiad, megis 2027-07-01, neu gadewch ef yn wag. Ni chadwyd dim, ac ni chollwyd dim.";
        due_far = "Choose today or a later day, within five years, or leave it empty. Nothing was saved, and nothing is lost.", "Dewiswch heddiw neu ddiwrnod diweddarach, o fewn pum mlynedd, neu gadewch ef yn wag. Ni chadwyd dim, ac ni chollwyd dim.";
        given = "{name} is to look after it", "{name} sydd i ofalu amdano";
        given_nobody = "Nobody looks after it now", "Does neb yn gofalu amdano nawr";

        notes = "Notes of your team", "Nodiadau eich tîm";
        notes_hint = "Here, only your team reads these: no leader, no board, no other organisation. They are your organisation's records all the same, and may be asked for under freedom of information.", "Yma, dim ond eich tîm sy'n darllen y rhain: dim arweinydd, dim bwrdd, dim sefydliad arall. Cofnodion eich sefydliad ydynt yr un fath, a gellir gofyn amdanynt o dan ryddid gwybodaeth.";
        note_write = "Write a note", "Ysgrifennu nodyn";
        note_label = "A note for your team", "Nodyn ar gyfer eich tîm";
        note_hint = "Speak of the service, not of people. Up to 2,000 characters.", "Soniwch am y gwasanaeth, nid am bobl. Hyd at 2,000 o nodau.";
        note_keep = "Keep the note", "Cadw'r nodyn";
        empty = "Write something first. Nothing was saved.", "Ysgrifennwch rywbeth yn gyntaf. Ni chadwyd dim.";

        view = "Your view, beside it for the board", "Eich barn, wrth ei ochr i'r bwrdd";
        view_open = "The board sees that this was felt, and reads your view beside it. Until {date} it is told that you may still put one.", "Mae'r bwrdd yn gweld bod hyn wedi'i deimlo, ac yn darllen eich barn wrth ei ochr. Tan {date} dywedir wrtho y gallwch roi un o hyd.";
        view_closed = "Your team put no view by {date}, and the board is told so. You can still put one.", "Ni roddodd eich tîm farn erbyn {date}, a dywedir hynny wrth y bwrdd. Gallwch roi un o hyd.";
        view_put = "Put {date}. The board reads it beside what was felt.", "Rhoddwyd {date}. Mae'r bwrdd yn ei darllen wrth ochr yr hyn a deimlwyd.";
        view_write = "Put your view", "Rhoi eich barn";
        view_change = "Change it or take it back", "Ei newid neu ei thynnu'n ôl";
        view_label = "Your team's view", "Barn eich tîm";
        view_hint = "What the board should know of it. Speak of the service, not of people. Leave it empty to take it back. Up to 2,000 characters.", "Beth ddylai'r bwrdd ei wybod amdano. Soniwch am y gwasanaeth, nid am bobl. Gadewch yn wag i'w thynnu'n ôl. Hyd at 2,000 o nodau.";
        view_keep = "Put it beside", "Ei rhoi wrth ei ochr";
        view_said = "The team's view for the board", "Barn y tîm i'r bwrdd";
        view_gone = "The view was taken back", "Tynnwyd y farn yn ôl";

        beside = "The service team's view, {date}:", "Barn tîm y gwasanaeth, {date}:";
        beside_open = "The service team may put its view here until {date}.", "Gall tîm y gwasanaeth roi ei farn yma tan {date}.";
        beside_had = "The service team had put no view here when this was published. It had until {date} to put one.", "Nid oedd tîm y gwasanaeth wedi rhoi barn yma pan gyhoeddwyd hyn. Roedd ganddo tan {date} i roi un.";
        beside_none = "The service team put no view here.", "Ni roddodd tîm y gwasanaeth farn yma.";

        risk_contact = "{name} is told of a risk here at once.", "Dywedir wrth {name} ar unwaith am risg yma.";
        comes_back = "It was walked again, and it is with your team again", "Cafodd ei gerdded eto, ac mae gyda'ch tîm eto";
        needs_rewalk = "needs a re-walk", "angen ailgerdded";
        comes_back_why = "Read what was felt this time, change the service, and ask for another re-walk.", "Darllenwch beth a deimlwyd y tro hwn, newidiwch y gwasanaeth, a gofynnwch am ailgerdded arall.";

        together = "What belongs together", "Beth sy'n perthyn i'w gilydd";
        parts = "Your team put these together with it:", "Rhoddodd eich tîm y rhain gydag ef:";
        part_felt = "Felt: {n}", "Teimlwyd: {n}";
        apart = "Take it apart again", "Ei dynnu ar wahân eto";
        find_same = "See what may be the same", "Gweld beth all fod yr un peth";
        same = "Are these the same?", "Ai'r un peth yw'r rhain?";
        same_why = "What was felt at the same step, or of the same kind, in your service. Judge from both sides. Putting two together keeps what was said of each, and you can take them apart again at any time.", "Beth a deimlwyd ar yr un cam, neu o'r un math, yn eich gwasanaeth. Barnwch o'r ddwy ochr. Mae rhoi dau gyda'i gilydd yn cadw'r hyn a ddywedwyd am bob un, a gallwch eu tynnu ar wahân eto unrhyw bryd.";
        none_alike = "Nothing else here looks like it", "Does dim arall yma yn edrych yn debyg";
        none_alike_why = "When something is felt at the same step, or of the same kind, it shows up here.", "Pan deimlir rhywbeth ar yr un cam, neu o'r un math, bydd yn ymddangos yma.";
        this_thread = "This one", "Hwn";
        other_thread = "The other", "Y llall";
        join = "They are the same: put them together", "Yr un peth ydynt: eu rhoi gyda'i gilydd";
        alike_step = "Felt at the same step of the same task", "Teimlwyd ar yr un cam o'r un dasg";
        alike_task = "Felt in the same task", "Teimlwyd yn yr un dasg";
        alike_kind = "The same kind of thing gets in the way", "Yr un math o beth sy'n rhwystro";
        both_say = "Both speak of: {words}", "Mae'r ddau'n sôn am: {words}";
        joined = "Put together with another", "Rhoddwyd gydag un arall";
        joined_due = "The day it is to be done by came with it: {day}.", "Daeth y diwrnod y mae i'w wneud erbyn gydag ef: {day}.";
        moved = "A colleague put this together with another meanwhile.", "Rhoddodd cydweithiwr hyn gydag un arall yn y cyfamser.";
        moved_why = "Your team has said something of that already, so nothing was saved. This is how it stands now. What you typed is still below: save it again if it still fits.", "Mae eich tîm eisoes wedi dweud rhywbeth am hwnnw, felly ni chadwyd dim. Dyma sut mae'n sefyll nawr. Mae'r hyn a deipioch i'w weld isod o hyd: cadwch ef eto os yw'n dal i fod yn briodol.";
        taken_apart = "Taken apart from another", "Tynnwyd ar wahân i un arall";
        split_off = "Taken out, into one of their own: {n}", "Tynnwyd allan, i un eu hunain: {n}";
        split_from = "Taken out of another", "Tynnwyd allan o un arall";
        see_other = "See the other", "Gweld y llall";
        split = "Some of these are something else", "Mae rhai o'r rhain yn rhywbeth arall";
        split_which = "Which of them", "Pa rai ohonynt";
        split_hint = "They go into one of their own, which your team has said nothing of yet. Putting both together again undoes it.", "Maent yn mynd i un eu hunain, nad yw eich tîm wedi dweud dim amdano eto. Mae eu rhoi gyda'i gilydd eto yn ei ddadwneud.";
        split_do = "Take them out", "Eu tynnu allan";
        split_wrong = "Choose some of them, and leave at least one. Nothing was changed.", "Dewiswch rai ohonynt, a gadewch o leiaf un. Ni newidiwyd dim.";

        office_days = "How long a service team may answer before the board is told it has not", "Am faint y gall tîm gwasanaeth ateb cyn dweud wrth y bwrdd nad yw wedi";
        office_days_why = "Beside what was felt at its service, a team may put its view. Until then the board is told that it still may.", "Wrth ochr yr hyn a deimlwyd yn ei wasanaeth, gall tîm roi ei farn. Tan hynny dywedir wrth y bwrdd y gall wneud hynny o hyd.";
        office_days_label = "Days", "Diwrnodau";
        office_days_hint = "From 1 to 90. 14 unless you say otherwise.", "O 1 i 90. 14 oni bai eich bod yn dweud yn wahanol.";
        office_days_wrong = "A number from 1 to 90. Nothing was saved.", "Rhif o 1 i 90. Ni chadwyd dim.";
        office_risk = "Who is told of a risk at once", "Pwy sy'n cael gwybod am risg ar unwaith";
        office_risk_why = "When a leader sees a risk to safety, privacy, money or someone's care at this service.", "Pan fydd arweinydd yn gweld risg i ddiogelwch, preifatrwydd, arian neu ofal rhywun yn y gwasanaeth hwn.";
        office_risk_label = "Somebody who answers for this service", "Rhywun sy'n ateb dros y gwasanaeth hwn";
        office_risk_all = "Everybody who answers for it", "Pawb sy'n ateb drosto";
        office_save = "Save", "Cadw";
    }
}
