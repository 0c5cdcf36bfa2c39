-- Photos. BYTEA is PostgreSQL's name for bytes; SQLite keeps bytes as they are under any name.

-- A read row: a photo that stands.
CREATE TABLE photo_row (
    id TEXT PRIMARY KEY,
    walk TEXT NOT NULL REFERENCES walk (id),
    organisation TEXT NOT NULL,
    author TEXT NOT NULL,
    service TEXT,
    friction TEXT NOT NULL,
    sha256 TEXT NOT NULL,               -- of the bytes on the phone
    size BIGINT NOT NULL                -- how many bytes those are
);
CREATE INDEX photo_row_by_walk ON photo_row (walk);
CREATE INDEX photo_row_by_friction ON photo_row (friction);

-- What has arrived of a photo that is not whole yet.
CREATE TABLE photo_part (
    photo TEXT NOT NULL,
    walk TEXT NOT NULL REFERENCES walk (id),
    begins BIGINT NOT NULL,             -- the place of its first byte in the photo
    size BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (photo, begins)
);
CREATE INDEX photo_part_by_walk ON photo_part (walk);

-- The picture made anew from a whole photo: what is shown.
CREATE TABLE photo (
    id TEXT PRIMARY KEY,
    walk TEXT NOT NULL REFERENCES walk (id),
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    jpeg BYTEA NOT NULL
);
CREATE INDEX photo_by_walk ON photo (walk);

-- What is to be done once before the database is used. Walks are read differently from now on.
CREATE TABLE upkeep (
    task TEXT PRIMARY KEY
);
INSERT INTO upkeep (task) VALUES ('rebuild');
