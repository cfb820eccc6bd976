//! What the schema cannot say: values that have to agree with one another. Each check looks only at what is
//! there, so that it works beside other problems.

use crate::problem::did_you_mean;
use crate::tree::{Entry, Node, quoted};
use crate::{Problem, pack_texts};
use indexmap::IndexMap;
use jiff::civil::{Date, Time};
use std::collections::BTreeSet;

/// Code of a reason that the journey keeps for itself.
const OTHER: &str = "other";

/// Problems of the merged layers.
pub(crate) fn check(merged: &Entry) -> Vec<Problem> {
    let checks = [
        reasons,
        documents,
        pack_texts::words,
        pack_texts::check,
        bands,
        limits,
        banks,
        opening_hours,
        interview_hours,
        roster,
        repeated,
        series,
        session,
        camera,
        voice,
        printer,
    ];
    checks.iter().flat_map(|check| check(merged)).collect()
}

/// A lower layer may shorten how long an unfinished claim is kept, never lengthen it.
pub(crate) fn lengthened(above: &Entry, layer: &Entry) -> Option<Problem> {
    let path = ["rules", "limits", "draft_days"];
    let (before, after) = (above.at(&path)?, layer.at(&path)?);
    let most = before.integer()?;
    (after.integer()? > most).then(|| {
        let what = format!("may be shortened here, never lengthened: at most {most}, set in {}", before.file);
        after.problem(path.join("."), what)
    })
}

/// The lists of documents of each reason.
fn reasons(merged: &Entry) -> Vec<Problem> {
    const LISTS: [&str; 4] = ["documents", "any_of", "optional", "without"];
    let mut problems = vec![];
    let when: IndexMap<&str, Option<&str>> = (merged.table(&["rules", "documents"]))
        .map(|(code, document)| (code, document.at(&["when"]).and_then(Entry::text)))
        .collect();
    for (code, reason) in merged.table(&["rules", "reasons"]) {
        if code == OTHER {
            let what = format!("{OTHER:?} is the way to other programmes; take another code");
            let problem = reason.problem(format!("rules.reasons.{}", quoted(code)), what);
            problems.push(Problem { place: reason.key_place, ..problem });
        }
        let mut named = BTreeSet::new();
        for list in LISTS {
            for (index, item) in reason.list(&[list]).iter().enumerate() {
                let Some(document) = item.text() else { continue };
                let key = format!("rules.reasons.{}.{list}[{}]", quoted(code), index + 1);
                let what = match when.get(document) {
                    None => format!(
                        "there is no document {document:?}{}",
                        did_you_mean(document, when.keys().copied()),
                    ),
                    Some(_) if !named.insert(document) => {
                        format!("this reason names {document:?} twice")
                    }
                    Some(Some("by_reason")) if list == "without" => {
                        format!("{document:?} is no common document; leave it out here")
                    }
                    Some(Some(when)) if *when != "by_reason" && list != "without" => {
                        format!("{document:?} is a common document (when = {when:?}); leave it out here")
                    }
                    Some(_) => continue,
                };
                problems.push(item.problem(key, what));
            }
        }
        if let Some(any_of) = reason.at(&["any_of"])
            && let [_] = reason.list(&["any_of"])
        {
            let key = format!("rules.reasons.{}.any_of", quoted(code));
            problems.push(any_of.problem(key, "one document leaves no choice; put it in `documents`"));
        }
    }
    problems
}

/// Documents that no reason asks for, and more than one face.
fn documents(merged: &Entry) -> Vec<Problem> {
    let named: BTreeSet<&str> = (merged.table(&["rules", "reasons"]))
        .flat_map(|(_, reason)| ["documents", "any_of", "optional"].map(|list| reason.list(&[list])))
        .flatten()
        .filter_map(Entry::text)
        .collect();
    (merged.table(&["rules", "documents"]))
        .filter(|(code, document)| {
            document.at(&["when"]).and_then(Entry::text) == Some("by_reason") && !named.contains(code)
        })
        .map(|(code, document)| {
            let key = format!("rules.documents.{}", quoted(code));
            document.problem(key, "no reason asks for it; name it in a reason or take it out")
        })
        .collect()
}

/// Ranges of the balance rise; the open end and "unknown" come once each.
fn bands(merged: &Entry) -> Vec<Problem> {
    let mut problems = vec![];
    let (mut last, mut open, mut unknown) = (None, None, None);
    for (code, band) in merged.table(&["rules", "balance_bands"]) {
        if !matches!(band.node, Node::Table(_)) {
            continue;
        }
        let key = format!("rules.balance_bands.{}", quoted(code));
        let up_to = band.at(&["up_to"]);
        let is_unknown = matches!(band.at(&["unknown"]).map(|entry| &entry.node), Some(Node::Bool(true)));
        let mut wrong = |what: String| problems.push(up_to.unwrap_or(band).problem(key.clone(), what));
        if is_unknown {
            match (up_to, unknown.replace(code)) {
                (Some(_), _) => wrong("`unknown` and `up_to` exclude each other".into()),
                (None, Some(other)) => wrong(format!("{other:?} already is the range that is not known")),
                (None, None) => {}
            }
            continue;
        }
        match (up_to.map(Entry::integer), open) {
            (None, Some(other)) => {
                wrong(format!("{other:?} already is the highest range; `up_to` is missing"))
            }
            (None, None) => open = Some(code),
            (Some(Some(_)), Some(other)) => {
                wrong(format!("ranges rise: {other:?} without an upper end has to come after it"));
            }
            (Some(Some(end)), None) => {
                if let Some((other, below)) = last.filter(|(_, below)| end <= *below) {
                    wrong(format!("ranges rise: {end} has to be more than {below} of {other:?} before it"));
                }
                last = Some((code, end));
            }
            (Some(None), _) => {}
        }
    }
    let table = merged.at(&["rules", "balance_bands"]);
    if let Some(table) = table.filter(|table| matches!(table.node, Node::Table(_)) && open.is_none()) {
        problems
            .push(table.problem("rules.balance_bands", "no highest range: one without `up_to` is missing"));
    }
    problems
}

/// The answer "in this range" has to tell on which side of a limit somebody is.
fn limits(merged: &Entry) -> Vec<Problem> {
    let ends: Vec<i64> = (merged.table(&["rules", "balance_bands"]))
        .filter_map(|(_, band)| band.at(&["up_to"])?.integer())
        .collect();
    let limit = |name: &str| merged.at(&["rules", "limits", name]);
    let mut problems = vec![];
    for name in ["jmo_rupiah", "npwp_rupiah"] {
        if let Some((entry, value)) = limit(name).and_then(|entry| Some((entry, entry.integer()?)))
            && !ends.is_empty()
            && !ends.contains(&value)
        {
            let ends = ends.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
            let what = format!("{value} is the end of no range in rules.balance_bands; ranges end at {ends}");
            problems.push(entry.problem(format!("rules.limits.{name}"), what));
        }
    }
    problems
}

/// Codes of banks have three digits.
fn banks(merged: &Entry) -> Vec<Problem> {
    (merged.table(&["rules", "banks"]))
        .filter(|(code, _)| code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_digit()))
        .map(|(code, bank)| {
            let key = format!("rules.banks.{}", quoted(code));
            let problem = bank.problem(key, "the code of a bank has three digits, such as 002");
            Problem { place: bank.key_place, ..problem }
        })
        .collect()
}

fn time(entry: &Entry) -> Option<Time> {
    entry.text()?.parse().ok()
}

fn opening_hours(merged: &Entry) -> Vec<Problem> {
    let times = || Some((merged.at(&["branch", "opens"])?, merged.at(&["branch", "closes"])?));
    let Some((opens, closes)) = times() else { return vec![] };
    match (time(opens), time(closes)) {
        (Some(from), Some(to)) if from >= to => {
            vec![closes.problem("branch.closes", format!("has to be later than branch.opens, {from:.0}"))]
        }
        _ => vec![],
    }
}

fn interview_hours(merged: &Entry) -> Vec<Problem> {
    let hour = |key| merged.at(&["branch", key]).and_then(time);
    let (Some(opens), Some(closes)) = (hour("opens"), hour("closes")) else { return vec![] };
    let times = merged.list(&["interview", "times"]).iter().enumerate();
    times
        .filter(|(_, item)| opens < closes && time(item).is_some_and(|time| time < opens || time >= closes))
        .map(|(index, item)| {
            let key = format!("interview.times[{}]", index + 1);
            let shown = item.text().unwrap_or_default();
            let what =
                format!("{shown} is outside the opening hours, from {opens:.0} until before {closes:.0}");
            item.problem(key, what)
        })
        .collect()
}

/// Hours of officers, and a roster that holds no interview at all.
fn roster(merged: &Entry) -> Vec<Problem> {
    let hours = |shift: &Entry| Some((time(shift.at(&["from"])?)?, time(shift.at(&["to"])?)?));
    let mut problems: Vec<Problem> = (merged.table(&["interview", "roster"]))
        .filter(|(_, shift)| hours(shift).is_some_and(|(from, to)| from >= to))
        .filter_map(|(name, shift)| {
            let key = format!("interview.roster.{}.to", quoted(name));
            Some(shift.at(&["to"])?.problem(key, "has to be later than `from`"))
        })
        .collect();
    let mut all: Vec<_> =
        merged.table(&["interview", "roster"]).filter_map(|(_, shift)| hours(shift)).collect();
    all.retain(|(from, to)| {
        let mut times = merged.list(&["interview", "times"]).iter().filter_map(time);
        times.any(|time| (*from..*to).contains(&time))
    });
    if let (Some(roster), true, true) =
        (merged.at(&["interview", "roster"]), all.is_empty(), problems.is_empty())
        && merged.table(&["interview", "roster"]).next().is_some()
    {
        problems.push(roster.problem("interview.roster", "nobody works at any of interview.times"));
    }
    problems
}

/// Lists in which the same value must not stand twice.
fn repeated(merged: &Entry) -> Vec<Problem> {
    let lists =
        [["branch", "open_days"], ["branch", "holidays"], ["interview", "times"], ["kiosk", "languages"]];
    let mut problems = vec![];
    for path in lists {
        let mut seen = BTreeSet::new();
        for (index, item) in merged.list(&path).iter().enumerate() {
            let Some(text) = item.text() else { continue };
            // 09:00 and 09:00:00 are the same time.
            let value = time(item).filter(|_| text.parse::<Date>().is_err());
            if !seen.insert(value.map_or(text.to_owned(), |time| time.to_string())) {
                let key = format!("{}[{}]", path.join("."), index + 1);
                problems.push(item.problem(key, format!("{text:?} is there twice")));
            }
        }
    }
    problems
}

fn series(merged: &Entry) -> Vec<Problem> {
    let mut problems = vec![];
    let mut taken: Vec<(&str, &str)> = vec![];
    for key in ["kiosk_series", "counter_series", "priority_series"] {
        let Some(entry) = merged.at(&["queue", key]) else { continue };
        let Some(letter) = entry.text() else { continue };
        if let Some((other, _)) = taken.iter().find(|(_, of)| *of == letter) {
            let what = format!("{letter:?} is the letter of queue.{other} too; take another");
            problems.push(entry.problem(format!("queue.{key}"), what));
        }
        taken.push((key, letter));
    }
    let is_letter = |letter: &str| matches!(letter.as_bytes(), [b'A'..=b'Z']);
    if !problems.is_empty() || !taken.iter().all(|(_, letter)| is_letter(letter)) {
        return problems;
    }
    let known: Vec<&str> = taken.into_iter().map(|(_, letter)| letter).collect();
    let unknown =
        |letter: &str| format!("no series has the letter {letter:?}; there are {}", known.join(", "));
    for (number, counter) in merged.table(&["queue", "counters"]) {
        let path = format!("queue.counters.{}", quoted(number));
        if !number.parse::<u8>().is_ok_and(|counter| (1..=99).contains(&counter)) {
            let problem = counter.problem(path.clone(), "a counter has a number, 1 to 99");
            problems.push(Problem { place: counter.key_place, ..problem });
        }
        for (index, item) in counter.list(&[]).iter().enumerate() {
            if let Some(letter) = item.text().filter(|letter| !known.contains(letter)) {
                problems.push(item.problem(format!("{path}[{}]", index + 1), unknown(letter)));
            }
        }
    }
    for (letter, quota) in merged.table(&["queue", "quota"]).filter(|(letter, _)| !known.contains(letter)) {
        let problem = quota.problem(format!("queue.quota.{}", quoted(letter)), unknown(letter));
        problems.push(Problem { place: quota.key_place, ..problem });
    }
    problems
}

fn session(merged: &Entry) -> Vec<Problem> {
    let seconds = |key| merged.at(&["session", key]).and_then(|entry| Some((entry, entry.integer()?)));
    match (seconds("idle_seconds"), seconds("warning_seconds")) {
        (Some((_, idle)), Some((entry, warning))) if warning > idle => {
            let what = format!("{warning} is longer than session.idle_seconds, {idle}");
            vec![entry.problem("session.warning_seconds", what)]
        }
        _ => vec![],
    }
}

fn camera(merged: &Entry) -> Vec<Problem> {
    let tables = ["camera", "face_camera"];
    let mut problems: Vec<Problem> =
        tables.iter().filter_map(|table| needs(merged, table, "source", "folder", "folder")).collect();
    let [documents, face] = tables.map(|table| merged.at(&[table, "device"]));
    let same = face.filter(|face| face.text().is_some() && face.text() == documents.and_then(Entry::text));
    if let Some(face) = same {
        let what = "the same as camera.device: leave out the table where one camera takes both";
        problems.push(face.problem("face_camera.device", what));
    }
    problems
}

/// What is personal must not come out of the loudspeaker.
fn voice(merged: &Entry) -> Vec<Problem> {
    let aloud = merged.at(&["voice", "device"]).and_then(Entry::text);
    let headphones = merged.at(&["voice", "headphones"]);
    let same = headphones.filter(|headphones| headphones.text().is_some() && headphones.text() == aloud);
    let what = "the same as voice.device: what is personal would be heard by everybody";
    same.map(|headphones| headphones.problem("voice.headphones", what)).into_iter().collect()
}

fn printer(merged: &Entry) -> Vec<Problem> {
    let needed = [("serial", "device"), ("tcp", "address"), ("cups", "queue"), ("file", "folder")];
    let mut problems: Vec<Problem> = needed
        .iter()
        .filter_map(|(connection, key)| needs(merged, "printer", "connection", connection, key))
        .collect();
    let at = |key: &str| merged.at(&["printer", key]);
    let mut wrong = |key: &str, is: &dyn Fn(&str) -> bool, what: &str| {
        if let Some(entry) = at(key)
            && let Some(text) = entry.text()
            && !is(text)
        {
            problems.push(entry.problem(format!("printer.{key}"), format!("{text:?} is not {what}")));
        }
    };
    wrong("address", &is_host_and_port, "host:port, such as \"192.168.1.50:9100\"");
    wrong("queue", &is_queue, "ipp://host/path, such as \"ipp://localhost/printers/slips\"");
    let connection = at("connection").and_then(Entry::text);
    match connection {
        Some("usb") => wrong("device", &is_usb, "vendor:product, such as \"04b8:0e15\", or a path"),
        Some("serial") => wrong("device", &|text| text.starts_with('/'), "a path, such as \"/dev/ttyS0\""),
        _ => {}
    }
    if let Some(paper) = at("paper_mm")
        && paper.integer() == Some(210)
        && connection.is_some_and(|connection| connection != "cups")
    {
        problems.push(paper.problem("printer.paper_mm", "sheets of A4 need the connection \"cups\""));
    }
    problems
}

/// As `device::printer::UsbChoice` reads it.
fn is_usb(text: &str) -> bool {
    let number = |digits: &str| digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mut parts = text.splitn(3, ':');
    text.starts_with('/')
        || parts.next().is_some_and(number)
            && parts.next().is_some_and(number)
            && parts.next().is_none_or(|serial| !serial.is_empty())
}

fn is_queue(text: &str) -> bool {
    let printable = text.bytes().all(|byte| byte.is_ascii_graphic());
    let place = text.strip_prefix("ipp://").or_else(|| text.strip_prefix("http://"));
    printable && place.and_then(|place| place.split_once('/')).is_some_and(|(host, _)| !host.is_empty())
}

/// A choice in a table that needs another key of the table.
fn needs(merged: &Entry, table: &str, choice: &str, value: &str, key: &str) -> Option<Problem> {
    let chosen = merged.at(&[table, choice])?;
    (chosen.text() == Some(value) && merged.at(&[table, key]).is_none()).then(|| {
        let what = format!("{value:?} needs {table}.{key} in the same table");
        chosen.problem(format!("{table}.{choice}"), what)
    })
}

fn is_host_and_port(text: &str) -> bool {
    if let Ok(address) = text.parse::<std::net::SocketAddr>() {
        return address.port() != 0;
    }
    let named = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
    text.rsplit_once(':').is_some_and(|(host, port)| {
        let digits = port.bytes().all(|byte| byte.is_ascii_digit());
        !host.is_empty()
            && host.chars().all(named)
            && digits
            && port.parse::<u16>().is_ok_and(|port| port != 0)
    })
}
