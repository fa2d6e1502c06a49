-- The logs for everybody (docs/log.md): over each journal a second tree, with SHA-256, in tiles of up
-- to 256 hashes. The program fills them while it serves, those of entries that were there before
-- too, so that no start waits for it.
CREATE TABLE log_tree (
    region INTEGER NOT NULL,
    organ  INTEGER NOT NULL,
    size   INTEGER NOT NULL,
    root   BLOB NOT NULL,
    PRIMARY KEY (region, organ)
) STRICT;
CREATE TABLE log_tile (
    region INTEGER NOT NULL,
    organ  INTEGER NOT NULL,
    level  INTEGER NOT NULL,
    number INTEGER NOT NULL,
    hashes BLOB NOT NULL,
    PRIMARY KEY (region, organ, level, number)
) STRICT;
-- The last checkpoint of a log that a witness cosigned: a signed note.
CREATE TABLE log_cosigned (
    region  INTEGER NOT NULL,
    organ   INTEGER NOT NULL,
    witness TEXT NOT NULL,
    size    INTEGER NOT NULL,
    note    TEXT NOT NULL,
    PRIMARY KEY (region, organ, witness)
) STRICT;
-- What this installation cosigned last of each log that it is the witness of. Region 0 is the
-- installation itself.
CREATE TABLE witnessed (
    region INTEGER NOT NULL,
    origin TEXT NOT NULL,
    size   INTEGER NOT NULL,
    root   BLOB NOT NULL,
    PRIMARY KEY (region, origin)
) STRICT;
