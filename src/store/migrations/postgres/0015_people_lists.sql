-- What lists of bodies and accounts are sorted by and narrowed to. place: those that guide others
-- first; superior 0 is none; a body that has no end has 9999-12-31. Filled from the journal at the
-- first start (projected_by).
ALTER TABLE body ALTER COLUMN name TYPE TEXT COLLATE "C";
ALTER TABLE body ADD COLUMN folded TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE body ADD COLUMN kind TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE body ADD COLUMN level TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE body ADD COLUMN place BIGINT NOT NULL DEFAULT 0;
ALTER TABLE body ADD COLUMN superior BIGINT NOT NULL DEFAULT 0;
ALTER TABLE body ADD COLUMN valid_from TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE body ADD COLUMN valid_until TEXT COLLATE "C" NOT NULL DEFAULT '9999-12-31';
CREATE INDEX body_by_name ON body (region, organ, name, number);
CREATE INDEX body_by_place ON body (region, organ, place, number);
CREATE INDEX body_below ON body (region, organ, superior, number);
ALTER TABLE account ADD COLUMN active BIGINT NOT NULL DEFAULT 1;
CREATE INDEX account_by_login ON account (region, organ, login, id);
CREATE INDEX account_by_home ON account (region, organ, home, id);
DROP INDEX submission_by_year;
CREATE INDEX submission_by_state ON submission (region, year, state, organ);
