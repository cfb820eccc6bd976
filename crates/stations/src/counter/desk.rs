//! The screen of a counter: signing in, the desk, and what lies over it.

use super::packet;
use super::{
    Choose, Counter, CounterAction, CounterScreen, Desk, Key, Line, List, Message, Now, Over, Packet, SignIn,
    Tone, Weight, World,
};
use crate::board::{series, told};
use crate::words::{px_per_mm, with, words};
use claim::WHY_AGAIN;
use jiff::Timestamp;
use journey::Words;
use queue::{Ticket, TicketId, TicketState};
use std::ops::Deref;

/// Numbers shown as the next ones.
const NEXT: usize = 5;
/// How long an outage may be expected to last, in minutes; 0 is not known.
const OUTAGE_MINUTES: [u16; 4] = [30, 60, 120, 0];
/// Tickets of a list that can be taken up by a key.
const LISTED: usize = 6;

/// What a drawing function needs.
pub(super) struct Draw<'a> {
    pub counter: &'a Counter,
    pub world: &'a World<'a>,
    pub words: Words<'a>,
}

impl<'a> Deref for Draw<'a> {
    type Target = Words<'a>;
    fn deref(&self) -> &Words<'a> {
        &self.words
    }
}

pub(super) fn screen(counter: &Counter, world: &World<'_>) -> CounterScreen {
    let draw = Draw { counter, world, words: words(world.config, world.texts) };
    let officer = counter.officer.as_ref().and_then(|name| world.config.officers.get(name));
    let open = counter.open(world.floor, world.second, world.number());
    let name = match open.map(|ticket| ticket.state) {
        _ if officer.is_none() => "sign-in",
        Some(TicketState::Called) => "called",
        Some(TicketState::Serving) => "serving",
        Some(_) => "checking",
        None => "free",
    };
    let message = counter.message.as_ref();
    CounterScreen {
        name: name.into(),
        visit: counter.visit,
        language: draw.language.tag().into(),
        px_per_mm: px_per_mm(world.config),
        branch: world.config.branch.name.clone(),
        counter: with(&draw, "desk-counter", "counter", world.number().to_string().as_str()),
        officer: officer.map(|officer| officer.name.clone()),
        clock: draw.time(world.now.time()),
        sign_out: officer.map(|_| draw.key("sign-out", Weight::Plain, CounterAction::SignOut)),
        message: message
            .map(|(tone, said)| Message { tone: *tone, text: draw.said(said) })
            .or_else(|| draw.outage()),
        sign_in: officer.is_none().then(|| draw.sign_in()),
        desk: officer.map(|_| draw.desk(open)),
        over: officer.and_then(|_| draw.over()),
    }
}

impl Draw<'_> {
    /// A key whose words are the text `button-…` and whose key is the text `key-…`.
    pub fn key(&self, id: &str, weight: Weight, action: CounterAction) -> Key {
        let (label, key) = (self.t(&format!("button-{id}")), self.t(&format!("key-{id}")));
        Key { id: id.into(), label, note: None, key: Some(key), weight, action }
    }

    /// One of several, each with a digit.
    pub fn one_of(&self, place: usize, id: &str, label: String, action: CounterAction) -> Key {
        let key = (place < 9).then(|| (place + 1).to_string());
        Key { id: id.into(), label, note: None, key, weight: Weight::Plain, action }
    }

    /// Everybody is told of an outage until it is over.
    fn outage(&self) -> Option<Message> {
        let outage = self.world.outage?;
        Some(Message { tone: Tone::Care, text: told(self, outage, self.world.now) })
    }

    fn sign_in(&self) -> SignIn {
        let officers = &self.world.config.officers;
        let asked = self.counter.signing_in.as_ref().and_then(|name| officers.get(name));
        let keys = officers.iter().enumerate().map(|(place, (name, officer))| {
            let action = CounterAction::Choose { officer: name.clone() };
            let stage: claim::Stage = officer.checks.into();
            let note = self.t(&format!("desk-duty-{}", stage.as_str()));
            Key { note: Some(note), ..self.one_of(place, name, officer.name.clone(), action) }
        });
        let help = if officers.is_empty() { "desk-no-officers" } else { "desk-sign-in-help" };
        SignIn {
            title: self.t("desk-sign-in-title"),
            help: self.t(help),
            officers: if asked.is_some() { vec![] } else { keys.collect() },
            pin: asked.map(|officer| with(self, "desk-pin", "name", officer.name.as_str())),
            cancel: asked.map(|_| self.key("cancel", Weight::Plain, CounterAction::Cancel)),
        }
    }

    fn desk(&self, open: Option<&Ticket>) -> Desk {
        let world = self.world;
        let rules = world.config.hall();
        let next = world.floor.order(&rules, Some(world.number()), world.now.timestamp());
        let next: Vec<&Ticket> = next.take(NEXT).collect();
        let waiting = world.floor.waiting_by_series().into_iter();
        let packet = open.filter(|ticket| ticket.case.is_some()).and_then(|_| packet::view(self, open));
        let no_packet = match (open, world.packet) {
            (None, _) => None,
            (Some(_), Packet::Erased) => Some(self.t("desk-packet-erased")),
            (Some(_), _) => packet.is_none().then(|| self.t("desk-packet-none")),
        };
        Desk {
            now: self.now(open, next.first().copied()),
            keys: self.keys(open, next.first().copied()),
            waiting: waiting
                .map(|(letter, count)| Line { label: series(self, letter), value: count.to_string() })
                .collect(),
            waiting_label: self.t("desk-waiting"),
            next: next.iter().map(|ticket| ticket.id.number.to_string()).collect(),
            next_label: self.t("desk-next"),
            // Only one person at a time.
            lists: if open.is_none() { self.lists() } else { vec![] },
            packet,
            no_packet,
        }
    }

    fn now(&self, open: Option<&Ticket>, next: Option<&Ticket>) -> Now {
        let Some(ticket) = open else {
            let (label, note) = match next {
                Some(next) => {
                    let number = next.id.number.to_string();
                    ("desk-free", with(self, "desk-free-text", "number", number.as_str()))
                }
                None => ("desk-nobody", self.t("desk-nobody-text")),
            };
            return Now { label: self.t(label), number: None, notes: vec![note] };
        };
        let label = match ticket.state {
            TicketState::Called => "desk-called",
            TicketState::Serving => "desk-serving",
            _ => "desk-checking",
        };
        let mut notes = vec![];
        if ticket.state.at_counter() {
            notes.extend(ticket.called.map(|since| self.minutes("desk-minutes", since, None)));
            if ticket.calls > 1 {
                notes.push(with(self, "desk-times", "times", i64::from(ticket.calls)));
            }
            notes.extend(
                ticket.first_called.map(|called| self.minutes("desk-waited", ticket.place, Some(called))),
            );
        }
        notes.extend(ticket.priority.then(|| self.t("desk-priority")));
        Now { label: self.t(label), number: Some(ticket.id.number.to_string()), notes }
    }

    /// Whole minutes between two moments; until now where there is no second one.
    fn minutes(&self, key: &str, from: Timestamp, to: Option<Timestamp>) -> String {
        let to = to.unwrap_or_else(|| self.world.now.timestamp());
        with(self, key, "minutes", to.duration_since(from).as_mins().max(0))
    }

    fn keys(&self, open: Option<&Ticket>, next: Option<&Ticket>) -> Vec<Key> {
        use CounterAction as Do;
        let key = |id: &str, weight, action| self.key(id, weight, action);
        match open.map(|ticket| ticket.state) {
            None => {
                let outage = match self.world.outage {
                    None => key("outage", Weight::Plain, Do::Outage),
                    Some(_) => key("outage-over", Weight::Plain, Do::OutageOver),
                };
                let next = next.map(|_| key("call-next", Weight::First, Do::CallNext));
                next.into_iter().chain([outage]).collect()
            }
            Some(TicketState::Called) => vec![
                key("arrived", Weight::First, Do::Arrived),
                key("recall", Weight::Plain, Do::Recall),
                key("skip-number", Weight::Plain, Do::Skip),
                key("transfer", Weight::Plain, Do::Transfer),
                key("hold", Weight::Plain, Do::Hold),
                key("no-show", Weight::Care, Do::NoShow),
            ],
            Some(TicketState::Serving) => vec![
                key("served", Weight::First, Do::Served),
                key("hold", Weight::Plain, Do::Hold),
                key("transfer", Weight::Plain, Do::Transfer),
            ],
            Some(_) => vec![key("put-away", Weight::First, Do::PutAway)],
        }
    }

    /// What can be taken up again, each with a digit.
    fn lists(&self) -> Vec<List> {
        let floor = self.world.floor;
        let held: Vec<TicketId> = floor.held().into_iter().map(|ticket| ticket.id).collect();
        let missed = floor.tickets.iter().filter(|ticket| ticket.state == TicketState::NoShow);
        let mut missed: Vec<&Ticket> = missed.collect();
        missed.sort_by_key(|ticket| std::cmp::Reverse(ticket.ended));
        let missed: Vec<TicketId> = missed.into_iter().map(|ticket| ticket.id).collect();
        let second = match self.counter.is_second(self.world.config) {
            true => self.world.second.iter().map(|ticket| ticket.id).collect(),
            false => vec![],
        };
        let lists: [(&str, Vec<TicketId>); 3] =
            [("desk-second", second), ("desk-held", held), ("desk-missed", missed)];
        let mut place = 0;
        let lists = lists.into_iter().map(|(label, tickets)| List {
            label: self.t(label),
            keys: (tickets.into_iter().take(LISTED))
                .map(|ticket| {
                    place += 1;
                    let number = ticket.number.to_string();
                    let action = match label {
                        "desk-second" => CounterAction::Check { ticket },
                        _ => CounterAction::Call { ticket },
                    };
                    self.one_of(place - 1, &format!("take-{number}"), number, action)
                })
                .collect(),
        });
        lists.filter(|list| !list.keys.is_empty()).collect()
    }

    fn over(&self) -> Option<Choose> {
        let (name, title, help, choices) = match self.counter.over.as_ref()? {
            Over::Transfer => ("transfer", "desk-where", None, self.targets()),
            Over::Outage => {
                let times = OUTAGE_MINUTES.map(|minutes| {
                    let action = CounterAction::OutageFor { minutes: (minutes > 0).then_some(minutes) };
                    let name = format!("outage-{minutes}");
                    (name.clone(), self.t(&format!("desk-{name}")), action)
                });
                let help = Some(self.t("desk-outage-help"));
                ("outage", "desk-outage-title", help, times.into_iter().collect())
            }
            Over::Which => ("which", "desk-which", None, packet::documents_to_ask(self)),
            Over::Why { document } => {
                let reasons = WHY_AGAIN.iter().map(|why| {
                    let action = CounterAction::AskWhy { why: (*why).into() };
                    ((*why).to_owned(), self.t(&format!("again-{why}")), action)
                });
                let help = format!("{}. {}", self.document(document), self.t("desk-why-help"));
                ("why", "desk-why", Some(help), reasons.collect())
            }
        };
        let keys = choices.into_iter().enumerate();
        Some(Choose {
            name: name.into(),
            title: self.t(title),
            help,
            keys: keys.map(|(place, (id, label, action))| self.one_of(place, &id, label, action)).collect(),
            cancel: self.key("cancel", Weight::Plain, CounterAction::Cancel),
        })
    }

    /// Where the ticket at this counter can go: another series, or another counter alone.
    fn targets(&self) -> Vec<(String, String, CounterAction)> {
        let rules = self.world.config.hall();
        let own = self.world.here().map(|ticket| ticket.series);
        let mut letters: Vec<char> = rules.counters.values().flatten().copied().collect();
        letters.sort_unstable();
        letters.dedup();
        let letters = letters.into_iter().filter(|letter| Some(*letter) != own).map(|letter| {
            let action = CounterAction::TransferTo { series: Some(letter), counter: None };
            (format!("series-{letter}"), series(self, letter), action)
        });
        let others = rules.counters.keys().filter(|number| **number != self.world.number());
        let others = others.map(|number| {
            let label = with(self, "desk-counter", "counter", number.to_string().as_str());
            let action = CounterAction::TransferTo { series: None, counter: Some(*number) };
            (format!("counter-{number}"), label, action)
        });
        letters.chain(others).collect()
    }
}
