//! The merged configuration as TOML, each value with the file that it comes from.

use crate::files::Files;
use crate::load::examine;
use crate::tree::{Entry, quoted};
use crate::{Problem, editions};
use jiff::civil::Date;
use std::fmt::Write;
use std::path::Path;

/// The configuration in a folder that is in force on a day, with all layers merged, as TOML; behind each value the
/// file that it comes from. Shown as far as it can be understood, with all problems beside it.
pub fn show(dir: &Path, overrides: &[(String, String)], day: Date) -> (String, Vec<Problem>) {
    let examined = examine(&Files::read(dir), overrides);
    let mut out = String::new();
    if let Some(merged) = editions::in_force(&examined.editions, day) {
        write_table(&mut out, &mut vec![], merged);
    }
    (out.trim_start().to_owned(), examined.problems)
}

fn write_table<'a>(out: &mut String, path: &mut Vec<&'a str>, table: &'a Entry) {
    let Some(entries) = table.node.as_table() else { return };
    let (tables, values): (Vec<_>, Vec<_>) =
        entries.iter().partition(|(_, entry)| entry.node.as_table().is_some());
    if !path.is_empty() && (!values.is_empty() || tables.is_empty()) {
        let name = path.iter().map(|key| quoted(key)).collect::<Vec<_>>().join(".");
        // Writing to a String cannot fail.
        let _ = writeln!(out, "\n[{name}]");
    }
    for (key, entry) in values {
        let secret = key.as_str() == "pin";
        let value = if secret { "\"***\"".to_owned() } else { entry.node.to_toml().to_string() };
        let _ = match value.contains('\n') {
            false => writeln!(out, "{} = {value}  # {}", quoted(key), entry.file),
            true => writeln!(out, "# {}\n{} = {value}", entry.file, quoted(key)),
        };
    }
    for (key, entry) in tables {
        path.push(key);
        write_table(out, path, entry);
        path.pop();
    }
}
