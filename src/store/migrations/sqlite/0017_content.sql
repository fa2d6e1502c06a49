-- Texts and files by the SHA-256 of their bytes, in parts: on PostgreSQL, so that several servers
-- see them and one dump is one state. On SQLite they are files of the data folder, and this is empty.
CREATE TABLE content (
    region INTEGER NOT NULL,
    digest TEXT NOT NULL,
    part   INTEGER NOT NULL,
    bytes  BLOB NOT NULL,
    PRIMARY KEY (region, digest, part)
) STRICT;
