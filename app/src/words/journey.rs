//! The journey map of a task.

use super::words;

words! {
    /// The journey map of a task.
    Journey {
        journeys = "Journeys", "Mapiau taith";
        journeys_lead = "Each task at your services, drawn from the walkthroughs themselves: how each step felt, how long it took, what got in the way and where people stopped.", "Pob tasg yn eich gwasanaethau, wedi'i thynnu o'r teithiau eu hunain: sut deimlad oedd pob cam, faint o amser a gymerodd, beth oedd yn rhwystr a ble y stopiodd pobl.";
        to_journey = "The journey map of this task", "Map taith y dasg hon";
        title = "{task}: journey map", "{task}: map taith";
        no_tasks = "No tasks at your services yet", "Dim tasgau yn eich gwasanaethau eto";
        no_tasks_why = "When tasks are set up for a service you answer for, they are listed here.", "Pan fydd tasgau wedi'u gosod ar gyfer gwasanaeth rydych yn ateb drosto, byddant wedi'u rhestru yma.";
        walks_none = "No walkthroughs yet", "Dim teithiau eto";
        walk_one = "1 walkthrough", "1 daith";
        walks_n = "{n} walkthroughs", "{n} taith";
        last_walked = "the last {date}", "yr olaf {date}";
        open_one = "1 not finished yet", "1 heb ei gorffen eto";
        open_n = "{n} not finished yet", "{n} heb eu gorffen eto";
        purpose_one = "1 stopped on purpose at the safe place", "1 wedi stopio'n fwriadol yn y lle diogel";
        purpose_n = "{n} stopped on purpose at the safe place", "{n} wedi stopio'n fwriadol yn y lle diogel";

        between = "{from} to {to}", "{from} i {to}";
        on_day = "on {from}", "ar {from}";
        since = "from {from}", "o {from}";
        until = "up to {to}", "hyd at {to}";
        met = "{k_of_n} got what they came for", "Cafodd {k_of_n} yr hyn y daethant amdano";
        met_percent = "{k_of_n} ({percent}\u{a0}%) got what they came for", "Cafodd {k_of_n} ({percent}\u{a0}%) yr hyn y daethant amdano";
        evidence = "The walkthroughs", "Y teithiau";

        which_days = "Which walkthroughs", "Pa deithiau";
        from = "From", "O";
        to = "Up to and with", "Hyd at, gan gynnwys";
        split = "Something changed on", "Newidiodd rhywbeth ar";
        split_hint = "Then the map shows the days before that day and those from it on, beside each other. Leave a day empty to show everything.", "Yna mae'r map yn dangos y dyddiau cyn y diwrnod hwnnw a'r rhai ohono ymlaen, ochr yn ochr. Gadewch ddiwrnod yn wag i ddangos popeth.";
        show = "Show", "Dangos";
        everything = "Show everything", "Dangos popeth";
        odd_day = "One of the days is not a day between 2000 and 2199, and was left out.", "Nid yw un o'r dyddiau yn ddiwrnod rhwng 2000 a 2199, ac fe'i hepgorwyd.";
        to_come = "These days are still to come.", "Mae'r dyddiau hyn eto i ddod.";

        before = "Before {date}", "Cyn {date}";
        after = "From {date}", "O {date}";
        side = "{which}: {walks}", "{which}: {walks}";

        map = "The map, step by step. It can be scrolled sideways.", "Y map, gam wrth gam. Gellir ei sgrolio i'r ochr.";
        steps = "Steps", "Camau";
        run_by = "Run by", "Dan ofal";
        how_it_felt = "How it felt", "Sut deimlad oedd";
        said_n = "{n} said", "{n} wedi dweud";
        mood_between = "Between {low} and {high}", "Rhwng {low} a {high}";
        nobody_said = "Nobody said", "Neb wedi dweud";
        lowest = "Lowest point", "Man isaf";
        line_few = "Each line is one walkthrough. There are too few for a middle.", "Un daith yw pob llinell. Mae rhy ychydig i gael canol.";
        line_each = "Thick line: the middle feeling, from three on. Thin lines: each walkthrough. A bar marks where a walkthrough stopped.", "Llinell drwchus: y teimlad canol, o dri ymlaen. Llinellau tenau: pob taith. Mae bar yn nodi lle stopiodd taith.";
        line_band = "Line: the middle feeling, from three on. The band holds the middle half of the walkthroughs.", "Llinell: y teimlad canol, o dri ymlaen. Mae'r band yn dal hanner canol y teithiau.";
        line_sides = "Each line is the middle feeling, from three walkthroughs on. Dashed with hollow circles: {before}. Solid with filled circles: {after}.", "Y teimlad canol yw pob llinell, o dair taith ymlaen. Toredig gyda chylchoedd gwag: {before}. Solet gyda chylchoedd llawn: {after}.";
        line_single = "Where a side has fewer than three, each thin line is one walkthrough.", "Lle mae llai na thair ar un ochr, un daith yw pob llinell denau.";
        line_said = "How each step felt: {steps}.", "Sut deimlad oedd pob cam: {steps}.";
        still_going = "Still going", "Yn dal i fynd";
        began_later = "A re-walk counts from the step it begins at.", "Mae ailgerdded yn cyfrif o'r cam lle mae'n dechrau.";
        stopped_n = "{n} stopped", "{n} wedi stopio";
        ended_n = "{n} ended here", "{n} wedi gorffen yma";
        left_open_n = "{n} not finished", "{n} heb orffen";
        time = "Time, minutes and seconds", "Amser, munudau ac eiliadau";
        time_hint = "The middle of those who got past, and how they ranged.", "Canol y rhai aeth heibio, a'r ystod.";
        time_range = "{from} to {to}", "{from} i {to}";
        time_half = "half took {from} to {to}", "hanner rhwng {from} a {to}";
        time_n = "{n} got past", "{n} wedi mynd heibio";
        nobody_past = "Nobody got past", "Neb wedi mynd heibio";
        friction = "Friction", "Rhwystr";
        friction_none = "No friction was felt.", "Ni theimlwyd unrhyw rwystr.";
        friction_one = "1 point. The number is how many times it was felt.", "1 pwynt. Y rhif yw sawl gwaith y'i teimlwyd.";
        friction_n = "{n} points. The number is how many times it was felt; a stronger colour is more often.", "{n} pwynt. Y rhif yw sawl gwaith y'i teimlwyd; lliw cryfach yw'n amlach.";
        friction_sides = "The number is how many walkthroughs felt it, of those that got there; a stronger colour is more often.", "Y rhif yw faint o deithiau a'i teimlodd, o'r rhai a gyrhaeddodd yno; lliw cryfach yw'n amlach.";
        not_said = "How bad was not said", "Ni ddywedwyd pa mor wael";
        kinds = "What got in the way", "Beth oedd yn rhwystr";
        kinds_most = "The five felt most. All are in the table.", "Y pump a deimlwyd amlaf. Mae pob un yn y tabl.";
        bright = "What worked", "Beth weithiodd";
        bright_whole = "Of the whole journey", "Am y daith gyfan";
        words_heard = "In their words", "Yn eu geiriau nhw";
        heard_few = "Up to three for each step: what stopped them first, then the newest. Open one to read it whole.", "Hyd at dri i bob cam: beth a'u stopiodd yn gyntaf, yna'r diweddaraf. Agorwch un i'w ddarllen yn gyfan.";
        themselves = "The walkthroughs themselves", "Y teithiau eu hunain";

        as_table = "As a table", "Fel tabl";
        table = "{what}, as a table. It can be scrolled sideways.", "{what}, fel tabl. Gellir ei sgrolio i'r ochr.";
        step = "Step", "Cam";
        got_here = "Got here", "Cyrraedd yma";
        through = "To the end", "I'r pen";
        stopped = "Stopped", "Stopio";
        ended = "Ended here", "Gorffen yma";
        left_open = "Not finished", "Heb orffen";
        feeling = "Middle feeling, -2 to 2", "Teimlad canol, -2 i 2";
        feeling_n = "Said how it felt", "Dywedodd sut deimlad oedd";
        time_middle = "Middle time of those past", "Amser canol y rhai aeth heibio";
        time_ends = "Shortest to longest", "Byrraf i hwyaf";
        time_past = "Past, timed", "Heibio, wedi'u hamseru";
        time_lost = "Time of those stopped", "Amser y rhai a stopiodd";
        all = "All steps", "Pob cam";
        kind = "Kind", "Math";

        which_reached = "Got there", "Cyrraedd yno";
        which_stopped = "Stopped", "Stopio";
        which_ended = "Ended there, not stuck", "Gorffen yno, heb fod yn sownd";
        which_open = "Not finished yet", "Heb eu gorffen eto";
        which_mood = "Said how it felt", "Dywedodd sut deimlad oedd";
        which_past = "Got past", "Mynd heibio";
        which_felt = "Felt friction", "Teimlo rhwystr";
        which_bright = "Noted what worked", "Nodi beth weithiodd";
        which_met = "Got what they came for", "Cael yr hyn y daethant amdano";
        which_counts = "Finished, and not stopped on purpose", "Wedi gorffen, a heb stopio'n fwriadol";
        which_purpose = "Stopped on purpose at the safe place", "Stopio'n fwriadol yn y lle diogel";
        which_all = "All walkthroughs", "Pob taith";
        at_step = "step {n}, {name}", "cam {n}, {name}";
        back = "Back to the map", "Yn ôl i'r map";
        newest = "The newest {k} of {n} are listed.", "Rhestrir y {k} diweddaraf o {n}.";
        nobody_named = "A journey names nobody.", "Nid yw taith yn enwi neb.";
        when = "When", "Pryd";
        outcome = "Outcome", "Canlyniad";
        got_to = "Got to", "Cyrraedd";
        time_spent = "Time spent", "Amser a dreuliwyd";
        friction_points = "Friction points", "Rhwystrau";
        not_finished = "Not finished yet", "Heb ei gorffen eto";
        outcome_not_said = "Outcome not said", "Ni nodwyd y canlyniad";
    }
}
