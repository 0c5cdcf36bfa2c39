-- What leaves a team's hands: pages at an address of their own, and threads offered to another organisation here.
-- Neither holds a copy: what is shown is read live, and bounded by what was chosen.

-- At which of its services an organisation takes offers. No row, no offers.
CREATE TABLE takes_offers (
    organisation TEXT NOT NULL,
    service TEXT NOT NULL,
    PRIMARY KEY (organisation, service),
    FOREIGN KEY (organisation, service) REFERENCES service (organisation, id)
);

CREATE TABLE packet (
    id TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,    -- the address itself is kept nowhere
    organisation TEXT NOT NULL REFERENCES organisation (id),
    thread TEXT NOT NULL REFERENCES thread (id),
    person TEXT NOT NULL REFERENCES person (id),
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    ended_at BIGINT,
    openings INTEGER NOT NULL,
    opened_at BIGINT                    -- the last time
);
CREATE INDEX packet_by_thread ON packet (thread);
CREATE INDEX packet_by_person ON packet (person);

CREATE TABLE offer (
    id TEXT PRIMARY KEY,
    organisation TEXT NOT NULL REFERENCES organisation (id), -- whose thread it is
    thread TEXT NOT NULL REFERENCES thread (id),
    person TEXT NOT NULL REFERENCES person (id),
    to_organisation TEXT NOT NULL,
    to_service TEXT NOT NULL,
    message TEXT NOT NULL,
    offered_at BIGINT NOT NULL,
    taken_back_at BIGINT,
    FOREIGN KEY (to_organisation, to_service) REFERENCES service (organisation, id)
);
CREATE INDEX offer_by_thread ON offer (thread);
CREATE INDEX offer_by_service ON offer (to_organisation, to_service);
CREATE INDEX offer_by_person ON offer (person);

-- What the other organisation said. Nothing here is changed.
CREATE TABLE offer_answer (
    id TEXT PRIMARY KEY,
    offer TEXT NOT NULL REFERENCES offer (id),
    organisation TEXT NOT NULL REFERENCES organisation (id),
    person TEXT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL,
    answer TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX offer_answer_by_offer ON offer_answer (offer, at, id);
CREATE INDEX offer_answer_by_person ON offer_answer (person);

-- Whose own words go along, as they were when they were ticked.
CREATE TABLE told_words (
    holder TEXT NOT NULL,               -- a packet or an offer
    friction TEXT NOT NULL,
    walk TEXT NOT NULL REFERENCES walk (id),
    described INTEGER NOT NULL,         -- how often it had been described: described again, it is not what was ticked
    PRIMARY KEY (holder, friction)
);
CREATE INDEX told_words_by_walk ON told_words (walk);
