//! What each figure of a month is called, and what it means.

use super::words;

words! {
    /// What each figure of a month is called, and what it means.
    Figures {
        need_met = "Need met", "Cafwyd yr hyn oedd ei angen";
        need_met_means = "Attempts whose leader answered \u{201c}yes\u{201d} to \u{201c}did I get what I came for?\u{201d}, of all attempts finished in the month; stopped on purpose left out.", "Ymgeisiau lle'r atebodd yr arweinydd \u{201c}do\u{201d} i \u{201c}a ges i'r hyn y des i amdano?\u{201d}, o'r holl ymgeisiau a orffennwyd yn y mis; heb gyfrif y rhai a stopiwyd yn fwriadol.";
        twelve = "Need met, up to 12 months", "Cafwyd yr hyn oedd ei angen, hyd at 12 mis";
        twelve_means = "The same, for this month and up to eleven before it.", "Yr un peth, ar gyfer y mis hwn a hyd at un ar ddeg cyn hynny.";
        did_should = "The service did what it should", "Gwnaeth y gwasanaeth yr hyn y dylai";
        did_should_means = "GDS completion: answers \u{201c}yes\u{201d}, of all who answered. A correct \u{201c}you do not qualify\u{201d} is yes.", "Cwblhad GDS: atebion \u{201c}do\u{201d}, o bawb a atebodd. Mae \u{201c}nid ydych yn gymwys\u{201d} cywir yn \u{201c}do\u{201d}.";
        ease = "Ease (SEQ)", "Rhwyddineb (SEQ)";
        ease_means = "Mean of \u{201c}how difficult or easy was the task to complete?\u{201d}, 1 to 7.", "Cymedr \u{201c}pa mor anodd neu hawdd oedd cwblhau'r dasg?\u{201d}, 1 i 7.";
        satisfaction = "GDS satisfaction", "Boddhad GDS";
        satisfaction_means = "(mean - 1) / 4 x 100 of answers from 1 to 5; given from 20 answers on.", "(cymedr - 1) / 4 x 100 o atebion o 1 i 5; rhoddir o 20 ateb ymlaen.";
        level_means = "How many gave this answer about satisfaction.", "Faint a roddodd yr ateb hwn am foddhad.";
        median = "Median time of those who got through", "Amser canolrifol y rhai a lwyddodd";
        median_means = "Minutes spent, without interruptions, by the middle one of the attempts whose need was met.", "Munudau a dreuliwyd, heb ymyriadau, gan yr un canol o'r ymgeisiau lle cafwyd yr hyn oedd ei angen.";
        shortest = "Shortest time of those who got through", "Amser byrraf y rhai a lwyddodd";
        longest = "Longest time of those who got through", "Amser hiraf y rhai a lwyddodd";
        lost = "Median time of those who did not get through", "Amser canolrifol y rhai na lwyddodd";
        time_means = "Minutes spent, without interruptions.", "Munudau a dreuliwyd, heb ymyriadau.";
        walked_twice = "Leaders who walked twice or more", "Arweinwyr a gerddodd ddwywaith neu fwy";
        walked_twice_means = "Leaders who finished two walkthroughs or more in the month, of all leaders.", "Arweinwyr a orffennodd ddwy daith neu fwy yn y mis, o'r holl arweinwyr.";
        others_means = "Answers to \u{201c}would someone without your advantages have got through?\u{201d}, of all who answered.", "Atebion i \u{201c}a fyddai rhywun heb eich manteision chi wedi llwyddo?\u{201d}, o bawb a atebodd.";
        friction = "Points of friction", "Rhwystrau";
        friction_means = "All friction points felt in the month\u{2019}s walkthroughs, unfinished ones too.", "Pob rhwystr a deimlwyd yn nheithiau'r mis, rhai heb eu gorffen hefyd.";
        severity_means = "Points of friction by what they did to the leader.", "Rhwystrau yn ôl yr hyn a wnaethant i'r arweinydd.";
        severity_not_said = "Severity not said", "Heb ddweud faint";
        category_means = "Points of friction by what got in the way.", "Rhwystrau yn ôl yr hyn oedd yn y ffordd.";
        burden_means = "Points of friction by what they cost people; one can count in more than one.", "Rhwystrau yn ôl yr hyn y maent yn ei gostio i bobl; gall un gyfrif mewn mwy nag un.";
        again = "Made someone contact us again", "Gwnaeth i rywun gysylltu eto";
        again_means = "Failure demand: points of friction that made someone contact us again, of all.", "Galw oherwydd methiant: rhwystrau a wnaeth i rywun gysylltu eto, o'r cyfan.";
        hand_offs = "Got through at another organisation", "Llwyddo mewn sefydliad arall";
        hand_offs_means = "Attempts that got through the step at another organisation, of those that reached one.", "Ymgeisiau a aeth drwy'r cam mewn sefydliad arall, o'r rhai a gyrhaeddodd un.";
        stayed = "Need met without crossing", "Cafwyd yr hyn oedd ei angen heb groesi";
        stayed_means = "Attempts with the need met, of those that reached no other organisation.", "Ymgeisiau lle cafwyd yr hyn oedd ei angen, o'r rhai na chyrhaeddodd sefydliad arall.";
        committed = "Ended with a commitment", "Daeth i ben gydag ymrwymiad";
        committed_means = "Attempts after which the leader promised to do one thing, of all attempts. The words are the leader\u{2019}s own.", "Ymgeisiau lle'r addawodd yr arweinydd wneud un peth, o'r holl ymgeisiau. Eiddo'r arweinydd yw'r geiriau.";
        bright = "Bright spots", "Pethau a weithiodd";
        bright_means = "What leaders noted that worked.", "Yr hyn a nododd arweinwyr oedd wedi gweithio.";
        purpose = "Left out: stopped on purpose", "Heb gyfrif: stopiwyd yn fwriadol";
        purpose_means = "Finished at the safe place, without the need met.", "Gorffennwyd yn y lle diogel, heb gael yr hyn oedd ei angen.";
        unfinished = "Left out: not finished", "Heb gyfrif: heb ei gorffen";
        unfinished_means = "Walkthroughs begun and not finished.", "Teithiau a ddechreuwyd a heb eu gorffen.";
        in_the_way = "{what}: {service}, step {n}", "{what}: {service}, cam {n}";
        in_the_way_means = "Times felt by {leaders} since {date}: {days} open.", "Y tro a deimlwyd gan {leaders} ers {date}: {days} ar agor.";

        key = "Key", "Allwedd";
        count = "Count", "Cyfrif";
        of = "Of", "Allan o";
        percent = "Percent (from 20 on)", "Canran (o 20 ymlaen)";
        date = "Date", "Dyddiad";
        service = "Service", "Gwasanaeth";
        task = "Task", "Tasg";
        counted = "Counted", "Wedi'i chyfrif";
        did = "Did the service do what it should?", "A wnaeth y gwasanaeth yr hyn y dylai?";
        met = "Did I get what I came for?", "A ges i'r hyn y des i amdano?";
        why_not = "Why not", "Pam ddim";
        ease_short = "Ease (1 to 7)", "Rhwyddineb (1 i 7)";
        satisfaction_short = "Satisfaction (1 to 5)", "Boddhad (1 i 5)";
        others = "Would others have got through?", "A fyddai eraill wedi llwyddo?";
        minutes = "Minutes", "Munudau";
        frictions = "Points of friction", "Rhwystrau";
        other_organisation = "Other organisation", "Sefydliad arall";
        through = "Got through there", "Llwyddo yno";
        walk = "Walkthrough", "Taith";
    }
}
