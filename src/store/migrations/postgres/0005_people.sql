-- Bodies and accounts of a region, projected from the region's own log (organ 0); record is the last
-- entry's payload. Sessions are no acts: whoever holds the token is the account until it expires.
CREATE TABLE body (
    region BIGINT NOT NULL,
    organ  BIGINT NOT NULL,
    number BIGINT NOT NULL,
    name   TEXT NOT NULL,
    record BYTEA NOT NULL,
    PRIMARY KEY (region, organ, number)
);
CREATE TABLE account (
    region BIGINT NOT NULL,
    organ  BIGINT NOT NULL,
    id     TEXT COLLATE "C" NOT NULL,
    login  TEXT COLLATE "C" NOT NULL,
    home   BIGINT NOT NULL,
    record BYTEA NOT NULL,
    PRIMARY KEY (region, organ, id),
    UNIQUE (region, login)
);
CREATE TABLE session (
    region  BIGINT NOT NULL,
    token   TEXT COLLATE "C" NOT NULL,
    account TEXT COLLATE "C" NOT NULL,
    csrf    TEXT NOT NULL,
    expires BIGINT NOT NULL,
    PRIMARY KEY (region, token)
);
