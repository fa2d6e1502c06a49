-- The units inside a body, a row each: its name and kind, the day on which it ended (empty while it
-- stands) and the number of the unit that took over.
CREATE TABLE organ_unit (
    region    BIGINT NOT NULL,
    organ     BIGINT NOT NULL,
    subject   TEXT COLLATE "C" NOT NULL,
    number    BIGINT NOT NULL,
    name      TEXT COLLATE "C" NOT NULL,
    kind      TEXT COLLATE "C" NOT NULL,
    ended_on  TEXT COLLATE "C" NOT NULL,
    successor TEXT COLLATE "C" NOT NULL,
    acts      BIGINT NOT NULL,
    PRIMARY KEY (region, organ, subject)
);
-- In which unit somebody of the body works: its number as it was given, which may have ended since,
-- and how many acts the account had had, since a later move to another body voids it.
CREATE TABLE organ_unit_member (
    region       BIGINT NOT NULL,
    organ        BIGINT NOT NULL,
    account      TEXT COLLATE "C" NOT NULL,
    unit         TEXT COLLATE "C" NOT NULL,
    account_acts BIGINT NOT NULL,
    PRIMARY KEY (region, organ, account)
);
-- To which unit of which body, and to whom there, a request is assigned: empty where it was taken
-- back. unit is number/number, of the body and of the unit as it was given.
CREATE TABLE assignment (
    region    BIGINT NOT NULL,
    organ     BIGINT NOT NULL,
    subject   TEXT COLLATE "C" NOT NULL,
    request   TEXT COLLATE "C" NOT NULL,
    unit      TEXT COLLATE "C" NOT NULL,
    person    TEXT COLLATE "C" NOT NULL,
    until     TEXT COLLATE "C" NOT NULL,
    acts      BIGINT NOT NULL,
    PRIMARY KEY (region, organ, subject)
);
CREATE INDEX assignment_by_request ON assignment (region, organ, request);
CREATE INDEX assignment_by_person ON assignment (region, organ, person, request);
CREATE INDEX assignment_by_unit ON assignment (region, organ, unit, request);
