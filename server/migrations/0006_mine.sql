-- What a leader shares of what is theirs alone: one row for each reader of each item. Taken back, the row is gone.
CREATE TABLE share (
    id TEXT PRIMARY KEY,
    organisation TEXT NOT NULL REFERENCES organisation (id),
    walk TEXT NOT NULL REFERENCES walk (id),
    item TEXT NOT NULL,                 -- commitment, or reflection- and the code of its question
    author TEXT NOT NULL REFERENCES person (id),
    reader TEXT NOT NULL REFERENCES person (id),
    shared_at BIGINT NOT NULL,
    UNIQUE (walk, item, reader)
);
CREATE INDEX share_by_author ON share (author);
CREATE INDEX share_by_reader ON share (reader);

-- Who asked to be erased, and from when on it is done.
CREATE TABLE erasure (
    person TEXT PRIMARY KEY REFERENCES person (id),
    asked_at BIGINT,                    -- null while nobody asks
    due_at BIGINT,
    held_at BIGINT                      -- since when an operator holds it: until that is lifted nothing is done
);

ALTER TABLE person ADD COLUMN erased_at BIGINT; -- from then on the row says only that there was somebody
