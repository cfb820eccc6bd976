//! What stands on each slip between its head and the code that brings the claim back.

use super::{Sheet, open};
use claim::TicketKind;
use claim::rules::Need;
use jiff::civil::{Date, Weekday};
use journey::{PaperKind, way};
use paper::{Block, Fact};

impl Sheet<'_> {
    /// Its title and what follows.
    pub(super) fn body(&self) -> (String, Vec<Block>) {
        let (title, blocks) = match self.paper {
            PaperKind::Resume => ("slip-resume-title", self.resume()),
            PaperKind::Bring => ("slip-bring-title", self.bring()),
            PaperKind::Ticket(TicketKind::Interview) => ("slip-ticket-title", self.interview()),
            PaperKind::Ticket(TicketKind::Counter) => ("slip-counter-title", self.counter()),
            PaperKind::Bank => return (self.in_indonesian().t("slip-bank-title"), self.bank()),
            PaperKind::Employer => ("slip-employer-title", self.employer()),
            PaperKind::Guide => ("slip-guide-title", self.guide()),
            PaperKind::Practice(_) => ("slip-practice-title", self.practice()),
            PaperKind::Return { due } => ("slip-return-title", self.repair(due)),
            PaperKind::Readiness => ("slip-readiness-title", self.readiness()),
        };
        (self.t(title), blocks)
    }

    fn resume(&self) -> Vec<Block> {
        let facts = vec![self.fact("slip-kept-until", self.day(self.kept_until())), self.hours()];
        vec![
            Block::Lead(self.t("slip-resume-text")),
            Block::Facts(facts),
            Block::Rule,
            self.steps("slip-go-on", &["slip-go-on-1", "slip-go-on-2", "slip-go-on-3"]),
            Block::Text(self.t("slip-keep")),
            Block::Rule,
        ]
    }

    /// What to bring: first what has to be found.
    fn bring(&self) -> Vec<Block> {
        let mut facts = vec![];
        match self.another_day() {
            Some(day) => facts.push(self.fact("slip-next-day", self.day(day))),
            None if self.claim.token.is_empty() => {}
            None => facts.push(self.fact("slip-bring-kept", self.day(self.kept_until()))),
        }
        facts.push(self.hours());
        let mut blocks = vec![];
        let rules = &self.config.rules;
        let missing = way::missing(self.claim, rules);
        if missing.is_empty() {
            blocks.push(self.originals());
        } else {
            let there = |code: &&String| self.claim.have.get(*code) == Some(&true);
            let checklist = way::checklist(self.claim, rules);
            let found: Vec<String> = checklist
                .iter()
                .map(|needed| &needed.document)
                .filter(there)
                .map(|code| self.words.document(code))
                .collect();
            blocks.push(open(self.t("slip-bring-missing"), self.lacking(&missing)));
            if !found.is_empty() {
                blocks.push(open(self.t("slip-bring-there"), found));
            }
        }
        blocks.extend([
            Block::Text(self.t("slip-bring-copies")),
            Block::Rule,
            Block::Facts(facts),
            Block::Rule,
        ]);
        blocks
    }

    /// Missing documents; of several that say the same, that one is enough.
    fn lacking(&self, missing: &[String]) -> Vec<String> {
        let checklist = way::checklist(self.claim, &self.config.rules);
        let any_one = |code: &String| {
            checklist.iter().any(|needed| needed.document == *code && needed.need == Need::AnyOne)
        };
        let line = |code: &String| match any_one(code) {
            true => format!(
                "{}. {}",
                self.words.document(code),
                self.words.need(Need::AnyOne, &self.config.rules)
            ),
            false => self.words.document(code),
        };
        missing.iter().map(line).collect()
    }

    fn originals(&self) -> Block {
        let lines = journey::bring(&self.words, self.claim, &self.config.rules);
        open(self.t("ticket-bring"), lines)
    }

    fn number(&self, kind: TicketKind) -> Block {
        let value = self.claim.ticket(kind).map(|ticket| ticket.number.clone()).unwrap_or_default();
        let mark = if self.claim.priority { self.t("ticket-priority") } else { String::new() };
        Block::Number { label: self.t("ticket-number"), value, mark }
    }

    fn interview(&self) -> Vec<Block> {
        let mut facts = vec![];
        if let Some(slot) = self.claim.slot {
            facts.push(self.fact("ticket-day", self.day(slot.date)));
            facts.push(self.large("ticket-time", self.words.time(slot.time)));
        }
        facts.push(self.place());
        let steps = ["slip-interview-1", "slip-interview-2", "slip-interview-3", "slip-interview-4"];
        vec![
            self.number(TicketKind::Interview),
            Block::Rule,
            Block::Facts(facts),
            Block::Rule,
            self.originals(),
            self.steps("slip-after", &steps),
            Block::Rule,
        ]
    }

    fn counter(&self) -> Vec<Block> {
        let mut blocks = vec![self.number(TicketKind::Counter), Block::Rule];
        if let Some(expected) = self.expected {
            let time = self.words.time(expected.about);
            let about = self.words.filled("slip-expected-about", &[("time", time.as_str().into())]);
            let mut facts = match expected.back_by {
                Some(time) => {
                    vec![self.fact("slip-expected", about), self.large("slip-back-by", self.words.time(time))]
                }
                None => vec![self.large("slip-expected", about)],
            };
            facts.push(self.fact("slip-ahead", expected.ahead.to_string()));
            let day = self.claim.counter.as_ref().map(|ticket| ticket.date);
            if let Some(day) = day.filter(|day| *day != self.now.date()) {
                facts.insert(0, self.large("counter-day", self.day(day)));
            }
            blocks.extend([Block::Facts(facts), Block::Rule]);
        }
        blocks.push(self.steps("slip-after", &["slip-counter-1", "slip-counter-2", "slip-counter-3"]));
        let reason = self.claim.reason.as_ref();
        if reason.is_some_and(|reason| self.config.rules.reasons.contains_key(reason)) {
            blocks.push(self.originals());
        }
        blocks.push(Block::Rule);
        blocks
    }

    /// The upper part is for the bank; the lower one for who comes back from there.
    fn bank(&self) -> Vec<Block> {
        let bank = self.in_indonesian();
        let checks = ["slip-bank-1", "slip-bank-2", "slip-bank-3", "slip-bank-4"];
        let mut blocks = vec![
            Block::Lead(bank.t("slip-bank-text")),
            bank.list("slip-bank-check", &checks),
            Block::Rule,
            self.list("slip-bank-bring", &["slip-bank-bring-1", "slip-bank-bring-2"]),
        ];
        if !self.claim.token.is_empty() {
            blocks.push(self.steps("slip-bank-after", &["slip-go-on-1", "slip-go-on-2"]));
            blocks.push(Block::Facts(vec![self.fact("slip-kept-until", self.day(self.kept_until()))]));
            blocks.push(Block::Rule);
        }
        blocks
    }

    /// Which papers an employer gives, for the reason of this claim or, without one, for each; and where that stands.
    fn employer(&self) -> Vec<Block> {
        let rules = &self.config.rules;
        let to_do = ["slip-employer-1", "slip-employer-2", "slip-employer-3"];
        let mut blocks =
            vec![Block::Lead(self.t("slip-employer-text")), self.list("slip-to-do", &to_do), Block::Rule];
        let mut laws = vec![rules.source.clone()];
        let own = self.claim.reason.as_ref();
        for (code, reason) in rules.reasons.iter().filter(|(code, _)| own.is_none_or(|own| own == *code)) {
            let given =
                |code: &&String| rules.documents.get(*code).is_some_and(|document| document.from_employer);
            let single = reason.documents.iter().chain(&reason.optional).filter(given);
            let mut lines: Vec<String> = single.map(|code| self.words.document(code)).collect();
            lines.extend(reason.any_of.iter().filter(given).map(|code| {
                let name = self.words.document(code);
                self.words.filled("slip-employer-any", &[("document", name.as_str().into())])
            }));
            if lines.is_empty() {
                continue;
            }
            let heading = match own {
                Some(_) => self.t("slip-employer-papers"),
                None => self.t(&format!("reason-{code}")),
            };
            blocks.push(open(heading, lines));
            if !laws.contains(&reason.source) {
                laws.push(reason.source.clone());
            }
        }
        let branch = &self.config.branch;
        let phone = branch.phone.as_ref().map(|phone| self.fact("slip-phone", phone.clone()));
        let facts = [self.fact("slip-employer-ask", branch.name.clone())].into_iter().chain(phone).collect();
        blocks.extend([Block::Rule, Block::Facts(facts)]);
        blocks.push(Block::Small(format!("{}: {}", self.t("slip-employer-law"), laws.join("; "))));
        blocks
    }

    /// How a claim goes; for a reason that was looked at, its documents too.
    fn guide(&self) -> Vec<Block> {
        let lines = journey::STORY.iter().map(|step| self.t(&format!("{step}-text"))).collect();
        let mut blocks = vec![Block::Steps { heading: self.t("slip-guide-steps"), lines }];
        if let Some(reason) = &self.claim.reason {
            let reason = self.t(&format!("reason-{reason}"));
            let heading = self.words.filled("slip-guide-documents", &[("reason", reason.as_str().into())]);
            blocks.push(open(heading, journey::bring(&self.words, self.claim, &self.config.rules)));
            blocks.push(Block::Text(self.t("slip-bring-copies")));
        }
        blocks.extend([Block::Rule, Block::Facts(vec![self.place(), self.hours()])]);
        blocks
    }

    fn practice(&self) -> Vec<Block> {
        vec![
            Block::Lead(self.t("slip-practice-text")),
            Block::Lead(self.t("slip-practice-not")),
            Block::Rule,
            self.steps("slip-practice-next", &["slip-practice-1", "slip-practice-2", "slip-practice-3"]),
        ]
    }

    fn repair(&self, due: Date) -> Vec<Block> {
        vec![
            Block::Lead(self.t("slip-return-text")),
            Block::Rule,
            Block::Facts(vec![self.fact("slip-return-due", self.day(due)), self.hours()]),
            Block::Rule,
            self.steps("slip-after", &["slip-return-1", "slip-return-2", "slip-return-3"]),
            Block::Rule,
        ]
    }

    fn place(&self) -> Fact {
        self.fact("ticket-place", self.config.branch.address.clone())
    }

    /// `Senin–Jumat, 08.00–15.30`; days that do not follow one another are named one by one.
    fn hours(&self) -> Fact {
        let calendar = self.config.calendar();
        let mut open = calendar.open_days;
        open.sort_by_key(|day| day.to_monday_zero_offset());
        let name = |day: &Weekday| self.t(&format!("weekday-{}", day.to_monday_one_offset()));
        let days = match (open.first(), open.last()) {
            (Some(first), Some(last))
                if open.len() > 2 && usize::from(first.until(*last).unsigned_abs()) + 1 == open.len() =>
            {
                let (first, last) = (name(first), name(last));
                self.words.filled(
                    "slip-hours-days",
                    &[("first", first.as_str().into()), ("last", last.as_str().into())],
                )
            }
            _ => open.iter().map(name).collect::<Vec<_>>().join(", "),
        };
        let (opens, closes) = (self.words.time(calendar.opens), self.words.time(calendar.closes));
        let args = [
            ("days", days.as_str().into()),
            ("opens", opens.as_str().into()),
            ("closes", closes.as_str().into()),
        ];
        self.fact("slip-hours", self.words.filled("slip-hours-line", &args))
    }
}
