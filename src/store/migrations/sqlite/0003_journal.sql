-- The journal: one append-only log an organ, its tree head, and beside it what is personal,
-- encrypted. The leaf is SM3(0x00, canonical entry); frontier holds the roots of the full subtrees.
CREATE TABLE journal_head (
    region      INTEGER NOT NULL,
    organ       INTEGER NOT NULL,
    size        INTEGER NOT NULL,
    root        BLOB NOT NULL,
    frontier    BLOB NOT NULL,
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (region, organ)
) STRICT;
CREATE TABLE journal_entry (
    region      INTEGER NOT NULL,
    organ       INTEGER NOT NULL,
    sequence    INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    actor       TEXT NOT NULL,
    subject     TEXT NOT NULL,
    kind        TEXT NOT NULL,
    payload     BLOB NOT NULL,
    leaf        BLOB NOT NULL,
    PRIMARY KEY (region, organ, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_entry_by_subject ON journal_entry (region, organ, subject, sequence);
CREATE TABLE sealed_datum (
    region INTEGER NOT NULL,
    organ  INTEGER NOT NULL,
    id     TEXT NOT NULL,
    box    BLOB NOT NULL,
    PRIMARY KEY (region, organ, id)
) STRICT;
-- Which requests there are and which are open; their acts are the journal's entries.
CREATE TABLE request (
    region  INTEGER NOT NULL,
    organ   INTEGER NOT NULL,
    subject TEXT NOT NULL,
    number  TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    PRIMARY KEY (region, organ, subject)
) STRICT;
CREATE INDEX request_open ON request (region, organ, is_open);
