//! The figures name nobody.

use app::walk::{
    Answer, WalkId,
    measures::KofN,
    month::{Attempt, Context, Month, Records},
};
use proptest::prelude::*;
use uuid::Uuid;

use super::{JULY, june};
use crate::house::{DAY, NOON};

proptest! {
    /// Who walked which walk is nowhere in the figures.
    #[test]
    fn whose_a_walk_is_makes_no_other_month(
        authors in prop::collection::vec((0_usize..6, any::<bool>()), 1..24)
            .prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
    ) {
        let (walks, others) = authors;
        let of = |by: &[(usize, bool)]| {
            let each = (1..).zip(&walks).zip(by);
            counted(each.map(|((n, (_, met)), (author, _))| attempt(n, *author, *met)).collect())
        };
        let (one, other) = (of(&walks), of(&others));
        prop_assert_eq!(&one, &other);
        let spelled = server::record::spell(&one).expect("spelled");
        let read: Month = serde_json::from_str(&spelled).expect("read");
        prop_assert_eq!(read, one);
    }
}

fn counted(attempts: Vec<Attempt>) -> Month {
    Month::of(&Records {
        context: Context {
            month: june(),
            from: JULY - 30 * DAY,
            until: JULY,
            over: true,
            leaders: 8,
            before: Vec::new(),
            felt_often: Vec::new(),
            threads: Vec::new(),
            kept: KofN::default(),
            month_before: None,
            year_ago: None,
        },
        attempts,
        felt: Vec::new(),
        bright_spots: Vec::new(),
    })
}

fn attempt(n: u128, author: usize, met: bool) -> Attempt {
    Attempt {
        walk: WalkId(Uuid::from_u128(n)),
        author: author.to_string(),
        service: "adaptations".into(),
        task: "ramp".into(),
        counted_at: NOON,
        finished: true,
        need_met: Some(if met { Answer::Yes } else { Answer::No }),
        did_should: None,
        why_not: None,
        ease: Some(3),
        satisfaction: None,
        others_would: None,
        spent_ms: i64::try_from(n).unwrap_or_default() * 60_000,
        frictions: 0,
        committed: met,
        held: None,
        crossing: None,
    }
}
