//! The leader's app: all of it works offline.
