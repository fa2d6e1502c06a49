-- Lists are searched, grouped and counted by an index: the number of a request, the states and stages
-- of messages, what of them waits for an answer, and the texts that lie sealed, which are opened to
-- be searched. Bodies that have ended are found without those that go on.
CREATE INDEX request_number ON request (region, organ, number, subject);
CREATE INDEX message_state ON message (region, organ, state, due_on, subject);
CREATE INDEX message_stage ON message (region, organ, stage, due_on, subject);
CREATE INDEX message_awaiting ON message (region, organ, awaits, due_on, subject);
CREATE INDEX document_sealed ON document (region, organ, subject) WHERE secrets <> '';
CREATE INDEX body_ended ON body (region, organ, valid_until) WHERE valid_until < '9999-12-31';
-- By when the next of a proposal's duties is due, the opinions of others that are awaited among them.
-- Rows are made anew when the program starts.
ALTER TABLE proposal ADD COLUMN next_due_on TEXT COLLATE "C" NOT NULL DEFAULT '9999-12-31';
-- SQLite passed over the indexes of a part of the rows.
DROP INDEX proposal_open;
DROP INDEX proposal_awaiting;
CREATE INDEX proposal_open ON proposal (region, organ, is_open, due_on, subject);
CREATE INDEX proposal_by_next_due ON proposal (region, organ, next_due_on, subject);
UPDATE projected_by SET rules = '';
-- What a row of a list of requests tells of its assignment is read from the index alone.
DROP INDEX assignment_by_request;
CREATE INDEX assignment_by_request ON assignment (region, organ, request, unit, person);
