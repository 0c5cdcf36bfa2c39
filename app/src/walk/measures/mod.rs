//! The measures of the field, each as one small function that says its formula, unit, range and source.
//!
//! No data is `None`, never nought. Answers off their scale are left out and not counted in `n`.

mod count;
mod field;
mod gds;
mod standard;

pub use count::{FEWEST_FOR_PERCENT, Interval, KofN, wilson};
pub use field::{
    FieldResult, Spread, lowest_mood, median, nielsen, task_success, time_on_task,
    time_on_task_counted,
};
pub use gds::{Satisfaction, completion_rate, cost_per_transaction, digital_take_up, satisfaction};
pub use standard::{
    CustomerEffort, FriendsAndFamily, Mean, customer_effort, raw_tlx, seq, seq_counted, sus,
    tlx_rating, umux_lite, umux_lite_as_sus, weighted_tlx,
};

/// `part / whole x 100`, or `None` when there is no whole.
fn percent(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64 * 100.0)
}
