//! The service team's pages, rendered on the server.
