//! What stands on the slips and tickets of a claim. No identity number ever does.

use anyhow::Result;
use claim::{Claim, TicketKind};
use device::printer::Job;
use jiff::civil::{Date, DateTime};
use journey::{PaperKind, Words, spaced};
use kiosk_config::{Config, Language, PaperWidth};
use paper::{Block, Slip, Width};

/// What the QR of a slip begins with, so that other codes held up to the camera are left alone.
const MARK: &str = "AA1-";

/// The token in the text of a QR.
pub fn token(text: &str) -> Option<String> {
    let token = text.trim().strip_prefix(MARK)?;
    token.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| token.to_ascii_lowercase())
}

/// A slip, ready for the printer.
pub fn job(
    words: &Words<'_>,
    config: &Config,
    claim: &Claim,
    paper: PaperKind,
    now: DateTime,
) -> Result<Job> {
    let slip = slip(words, config, claim, paper, now);
    let width = match config.printer.paper_mm {
        PaperWidth::Mm80 => Width::Mm80,
        PaperWidth::Mm58 => Width::Mm58,
    };
    let picture = slip.render(width)?;
    let kind = match paper {
        PaperKind::Resume => "resume",
        PaperKind::Bring => "bring",
        PaperKind::Ticket(TicketKind::Interview) => "ticket",
        PaperKind::Ticket(TicketKind::Counter) => "counter",
        PaperKind::Bank => "bank",
        PaperKind::Employer => "employer",
        PaperKind::Guide => "guide",
        PaperKind::Practice(_) => "practice",
    };
    // Names of files say nothing about the person: kind, day, time.
    let name = format!("{kind}-{}", now.strftime("%Y%m%d-%H%M%S"));
    Ok(Job { name, escpos: picture.escpos(), png: picture.png()? })
}

fn slip(words: &Words<'_>, config: &Config, claim: &Claim, paper: PaperKind, now: DateTime) -> Slip {
    let words = match paper {
        // Somebody else reads these, at the bank and at the employer's.
        PaperKind::Bank | PaperKind::Employer => &Words { texts: words.texts, language: Language::Id },
        _ => words,
    };
    let verdict = journey::way::verdict(claim, &config.rules, now.date());
    let another_day = journey::first_day(verdict, config).filter(|_| paper == PaperKind::Bring);
    let mut blocks = vec![Block::Brand { product: words.t("product"), branch: config.branch.name.clone() }];
    let title = |key: &str| Block::Title(words.t(key));
    let text = |key: &str| Block::Text(words.t(key));
    let list = |heading: &str, keys: [&str; 3]| Block::Checklist {
        heading: words.t(heading),
        lines: keys.iter().map(|key| words.t(key)).collect(),
    };
    match paper {
        PaperKind::Resume => blocks.extend([title("slip-resume-title"), text("slip-resume-text")]),
        PaperKind::Bring => blocks.extend(bring_slip(words, config, claim, another_day)),
        PaperKind::Ticket(kind) => blocks.extend(ticket(words, config, claim, kind)),
        PaperKind::Bank => {
            blocks.extend([title("slip-bank-title"), text("slip-bank-text")]);
            let lines = ["slip-bank-1", "slip-bank-2", "slip-bank-3"];
            blocks.extend([list("slip-to-do", lines), text("slip-bank-bring")]);
        }
        PaperKind::Employer => {
            blocks.extend([title("slip-employer-title"), text("slip-employer-text")]);
            let lines = ["slip-employer-1", "slip-employer-2", "slip-employer-3"];
            blocks.push(list("slip-to-do", lines));
        }
        PaperKind::Guide => blocks.extend(guide(words, config, claim)),
        PaperKind::Practice(_) => blocks.extend([title("slip-practice-title"), text("slip-practice-text")]),
    }
    blocks.push(Block::Rule);
    // Papers for everybody, and of a practice, bring no claim back; nor does one for a day on which it is erased.
    let limits = &config.rules.limits;
    let kept_until = queue::working_days_after(&config.calendar(), now.date(), limits.draft_days);
    let kept = another_day.is_none_or(|day| day <= kept_until);
    if kept && !claim.token.is_empty() && !matches!(paper, PaperKind::Practice(_)) {
        let data = format!("{MARK}{}", claim.token.to_ascii_uppercase());
        blocks.push(Block::Qr { data, caption: words.t("slip-scan") });
        blocks.push(Block::Code { label: words.t("code-label"), value: spaced(&claim.code) });
    }
    blocks.push(Block::Notice { title: words.t("slip-free"), text: words.t("slip-free-text") });
    let taken = format!("{}, {}", words.date(now.date()), words.time(now.time()));
    blocks.push(Block::Small(words.filled("slip-taken", &[("date", taken.as_str().into())])));
    Slip { blocks }
}

fn field(words: &Words<'_>, label: &str, value: String) -> Block {
    Block::Field { label: words.t(label), value }
}

/// Originals to bring, those that were left out so far among them.
fn bring(words: &Words<'_>, config: &Config, claim: &Claim) -> Block {
    let lines = journey::bring(words, claim, &config.rules);
    Block::Checklist { heading: words.t("ticket-bring"), lines }
}

/// What to bring, and from which day where that is not today.
fn bring_slip(words: &Words<'_>, config: &Config, claim: &Claim, another_day: Option<Date>) -> Vec<Block> {
    let title = match another_day {
        Some(day) => words.filled("slip-next-title", &[("date", words.date(day).as_str().into())]),
        None => words.t("slip-bring-title"),
    };
    vec![Block::Title(title), bring(words, config, claim)]
}

fn ticket(words: &Words<'_>, config: &Config, claim: &Claim, kind: TicketKind) -> Vec<Block> {
    let title = match kind {
        TicketKind::Interview => "slip-ticket-title",
        TicketKind::Counter => "slip-counter-title",
    };
    let value = claim.ticket(kind).map(|ticket| ticket.number.clone()).unwrap_or_default();
    let mut blocks = vec![Block::Title(words.t(title))];
    blocks.push(Block::Number { label: words.t("ticket-number"), value });
    if claim.priority {
        blocks.push(Block::Title(words.t("ticket-priority")));
    }
    if let (TicketKind::Interview, Some(slot)) = (kind, claim.slot) {
        blocks.push(field(words, "ticket-day", words.date(slot.date)));
        blocks.push(field(words, "ticket-time", words.time(slot.time)));
        let place = format!("{}, {}", config.branch.name, config.branch.address);
        blocks.push(field(words, "ticket-place", place));
    }
    if claim.reason.as_ref().is_some_and(|reason| config.rules.reasons.contains_key(reason)) {
        blocks.extend([Block::Rule, bring(words, config, claim)]);
    }
    blocks
}

/// How a claim goes; for a reason that was looked at, its documents too.
fn guide(words: &Words<'_>, config: &Config, claim: &Claim) -> Vec<Block> {
    let steps = journey::STORY.iter().enumerate();
    let lines = steps.map(|(place, step)| format!("{}. {}", place + 1, words.t(step))).collect();
    let mut blocks = vec![Block::Title(words.t("slip-guide-title"))];
    blocks.push(Block::Bullets { heading: words.t("slip-guide-steps"), lines });
    if let Some(reason) = &claim.reason {
        let reason = words.t(&format!("reason-{reason}"));
        let heading = words.filled("slip-guide-documents", &[("reason", reason.as_str().into())]);
        blocks.push(Block::Checklist { heading, lines: journey::bring(words, claim, &config.rules) });
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_paper_for_a_far_day_brings_no_claim_back() {
        let files = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../kiosk-config/files");
        let (config, texts) = (kiosk_config::load(&files).unwrap(), kiosk_config::Texts::load().unwrap());
        let words = Words { texts: &texts, language: Language::Id };
        let now = jiff::civil::date(2026, 9, 10).at(9, 0, 0, 0);
        let claim = |letter: &str| Claim {
            reason: Some("resign".into()),
            token: "00ff".into(),
            answers: [("ended", "no"), ("ended-on", letter)]
                .map(|(a, b)| (a.to_owned(), b.to_owned()))
                .into(),
            ..Claim::default()
        };
        let has_code = |letter: &str, paper| {
            let slip = slip(&words, &config, &claim(letter), paper, now);
            slip.blocks.iter().any(|block| matches!(block, Block::Qr { .. }))
        };
        assert!(!has_code("2026-09-01", PaperKind::Bring), "the claim is erased long before 1 October");
        assert!(has_code("2026-08-12", PaperKind::Bring), "14 September is two working days away");
        assert!(has_code("2026-09-01", PaperKind::Ticket(TicketKind::Counter)));
    }

    #[test]
    fn only_codes_of_slips_are_taken() {
        assert_eq!(token("AA1-00FF"), Some("00ff".into()));
        assert_eq!(token("https://example.id/AA1-00FF"), None);
        assert_eq!(token("AA1-drop table"), None);
    }
}
