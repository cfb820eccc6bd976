-- Outages of the central systems, as announced by staff. At most one is open.
CREATE TABLE outages (
    since INTEGER PRIMARY KEY,
    expected INTEGER,
    ended INTEGER,
    who TEXT NOT NULL,
    open INTEGER UNIQUE DEFAULT 1 CHECK (open = 1),
    changes INTEGER NOT NULL
) STRICT;
