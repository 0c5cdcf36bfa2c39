-- What leaders say of their own commitments and words, and what a month looks up.

-- Commitments their authors say they kept. The commitment itself stays theirs: only that it was kept is here.
CREATE TABLE commitment_kept (
    walk TEXT PRIMARY KEY REFERENCES walk (id),
    person TEXT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL
);
CREATE INDEX commitment_kept_by_person ON commitment_kept (person);

-- Words that their authors let the board quote, without their names. It holds no words: they stay where they were
-- written, and an agreement is to just these.
CREATE TABLE quote_agreed (
    walk TEXT NOT NULL REFERENCES walk (id),
    friction TEXT NOT NULL,             -- empty for a bright spot
    words TEXT NOT NULL,                -- SHA-256 of what was agreed to, in hexadecimal
    person TEXT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL,
    PRIMARY KEY (walk, friction, words)
);
CREATE INDEX quote_agreed_by_person ON quote_agreed (person);

-- What happened to an organisation's threads up to a moment, and the re-walks up to it.
CREATE INDEX thread_event_by_organisation ON thread_event (organisation, at, what);
CREATE INDEX walk_row_by_held ON walk_row (organisation, counted_at) WHERE held IS NOT NULL;
