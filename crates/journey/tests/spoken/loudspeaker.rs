//! What was chosen or said, and what follows from it, never comes out of the loudspeaker.

use super::{CONFIG, NOW, Person, claim, draw, steps, words};
use claim::eligibility::Verdict;
use claim::{CaseId, Claim, Event};
use jiff::civil::date;
use journey::step::{Ask, BANK, FieldName, NO, OTHER, PROGRAMME, Step, YES};
use journey::way::verdict;
use journey::*;
use kiosk_config::Language;
use proptest::prelude::*;

/// A claim at a step.
fn at(claim: &Claim, step: &Step) -> Screen {
    let mut claim = claim.clone();
    claim.apply(&Event::Moved { step: step.name(), returning: false });
    let case = Case { id: CaseId::from_random([7; 16]), claim, practice: false };
    draw(&State { case: Some(case), ..State::default() })
}

/// What comes out of the loudspeaker.
fn aloud(screen: &Screen, headphones: bool) -> Vec<String> {
    let said = parts(spoken(screen, &words(screen)), headphones, &words(screen));
    said.into_iter().filter(|part| !part.private).map(|part| part.text).collect()
}

/// What comes out of the headphones.
fn private(screen: &Screen) -> Vec<String> {
    let said = parts(spoken(screen, &words(screen)), true, &words(screen));
    said.into_iter().filter(|part| part.private).map(|part| part.text).collect()
}

fn answered(field: &str, value: &str) -> Event {
    Event::Answered { field: field.into(), value: value.into(), read: false }
}

#[test]
fn why_not_yet_is_for_headphones_alone() {
    let cases = [
        ("usia_56", vec![("age", NO), ("birth-date", "1979-08-12")], Verdict::AgeFrom(date(2035, 8, 12))),
        ("resign", vec![("ended", NO), ("ended-on", "2026-09-01")], Verdict::WaitFrom(date(2026, 10, 1))),
        ("phk", vec![("ended", YES), ("reported", NO)], Verdict::StillActive),
        ("sebagian_10", vec![("years", NO)], Verdict::TooFewYears),
        ("sebagian_30", vec![("years", YES), ("partial", YES)], Verdict::OnceOnly),
    ];
    for language in Language::ALL {
        let screens = cases.clone().map(|(reason, answers, expected)| {
            let mut claim = claim(&Person::siti(), language);
            claim.apply(&Event::ReasonChosen { reason: reason.into() });
            answers.iter().for_each(|(field, value)| claim.apply(&answered(field, value)));
            assert_eq!(verdict(&claim, &CONFIG.rules, NOW.date()), expected);
            at(&claim, &Step::NotYet)
        });
        for screen in &screens {
            let words = words(screen);
            let Body::Notice { paragraphs, buttons, .. } = &screen.body else { unreachable!() };
            let said = aloud(screen, false);
            assert_eq!(said, aloud(&screens[0], false));
            assert_eq!(said[..2], [words.t("voice-outcome"), words.t("voice-no-headphones")]);
            assert!(said.contains(
                &words.filled("voice-button", &[("label", words.t("button-leave-for-now").as_str().into())])
            ));
            assert!(!said.concat().contains(|c: char| c.is_ascii_digit()));
            for told in paragraphs.iter().chain([&screen.title, &buttons[0].label]) {
                assert!(said.iter().all(|said| !said.contains(told)), "{told}");
                assert!(private(screen).iter().any(|said| said.contains(told)), "{told}");
            }
        }
    }
}

#[test]
fn what_is_missing_is_for_headphones_alone() {
    for language in Language::ALL {
        let complete = claim(&Person::siti(), language);
        let mut claim = complete.clone();
        claim.apply(&Event::Had { document: "resignation_letter".into(), have: false });
        for step in [Step::Ready, Step::Missing, Step::Checklist] {
            let screen = at(&claim, &step);
            let words = words(&screen);
            let name = words.document("resignation_letter");
            let answer =
                words.filled("voice-answer", &[("label", words.t("button-have-not").as_str().into())]);
            let told = if step == Step::Checklist { &answer } else { &name };
            assert!(private(&screen).contains(told), "{}: {told}", screen.name);
            assert!(!aloud(&screen, false).contains(told), "{}: {told}", screen.name);
            assert!(!aloud(&screen, true).contains(told), "{}: {told}", screen.name);
        }
        assert_eq!(aloud(&at(&claim, &Step::Ready), false), aloud(&at(&complete, &Step::Ready), false));
    }
}

#[test]
fn what_is_chosen_is_for_headphones_alone() {
    let mut claim = claim(&Person::siti(), Language::Id);
    claim.apply(&answered("last-use", "dormant"));
    claim.apply(&answered("partial", YES));
    claim.apply(&Event::Prioritised { first: true });
    let asked = ["partial", "last-use"].map(|ask| Step::parse(ask).unwrap());
    for step in
        asked.iter().chain([&Step::Reason, &Step::Balance, &Step::Bank, &Step::Day, &Step::Preferences])
    {
        let screen = at(&claim, step);
        let (Body::Choices { groups } | Body::Preferences { groups, .. }) = &screen.body else {
            unreachable!()
        };
        let group = groups.last().unwrap();
        let chosen = group.choices.iter().find(|choice| choice.chosen).unwrap();
        let answer = format!("Jawaban Anda: {}", chosen.button.label);
        assert_eq!(private(&screen), std::slice::from_ref(&answer));
        for said in [aloud(&screen, false), aloud(&screen, true)] {
            assert!(!said.contains(&answer));
            let mut labels = group.choices.iter().map(|choice| &choice.button.label);
            assert!(labels.all(|label| said.contains(label)), "{}", screen.name);
        }
    }
    let preferences = aloud(&at(&claim, &Step::Preferences), false);
    assert!(preferences.contains(&"Bahasa Indonesia, sudah dipilih".to_owned()));
}

#[test]
fn a_reason_touched_on_the_waiting_screen_is_not_called_out() {
    let mut state = State::default();
    state.view.place = Place::Documents;
    state.view.reason = Some("cacat_total".into());
    let screen = draw(&state);
    assert_eq!(aloud(&screen, false)[0], "Dokumen apa yang perlu dibawa?");
    assert!(!aloud(&screen, false).contains(&screen.title));
    assert_eq!(private(&screen), [screen.title]);
}

/// A claim of the same person with other answers, of the same length where they are typed.
fn with_answers(picks: &[usize], language: Language) -> Claim {
    let mut picks = picks.iter().cycle();
    let mut pick = |from: &[&str]| from[picks.next().unwrap() % from.len()].to_owned();
    let mut claim = claim(&Person::siti(), language);
    let rules = &CONFIG.rules;
    fn codes<'a>(codes: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
        codes.map(String::as_str).collect()
    }
    let reasons = [codes(rules.reasons.keys()), vec![OTHER]].concat();
    claim.apply(&Event::ReasonChosen { reason: pick(&reasons) });
    claim.apply(&Event::BalanceChosen { band: pick(&codes(rules.balance_bands.keys())) });
    claim.apply(&answered(BANK, &pick(&codes(rules.banks.keys()))));
    claim.apply(&answered(PROGRAMME, &pick(&codes(rules.programmes.keys()))));
    Ask::ALL.into_iter().for_each(|ask| claim.apply(&answered(ask.as_str(), &pick(ask.answers()))));
    claim.apply(&answered(FieldName::Name.as_str(), &pick(&["SITI CONTOH", "BUDI MISAL"])));
    claim.apply(&answered(FieldName::BirthDate.as_str(), &pick(&["1979-08-12", "1991-03-04", "1965-01-30"])));
    claim.apply(&answered(FieldName::EndedOn.as_str(), &pick(&["2026-09-01", "2026-08-20", "2026-02-03"])));
    claim.apply(&Event::Prioritised { first: pick(&[YES, NO]) == YES });
    for document in rules.documents.keys() {
        claim.apply(&Event::Had { document: document.clone(), have: pick(&[YES, NO]) == YES });
    }
    claim
}

/// A screen on which nothing is chosen yet.
fn unanswered(mut screen: Screen) -> Screen {
    match &mut screen.body {
        Body::Choices { groups } | Body::Preferences { groups, .. } => {
            groups.iter_mut().flat_map(|group| &mut group.choices).for_each(|choice| choice.chosen = false);
        }
        Body::Checklist { items } => items.iter_mut().for_each(|item| item.have = None),
        _ => {}
    }
    screen
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Who only hears the loudspeaker cannot tell one person's answers from another's: on no screen, but where the
    /// question itself is another one.
    #[test]
    fn the_loudspeaker_says_the_same_whatever_was_answered(
        one in prop::collection::vec(0..60_usize, 41), other in prop::collection::vec(0..60_usize, 41),
    ) {
        for language in Language::ALL {
            let (one, other) = (with_answers(&one, language), with_answers(&other, language));
            // Who comes for another programme gets no ticket for an interview.
            let no_ticket = [&one, &other].iter().any(|claim| claim.reason.as_deref() == Some(OTHER));
            for step in steps(&one).into_iter().filter(|step| *step != Step::Ticket || !no_ticket) {
                let (one, other) = (at(&one, &step), at(&other, &step));
                let asks = matches!(one.body, Body::Choices { .. } | Body::Checklist { .. });
                if !asks || unanswered(one.clone()) == unanswered(other.clone()) {
                    for headphones in [false, true] {
                        prop_assert_eq!(aloud(&one, headphones), aloud(&other, headphones), "{}", one.name);
                    }
                }
            }
        }
    }
}
