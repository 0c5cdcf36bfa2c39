-- A read row: what its author took back after it had stood here. Where and when, and nothing of what it said.
CREATE TABLE withdrawn_row (
    id TEXT PRIMARY KEY,
    walk TEXT NOT NULL REFERENCES walk (id),
    organisation TEXT NOT NULL,
    service TEXT,
    task TEXT NOT NULL,
    bright INTEGER NOT NULL,            -- 1 for a bright spot, 0 for a friction point
    step INTEGER,
    felt_at BIGINT NOT NULL,
    withdrawn_at BIGINT NOT NULL
);
CREATE INDEX withdrawn_row_by_walk ON withdrawn_row (walk);
CREATE INDEX withdrawn_row_by_service ON withdrawn_row (organisation, service, felt_at);

INSERT INTO upkeep (task) VALUES ('rebuild') ON CONFLICT (task) DO NOTHING;
