-- The inbox: what hurts most, the words of friction to search in, and views that people keep.

-- What still hurts, and how much: see store/threads/hurts.rs.
ALTER TABLE thread_row ADD COLUMN hurts BIGINT NOT NULL DEFAULT 0;
CREATE INDEX thread_row_by_hurts ON thread_row (organisation, hurts DESC, last_felt DESC, thread DESC);
CREATE INDEX thread_row_by_last_felt ON thread_row (organisation, last_felt DESC, thread DESC);
CREATE INDEX thread_row_by_first_felt ON thread_row (organisation, first_felt, thread DESC);

-- What was written of friction, in small letters without accents. It goes with its row, in the same transaction.
CREATE TABLE friction_words (
    number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    friction TEXT NOT NULL UNIQUE REFERENCES friction_row (id) ON DELETE CASCADE,
    words TEXT NOT NULL
);
CREATE TABLE friction_index (
    number BIGINT PRIMARY KEY REFERENCES friction_words (number) ON DELETE CASCADE,
    tokens tsvector NOT NULL
);
CREATE INDEX friction_index_by_token ON friction_index USING gin (tokens) WITH (fastupdate = off);
CREATE FUNCTION friction_words_come() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO friction_index (number, tokens) VALUES (NEW.number, to_tsvector('simple', NEW.words));
    RETURN NULL;
END $$;
CREATE TRIGGER friction_words_come AFTER INSERT ON friction_words FOR EACH ROW EXECUTE FUNCTION friction_words_come();

-- What somebody wants to see again.
CREATE TABLE saved_view (
    id TEXT PRIMARY KEY,
    organisation TEXT NOT NULL REFERENCES organisation (id),
    person TEXT NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    query TEXT NOT NULL,                -- as it stands in the address
    created_at BIGINT NOT NULL
);
CREATE INDEX saved_view_by_person ON saved_view (person, name);

INSERT INTO upkeep (task) VALUES ('rebuild') ON CONFLICT (task) DO NOTHING;
