//! The board's pages: a month, the walks behind a figure, one walk. Drawn on the server; no script needed.

mod answers;
mod axis;
mod beside;
mod cards;
mod changes;
mod compare;
mod counted;
mod data;
mod figures;
mod filter;
mod hand_over;
mod in_the_way;
mod line;
mod month;
mod opening;
mod said;
mod times;
mod twin;
mod voices;
mod waiting;
mod walk;
mod walks;

pub use beside::Beside;
pub use data::{Calendar, MOST_ROWS, MonthPage, Names, WalkPage, WalksPage};
pub use figures::{Figure, figures};
pub use filter::{Boundary, FeltFilter, Filter, NeedMet, Question, Scope};
pub use in_the_way::SHOWN as MOST_IN_THE_WAY;
pub use month::{month_page, month_title};
pub use said::{ending, minutes};
pub use walk::{walk_page, walk_title};
pub use walks::{walks_page, walks_title};

#[cfg(test)]
mod tests;
