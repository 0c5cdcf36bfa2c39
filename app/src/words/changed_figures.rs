//! What the figures of changes and of earlier months are called, and what they mean.

use super::words;

words! {
    /// What the figures of changes and of earlier months are called, and what they mean.
    ChangedFigures {
        completed = "Completed (GDS)", "Cwblhawyd (GDS)";
        completed_means = "GDS completion rate: the service did what it should, of all walkthroughs begun; those not finished count once the month is over; stopped on purpose left out.", "Cyfradd gwblhau GDS: gwnaeth y gwasanaeth yr hyn y dylai, o bob taith a ddechreuwyd; mae'r rhai heb eu gorffen yn cyfrif unwaith y bydd y mis ar ben; heb gyfrif y rhai a stopiwyd yn fwriadol.";
        changed = "Changed", "Wedi'u newid";
        changed_means = "Threads of friction whose service team said in the month that it had changed them, and had not taken that back when it ended.", "Edafedd o rwystrau y dywedodd eu tîm gwasanaeth yn y mis ei fod wedi'u newid, heb dynnu hynny'n ôl erbyn ei ddiwedd.";
        confirmed = "Confirmed", "Wedi'u cadarnhau";
        confirmed_means = "Changed in the month or earlier, and found to hold by a re-walk in the month.", "Wedi'u newid yn y mis neu'n gynharach, a bod ailgerdded yn y mis wedi canfod eu bod yn dal.";
        half_fixed = "Half fixed", "Wedi'u hanner trwsio";
        half_fixed_means = "Found by a re-walk in the month to hold in part.", "Ailgerdded yn y mis wedi canfod eu bod yn dal yn rhannol.";
        not_fixed = "Not fixed", "Heb eu trwsio";
        not_fixed_means = "Found by a re-walk in the month not to hold, or felt again in it after they had been confirmed.", "Ailgerdded yn y mis wedi canfod nad ydynt yn dal, neu eu teimlo eto ynddo ar ôl eu cadarnhau.";
        waiting = "Waiting for a re-walk", "Yn aros am ailgerdded";
        waiting_means = "Changed, in the month or earlier, and not walked again when it ended.", "Wedi'u newid, yn y mis neu'n gynharach, a heb eu hailgerdded erbyn ei ddiwedd.";
        days_median = "From felt to confirmed, the middle one", "O'i deimlo i'w gadarnhau, yr un canol";
        days_shortest = "From felt to confirmed, shortest", "O'i deimlo i'w gadarnhau, byrraf";
        days_longest = "From felt to confirmed, longest", "O'i deimlo i'w gadarnhau, hiraf";
        days_means = "Whole days from the first time felt to the re-walk that confirmed it, of those confirmed in the month.", "Diwrnodau cyfan o'r tro cyntaf y'i teimlwyd i'r ailgerdded a'i cadarnhaodd, o'r rhai a gadarnhawyd yn y mis.";
        longest_open = "Open longest", "Ar agor hiraf";
        longest_open_means = "Whole days from the first time felt to the end of the month, of the one open longest: {what}, {place}. {state}.", "Diwrnodau cyfan o'r tro cyntaf y'i teimlwyd i ddiwedd y mis, ar gyfer yr un sydd ar agor hiraf: {what}, {place}. {state}.";
        kept = "Commitments kept", "Ymrwymiadau a gadwyd";
        kept_means = "Commitments that whoever made them marked as kept, of those made in this month and the eleven before it.", "Ymrwymiadau y nododd y sawl a'u gwnaeth eu bod wedi'u cadw, o'r rhai a wnaed yn y mis hwn a'r un ar ddeg cyn hynny.";
        of_month = "{what}, {month}", "{what}, {month}";
        stands = "{means} {state}.", "{means} {state}.";
    }
}
