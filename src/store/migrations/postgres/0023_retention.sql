-- Which cases were announced for the deletion of what is sealed of them, and which are deleted
-- (按规定删除), projected from the journal. sequence: of the entry that deleted, -1 before it.
CREATE TABLE retention (
    region        BIGINT NOT NULL,
    organ         BIGINT NOT NULL,
    subject       TEXT COLLATE "C" NOT NULL,
    announced_for TEXT COLLATE "C" NOT NULL,
    deleted_on    TEXT COLLATE "C" NOT NULL,
    sequence      BIGINT NOT NULL,
    PRIMARY KEY (region, organ, subject)
);
