-- A read row: how often something is counted in a month. It is the sum of what the month's walks add, kept by append.
CREATE TABLE month_count (
    organisation TEXT NOT NULL,
    measure TEXT NOT NULL,              -- what is counted
    place TEXT NOT NULL,                -- task, step and category as JSON, where one place is asked for; else empty
    month TEXT NOT NULL,                -- YYYY-MM
    value TEXT NOT NULL,                -- which: an answer, a number of minutes, the id of a leader
    part INTEGER NOT NULL,              -- of a whole month one of eight, by walk, so that many who write at once seldom wait; else 0
    n BIGINT NOT NULL,
    PRIMARY KEY (organisation, measure, place, month, value, part)
) WITH (fillfactor = 70);

-- What the walk adds to its month, so that exactly that can be taken away again; empty while that is nothing.
ALTER TABLE walk_row ADD COLUMN counts TEXT NOT NULL DEFAULT '';

-- A month's newest bright spots, without reading all of them.
CREATE INDEX bright_row_by_noted ON bright_row (organisation, month, noted_at);
DROP INDEX bright_row_by_month;

INSERT INTO upkeep (task) VALUES ('rebuild') ON CONFLICT (task) DO NOTHING;
