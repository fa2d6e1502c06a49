-- Hotline tickets and letters of the mailboxes, as their lists show them; the acts themselves are
-- the journal's entries. Days are texts, 9999-12-31 where there is none. in_time, contacted, solved
-- and satisfied are 1 for yes, 0 for no and -1 where nothing is known. What the public may search
-- stands in title and sought, which are empty while nothing is public.
CREATE TABLE message (
    region       BIGINT NOT NULL,
    organ        BIGINT NOT NULL,
    subject      TEXT COLLATE "C" NOT NULL,
    number       TEXT COLLATE "C" NOT NULL,
    source       TEXT COLLATE "C" NOT NULL,
    kind         TEXT COLLATE "C" NOT NULL,
    state        TEXT COLLATE "C" NOT NULL,
    stage        TEXT COLLATE "C" NOT NULL,
    ticket       TEXT COLLATE "C" NOT NULL,
    urgent       BIGINT NOT NULL,
    is_open      BIGINT NOT NULL,
    awaits       BIGINT NOT NULL,
    received_on  TEXT COLLATE "C" NOT NULL,
    due_on       TEXT COLLATE "C" NOT NULL,
    replied_on   TEXT COLLATE "C" NOT NULL,
    closed_on    TEXT COLLATE "C" NOT NULL,
    called_on    TEXT COLLATE "C" NOT NULL,
    ours         BIGINT NOT NULL,
    in_time      BIGINT NOT NULL,
    contacted    BIGINT NOT NULL,
    solved       BIGINT NOT NULL,
    satisfied    BIGINT NOT NULL,
    satisfaction TEXT COLLATE "C" NOT NULL,
    handler      TEXT COLLATE "C" NOT NULL,
    unit         TEXT COLLATE "C" NOT NULL,
    is_public    BIGINT NOT NULL,
    published_on TEXT COLLATE "C" NOT NULL,
    title        TEXT COLLATE "C" NOT NULL,
    sought       TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (region, organ, subject)
);
CREATE INDEX message_due ON message (region, organ, due_on, subject);
CREATE INDEX message_received ON message (region, organ, received_on, subject);
CREATE INDEX message_number ON message (region, organ, number, subject);
CREATE INDEX message_open ON message (region, organ, is_open);
CREATE INDEX message_ticket ON message (region, organ, ticket);
CREATE INDEX message_closed ON message (region, organ, closed_on);
CREATE INDEX message_called ON message (region, organ, called_on);
CREATE INDEX message_public ON message (region, organ, is_public, published_on, subject);
