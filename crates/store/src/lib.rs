//! The journal, the page vault and the outbox, in one encrypted SQLite file.
