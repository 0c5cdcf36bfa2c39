//! The board's pages, rendered on the server.
