-- A case and its key. Erasing the key erases the person; the journal stays whole.
CREATE TABLE cases (
    id TEXT PRIMARY KEY,
    key BLOB,
    token TEXT UNIQUE,
    code TEXT UNIQUE
) STRICT, WITHOUT ROWID;

-- Events of all cases in the order in which they happened.
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id TEXT NOT NULL REFERENCES cases (id),
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    sealed BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX journal_by_case ON journal (case_id, seq);
CREATE INDEX journal_by_kind ON journal (kind, seq);

-- Pages, sealed under the key of their case.
CREATE TABLE pages (
    case_id TEXT NOT NULL REFERENCES cases (id),
    page INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (case_id, page)
) STRICT;

-- Interviews taken.
CREATE TABLE bookings (
    case_id TEXT PRIMARY KEY REFERENCES cases (id),
    date TEXT NOT NULL,
    time TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX bookings_by_time ON bookings (date, time);

-- Last number of each series on each day.
CREATE TABLE numbers (
    series TEXT NOT NULL,
    date TEXT NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (series, date)
) STRICT, WITHOUT ROWID;
