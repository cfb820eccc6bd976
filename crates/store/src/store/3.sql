-- Tickets as they are now. What happened to them is the history below; both are written in one transaction.
CREATE TABLE tickets (
    day TEXT NOT NULL,
    series TEXT NOT NULL,
    number INTEGER NOT NULL,
    on_day TEXT NOT NULL,
    open INTEGER NOT NULL CHECK (open IN (0, 1)),
    case_id TEXT REFERENCES cases (id),
    body TEXT NOT NULL,
    PRIMARY KEY (day, series, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX tickets_by_day ON tickets (on_day);
CREATE INDEX tickets_open ON tickets (on_day) WHERE open = 1;
CREATE INDEX tickets_by_case ON tickets (case_id);

-- What happened to tickets, in the order in which it happened. No person stands in it.
CREATE TABLE ticket_events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    on_day TEXT NOT NULL,
    day TEXT NOT NULL,
    series TEXT NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    counter INTEGER,
    event TEXT NOT NULL
) STRICT;
CREATE INDEX ticket_events_by_day ON ticket_events (on_day, seq);
CREATE TRIGGER ticket_events_stay_as_they_are BEFORE UPDATE ON ticket_events
BEGIN SELECT RAISE(ABORT, 'the history of tickets is not changed'); END;
CREATE TRIGGER ticket_events_stay BEFORE DELETE ON ticket_events
BEGIN SELECT RAISE(ABORT, 'the history of tickets is kept'); END;
