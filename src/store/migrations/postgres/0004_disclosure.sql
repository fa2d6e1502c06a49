-- Documents of proactive publication: which there are, which are public and under what index
-- number; the acts themselves are the journal's entries. Days are texts, empty where there is none.
CREATE TABLE document (
    region         BIGINT NOT NULL,
    organ          BIGINT NOT NULL,
    subject        TEXT COLLATE "C" NOT NULL,
    number         TEXT COLLATE "C" NOT NULL,
    kind           TEXT COLLATE "C" NOT NULL,
    subject_class  BIGINT NOT NULL,
    in_preparation BIGINT NOT NULL,
    is_public      BIGINT NOT NULL,
    published_on   TEXT COLLATE "C" NOT NULL,
    index_number   TEXT COLLATE "C" NOT NULL,
    index_year     BIGINT NOT NULL,
    index_serial   BIGINT NOT NULL,
    PRIMARY KEY (region, organ, subject)
);
CREATE INDEX document_public ON document (region, organ, is_public, published_on);
CREATE INDEX document_preparation ON document (region, organ, in_preparation);
CREATE INDEX document_index ON document (region, organ, index_year, index_serial);
-- Which texts and attachments a document's acts name.
CREATE TABLE document_content (
    region  BIGINT NOT NULL,
    organ   BIGINT NOT NULL,
    digest  TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (region, organ, digest, subject)
);
-- Lines of the registers that table two counts.
CREATE TABLE register_line (
    region     BIGINT NOT NULL,
    organ      BIGINT NOT NULL,
    subject    TEXT COLLATE "C" NOT NULL,
    number     TEXT COLLATE "C" NOT NULL,
    kind       TEXT COLLATE "C" NOT NULL,
    counted_on TEXT COLLATE "C" NOT NULL,
    annulled   BIGINT NOT NULL,
    PRIMARY KEY (region, organ, subject)
);
CREATE INDEX register_line_by_day ON register_line (region, organ, counted_on);
