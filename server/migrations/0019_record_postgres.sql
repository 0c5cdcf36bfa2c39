-- What an organisation's board published: each month as it stood, chained to the record before it and signed.

CREATE TABLE signing_key (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    id TEXT NOT NULL,                   -- the beginning of the hash of the public half
    public TEXT NOT NULL,
    secret TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    retired_at BIGINT,
    PRIMARY KEY (organisation, id)
);

CREATE TABLE month_record (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    sequence INTEGER NOT NULL,          -- in the order of publishing, counted from 1
    month TEXT NOT NULL,                -- YYYY-MM
    version INTEGER NOT NULL,           -- of its month, counted from 1
    body TEXT NOT NULL,                 -- canonical JSON: counts and names, no sentence anybody wrote and no walk
    hash TEXT NOT NULL,                 -- SHA-256 of the body
    previous TEXT,                      -- the hash of the record before it
    signature TEXT NOT NULL,            -- of the body
    key TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    PRIMARY KEY (organisation, sequence),
    UNIQUE (organisation, month, version),
    FOREIGN KEY (organisation, key) REFERENCES signing_key (organisation, id)
);

-- The sentences of a record, which can be taken back. The record holds a commitment to each.
CREATE TABLE month_said (
    organisation TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    position INTEGER NOT NULL,          -- among the record's commitments, counted from 0
    said TEXT NOT NULL,                 -- what it is on the page
    task TEXT NOT NULL,
    step INTEGER,
    at BIGINT NOT NULL,
    text_en TEXT,                       -- null once taken back, and so is all that follows
    text_cy TEXT,
    salt TEXT,
    person TEXT REFERENCES person (id), -- who wrote it
    walk TEXT REFERENCES walk (id),     -- the walk it comes from
    PRIMARY KEY (organisation, sequence, position),
    FOREIGN KEY (organisation, sequence) REFERENCES month_record (organisation, sequence)
);
CREATE INDEX month_said_by_person ON month_said (person);
CREATE INDEX month_said_by_walk ON month_said (walk);

-- The walks a record counted. The record holds a commitment to each.
CREATE TABLE month_walk (
    organisation TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    walk TEXT NOT NULL REFERENCES walk (id),
    finished INTEGER NOT NULL,          -- as it was then
    salt TEXT NOT NULL,
    PRIMARY KEY (organisation, sequence, walk),
    FOREIGN KEY (organisation, sequence) REFERENCES month_record (organisation, sequence)
);
CREATE INDEX month_walk_by_walk ON month_walk (walk);

CREATE FUNCTION month_record_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a published month is not changed'; END $$;
CREATE TRIGGER month_record_is_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON month_record
FOR EACH STATEMENT EXECUTE FUNCTION month_record_stays();

CREATE FUNCTION month_said_is_taken_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the words of a published month are only taken back'; END $$;
CREATE TRIGGER month_said_is_only_taken_back BEFORE UPDATE ON month_said
FOR EACH ROW WHEN (NEW.text_en IS NOT NULL OR NEW.text_cy IS NOT NULL OR NEW.salt IS NOT NULL
    OR NEW.person IS NOT NULL OR NEW.walk IS NOT NULL
    OR NEW.organisation <> OLD.organisation OR NEW.sequence <> OLD.sequence OR NEW.position <> OLD.position
    OR NEW.said <> OLD.said OR NEW.task <> OLD.task OR NEW.step IS DISTINCT FROM OLD.step OR NEW.at <> OLD.at)
EXECUTE FUNCTION month_said_is_taken_back();
CREATE TRIGGER month_said_is_not_deleted BEFORE DELETE OR TRUNCATE ON month_said
FOR EACH STATEMENT EXECUTE FUNCTION month_said_is_taken_back();

CREATE FUNCTION month_walk_is_forgotten() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the walks of a published month are only forgotten'; END $$;
CREATE TRIGGER month_walk_is_not_changed BEFORE UPDATE OR TRUNCATE ON month_walk
FOR EACH STATEMENT EXECUTE FUNCTION month_walk_is_forgotten();
