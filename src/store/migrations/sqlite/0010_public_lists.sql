-- The list of kept reports is read from its rows: the name as it is searched, and what the rules say
-- of the report, in numbers. Made by rules of the version verdict_rules, beside the report of the
-- year before that verdict_beside names by digest and time of import. NULL: nobody has done it yet.
ALTER TABLE report ADD COLUMN folded TEXT;
ALTER TABLE report ADD COLUMN errors INTEGER;
ALTER TABLE report ADD COLUMN warnings INTEGER;
ALTER TABLE report ADD COLUMN hints INTEGER;
ALTER TABLE report ADD COLUMN verdict_rules TEXT NOT NULL DEFAULT '';
ALTER TABLE report ADD COLUMN verdict_beside TEXT NOT NULL DEFAULT '';
DROP INDEX report_by_organ;
-- A page of the list finds its bodies here, and a name that is searched, without the reports.
CREATE INDEX report_listed ON report (region, organ, year, id, folded);
CREATE INDEX report_unfolded ON report (region) WHERE folded IS NULL;
-- How often the kept reports of a region have changed: what pages of them rest on.
CREATE TABLE report_change (
    region  INTEGER PRIMARY KEY,
    changes INTEGER NOT NULL
) STRICT;
-- How often a log's rows were made anew: pages that were kept before may show what was wrong.
CREATE TABLE log_rebuilt (
    region INTEGER NOT NULL,
    organ  INTEGER NOT NULL,
    times  INTEGER NOT NULL,
    PRIMARY KEY (region, organ)
) STRICT, WITHOUT ROWID;
-- What the public lists of a body show, of documents that are public: written from PublicView alone.
CREATE TABLE public_document (
    region             INTEGER NOT NULL,
    organ              INTEGER NOT NULL,
    subject            TEXT NOT NULL,
    short_index        TEXT NOT NULL,
    index_number       TEXT NOT NULL,
    title              TEXT NOT NULL,
    document_number    TEXT NOT NULL,
    kind               TEXT NOT NULL,
    subject_class      INTEGER NOT NULL,
    formed_on          TEXT NOT NULL,
    published_on       TEXT NOT NULL,
    first_published_on TEXT NOT NULL,
    ends_on            TEXT NOT NULL,
    by_repeal          INTEGER NOT NULL,
    attachments        INTEGER NOT NULL,
    interprets         TEXT NOT NULL,
    about_disclosure   INTEGER NOT NULL,
    names              TEXT NOT NULL,
    folded             TEXT NOT NULL,
    PRIMARY KEY (region, organ, subject)
) STRICT;
CREATE INDEX public_document_latest ON public_document (region, organ, published_on, subject);
CREATE INDEX public_document_kind
    ON public_document (region, organ, kind, published_on, subject);
CREATE INDEX public_document_class
    ON public_document (region, organ, subject_class, published_on, subject);
CREATE INDEX public_document_index ON public_document (region, organ, short_index);
CREATE INDEX public_document_interprets
    ON public_document (region, organ, interprets, published_on, subject)
    WHERE interprets <> '';
CREATE INDEX public_document_rules
    ON public_document (region, organ, about_disclosure, published_on, subject)
    WHERE about_disclosure = 1;
-- Every pair of signs that stands in a public document's names.
CREATE TABLE public_document_pair (
    region  INTEGER NOT NULL,
    organ   INTEGER NOT NULL,
    pair    TEXT NOT NULL,
    subject TEXT NOT NULL,
    PRIMARY KEY (region, organ, pair, subject)
) STRICT, WITHOUT ROWID;
-- They are filled from the journal when the program opens the store next.
UPDATE projected_by SET rules = '';
