-- The regions in which anything lies. What has to go over all of them starts here, and then touches
-- one region after the other.
CREATE TABLE region (
    region BIGINT PRIMARY KEY
);
INSERT INTO region SELECT region FROM report UNION SELECT region FROM journal_head;
