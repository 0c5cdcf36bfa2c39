//! A board's month.
