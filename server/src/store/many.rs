//! Statements about many rows at once. Crossing to the database costs more than the work there.

use sqlx::AssertSqlSafe;

use super::{Row, Tx, Value, db::Result};

/// How many rows one statement takes: few sizes, so that the database meets few different statements and keeps
/// them prepared.
const SIZES: [usize; 4] = [64, 16, 4, 1];

/// The most arguments of one statement: SQLite looks each up by its name among all of them.
const MOST_ARGS: usize = 128;

/// Runs `{before} ($1, $2), ($3, $4) {after}` for all rows, in their order; the rows that come back.
/// The rows are equally long.
pub(super) async fn insert(
    tx: &mut Tx,
    before: &str,
    rows: &[Vec<Value>],
    after: &str,
) -> Result<Vec<Row>> {
    let mut back = Vec::new();
    let columns = rows.first().map_or(0, Vec::len);
    for rows in in_sizes(rows, columns) {
        let sql = format!("{before} {} {after}", rows_from(1, rows.len(), columns));
        back.extend(tx.rows(AssertSqlSafe(sql), &rows.concat()).await?);
    }
    Ok(back)
}

/// Runs `{before} ($1, $2, $3) {after}` for all values; the rows that come back. Used after `IN`.
pub(super) async fn among(
    tx: &mut Tx,
    before: &str,
    values: &[Value],
    after: &str,
) -> Result<Vec<Row>> {
    let mut back = Vec::new();
    for values in in_sizes(values, 1) {
        let sql = format!("{before} ({}) {after}", listed(1, values.len()));
        back.extend(tx.rows(AssertSqlSafe(sql), values).await?);
    }
    Ok(back)
}

/// Cuts a list of rows into pieces of the [`SIZES`] that do not take too many arguments.
fn in_sizes<T>(mut rest: &[T], columns: usize) -> impl Iterator<Item = &[T]> {
    let most = (MOST_ARGS / columns.max(1)).max(1);
    std::iter::from_fn(move || {
        let most = rest.len().min(most);
        let size = SIZES.into_iter().find(|size| *size <= most)?;
        let (piece, more) = rest.split_at(size);
        rest = more;
        Some(piece)
    })
}

/// `$3, $4`: places for so many arguments, from the argument `first` on; for none, a list that nothing is in.
pub(super) fn listed(first: usize, count: usize) -> String {
    if count == 0 {
        return "NULL".to_owned();
    }
    let places: Vec<String> = (first..first + count).map(|at| format!("${at}")).collect();
    places.join(", ")
}

/// `($3, $4), ($5, $6)`: places for the arguments of so many rows, from the argument `first` on.
pub(super) fn rows_from(first: usize, rows: usize, columns: usize) -> String {
    let row = |row: usize| format!("({})", listed(first + row * columns, columns));
    let rows: Vec<String> = (0..rows).map(row).collect();
    rows.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_through_the_rows() {
        assert_eq!(rows_from(1, 2, 3), "($1, $2, $3), ($4, $5, $6)");
    }

    #[test]
    fn every_row_is_in_one_piece() {
        let all: Vec<usize> = (0..217).collect();
        let sizes = |columns| in_sizes(&all, columns).map(<[usize]>::len);
        assert_eq!(sizes(1).collect::<Vec<_>>(), [64, 64, 64, 16, 4, 4, 1]);
        assert!(sizes(26).all(|size| size <= 4));
        for columns in [0, 1, 7, 26, 1000] {
            assert_eq!(in_sizes(&all, columns).collect::<Vec<_>>().concat(), all);
        }
    }
}
