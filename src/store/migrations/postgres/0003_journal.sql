-- The journal: one append-only log an organ, its tree head, and beside it what is personal,
-- encrypted. The leaf is SM3(0x00, canonical entry); frontier holds the roots of the full subtrees.
CREATE TABLE journal_head (
    region      BIGINT NOT NULL,
    organ       BIGINT NOT NULL,
    size        BIGINT NOT NULL,
    root        BYTEA NOT NULL,
    frontier    BYTEA NOT NULL,
    recorded_at BIGINT NOT NULL,
    PRIMARY KEY (region, organ)
);
CREATE TABLE journal_entry (
    region      BIGINT NOT NULL,
    organ       BIGINT NOT NULL,
    sequence    BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    actor       TEXT NOT NULL,
    subject     TEXT COLLATE "C" NOT NULL,
    kind        TEXT NOT NULL,
    payload     BYTEA NOT NULL,
    leaf        BYTEA NOT NULL,
    PRIMARY KEY (region, organ, sequence)
);
CREATE INDEX journal_entry_by_subject ON journal_entry (region, organ, subject, sequence);
CREATE TABLE sealed_datum (
    region BIGINT NOT NULL,
    organ  BIGINT NOT NULL,
    id     TEXT NOT NULL,
    box    BYTEA NOT NULL,
    PRIMARY KEY (region, organ, id)
);
-- Which requests there are and which are open; their acts are the journal's entries.
CREATE TABLE request (
    region  BIGINT NOT NULL,
    organ   BIGINT NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    number  TEXT COLLATE "C" NOT NULL,
    is_open BIGINT NOT NULL,
    PRIMARY KEY (region, organ, subject)
);
CREATE INDEX request_open ON request (region, organ, is_open);
