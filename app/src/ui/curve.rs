//! A smooth line through points that never passes them: no dip is drawn that nobody felt.

use std::fmt::Write;

/// The SVG path of a monotone cubic curve through `points` (x growing, any unit; whole numbers, so that nothing
/// on the phone has to print fractions). Empty for no points; a single point gives a move only.
pub fn curve(points: &[(i32, i32)]) -> String {
    let Some(first) = points.first() else {
        return String::new();
    };
    let slopes = slopes(points);
    let mut path = format!("M{} {}", first.0, first.1);
    for (pair, slope) in points.windows(2).zip(slopes.windows(2)) {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        let third = f64::from(x1 - x0) / 3.0;
        // Writing to a String cannot fail.
        let _ = write!(
            path,
            "C{} {} {} {} {x1} {y1}",
            whole(f64::from(x0) + third),
            between(f64::from(y0) + third * slope[0], y0, y1),
            whole(f64::from(x1) - third),
            between(f64::from(y1) - third * slope[1], y0, y1),
        );
    }
    path
}

/// The slope of the curve at each point.
fn slopes(points: &[(i32, i32)]) -> Vec<f64> {
    let secants: Vec<f64> = points.windows(2).map(secant).collect();
    let last = points.len() - 1;
    let mut slopes = vec![0.0; points.len()];
    for i in 1..last {
        slopes[i] = middle(secants[i - 1], secants[i]);
    }
    if last > 0 {
        slopes[0] = end(secants[0], slopes[1], last == 1);
        slopes[last] = end(secants[last - 1], slopes[last - 1], last == 1);
    }
    slopes
}

fn secant(pair: &[(i32, i32)]) -> f64 {
    let width = (pair[1].0 - pair[0].0).max(1);
    f64::from(pair[1].1 - pair[0].1) / f64::from(width)
}

/// Level at every turning point; otherwise the mean, held to what keeps the curve between its neighbours.
fn middle(before: f64, after: f64) -> f64 {
    if before * after <= 0.0 {
        return 0.0;
    }
    let most = 2.0 * before.abs().min(after.abs());
    f64::midpoint(before, after).clamp(-most, most)
}

/// An end leaves the curve so that it bends as little as its neighbour asks for.
fn end(secant: f64, neighbour: f64, alone: bool) -> f64 {
    if alone {
        secant
    } else {
        (3.0 * secant - neighbour) / 2.0
    }
}

fn between(y: f64, a: i32, b: i32) -> i32 {
    whole(y).clamp(a.min(b), a.max(b))
}

#[allow(clippy::cast_possible_truncation)]
fn whole(value: f64) -> i32 {
    (if value < 0.0 {
        value - 0.5
    } else {
        value + 0.5
    }) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The four numbers pairs of each segment: (y0, control, control, y1).
    fn segments(path: &str) -> Vec<[i32; 4]> {
        let mut from = 0;
        path.split('C')
            .enumerate()
            .filter_map(|(i, part)| {
                let n: Vec<i32> = part
                    .trim_start_matches('M')
                    .split(' ')
                    .map(|n| n.parse().unwrap())
                    .collect();
                if i == 0 {
                    from = n[1];
                    return None;
                }
                let segment = [from, n[1], n[3], n[5]];
                from = n[5];
                Some(segment)
            })
            .collect()
    }

    #[test]
    fn nothing_and_one_point() {
        assert_eq!(curve(&[]), "");
        assert_eq!(curve(&[(5, 7)]), "M5 7");
    }

    #[test]
    fn two_points_are_joined_straight() {
        assert_eq!(curve(&[(0, 0), (300, 90)]), "M0 0C100 30 200 60 300 90");
    }

    #[test]
    fn passes_through_every_point() {
        let points = [(25, 35), (75, 60), (125, 85), (175, 110), (225, 60)];
        let path = curve(&points);
        assert!(path.starts_with("M25 35"));
        for (x, y) in &points[1..] {
            assert!(path.contains(&format!(" {x} {y}")), "{path} misses {x} {y}");
        }
    }

    #[test]
    fn never_passes_a_point() {
        let walks: [&[i32]; 5] = [
            &[350, 600, 850, 1100, 600],
            &[0, 0, 1000, 1000],
            &[9, 1, 9, 1],
            &[500, 499, 0, 1],
            &[1, 900, 1000, 1001],
        ];
        for ys in walks {
            let points: Vec<(i32, i32)> = (0..).map(|i| i * 500).zip(ys.iter().copied()).collect();
            for [y0, a, b, y1] in segments(&curve(&points)) {
                let (low, high) = (y0.min(y1), y0.max(y1));
                assert!(
                    (low..=high).contains(&a) && (low..=high).contains(&b),
                    "{ys:?}: {y0} {a} {b} {y1}"
                );
            }
        }
    }

    #[test]
    fn lies_level_at_the_lowest_point() {
        let path = curve(&[(0, 0), (300, 90), (600, 0)]);
        assert!(path.contains(" 200 90 300 90C400 90 "), "{path}");
    }
}
