//! Logs as one JSON object a line on standard output, where journald takes them. Answers never get here.

use log::kv::{self, Key, Value, VisitSource};
use log::{Level, LevelFilter, Metadata, Record};
use serde_json::{Map, Value as Json};

struct JsonLines;

/// Starts logging; a second call changes nothing.
pub fn start() {
    if log::set_logger(&JsonLines).is_ok() {
        log::set_max_level(LevelFilter::Info);
    }
}

impl log::Log for JsonLines {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        // Libraries speak up only when something is wrong: their notes are not in our catalogue of events.
        let ours = ["anjungan_asik", "device", "store", "gateway"]
            .iter()
            .any(|own| metadata.target().starts_with(own));
        metadata.level() <= if ours { Level::Info } else { Level::Warn }
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let mut line = Line(Map::new());
        line.0.insert("at".into(), jiff::Timestamp::now().to_string().into());
        line.0.insert("level".into(), record.level().as_str().to_lowercase().into());
        line.0.insert("event".into(), record.args().to_string().into());
        let visited = record.key_values().visit(&mut line);
        debug_assert!(visited.is_ok());
        use std::io::Write as _;
        // Nobody can be told that standard output is closed.
        let _ = writeln!(std::io::stdout().lock(), "{}", Json::Object(line.0));
    }

    fn flush(&self) {}
}

struct Line(Map<String, Json>);

impl<'kvs> VisitSource<'kvs> for Line {
    fn visit_pair(&mut self, key: Key<'kvs>, value: Value<'kvs>) -> Result<(), kv::Error> {
        self.0.insert(key.to_string(), value.to_string().into());
        Ok(())
    }
}
