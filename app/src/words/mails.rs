//! Mail: choosing it, and what it says.

use super::words;

words! {
    /// Mail to members of service teams.
    Mails {
        title = "Mail and calendar", "E-bost a chalendr";
        hint = "What waits, and what is published", "Yr hyn sy'n aros, a'r hyn a gyhoeddir";
        lead = "Firsthand can write to you when something waits at your services.", "Gall Firsthand ysgrifennu atoch pan fydd rhywbeth yn aros yn eich gwasanaethau.";
        lead_board = "Firsthand can write to you when a month is published.", "Gall Firsthand ysgrifennu atoch pan gyhoeddir mis.";
        not_here = "This installation sends no mail. Whoever runs it can set it up.", "Nid yw'r gosodiad hwn yn anfon e-bost. Gall pwy bynnag sy'n ei redeg ei drefnu.";
        address = "Your e-mail address", "Eich cyfeiriad e-bost";
        address_hint = "Only for these messages, never for signing in. Leave it empty to get none.", "Ar gyfer y negeseuon hyn yn unig, byth ar gyfer mewngofnodi. Gadewch yn wag i beidio â chael dim.";
        no_address = "That is not an e-mail address", "Nid cyfeiriad e-bost yw hwnnw";
        too_often = "Several such messages were sent for you today. Try again tomorrow", "Anfonwyd sawl neges o'r fath ar eich rhan heddiw. Rhowch gynnig arall arni yfory";
        alerts = "Risks", "Risgiau";
        alerts_yes = "Write to me at once when a leader saw a risk", "Ysgrifennwch ataf ar unwaith pan welodd arweinydd risg";
        alerts_hint = "Somebody could be harmed, or left without help.", "Gallai rhywun gael niwed, neu gael ei adael heb gymorth.";
        digest = "What waits", "Yr hyn sy'n aros";
        weekly = "On Monday mornings", "Ar fore Llun";
        weekly_hint = "Once a week, when anything waits", "Unwaith yr wythnos, pan fydd rhywbeth yn aros";
        daily = "Every morning", "Bob bore";
        daily_hint = "Once a day, when anything waits", "Unwaith y dydd, pan fydd rhywbeth yn aros";
        none = "Not at all", "Dim o gwbl";
        none_hint = "The inbox has it all the same", "Mae'r cyfan yn y mewnflwch beth bynnag";
        holds = "Messages hold counts and links. What a leader wrote is never in them.", "Mae negeseuon yn cynnwys cyfrifon a dolenni. Nid yw'r hyn a ysgrifennodd arweinydd byth ynddynt.";
        save = "Save choices", "Cadw'r dewisiadau";
        saved = "Saved.", "Wedi'i gadw.";
        unconfirmed = "We wrote to {address}. Open that message and say that the address is right: nothing else is sent before.", "Rydym wedi ysgrifennu at {address}. Agorwch y neges honno a dywedwch fod y cyfeiriad yn gywir: ni anfonir dim arall cyn hynny.";
        again = "Send that message again", "Anfon y neges honno eto";
        sent_again = "It is sent again. Look among unwanted messages, too.", "Mae'n cael ei hanfon eto. Edrychwch ymhlith y negeseuon diangen hefyd.";
        trouble = "Messages to {address} could not be delivered so far. Look whether the address is right.", "Ni ellid danfon negeseuon i {address} hyd yn hyn. Gwiriwch fod y cyfeiriad yn gywir.";

        calendar = "Calendar", "Calendr";
        calendar_why = "The days your team set itself, in your own calendar program: what is due, and what is planned. Whoever has the address sees them, without signing in, so keep it to yourself.", "Y dyddiau a osododd eich tîm iddo'i hun, yn eich rhaglen galendr eich hun: yr hyn sydd i'w wneud, a'r hyn sydd wedi'i gynllunio. Mae pwy bynnag sydd â'r cyfeiriad yn eu gweld, heb fewngofnodi, felly cadwch ef i chi'ch hun.";
        calendar_once = "Copy this address into your calendar program now: it is never shown again.", "Copïwch y cyfeiriad hwn i'ch rhaglen galendr nawr: ni chaiff ei ddangos eto.";
        calendar_make = "Make an address", "Gwneud cyfeiriad";
        calendar_again = "Make another address, and end this one", "Gwneud cyfeiriad arall, a therfynu hwn";
        calendar_ends = "There is an address already. If you make another, the address you have now ends, and calendar programs that read it show nothing new.", "Mae cyfeiriad eisoes. Os gwnewch un arall, daw'r cyfeiriad sydd gennych nawr i ben, ac ni fydd rhaglenni calendr sy'n ei ddarllen yn dangos dim byd newydd.";
        calendar_meanwhile = "Another address was made since this page was opened. It still works, and nothing was changed.", "Crëwyd cyfeiriad arall ers agor y dudalen hon. Mae'n dal i weithio, ac ni newidiwyd dim.";
        calendar_ended = "An address was made since this form was opened, and has ended. It stays ended, and nothing was changed. Press the button again to make a new one.", "Crëwyd cyfeiriad ers agor y ffurflen hon, ac mae wedi dod i ben. Mae'n aros felly, ac ni newidiwyd dim. Pwyswch y botwm eto i wneud un newydd.";
        calendar_end = "End the address", "Terfynu'r cyfeiriad";
        calendar_due = "Due: {what}", "I'w wneud: {what}";
        calendar_planned = "Planned change: {what}", "Newid wedi'i gynllunio: {what}";

        answer_title = "Mail from Firsthand", "E-bost gan Firsthand";
        answer_new = "Somebody asked Firsthand to write to {address}. Is that right?", "Gofynnodd rhywun i Firsthand ysgrifennu at {address}. A yw hynny'n gywir?";
        answer_known = "Firsthand writes to {address}.", "Mae Firsthand yn ysgrifennu at {address}.";
        right = "Yes, write to me there", "Ydy, ysgrifennwch ataf yno";
        stop = "Send me nothing more", "Peidiwch ag anfon dim mwy ataf";
        stopped = "Nothing more is sent there", "Ni anfonir dim mwy yno";
        stopped_why = "The address is forgotten. You can give it again at any time on your own page.", "Mae'r cyfeiriad wedi'i anghofio. Gallwch ei roi eto unrhyw bryd ar eich tudalen eich hun.";
        confirmed = "Thank you", "Diolch";
        confirmed_why = "From now on Firsthand writes to you there, about what you chose.", "O hyn ymlaen mae Firsthand yn ysgrifennu atoch yno, am yr hyn a ddewisoch.";

        confirm_subject = "Is this address right?", "A yw'r cyfeiriad hwn yn gywir?";
        confirm_body = "Somebody asked Firsthand to write to this address when something waits at their services. If that was you, open this address and say so:\n\n{link}\n\nIf it was not, do nothing: nothing else is sent.", "Gofynnodd rhywun i Firsthand ysgrifennu at y cyfeiriad hwn pan fydd rhywbeth yn aros yn eu gwasanaethau. Os mai chi oedd hynny, agorwch y cyfeiriad hwn a dywedwch hynny:\n\n{link}\n\nOs nad chi, peidiwch â gwneud dim: ni anfonir dim arall.";
        risk_subject = "A leader saw a risk: {service}", "Gwelodd arweinydd risg: {service}";
        risk_body = "A leader who walked through {service} saw a risk: somebody could be harmed, or left without help. What they noted is here, after signing in:\n\n{link}", "Gwelodd arweinydd a gerddodd drwy {service} risg: gallai rhywun gael niwed, neu gael ei adael heb gymorth. Mae'r hyn a nodwyd yma, ar ôl mewngofnodi:\n\n{link}";
        digest_subject = "What waits at your services", "Yr hyn sy'n aros yn eich gwasanaethau";
        digest_felt_day = "Threads felt since yesterday: {n}", "Edafedd a deimlwyd ers ddoe: {n}";
        digest_felt_week = "Threads felt within the last week: {n}", "Edafedd a deimlwyd yn ystod yr wythnos ddiwethaf: {n}";
        digest_new = "Not looked at yet: {n}", "Heb edrych arnynt eto: {n}";
        digest_back = "Come back from a re-walk, because it did not hold or only in part: {n}", "Wedi dod yn ôl o ailgerdded, am na wnaeth ddal neu mewn rhan yn unig: {n}";
        digest_due = "Due within a week, or overdue: {n}", "I'w gwneud o fewn wythnos, neu'n hwyr: {n}";
        digest_link = "The inbox, after signing in:\n\n{link}", "Y mewnflwch, ar ôl mewngofnodi:\n\n{link}";
        months = "The month", "Y mis";
        months_yes = "Write to me when a month is published", "Ysgrifennwch ataf pan gyhoeddir mis";
        months_hint = "With the month's outcome and the way to its page.", "Gyda chanlyniad y mis a'r ffordd i'w dudalen.";
        month_subject = "{month} is published", "Mae {month} wedi'i gyhoeddi";
        month_again_subject = "{month} was corrected: version {version}", "Cywirwyd {month}: fersiwn {version}";
        month_met = "{k_of_n} attempts got what they came for.", "Cafodd {k_of_n} ymgais yr hyn yr oedd ei angen.";
        month_fingerprint = "Fingerprint: {fingerprint}", "Ôl bys: {fingerprint}";
        month_link = "The month, after signing in:\n\n{link}", "Y mis, ar ôl mewngofnodi:\n\n{link}";
        footer = "You get this because you asked for it. Choose what you get, or end it:\n{stop}", "Rydych yn cael hwn am i chi ofyn amdano. Dewiswch beth a gewch, neu rhowch derfyn arno:\n{stop}";
    }
}
