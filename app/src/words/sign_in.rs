//! Passkeys, invitations, and the page where people look after their own ways in.

use super::words;

words! {
    /// Passkeys, invitations, and the page where people look after their own ways in.
    SignIn {
        with_passkey = "Sign in with a passkey", "Mewngofnodi gyda chod pas";
        with_passkey_hint = "Your device asks for your fingerprint, face or screen lock.", "Bydd eich dyfais yn gofyn am eich ôl bys, eich wyneb neu glo'r sgrin.";
        with_code = "Or use an invitation", "Neu defnyddiwch wahoddiad";

        make_title = "Make your passkey", "Creu eich cod pas";
        make_lead = "A passkey is how you sign in to Firsthand: with your fingerprint, face or screen lock. There is nothing to remember, and nobody can guess it.", "Cod pas yw eich ffordd o fewngofnodi i Firsthand: gyda'ch ôl bys, eich wyneb neu glo'r sgrin. Does dim i'w gofio, ac ni all neb ei ddyfalu.";
        make_recovery = "You have been signed out everywhere. Once this passkey is made, your old ones stop working.", "Rydych wedi cael eich allgofnodi ym mhobman. Unwaith y bydd y cod pas hwn wedi'i greu, bydd eich hen rai'n peidio â gweithio.";
        make_device = "This device gets a passkey too. Those you have keep working.", "Mae'r ddyfais hon yn cael cod pas hefyd. Mae'r rhai sydd gennych yn dal i weithio.";
        make = "Make my passkey", "Creu fy nghod pas";
        make_until = "If it does not work the first time, try again: you have 15 minutes.", "Os nad yw'n gweithio y tro cyntaf, rhowch gynnig arall arni: mae gennych 15 munud.";
        invited_lead = "Next you make a passkey on this device. The invitation works once.", "Nesaf byddwch yn creu cod pas ar y ddyfais hon. Mae'r gwahoddiad yn gweithio unwaith.";
        invited_recovery = "This gives you a new way in. It signs you out everywhere, and once your new passkey is made the old ones stop working. It works once. If you signed out on a phone before your walks were sent, open Firsthand there with a signal first: after this they can no longer be sent.", "Mae hyn yn rhoi ffordd newydd i mewn i chi. Mae'n eich allgofnodi ym mhobman, ac unwaith y bydd eich cod pas newydd wedi'i greu bydd yr hen rai'n peidio â gweithio. Mae'n gweithio unwaith. Os gwnaethoch allgofnodi ar ffôn cyn i'ch teithiau gael eu hanfon, agorwch Firsthand yno gyda signal yn gyntaf: ar ôl hyn ni fydd modd eu hanfon.";
        invited_device = "This adds a passkey on this device to those you have. It works once.", "Mae hyn yn ychwanegu cod pas ar y ddyfais hon at y rhai sydd gennych. Mae'n gweithio unwaith.";
        confirm_passkey = "Confirm with my passkey", "Cadarnhau gyda fy nghod pas";

        no_script = "A passkey needs JavaScript. Turn it on for this site and open the page again.", "Mae angen JavaScript ar god pas. Trowch ef ymlaen ar gyfer y safle hwn ac agorwch y dudalen eto.";
        confirmed = "That was you. If it is a file, it is on its way, and you can go back.", "Chi oedd hwnna. Os ffeil ydyw, mae ar ei ffordd, a gallwch fynd yn ôl.";
        unable = "This browser has no passkeys. Try an up-to-date Safari, Chrome, Edge or Firefox, or another device.", "Nid oes codau pas yn y porwr hwn. Rhowch gynnig ar Safari, Chrome, Edge neu Firefox cyfredol, neu ddyfais arall.";
        waiting = "Your device asks you now.", "Mae eich dyfais yn gofyn i chi nawr.";
        cancelled = "Your device stopped before it was done. Nothing is lost: press the button to try again.", "Stopiodd eich dyfais cyn gorffen. Does dim wedi'i golli: pwyswch y botwm i roi cynnig arall arni.";
        timed_out = "Your device waited too long. Nothing is lost: press the button to try again.", "Arhosodd eich dyfais yn rhy hir. Does dim wedi'i golli: pwyswch y botwm i roi cynnig arall arni.";
        already = "This device has a passkey of yours already. Sign in with it.", "Mae gan y ddyfais hon god pas i chi eisoes. Mewngofnodwch gydag ef.";
        unreachable = "The server cannot be reached. Look at your signal, then press the button again.", "Ni ellir cyrraedd y gweinydd. Edrychwch ar eich signal, yna pwyswch y botwm eto.";
        refused = "That did not work. Press the button to try again; if it stays so, ask the person who looks after Firsthand for a new invitation.", "Ni weithiodd hynny. Pwyswch y botwm i roi cynnig arall arni; os yw'n parhau, gofynnwch i'r person sy'n gofalu am Firsthand am wahoddiad newydd.";
        erased = "You have been erased", "Rydych wedi cael eich dileu";
        erased_why = "Your name, your notes and your walks are gone from Firsthand, and from this browser too.", "Mae eich enw, eich nodiadau a'ch teithiau wedi mynd o Firsthand, ac o'r porwr hwn hefyd.";
        over = "That took more than the time there is. Ask for a new invitation, or sign in.", "Cymerodd hynny fwy na'r amser sydd ar gael. Gofynnwch am wahoddiad newydd, neu mewngofnodwch.";
        too_often = "That failed too often. Wait ten minutes, then try again.", "Methodd hynny'n rhy aml. Arhoswch ddeng munud, yna rhowch gynnig arall arni.";
        elsewhere = "Passkeys work only at {address}. Open Firsthand there.", "Dim ond yn {address} y mae codau pas yn gweithio. Agorwch Firsthand yno.";
        no_name = "Passkeys need the server's own name and HTTPS, and this server was started without. Whoever runs it says it with --base-url.", "Mae angen enw'r gweinydd ei hun a HTTPS ar godau pas, a chychwynnwyd y gweinydd hwn hebddynt. Mae pwy bynnag sy'n ei redeg yn ei ddweud gyda --base-url.";

        own = "Signing in", "Mewngofnodi";
        own_lead = "Your passkeys, and where you are signed in.", "Eich codau pas, a lle rydych wedi mewngofnodi.";
        passkeys = "Passkeys", "Codau pas";
        passkeys_none = "You have no passkey here.", "Nid oes gennych god pas yma.";
        passkey_nameless = "Passkey", "Cod pas";
        made_used = "Made {made}. Last used {used}.", "Crëwyd {made}. Defnyddiwyd ddiwethaf {used}.";
        name = "Name", "Enw";
        name_of = "Name of the passkey {name}", "Enw'r cod pas {name}";
        rename = "Save the name", "Cadw'r enw";
        remove = "Remove", "Tynnu";
        remove_named = "Remove {name}", "Tynnu {name}";
        remove_what = "Removing a passkey signs you out everywhere else. What another phone still had to send when you signed out there can no longer be sent.", "Mae tynnu cod pas yn eich allgofnodi ym mhob man arall. Ni fydd modd anfon yr hyn oedd gan ffôn arall i'w anfon o hyd pan wnaethoch allgofnodi yno.";
        last_one = "This is your only way in, so it cannot be removed. Make one on another device first.", "Dyma eich unig ffordd i mewn, felly ni ellir ei dynnu. Crëwch un ar ddyfais arall yn gyntaf.";
        removed = "The passkey is removed. You are signed out everywhere else. Delete it on the device too, in its settings.", "Mae'r cod pas wedi'i dynnu. Rydych wedi'ch allgofnodi ym mhob man arall. Dilëwch ef ar y ddyfais hefyd, yn ei gosodiadau.";
        another = "Use another device", "Defnyddio dyfais arall";
        another_why = "For your computer, a second phone, or the app on an iPhone's home screen: it gets a passkey of its own. An invitation that was made before and not used stops working.", "Ar gyfer eich cyfrifiadur, ail ffôn, neu'r ap ar sgrin gartref iPhone: mae'n cael ei god pas ei hun. Bydd gwahoddiad a grëwyd o'r blaen ac nas defnyddiwyd yn peidio â gweithio.";
        another_title = "On the other device", "Ar y ddyfais arall";
        another_lead = "Scan this with the other device, or type the code there. It works once, until {time}.", "Sganiwch hwn gyda'r ddyfais arall, neu teipiwch y cod yno. Mae'n gweithio unwaith, tan {time}.";
        another_back = "Back to signing in", "Yn ôl i fewngofnodi";

        sessions = "Where you are signed in", "Lle rydych wedi mewngofnodi";
        this_one = "This one", "Hwn";
        somewhere = "A browser", "Porwr";
        since_used = "Since {since}. Last used {used}.", "Ers {since}. Defnyddiwyd ddiwethaf {used}.";
        by_passkey = "by passkey", "gyda chod pas";
        by_invitation = "by invitation", "trwy wahoddiad";
        by_single_sign_on = "by your organisation's sign-in", "trwy fewngofnodi eich sefydliad";
        end = "Sign out there", "Allgofnodi yno";
        end_named = "Sign out there: {name}", "Allgofnodi yno: {name}";
        end_others = "Sign out everywhere else", "Allgofnodi ym mhob man arall";

        scan = "Scan this with the phone's camera", "Sganiwch hwn gyda chamera'r ffôn";
        scan_alt = "A square code that holds the address below", "Cod sgwâr sy'n dal y cyfeiriad isod";
        kind_first = "The first way in: {name} makes a passkey with it.", "Y ffordd gyntaf i mewn: mae {name} yn creu cod pas ag ef.";
        kind_recovery = "{name} has a passkey already, so this is a recovery: used, it signs them out everywhere, and the old passkeys go once a new one is made. Hand it over only when you are sure who it is.", "Mae gan {name} god pas eisoes, felly adferiad yw hwn: o'i ddefnyddio, mae'n eu hallgofnodi ym mhobman, ac mae'r hen godau pas yn mynd unwaith y crëir un newydd. Rhowch ef dim ond pan fyddwch yn sicr pwy sydd yno.";
    }
}
