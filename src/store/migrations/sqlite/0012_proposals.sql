-- Proposals of deputies and members of the CPPCC: what lists show, sort and search; the acts
-- themselves are the journal's entries. Days that are not there yet are 9999-12-31. public_title and
-- public_sought hold nothing but what the public reads.
CREATE TABLE proposal (
    region          INTEGER NOT NULL,
    organ           INTEGER NOT NULL,
    subject         TEXT NOT NULL,
    number          TEXT NOT NULL,
    assigned_number TEXT NOT NULL,
    session         TEXT NOT NULL,
    title           TEXT NOT NULL,
    form            TEXT NOT NULL,
    part            TEXT NOT NULL,
    lead            TEXT NOT NULL,
    state           TEXT NOT NULL,
    stage           TEXT NOT NULL,
    assigned_on     TEXT NOT NULL,
    duty            TEXT NOT NULL,
    due_on          TEXT NOT NULL,
    answered_on     TEXT NOT NULL,
    answer_class    TEXT NOT NULL,
    satisfaction    TEXT NOT NULL,
    promised_on     TEXT NOT NULL,
    is_open         INTEGER NOT NULL,
    awaits_opinions INTEGER NOT NULL,
    is_public       INTEGER NOT NULL,
    published_on    TEXT NOT NULL,
    sought          TEXT NOT NULL,
    public_title    TEXT NOT NULL,
    public_sought   TEXT NOT NULL,
    PRIMARY KEY (region, organ, subject)
) STRICT;
CREATE INDEX proposal_by_due ON proposal (region, organ, due_on, subject);
CREATE INDEX proposal_by_assignment ON proposal (region, organ, assigned_on, subject);
CREATE INDEX proposal_by_answer ON proposal (region, organ, answered_on, subject);
CREATE INDEX proposal_by_number ON proposal (region, organ, number, subject);
CREATE INDEX proposal_public ON proposal (region, organ, published_on, subject) WHERE is_public = 1;
CREATE INDEX proposal_assigned_number ON proposal (region, organ, assigned_number);
CREATE INDEX proposal_open ON proposal (region, organ, subject) WHERE is_open = 1;
CREATE INDEX proposal_awaiting ON proposal (region, organ, subject) WHERE awaits_opinions = 1;
CREATE INDEX proposal_by_stage ON proposal (region, organ, stage);
CREATE INDEX proposal_by_promise ON proposal (region, organ, promised_on);
