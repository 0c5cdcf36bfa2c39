//! The inbox of threads.

use super::words;

words! {
    /// The inbox of threads.
    Inbox {
        choose_why = "What wants your team comes first. Each line is what leaders felt at your services, on their own phones, put together where it is the same.", "Yr hyn sydd angen eich tîm sy'n dod gyntaf. Mae pob llinell yn rhywbeth a deimlodd arweinwyr yn eich gwasanaethau, ar eu ffonau eu hunain, wedi'i roi ynghyd lle mae'r un peth.";
        calls = "For your team now", "I'ch tîm nawr";
        hand = "In hand", "Ar waith";
        settled = "Settled", "Wedi'i setlo";
        withdrawn = "Taken back", "Wedi'i dynnu'n ôl";
        once = "{felt}, {date}.", "{felt}, {date}.";
        none_waits = "Nothing waits here", "Does dim yn aros yma";
        none_waits_why = "Everything felt at your services is settled, or was taken back.", "Mae popeth a deimlwyd yn eich gwasanaethau wedi'i setlo, neu wedi'i dynnu'n ôl.";
        none_found = "Those words were not found", "Ni chafwyd hyd i'r geiriau hynny";
        none_found_why = "Search looks in what leaders wrote at your services, and in the names of tasks. Fewer words, or only the beginning of one, find more.", "Mae'r chwiliad yn edrych yn yr hyn a ysgrifennodd arweinwyr yn eich gwasanaethau, ac yn enwau tasgau. Mae llai o eiriau, neu ddechrau gair yn unig, yn dod o hyd i fwy.";
        cut = "Those words are in very much. Only the newest 3,000 times were looked at; another word finds less.", "Mae'r geiriau hynny mewn llawer iawn. Dim ond y 3,000 tro diweddaraf a edrychwyd arnynt; mae gair arall yn dod o hyd i lai.";
        first_page = "Back to the beginning", "Yn ôl i'r dechrau";
        next_page = "Show more", "Dangos mwy";

        tick = "Take along: {what}", "Mynd gydag: {what}";
        bulk = "Do the same for several", "Gwneud yr un peth i sawl un";
        bulk_why = "Tick the lines it is for, then choose.", "Ticiwch y llinellau y mae ar eu cyfer, yna dewiswch.";
        bulk_seen = "Mark as seen", "Nodi fel wedi'u gweld";
        bulk_text = "What your team says of them", "Beth mae eich tîm yn ei ddweud amdanynt";
        bulk_text_why = "One text for all that are ticked. Speak of the service, not of people. For not now, the leaders who felt it read it on their phones.", "Un testun i bob un sydd wedi'i dicio. Soniwch am y gwasanaeth, nid am bobl. Ar gyfer nid nawr, bydd yr arweinwyr a'i teimlodd yn ei ddarllen ar eu ffonau.";
        bulk_explain = "Explain", "Egluro";
        bulk_day = "Not now: the day you will look again", "Nid nawr: y diwrnod y byddwch yn edrych eto";
        bulk_not_now = "Not now", "Nid nawr";
        bulk_moved = "Colleagues put some of these together with others meanwhile, of which your team has said something already. Nothing was done, and nothing is lost: look at what is ticked now, and choose again if it still fits.", "Rhoddodd cydweithwyr rai o'r rhain gydag eraill yn y cyfamser, y mae eich tîm eisoes wedi dweud rhywbeth amdanynt. Ni wnaed dim, ac ni chollwyd dim: edrychwch ar yr hyn sydd wedi'i dicio nawr, a dewiswch eto os yw'n dal i fod yn briodol.";
        bulk_not_here = "Not everything that was ticked is with your services, or no longer is. Nothing was done, and nothing is lost: look at what is ticked now, and choose again if it still fits.", "Nid yw popeth a diciwyd gyda'ch gwasanaethau, neu nid yw mwyach. Ni wnaed dim, ac ni chollwyd dim: edrychwch ar yr hyn sydd wedi'i dicio nawr, a dewiswch eto os yw'n dal i fod yn briodol.";
        bulk_none = "Tick at least one line. Nothing was done.", "Ticiwch o leiaf un llinell. Ni wnaed dim.";
        bulk_no_text = "Say why in your own words. Nothing was done, and nothing is lost.", "Dywedwch pam yn eich geiriau eich hun. Ni wnaed dim, ac ni chollwyd dim.";
        done = "Done for {n}.", "Wedi'i wneud i {n}.";
        done_one = "Done for one.", "Wedi'i wneud i un.";

        news = "{n} new. Show them", "{n} newydd. Eu dangos";
        news_one = "One new. Show it", "Un newydd. Ei ddangos";
        keys = "Keys for this page", "Bysellau ar gyfer y dudalen hon";
        keys_on = "Use these keys", "Defnyddio'r bysellau hyn";
        key_next = "The next line", "Y llinell nesaf";
        key_before = "The line before", "Y llinell flaenorol";
        key_tick = "Tick the line, or take the tick away", "Ticio'r llinell, neu dynnu'r tic";
        key_open = "Open the line", "Agor y llinell";
        key_search = "Search", "Chwilio";
        key_help = "Show these keys", "Dangos y bysellau hyn";

        views = "Views you keep", "Golygon rydych yn eu cadw";
        view_keep = "Keep this view", "Cadw'r olwg hon";
        view_name = "What you call it", "Beth rydych yn ei galw";
        view_do = "Keep", "Cadw";
        view_drop = "Let go of this view", "Gollwng yr olwg hon";
        view_drop_named = "Let go of the view {name}", "Gollwng yr olwg {name}";

        search = "Search in what was felt", "Chwilio yn yr hyn a deimlwyd";
        search_hint = "Words someone wrote", "Geiriau a ysgrifennodd rhywun";
        search_do = "Search", "Chwilio";
        filter = "Filter and sort", "Hidlo a threfnu";
        shown = "Shown", "Yn cael ei ddangos";
        without = "{what}: show the others too", "{what}: dangos y lleill hefyd";
        sort = "First comes", "Yn gyntaf daw";
        sort_hurts = "What hurts most", "Yr hyn sy'n brifo fwyaf";
        sort_newest = "What was felt last", "Yr hyn a deimlwyd ddiwethaf";
        sort_waiting = "What has waited longest", "Yr hyn sydd wedi aros hiraf";
        state = "How it stands", "Sut mae'n sefyll";
        task = "Task", "Tasg";
        all_tasks = "All tasks", "Pob tasg";
        service = "Service", "Gwasanaeth";
        category = "What got in the way", "Beth oedd yn rhwystro";
        all_categories = "Anything", "Unrhyw beth";
        severity = "At its worst", "Ar ei waethaf";
        any_severity = "However bad", "Pa mor wael bynnag";
        only_risk = "Someone could be harmed", "Gallai rhywun gael niwed";
        only_unseen = "Not looked at yet", "Heb edrych arno eto";
        show = "Show", "Dangos";
    }
}
