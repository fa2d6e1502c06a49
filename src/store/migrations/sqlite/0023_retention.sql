-- Which cases were announced for the deletion of what is sealed of them, and which are deleted
-- (按规定删除), projected from the journal. sequence: of the entry that deleted, -1 before it.
CREATE TABLE retention (
    region        INTEGER NOT NULL,
    organ         INTEGER NOT NULL,
    subject       TEXT NOT NULL,
    announced_for TEXT NOT NULL,
    deleted_on    TEXT NOT NULL,
    sequence      INTEGER NOT NULL,
    PRIMARY KEY (region, organ, subject)
) STRICT;
