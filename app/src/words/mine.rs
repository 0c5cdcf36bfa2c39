//! One's own pages: what is mine, who reads it, what is held about me.

use super::words;

words! {
    /// One's own pages: what is mine, who reads it, what is held about me.
    Mine {
        me = "You", "Chi";
        save = "Save", "Cadw";
        yes = "yes", "ydy";
        no = "no", "nac ydy";
        only_you = "Only you can read it.", "Dim ond chi all ei ddarllen.";
        erased_person = "An erased person", "Person a ddilëwyd";

        appears = "How you appear", "Sut rydych chi'n ymddangos";
        appears_why = "Service teams and the board see what you felt on a walk, never your name. Choose what stands beside it.", "Mae timau gwasanaeth a'r bwrdd yn gweld yr hyn a deimloch ar daith, byth eich enw. Dewiswch beth sy'n sefyll wrth ei ochr.";
        as_walkthrough = "A walkthrough", "Taith";
        as_walkthrough_hint = "Nobody in particular.", "Neb penodol.";
        as_title = "Your job: {title}", "Eich swydd: {title}";
        as_title_hint = "Your job title stands beside all your walks, past ones too.", "Mae teitl eich swydd yn sefyll wrth ochr eich holl deithiau, gan gynnwys y rhai blaenorol.";
        no_title = "No job title is known here for you. An administrator can add one.", "Nid oes teitl swydd yn hysbys yma ar eich cyfer. Gall gweinyddwr ychwanegu un.";
        appears_honest = "Few people walk services. Somebody who knows you may still guess that it was you.", "Ychydig o bobl sy'n cerdded gwasanaethau. Gall rhywun sy'n eich adnabod ddyfalu mai chi oedd yno.";
        appears_saved = "Saved. It shows like this from now on.", "Wedi'i gadw. Bydd yn dangos fel hyn o hyn ymlaen.";

        shares_title = "What is yours alone", "Yr hyn sydd i chi yn unig";
        shares_none = "Your reflections and commitments. You share none.", "Eich myfyrdodau a'ch ymrwymiadau. Nid ydych yn rhannu dim.";
        shares_some = "Your reflections and commitments. Shared: {n}.", "Eich myfyrdodau a'ch ymrwymiadau. Wedi'u rhannu: {n}.";
        shares_why = "Reflections and commitments are for you. Nobody else reads one unless you name them here, and administrators cannot look. You can take it back at any time.", "I chi y mae myfyrdodau ac ymrwymiadau. Nid oes neb arall yn darllen un oni bai eich bod yn ei enwi yma, ac ni all gweinyddwyr edrych. Gallwch ei dynnu'n ôl unrhyw bryd.";
        nothing_here = "Nothing of yours is here yet", "Nid oes dim o'ch eiddo yma eto";
        nothing_here_why = "A commitment comes here with its walk. A reflection stays on your phone until you choose, at the end of a walk, to keep a copy on the server.", "Daw ymrwymiad yma gyda'i daith. Mae myfyrdod yn aros ar eich ffôn nes i chi ddewis, ar ddiwedd taith, gadw copi ar y gweinydd.";
        a_reflection = "A reflection", "Myfyrdod";
        a_walk = "A walkthrough", "Taith";
        by_day = "By {day}", "Erbyn {day}";
        who_reads = "Who reads it", "Pwy sy'n ei ddarllen";
        reads_since = "can read it since {date}", "yn gallu ei ddarllen ers {date}";
        take_back = "Take back", "Tynnu'n ôl";
        take_back_from = "Take back from {name}: {what}", "Tynnu'n ôl oddi wrth {name}: {what}";
        share = "Share with somebody", "Rhannu â rhywun";
        share_what = "Share with somebody: {what}", "Rhannu â rhywun: {what}";

        choose_title = "Who may read this?", "Pwy gaiff ddarllen hwn?";
        who_may_read = "People of your organisation", "Pobl eich sefydliad";
        choose_somebody = "Tick at least one person. Nothing was shared.", "Ticiwch o leiaf un person. Ni rannwyd dim.";
        reads_alike = "Somebody else here has the same name and no other job title. Ask an administrator to give each a job title, so that you know whom you choose.", "Mae gan rywun arall yma'r un enw heb deitl swydd gwahanol. Gofynnwch i weinyddwr roi teitl swydd i bob un, er mwyn i chi wybod pwy rydych yn ei ddewis.";
        choose_others = "Choose others", "Dewis eraill";
        nobody_to_share_with = "Everybody in your organisation reads it already, or nobody else is here yet.", "Mae pawb yn eich sefydliad yn ei ddarllen eisoes, neu nid oes neb arall yma eto.";
        look_first = "See it as they will", "Ei weld fel y byddant hwy";
        preview_title = "Before you share it", "Cyn i chi ei rannu";
        preview_who = "Only these people will be able to read it:", "Dim ond y bobl hyn fydd yn gallu ei ddarllen:";
        preview_what = "This is all they will see", "Dyma'r cyfan y byddant yn ei weld";
        preview_means = "If you change the words later, they see the new ones. Once you take it back they can no longer open it; what they have read, they have read.", "Os newidiwch y geiriau wedyn, byddant yn gweld y rhai newydd. Ar ôl i chi ei dynnu'n ôl ni allant ei agor mwyach; yr hyn y maent wedi'i ddarllen, maent wedi'i ddarllen.";
        share_it = "Share it", "Ei rannu";

        shared_title = "Shared with you", "Wedi'i rannu â chi";
        shared_none = "Nobody shares anything with you.", "Nid oes neb yn rhannu dim â chi.";
        shared_some = "Shared with you now: {n}.", "Wedi'u rhannu â chi nawr: {n}.";
        shared_since = "Shared {date}", "Rhannwyd {date}";
        shared_by = "Shared by {name}", "Rhannwyd gan {name}";
        shared_means = "It was shared with you by name. Please do not pass it on. Its author can take it back, and then it is here no more.", "Fe'i rhannwyd â chi wrth enw. Peidiwch â'i basio ymlaen. Gall ei awdur ei dynnu'n ôl, ac yna ni fydd yma mwyach.";
        nobody_shares = "Nothing is shared with you", "Nid oes dim wedi'i rannu â chi";
        nobody_shares_why = "When somebody shares a reflection or a commitment with you, it is here for as long as they want.", "Pan fydd rhywun yn rhannu myfyrdod neu ymrwymiad â chi, bydd yma am gyhyd ag y dymunant.";

        about_title = "What Firsthand knows about you", "Beth mae Firsthand yn ei wybod amdanoch chi";
        about_hint = "See it, take it away, or have it erased.", "Ei weld, mynd ag ef gyda chi, neu ei ddileu.";
        about_why = "This is everything that is held about you on this server. What is only on your phone is not here.", "Dyma bopeth a gedwir amdanoch ar y gweinydd hwn. Nid yw'r hyn sydd ar eich ffôn yn unig yma.";
        take_away = "Take a copy", "Mynd â chopi";
        take_away_why = "One file with all of it, your photos too, to read or to keep; or the same for machines. You are asked to confirm that it is you.", "Un ffeil gyda'r cyfan, eich lluniau hefyd, i'w darllen neu ei chadw; neu'r un peth ar gyfer peiriannau. Gofynnir i chi gadarnhau mai chi sydd yno.";
        take_html = "One file to read", "Un ffeil i'w darllen";
        take_json = "For machines (JSON)", "Ar gyfer peiriannau (JSON)";
        held_title = "What is held", "Beth a gedwir";
        a_photo = "A photo of yours", "Llun o'ch eiddo";
        export_title = "What Firsthand knows about {name}", "Beth mae Firsthand yn ei wybod am {name}";
        export_made = "{organisation}. Put together on {date}.", "{organisation}. Lluniwyd ar {date}.";
        export_json = "The same is inside this file as JSON, in the element with the id “held”.", "Mae'r un peth y tu mewn i'r ffeil hon fel JSON, yn yr elfen â'r id “held”.";

        erase_title = "Have it erased", "Ei ddileu";
        erase_what = "Your name and job, the words and photos of your walks, your reflections, commitments, what you share, and your ways of signing in are erased, here and from any backup that is ever brought back. It cannot be undone.", "Caiff eich enw a'ch swydd, geiriau a lluniau eich teithiau, eich myfyrdodau, eich ymrwymiadau, yr hyn rydych yn ei rannu, a'ch ffyrdd o fewngofnodi eu dileu, yma ac o unrhyw gopi wrth gefn a ddaw'n ôl. Ni ellir dadwneud hyn.";
        erase_stays = "What stays: that there was somebody, when something was noted, replies you wrote for a service (without your name), the list of who did what when (ids only), and months already published, which hold nobody's words.", "Yr hyn sy'n aros: bod rhywun wedi bod, pryd y nodwyd rhywbeth, atebion a ysgrifennoch ar ran gwasanaeth (heb eich enw), y rhestr o bwy wnaeth beth a phryd (rhifau adnabod yn unig), a misoedd a gyhoeddwyd eisoes, nad ydynt yn dal geiriau neb.";
        erase_law = "Some of it may be information your organisation has to keep, for example after a freedom of information request. Deleting it to stop it being given out is an offence. That is why there is a wait, and why an operator can hold it.", "Gall rhywfaint ohono fod yn wybodaeth y mae'n rhaid i'ch sefydliad ei chadw, er enghraifft ar ôl cais rhyddid gwybodaeth. Mae ei dileu er mwyn atal ei rhoi yn drosedd. Dyna pam mae cyfnod aros, a pham y gall gweithredwr ei dal.";
        erase_wait = "It is done {n} days after you ask. Until then you can sign in and withdraw it.", "Fe'i gwneir {n} diwrnod ar ôl i chi ofyn. Tan hynny gallwch fewngofnodi a'i dynnu'n ôl.";
        erase_ask = "Ask for everything about me to be erased", "Gofyn am ddileu popeth amdanaf";
        erase_last = "Nothing was asked for. Nobody else who can sign in looks after your organisation here: make somebody else an administrator first, and let them come in.", "Ni ofynnwyd am ddim. Nid oes neb arall a all fewngofnodi yn gofalu am eich sefydliad yma: gwnewch rywun arall yn weinyddwr yn gyntaf, a gadewch iddynt ddod i mewn.";
        erase_due = "Everything about you will be erased on {date}.", "Caiff popeth amdanoch ei ddileu {date}.";
        erase_due_means = "You can still withdraw it.", "Gallwch ei dynnu'n ôl o hyd.";
        erase_held = "You asked for everything to be erased, and it is held.", "Gofynnoch am ddileu popeth, ac mae'n cael ei ddal.";
        erase_held_means = "Your organisation has to keep it for now. Ask the person who looks after Firsthand why.", "Mae'n rhaid i'ch sefydliad ei gadw am y tro. Gofynnwch i'r person sy'n gofalu am Firsthand pam.";
        erase_withdraw = "Keep everything after all", "Cadw popeth wedi'r cyfan";
    }
}
