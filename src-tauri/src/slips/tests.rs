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
        ("paklaring", false),
    ];
    Claim {
        rules: "2026.1".into(),
        token: "00112233445566778899aabbccddeeff".into(),
        code: "K7PM4QXT".into(),
        language: Some("id".into()),
        consent: Some(claim::Consent { text: "2026-1".into(), language: "id".into() }),
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

/// Each text of a slip on a line of its own.
fn words(slip: &Slip) -> String {
    let mut lines = vec![slip.title.clone()];
    for block in &slip.blocks {
        match block {
            Block::Brand { branch, product } => lines.extend([branch.clone(), product.clone()]),
            Block::Title(text) | Block::Text(text) | Block::Lead(text) | Block::Small(text) => {
                lines.push(text.clone());
            }
            Block::Number { label, value, mark } => lines.extend([label, value, mark].map(String::clone)),
            Block::Facts(facts) => {
                lines.extend(facts.iter().map(|fact| format!("{}: {}", fact.label, fact.value)));
            }
            Block::Steps { heading, lines: steps } => {
                lines.extend([heading].into_iter().chain(steps).cloned())
            }
            Block::Checklist { heading, lines: items } => {
                let items =
                    items.iter().map(|item| format!("[{}] {}", if item.done { "x" } else { " " }, item.text));
                lines.extend([heading.clone()].into_iter().chain(items));
            }
            Block::Notice { title, text } => lines.extend([title.clone(), text.clone()]),
            Block::Code { data, caption, label, value } => {
                lines.extend([data, caption, label, value].map(String::clone));
            }
            Block::Rule => {}
        }
    }
    lines.join("\n").replace('\u{a0}', " ")
}

fn printed(claim: &Claim, paper: PaperKind) -> String {
    words(&sheet(claim, paper, Language::Id).slip())
}

/// Fails unless these stand on the paper, in this order.
#[track_caller]
fn assert_in_order(printed: &str, wanted: &[&str]) {
    let mut rest = printed;
    for words in wanted {
        let found = rest.split_once(words);
        assert!(found.is_some(), "{words:?} is not there, or not in its place:\n{printed}");
        rest = found.map_or("", |(_, rest)| rest);
    }
}

#[test]
fn obstacle_4_the_list_begins_with_what_has_to_be_found_and_says_how_long_answers_are_kept() {
    let list = printed(&claim(), PaperKind::Bring);
    let wanted = [
        "Cari dulu",
        "[ ] Buku tabungan",
        "Sudah ada",
        "[ ] KTP",
        "Fotokopi tidak perlu",
        "Selasa, 15 September 2026",
    ];
    assert_in_order(&list, &wanted);
}

#[test]
fn obstacle_8_the_bank_is_asked_in_indonesian_and_the_way_back_is_in_the_language_of_who_walks_it() {
    let slip = words(&sheet(&claim(), PaperKind::Bank, Language::En).slip());
    assert_in_order(
        &slip,
        &["Untuk kunjungan ke bank", "[ ] Rekening aktif", "After the bank", "Show this black", "K7PM 4QXT"],
    );
}

#[test]
fn obstacle_11_a_repair_has_its_day_and_nothing_is_typed_twice() {
    let slip = printed(&claim(), PaperKind::Return { due: date(2026, 9, 14) });
    assert_in_order(
        &slip,
        &["tidak perlu mengisi ulang", "Senin, 14 September 2026", "Bawa kertas ini", "AA1-"],
    );
}

#[test]
fn obstacle_16_who_leaves_knows_what_to_do_next_and_by_when() {
    let unfinished = Claim { interview: None, slot: None, ..claim() };
    let slip = printed(&unfinished, PaperKind::Readiness);
    let wanted = [
        "[ ] Buku tabungan: belum ada",
        "Langkah berikutnya",
        "Cari dokumen",
        "Cek saldo",
        "paling lambat Selasa, 15 September 2026",
    ];
    assert_in_order(&slip, &wanted);
    let booked = printed(&claim(), PaperKind::Readiness);
    assert_in_order(&booked, &["Langkah berikutnya", "Senin, 14 September 2026, 09.30"]);
}

#[test]
fn obstacle_28_a_counter_number_says_when_it_is_called_and_when_to_be_back() {
    let slip = printed(&claim(), PaperKind::Ticket(TicketKind::Counter));
    let wanted = [
        "P-007",
        "Perkiraan dipanggil: sekitar 10.40",
        "Kembali ke sini sebelum: 10.20",
        "Antrean di depan Anda: 12",
    ];
    assert_in_order(&slip, &wanted);
    let unknown = claim();
    let unknown =
        Sheet { expected: None, ..sheet(&unknown, PaperKind::Ticket(TicketKind::Counter), Language::Id) };
    assert!(!words(&unknown.slip()).contains("Perkiraan"), "nothing is promised that is not known");
}

#[test]
fn obstacle_31_the_leaflet_names_the_papers_of_an_employer_and_the_law() {
    let resign = printed(&claim(), PaperKind::Employer);
    let wanted =
        ["SIPP", "Surat dari perusahaan", "[ ] Surat pengunduran diri", "Permenaker 4/2022 pasal 8-9"];
    assert_in_order(&resign, &wanted);
    assert!(!resign.contains("Perjanjian bersama"), "only what this reason needs");
    let everybody = printed(&Claim::default(), PaperKind::Employer);
    assert_in_order(
        &everybody,
        &["Surat pengunduran diri", "Perjanjian bersama (cukup salah satu)", "Kontrak kerja"],
    );
}

proptest::proptest! {
    /// Whatever was typed and read, and whatever paper comes out: no number and no name of a person is on it.
    #[test]
    fn no_slip_carries_a_number_or_a_name_of_a_person(
        numbers in proptest::collection::vec("[1-9][0-9]{9,15}", 8),
        name in "[A-Z]{6,12} QX[A-Z]{6,12}",
        paper in proptest::sample::select(&PAPERS[..]),
        language in proptest::sample::select(&Language::ALL[..]),
        reason in proptest::sample::select(CONFIG.rules.reasons.keys().cloned().collect::<Vec<_>>()),
    ) {
        use journey::step::FieldName;
        let mut claim = Claim { reason: Some(reason), ..claim() };
        for (field, number) in FieldName::ALL.into_iter().filter(|field| !is_date(*field)).zip(numbers.iter().cycle()) {
            let value = if field == FieldName::Name { &name } else { number };
            claim.answers.insert(field.as_str().into(), value.clone());
            claim.typed.insert(field.as_str().into(), value.clone());
        }
        claim.answers.insert("birth-date".into(), "1979-08-12".into());
        let slip = words(&sheet(&claim, paper, language).slip());
        let digits: String = slip.chars().filter(char::is_ascii_digit).collect();
        for number in &numbers {
            proptest::prop_assert!(!digits.contains(number.as_str()), "{paper:?}");
        }
        for part in name.split(' ') {
            proptest::prop_assert!(!slip.contains(part), "{paper:?}");
        }
        proptest::prop_assert!(!slip.contains("1979"), "{paper:?}");
    }
}

fn is_date(field: journey::step::FieldName) -> bool {
    use journey::step::FieldName;
    matches!(field, FieldName::BirthDate | FieldName::EndedOn)
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

/// Leaves each slip in each language and width in the folder `SHOW`: `SHOW=… cargo test --lib slips -- --ignored`.
#[test]
#[ignore = "leaves pictures for a person to look at"]
fn slips_for_the_eye() {
    let folder = std::path::PathBuf::from(std::env::var_os("SHOW").unwrap());
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
