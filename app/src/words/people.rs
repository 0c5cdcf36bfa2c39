//! One person and one service, as administrators look after them.

use super::words;

words! {
    /// The pages of one person and of one service.
    People {
        look_after = "Look after {name}", "Gofalu am {name}";
        back = "Set-up", "Gosod";
        waiting = "Open invitations", "Gwahoddiadau agored";
        waiting_none = "No invitation is open.", "Nid oes gwahoddiad agored.";
        waiting_first = "To come in for the first time, until {date} at {time}", "I ddod i mewn am y tro cyntaf, tan {date} am {time}";
        waiting_recovery = "To come in again without the old device, until {date} at {time}", "I ddod i mewn eto heb yr hen ddyfais, tan {date} am {time}";
        waiting_device = "For another device of theirs, until {date} at {time}", "Ar gyfer dyfais arall o'u heiddo, tan {date} am {time}";
        end_it = "End it", "Dod ag ef i ben";
        end_it_for = "End it: the invitation of {name}", "Dod ag ef i ben: gwahoddiad {name}";
        invite = "Invitation", "Gwahoddiad";
        invite_why = "One that was made before and not used stops working.", "Bydd un a grëwyd o'r blaen ac nas defnyddiwyd yn peidio â gweithio.";
        added_before = "{name} was added the first time, and no second person was. The invitation was shown once: if you did not keep it, make a new one.", "Ychwanegwyd {name} y tro cyntaf, ac ni ychwanegwyd ail berson. Dim ond unwaith y dangoswyd y gwahoddiad: os na chadwoch ef, crëwch un newydd.";
        disabled_invite = "No invitation was made: it would let nobody in who is disabled. Enable them first.", "Ni chrëwyd gwahoddiad: ni fyddai'n gadael i neb sydd wedi'i analluogi ddod i mewn. Galluogwch nhw yn gyntaf.";
        details = "Name and job", "Enw a swydd";
        keep = "Keep", "Cadw";
        does = "What they do here", "Beth maen nhw'n ei wneud yma";
        does_why = "It counts from their next page on. If you take something away, they are signed out.", "Mae'n cyfrif o'u tudalen nesaf ymlaen. Os tynnwch rywbeth oddi arnynt, cânt eu hallgofnodi.";
        last_role = "This is the only administrator who can come in. Make somebody else one first, and let them come in.", "Dyma'r unig weinyddwr a all ddod i mewn. Gwnewch rywun arall yn weinyddwr yn gyntaf, a gadewch iddynt ddod i mewn.";
        last_disable = "The only administrator who can come in cannot be disabled. Make somebody else one first, and let them come in.", "Ni ellir analluogi'r unig weinyddwr a all ddod i mewn. Gwnewch rywun arall yn weinyddwr yn gyntaf, a gadewch iddynt ddod i mewn.";
        coming_in = "Coming in", "Dod i mewn";
        disable = "Disable", "Analluogi";
        disable_why = "They are signed out everywhere, an open invitation stops working, and they cannot come in. What they walked stays.", "Cânt eu hallgofnodi ym mhobman, bydd gwahoddiad agored yn peidio â gweithio, ac ni allant ddod i mewn. Bydd yr hyn a gerddwyd ganddynt yn aros.";
        disable_self = "This is you: you would be signed out at once.", "Chi yw hwn: byddech yn cael eich allgofnodi ar unwaith.";
        disabled = "Disabled", "Wedi'i analluogi";
        disabled_since = "Disabled. They cannot come in. What they walked stays.", "Wedi'i analluogi. Ni allant ddod i mewn. Mae'r hyn a gerddwyd ganddynt yn aros.";
        enable = "Enable again", "Galluogi eto";
        done = "What was done by {name}, and about them", "Yr hyn a wnaed gan {name}, ac amdanynt";
        services = "Services", "Gwasanaethau";
        service_add = "Add a service", "Ychwanegu gwasanaeth";
        service_new = "A new service", "Gwasanaeth newydd";
        service_name = "What people call it", "Yr hyn y mae pobl yn ei alw";
        service_name_cy = "What people call it in Welsh", "Yr hyn y mae pobl yn ei alw yn Gymraeg";
        service_name_hint = "Without a Welsh name the English one is shown in both.", "Heb enw Cymraeg dangosir yr un Saesneg yn y ddwy iaith.";
        service_empty = "Write what the service is called.", "Ysgrifennwch enw'r gwasanaeth.";
        service_long = "Shorten the name to 100 characters.", "Byrhewch yr enw i 100 nod.";
        service_keep = "Keep the names", "Cadw'r enwau";
        answers = "Who answers for it", "Pwy sy'n ateb drosto";
        answers_none = "Nobody yet", "Neb eto";
        answers_none_why = "What leaders feel at this service is read by no team until somebody answers for it. Open a person of a service team and tick this service.", "Ni fydd unrhyw dîm yn darllen yr hyn y mae arweinwyr yn ei deimlo yn y gwasanaeth hwn nes bod rhywun yn ateb drosto. Agorwch berson mewn tîm gwasanaeth a thicio'r gwasanaeth hwn.";
        answers_why = "To change this, open the person.", "I newid hyn, agorwch y person.";
    }
}
