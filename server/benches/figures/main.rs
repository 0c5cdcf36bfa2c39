//! The server's figures: each printed as one line of JSON, `{"name", "value", "unit", "against", "ratio"}`.
//!
//! `sync`, `month` (or `month-sqlite`, `month-postgres`) and `pages` as arguments measure only these.
//!
//! The release server runs as a process of its own, so that its memory is its own; peers run in the same run.
#![allow(clippy::print_stdout, missing_docs)] // Printing is what it is for.

mod client;
mod copies;
mod month;
mod pages;
mod place;
mod running;
mod sqlite;
mod sync;
mod team;
mod walks;

use std::error::Error;

use place::Kind;

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--peer") {
        return pages::serve_peer(&arguments[at + 1], &arguments[at + 2]).await;
    }
    let named: Vec<&String> = arguments[1..]
        .iter()
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    // All, unless some are named.
    let asked = |part: &str| named.is_empty() || named.iter().any(|it| *it == part);
    if asked("sync") {
        sync::measure().await?;
    }
    for (part, kind) in [
        ("month-sqlite", Kind::Sqlite),
        ("month-postgres", Kind::Postgres),
    ] {
        if asked(part) || asked("month") {
            month::measure(kind).await?;
        }
    }
    if asked("pages") {
        pages::measure().await?;
    }
    Ok(())
}

/// Prints one figure; `against` is a peer measured in the same run and the ratio to it, where there is one.
fn print(name: &str, value: f64, against: Option<(&str, f64)>) {
    let mut line = serde_json::json!({ "name": name, "value": value });
    if let Some((peer, ratio)) = against {
        line["against"] = peer.into();
        line["ratio"] = ratio.into();
    }
    println!("{line}");
}

/// The value below which `percent` of all values lie.
fn percentile(values: &mut [f64], percent: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let last = values.len().saturating_sub(1);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss
    )]
    let place = (last as f64 * percent / 100.0).ceil() as usize;
    values.get(place).copied().unwrap_or(f64::NAN)
}
