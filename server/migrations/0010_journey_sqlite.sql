-- A read row: one walk as the map of its task needs it, kept in the order a map reads it.
CREATE TABLE journey_row (
    walk TEXT NOT NULL REFERENCES walk (id),
    organisation TEXT NOT NULL,
    service TEXT,                       -- null while the task is unknown
    task TEXT NOT NULL,
    counted_at BIGINT NOT NULL,
    trace TEXT NOT NULL,                -- steps, times, moods and friction, and nobody's words
    PRIMARY KEY (organisation, task, counted_at, walk)
) WITHOUT ROWID;
CREATE UNIQUE INDEX journey_row_by_walk ON journey_row (walk);

INSERT INTO upkeep (task) VALUES ('rebuild') ON CONFLICT (task) DO NOTHING;
