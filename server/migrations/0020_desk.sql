-- What the secretary prepares before a month is published, and addresses for who reads it without an account.

-- A version of a month while it is prepared, and how it came about once it is published.
CREATE TABLE month_draft (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    month TEXT NOT NULL,                -- YYYY-MM
    version INTEGER NOT NULL,           -- counted from 1
    edition INTEGER NOT NULL,           -- how often it was changed: what is approved is what was seen
    reply_opened_at BIGINT,             -- null: the teams were not asked yet
    reply_until BIGINT,                 -- until when they may put their view
    words_en TEXT NOT NULL,             -- the secretary's words at the head of the page
    words_cy TEXT NOT NULL,
    reason_en TEXT NOT NULL,            -- what a correction changes; empty in version 1
    reason_cy TEXT NOT NULL,
    approval_lost INTEGER NOT NULL,     -- 1: it was approved, and changed since
    approved_by TEXT REFERENCES person (id),
    approved_at BIGINT,
    published_at BIGINT,                -- null while it is a draft
    PRIMARY KEY (organisation, month, version)
);
CREATE INDEX month_draft_by_reply ON month_draft (organisation, reply_until);
CREATE INDEX month_draft_by_person ON month_draft (approved_by);

-- What a board was asked for in a month, and what became of it. The words are the organisation's.
CREATE TABLE month_ask (
    id TEXT PRIMARY KEY,                -- made with the form: sent twice, it asks once
    organisation TEXT NOT NULL REFERENCES organisation (id),
    month TEXT NOT NULL,
    text_en TEXT NOT NULL,
    text_cy TEXT NOT NULL,
    became_en TEXT NOT NULL,            -- empty while nothing was said of it
    became_cy TEXT NOT NULL,
    became_month TEXT,                  -- the month whose page says so
    made_at BIGINT NOT NULL
);
CREATE INDEX month_ask_by_month ON month_ask (organisation, month);

CREATE TABLE paper_link (
    id TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,    -- the address itself is kept nowhere
    organisation TEXT NOT NULL REFERENCES organisation (id),
    month TEXT NOT NULL,
    label TEXT NOT NULL,
    created_by TEXT NOT NULL REFERENCES person (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX paper_link_by_month ON paper_link (organisation, month);
CREATE INDEX paper_link_by_person ON paper_link (created_by);

-- Who wants to be told when a month is published. Nobody is before they say so.
ALTER TABLE mail_choice ADD COLUMN months INTEGER NOT NULL DEFAULT 0;
