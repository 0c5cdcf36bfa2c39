-- The same friction felt again is one thread.

-- What the team has said and decided. No walk's change touches it but to make it.
CREATE TABLE thread (
    id TEXT PRIMARY KEY,                -- computed from where it was first felt; random for one made by hand
    organisation TEXT NOT NULL REFERENCES organisation (id),
    service TEXT NOT NULL,
    task TEXT NOT NULL,
    step INTEGER NOT NULL,
    category TEXT NOT NULL,             -- empty for "something else"
    merged_into TEXT REFERENCES thread (id),
    decision TEXT NOT NULL,
    decided_at BIGINT NOT NULL,
    judged_from BIGINT,                 -- from when on re-walks judge the change; null while there is none
    planned_for TEXT,                   -- a day, YYYY-MM-DD
    reason TEXT NOT NULL,               -- why not now
    owner TEXT REFERENCES person (id),
    due_on TEXT,                        -- a day, YYYY-MM-DD
    view TEXT NOT NULL,                 -- the team's own view, for the board to read beside the friction
    created_at BIGINT NOT NULL,
    FOREIGN KEY (organisation, service) REFERENCES service (organisation, id)
);
CREATE INDEX thread_by_service ON thread (organisation, service);
CREATE INDEX thread_by_parent ON thread (merged_into);
CREATE INDEX thread_by_owner ON thread (owner);

-- Friction that the team has put into another thread than its place says.
CREATE TABLE thread_pin (
    friction TEXT PRIMARY KEY,
    thread TEXT NOT NULL REFERENCES thread (id)
);
CREATE INDEX thread_pin_by_thread ON thread_pin (thread);

-- What happened to a thread, written together with it. Nothing here is changed.
CREATE TABLE thread_event (
    id TEXT PRIMARY KEY,
    thread TEXT NOT NULL REFERENCES thread (id),
    organisation TEXT NOT NULL REFERENCES organisation (id),
    person TEXT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL,
    what TEXT NOT NULL,
    body TEXT NOT NULL                  -- JSON
);
CREATE INDEX thread_event_by_thread ON thread_event (thread, at, id);
CREATE INDEX thread_event_by_person ON thread_event (person);

-- A read row: what a thread's friction adds up to, and how it stands.
CREATE TABLE thread_row (
    thread TEXT PRIMARY KEY REFERENCES thread (id),
    organisation TEXT NOT NULL,
    service TEXT NOT NULL,
    state TEXT NOT NULL,
    felt INTEGER NOT NULL,              -- how often it was felt
    leaders INTEGER NOT NULL,           -- by how many
    first_felt BIGINT NOT NULL,
    last_felt BIGINT NOT NULL,
    worst INTEGER NOT NULL,             -- 0 not said, 1 slowed, 2 nearly stopped, 3 stopped
    stopped INTEGER NOT NULL,           -- how often it stopped somebody
    risk INTEGER NOT NULL,              -- how often somebody saw a risk
    contacted_again INTEGER NOT NULL,
    unseen INTEGER NOT NULL,            -- how many of them nobody of the team has looked at
    held TEXT,                          -- what the last re-walk answered
    held_at BIGINT
);
CREATE INDEX thread_row_by_service ON thread_row (organisation, service, state);

ALTER TABLE friction_row ADD COLUMN own TEXT;    -- its thread before any merging; null while its task is unknown
ALTER TABLE friction_row ADD COLUMN thread TEXT; -- the thread it is in
CREATE INDEX friction_row_by_thread ON friction_row (thread, felt_at, author, severity, risk, contacted_again);
CREATE INDEX friction_row_by_own ON friction_row (own);

ALTER TABLE walk_row ADD COLUMN held TEXT;       -- on a re-walk: did it hold?
CREATE INDEX walk_row_by_again ON walk_row (again, held, counted_at);

INSERT INTO upkeep (task) VALUES ('rebuild') ON CONFLICT (task) DO NOTHING;
