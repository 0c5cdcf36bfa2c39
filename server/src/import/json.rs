//! A JSON file.

use serde_json::Value;

use super::Wrongs;

/// Reads the file's text; where it breaks off being JSON is told by line and column.
pub(super) fn read(text: &str) -> Result<Value, Wrongs> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let what = error.to_string();
        let what = what.split(" at line ").next().unwrap_or_default();
        vec![format!(
            "line {line}, column {column}: this is not JSON: {what}"
        )]
    })
}
