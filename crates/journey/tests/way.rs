//! The participant's way, played without devices: what each action leads to, and what must never happen.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test says what is wrong by stopping")]

use claim::{CaseId, Claim, Event, TicketKind};
use journey::step::{BANK, NO, Step, YES};
use journey::*;
use play::{CONFIG, NOW, Play, TEXTS};
use proptest::prelude::*;

#[path = "play/play.rs"]
mod play;

/// What the papers name to bring.
fn list(play: &Play) -> Vec<String> {
    let words = Words { texts: &TEXTS, language: play.state.language(&play.config) };
    bring(&words, play.claim(), &CONFIG.rules)
}

#[test]
fn a_walk_in_leaves_with_a_ticket() {
    let mut play = Play::new();
    play.until_slot().choose("2026-09-11T09:00:00").act(Action::Next).at("ticket");
    let Body::Ticket { number, paper, bring, .. } = play.screen().body else { panic!("no ticket") };
    assert_eq!((number.as_str(), paper), ("A-001", Paper::Printed));
    assert!(!bring.lines.is_empty());
    assert_eq!(play.delivered, 1);
    assert_eq!(play.printed, [PaperKind::Resume, PaperKind::Ticket(TicketKind::Interview)]);
    play.act(Action::Done).at("rating");
    assert!(play.state.case.is_none());
    assert!(play.screen().header.code.is_none());
}

#[test]
fn every_screen_of_a_case_offers_a_person_and_the_counter() {
    let mut play = Play::new();
    let mut screens = vec![play.screen()];
    play.until_slot();
    let mut replay = Play::new();
    replay.state = play.state.clone();
    for _ in 0..40 {
        screens.push(replay.screen());
        if replay.screen().back.is_none() || replay.screen().name == "preferences" {
            break;
        }
        replay.act(Action::Back);
    }
    assert!(screens.len() > 20);
    for screen in screens {
        let name = screen.name.clone();
        assert!(offers(&screen, &Action::CallAssistant), "{name}");
        assert!(offers(&screen, &Action::CounterTicket), "{name}");
    }
}

#[test]
fn going_back_to_the_start_and_forth_again_loses_nothing() {
    let mut play = Play::new();
    play.until_answers();
    let before = play.claim().clone();
    while play.screen().name != "consent" {
        play.act(Action::Back);
    }
    assert_eq!(play.claim().answers, before.answers);
    assert_eq!(play.claim().pages, before.pages);
    play.act(Action::Next).at("reason").choose("resign").choose(YES).choose(YES).at("checklist");
    play.act(Action::Next).at("balance").choose("up_to_50").choose(NO).at("ready").act(Action::Next);
    play.at("picture-ktp").act(Action::Keep).at("name");
    let Body::Field(field) = play.screen().body else { panic!("no field") };
    assert_eq!(field.typed, "SITI CONTOH");
}

#[test]
fn a_change_goes_back_to_the_check_of_the_answers() {
    let mut play = Play::new();
    play.until_answers()
        .act(Action::Change { step: "phone".into() })
        .at("phone")
        .answer("085712345678")
        .at("answers");
    assert_eq!(play.claim().answers["phone"], "+6285712345678");
    play.act(Action::Change { step: "phone".into() }).at("phone").act(Action::Back).at("answers");
}

#[test]
fn a_changed_reason_asks_only_for_what_is_new() {
    let mut play = Play::new();
    play.until_answers()
        .act(Action::Change { step: "reason".into() })
        .at("reason")
        .choose("pkwt")
        .at("checklist");
    play.act(Action::Have { document: "contract_end".into(), have: true }).act(Action::Next);
    play.at("capture-contract_end").act(Action::Shoot).act(Action::Keep).act(Action::Next).at("answers");
}

#[test]
fn wrong_input_stays_and_gets_a_plain_sentence() {
    let mut play = Play::new();
    play.until_name().answer("Siti").at("nik");
    let long = "9".repeat(10_000);
    for typed in ["", "35071552087900", "35071552087900012", "tiga lima", "🙂", "3507153208790001", &long] {
        let visit = play.state.view.visit;
        play.answer(typed).at("nik");
        let Body::Field(field) = play.screen().body else { panic!("no field") };
        assert!(field.problem.is_some_and(|problem| !problem.contains('⟨')), "{typed}");
        assert_eq!(field.typed, typed.chars().take(200).collect::<String>());
        assert!(play.state.view.visit > visit, "the focus goes to the field");
        assert!(!play.claim().answers.contains_key("nik"));
    }
}

#[test]
fn a_doubt_is_asked_about_once_and_then_believed() {
    let mut play = Play::new();
    play.until_name()
        .answer("Siti")
        .answer("3507155208790001")
        .at("birth-date")
        .answer("13081979")
        .at("birth-date");
    let Body::Field(field) = play.screen().body else { panic!("no field") };
    assert!(field.warning.is_some() && field.problem.is_none());
    play.answer("13081979").at("capture-kpj_card");
}

#[test]
fn three_refused_pictures_are_taken_with_a_flag() {
    let mut play = Play::new();
    play.until_checklist()
        .say_of_all(|_| true)
        .act(Action::Next)
        .choose("up_to_50")
        .choose(NO)
        .act(Action::Next);
    play.problems = vec!["blurred".into()];
    for _ in 0..2 {
        play.act(Action::Shoot).at("picture-ktp");
        assert!(!offers(&play.screen(), &Action::Keep));
        play.act(Action::Retake).at("capture-ktp");
    }
    play.act(Action::Shoot).act(Action::Keep).at("name");
    assert!(play.claim().flagged("ktp"));
}

/// Laid off, with the agreement that ended it: a document of several pages.
fn until_the_agreement() -> Play {
    let mut play = Play::new();
    play.until_reason().choose("phk").at("ended").choose(YES).at("reported").choose(YES).at("checklist");
    play.say_of_all(|document| ["ktp", "kpj_card", "bank_book", "layoff_agreement"].contains(&document));
    play.act(Action::Next).at("balance").choose("up_to_50").at("partial").choose(NO);
    play.at("ready").act(Action::Next);
    for _ in 0..40 {
        let screen = play.screen();
        if screen.name == "capture-layoff_agreement" {
            return play;
        }
        match (screen.name.as_str(), &screen.body) {
            ("name", _) => play.answer("Siti Contoh"),
            ("nik", _) => play.answer("3507155208790001"),
            ("birth-date", _) => play.answer("12081979"),
            ("kpj", _) => play.answer("19012345678"),
            ("phone", _) => play.answer("081234567890"),
            ("account", _) => play.answer("012345678901234"),
            (_, Body::Capture { .. }) => play.act(Action::Shoot).act(Action::Keep),
            (_, Body::Choices { groups }) => {
                let first = groups[0].choices[0].button.action.clone();
                play.act(first)
            }
            _ => play.act(Action::Next),
        };
    }
    panic!("the agreement is not asked for, at {} now", play.screen().name);
}

#[test]
fn a_document_of_several_pages_is_asked_for_page_by_page() {
    let mut play = until_the_agreement();
    let document = "layoff_agreement";
    let kept = |play: &Play| play.claim().all_kept(document).map(|page| page.page).collect::<Vec<_>>();
    play.act(Action::Shoot).act(Action::Keep).at("pages-layoff_agreement");
    let Body::Pages { another: Some(another), .. } = play.screen().body else { panic!("no other page") };
    play.act(another.action).at("capture-layoff_agreement").act(Action::Shoot).act(Action::Keep);
    let two = kept(&play);
    assert_eq!(two.len(), 2);

    // Only the second page is taken again, and given up on the first try.
    play.act(Action::Page { at: 1 }).at("capture-layoff_agreement").act(Action::Back);
    play.at("pages-layoff_agreement");
    assert_eq!(kept(&play), two);
    play.act(Action::Page { at: 1 }).act(Action::Shoot).act(Action::Retake).at("capture-layoff_agreement");
    play.act(Action::Shoot).act(Action::Keep).at("pages-layoff_agreement");
    assert_eq!(kept(&play)[0], two[0]);
    assert!(kept(&play).len() == 2 && kept(&play)[1] > two[1]);

    // The journal alone tells the same.
    let again = Claim::from_events(&play.journal);
    assert_eq!(again.all_kept(document).map(|page| page.page).collect::<Vec<_>>(), kept(&play));
    play.act(Action::Next);
    assert_ne!(play.screen().name, "pages-layoff_agreement");
}

#[test]
fn no_more_pages_are_asked_for_than_the_document_has() {
    let mut play = until_the_agreement();
    let most = play.config.rules.most_pages("layoff_agreement");
    play.act(Action::Shoot).act(Action::Keep);
    for at in 1..most {
        play.act(Action::Page { at }).act(Action::Shoot).act(Action::Keep);
    }
    let Body::Pages { pages, another, .. } = play.screen().body else { panic!("no pages") };
    assert!(pages.len() == most && another.is_none());
}

#[test]
fn without_a_camera_the_claim_goes_on() {
    let mut play = Play::new();
    play.until_checklist()
        .say_of_all(|_| true)
        .act(Action::Next)
        .choose("up_to_50")
        .choose(NO)
        .act(Action::Next);
    play.camera = CameraView::Missing;
    assert!(!offers(&play.screen(), &Action::Shoot));
    play.at("capture-ktp").act(Action::BringLater).at("name");
}

#[test]
fn what_was_read_has_words_in_each_language_and_stays_on_the_way() {
    let mut play = Play::new();
    play.until_ktp().act(Action::Shoot);
    play.read("ktp", &[("name", "SITI"), ("nik", "3507155208790001"), ("birth-date", "1979-09-12")]);
    play.act(Action::Keep).at("read-ktp");
    for language in ["jv", "en", "id"] {
        play.act(Action::Preferences).act(Action::Language { language: language.into() }).act(Action::Next);
        let screen = serde_json::to_string(&play.at("read-ktp").screen()).unwrap();
        assert!(!screen.contains('⟨'), "{screen}");
    }
    play.act(Action::Next).at("capture-kpj_card").act(Action::Back).at("read-ktp").act(Action::Next);
    play.snap("kpj_card").at("kpj").act(Action::Back).at("picture-kpj_card");
}

#[test]
fn a_reason_for_the_counter_leads_to_a_number_there() {
    let mut play = Play::new();
    play.until_reason()
        .choose("meninggal")
        .at("counter-only")
        .act(Action::CounterTicket)
        .act(Action::Confirm)
        .at("counter");
    assert_eq!(play.printed.last(), Some(&PaperKind::Ticket(TicketKind::Counter)));
}

#[test]
fn a_small_balance_is_shown_the_way_to_jmo_and_to_the_counter() {
    let mut play = Play::new();
    play.until_checklist().say_of_all(|_| true).act(Action::Next).at("balance").choose("up_to_15").at("jmo");
    assert!(offers(&play.screen(), &Action::CounterTicket));
    play.act(Action::Back).at("balance");
}

#[test]
fn a_missing_document_is_told_before_any_typing() {
    let mut play = Play::new();
    play.until_checklist().say_of_all(|document| document != "bank_book").act(Action::Next).at("missing");
    play.act(Action::PrintAgain);
    assert_eq!(play.printed.last(), Some(&PaperKind::Bring));
    play.act(Action::Next).at("balance");
}

#[test]
fn an_unanswered_checklist_is_asked_for_again() {
    let mut play = Play::new();
    play.until_checklist().act(Action::Next).at("checklist");
    assert!(play.screen().banner.is_some());
}

#[test]
fn a_claim_is_resumed_by_code_and_birth_date() {
    let mut play = Play::new();
    play.until_answers().act(Action::Leave).act(Action::Confirm).at("welcome");
    play.act(Action::Resume)
        .at("resume-scan")
        .act(Action::TypeCode)
        .at("resume-code")
        .answer("22222222")
        .at("resume-code");
    play.answer("K7PM4QXT").at("resume-birth-date").answer("13081979").at("resume-birth-date");
    assert!(play.state.case.is_none());
    play.answer("12081979").at("answers");
}

#[test]
fn guessing_codes_ends_with_a_person() {
    let mut play = Play::new();
    play.act(Action::Resume).act(Action::TypeCode);
    for _ in 0..5 {
        play.answer("22222222");
    }
    assert_eq!(play.at("welcome").screen().overlay.map(|over| over.name), Some("assistant".into()));
}

#[test]
fn the_session_closes_when_nobody_is_there_and_keeps_the_draft() {
    let mut play = Play::new();
    play.until_name();
    play.state.view.idle_left = Some(12);
    assert_eq!(play.screen().overlay.and_then(|over| over.seconds_left), Some(12));
    let outcome = idle_over(&play.state);
    play.follow(outcome);
    play.at("welcome");
    play.act(Action::Resume).act(Action::TypeCode).answer("K7PM4QXT").at("name");
}

#[test]
fn under_an_overlay_nothing_else_can_be_touched() {
    let mut play = Play::new();
    play.until_name().act(Action::CallAssistant);
    let screen = play.screen();
    assert_eq!(act(&play.state, &screen, &Action::Back, &play.world()).err(), Some(NotOffered));
    play.act(Action::Cancel).at("name");
}

#[test]
fn preferences_are_a_detour() {
    let mut play = Play::new();
    play.until_name()
        .act(Action::Preferences)
        .at("preferences")
        .act(Action::Language { language: "en".into() });
    play.act(Action::TextSize { size: TextSize::Huge }).act(Action::Next).at("name");
    assert_eq!((play.screen().language.as_str(), play.screen().look.text_size), ("en", TextSize::Huge));
}

#[test]
fn what_was_typed_survives_the_process() {
    let mut play = Play::new();
    play.until_name().act(Action::Typed { text: "SITI CON".into() });
    let claim = Claim::from_events(&play.journal);
    play.state = State {
        case: Some(Case { id: CaseId::from_random([7; 16]), claim, practice: false }),
        ..State::default()
    };
    let Body::Field(field) = play.at("name").screen().body else { panic!("no field") };
    assert_eq!(field.typed, "SITI CON");
}

#[test]
fn no_screen_lacks_a_text() {
    let mut play = Play::new();
    play.until_slot().choose("2026-09-11T09:00:00").act(Action::Next);
    for language in kiosk_config::Language::ALL.map(kiosk_config::Language::tag) {
        let event = Event::Preferred { language: language.into(), text_size: 1, high_contrast: false };
        play.state.case.as_mut().unwrap().claim.apply(&event);
        for step in journey_steps(play.claim()) {
            play.state
                .case
                .as_mut()
                .unwrap()
                .claim
                .apply(&Event::Moved { step: step.name(), returning: false });
            let screen = serde_json::to_string(&play.screen()).unwrap();
            assert!(!screen.contains('⟨'), "{screen}");
        }
    }
}

fn journey_steps(claim: &Claim) -> Vec<Step> {
    let mut steps = journey::way::way(claim, &CONFIG.rules, NOW.date());
    steps.extend([Step::CounterOnly, Step::Missing, Step::Jmo, Step::Counter, Step::Bank]);
    assert!(claim.answers.contains_key(BANK));
    steps
}

proptest! {
    /// Whatever is touched, in whatever order: there is always a screen with something to touch, every event can be
    /// read back, and the fold of the journal is the claim.
    #[test]
    fn no_touch_leads_nowhere(touches in prop::collection::vec((any::<prop::sample::Index>(), ".{0,20}"), 1..120)) {
        let mut play = Play::new();
        for (touch, text) in touches {
            let screen = play.screen();
            let offered: Vec<Action> = actions(&screen).into_iter().cloned().collect();
            prop_assert!(!offered.is_empty(), "{} is a dead end", screen.name);
            let action = match touch.get(&offered) {
                Action::Answer { .. } => Action::Answer { text },
                other => other.clone(),
            };
            play.act(action);
            if let Some(case) = &play.state.case {
                prop_assert_eq!(Claim::from_events(&play.journal).answers, case.claim.answers.clone());
            }
        }
    }
}

#[test]
fn a_changed_reason_cannot_be_walked_past_by_going_back() {
    let mut play = Play::new();
    play.until_answers().act(Action::Change { step: "reason".into() }).choose("pkwt").at("checklist");
    play.act(Action::Back).at("answers").act(Action::Next).at("checklist");
}

#[test]
fn a_face_is_never_asked_for_as_a_document_and_always_captured() {
    let mut play = Play::new();
    play.until_checklist();
    let Body::Checklist { items } = play.screen().body else { panic!("no checklist") };
    assert!(items.iter().all(|item| item.id != "photo"));
    play.say_of_all(|_| true);
    assert!(
        journey::way::way(play.claim(), &CONFIG.rules, NOW.date()).contains(&Step::Capture("photo".into()))
    );
}

#[test]
fn a_missing_group_of_which_any_one_is_enough_stays_on_every_list() {
    let mut play = Play::new();
    play.until_reason()
        .choose("phk")
        .choose(YES)
        .choose(YES)
        .say_of_all(|document| !document.starts_with("layoff"))
        .act(Action::Next);
    play.at("missing");
    let lines = list(&play);
    assert_eq!(lines.iter().filter(|line| line.ends_with("Cukup salah satu")).count(), 5, "{lines:?}");
}

#[test]
fn a_number_for_the_counter_of_another_day_is_not_shown_again() {
    let mut play = Play::new();
    play.until_name()
        .act(Action::CounterTicket)
        .act(Action::Confirm)
        .at("counter")
        .act(Action::Done)
        .at("rating")
        .act(Action::Back)
        .at("welcome");
    let (_, events) = play.kept.as_mut().unwrap();
    for event in events.iter_mut() {
        if let Event::TicketReserved { date, .. } = event {
            *date = jiff::civil::date(2026, 9, 9);
        }
    }
    play.act(Action::Resume).act(Action::TypeCode).answer("K7PM4QXT").at("name");
}

#[test]
fn a_second_wish_for_the_counter_on_the_same_day_gets_the_same_number() {
    let mut play = Play::new();
    play.until_name()
        .act(Action::CounterTicket)
        .act(Action::Confirm)
        .at("counter")
        .act(Action::Confirm)
        .at("name");
    play.act(Action::CounterTicket).act(Action::Confirm).at("counter");
    let taken = play.journal.iter().filter(|event| matches!(event, Event::TicketReserved { .. })).count();
    assert_eq!(taken, 1);
}

#[test]
fn when_all_interviews_are_taken_there_is_the_counter() {
    let mut play = Play::new();
    play.until_answers().act(Action::Next).act(Action::Next).at("day");
    let calendar = CONFIG.calendar();
    for day in queue::slots(&calendar, NOW, &|_, _| 0) {
        play.booked.extend(day.slots.iter().map(|slot| ((day.date, slot.time), calendar.at_once)));
    }
    let screen = play.screen();
    assert!(matches!(&screen.body, Body::Notice { buttons, .. } if buttons.len() == 1));
    assert!(offers(&screen, &Action::CounterTicket));
}

#[test]
fn a_paper_for_another_day_names_what_to_bring_and_that_one_proof_is_enough() {
    let mut play = Play::new();
    play.until_reason().choose("phk").choose(NO).at("ended-on").answer("01092026").at("reported").choose(YES);
    play.at("not-yet");
    assert!(play.screen().title.contains("1 Oktober 2026"), "{}", play.screen().title);
    let lines = list(&play);
    assert!(lines.contains(&"KTP".to_owned()), "{lines:?}");
    assert_eq!(lines.iter().filter(|line| line.ends_with("Cukup salah satu")).count(), 5, "{lines:?}");
    // One that is there is enough.
    let mut play = Play::new();
    play.until_reason().choose("phk").choose(YES).choose(YES);
    play.say_of_all(|document| !document.starts_with("layoff") || document == "layoff_ruling");
    let lines = list(&play);
    assert_eq!(lines.iter().filter(|line| line.contains("Putusan")).count(), 1, "{lines:?}");
    assert!(!lines.iter().any(|line| line.ends_with("Cukup salah satu")), "{lines:?}");
}

#[test]
fn back_after_a_change_that_leads_to_another_end_stays_on_the_way() {
    let mut play = Play::new();
    play.until_reason().choose("resign").choose(NO).answer("01092026").choose(YES).at("not-yet");
    play.act(Action::Change { step: "ended-on".into() }).at("ended-on").act(Action::Back).at("ended");
    // From the check of the answers to a reason that ends elsewhere, and back again.
    let mut play = Play::new();
    play.until_answers().act(Action::Change { step: "reason".into() }).choose("usia_56").at("age");
    play.choose(NO).at("not-yet").act(Action::Back);
    assert!(play.state.case.is_some(), "nobody is thrown out");
    for _ in 0..8 {
        if play.screen().name == "reason" {
            break;
        }
        play.act(Action::Back);
    }
    play.at("reason").choose("resign");
    assert!(play.state.case.is_some());
}

#[test]
fn who_took_the_passport_for_an_answer_takes_it_back() {
    let mut play = Play::new();
    play.until_checklist().say_of_all(|document| document != "ktp").act(Action::Next).at("missing");
    play.choose("passport").at("counter-only").choose("ktp").at("balance");
    assert!(play.claim().have["ktp"]);
}

#[test]
fn another_bank_asks_for_its_account_and_when_it_was_used() {
    let mut play = Play::new();
    play.until_answers().act(Action::Change { step: "bank".into() }).choose("008").at("account");
    play.answer("1234567890123")
        .at("last-use")
        .choose("dormant")
        .at("dormant")
        .act(Action::Next)
        .at("answers");
}

#[test]
fn asking_to_be_served_first_after_a_number_was_taken_gets_another_one() {
    let mut play = Play::new();
    play.until_name()
        .act(Action::CounterTicket)
        .act(Action::Confirm)
        .at("counter")
        .act(Action::Confirm)
        .at("name");
    play.act(Action::CounterTicket).act(Action::Priority { first: true }).at("counter");
    let taken = play.journal.iter().filter(|event| matches!(event, Event::TicketReserved { .. })).count();
    assert_eq!(taken, 2);
}

#[test]
fn the_reason_that_somebody_looked_at_is_gone_with_them() {
    let mut play = Play::new();
    play.act(Action::Documents).choose("cacat_total").act(Action::Back).act(Action::Back).at("welcome");
    assert_eq!(play.state.view.reason, None);
}

#[test]
fn the_first_possible_day_is_a_working_day() {
    let mut play = Play::new();
    play.until_reason().choose("resign").choose(NO).answer("20082026").choose(YES).at("not-yet");
    // A month after 20 August is a Sunday.
    assert!(play.screen().title.contains("Senin, 21 September 2026"), "{}", play.screen().title);
}
