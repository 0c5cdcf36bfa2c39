//! What the history of a friction point promises, on logs made at random.

use app::walk::{
    Category, Change, Erased, Fact, FactId, FrictionDescribed, FrictionFelt, FrictionId,
    FrictionWithdrawn, Kind, PhotoAdded, PhotoId, PhotoRemoved, Severity, WalkId, Was, history,
    next_id,
};
use proptest::{collection::vec, prelude::*, sample::select};
use uuid::Uuid;

/// The log of one point: felt, then what `says` makes of the ids so far.
fn log(says: &[(u8, usize)]) -> (FrictionId, Vec<Fact>) {
    let mut ids: Vec<Uuid> = Vec::new();
    let mut facts = Vec::new();
    for (at, (what, pick)) in (0_i64..).zip([(99, 0)].iter().chain(says)) {
        let id = next_id(ids.last().copied(), at, [7; 10]);
        let first = FrictionId(*ids.first().unwrap_or(&id));
        let earlier = ids.get(pick % ids.len().max(1)).copied().unwrap_or(id);
        let described = FrictionDescribed::of(first);
        let kind = match what {
            99 => Kind::FrictionFelt(FrictionFelt {
                step: 0,
                category: Some(Category::Find),
                marker: None,
            }),
            0 => Kind::FrictionDescribed(FrictionDescribed {
                note: Some(format!("secret {at}")),
                ..described
            }),
            1 => Kind::FrictionDescribed(FrictionDescribed {
                severity: Some(Some(Severity::ALL[pick % 3])),
                ..described
            }),
            2 => Kind::FrictionDescribed(FrictionDescribed {
                risk: Some(pick % 2 == 0),
                ..described
            }),
            3 => Kind::PhotoAdded(PhotoAdded {
                friction: first,
                sha256: "00".repeat(32),
                bytes: 1,
                width: 1,
                height: 1,
            }),
            4 => Kind::PhotoRemoved(PhotoRemoved {
                photo: PhotoId(earlier),
            }),
            5 => Kind::Erased(Erased {
                fact: FactId(earlier),
            }),
            6 => Kind::FrictionDescribed(FrictionDescribed {
                category: Some(Category::ALL[pick % 12]),
                ..described
            }),
            _ => Kind::FrictionWithdrawn(FrictionWithdrawn { friction: first }),
        };
        ids.push(id);
        facts.push(Fact::new(FactId(id), WalkId(Uuid::from_u128(7)), at, &kind));
    }
    (FrictionId(ids[0]), facts)
}

fn says() -> impl Strategy<Value = Vec<(u8, usize)>> {
    vec((0_u8..8, 0_usize..20), 0..20)
}

proptest! {
    #[test]
    fn any_order_and_any_repetition_tell_the_same_history(says in says(), swaps in vec((0_usize..40, 0_usize..40), 0..40)) {
        let (point, facts) = log(&says);
        let told = history(&facts, point);
        let mut mixed = [facts.clone(), facts].concat();
        for (a, b) in swaps {
            let n = mixed.len();
            mixed.swap(a % n, b % n);
        }
        prop_assert_eq!(history(&mixed, point), told);
    }

    #[test]
    fn what_was_erased_is_in_no_history(says in says()) {
        let (point, facts) = log(&says);
        let gone: Vec<FactId> = facts
            .iter()
            .filter_map(|it| match it.read() { Some(Kind::Erased(it)) => Some(it.fact), _ => None })
            .collect();
        let told = history(&facts, point);
        prop_assert!(!gone.contains(&FactId(point.0)) || told.is_empty());
        for fact in facts.iter().filter(|it| gone.contains(&it.id)) {
            if let Some(Kind::FrictionDescribed(FrictionDescribed { note: Some(note), .. })) = fact.read() {
                prop_assert!(told.iter().all(|it| it.was != Was::Note(note.clone())), "{}", note);
            }
        }
    }

    #[test]
    fn another_points_facts_are_none_of_its_history(says in says(), category in select(Category::ALL)) {
        let (_, facts) = log(&says);
        let id = FactId(Uuid::from_u128(1));
        let felt = Fact::new(id, WalkId(Uuid::from_u128(7)), 0, &Kind::FrictionFelt(FrictionFelt { step: 0, category: Some(category), marker: None }));
        prop_assert_eq!(history(&[facts, vec![felt]].concat(), FrictionId(id.0)), vec![]);
    }
}

#[test]
fn a_longer_note_loses_nothing_and_another_note_is_a_change() {
    let said = |notes: &[&str]| {
        let (point, mut facts) = log(&[]);
        for (at, note) in (1_i64..).zip(notes) {
            let id = next_id(facts.last().map(|it| it.id.0), at, [7; 10]);
            let kind = Kind::FrictionDescribed(FrictionDescribed {
                note: Some((*note).to_owned()),
                ..FrictionDescribed::of(point)
            });
            facts.push(Fact::new(FactId(id), WalkId(Uuid::from_u128(7)), at, &kind));
        }
        history(&facts, point)
    };
    assert_eq!(said(&["It asked", "It asked twice"]), vec![]);
    assert_eq!(
        said(&["It asked", "Nothing"]),
        vec![Change {
            at: 2,
            was: Was::Note("It asked".to_owned())
        }]
    );
}

#[test]
fn taking_it_back_is_the_end_of_its_history() {
    let (point, facts) = log(&[(1, 0), (1, 1), (7, 0), (1, 2)]);
    let told = history(&facts, point);
    let expected = [
        Change {
            at: 2,
            was: Was::Severity(Severity::ALL[0]),
        },
        Change {
            at: 3,
            was: Was::Standing,
        },
    ];
    assert_eq!(told, expected);
}
