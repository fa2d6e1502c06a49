-- What broke down, for the administrator: a row for each code and place, however often. Region 0 is
-- the installation itself. Moments are milliseconds since 1970 UTC. No names and nothing that
-- anybody wrote; seen_by is the account that acknowledged it, up to seen_at.
CREATE TABLE incident (
    region   BIGINT NOT NULL,
    id       TEXT COLLATE "C" NOT NULL,
    code     TEXT COLLATE "C" NOT NULL,
    place    TEXT COLLATE "C" NOT NULL,
    said     TEXT COLLATE "C" NOT NULL,
    first_at BIGINT NOT NULL,
    last_at  BIGINT NOT NULL,
    times    BIGINT NOT NULL,
    seen_by  TEXT COLLATE "C" NOT NULL DEFAULT '',
    seen_at  BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (region, id)
);
CREATE INDEX incident_by_moment ON incident (region, last_at);
