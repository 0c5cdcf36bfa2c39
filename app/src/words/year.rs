//! A leader's own walks over time.

use super::words;

words! {
    /// A leader's own walks over time: for nobody else's eyes.
    Year {
        title = "Your walks over time", "Eich teithiau dros amser";
        title_year = "Your walks in {year}", "Eich teithiau yn {year}";
        hint = "What they led to, beside what you wrote for yourself. Only for you.", "I beth yr arweiniodd y rhain, ochr yn ochr â'r hyn a ysgrifennoch i chi'ch hun. I chi yn unig.";
        only_you = "Only you can open this page.", "Dim ond chi all agor y dudalen hon.";

        walked = "You have walked {n} times since {month}", "Rydych chi wedi cerdded {n} o weithiau ers mis {month}";
        walked_once = "You have walked once, in {month}", "Rydych chi wedi cerdded unwaith, ym mis {month}";
        walked_in = "In {year} you walked {n} times", "Yn {year} fe gerddoch {n} o weithiau";
        walked_once_in = "In {year} you walked once", "Yn {year} fe gerddoch unwaith";
        in_one_service = "in one service", "mewn un gwasanaeth";
        in_services = "in {n} services", "mewn {n} o wasanaethau";
        nothing = "You have not walked yet", "Nid ydych wedi cerdded eto";
        nothing_why = "Each of your walks comes here with what it led to.", "Daw pob un o'ch teithiau yma gyda'r hyn yr arweiniodd ato.";
        nothing_in = "No walk of yours is here for {year}.", "Nid oes taith o'ch eiddo yma ar gyfer {year}.";
        go = "Choose a walk", "Dewis taith";
        years = "Years", "Blynyddoedd";
        all_years = "All years", "Pob blwyddyn";

        months = "Month by month", "Fis wrth fis";
        months_said = "Your walks month by month, a circle for each. The table below says the same.", "Eich teithiau fis wrth fis, cylch ar gyfer pob un. Mae'r tabl isod yn dweud yr un peth.";
        month = "Month", "Mis";
        walks = "Walks", "Teithiau";
        months_walked = "The months in which you walked", "Y misoedd y buoch yn cerdded";

        one_by_one = "Walk by walk", "Taith wrth daith";
        newest_first = "The newest first.", "Y diweddaraf yn gyntaf.";
        page_of = "Page {k} of {n}", "Tudalen {k} o {n}";
        newer = "Newer walks", "Teithiau mwy newydd";
        older = "Older walks", "Teithiau hŷn";
        unfinished = "Not finished", "Heb ei gorffen";
        again = "You walked it again: {held}.", "Fe'i cerddoch eto: {held}.";
        felt = "What it felt like", "Sut roedd yn teimlo";
        worked = "What worked", "Beth weithiodd";
        led_to = "What it led to", "I beth yr arweiniodd";
        led_to_nothing = "You put no friction on this walk.", "Ni nodoch unrhyw rwystr ar y daith hon.";
        at_step = "at {step}", "wrth {step}";
        one_reply = "One reply.", "Un ateb.";
        replies = "{n} replies.", "{n} o atebion.";
        open = "Open this walk and its replies", "Agor y daith hon a'i hatebion";
        open_which = "Open this walk and its replies: {walk}", "Agor y daith hon a'i hatebion: {walk}";
        yours = "What you wrote for yourself", "Yr hyn a ysgrifennoch i chi'ch hun";
        nothing_of_yours = "Nothing of this walk is here.", "Nid oes dim o'r daith hon yma.";
        shared = "You share it with {n}.", "Rydych yn ei rannu â {n}.";
        on_phone = "Reflections that are only on your phone are not shown here.", "Nid yw myfyrdodau sydd ar eich ffôn yn unig i'w gweld yma.";
    }
}
