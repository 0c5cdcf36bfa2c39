-- What goes out of the house: mail, calls to other systems, and who may read with a key.

-- Where somebody is written to, and about what. Nobody is written to before they opened a message and said so.
CREATE TABLE mail_choice (
    person TEXT PRIMARY KEY REFERENCES person (id),
    address TEXT NOT NULL,
    lang TEXT NOT NULL,                 -- en, cy
    digest TEXT NOT NULL,               -- none, daily, weekly
    alerts INTEGER NOT NULL,            -- 1: of every risk, at once
    secret TEXT NOT NULL UNIQUE,        -- stands in every message: says that the address is right, or ends it
    confirmed_at BIGINT,                -- null: it is only asked whether the address is right
    changed_at BIGINT NOT NULL,
    next_digest BIGINT NOT NULL         -- when the next digest is due
);
CREATE INDEX mail_choice_by_digest ON mail_choice (next_digest);

-- A calendar at a secret address, for one person.
CREATE TABLE calendar_feed (
    person TEXT PRIMARY KEY REFERENCES person (id),
    token_hash TEXT NOT NULL UNIQUE,
    made_at BIGINT NOT NULL
);

-- Another system of the organisation that is told what happens.
CREATE TABLE hook (
    id TEXT PRIMARY KEY,
    organisation TEXT NOT NULL REFERENCES organisation (id),
    url TEXT NOT NULL,
    secret TEXT NOT NULL,               -- signs what is sent; shown once
    made_by TEXT NOT NULL REFERENCES person (id),
    made_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX hook_by_organisation ON hook (organisation, ended_at);

-- Another system of the organisation that may read. The key itself is kept nowhere.
CREATE TABLE api_key (
    id TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    organisation TEXT NOT NULL REFERENCES organisation (id),
    service TEXT,                       -- only this service; null for all of the organisation
    name TEXT NOT NULL,
    made_by TEXT NOT NULL REFERENCES person (id),
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    ended_at BIGINT
);
CREATE INDEX api_key_by_organisation ON api_key (organisation);

-- What waits to be sent, written together with what it tells.
CREATE TABLE outbox (
    id TEXT PRIMARY KEY,                -- computed from what is told to whom, so that it is told once
    organisation TEXT NOT NULL REFERENCES organisation (id),
    person TEXT REFERENCES person (id), -- who is written to; null for a call
    hook TEXT REFERENCES hook (id),     -- what is called; null for a message
    topic TEXT NOT NULL,
    body TEXT NOT NULL,                 -- JSON: ids, names of services and counts; never what anybody wrote
    made_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,             -- not tried before
    leased_until BIGINT NOT NULL,       -- some server is at it until then
    tries INTEGER NOT NULL,
    done_at BIGINT,                     -- sent, or given up
    fault TEXT NOT NULL                 -- why the last try failed; empty when none did
);
CREATE INDEX outbox_by_due ON outbox (done_at, due_at);
CREATE INDEX outbox_by_person ON outbox (person);

CREATE INDEX thread_row_in_order ON thread_row (organisation, service, thread);
