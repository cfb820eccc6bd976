//! What stands on the slips and tickets of a claim. No identity number ever does.

use anyhow::Result;
use claim::{Claim, TicketKind};
use device::printer::Job;
use jiff::civil::DateTime;
use journey::{PaperKind, Words, spaced};
use kiosk_config::{Config, PaperWidth};
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
    };
    // Names of files say nothing about the person: kind, day, time.
    let name = format!("{kind}-{}", now.strftime("%Y%m%d-%H%M%S"));
    Ok(Job { name, escpos: picture.escpos(), png: picture.png()? })
}

fn slip(words: &Words<'_>, config: &Config, claim: &Claim, paper: PaperKind, now: DateTime) -> Slip {
    let field = |label: &str, value: String| Block::Field { label: words.t(label), value };
    let bring = || Block::Checklist {
        heading: words.t("ticket-bring"),
        lines: journey::bring(claim, &config.rules).iter().map(|code| words.document(code)).collect(),
    };
    let mut blocks = vec![Block::Brand { product: words.t("product"), branch: config.branch.name.clone() }];
    match paper {
        PaperKind::Resume => {
            blocks.extend([
                Block::Title(words.t("slip-resume-title")),
                Block::Text(words.t("slip-resume-text")),
            ]);
        }
        PaperKind::Bring => blocks.extend([Block::Title(words.t("slip-bring-title")), bring()]),
        PaperKind::Ticket(kind) => {
            let title = match kind {
                TicketKind::Interview => "slip-ticket-title",
                TicketKind::Counter => "slip-counter-title",
            };
            blocks.push(Block::Title(words.t(title)));
            let value = claim.ticket(kind).map(|ticket| ticket.number.clone()).unwrap_or_default();
            blocks.push(Block::Number { label: words.t("ticket-number"), value });
            if let (TicketKind::Interview, Some(slot)) = (kind, claim.slot) {
                blocks.push(field("ticket-day", words.date(slot.date)));
                blocks.push(field("ticket-time", words.time(slot.time)));
                blocks.push(field(
                    "ticket-place",
                    format!("{}, {}", config.branch.name, config.branch.address),
                ));
                blocks.extend([Block::Rule, bring()]);
            }
        }
    }
    blocks.push(Block::Rule);
    let data = format!("{MARK}{}", claim.token.to_ascii_uppercase());
    blocks.push(Block::Qr { data, caption: words.t("slip-scan") });
    blocks.push(Block::Code { label: words.t("code-label"), value: spaced(&claim.code) });
    blocks.push(Block::Notice { title: words.t("slip-free"), text: words.t("slip-free-text") });
    let taken = format!("{}, {}", words.date(now.date()), words.time(now.time()));
    blocks.push(Block::Small(words.filled("slip-taken", &[("date", taken.as_str().into())])));
    Slip { blocks }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_codes_of_slips_are_taken() {
        assert_eq!(token("AA1-00FF"), Some("00ff".into()));
        assert_eq!(token("https://example.id/AA1-00FF"), None);
        assert_eq!(token("AA1-drop table"), None);
    }
}
