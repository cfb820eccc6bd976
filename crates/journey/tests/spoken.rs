//! Every screen can be heard, and nothing is heard that is nobody else's business.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by stopping")]

use claim::{CaseId, Claim, Event, ReadField, TicketKind};
use jiff::civil::date;
use journey::step::{Ask, BANK, DAY, FieldName, PROGRAMME, Step};
use journey::way::way;
use journey::*;
use kiosk_config::Language;
use morning::{draw, world};
use proptest::prelude::*;
use serde_json::Value;
use shipped::{CONFIG, NOW, TEXTS};

#[path = "spoken/loudspeaker.rs"]
mod loudspeaker;

#[path = "play/morning.rs"]
mod morning;

#[path = "play/shipped.rs"]
mod shipped;
const CODE: &str = "K7PM4QXT";

struct Person {
    nik: String,
    kpj: String,
    phone: String,
    account: String,
}

impl Person {
    fn siti() -> Self {
        let number = String::from;
        Self {
            nik: number("3507155208790001"),
            kpj: number("19012345678"),
            phone: number("+6281234567890"),
            account: number("012345678901234"),
        }
    }
}

/// A claim with an answer to everything, at its first step.
fn claim(person: &Person, language: Language) -> Claim {
    let answered =
        |field: &str, value: &str| Event::Answered { field: field.into(), value: value.into(), read: false };
    let mut events = vec![
        Event::Opened {
            rules: "2026.1".into(),
            kiosk: "kiosk-1".into(),
            token: "00ff".into(),
            code: CODE.into(),
        },
        Event::Preferred { language: language.tag().into(), text_size: 1, high_contrast: false },
        Event::Consented { text: "1".into(), language: language.tag().into() },
        Event::ReasonChosen { reason: "resign".into() },
        Event::BalanceChosen { band: "up_to_50".into() },
        answered(FieldName::Name.as_str(), "SITI CONTOH"),
        answered(FieldName::Nik.as_str(), &person.nik),
        answered(FieldName::BirthDate.as_str(), "1979-08-12"),
        answered(FieldName::Kpj.as_str(), &person.kpj),
        answered(FieldName::Phone.as_str(), &person.phone),
        answered(FieldName::Account.as_str(), &person.account),
        answered(BANK, "002"),
        answered(PROGRAMME, "jkp"),
        answered(DAY, "2026-09-11"),
        Event::SlotBooked { date: date(2026, 9, 11), time: jiff::civil::time(9, 0, 0, 0) },
    ];
    for (document, have) in [("kpj_card", true), ("ktp", true), ("kk", false)] {
        events.push(Event::Had { document: document.into(), have });
    }
    for (page, document, fields) in [
        (0, "ktp", [("name", "SITI CONTOH"), ("nik", &person.nik), ("birth-date", "1979-09-12")]),
        (2, "bank_book", [(BANK, "002"), ("account", &person.account), ("holder", "BUDI SANTOSO")]),
    ] {
        let document = document.to_owned();
        let read = |(field, value): (&str, &str)| ReadField {
            field: field.into(),
            value: value.into(),
            confidence: 90,
        };
        events.extend([
            taken(document.clone(), page, vec![]),
            Event::Read {
                document: document.clone(),
                page,
                looks_like: None,
                fields: fields.map(read).into(),
            },
            Event::PageKept { document, flagged: false },
        ]);
    }
    for ticket in [TicketKind::Interview, TicketKind::Counter] {
        events.push(Event::TicketReserved { ticket, number: "A-017".into(), date: NOW.date() });
    }
    Claim::from_events(&events)
}

fn taken(document: String, page: u32, problems: Vec<String>) -> Event {
    Event::PageTaken {
        document,
        page,
        problems,
        width: 1,
        height: 1,
        bytes: 1,
        original: None,
        corners: None,
        at: 0,
    }
}

fn words(screen: &Screen) -> Words<'static> {
    Words { texts: &TEXTS, language: Language::from_tag(&screen.language).unwrap() }
}

/// The way of a claim, and every step beside it.
fn steps(claim: &Claim) -> Vec<Step> {
    let mut steps = way(claim, &CONFIG.rules, NOW.date());
    steps.extend([Step::Programme, Step::OtherProgramme, Step::NotYet, Step::Ready, Step::Dormant]);
    steps.extend([
        Step::CounterOnly,
        Step::Missing,
        Step::Jmo,
        Step::Counter,
        Step::Checklist,
        Step::Balance,
    ]);
    let fields = [
        FieldName::Name,
        FieldName::Nik,
        FieldName::BirthDate,
        FieldName::Kpj,
        FieldName::Phone,
        FieldName::Account,
    ];
    steps.extend(fields.map(Step::Field));
    steps.extend(["ktp", "bank_book"].map(|document| Step::Read(document.into())));
    steps.extend(["ktp", "photo"].map(|document| Step::Capture(document.into())));
    steps.extend([Step::Bank, Step::Answers, Step::Declaration, Step::Day, Step::Time, Step::Ticket]);
    steps.extend(Ask::ALL.map(Step::Ask));
    steps
}

/// Every kind of screen there is, in a language.
fn screens(person: &Person, language: Language) -> Vec<Screen> {
    let claim = claim(person, language);
    let steps = steps(&claim);
    let case = Some(Case { id: CaseId::from_random([7; 16]), claim, practice: false });
    let mut state = State { case, ..State::default() };
    state.view.voice.there = true;
    let mut screens = vec![];
    for step in steps {
        let claim = &mut state.case.as_mut().unwrap().claim;
        claim.apply(&Event::Moved { step: step.name(), returning: false });
        screens.push(draw(&state));
        if let Step::Capture(document) = step {
            let claim = &mut state.case.as_mut().unwrap().claim;
            let problems = vec!["blurred".to_owned()];
            let page = claim.pages_taken;
            claim.apply(&taken(document, page, problems));
            screens.push(draw(&state));
        }
    }
    for over in [Over::Assistant, Over::Counter, Over::Leave, Over::Trouble] {
        state.view.over = Some(over);
        screens.push(draw(&state));
    }
    state.view = View { idle_left: Some(17), ..View::default() };
    screens.push(draw(&state));
    state.view =
        View { banner: Some(Said::new("banner-resume-slip").with("code", "K7PM 4QXT")), ..View::default() };
    screens.push(draw(&state));

    let mut waiting = State::default();
    waiting.view.language = Some(language);
    for place in [Place::Waiting, Place::Scan, Place::Code, Place::BirthDate] {
        waiting.view.place = place;
        waiting.view.problem = Some(Said::new("problem-code-unknown"));
        screens.push(draw(&waiting));
    }
    screens
}

/// Digits of all that is said, words of digits included.
fn digits(said: &str, words: &Words<'_>) -> String {
    let names = words.t("voice-digits");
    let mut said = said.replace("The last four digits", "");
    for (digit, name) in names.split(' ').enumerate() {
        said = said.replace(name, &digit.to_string());
    }
    said.chars().filter(char::is_ascii_digit).collect()
}

/// Texts that nobody has to hear: what the screen is called inside, the line at the top but for the two ways to a
/// person, names of keys, what stands in the field, an example of a long number, how a picture is enlarged.
const UNSPOKEN: [&str; 27] = [
    "name",
    "language",
    "look",
    "product",
    "branch",
    "steps",
    "code",
    "preferences",
    "voice",
    "leave",
    "id",
    "icon",
    "action",
    "kind",
    "shape",
    "camera",
    "paper",
    "tone",
    "image",
    "keyboard",
    "keys",
    "group_labels",
    "separator",
    "typed",
    "picture",
    "enlarge",
    "close",
];

/// All readable texts of a drawn screen, by the name of what they stand in.
fn readable(name: &str, value: &Value, all: &mut Vec<(String, String)>) {
    match value {
        _ if UNSPOKEN.contains(&name) => {}
        Value::String(text) if !text.trim().is_empty() => all.push((name.to_owned(), text.clone())),
        Value::Array(values) => values.iter().for_each(|value| readable(name, value, all)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| readable(name, value, all)),
        _ => {}
    }
}

#[test]
fn all_that_can_be_read_can_be_heard() {
    for language in Language::ALL {
        let screens = screens(&Person::siti(), language);
        assert!(screens.len() > 30, "{}", screens.len());
        for screen in screens {
            let heard: Vec<String> =
                spoken(&screen, &words(&screen)).into_iter().map(|said| said.text).collect();
            let drawn = match &screen.overlay {
                Some(overlay) => serde_json::to_value(Overlay { name: String::new(), ..overlay.clone() }),
                None => serde_json::to_value(&screen),
            };
            let mut texts = vec![];
            readable("", &drawn.unwrap(), &mut texts);
            assert!(texts.len() > 2);
            for (name, text) in texts {
                let text = text.trim_start_matches("• ");
                let sign_by_sign = ["value", "number"].contains(&name.as_str()) || text.contains("K7PM");
                let long_example =
                    name == "example" && text.matches(|c: char| c.is_ascii_digit()).count() > 8;
                let heard = heard.iter().any(|heard| heard.contains(text));
                assert!(heard || sign_by_sign || long_example, "{}: {name} {text}", screen.name);
            }
        }
    }
}

#[test]
fn the_title_comes_first_and_how_to_stop_comes_last() {
    for language in Language::ALL {
        for screen in screens(&Person::siti(), language) {
            let said = spoken(&screen, &words(&screen));
            let title = screen.overlay.as_ref().map_or(&screen.title, |overlay| &overlay.title);
            assert_eq!(&said.first().unwrap().text, title);
            assert_eq!(said.last().unwrap().text, words(&screen).t("voice-stop"));
            for said in said {
                assert!(
                    !said.text.contains('⟨') && !said.text.trim().is_empty(),
                    "{}: {}",
                    screen.name,
                    said.text
                );
            }
        }
    }
}

#[test]
fn a_ticket_is_spelled_and_the_code_is_for_its_owner_alone() {
    let screens = screens(&Person::siti(), Language::Id);
    let ticket = screens.iter().find(|screen| screen.name == "ticket").unwrap();
    let said = spoken(ticket, &words(ticket));
    let about = |text: &str| said.iter().find(|said| said.text == text).unwrap();
    assert!(!about("A, nol, satu, tujuh").personal);
    let code = about("K, tujuh, P, M, empat, Q, X, T");
    assert_eq!((code.personal, code.aloud.as_deref()), (true, Some("yang tertulis di layar")));
    for screen in &screens {
        for aloud in parts(spoken(screen, &words(screen)), false, &words(screen)) {
            assert!(!aloud.private && !aloud.text.contains("K7PM") && !aloud.text.contains("K, tujuh"));
        }
    }
}

#[test]
fn answers_are_for_headphones_and_without_them_a_sentence_says_so() {
    let screens = screens(&Person::siti(), Language::Id);
    let answers = screens.iter().find(|screen| screen.name == "answers").unwrap();
    let words = words(answers);
    let with: Vec<Part> = parts(spoken(answers, &words), true, &words);
    let without: Vec<Part> = parts(spoken(answers, &words), false, &words);
    let name = with.iter().find(|part| part.text == "SITI CONTOH").unwrap();
    assert!(name.private);
    assert!(with.iter().any(|part| part.private && part.text == "12 Agustus 1979"));
    assert_eq!(with.iter().filter(|part| part.text == words.t("voice-headphones")).count(), 1);
    assert!(without.iter().all(|part| !part.text.contains("SITI") && !part.text.contains("1979")));
    assert_eq!(without.iter().filter(|part| part.text == words.t("voice-no-headphones")).count(), 1);
}

#[test]
fn a_field_says_how_much_is_in_it() {
    let screens = screens(&Person::siti(), Language::Id);
    let said = |name: &str, headphones: bool| -> Vec<String> {
        let screen = screens.iter().find(|screen| screen.name == name).unwrap();
        let said = parts(spoken(screen, &words(screen)), headphones, &words(screen));
        said.into_iter().map(|part| part.text).collect()
    };
    assert!(said("nik", false).contains(&"Sudah diisi 16 angka.".to_owned()));
    let end = "Sudah diisi 16 angka. Empat angka terakhir: nol, nol, nol, satu";
    assert!(said("nik", true).contains(&end.to_owned()));
    assert!(said("name", true).contains(&"Sudah diisi: SITI CONTOH".to_owned()));
    assert!(!said("name", false).concat().contains("SITI CONTOH"));
    assert!(said("resume-code", false).contains(&"Belum diisi.".to_owned()));
}

#[test]
fn who_listens_goes_on_listening_until_the_session_ends() {
    let mut state = State::default();
    let world = world();
    let listen = Action::Voice { on: true };
    assert_eq!(act(&state, &draw(&state), &listen, &world).err(), Some(NotOffered), "nothing can be heard");
    state.view.voice.there = true;
    state.view = act(&state, &draw(&state), &listen, &world).unwrap().view;
    let begun = act(&state, &draw(&state), &Action::Begin, &world).unwrap();
    assert!(begun.view.voice.on && begun.open.is_some());
    state.view.voice.speaking = true;
    assert_eq!(draw(&state).header.voice.unwrap().action, Action::Voice { on: false });
    assert!(!idle_over(&state).view.voice.on);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// On no screen, in no language, with headphones or without: not one number of a person with more than its last
    /// four digits.
    #[test]
    fn no_number_of_a_person_is_ever_said(
        nik in "[0-9]{11}987[0-9]{2}", kpj in "[0-9]{6}987[0-9]{2}", local in "[0-9]{4,6}987[0-9]{2}",
        account in "[0-9]{5,13}987[0-9]{2}",
    ) {
        let person = Person { nik, kpj, phone: format!("+628{local}"), account };
        for language in Language::ALL {
            for screen in screens(&person, language) {
                let words = words(&screen);
                for said in spoken(&screen, &words) {
                    for text in [Some(said.text), said.aloud].into_iter().flatten() {
                        let said = digits(&text, &words);
                        for number in [&person.nik, &person.kpj, &person.phone, &person.account] {
                            let five = number.get(number.len() - 5..).unwrap_or_default();
                            prop_assert!(!said.contains(five), "{}: {text}", screen.name);
                        }
                    }
                }
            }
        }
    }

    /// Whatever somebody types into whichever field.
    #[test]
    fn what_is_typed_into_the_wrong_field_is_not_said_either(nik in "[0-9]{16}", spaced in any::<bool>()) {
        let typed = if spaced { in_groups(&nik) } else { nik.clone() };
        for keyboard in [Keyboard::Digits, Keyboard::Name, Keyboard::Code] {
            let mut screen = screens(&Person::siti(), Language::Id).into_iter().find(|s| s.name == "name").unwrap();
            let Body::Field(field) = &mut screen.body else { unreachable!() };
            field.keyboard = keyboard;
            field.typed = typed.clone();
            for said in spoken(&screen, &words(&screen)) {
                prop_assert!(!digits(&said.text, &words(&screen)).contains(&nik[8..]));
            }
        }
    }
}
