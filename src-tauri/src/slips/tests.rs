use super::*;
use claim::{Ticket, TicketState};
use jiff::civil::{date, time};
use kiosk_config::Texts;
use std::path::Path;
use std::sync::LazyLock;

static CONFIG: LazyLock<Config> = LazyLock::new(|| {
    kiosk_config::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../kiosk-config/files")).unwrap()
});
static TEXTS: LazyLock<Texts> = LazyLock::new(|| Texts::load().unwrap());

/// Thursday; the branch is open.
fn now() -> DateTime {
    date(2026, 9, 10).at(9, 0, 0, 0)
}

const PAPERS: [PaperKind; 11] = [
    PaperKind::Ticket(TicketKind::Interview),
    PaperKind::Ticket(TicketKind::Counter),
    PaperKind::Resume,
    PaperKind::Bring,
    PaperKind::Bank,
    PaperKind::Return { due: date(2026, 9, 14) },
    PaperKind::Readiness,
    PaperKind::Employer,
    PaperKind::Guide,
    PaperKind::Practice(TicketKind::Interview),
    PaperKind::Practice(TicketKind::Counter),
];

fn sheet<'a>(claim: &'a Claim, paper: PaperKind, language: Language) -> Sheet<'a> {
    let expected = Expected { ahead: 12, about: time(10, 40, 0, 0), back_by: Some(time(10, 20, 0, 0)) };
    let words = Words { texts: &TEXTS, language };
    Sheet { words, config: &CONFIG, claim, paper, now: now(), expected: Some(expected) }
}

fn pairs(of: &[(&str, &str)]) -> std::collections::BTreeMap<String, String> {
    of.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

/// A claim that lacks one document, with both tickets.
fn claim() -> Claim {
    let ticket = |number: &str| {
        Some(Ticket { number: number.into(), date: now().date(), state: TicketState::Reserved })
    };
    let have = [
        ("ktp", true),
        ("kpj_card", true),
        ("bank_book", false),
        ("resignation_letter", true),
        ("kk", false),
    ];
    Claim {
        rules: "2026.1".into(),
        token: "00112233445566778899aabbccddeeff".into(),
        code: "K7PM4QXT".into(),
        language: Some("id".into()),
        reason: Some("resign".into()),
        priority: true,
        balance: Some("up_to_50".into()),
        have: have.map(|(document, have)| (document.to_owned(), have)).into(),
        answers: pairs(&[("ended", "yes"), ("reported", "yes"), ("partial", "no"), ("last-use", "dormant")]),
        slot: Some(claim::Slot { date: date(2026, 9, 14), time: time(9, 30, 0, 0) }),
        interview: ticket("A-012"),
        counter: ticket("P-007"),
        ..Claim::default()
    }
}

#[test]
fn only_a_paper_for_a_far_day_brings_no_claim_back() {
    let claim = |letter: &str| Claim {
        reason: Some("resign".into()),
        token: "00ff".into(),
        answers: pairs(&[("ended", "no"), ("ended-on", letter)]),
        ..Claim::default()
    };
    let has_code = |letter: &str, paper| sheet(&claim(letter), paper, Language::Id).way_back().is_some();
    assert!(!has_code("2026-09-01", PaperKind::Bring), "the claim is erased long before 1 October");
    assert!(has_code("2026-08-12", PaperKind::Bring), "14 September is two working days away");
    assert!(has_code("2026-09-01", PaperKind::Ticket(TicketKind::Counter)));
}

#[test]
fn what_others_keep_brings_no_claim_back() {
    for paper in [PaperKind::Employer, PaperKind::Guide, PaperKind::Practice(TicketKind::Interview)] {
        assert!(sheet(&claim(), paper, Language::Id).way_back().is_none(), "{paper:?}");
    }
}

#[test]
fn only_codes_of_slips_are_taken() {
    assert_eq!(token("AA1-00FF"), Some("00ff".into()));
    assert_eq!(token("https://example.id/AA1-00FF"), None);
    assert_eq!(token("AA1-drop table"), None);
}

/// Leaves each slip in each language and width where `SHOW` says, for a person to look at.
#[test]
fn slips_for_the_eye() {
    let Some(folder) = std::env::var_os("SHOW").map(std::path::PathBuf::from) else { return };
    let claim = claim();
    for (paper, language) in
        PAPERS.into_iter().flat_map(|paper| Language::ALL.map(|language| (paper, language)))
    {
        let sheet = sheet(&claim, paper, language);
        let slip = sheet.slip();
        for (width, name) in Width::ALL.into_iter().zip(["80", "58", "A4"]) {
            let file = folder.join(format!("{}-{}-{name}", sheet.name(), language.tag()));
            std::fs::write(file.with_extension("pdf"), slip.pdf(width).unwrap()).unwrap();
            std::fs::write(file.with_extension("png"), slip.render(width).unwrap().png().unwrap()).unwrap();
        }
    }
}
