-- What somebody has typed into a form and not sent yet: his own alone, and no act. The box holds it
-- encrypted and opens for this place alone; `changed` is when, in milliseconds since 1970 UTC.
CREATE TABLE draft (
    region  BIGINT NOT NULL,
    organ   BIGINT NOT NULL,
    account TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    changed BIGINT NOT NULL,
    box     BYTEA NOT NULL,
    PRIMARY KEY (region, account, organ, subject)
);
CREATE INDEX draft_by_age ON draft (region, changed);
