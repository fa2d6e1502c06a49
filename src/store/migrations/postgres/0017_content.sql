-- Texts and files by the SHA-256 of their bytes, in parts: on PostgreSQL, so that several servers
-- see them and one dump is one state. On SQLite they are files of the data folder, and this is empty.
CREATE TABLE content (
    region BIGINT NOT NULL,
    digest TEXT COLLATE "C" NOT NULL,
    part   BIGINT NOT NULL,
    bytes  BYTEA NOT NULL,
    PRIMARY KEY (region, digest, part)
);
