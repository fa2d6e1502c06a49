-- Only SQLite needed another shape of the journal's rows; the numbers of both stores go together.
SELECT 1;
