-- How far each body's report of a year is on its way up; the events are the journal's entries.
CREATE TABLE submission (
    region  BIGINT NOT NULL,
    organ   BIGINT NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    year    BIGINT NOT NULL,
    state   TEXT NOT NULL,
    PRIMARY KEY (region, organ, subject)
);
CREATE INDEX submission_by_year ON submission (region, year);
