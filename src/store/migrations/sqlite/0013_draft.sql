-- What somebody has typed into a form and not sent yet: his own alone, and no act. The box holds it
-- encrypted and opens for this place alone; `changed` is when, in milliseconds since 1970 UTC.
CREATE TABLE draft (
    region  INTEGER NOT NULL,
    organ   INTEGER NOT NULL,
    account TEXT NOT NULL,
    subject TEXT NOT NULL,
    changed INTEGER NOT NULL,
    box     BLOB NOT NULL,
    PRIMARY KEY (region, account, organ, subject)
) STRICT;
CREATE INDEX draft_by_age ON draft (region, changed);
