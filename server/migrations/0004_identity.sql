-- Who gets in, by what, and what was done.

ALTER TABLE organisation ADD COLUMN sign_in TEXT NOT NULL DEFAULT 'passkey';  -- passkey, either, sso_only

ALTER TABLE person ADD COLUMN disabled_at BIGINT;                  -- from then on nothing is shown to them
ALTER TABLE person ADD COLUMN break_glass INTEGER NOT NULL DEFAULT 0; -- may use a passkey where single sign-on is the only way
ALTER TABLE person ADD COLUMN handle TEXT;                         -- random; what their passkeys know them by
ALTER TABLE person ADD COLUMN appears_as TEXT NOT NULL DEFAULT 'walkthrough'; -- to service teams: walkthrough, title
CREATE UNIQUE INDEX person_by_handle ON person (handle);

ALTER TABLE invitation ADD COLUMN kind TEXT NOT NULL DEFAULT 'first'; -- first, recovery, device

ALTER TABLE session ADD COLUMN id TEXT NOT NULL DEFAULT '';        -- names it to its owner; no secret
ALTER TABLE session ADD COLUMN how TEXT NOT NULL DEFAULT 'invitation'; -- invitation, passkey, single_sign_on
ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';    -- browser and system, in words
ALTER TABLE session ADD COLUMN confirmed_at BIGINT NOT NULL DEFAULT 0; -- when the person last proved to be there
UPDATE session SET id = substr(token_hash, 1, 16);
CREATE UNIQUE INDEX session_by_id ON session (id);

CREATE TABLE passkey (
    id TEXT PRIMARY KEY,                -- the credential's id, base64url
    person TEXT NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    body TEXT NOT NULL,                 -- public key and counter, as JSON
    made_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX passkey_by_person ON passkey (person);

-- What a browser has begun and not finished: making a passkey, signing in, single sign-on. Bound to that browser by a cookie.
CREATE TABLE ceremony (
    token_hash TEXT PRIMARY KEY,        -- of the cookie
    kind TEXT NOT NULL,
    person TEXT REFERENCES person (id),
    state TEXT NOT NULL,                -- what must be known to finish it, as JSON
    expires_at BIGINT NOT NULL
);

-- Who did what when; never what it said. Nothing here is changed or taken away.
CREATE TABLE audit (
    id TEXT PRIMARY KEY,
    organisation TEXT NOT NULL,
    at BIGINT NOT NULL,
    person TEXT,                        -- who; null for the operator's commands
    what TEXT NOT NULL,
    about TEXT NOT NULL                 -- the id of what it was done to, or the address that was denied
);
CREATE INDEX audit_by_time ON audit (organisation, at, id);
CREATE INDEX audit_by_person ON audit (person);
