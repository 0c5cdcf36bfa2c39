-- How many people do a task in a year, as its team says, and where they have it from. It names nobody.
CREATE TABLE task_volume (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    task TEXT NOT NULL,
    year BIGINT NOT NULL,
    low BIGINT NOT NULL,
    high BIGINT NOT NULL,
    source TEXT NOT NULL,
    entered_at BIGINT NOT NULL,
    PRIMARY KEY (organisation, task, year)
);
