//! A month as a table: the figures of the page with what they mean, one row for each walk, without who walked, and one
//! for each sentence that stands on the page.

use app::{
    board::{Calendar, Figure, MonthPage, Names, ending, figures, sentences},
    office::{Doer, sentence},
    walk::{Answer, Lang, month::Attempt},
    words::{Audit, Board, Common, Figures, Frozen, others_would, why_not},
};

use crate::{error::Failure, store::AuditLine};

/// The walks of a month, what their tasks are called, and when they count.
pub type Counted = (Vec<Attempt>, Names, Calendar);

/// The month as CSV, in UTF-8 with the mark that spreadsheets need to know it by. The three tables have a blank line
/// between them.
///
/// # Errors
/// [`Failure::Broken`] when it cannot be written, which memory does not do.
pub fn month(lang: Lang, page: &MonthPage, walks: &Counted) -> Result<String, Failure> {
    let (words, names) = (Board::of(lang), Figures::of(lang));
    let head = [
        names.key,
        words.figure,
        words.value,
        names.count,
        names.of,
        names.percent,
        words.definition,
    ];
    let figures = figures(lang, page).into_iter().map(figure);
    let first = write(&head, figures)?;
    let (head, rows) = self::walks(lang, walks);
    let second = write(&head, rows)?;
    let (head, rows) = said(lang, page);
    let third = write(&head, rows)?;
    Ok(["\u{feff}", &first, "\r\n", &second, "\r\n", &third].concat())
}

/// One row for each sentence that stands on a month's page, below its heading.
pub(crate) fn said(
    lang: Lang,
    page: &MonthPage,
) -> ([&'static str; 4], impl Iterator<Item = Vec<String>> + use<>) {
    let words = Frozen::of(lang);
    let board = Board::of(lang);
    let head = [words.is, words.is_words, board.service, board.date];
    let rows = sentences(lang, page).into_iter();
    let rows = rows.map(|it| vec![it.is.to_owned(), it.words, it.service, it.date]);
    (head, rows)
}

/// One row for each walk of a month, without who walked, below its heading.
pub(crate) fn walks<'a>(
    lang: Lang,
    walks: &'a Counted,
) -> (
    [&'static str; 15],
    impl Iterator<Item = Vec<String>> + use<'a>,
) {
    let (words, names) = (Board::of(lang), Figures::of(lang));
    let head = [
        words.date,
        words.service,
        words.task,
        names.counted,
        names.met,
        names.did,
        names.why_not,
        names.ease_short,
        names.satisfaction_short,
        names.others,
        names.minutes,
        names.frictions,
        names.other_organisation,
        names.through,
        names.walk,
    ];
    let (walks, names, calendar) = walks;
    let rows = walks
        .iter()
        .map(move |walk| row(lang, names, calendar, walk));
    (head, rows)
}

/// The audit as CSV, one line for each deed.
///
/// # Errors
/// [`Failure::Broken`] when it cannot be written, which memory does not do.
pub fn audit(lang: Lang, lines: &[AuditLine]) -> Result<String, Failure> {
    let words = Audit::of(lang);
    let head = [
        words.col_when,
        words.col_who,
        words.col_who_id,
        words.col_what,
        words.col_about,
        words.col_said,
    ];
    let rows = lines.iter().map(|line| {
        let (when, raw) = (&line.shown.when, &line.raw);
        let who = match &line.shown.who {
            Doer::Person(name) => name.clone(),
            Doer::Gone => words.gone.to_owned(),
            Doer::Operator => words.operator.to_owned(),
        };
        let (year, month, day) = (when.year, when.month, when.day);
        vec![
            format!("{year:04}-{month:02}-{day:02} {}", when.time()),
            who,
            raw.person.clone().unwrap_or_default(),
            raw.what.clone(),
            raw.about.clone(),
            sentence(lang, &line.shown),
        ]
    });
    Ok(["\u{feff}", &write(&head, rows)?].concat())
}

fn figure(figure: Figure) -> Vec<String> {
    let number = |value: Option<u64>| value.map_or_else(String::new, |value| value.to_string());
    vec![
        figure.key,
        figure.name,
        figure.value,
        number(figure.k),
        number(figure.n),
        figure
            .percent
            .map_or_else(String::new, |percent| format!("{percent:.1}")),
        figure.means,
    ]
}

fn row(lang: Lang, names: &Names, calendar: &Calendar, walk: &Attempt) -> Vec<String> {
    let common = Common::of(lang);
    let yes_or_no = |yes: bool| if yes { common.yes } else { common.no };
    let answer = |answer: Answer| match answer {
        Answer::Yes => common.yes,
        Answer::Partly => common.partly,
        Answer::No => common.no,
    };
    let number = |value: Option<u8>| value.map_or_else(String::new, |value| value.to_string());
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let crossing = walk.crossing.as_ref();
    vec![
        date(calendar, walk),
        names.service(lang, &walk.task).to_owned(),
        names.task(lang, &walk.task).to_owned(),
        yes_or_no(walk.counts()).to_owned(),
        ending(lang, walk.ending()).to_owned(),
        text(walk.did_should.map(answer)),
        text(walk.why_not.map(|why| why_not(lang, why))),
        number(walk.ease),
        number(walk.satisfaction),
        text(walk.others_would.map(|others| others_would(lang, others))),
        minutes(walk.spent_ms),
        walk.frictions.to_string(),
        text(crossing.map(|crossing| crossing.to.as_str())),
        text(crossing.map(|crossing| yes_or_no(crossing.through))),
        walk.walk.to_string(),
    ]
}

/// `2025-10-14`.
fn date(calendar: &Calendar, walk: &Attempt) -> String {
    calendar
        .get(&walk.counted_at)
        .map_or_else(String::new, |when| {
            format!("{:04}-{:02}-{:02}", when.year, when.month, when.day)
        })
}

/// Minutes with one digit after the point.
fn minutes(ms: i64) -> String {
    format!("{}.{}", ms / 60_000, ms % 60_000 / 6_000)
}

fn write(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<String, Failure> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let wrong = |error: &dyn std::error::Error| {
        tracing::error!(%error, "a table could not be written");
        Failure::Broken
    };
    writer
        .write_record(head.iter().map(|cell| literal(cell)))
        .map_err(|error| wrong(&error))?;
    for row in rows {
        writer
            .write_record(row.iter().map(|cell| literal(cell)))
            .map_err(|error| wrong(&error))?;
    }
    let bytes = writer.into_inner().map_err(|error| wrong(&error))?;
    String::from_utf8(bytes).map_err(|error| wrong(&error))
}

/// A cell that a spreadsheet takes for text and not for a formula. Spaces that do not break become plain ones.
fn literal(cell: &str) -> String {
    defused(&cell.replace('\u{a0}', " "))
}

/// A cell that a spreadsheet takes for text and not for a formula: an apostrophe stands before what would be one, and
/// before what had one already, so that taking it away gives back what was there.
fn defused(cell: &str) -> String {
    const BEGINS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if cell.trim_start_matches('\'').starts_with(BEGINS) {
        ["'", cell].concat()
    } else {
        cell.to_owned()
    }
}

/// Rows of a table that is written piece by piece.
///
/// # Errors
/// When they cannot be written, which memory does not do.
pub(crate) fn rows<Row, Cell>(rows: impl Iterator<Item = Row>) -> csv::Result<Vec<u8>>
where
    Row: IntoIterator<Item = Cell>,
    Cell: AsRef<str>,
{
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.into_iter().map(|cell| defused(cell.as_ref())))?;
    }
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+44", "-2", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(literal(cell), format!("'{cell}"));
        }
        for cell in ["7 of 10", "", "a=b", "Ŵyl"] {
            assert_eq!(literal(cell), cell);
        }
    }

    #[test]
    fn trust_23_taking_the_apostrophe_away_gives_back_what_was_there() {
        let back = |cell: &str| {
            let bare = cell.strip_prefix('\'');
            bare.filter(|bare| defused(bare) == cell)
                .unwrap_or(cell)
                .to_owned()
        };
        for cell in ["=1", "'=1", "''=1", "'quoted'", "\n=1", "＝1", "a", ""] {
            assert_eq!(back(&defused(cell)), cell);
            assert!(!defused(cell).starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝']));
        }
    }

    #[test]
    fn a_cell_may_hold_anything_and_comes_back_whole() {
        let cells = vec![
            "a,b".to_owned(),
            "say \"hello\"\r\n=2".to_owned(),
            "ŵ".to_owned(),
        ];
        let table = write(&["a", "b", "c"], [cells.clone()].into_iter()).expect("written");
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let back: Vec<String> = reader
            .records()
            .next()
            .expect("a row")
            .expect("read")
            .iter()
            .map(str::to_owned)
            .collect();
        assert_eq!(back, cells);
    }

    #[test]
    fn minutes_have_one_digit() {
        assert_eq!(
            (minutes(0), minutes(90_000), minutes(659_999)),
            ("0.0".into(), "1.5".into(), "10.9".into())
        );
    }
}
