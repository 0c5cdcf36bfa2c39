-- Single sign-on: an organisation's own provider, and whom it knows.

CREATE TABLE sso_provider (
    organisation TEXT PRIMARY KEY REFERENCES organisation (id),
    issuer TEXT NOT NULL,
    client_id TEXT NOT NULL,
    client_secret TEXT NOT NULL,
    tenant TEXT,                        -- the only tenant whose people are let in; null when the provider has none
    acr TEXT,                           -- what the provider must say of how they signed in; null when nothing is asked
    amr TEXT
);

CREATE TABLE single_sign_on (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,              -- whom the issuer means; never an e-mail address
    person TEXT NOT NULL REFERENCES person (id),
    linked_at BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX single_sign_on_by_person ON single_sign_on (person);
