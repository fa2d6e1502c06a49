-- Reports kept for the public list, and their figures cell by cell. body is the whole report as
-- docs/report-json.md describes it; value is a decimal as text, since a figure may have 18 digits.
CREATE TABLE report (
    region   INTEGER NOT NULL,
    id       INTEGER NOT NULL,
    organ    TEXT NOT NULL,
    year     INTEGER NOT NULL,
    form     TEXT NOT NULL,
    title    TEXT NOT NULL,
    source   TEXT NOT NULL,
    format   TEXT NOT NULL,
    digest   TEXT NOT NULL,
    imported TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (region, id),
    UNIQUE (region, digest)
) STRICT;
CREATE INDEX report_by_id ON report (id);
CREATE INDEX report_by_organ ON report (region, organ, year);
CREATE TABLE report_cell (
    region    INTEGER NOT NULL,
    report_id INTEGER NOT NULL,
    cell      TEXT NOT NULL,
    kind      TEXT NOT NULL,
    value     TEXT,
    text      TEXT NOT NULL,
    PRIMARY KEY (region, report_id, cell),
    FOREIGN KEY (region, report_id) REFERENCES report (region, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX report_cell_by_cell ON report_cell (region, cell);
