-- Proposals of deputies and members of the CPPCC: what lists show, sort and search; the acts
-- themselves are the journal's entries. Days that are not there yet are 9999-12-31. public_title and
-- public_sought hold nothing but what the public reads.
CREATE TABLE proposal (
    region          BIGINT NOT NULL,
    organ           BIGINT NOT NULL,
    subject         TEXT COLLATE "C" NOT NULL,
    number          TEXT COLLATE "C" NOT NULL,
    assigned_number TEXT COLLATE "C" NOT NULL,
    session         TEXT COLLATE "C" NOT NULL,
    title           TEXT COLLATE "C" NOT NULL,
    form            TEXT COLLATE "C" NOT NULL,
    part            TEXT COLLATE "C" NOT NULL,
    lead            TEXT COLLATE "C" NOT NULL,
    state           TEXT COLLATE "C" NOT NULL,
    stage           TEXT COLLATE "C" NOT NULL,
    assigned_on     TEXT COLLATE "C" NOT NULL,
    duty            TEXT COLLATE "C" NOT NULL,
    due_on          TEXT COLLATE "C" NOT NULL,
    answered_on     TEXT COLLATE "C" NOT NULL,
    answer_class    TEXT COLLATE "C" NOT NULL,
    satisfaction    TEXT COLLATE "C" NOT NULL,
    promised_on     TEXT COLLATE "C" NOT NULL,
    is_open         BIGINT NOT NULL,
    awaits_opinions BIGINT NOT NULL,
    is_public       BIGINT NOT NULL,
    published_on    TEXT COLLATE "C" NOT NULL,
    sought          TEXT COLLATE "C" NOT NULL,
    public_title    TEXT COLLATE "C" NOT NULL,
    public_sought   TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (region, organ, subject)
);
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
