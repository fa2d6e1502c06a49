-- Where the words of a text lie that was never published: its row has their seal instead of them.
-- The rows that are there are filled from the journal when the program opens the store next.
ALTER TABLE document ADD COLUMN secrets TEXT NOT NULL DEFAULT '';
