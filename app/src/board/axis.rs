//! A line from nothing to a round number, with its ticks and what stands in the middle.

use leptos::prelude::*;

/// A line from 0 to a round number of units that divides by four.
pub(super) struct Scale {
    /// How many units the line is long.
    pub(super) units: i64,
    /// How much of a value is one unit.
    per: i64,
}

impl Scale {
    /// A line that holds the longest value. `per` is how much of a value is one unit.
    pub(super) fn to(longest: i64, per: i64) -> Self {
        let needed = longest / per + 1;
        let step = [4, 8, 12, 20, 40, 60, 80, 120, 200, 240]
            .into_iter()
            .find(|it| *it >= needed);
        Self {
            units: step.unwrap_or((needed / 240).saturating_add(1).saturating_mul(240)),
            per,
        }
    }

    /// Where a value stands, in percent with one digit after the point.
    pub(super) fn at(&self, value: i64) -> String {
        let thousandth = self.thousandth(value);
        format!("{}.{}%", thousandth / 10, thousandth % 10)
    }

    /// Thousandths of the line, so that no fraction has to be printed with more.
    pub(super) fn thousandth(&self, value: i64) -> i64 {
        let line = self.units.saturating_mul(self.per);
        (value.saturating_mul(1000) / line).clamp(0, 1000)
    }
}

/// What stands in the middle: a stroke through the line, and words above it that stay inside.
pub(super) fn middle(scale: &Scale, value: i64, said: String) -> impl IntoView + use<> {
    let x = scale.at(value);
    let class = match scale.thousandth(value) {
        0..=189 => "strong start",
        820.. => "strong end",
        _ => "strong",
    };
    view! {
        <text class=class x=x.clone() y="1em">
            {said}
        </text>
        <line class="middle" x1=x.clone() x2=x y1="20" y2="50" />
    }
}

/// The longest end that leaves room for the quarter before it on the narrowest phone, in characters.
const SHORT_END: usize = 12;

/// The quarters of the line; the last with its unit.
pub(super) fn ticks(scale: &Scale, end: String) -> impl IntoView + use<> {
    let last = if end.chars().count() > SHORT_END {
        2
    } else {
        3
    };
    let between = (1..=last).map(|quarter| {
        let unit = scale.units / 4 * quarter;
        let x = scale.at(unit.saturating_mul(scale.per));
        view! {
            <text x=x y="100%">
                {unit.to_string()}
            </text>
        }
    });
    view! {
        <text class="start" x="0" y="100%">
            "0"
        </text>
        {between.collect_view()}
        <text class="end" x="100%" y="100%">
            {end}
        </text>
    }
}
