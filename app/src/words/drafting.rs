//! Words of the secretary's desk: preparing a month, publishing it, handing it out.

use super::words;

words! {
    /// Words of the secretary's desk.
    Drafting {
        title = "{month}: prepare and publish", "{month}: paratoi a chyhoeddi";
        to_draft = "Prepare and publish", "Paratoi a chyhoeddi";
        to_month = "The month's page", "Tudalen y mis";
        version = "Version {version}, a draft. Only you and other secretaries see what is written here, until it is published.", "Fersiwn {version}, drafft. Dim ond chi ac ysgrifenyddion eraill sy'n gweld yr hyn a ysgrifennir yma, nes iddo gael ei gyhoeddi.";
        not_over = "{month} is not over.", "Nid yw {month} ar ben.";
        not_over_means = "It can be prepared once it is.", "Gellir ei baratoi ar ôl iddo ddod i ben.";
        approval_lost = "It was changed after it was approved.", "Fe'i newidiwyd ar ôl ei gymeradwyo.";
        approval_lost_means = "Read it again and approve it anew.", "Darllenwch ef eto a'i gymeradwyo o'r newydd.";
        came_in = "Something came in since it was approved, such as a walkthrough or a team's view.", "Daeth rhywbeth i mewn ers ei gymeradwyo, megis taith neu farn tîm.";
        came_in_means = "Nothing of this version is published. Look at it again and approve it anew.", "Nid oes dim o'r fersiwn hon wedi'i gyhoeddi. Edrychwch arni eto a'i chymeradwyo o'r newydd.";
        moved = "It was changed meanwhile, so nothing was done now.", "Fe'i newidiwyd yn y cyfamser, felly ni wnaed dim nawr.";
        moved_typed = "It was changed meanwhile, so what you typed is not kept yet. Read what stands there now, and keep yours or change it.", "Fe'i newidiwyd yn y cyfamser, felly nid yw'r hyn a deipioch wedi'i gadw eto. Darllenwch yr hyn sydd yno nawr, a chadwch eich un chi neu ei newid.";
        stands_now = "Now it says:", "Nawr mae'n dweud:";
        past = "It is published already, so nothing was done now.", "Fe'i cyhoeddwyd eisoes, felly ni wnaed dim nawr.";
        past_means = "What is published does not change. To change what it says, begin a correction.", "Nid yw'r hyn a gyhoeddwyd yn newid. I newid yr hyn y mae'n ei ddweud, dechreuwch gywiriad.";
        same = "It says what the version before says, so nothing was published.", "Mae'n dweud yr un peth â'r fersiwn flaenorol, felly ni chyhoeddwyd dim.";
        same_means = "The version that stands says all of it already.", "Mae'r fersiwn sy'n sefyll yn dweud y cyfan eisoes.";
        gone = "That correction is not there any more, so nothing was published.", "Nid yw'r cywiriad hwnnw yno mwyach, felly ni chyhoeddwyd dim.";
        gone_means = "What is published stays as it is.", "Bydd yr hyn a gyhoeddwyd yn aros fel y mae.";
        unasked = "That wants no answer here any more, so nothing was kept.", "Nid oes angen ateb i hynny yma mwyach, felly ni chadwyd dim.";
        unasked_means = "Another month's page says what became of it, or it is asked no longer.", "Mae tudalen mis arall yn dweud beth ddaeth ohono, neu ni ofynnir amdano mwyach.";
        past_typed = "You typed this, and it is kept nowhere:", "Fe deipioch hyn, ac nid yw wedi'i gadw yn unman:";
        moved_means = "Read it as it is now, and approve that.", "Darllenwch ef fel y mae nawr, a chymeradwywch hynny.";

        to_do = "What is still to do", "Beth sydd ar ôl i'w wneud";
        done = "Done", "Wedi'i wneud";
        open = "To do", "I'w wneud";
        check_reply = "Service teams had time to put their view", "Cafodd timau gwasanaeth amser i roi eu barn";
        check_words = "Your words at the head of the page", "Eich geiriau ar ben y dudalen";
        check_became = "What became of what was asked", "Beth ddaeth o'r hyn a ofynnwyd";
        check_reason = "What this version corrects", "Beth mae'r fersiwn hon yn ei gywiro";
        check_approval = "Approved", "Cymeradwywyd";

        reply = "Service teams' view", "Barn timau gwasanaeth";
        reply_why = "What gets in the way most stands on the page. The team of each service may put its view beside it before the board reads it.", "Yr hyn sy'n rhwystro fwyaf sydd ar y dudalen. Caiff tîm pob gwasanaeth roi ei farn wrth ei ochr cyn i'r bwrdd ei darllen.";
        reply_open = "Ask for their view, for {n} days", "Gofyn am eu barn, am {n} diwrnod";
        reply_open_one = "Ask for their view, for 1 day", "Gofyn am eu barn, am 1 diwrnod";
        reply_anew = "Something is listed now that was not when they were asked. Its team has as long for that.", "Mae rhywbeth wedi'i restru nawr nad oedd yno pan ofynnwyd iddynt. Mae gan ei dîm yr un faint o amser ar gyfer hynny.";
        reply_until = "They may put it until {date}, {time}.", "Cânt ei rhoi tan {date}, {time}.";
        reply_over = "Their time ended {date}, {time}.", "Daeth eu hamser i ben {date}, {time}.";
        reply_close = "All of them have put it: go on now", "Mae pob un wedi ei rhoi: ewch ymlaen nawr";
        reply_waits = "It can be ended before that once every one has put its view.", "Gellir ei derfynu cyn hynny unwaith y bydd pob un wedi rhoi ei farn.";
        reply_none = "Nothing that got in the way is listed this month, so nobody is waited for.", "Does dim a rwystrodd wedi'i restru y mis hwn, felly nid oes aros am neb.";
        has_view = "View put", "Barn wedi'i rhoi";
        not_asked = "No view yet, and nobody was asked: it is listed since", "Dim barn eto, ac ni ofynnwyd i neb: fe'i rhestrwyd ers hynny";
        no_view = "No view yet", "Dim barn eto";

        words = "Your words", "Eich geiriau";
        words_why = "They stand under the headline. Say what the board should look at first.", "Maent yn sefyll o dan y pennawd. Dywedwch beth ddylai'r bwrdd edrych arno'n gyntaf.";
        in_english = "In English", "Yn Saesneg";
        in_welsh = "In Welsh", "Yn Gymraeg";
        field_hint = "Speak of services, not of people. Up to {n} characters.", "Soniwch am wasanaethau, nid am bobl. Hyd at {n} o nodau.";
        welsh_hint = "Left empty, the Welsh page says the English. Up to {n} characters.", "Os gadewir ef yn wag, bydd y dudalen Gymraeg yn dweud y Saesneg. Hyd at {n} o nodau.";
        keep = "Keep these words", "Cadw'r geiriau hyn";
        empty = "Write something first. Nothing was saved.", "Ysgrifennwch rywbeth yn gyntaf. Ni chadwyd dim.";
        too_long = "Shorten it to {n} characters. Nothing was saved, and nothing is lost.", "Byrhewch ef i {n} o nodau. Ni chadwyd dim, ac ni chollwyd dim.";

        too_many = "A month asks the board for no more than {n} things. Remove one first; what you typed stands here.", "Nid yw mis yn gofyn i'r bwrdd am fwy na {n} o bethau. Dilëwch un yn gyntaf; mae'r hyn a deipioch yma o hyd.";

        asked_before = "What the board was asked for before", "Yr hyn a ofynnwyd i'r bwrdd o'r blaen";
        asked_before_why = "Say what became of each. \"Nothing yet\" is an answer.", "Dywedwch beth ddaeth o bob un. Mae \"Dim eto\" yn ateb.";
        asked_in = "Asked in {month}", "Gofynnwyd ym mis {month}";
        became = "What became of it", "Beth ddaeth ohono";
        became_keep = "Keep the answer", "Cadw'r ateb";
        asks = "What the board is asked for", "Yr hyn a ofynnir i'r bwrdd";
        asks_why = "What would help, and only the board can do. Next month's page says what became of it.", "Yr hyn a fyddai'n helpu, ac na all neb ond y bwrdd ei wneud. Bydd tudalen y mis nesaf yn dweud beth ddaeth ohono.";
        asks_none = "Nothing is asked yet. A month may ask for nothing.", "Does dim wedi'i ofyn eto. Caiff mis ofyn am ddim.";
        ask = "Ask for something", "Gofyn am rywbeth";
        ask_change = "Change or remove it", "Ei newid neu ei ddileu";
        ask_keep = "Keep it", "Ei gadw";
        ask_remove_hint = "Leave both empty to remove it.", "Gadewch y ddau yn wag i'w ddileu.";

        reason = "What this version corrects", "Beth mae'r fersiwn hon yn ei gywiro";
        reason_why = "It stands on the page, beside the version before, which stays to be read.", "Mae'n sefyll ar y dudalen, wrth ochr y fersiwn flaenorol, sy'n aros i'w darllen.";

        approve = "Approve and publish", "Cymeradwyo a chyhoeddi";
        preview = "Read the page as it would be", "Darllen y dudalen fel y byddai";
        preview_said = "This is how the page would be.", "Fel hyn y byddai'r dudalen.";
        preview_means = "Nothing of it is published yet.", "Does dim ohoni wedi'i gyhoeddi eto.";
        approve_do = "Approve it", "Ei gymeradwyo";
        approve_why = "You are asked to confirm that it is you. A change after that takes the approval away.", "Gofynnir i chi gadarnhau mai chi sydd yno. Bydd newid ar ôl hynny yn dileu'r gymeradwyaeth.";
        approved = "{name} approved it {date}, {time}.", "Cymeradwyodd {name} ef {date}, {time}.";
        publish = "Publish", "Cyhoeddi";
        publish_why = "What is published never changes. A correction is a new version, and both can be read.", "Nid yw'r hyn a gyhoeddir byth yn newid. Fersiwn newydd yw cywiriad, a gellir darllen y ddwy.";
        publish_first = "Still to do before publishing", "I'w wneud cyn cyhoeddi";

        published = "Version {version} was published {date}.", "Cyhoeddwyd fersiwn {version} {date}.";
        published_means = "It does not change any more.", "Nid yw'n newid mwyach.";
        late_one = "One walkthrough reached us since.", "Mae un daith wedi ein cyrraedd ers hynny.";
        late = "{n} walkthroughs reached us since.", "Mae {n} taith wedi ein cyrraedd ers hynny.";
        correct = "Correct it", "Ei gywiro";
        correct_why = "Say what is to be corrected. A draft of version {version} begins, and this version stays to be read.", "Dywedwch beth sydd i'w gywiro. Mae drafft o fersiwn {version} yn dechrau, ac mae'r fersiwn hon yn aros i'w darllen.";
        correct_do = "Begin version {version}", "Dechrau fersiwn {version}";

        changes_nothing = "Its words are the same too, so this correction changes nothing.", "Mae ei eiriau yr un fath hefyd, felly nid yw'r cywiriad hwn yn newid dim.";
        give_up = "Give up version {version}", "Rhoi'r gorau i fersiwn {version}";
        give_up_why = "What was written for version {version} goes. What is published stays as it is.", "Bydd yr hyn a ysgrifennwyd ar gyfer fersiwn {version} yn mynd. Bydd yr hyn a gyhoeddwyd yn aros fel y mae.";

        changed_said = "What this version corrects", "Beth mae'r fersiwn hon yn ei gywiro";
        secretary_said = "From the secretary to the board", "Gan ysgrifennydd y bwrdd";
        was_asked = "What was asked of the board", "Yr hyn a ofynnwyd i'r bwrdd";
        is_asked = "What the board is asked for now", "Yr hyn a ofynnir i'r bwrdd nawr";
        taken_back = "This was taken back.", "Cymerwyd hyn yn ôl.";

        links = "Links without an account", "Dolenni heb gyfrif";
        links_why = "Whoever has such an address reads the month's newest published version, without names and without the walkthroughs behind it, until the day you choose.", "Mae pwy bynnag sydd â chyfeiriad o'r fath yn darllen fersiwn gyhoeddedig ddiweddaraf y mis, heb enwau a heb y teithiau y tu ôl iddi, tan y diwrnod a ddewiswch.";
        links_first = "There is something to hand out once the month is published.", "Bydd rhywbeth i'w ddosbarthu unwaith y caiff y mis ei gyhoeddi.";
        links_none = "None was made yet.", "Ni wnaed un eto.";
        link_label = "For whom", "I bwy";
        link_label_hint = "A group, such as: Board members, October. Up to {n} characters.", "Grŵp, megis: Aelodau'r bwrdd, Hydref. Hyd at {n} o nodau.";
        link_days = "How long it works", "Am faint mae'n gweithio";
        days = "{n} days", "{n} diwrnod";
        link_do = "Make the address", "Gwneud y cyfeiriad";
        link_works = "Works until {date}", "Yn gweithio tan {date}";
        link_over = "Ended {date}", "Daeth i ben {date}";
        link_end = "End it", "Ei derfynu";
        link_end_label = "End the address for {label}", "Terfynu'r cyfeiriad i {label}";
        link_once = "The address, shown once", "Y cyfeiriad, a ddangosir unwaith";
        link_once_why = "Copy it now and hand it to them. Whoever has it can read the month.", "Copïwch ef nawr a'i roi iddynt. Gall pwy bynnag sydd ag ef ddarllen y mis.";
        link_ended = "An address was made with this form before, and has ended. Send it again to make a new one.", "Gwnaed cyfeiriad gyda'r ffurflen hon o'r blaen, ac mae wedi dod i ben. Anfonwch hi eto i wneud un newydd.";

        paper_until = "You can read this here until {date}.", "Gallwch ddarllen hwn yma tan {date}.";
        paper_gone = "This address does not work any more", "Nid yw'r cyfeiriad hwn yn gweithio mwyach";
        paper_gone_why = "Its time is over, it was ended, or it was not copied whole.", "Mae ei amser ar ben, fe'i terfynwyd, neu ni chafodd ei gopïo'n gyfan.";
        paper_gone_do = "Ask the secretary to the board for a new one.", "Gofynnwch i ysgrifennydd y bwrdd am un newydd.";

        team_asked = "Your view on {month}", "Eich barn ar {month}";
        team_until = "The board reads {month} soon. Put your view beside what got in the way, until {date}.", "Bydd y bwrdd yn darllen {month} cyn bo hir. Rhowch eich barn wrth ochr yr hyn a rwystrodd, tan {date}.";
        team_all = "You have put your view on all that is listed.", "Rydych wedi rhoi eich barn ar bopeth a restrir.";
    }
}
