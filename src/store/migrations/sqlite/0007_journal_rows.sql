-- Kept by its primary key, the journal was searched along it for the entries of one subject, from
-- the first to the last: SQLite takes such a key for cheaper than any other index. With rows of
-- their own the entries of a subject are found by the index that is there for it.
CREATE TABLE journal_entry_in_rows (
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
) STRICT;
INSERT INTO journal_entry_in_rows
    SELECT region, organ, sequence, recorded_at, actor, subject, kind, payload, leaf
    FROM journal_entry ORDER BY region, organ, sequence;
DROP TABLE journal_entry;
ALTER TABLE journal_entry_in_rows RENAME TO journal_entry;
CREATE INDEX journal_entry_by_subject ON journal_entry (region, organ, subject, sequence);
