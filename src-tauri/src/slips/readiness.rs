//! How ready a claim is: what is done, what is missing, what comes next and by when.

use super::Sheet;
use claim::eligibility::Verdict;
use claim::rules::Needed;
use journey::step::{Ask, PARTS, UNKNOWN};
use journey::way;
use paper::{Block, Item};

impl Sheet<'_> {
    pub(super) fn readiness(&self) -> Vec<Block> {
        let rules = &self.config.rules;
        let done = way::done(self.claim, rules, self.now.date());
        let parts = |wanted: bool| {
            let parts = PARTS.iter().zip(done).filter(move |(_, done)| *done == wanted);
            parts.map(move |(part, done)| Item { text: self.t(&format!("step-{part}")), done })
        };
        // A face comes by itself.
        let is_paper = |needed: &&Needed| {
            !way::is_face(&needed.document, rules) || self.claim.kept(&needed.document).is_some()
        };
        let wanted = way::wanted(self.claim, rules);
        let documents = wanted.iter().filter(is_paper).map(|needed| self.document(needed)).collect();
        vec![
            Block::Checklist { heading: self.t("slip-readiness-done"), lines: parts(true).collect() },
            Block::Checklist { heading: self.t("slip-readiness-open"), lines: parts(false).collect() },
            Block::Checklist { heading: self.t("slip-readiness-documents"), lines: documents },
            Block::Rule,
            Block::Steps { heading: self.t("slip-next"), lines: self.next() },
            Block::Rule,
        ]
    }

    /// Photographed, to be brought, or not there.
    fn document(&self, needed: &Needed) -> Item {
        let code = &needed.document;
        let missing = self.claim.have.get(code) == Some(&false);
        let (key, done) = match self.claim.kept(code) {
            Some(_) => ("slip-readiness-photo", true),
            None if missing => ("slip-readiness-missing", false),
            None => ("slip-readiness-bring", false),
        };
        let name = self.words.document(code);
        Item { text: self.words.filled(key, &[("document", name.as_str().into())]), done }
    }

    /// Never empty: nobody leaves without something to do next.
    fn next(&self) -> Vec<String> {
        let rules = &self.config.rules;
        let dated = |key: &str, date| {
            let date = self.day(date);
            self.words.filled(key, &[("date", date.as_str().into())])
        };
        let mut next = vec![];
        match way::verdict(self.claim, rules, self.now.date()) {
            Verdict::StillActive => next.push(self.t("slip-next-employer")),
            Verdict::Counter | Verdict::OnceOnly | Verdict::TooFewYears if self.claim.reason.is_some() => {
                next.push(self.t("slip-next-counter"));
            }
            _ => {}
        }
        if !way::missing(self.claim, rules).is_empty() {
            next.push(self.t("slip-next-find"));
        }
        let last_use = self.claim.answers.get(Ask::LastUse.as_str()).map(String::as_str);
        if matches!(last_use, Some("inactive" | "dormant" | UNKNOWN)) {
            next.push(self.t("slip-next-account"));
        }
        let slot = self.claim.slot.filter(|_| self.claim.interview.is_some());
        match (self.another_day(), slot) {
            (Some(day), _) => next.push(dated("slip-next-from", day)),
            (None, Some(slot)) => {
                let (date, time) = (self.day(slot.date), self.words.time(slot.time));
                let args = [("date", date.as_str().into()), ("time", time.as_str().into())];
                next.push(self.words.filled("slip-next-interview", &args));
            }
            (None, None) => next.push(dated("slip-next-go-on", self.kept_until())),
        }
        next.push(self.t("slip-next-originals"));
        next
    }
}
