//! Other systems of the organisation.

use super::words;

words! {
    /// Keys that read, and calls that tell.
    Systems {
        title = "Other systems", "Systemau eraill";
        hint = "Keys that read, and calls that tell", "Allweddi sy'n darllen, a galwadau sy'n dweud";
        lead = "Let other systems of your organisation read how threads stand, or be told when something happens. None of them is given a name of a leader.", "Gadewch i systemau eraill eich sefydliad ddarllen sut mae edafedd yn sefyll, neu gael gwybod pan fydd rhywbeth yn digwydd. Ni roddir enw arweinydd i'r un ohonynt.";
        no_name = "Say what the key is for. Nothing was made, and nothing is lost.", "Dywedwch ar gyfer beth mae'r allwedd. Ni wnaed dim, ac ni chollwyd dim.";
        long_name = "What the key is for takes up to 60 characters. That is {n} too many. Nothing was made, and nothing is lost.", "Hyd at 60 o nodau sydd ar gyfer beth mae'r allwedd. Mae hynny {n} yn ormod. Ni wnaed dim, ac ni chollwyd dim.";
        no_days = "Choose for how long it opens. Nothing was made, and nothing is lost.", "Dewiswch am ba hyd y mae'n agor. Ni wnaed dim, ac ni chollwyd dim.";
        no_service = "There is no such service, or no longer. Choose what it reads. Nothing was made, and nothing is lost.", "Nid oes gwasanaeth o'r fath, neu nid oes mwyach. Dewiswch beth mae'n ei ddarllen. Ni wnaed dim, ac ni chollwyd dim.";
        no_address = "That address cannot be called. It must begin with https:// and lead to a public place. Nothing was added, and nothing is lost.", "Ni ellir galw'r cyfeiriad hwnnw. Rhaid iddo ddechrau gyda https:// ac arwain at le cyhoeddus. Nid ychwanegwyd dim, ac ni chollwyd dim.";
        too_many = "There are too many of these already. End one first. Nothing was made, and nothing is lost.", "Mae gormod o'r rhain eisoes. Rhowch derfyn ar un yn gyntaf. Ni wnaed dim, ac ni chollwyd dim.";
        ended = "What was made with this form before has ended. Send it again to make a new one. Nothing was made now, and nothing is lost.", "Mae'r hyn a wnaed gyda'r ffurflen hon o'r blaen wedi dod i ben. Anfonwch hi eto i wneud un newydd. Ni wnaed dim nawr, ac ni chollwyd dim.";
        key_made = "The key is made", "Mae'r allwedd wedi'i gwneud";
        hook_made = "From now on it is called. This signs each call", "O hyn ymlaen mae'n cael ei galw. Mae hwn yn llofnodi pob galwad";
        once = "Copy it now: it is never shown again.", "Copïwch ef nawr: ni chaiff ei ddangos eto.";
        keys = "Keys", "Allweddi";
        keys_why = "A key reads threads at /api/v1/threads, and changes nothing. It runs out by itself.", "Mae allwedd yn darllen edafedd yn /api/v1/threads, ac nid yw'n newid dim. Mae'n dod i ben ohoni ei hun.";
        name = "What it is for", "Ar gyfer beth";
        reads = "What it reads", "Beth mae'n ei ddarllen";
        everything = "All services", "Pob gwasanaeth";
        opens_for = "How long", "Am ba hyd";
        days = "{n} days", "{n} diwrnod";
        make_key = "Make a key", "Gwneud allwedd";
        end_key = "End the key {name}", "Terfynu'r allwedd {name}";
        until = "until {date}", "tan {date}";
        expired = "has run out", "wedi dod i ben";
        unused = "never used", "heb ei defnyddio erioed";
        used = "used on {date}", "defnyddiwyd ar {date}";
        hooks = "Calls", "Galwadau";
        hooks_why = "An address that is told, with a signature, when a leader saw a risk and when a thread stands differently. What a leader wrote is never in a call.", "Cyfeiriad sy'n cael gwybod, gyda llofnod, pan welodd arweinydd risg a phan fydd edefyn yn sefyll yn wahanol. Nid yw'r hyn a ysgrifennodd arweinydd byth mewn galwad.";
        url = "Address to call", "Cyfeiriad i'w alw";
        url_hint = "It begins with https:// and leads to a public place, never inside your network.", "Mae'n dechrau gyda https:// ac yn arwain at le cyhoeddus, byth y tu mewn i'ch rhwydwaith.";
        add_hook = "Add the address", "Ychwanegu'r cyfeiriad";
        end_hook = "End calls to {name}", "Terfynu galwadau i {name}";
        since = "since {date}", "ers {date}";
        waiting = "{n} not taken yet", "{n} heb eu derbyn eto";
        given_up = "{n} given up, each after {tries} tries; the last on {date}. Look whether the address still answers.", "Rhoddwyd y gorau i {n}, pob un ar ôl {tries} ymgais; yr olaf ar {date}. Gwiriwch a yw'r cyfeiriad yn dal i ateb.";
    }
}
