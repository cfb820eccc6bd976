//! The board: who is called where, seen from ten metres and heard. No names.

use crate::words::{px_per_mm, with, words};
use jiff::Zoned;
use journey::Words;
use kiosk_config::{Config, Texts};
use queue::{Call, Floor, Outage, TicketId, TicketNumber};
use serde::Serialize;
use std::time::Duration;
use ts_rs::TS;

/// Earlier calls that the board shows.
const BEFORE: usize = 4;

/// What the board knows.
#[derive(Clone, Copy)]
pub struct World<'a> {
    /// Configuration.
    pub config: &'a Config,
    /// Texts.
    pub texts: &'a Texts,
    /// Time at the branch.
    pub now: &'a Zoned,
    /// Since the board was started: the pictures change with it.
    pub running: Duration,
    /// The tickets of today.
    pub floor: &'a Floor,
    /// The call that is being said, or waits to be: its number stays on the board until it was heard.
    pub saying: Option<TicketId>,
    /// The outage that was announced.
    pub outage: Option<&'a Outage>,
}

/// The whole board.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "stations.ts")]
pub struct BoardScreen {
    /// `calls`, or `idle` while nobody was called for a while; never shown.
    pub name: String,
    /// BCP 47 language of all the words.
    pub language: String,
    /// CSS pixels that make up a millimetre on the configured panel.
    pub px_per_mm: f64,
    /// Name of the branch.
    pub branch: String,
    /// Day.
    pub day: String,
    /// Time of day.
    pub clock: String,
    /// The call that counts now.
    pub now: Option<CallView>,
    /// "Please go to".
    pub now_label: String,
    /// "Counter".
    pub counter_label: String,
    /// What stands in place of a call while there is none.
    pub none: String,
    /// The calls before it, newest first.
    pub before: Vec<CallView>,
    /// Words over them.
    pub before_label: String,
    /// How a claim goes: the picture that shows now, while the board is idle.
    pub picture: Option<Picture>,
    /// What everybody has to know: an outage.
    pub alert: Option<String>,
    /// Free of charge; beware of brokers.
    pub notice: String,
    /// What to do here.
    pub help: String,
}

/// A number that was called.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "stations.ts")]
pub struct CallView {
    /// Number, as on the paper.
    pub number: String,
    /// Where to go.
    pub counter: String,
    /// Changes with each call: the same number called again is drawn anew.
    pub call: String,
}

/// A picture of the way through a claim.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "stations.ts")]
pub struct Picture {
    /// Name of the picture.
    pub name: String,
    /// A few words.
    pub title: String,
    /// A sentence.
    pub text: String,
    /// Which one it is, from 1, and how many there are.
    pub place: (usize, usize),
}

/// The board as it is now.
pub fn screen(world: &World<'_>) -> BoardScreen {
    let words = words(world.config, world.texts);
    let mut calls = world.floor.calls(BEFORE + 1);
    if let Some(at) = calls.iter().position(|call| Some(call.id) == world.saying) {
        let said = calls.remove(at);
        calls.insert(0, said);
    }
    let quiet = calls.iter().map(|call| world.now.timestamp().duration_since(call.at)).min();
    let idle_after = i64::from(world.config.board.quiet_seconds);
    let idle = world.saying.is_none() && quiet.is_none_or(|quiet| quiet.as_secs() >= idle_after);
    let mut views = calls.iter().map(view);
    let now = views.next().filter(|_| !idle);
    let first = calls.first().filter(|_| idle).map(view);
    BoardScreen {
        name: if idle { "idle" } else { "calls" }.into(),
        language: words.language.tag().into(),
        px_per_mm: px_per_mm(world.config),
        branch: world.config.branch.name.clone(),
        day: words.date(world.now.date()),
        clock: words.time(world.now.time()),
        now,
        now_label: words.t("board-now"),
        counter_label: words.t("board-counter"),
        none: words.t("board-none"),
        before: first.into_iter().chain(views).take(BEFORE).collect(),
        before_label: words.t("board-before"),
        picture: idle.then(|| picture(&words, world)),
        alert: world.outage.map(|outage| told(&words, outage, world.now)),
        notice: words.t("welcome-free"),
        help: words.t("board-help"),
    }
}

fn view(call: &Call) -> CallView {
    CallView {
        number: call.id.number.to_string(),
        counter: call.counter.to_string(),
        call: format!("{} {} {}", call.id, call.counter, call.times),
    }
}

fn picture(words: &Words<'_>, world: &World<'_>) -> Picture {
    let all = journey::STORY;
    let stays = u64::from(world.config.board.picture_seconds.max(1));
    let place = (world.running.as_secs() / stays) as usize % all.len();
    let name = all.get(place).copied().unwrap_or(all[0]);
    Picture {
        name: name.into(),
        title: words.t(name),
        text: words.t(&format!("{name}-text")),
        place: (place + 1, all.len()),
    }
}

/// An outage, with its expected end (UU 25/2009 art. 28).
pub(crate) fn told(words: &Words<'_>, outage: &Outage, now: &Zoned) -> String {
    match outage.expected {
        Some(end) => {
            let time = words.time(end.to_zoned(now.time_zone().clone()).time());
            with(words, "outage-until", "time", time.as_str())
        }
        None => words.t("outage"),
    }
}

/// What is said when a number is called: `Nomor antrean A, nol satu dua, silakan ke loket dua.`
pub fn call(config: &Config, texts: &Texts, number: TicketNumber, counter: u8) -> String {
    let words = words(config, texts);
    let digit = |digit: char| words.t(&format!("board-digit-{digit}"));
    let digits: Vec<String> = format!("{:03}", number.number()).chars().map(digit).collect();
    // The engine says two digits as people do.
    let counter = match counter {
        0..10 => with_digit(&words, counter),
        more => more.to_string(),
    };
    let series = number.series().to_string();
    let args = [("series", series.as_str()), ("digits", &digits.join(" ")), ("counter", &counter)];
    words.filled("board-call", &args.map(|(name, value)| (name, value.into())))
}

fn with_digit(words: &Words<'_>, digit: u8) -> String {
    words.t(&format!("board-digit-{digit}"))
}

/// Language in which calls are said.
pub fn language(config: &Config, texts: &Texts) -> &'static str {
    words(config, texts).language.tag()
}

/// How many wait, in words for the counter and the board: `Antrean A`.
pub(crate) fn series(words: &Words<'_>, series: char) -> String {
    with(words, "desk-series", "series", series.to_string().as_str())
}
