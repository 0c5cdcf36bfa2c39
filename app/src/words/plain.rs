//! Words of the plain pages, beside those they share with the leader's app.

use super::words;

words! {
    /// Words of the plain pages, beside those they share with the leader's app.
    Plain {
        pages = "Plain pages", "Tudalennau plaen";
        why = "These pages work without JavaScript and keep nothing on the phone. They need signal: every press of a button goes to the server at once.", "Mae'r tudalennau hyn yn gweithio heb JavaScript ac nid ydynt yn cadw dim ar y ffôn. Mae angen signal arnynt: mae pob gwasgiad botwm yn mynd i'r gweinydd ar unwaith.";
        to_app = "Open the app instead", "Agor yr ap yn lle hynny";
        all_walks = "All walks", "Pob taith";
        nothing_offered = "Your organisation has not offered you a task yet.", "Dyw eich sefydliad ddim wedi cynnig tasg i chi eto.";

        opens_service = "It opens in a new tab, and the time is noted. Come back to this one and say how it went.", "Mae'n agor mewn tab newydd, a chaiff yr amser ei nodi. Dewch yn ôl i'r tab hwn a dywedwch sut aeth hi.";
        left_at = "You left for the service at {time}.", "Gadawoch am y gwasanaeth am {time}.";
        opening_service = "Opening the service", "Yn agor y gwasanaeth";
        opening_why = "If nothing happens, follow the link. Firsthand stays open in the other tab.", "Os nad oes dim yn digwydd, dilynwch y ddolen. Mae Firsthand yn aros ar agor yn y tab arall.";
        back_to_walk = "Back to the walk", "Yn ôl i'r daith";
        away_for = "You were away for {time} at step {n}.", "Buoch i ffwrdd am {time} ar gam {n}.";
        noted = "Noted so far", "Wedi'i nodi hyd yma";
        change = "Change", "Newid";
        change_what = "Change: {what}", "Newid: {what}";
        remove = "Remove", "Tynnu";

        something_worked = "Something worked", "Gweithiodd rhywbeth";
        something_worked_hint = "A few words, or none at all. It goes to the service team, and the board can read it without your name.", "Ychydig eiriau, neu ddim o gwbl. Mae'n mynd at dîm y gwasanaeth, a gall y bwrdd ei ddarllen heb eich enw.";
        no_words = "Something worked here", "Gweithiodd rhywbeth yma";
        remove_bright = "Remove this", "Tynnu hwn";

        put_right = "This is not saved yet", "Nid yw hwn wedi'i gadw eto";
        too_many_feelings = "Choose no more than three feelings.", "Dewiswch ddim mwy na thri theimlad.";
        too_long = "This is {n} characters too long.", "Mae hwn {n} nod yn rhy hir.";
        choose_photos_again = "Choose your photos again: the browser has let go of them.", "Dewiswch eich lluniau eto: mae'r porwr wedi eu gollwng.";

        photos = "Photos or screenshots", "Lluniau neu sgrinluniau";
        photos_hint = "They go to the service team. We take the location out of them and make them smaller. Nothing can be covered on this page: cover names, numbers and faces before you choose a photo, or leave it out.", "Maent yn mynd at dîm y gwasanaeth. Rydym yn tynnu'r lleoliad ohonynt ac yn eu gwneud yn llai. Ni ellir gorchuddio dim ar y dudalen hon: gorchuddiwch enwau, rhifau ac wynebau cyn dewis llun, neu peidiwch â'i gynnwys.";
        photo_n = "Photo {n}", "Llun {n}";
        remove_photo = "Remove photo {n}", "Tynnu llun {n}";
        photo_not_image = "{name} is not a photo we can read. The rest is saved. Choose a JPEG, PNG or WebP picture.", "Nid yw {name} yn llun y gallwn ei ddarllen. Mae'r gweddill wedi'i gadw. Dewiswch lun JPEG, PNG neu WebP.";
        photo_too_large = "{name} is too large. The rest is saved. Choose a smaller photo.", "Mae {name} yn rhy fawr. Mae'r gweddill wedi'i gadw. Dewiswch lun llai.";
        photos_too_many = "A friction point holds no more than {n} photos. {name} was left out; the rest is saved.", "Nid yw rhwystr yn dal mwy na {n} llun. Gadawyd {name} allan; mae'r gweddill wedi'i gadw.";
        a_photo = "The photo", "Y llun";

        only_if_not = "If you did not get all of it", "Os na chawsoch y cyfan";
        no_phone_store = "This page keeps nothing on the phone. What you write here is kept on the server for you alone if you tick the box, or not at all.", "Nid yw'r dudalen hon yn cadw dim ar y ffôn. Caiff yr hyn a ysgrifennwch yma ei gadw ar y gweinydd i chi yn unig os ticiwch y blwch, neu ddim o gwbl.";
        keep_hint = "Nobody else sees it unless you share it.", "Nid oes neb arall yn ei weld oni bai eich bod yn ei rannu.";
        keep_or_clear = "Tick the box to keep what you wrote for yourself, or take it out. Nothing of it has been kept.", "Ticiwch y blwch i gadw'r hyn a ysgrifennoch i chi'ch hun, neu ei dynnu allan. Nid oes dim ohono wedi'i gadw.";
        a_day = "Choose a day, as year, month and day: 2026-11-30.", "Dewiswch ddiwrnod, fel blwyddyn, mis a diwrnod: 2026-11-30.";
        no_day = "No day", "Dim diwrnod";
        which_day = "Which day", "Pa ddiwrnod";

        what_went = "What was sent, and to whom", "Beth a anfonwyd, ac at bwy";
        steps_and_times = "The steps, how long they took and how they felt", "Y camau, faint o amser a gymerasant a sut oeddent yn teimlo";
        your_answers = "Your answers about the outcome", "Eich atebion am y canlyniad";
        to_team_and_counted = "To the {service} team, and counted for the board without your name", "At y tîm {service}, a'i gyfrif i'r bwrdd heb eich enw";
        to_team = "To the {service} team", "At y tîm {service}";
        to_team_and_board = "To the {service} team; the board can read it without your name", "At y tîm {service}; gall y bwrdd ei ddarllen heb eich enw";
        only_that_there_is = "Only you read it, unless you share it. Others see that there is one.", "Dim ond chi sy'n ei ddarllen, oni bai eich bod yn ei rannu. Mae eraill yn gweld bod un.";
        bright_spots = "{n} things that worked", "{n} peth a weithiodd";
        one_bright_spot = "1 thing that worked", "1 peth a weithiodd";
        reflections = "What you wrote for yourself", "Yr hyn a ysgrifennoch i chi'ch hun";
    }
}
