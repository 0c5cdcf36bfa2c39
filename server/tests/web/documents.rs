//! What the documents name is there.

use std::{
    fs,
    path::{Path, PathBuf},
};

const DOCUMENTS: [&str; 3] = [
    "docs/trust-tests.md",
    "docs/asvs.md",
    "docs/threat-model.md",
];
const ROOMS: [&str; 7] = [
    "app/src",
    "app/tests",
    "server/src",
    "server/tests",
    "end2end",
    "public",
    "docs",
];

/// A test, a file or a title that a document relies on and nobody has any more would make it a lie.
#[test]
fn what_the_documents_name_is_there() {
    let house = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the repository");
    let files: Vec<(PathBuf, String)> = ROOMS
        .iter()
        .flat_map(|room| read(&house.join(room)))
        .collect();
    let named = |file: &str| {
        house.join(file).exists() || files.iter().any(|(path, _)| path.ends_with(file))
    };
    let holds = |text: &str| files.iter().any(|(_, source)| source.contains(text));
    let mut missing = Vec::new();
    for document in DOCUMENTS {
        let Ok(text) = fs::read_to_string(house.join(document)) else {
            missing.push(format!("{document} itself"));
            continue;
        };
        for name in text.split('`').skip(1).step_by(2) {
            let a_file = name.contains('.')
                && !name.contains([' ', '(', ':', '*', '{'])
                && !name.starts_with('/');
            let a_test = name.len() > 12
                && name.contains('_')
                && name
                    .bytes()
                    .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'_');
            if (a_file && !named(name)) || (a_test && !holds(&format!("fn {name}"))) {
                missing.push(format!("{document}: {name}"));
            }
        }
        for title in text.split('*').filter(|it| it.starts_with("TRUST ")) {
            let title = title.trim_end_matches([' ', '…']);
            if !holds(title) {
                missing.push(format!("{document}: {title}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

fn read(folder: &Path) -> Vec<(PathBuf, String)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .flat_map(|entry| {
            let path = entry.path();
            if path.is_dir() {
                return read(&path);
            }
            let text = fs::read_to_string(&path).unwrap_or_default();
            vec![(path, text)]
        })
        .collect()
}
