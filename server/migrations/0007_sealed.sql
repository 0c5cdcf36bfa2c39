-- What a phone seals at sign-out. BYTEA is PostgreSQL's name for bytes; SQLite keeps bytes as they are under any name.

-- An organisation's key pair. Nothing else is ever done with it.
CREATE TABLE sealing_key (
    organisation TEXT PRIMARY KEY REFERENCES organisation (id),
    name TEXT NOT NULL UNIQUE,          -- the start of the public key's hash: what a seal names it by
    secret BYTEA NOT NULL,
    public BYTEA NOT NULL,
    made_at BIGINT NOT NULL
);

-- Tickets are kept as hashes only. Who has one may add to that person's own walks, and read nothing.
CREATE TABLE upload_ticket (
    ticket_hash TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    made_at BIGINT NOT NULL
);
CREATE INDEX upload_ticket_by_person ON upload_ticket (person);

-- Came sealed while its person was disabled. It stays sealed, and nobody is shown it, until they are enabled again.
CREATE TABLE held_seal (
    id TEXT PRIMARY KEY,                -- SHA-256 of the bytes
    person TEXT NOT NULL REFERENCES person (id),
    position BIGINT NOT NULL,           -- facts first, then the pieces of each photo in their order
    sealed BYTEA NOT NULL,
    size BIGINT NOT NULL,
    received_at BIGINT NOT NULL
);
CREATE INDEX held_seal_by_person ON held_seal (person, position);
