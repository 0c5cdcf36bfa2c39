//! Threads of the viewer's services: one, whole, and what the team says of it.

mod decide;
mod read;
