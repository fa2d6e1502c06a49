-- Sessions end when nobody uses them, and their owner sees where they were begun. Those that were
-- open say neither: whoever had one signs in anew. second_factor_use: the step of the last code
-- that let an account in, so that none does twice.
DELETE FROM session;
ALTER TABLE session ADD COLUMN begun INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN used INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN address TEXT NOT NULL DEFAULT '';
CREATE TABLE second_factor_use (
    region  INTEGER NOT NULL,
    account TEXT NOT NULL,
    step    INTEGER NOT NULL,
    PRIMARY KEY (region, account)
) STRICT;
