-- Documents of proactive publication: which there are, which are public and under what index
-- number; the acts themselves are the journal's entries. Days are texts, empty where there is none.
CREATE TABLE document (
    region         INTEGER NOT NULL,
    organ          INTEGER NOT NULL,
    subject        TEXT NOT NULL,
    number         TEXT NOT NULL,
    kind           TEXT NOT NULL,
    subject_class  INTEGER NOT NULL,
    in_preparation INTEGER NOT NULL,
    is_public      INTEGER NOT NULL,
    published_on   TEXT NOT NULL,
    index_number   TEXT NOT NULL,
    index_year     INTEGER NOT NULL,
    index_serial   INTEGER NOT NULL,
    PRIMARY KEY (region, organ, subject)
) STRICT;
CREATE INDEX document_public ON document (region, organ, is_public, published_on);
CREATE INDEX document_preparation ON document (region, organ, in_preparation);
CREATE INDEX document_index ON document (region, organ, index_year, index_serial);
-- Which texts and attachments a document's acts name.
CREATE TABLE document_content (
    region  INTEGER NOT NULL,
    organ   INTEGER NOT NULL,
    digest  TEXT NOT NULL,
    subject TEXT NOT NULL,
    PRIMARY KEY (region, organ, digest, subject)
) STRICT, WITHOUT ROWID;
-- Lines of the registers that table two counts.
CREATE TABLE register_line (
    region     INTEGER NOT NULL,
    organ      INTEGER NOT NULL,
    subject    TEXT NOT NULL,
    number     TEXT NOT NULL,
    kind       TEXT NOT NULL,
    counted_on TEXT NOT NULL,
    annulled   INTEGER NOT NULL,
    PRIMARY KEY (region, organ, subject)
) STRICT;
CREATE INDEX register_line_by_day ON register_line (region, organ, counted_on);
