//! What a board reads of changes, of earlier months, and of how both are counted.

use super::words;

words! {
    /// What a board reads of changes, of earlier months, and of how both are counted.
    Changed {
        heading = "{changed} changed, {confirmed} confirmed", "{changed} wedi'u newid, {confirmed} wedi'u cadarnhau";
        means = "Changed: the service team says so. Confirmed: somebody walked it again, and it held.", "Wedi'i newid: y tîm gwasanaeth sy'n dweud hynny. Wedi'i gadarnhau: cerddodd rhywun y daith eto, ac fe ddaliodd.";
        none = "Nothing was changed or walked again in {month}.", "Ni newidiwyd dim ac ni cherddwyd dim eto ym mis {month}.";
        sums = "{half} half fixed, {not} not fixed, {waiting} waiting for a re-walk.", "{half} wedi'u hanner trwsio, {not} heb eu trwsio, {waiting} yn aros am ailgerdded.";
        waits = "Waiting for a re-walk", "Yn aros am ailgerdded";
        in_days = "Felt to confirmed: {days}", "O'i deimlo i'w gadarnhau: {days}";
        more = "And {n} more", "A {n} arall";
        rewalks = "The re-walks of {month}", "Ailgerddediadau mis {month}";
        which_rewalk = "Walked again after a change", "Cerddwyd eto ar ôl newid";
        which_begun = "All begun, unfinished ones too", "Pob un a ddechreuwyd, rhai heb eu gorffen hefyd";

        days_heading = "{days} from felt to confirmed", "{days} o'i deimlo i'w gadarnhau";
        days_none = "Nothing was confirmed, so there are no days to give", "Ni chadarnhawyd dim, felly does dim diwrnodau i'w rhoi";
        days_one = "The one that was confirmed.", "Yr un a gadarnhawyd.";
        days_middle = "The middle one of the {n} confirmed, from {shortest} to {longest}.", "Yr un canol o'r {n} a gadarnhawyd, o {shortest} i {longest}.";
        days_said = "{n} changes, whole days from felt to confirmed: {days}.", "{n} newid, diwrnodau cyfan o'i deimlo i'w gadarnhau: {days}.";
        days_column = "Days", "Diwrnodau";
        longest = "Open longest: {what}, {place}. {days} so far. {state}.", "Ar agor hiraf: {what}, {place}. {days} hyd yn hyn. {state}.";

        planned_for = "For {day}", "Erbyn {day}";
        not_before = "Not before {day}", "Ddim cyn {day}";
        reason = "Reason: {why}", "Rheswm: {why}";
        stands = "How it stands", "Sut mae'n sefyll";
        taken_back = "These words were taken back.", "Tynnwyd y geiriau hyn yn ôl.";

        in_month = "In {month}: {what}.", "Ym mis {month}: {what}.";
        in_month_last_year = "In {month} last year: {what}.", "Ym mis {month} y llynedd: {what}.";
        nobody_through = "nobody got through", "ni lwyddodd neb";
        half_took = "half took {length} or longer", "cymerodd hanner {length} neu fwy";
        points = "{n} points of friction", "{n} o rwystrau";
        point = "1 point of friction", "1 rhwystr";
        nothing_before = "Nothing was walked before {month}, so there is nothing to compare it with.", "Ni cherddwyd dim cyn {month}, felly does dim i'w gymharu ag ef.";
        no_year_ago = "Nothing was walked yet in {month}, so there is no year to look back on.", "Ni cherddwyd dim eto ym mis {month}, felly does dim blwyddyn i edrych yn ôl arni.";

        completed = "{k_of_n} completed", "Cwblhawyd {k_of_n}";
        completed_means = "The service did what it should, of all that were begun, unfinished ones too.", "Gwnaeth y gwasanaeth yr hyn y dylai, o bob un a ddechreuwyd, rhai heb eu gorffen hefyd.";
        completed_running = "The service did what it should, of those that were finished. Unfinished ones count once the month is over.", "Gwnaeth y gwasanaeth yr hyn y dylai, o'r rhai a orffennwyd. Bydd rhai heb eu gorffen yn cyfrif unwaith y bydd y mis ar ben.";
        shared = "What some of them say, in the words their leaders share:", "Yr hyn mae rhai ohonynt yn ei ddweud, yn y geiriau mae eu harweinwyr yn eu rhannu:";
        shared_heading = "Commitments, in the words their leaders share", "Ymrwymiadau, yn y geiriau mae eu harweinwyr yn eu rhannu";
        begun = "Those begun", "Y rhai a ddechreuwyd";
        kept = "Of the commitments made in 12 months, {k_of_n} were kept.", "O'r ymrwymiadau a wnaed mewn 12 mis, cadwyd {k_of_n}.";

        every_month = "All {n} months as a table", "Y {n} mis i gyd fel tabl";
        walks_finished = "Walkthroughs finished", "Teithiau a orffennwyd";
        leaders = "Leaders", "Arweinwyr";
        minutes = "Minutes", "Munudau";
        answer = "Answer", "Ateb";
        times = "How many", "Faint";

        how_period = "The month is from {first} 00:00 to {last} 24:00, {zone}. Every moment is in one month.", "Mae'r mis o {first} 00:00 i {last} 24:00, {zone}. Mae pob eiliad mewn un mis.";
        how_completed = "Completed is the GDS completion rate: the service did what it should, a correct \u{201c}you do not qualify\u{201d} included, of all walkthroughs begun. One that was not finished by the end of the month did not complete.", "Cwblhau yw cyfradd gwblhau GDS: gwnaeth y gwasanaeth yr hyn y dylai, gan gynnwys \u{201c}nid ydych yn gymwys\u{201d} cywir, o bob taith a ddechreuwyd. Ni chwblhawyd un na orffennwyd erbyn diwedd y mis.";
        how_changed = "Changed is what a service team said in the month. Only a re-walk after the change confirms it; friction felt again makes it not fixed. All of it stands here as it stood when the month ended. Days are whole days from the first time it was felt.", "Wedi'i newid yw'r hyn a ddywedodd tîm gwasanaeth yn y mis. Dim ond ailgerdded ar ôl y newid sy'n ei gadarnhau; mae rhwystr a deimlir eto yn golygu nad yw wedi'i drwsio. Mae'r cyfan yn sefyll yma fel yr oedd pan ddaeth y mis i ben. Diwrnodau cyfan yw'r diwrnodau, o'r tro cyntaf y'i teimlwyd.";
        how_kept = "Whether a commitment was kept is what the leader who made it says.", "Yr arweinydd a wnaeth ymrwymiad sy'n dweud a gafodd ei gadw.";
        how_quotes = "Words from notes of friction, and of commitments, stand here only when whoever wrote them agreed to it.", "Dim ond pan gytunodd yr awdur y saif geiriau o nodiadau am rwystrau, a geiriau ymrwymiadau, yma.";
        how_compared = "Earlier months are counted by the same rules. No organisation is compared with another here: that takes five or more.", "Cyfrifir misoedd cynharach yn ôl yr un rheolau. Ni chymherir un sefydliad ag un arall yma: mae angen pump neu fwy ar gyfer hynny.";
    }
}
