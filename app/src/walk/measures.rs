//! The measures of the field.
