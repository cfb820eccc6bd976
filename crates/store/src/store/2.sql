-- Answers about satisfaction: counted by day, so that no answer can be told to be anybody's.
CREATE TABLE ratings (
    date TEXT NOT NULL,
    element TEXT NOT NULL,
    score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 4),
    count INTEGER NOT NULL,
    PRIMARY KEY (date, element, score)
) STRICT, WITHOUT ROWID;
