-- Files of a team's own, kept with a thread, and answers that say "not now".

-- Nobody but the team reads them. BYTEA is PostgreSQL's name for bytes.
CREATE TABLE thread_file (
    id TEXT PRIMARY KEY,                -- made with the form, so that a file sent twice is one
    thread TEXT NOT NULL REFERENCES thread (id),
    organisation TEXT NOT NULL REFERENCES organisation (id),
    person TEXT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL,
    name TEXT NOT NULL,                 -- as it is shown and saved, without any path
    kind TEXT NOT NULL,                 -- what its bytes were found to be
    size BIGINT NOT NULL,
    bytes BYTEA NOT NULL
);
CREATE INDEX thread_file_by_thread ON thread_file (thread, at, id);
CREATE INDEX thread_file_by_person ON thread_file (person);

-- On an answer to "not now": the day, YYYY-MM-DD, before which the team does not look at it again.
ALTER TABLE reply ADD COLUMN not_before TEXT;

-- Threads whose friction was all gone were passed over when what is computed was computed anew.
INSERT INTO upkeep (task) VALUES ('rebuild') ON CONFLICT (task) DO NOTHING;
