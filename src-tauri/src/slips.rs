//! What stands on the slips and tickets of a claim. No identity number ever does, nor a name.

mod body;
mod readiness;

use anyhow::Result;
use claim::{Claim, TicketKind};
use device::printer::Job;
use jiff::civil::{Date, DateTime, Time};
use journey::{PaperKind, Words, spaced};
use kiosk_config::{Config, Language, PaperWidth, PrinterConnection, PrinterCut};
use paper::{Block, Cut, Fact, Item, Slip, Width};

/// What the QR of a slip begins with, so that other codes held up to the camera are left alone.
const MARK: &str = "AA1-";

/// The token in the text of a QR.
pub fn token(text: &str) -> Option<String> {
    let token = text.trim().strip_prefix(MARK)?;
    token.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| token.to_ascii_lowercase())
}

/// When a number will be called, as far as that can be told today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    /// Numbers that are called before it.
    pub ahead: u32,
    /// About when it is called.
    pub about: Time,
    /// When its holder has to be back, where there is time to go away.
    pub back_by: Option<Time>,
}

/// What a slip is made from.
pub(crate) struct Sheet<'a> {
    /// Words in the participant's language.
    pub words: Words<'a>,
    /// Branch, kiosk and rules.
    pub config: &'a Config,
    /// The claim; an empty one for papers for everybody.
    pub claim: &'a Claim,
    /// Which paper.
    pub paper: PaperKind,
    /// When it is printed, at the branch.
    pub now: DateTime,
    /// For a number of the counter.
    pub expected: Option<Expected>,
}

impl Sheet<'_> {
    /// The slip, ready for the printer.
    pub fn job(&self) -> Result<Job> {
        let slip = self.slip();
        let settings = &self.config.printer;
        let width = match settings.paper_mm {
            PaperWidth::Mm80 => Width::Mm80,
            PaperWidth::Mm58 => Width::Mm58,
            PaperWidth::A4 => Width::A4,
        };
        let cut = match settings.cut {
            PrinterCut::Corner => Cut::Corner,
            PrinterCut::Full => Cut::Full,
            PrinterCut::None => Cut::None,
        };
        let picture = slip.render(width)?;
        // Names of files say nothing about the person: kind, day, time.
        let name = format!("{}-{}", self.name(), self.now.strftime("%Y%m%d-%H%M%S"));
        let behind_cups = settings.connection == PrinterConnection::Cups;
        let pdf = behind_cups.then(|| slip.pdf(width)).transpose()?;
        let escpos = picture.escpos_cut(settings.feed_lines, cut);
        Ok(Job { name, escpos, png: picture.png()?, pdf })
    }

    fn name(&self) -> &'static str {
        match self.paper {
            PaperKind::Resume => "resume",
            PaperKind::Bring => "bring",
            PaperKind::Ticket(TicketKind::Interview) => "ticket",
            PaperKind::Ticket(TicketKind::Counter) => "counter",
            PaperKind::Bank => "bank",
            PaperKind::Employer => "employer",
            PaperKind::Guide => "guide",
            PaperKind::Practice(_) => "practice",
            PaperKind::Return { .. } => "return",
            PaperKind::Readiness => "readiness",
        }
    }

    fn slip(&self) -> Slip {
        let sheet = match self.paper {
            // Somebody else reads it.
            PaperKind::Employer => &self.in_indonesian(),
            _ => self,
        };
        let words = &sheet.words;
        let (title, body) = sheet.body();
        let brand = Block::Brand { branch: self.config.branch.name.clone(), product: words.t("product") };
        let mut blocks = vec![brand, Block::Title(title.clone())];
        blocks.extend(body);
        blocks.extend(sheet.way_back());
        blocks.push(Block::Notice { title: words.t("slip-free"), text: words.t("slip-free-text") });
        let taken = format!("{}, {}", words.birth_date(self.now.date()), words.time(self.now.time()));
        let taken = [("date", taken.as_str().into()), ("kiosk", self.config.kiosk.id.as_str().into())];
        blocks.push(Block::Small(words.filled("slip-taken", &taken)));
        Slip { language: words.language.tag().into(), title, made: self.now, blocks }
    }

    fn in_indonesian(&self) -> Self {
        Self { words: Words { language: Language::Id, ..self.words }, ..*self }
    }

    /// The code that brings the claim back. Papers for everybody, of a practice and for an employer carry none; nor does
    /// one for a day on which the claim is erased.
    fn way_back(&self) -> Option<Block> {
        let leads_back = match self.paper {
            PaperKind::Practice(_) | PaperKind::Employer | PaperKind::Guide => false,
            PaperKind::Bring => self.another_day().is_none_or(|day| day <= self.kept_until()),
            _ => true,
        };
        (leads_back && !self.claim.token.is_empty()).then(|| Block::Code {
            data: format!("{MARK}{}", self.claim.token.to_ascii_uppercase()),
            caption: self.t("slip-scan"),
            label: self.t("code-label"),
            value: spaced(&self.claim.code),
        })
    }

    /// The last day on which an unfinished claim is there, if nothing happens to it from now on.
    fn kept_until(&self) -> Date {
        queue::working_days_after(
            &self.config.calendar(),
            self.now.date(),
            self.config.rules.limits.draft_days,
        )
    }

    /// The day from which it can be claimed, where that is not today.
    fn another_day(&self) -> Option<Date> {
        let verdict = journey::way::verdict(self.claim, &self.config.rules, self.now.date());
        journey::first_day(verdict, self.config)
    }

    fn t(&self, key: &str) -> String {
        self.words.t(key)
    }

    /// A day whose number, month and year stay on one line.
    fn day(&self, date: Date) -> String {
        let day = self.words.date(date);
        match day.split_once(", ") {
            Some((weekday, date)) => format!("{weekday}, {}", date.replace(' ', "\u{a0}")),
            None => day,
        }
    }

    fn fact(&self, label: &str, value: String) -> Fact {
        Fact { label: self.t(label), value, large: false }
    }

    fn large(&self, label: &str, value: String) -> Fact {
        Fact { label: self.t(label), value, large: true }
    }

    fn steps(&self, heading: &str, keys: &[&str]) -> Block {
        Block::Steps { heading: self.t(heading), lines: keys.iter().map(|key| self.t(key)).collect() }
    }

    fn list(&self, heading: &str, keys: &[&str]) -> Block {
        open(self.t(heading), keys.iter().map(|key| self.t(key)))
    }
}

/// A list of what is still to be done or found.
fn open(heading: String, lines: impl IntoIterator<Item = String>) -> Block {
    let lines = lines.into_iter().map(|text| Item { text, done: false }).collect();
    Block::Checklist { heading, lines }
}

#[cfg(test)]
mod tests;
