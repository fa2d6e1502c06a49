-- Bodies and accounts of a region, projected from the region's own log (organ 0); record is the last
-- entry's payload. Sessions are no acts: whoever holds the token is the account until it expires.
CREATE TABLE body (
    region INTEGER NOT NULL,
    organ  INTEGER NOT NULL,
    number INTEGER NOT NULL,
    name   TEXT NOT NULL,
    record BLOB NOT NULL,
    PRIMARY KEY (region, organ, number)
) STRICT;
CREATE TABLE account (
    region INTEGER NOT NULL,
    organ  INTEGER NOT NULL,
    id     TEXT NOT NULL,
    login  TEXT NOT NULL,
    home   INTEGER NOT NULL,
    record BLOB NOT NULL,
    PRIMARY KEY (region, organ, id),
    UNIQUE (region, login)
) STRICT;
CREATE TABLE session (
    region  INTEGER NOT NULL,
    token   TEXT NOT NULL,
    account TEXT NOT NULL,
    csrf    TEXT NOT NULL,
    expires INTEGER NOT NULL,
    PRIMARY KEY (region, token)
) STRICT;
