//! Pages for everybody: the way in, and what to do when something is wrong.
