-- What lists show, sort, filter and search. The rows that are there are filled from the journal when
-- the program opens the store next: projected_by then names other rules than the program's.
ALTER TABLE request ADD COLUMN state TEXT NOT NULL DEFAULT '';
ALTER TABLE request ADD COLUMN channel TEXT NOT NULL DEFAULT '';
ALTER TABLE request ADD COLUMN applicant_kind TEXT NOT NULL DEFAULT '';
ALTER TABLE request ADD COLUMN received_on TEXT NOT NULL DEFAULT '';
ALTER TABLE request ADD COLUMN due TEXT NOT NULL DEFAULT '';
ALTER TABLE request ADD COLUMN due_from TEXT NOT NULL DEFAULT '';
ALTER TABLE request ADD COLUMN stopped INTEGER NOT NULL DEFAULT 0;
ALTER TABLE request ADD COLUMN answered_on TEXT NOT NULL DEFAULT '';
ALTER TABLE request ADD COLUMN settled_on TEXT NOT NULL DEFAULT '';
ALTER TABLE request ADD COLUMN decision TEXT NOT NULL DEFAULT '';
ALTER TABLE request ADD COLUMN handler TEXT NOT NULL DEFAULT '';
ALTER TABLE request ADD COLUMN acts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE request ADD COLUMN applicant TEXT NOT NULL DEFAULT '';
ALTER TABLE request ADD COLUMN content TEXT NOT NULL DEFAULT '';
DROP INDEX request_open;
CREATE INDEX request_open ON request (region, organ, is_open, due, subject);
CREATE INDEX request_due ON request (region, organ, due, subject);
CREATE INDEX request_received ON request (region, organ, received_on, subject);
CREATE INDEX request_settled ON request (region, organ, settled_on, subject);
CREATE INDEX request_state ON request (region, organ, state, received_on, subject);
CREATE INDEX request_new ON request (region, organ, is_open, acts);
-- Which keyed digest (HMAC) a sealed datum's name has: found exactly, told by nobody without the
-- vault's key, and erased with the datum.
CREATE TABLE sealed_name (
    region  INTEGER NOT NULL,
    organ   INTEGER NOT NULL,
    datum   TEXT NOT NULL,
    subject TEXT NOT NULL,
    digest  TEXT NOT NULL,
    PRIMARY KEY (region, organ, datum)
) STRICT;
CREATE INDEX sealed_name_by_digest ON sealed_name (region, organ, digest);
-- By which calendar and settings the projected rows were made: one row, of region 0.
CREATE TABLE projected_by (
    region INTEGER PRIMARY KEY,
    rules  TEXT NOT NULL
) STRICT;
INSERT INTO projected_by VALUES (0, '');
-- A document as the office's own list shows it. words: what is searched, folded.
ALTER TABLE document ADD COLUMN present_kind TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN document_number TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN words TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN state TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN stage TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN standing TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN formed_on TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN first_published_on TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN latest TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN due TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN provisional INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document ADD COLUMN told_on TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN refused INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document ADD COLUMN ends_on TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN acts INTEGER NOT NULL DEFAULT 0;
DROP INDEX document_preparation;
CREATE INDEX document_preparation ON document (region, organ, in_preparation, due, subject);
CREATE INDEX document_due ON document (region, organ, due, subject);
CREATE INDEX document_first_published ON document (region, organ, first_published_on, subject);
CREATE INDEX document_formed ON document (region, organ, formed_on, subject);
CREATE INDEX document_state ON document (region, organ, state, formed_on, subject);
ALTER TABLE register_line ADD COLUMN amount TEXT NOT NULL DEFAULT '0';
DROP INDEX register_line_by_day;
CREATE INDEX register_line_by_day ON register_line (region, organ, counted_on, subject);
