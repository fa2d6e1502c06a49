-- The units inside a body, a row each: its name and kind, the day on which it ended (empty while it
-- stands) and the number of the unit that took over.
CREATE TABLE organ_unit (
    region    INTEGER NOT NULL,
    organ     INTEGER NOT NULL,
    subject   TEXT NOT NULL,
    number    INTEGER NOT NULL,
    name      TEXT NOT NULL,
    kind      TEXT NOT NULL,
    ended_on  TEXT NOT NULL,
    successor TEXT NOT NULL,
    acts      INTEGER NOT NULL,
    PRIMARY KEY (region, organ, subject)
) STRICT;
-- In which unit somebody of the body works: its number as it was given, which may have ended since,
-- and how many acts the account had had, since a later move to another body voids it.
CREATE TABLE organ_unit_member (
    region       INTEGER NOT NULL,
    organ        INTEGER NOT NULL,
    account      TEXT NOT NULL,
    unit         TEXT NOT NULL,
    account_acts INTEGER NOT NULL,
    PRIMARY KEY (region, organ, account)
) STRICT;
-- To which unit of which body, and to whom there, a request is assigned: empty where it was taken
-- back. unit is number/number, of the body and of the unit as it was given.
CREATE TABLE assignment (
    region    INTEGER NOT NULL,
    organ     INTEGER NOT NULL,
    subject   TEXT NOT NULL,
    request   TEXT NOT NULL,
    unit      TEXT NOT NULL,
    person    TEXT NOT NULL,
    until     TEXT NOT NULL,
    acts      INTEGER NOT NULL,
    PRIMARY KEY (region, organ, subject)
) STRICT;
CREATE INDEX assignment_by_request ON assignment (region, organ, request);
CREATE INDEX assignment_by_person ON assignment (region, organ, person, request);
CREATE INDEX assignment_by_unit ON assignment (region, organ, unit, request);
