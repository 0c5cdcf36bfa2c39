//! The board's pages: a month, the walks behind a figure, one walk. Drawn on the server; no script needed.

mod answers;
mod axis;
mod beside;
mod cards;
mod changes;
mod compare;
mod corrected;
mod counted;
mod data;
mod draft;
mod figures;
mod figures_then;
mod filter;
mod hand_over;
mod in_the_way;
mod line;
mod month;
mod opening;
mod own;
pub mod paper;
mod record;
mod said;
mod sentences;
mod spoken;
mod stamp;
mod take;
mod times;
mod twin;
mod voices;
mod waiting;
mod walk;
mod walks;

pub use beside::Beside;
pub use counted::how_counted;
pub use data::{Calendar, MOST_ROWS, MonthPage, Names, Stamp, StillThere, WalkPage, WalksPage};
pub use draft::{
    Ask, Check, Draft, Fault, LINK_DAYS, Link, Links, MOST_ASK, MOST_ASKS, MOST_LABEL, MOST_WORDS,
    Part, Published, Reply, ReplyPlace, Typed, draft_page, draft_title, links_page, paper_gone,
    paper_page, preview_page, read_text, to_draft,
};
pub use figures::{Figure, figures};
pub use filter::{Boundary, FeltFilter, Filter, NeedMet, Question, Scope};
pub use in_the_way::SHOWN as MOST_IN_THE_WAY;
pub use month::{month_page, month_title};
pub use record::{RECORD_FORMAT, Record, SaidSeal, StoodBeside, WalkSeal, fingerprint};
pub use said::{ending, minutes};
pub use sentences::{Sentence, sentences};
pub use walk::{walk_page, walk_title};
pub use walks::{walks_page, walks_title};

#[cfg(test)]
mod tests;
