-- A read row: one walk as the map of its task needs it.
CREATE TABLE journey_row (
    walk TEXT PRIMARY KEY REFERENCES walk (id),
    organisation TEXT NOT NULL,
    service TEXT,                       -- null while the task is unknown
    task TEXT NOT NULL,
    counted_at BIGINT NOT NULL,
    trace TEXT NOT NULL                 -- steps, times, moods and friction, and nobody's words
);
CREATE INDEX journey_row_by_task ON journey_row (organisation, task, counted_at);

INSERT INTO upkeep (task) VALUES ('rebuild') ON CONFLICT (task) DO NOTHING;
