-- Which installation this is, once: its id, and a value by which its key is known without telling
-- anything of it.
CREATE TABLE installation (
    region    INTEGER NOT NULL PRIMARY KEY CHECK (region = 0),
    id        TEXT NOT NULL,
    key_check TEXT NOT NULL
) STRICT;
