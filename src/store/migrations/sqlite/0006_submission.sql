-- How far each body's report of a year is on its way up; the events are the journal's entries.
CREATE TABLE submission (
    region  INTEGER NOT NULL,
    organ   INTEGER NOT NULL,
    subject TEXT NOT NULL,
    year    INTEGER NOT NULL,
    state   TEXT NOT NULL,
    PRIMARY KEY (region, organ, subject)
) STRICT;
CREATE INDEX submission_by_year ON submission (region, year);
