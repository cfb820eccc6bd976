//! Answers about satisfaction, counted by day.

use crate::{Store, StoreError};
use claim::satisfaction::Answers;
use jiff::civil::Date;
use rusqlite::params;

impl Store {
    /// Counts one answer, 1 to 4, to an element of the SKM.
    pub fn rate(&mut self, date: Date, element: &str, score: u8) -> Result<(), StoreError> {
        self.db.execute(
            "INSERT INTO ratings (date, element, score, count) VALUES (?, ?, ?, 1)
             ON CONFLICT (date, element, score) DO UPDATE SET count = count + 1",
            params![date.to_string(), element, score],
        )?;
        Ok(())
    }

    /// The answers from a day to another, both included, by element.
    pub fn ratings(&self, from: Date, to: Date) -> Result<Vec<Answers>, StoreError> {
        let mut query = self.db.prepare_cached(
            "SELECT element, sum(count), sum(score * count) FROM ratings
             WHERE date BETWEEN ? AND ? GROUP BY element ORDER BY element",
        )?;
        let rows = query.query_map([from.to_string(), to.to_string()], |row| {
            Ok(Answers {
                element: row.get(0)?,
                count: row.get::<_, i64>(1)?.unsigned_abs(),
                sum: row.get::<_, i64>(2)?.unsigned_abs(),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
