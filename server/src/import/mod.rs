//! Services and tasks from a file of an organisation's own. All of it is checked before any of it is taken.

mod check;
mod field;
mod json;
mod sheet;

use app::walk::Task;

use crate::store::Service;

/// What a file offers, once all of it is right.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The services, in the order of the file.
    pub services: Vec<Service>,
    /// Their tasks, in the order of the file.
    pub tasks: Vec<Task>,
}

/// What is wrong with a file: one line for each thing, each with its place.
pub type Wrongs = Vec<String>;

/// Reads JSON as `docs/importing.md` describes it.
///
/// # Errors
/// Everything that is wrong, each with its place in the file.
pub fn from_json(text: &str) -> Result<Offer, Wrongs> {
    check::check(&json::read(text)?, Vec::new())
}

/// Reads a table with one row for each step, as `docs/importing.md` describes it.
///
/// # Errors
/// Everything that is wrong, each with its line.
pub fn from_csv(bytes: &[u8]) -> Result<Offer, Wrongs> {
    let (draft, wrongs) = sheet::read(bytes)?;
    check::check(&draft, wrongs)
}

/// The longest id.
const LONGEST_ID: usize = 60;

/// True for ids that read well in addresses: small letters, digits and dashes.
#[must_use]
pub fn is_short_id(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=LONGEST_ID).contains(&text.len()) && text.bytes().all(fits)
}

/// An id made from a name: "Aber Valley Council" is `aber-valley-council`. Empty when nothing is left.
#[must_use]
pub fn short_id_of(name: &str) -> String {
    let plain = name
        .to_lowercase()
        .replace(|letter: char| !letter.is_ascii_alphanumeric(), "-");
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    words.join("-").chars().take(LONGEST_ID).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_from_names_read_well() {
        assert_eq!(short_id_of("Aber Valley  Council"), "aber-valley-council");
        assert_eq!(short_id_of("Cyngor Môn!"), "cyngor-m-n");
        assert!(is_short_id(&short_id_of(&"long name ".repeat(20))));
        assert_eq!(short_id_of("—"), "");
        assert!(!is_short_id("") && !is_short_id("A b") && !is_short_id("../etc"));
    }
}
