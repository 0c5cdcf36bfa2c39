//! A square code to scan. Always dark on light, whatever the theme: cameras want it so.

use leptos::prelude::*;

/// The modules of a code, in rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// How many modules a side has.
    pub side: usize,
    /// True where it is dark; `side` times `side` of them.
    pub dark: Vec<bool>,
}

/// Light modules around the code, as the standard asks.
const QUIET: usize = 4;

impl Qr {
    /// The picture; `alt` says what it holds.
    #[must_use]
    pub fn picture(&self, alt: &'static str) -> impl IntoView + use<> {
        let whole = self.side + 2 * QUIET;
        let frame = format!("0 0 {whole} {whole}");
        view! {
            <svg class="qr" viewBox=frame role="img" aria-label=alt shape-rendering="crispEdges">
                <rect class="qr-light" width=whole.to_string() height=whole.to_string() />
                <path class="qr-dark" d=self.path() />
            </svg>
        }
    }

    /// Runs of dark modules, each as one bar.
    fn path(&self) -> String {
        let mut path = String::new();
        for (y, row) in self.dark.chunks(self.side.max(1)).enumerate() {
            let mut x = 0;
            while x < row.len() {
                let run = row[x..].iter().take_while(|dark| **dark).count();
                if run > 0 {
                    path += &format!("M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
                }
                x += run.max(1);
            }
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_dark_modules_are_bars() {
        let qr = Qr {
            side: 3,
            dark: vec![true, true, false, false, false, true, false, false, false],
        };
        assert_eq!(qr.path(), "M4 4h2v1h-2zM6 5h1v1h-1z");
    }
}
