//! A walk and the walk again, side by side.

use super::words;

words! {
    /// A walk and the walk again, side by side.
    Again {
        title = "Before and after", "Cyn ac ar ôl";
        of = "{task}, walked again", "{task}, wedi'i cherdded eto";
        before = "Before", "Cyn";
        after = "After", "Ar ôl";
        held = "It held", "Daliodd y newid";
        half = "It held in part", "Daliodd y newid yn rhannol";
        not_held = "It did not hold", "Ni ddaliodd y newid";
        not_said = "not said", "heb ei ddweud";
        held_not_said = "Whether it held was not said", "Ni ddywedwyd a ddaliodd y newid";
        from_step = "Walked again from step {n}, {name}. Time and friction are counted from that step on, in both walks.", "Cerddwyd eto o gam {n}, {name}. Cyfrifir amser a rhwystrau o'r cam hwnnw ymlaen, yn y ddwy daith.";
        outcome = "Outcome", "Canlyniad";
        did_should = "Did what it should", "Gwnaeth yr hyn y dylai";
        time = "Time", "Amser";
        ease = "Ease, 1 to 7", "Rhwyddineb, 1 i 7";
        satisfaction = "Satisfaction, 1 to 5", "Boddhad, 1 i 5";
        friction = "Friction", "Rhwystrau";
        none = "None", "Dim";
        feelings = "How it felt", "Sut deimlad oedd";
        no_feelings = "How it felt was not said.", "Ni ddywedwyd sut deimlad oedd.";
        see_walk = "The whole walk", "Y daith gyfan";
        compare = "Before and after, side by side", "Cyn ac ar ôl, ochr yn ochr";
        walk_answer = "The leader answered: {text}", "Atebodd yr arweinydd: {text}";
    }
}
