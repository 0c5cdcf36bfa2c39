-- The inbox: what hurts most, the words of friction to search in, and views that people keep.

-- What still hurts, and how much: see store/threads/hurts.rs.
ALTER TABLE thread_row ADD COLUMN hurts BIGINT NOT NULL DEFAULT 0;
CREATE INDEX thread_row_by_hurts ON thread_row (organisation, hurts DESC, last_felt DESC, thread DESC);
CREATE INDEX thread_row_by_last_felt ON thread_row (organisation, last_felt DESC, thread DESC);
CREATE INDEX thread_row_by_first_felt ON thread_row (organisation, first_felt, thread DESC);

-- What was written of friction, in small letters without accents. It goes with its row, in the same transaction.
CREATE TABLE friction_words (
    number INTEGER PRIMARY KEY,
    friction TEXT NOT NULL UNIQUE REFERENCES friction_row (id) ON DELETE CASCADE,
    words TEXT NOT NULL
);
CREATE VIRTUAL TABLE friction_index USING fts5 (words, content = 'friction_words', content_rowid = 'number', tokenize = "unicode61 remove_diacritics 0");
-- What is taken out leaves no trace in the index.
INSERT INTO friction_index (friction_index, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER friction_words_come AFTER INSERT ON friction_words
BEGIN INSERT INTO friction_index (rowid, words) VALUES (NEW.number, NEW.words); END;
CREATE TRIGGER friction_words_go AFTER DELETE ON friction_words
BEGIN INSERT INTO friction_index (friction_index, rowid, words) VALUES ('delete', OLD.number, OLD.words); END;

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
