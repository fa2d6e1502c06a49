-- Hotline tickets and letters of the mailboxes, as their lists show them; the acts themselves are
-- the journal's entries. Days are texts, 9999-12-31 where there is none. in_time, contacted, solved
-- and satisfied are 1 for yes, 0 for no and -1 where nothing is known. What the public may search
-- stands in title and sought, which are empty while nothing is public.
CREATE TABLE message (
    region       INTEGER NOT NULL,
    organ        INTEGER NOT NULL,
    subject      TEXT NOT NULL,
    number       TEXT NOT NULL,
    source       TEXT NOT NULL,
    kind         TEXT NOT NULL,
    state        TEXT NOT NULL,
    stage        TEXT NOT NULL,
    ticket       TEXT NOT NULL,
    urgent       INTEGER NOT NULL,
    is_open      INTEGER NOT NULL,
    awaits       INTEGER NOT NULL,
    received_on  TEXT NOT NULL,
    due_on       TEXT NOT NULL,
    replied_on   TEXT NOT NULL,
    closed_on    TEXT NOT NULL,
    called_on    TEXT NOT NULL,
    ours         INTEGER NOT NULL,
    in_time      INTEGER NOT NULL,
    contacted    INTEGER NOT NULL,
    solved       INTEGER NOT NULL,
    satisfied    INTEGER NOT NULL,
    satisfaction TEXT NOT NULL,
    handler      TEXT NOT NULL,
    unit         TEXT NOT NULL,
    is_public    INTEGER NOT NULL,
    published_on TEXT NOT NULL,
    title        TEXT NOT NULL,
    sought       TEXT NOT NULL,
    PRIMARY KEY (region, organ, subject)
) STRICT;
CREATE INDEX message_due ON message (region, organ, due_on, subject);
CREATE INDEX message_received ON message (region, organ, received_on, subject);
CREATE INDEX message_number ON message (region, organ, number, subject);
CREATE INDEX message_open ON message (region, organ, is_open);
CREATE INDEX message_ticket ON message (region, organ, ticket);
CREATE INDEX message_closed ON message (region, organ, closed_on);
CREATE INDEX message_called ON message (region, organ, called_on);
CREATE INDEX message_public ON message (region, organ, is_public, published_on, subject);
