-- The public list shows the answer that was published, not the last one that was given: where a
-- later one followed, the list says so. Rows are made anew when the program starts.
ALTER TABLE proposal ADD COLUMN public_class TEXT NOT NULL DEFAULT '';
ALTER TABLE proposal ADD COLUMN public_answered_on TEXT NOT NULL DEFAULT '9999-12-31';
ALTER TABLE proposal ADD COLUMN again_on TEXT NOT NULL DEFAULT '9999-12-31';
