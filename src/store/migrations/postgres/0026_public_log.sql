-- The logs for everybody (docs/log.md): over each journal a second tree, with SHA-256, in tiles of up
-- to 256 hashes. The program fills them while it serves, those of entries that were there before
-- too, so that no start waits for it.
CREATE TABLE log_tree (
    region BIGINT NOT NULL,
    organ  BIGINT NOT NULL,
    size   BIGINT NOT NULL,
    root   BYTEA NOT NULL,
    PRIMARY KEY (region, organ)
);
CREATE TABLE log_tile (
    region BIGINT NOT NULL,
    organ  BIGINT NOT NULL,
    level  BIGINT NOT NULL,
    number BIGINT NOT NULL,
    hashes BYTEA NOT NULL,
    PRIMARY KEY (region, organ, level, number)
);
-- The last checkpoint of a log that a witness cosigned: a signed note.
CREATE TABLE log_cosigned (
    region  BIGINT NOT NULL,
    organ   BIGINT NOT NULL,
    witness TEXT COLLATE "C" NOT NULL,
    size    BIGINT NOT NULL,
    note    TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (region, organ, witness)
);
-- What this installation cosigned last of each log that it is the witness of. Region 0 is the
-- installation itself.
CREATE TABLE witnessed (
    region BIGINT NOT NULL,
    origin TEXT COLLATE "C" NOT NULL,
    size   BIGINT NOT NULL,
    root   BYTEA NOT NULL,
    PRIMARY KEY (region, origin)
);
