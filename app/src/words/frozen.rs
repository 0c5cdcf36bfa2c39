//! Words of a published month.

use super::words;

words! {
    /// Words of a published month.
    Frozen {
        draft = "Draft. Not yet published.", "Drafft. Heb ei gyhoeddi eto.";
        draft_means = "These figures can still change.", "Gall y ffigurau hyn newid o hyd.";
        published = "Version {version}, published {date} at {time}.", "Fersiwn {version}, cyhoeddwyd {date} am {time}.";
        frozen = "Frozen: a correction makes version {next}.", "Wedi'i rewi: mae cywiriad yn gwneud fersiwn {next}.";
        older = "Frozen, and corrected since.", "Wedi'i rewi, ac wedi'i gywiro ers hynny.";
        newest = "Read version {version}", "Darllen fersiwn {version}";
        late_one = "One walkthrough reached us after this version was published. It counts in the next version.", "Cyrhaeddodd un daith ni ar ôl i'r fersiwn hon gael ei chyhoeddi. Mae'n cyfrif yn y fersiwn nesaf.";
        late = "{n} walkthroughs reached us after this version was published. They count in the next version.", "Cyrhaeddodd {n} taith ni ar ôl i'r fersiwn hon gael ei chyhoeddi. Maent yn cyfrif yn y fersiwn nesaf.";
        late_before_one = "One walkthrough counted here reached us after the version before this one.", "Cyrhaeddodd un daith a gyfrifir yma ar ôl y fersiwn flaenorol.";
        late_before = "{n} walkthroughs counted here reached us after the version before this one.", "Cyrhaeddodd {n} taith a gyfrifir yma ar ôl y fersiwn flaenorol.";
        and_published = ", published {when}", ", cyhoeddwyd {when}";
        published_label = "Published", "Cyhoeddwyd";
        published_at = "{date} at {time}", "{date} am {time}";
        version_label = "Version", "Fersiwn";
        version_of = "{version} of {newest}, frozen", "{version} o {newest}, wedi'i rewi";
        fingerprint = "Fingerprint", "Ôl bys";
        versions = "Versions", "Fersiynau";
        version_on = "Version {version}, {date}", "Fersiwn {version}, {date}";
        also_in = "Also in", "Hefyd ar gael fel";
        still_there = "{k} of the {n} walkthroughs behind this version can still be opened.", "Mae modd agor {k} o'r {n} taith y tu ôl i'r fersiwn hon o hyd.";
        as_they_are = "Answers are shown as they stand today.", "Dangosir yr atebion fel y maent heddiw.";
        months_as_they_are = "Of the months before, this version keeps how many walkthroughs it counted and not which: they are listed as they are known today, and may be more or fewer.", "O'r misoedd blaenorol, mae'r fersiwn hon yn cadw faint o deithiau a gyfrifodd, nid pa rai: fe'u rhestrir fel y maent yn hysbys heddiw, a gall fod mwy neu lai ohonynt.";
        differs_heading = "These figures differ from version {version}", "Mae'r ffigurau hyn yn wahanol i fersiwn {version}";
        differs_none = "No figure differs from version {version}.", "Nid oes yr un ffigur yn wahanol i fersiwn {version}.";
        differs = "{name}: {now}, was {was}", "{name}: {now}, roedd yn {was}";
        differs_new = "{name}: {now}, was not there", "{name}: {now}, nid oedd yno";
        differs_gone = "{name}: not there any more, was {was}", "{name}: ddim yno mwyach, roedd yn {was}";
        is = "What it is", "Beth yw";
        is_words = "Words", "Geiriau";
        is_bright = "Something that worked", "Rhywbeth a weithiodd";
        is_quote = "A leader agreed to be quoted", "Cytunodd arweinydd i'w ddyfynnu";
        is_commitment = "A commitment, shared by its leader", "Ymrwymiad, wedi'i rannu gan ei arweinydd";
        is_view = "A service team\u{2019}s view", "Barn tîm gwasanaeth";
        is_reason = "Why a service team says \u{201c}not now\u{201d}", "Pam mae tîm gwasanaeth yn dweud \u{201c}nid nawr\u{201d}";
        taken_back_one = "One more was published here and has been taken back.", "Cyhoeddwyd un arall yma ac fe'i tynnwyd yn ôl.";
        taken_back = "{n} more were published here and have been taken back.", "Cyhoeddwyd {n} arall yma ac fe'u tynnwyd yn ôl.";
    }
}
