-- One text for SQLite and PostgreSQL: TEXT ids, BIGINT milliseconds since 1970, INTEGER flags.

CREATE TABLE organisation (
    id TEXT PRIMARY KEY,
    name_en TEXT NOT NULL,
    name_cy TEXT NOT NULL,
    time_zone TEXT NOT NULL,            -- an IANA name; months are counted in it
    demonstration INTEGER NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE service (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    id TEXT NOT NULL,
    name_en TEXT NOT NULL,
    name_cy TEXT NOT NULL,
    PRIMARY KEY (organisation, id)
);

CREATE TABLE task (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    id TEXT NOT NULL,
    service TEXT NOT NULL,
    position INTEGER NOT NULL,
    body TEXT NOT NULL,                 -- the task as JSON
    PRIMARY KEY (organisation, id),
    FOREIGN KEY (organisation, service) REFERENCES service (organisation, id)
);

CREATE TABLE person (
    id TEXT PRIMARY KEY,
    organisation TEXT NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL,
    title_en TEXT NOT NULL,
    title_cy TEXT NOT NULL,
    roles TEXT NOT NULL,                -- role codes with commas between; empty sees nothing
    created_at BIGINT NOT NULL
);
CREATE INDEX person_by_organisation ON person (organisation);

CREATE TABLE person_service (
    person TEXT NOT NULL REFERENCES person (id),
    service TEXT NOT NULL,
    PRIMARY KEY (person, service)
);

-- Tokens are kept as hashes only.
CREATE TABLE invitation (
    token_hash TEXT PRIMARY KEY,
    code_hash TEXT UNIQUE,              -- the same invitation as a code to type
    person TEXT NOT NULL REFERENCES person (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    spent_at BIGINT
);
CREATE INDEX invitation_by_person ON invitation (person);

CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
CREATE INDEX session_by_person ON session (person);

-- The log. A walk's row is what an append locks.
CREATE TABLE walk (
    id TEXT PRIMARY KEY,
    organisation TEXT NOT NULL REFERENCES organisation (id),
    author TEXT NOT NULL REFERENCES person (id),
    first_received_at BIGINT NOT NULL
);
CREATE INDEX walk_by_author ON walk (author);

CREATE TABLE fact (
    id TEXT PRIMARY KEY,
    walk TEXT NOT NULL REFERENCES walk (id),
    at BIGINT NOT NULL,                 -- the phone's clock when it happened
    sent_at BIGINT NOT NULL,            -- the phone's clock when it was sent
    received_at BIGINT NOT NULL,        -- the server's clock
    kind TEXT NOT NULL,
    body TEXT NOT NULL                  -- the fact as it was sent; empty once erased
);
CREATE INDEX fact_by_walk ON fact (walk);

-- Read rows: computed from the log, replaced whole whenever their walk changes.
CREATE TABLE walk_row (
    walk TEXT PRIMARY KEY REFERENCES walk (id),
    organisation TEXT NOT NULL,
    author TEXT NOT NULL,
    service TEXT,                       -- null while the task is unknown
    task TEXT NOT NULL,                 -- empty while the walk's beginning has not arrived
    month TEXT NOT NULL,                -- YYYY-MM in the organisation's zone; empty while the task is unknown
    counted_at BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    finished INTEGER NOT NULL,
    need_met TEXT,
    did_should TEXT,
    why_not TEXT,
    ease INTEGER,
    satisfaction INTEGER,
    others_would TEXT,
    spent_ms BIGINT NOT NULL,
    steps INTEGER NOT NULL,
    steps_done INTEGER NOT NULL,
    stopped_at INTEGER,                 -- a step, counted from 0
    frictions INTEGER NOT NULL,
    committed INTEGER NOT NULL,
    hand_off TEXT,                      -- the other organisation, once the walk reached it
    hand_off_through INTEGER NOT NULL,
    again TEXT,                         -- the friction point walked again
    unknown INTEGER NOT NULL,
    body TEXT NOT NULL                  -- the walk for others as JSON: never a reflection
);
-- With what a year of outcomes is counted from, so that the rows themselves need not be read.
CREATE INDEX walk_row_by_month ON walk_row (organisation, month, finished, need_met, why_not);
CREATE INDEX walk_row_by_task ON walk_row (organisation, task, author);

CREATE TABLE friction_row (
    id TEXT PRIMARY KEY,
    walk TEXT NOT NULL REFERENCES walk (id),
    organisation TEXT NOT NULL,
    author TEXT NOT NULL,               -- to count leaders with, never shown
    service TEXT,
    task TEXT NOT NULL,
    month TEXT NOT NULL,                -- its walk's month
    felt_at BIGINT NOT NULL,
    step INTEGER NOT NULL,
    category TEXT,
    second TEXT,
    severity TEXT,
    mood INTEGER,
    feelings TEXT NOT NULL,             -- codes with commas between
    note TEXT NOT NULL,
    risk INTEGER NOT NULL,
    contacted_again INTEGER NOT NULL
);
CREATE INDEX friction_row_by_walk ON friction_row (walk);
CREATE INDEX friction_row_by_service ON friction_row (organisation, service, felt_at);
CREATE INDEX friction_row_by_month ON friction_row (organisation, month, task, step, category);
-- The same friction felt again and again, from the first time on.
CREATE INDEX friction_row_by_place ON friction_row (organisation, task, step, category, month, felt_at, author);

CREATE TABLE bright_row (
    walk TEXT NOT NULL REFERENCES walk (id),
    position INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    service TEXT,
    task TEXT NOT NULL,
    month TEXT NOT NULL,
    noted_at BIGINT NOT NULL,
    step INTEGER,
    note TEXT NOT NULL,
    PRIMARY KEY (walk, position)
);
CREATE INDEX bright_row_by_month ON bright_row (organisation, month);

-- Made on the server; no walk's change touches these. They may outlive the friction point they speak of.
CREATE TABLE friction_seen (
    friction TEXT PRIMARY KEY,
    organisation TEXT NOT NULL REFERENCES organisation (id),
    person TEXT NOT NULL REFERENCES person (id),
    seen_at BIGINT NOT NULL
);

CREATE TABLE reply (
    id TEXT PRIMARY KEY,
    friction TEXT NOT NULL,
    organisation TEXT NOT NULL REFERENCES organisation (id),
    person TEXT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX reply_by_friction ON reply (friction);
