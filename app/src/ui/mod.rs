//! Small shared parts.
