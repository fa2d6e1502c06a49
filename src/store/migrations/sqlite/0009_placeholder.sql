-- The lists of the office come with this number.
SELECT 1;
