//! Words of a month on paper and in files.

use super::words;

words! {
    /// Words of a month on paper and in files.
    Paper {
        draft = "Draft", "Drafft";
        draft_means = "these figures still change", "mae'r ffigurau hyn yn dal i newid";
        secretary = "From the secretary", "Gan yr ysgrifennydd";
        asked_heading = "What was asked, and what became of it", "Yr hyn a ofynnwyd, a'r hyn a ddaeth ohono";
        asked = "Asked of the board", "Gofynnwyd i'r bwrdd";
        became = "What became of it", "Yr hyn a ddaeth ohono";
        open_for = "Open for", "Ar agor ers";
        with_percent = "{value} ({percent}%)", "{value} ({percent}%)";
        evidence = "Evidence", "Tystiolaeth";
        evidence_means = "Each number leads to the walkthroughs behind it, for those who may see them.", "Mae pob rhif yn arwain at y teithiau y tu ôl iddo, i'r rhai sy'n cael eu gweld.";
        evidence_at = "Evidence at {address}", "Tystiolaeth yn {address}";
        fingerprint = "Fingerprint {it}", "Ôl bys {it}";
        page_of = "Page {k} of {n}", "Tudalen {k} o {n}";
        letters = "A letter that this paper cannot print is shown as ?. The page shows it.", "Dangosir llythyren na all y papur hwn ei hargraffu fel ?. Mae'r dudalen yn ei dangos.";
        organisation = "Organisation", "Sefydliad";
        month = "Month", "Mis";
        version_label = "Version", "Fersiwn";
        published_label = "Published", "Cyhoeddwyd";
        fingerprint_label = "Fingerprint", "Ôl bys";
        not_yet = "not published", "heb ei gyhoeddi";
        about = "About this month", "Am y mis hwn";
        sheet_figures = "Figures", "Ffigurau";
        sheet_definitions = "Definitions", "Diffiniadau";
        sheet_walks = "Walkthroughs", "Teithiau";
        take = "Take a copy", "Cymryd copi";
        pdf = "PDF, to print", "PDF, i'w argraffu";
        json = "JSON, for programs", "JSON, ar gyfer rhaglenni";
        spreadsheet = "Spreadsheet", "Taenlen";
    }
}
