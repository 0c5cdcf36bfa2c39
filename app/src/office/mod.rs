//! The organisation's set-up pages.
