-- Reports kept for the public list, and their figures cell by cell. body is the whole report as
-- docs/report-json.md describes it; value is a decimal as text, since a figure may have 18 digits.
-- Text sorts by its bytes, as in SQLite.
CREATE TABLE report (
    region   BIGINT NOT NULL,
    id       BIGINT NOT NULL,
    organ    TEXT COLLATE "C" NOT NULL,
    year     BIGINT NOT NULL,
    form     TEXT COLLATE "C" NOT NULL,
    title    TEXT COLLATE "C" NOT NULL,
    source   TEXT COLLATE "C" NOT NULL,
    format   TEXT COLLATE "C" NOT NULL,
    digest   TEXT COLLATE "C" NOT NULL,
    imported TEXT COLLATE "C" NOT NULL,
    body     TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (region, id),
    UNIQUE (region, digest)
);
CREATE INDEX report_by_id ON report (id);
CREATE INDEX report_by_organ ON report (region, organ, year);
CREATE TABLE report_cell (
    region    BIGINT NOT NULL,
    report_id BIGINT NOT NULL,
    cell      TEXT COLLATE "C" NOT NULL,
    kind      TEXT COLLATE "C" NOT NULL,
    value     TEXT COLLATE "C",
    text      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (region, report_id, cell),
    FOREIGN KEY (region, report_id) REFERENCES report (region, id) ON DELETE CASCADE
);
CREATE INDEX report_cell_by_cell ON report_cell (region, cell);
