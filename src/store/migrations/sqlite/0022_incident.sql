-- What broke down, for the administrator: a row for each code and place, however often. Region 0 is
-- the installation itself. Moments are milliseconds since 1970 UTC. No names and nothing that
-- anybody wrote; seen_by is the account that acknowledged it, up to seen_at.
CREATE TABLE incident (
    region   INTEGER NOT NULL,
    id       TEXT NOT NULL,
    code     TEXT NOT NULL,
    place    TEXT NOT NULL,
    said     TEXT NOT NULL,
    first_at INTEGER NOT NULL,
    last_at  INTEGER NOT NULL,
    times    INTEGER NOT NULL,
    seen_by  TEXT NOT NULL DEFAULT '',
    seen_at  INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (region, id)
) STRICT;
CREATE INDEX incident_by_moment ON incident (region, last_at);
