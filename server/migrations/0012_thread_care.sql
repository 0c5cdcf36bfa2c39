-- What a team does about a thread beside deciding.

-- Notes of the team's own: nobody else reads them.
CREATE TABLE thread_note (
    id TEXT PRIMARY KEY,                -- made with the form, so that a note sent twice is one
    thread TEXT NOT NULL REFERENCES thread (id),
    organisation TEXT NOT NULL REFERENCES organisation (id),
    person TEXT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX thread_note_by_thread ON thread_note (thread, at, id);
CREATE INDEX thread_note_by_person ON thread_note (person);

-- Whom an event is about: who was given a thread to look after.
ALTER TABLE thread_event ADD COLUMN about TEXT REFERENCES person (id);
CREATE INDEX thread_event_by_about ON thread_event (about);

-- When the team's view was put.
ALTER TABLE thread ADD COLUMN view_at BIGINT;

-- Who is told at once when somebody sees a risk at a service.
CREATE TABLE risk_contact (
    organisation TEXT NOT NULL,
    service TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES person (id),
    set_at BIGINT NOT NULL,
    PRIMARY KEY (organisation, service),
    FOREIGN KEY (organisation, service) REFERENCES service (organisation, id)
);
CREATE INDEX risk_contact_by_person ON risk_contact (person);

-- For how many days a team may put its view beside what was felt before the board is told that it has put none.
ALTER TABLE organisation ADD COLUMN reply_days INTEGER NOT NULL DEFAULT 14;
