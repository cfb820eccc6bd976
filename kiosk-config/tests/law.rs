//! The reasons of the law, as the shipped rules have them: one test a row, named after its code.
//! Sources: PP 46/2015 pasal 22 and 26, PP 60/2015, Permenaker 4/2022, PP 68/2009; `source` of each rule.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by stopping")]

use claim::Rules;
use claim::eligibility::{Facts, Question, Since, Verdict};
use claim::rules::{Known, Need};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::mem::discriminant;
use std::path::Path;
use std::sync::LazyLock;

static RULES: LazyLock<Rules> =
    LazyLock::new(|| kiosk_config::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("files")).unwrap().rules);
const TODAY: Date = date(2026, 9, 10);

fn verdict(reason: &str, facts: Facts) -> Verdict {
    RULES.verdict(reason, &facts, TODAY)
}

fn questions(reason: &str) -> Vec<Question> {
    RULES.reasons[reason].questions()
}

/// Documents of a reason beside the ones that every claim has.
fn own(reason: &str) -> Vec<(String, Need)> {
    let needed = RULES.documents_for(reason, Known::default()).into_iter();
    let common = ["ktp", "kpj_card", "bank_book", "kk", "npwp", "photo"];
    let own = needed.filter(|needed| !common.contains(&needed.document.as_str()));
    own.map(|needed| (needed.document, needed.need)).collect()
}

fn required(codes: &[&str]) -> Vec<(String, Need)> {
    codes.iter().map(|code| ((*code).to_owned(), Need::Required)).collect()
}

#[test]
fn usia_56() {
    assert_eq!(questions("usia_56"), [Question::Age]);
    let born = |day| verdict("usia_56", Facts { born: Since::Day(day), ..Facts::default() });
    assert_eq!(born(date(1970, 9, 10)), Verdict::Possible, "on the birthday itself");
    assert_eq!(born(date(1970, 9, 11)), Verdict::AgeFrom(date(2026, 9, 11)));
    // May still work.
    let working = Facts { reported: Some(false), born: Since::LongEnough, ..Facts::default() };
    assert_eq!(verdict("usia_56", working), Verdict::Possible);
    assert_eq!(own("usia_56"), []);
}

#[test]
fn usia_pkb() {
    assert_eq!(questions("usia_pkb"), []);
    assert_eq!(own("usia_pkb"), required(&["pension_age_proof"]));
}

#[test]
fn pkwt() {
    assert_eq!(questions("pkwt"), [Question::Reported], "no waiting time is stated");
    assert_eq!(own("pkwt"), required(&["contract_end"]));
    let active = Facts { reported: Some(false), ..Facts::default() };
    assert_eq!(verdict("pkwt", active), Verdict::StillActive);
}

#[test]
fn resign() {
    assert_eq!(questions("resign"), [Question::Ended, Question::Reported]);
    let ended = |day| verdict("resign", Facts { ended: Since::Day(day), ..Facts::default() });
    assert_eq!(ended(date(2026, 8, 10)), Verdict::Possible);
    assert_eq!(ended(date(2026, 8, 11)), Verdict::WaitFrom(date(2026, 9, 11)));
    assert_eq!(ended(date(2026, 9, 10)), Verdict::WaitFrom(date(2026, 10, 10)));
    let mut own = own("resign");
    own.sort_by(|a, b| a.0.cmp(&b.0));
    let paklaring = ("paklaring".to_owned(), Need::IfAvailable);
    assert_eq!(own, [paklaring, ("resignation_letter".to_owned(), Need::Required)]);
}

#[test]
fn phk() {
    assert_eq!(questions("phk"), [Question::Ended, Question::Reported]);
    let just_now = Facts { ended: Since::Day(date(2026, 9, 1)), ..Facts::default() };
    assert_eq!(verdict("phk", just_now), Verdict::WaitFrom(date(2026, 10, 1)));
    let proofs = own("phk");
    assert_eq!(proofs.len(), 5);
    assert!(proofs.iter().all(|(_, need)| *need == Need::AnyOne), "any one of the five is enough");
}

#[test]
fn sebagian_10() {
    assert_eq!(questions("sebagian_10"), [Question::Years, Question::Partial]);
    let few = Facts { long_member: Some(false), ..Facts::default() };
    assert_eq!(verdict("sebagian_10", few), Verdict::TooFewYears);
    let again = Facts { long_member: Some(true), earlier_partial: Some(true), ..Facts::default() };
    assert_eq!(verdict("sebagian_10", again), Verdict::OnceOnly);
    let first = Facts { long_member: Some(true), earlier_partial: Some(false), ..Facts::default() };
    assert_eq!(verdict("sebagian_10", first), Verdict::Possible);
}

#[test]
fn sebagian_30() {
    assert_eq!(questions("sebagian_30"), [Question::Years, Question::Partial]);
    let proofs = own("sebagian_30");
    let any = |code: &str| (code.to_owned(), Need::AnyOne);
    assert_eq!(proofs, [any("home_purchase"), any("home_credit")]);
    let again = Facts { earlier_partial: Some(true), ..Facts::default() };
    assert_eq!(verdict("sebagian_30", again), Verdict::OnceOnly, "10 % or 30 %, not both");
}

#[test]
fn bpu() {
    assert_eq!(verdict("bpu", Facts::default()), Verdict::Counter);
}

#[test]
fn wna_pergi() {
    assert_eq!(verdict("wna_pergi", Facts::default()), Verdict::Counter);
    assert_eq!(own("wna_pergi"), required(&["passport", "leaving_statement"]));
    let all = RULES.documents_for("wna_pergi", Known::default());
    assert!(all.iter().all(|needed| needed.document != "ktp"), "the passport takes the place of the KTP");
}

#[test]
fn cacat_total() {
    assert_eq!(verdict("cacat_total", Facts::default()), Verdict::Counter);
    assert_eq!(own("cacat_total"), required(&["doctor_letter"]));
}

#[test]
fn meninggal() {
    assert_eq!(verdict("meninggal", Facts::default()), Verdict::Counter);
    assert_eq!(own("meninggal"), required(&["death_letter", "heir_statement", "heir_identity"]));
}

#[test]
fn npwp_above_the_limit_or_after_an_earlier_part() {
    let wants = |band, earlier_partial| RULES.wants_npwp(Known { band, earlier_partial });
    assert_eq!(wants(Some("above_50"), Some(false)), Some(true));
    assert_eq!(wants(Some("up_to_50"), Some(false)), Some(false));
    assert_eq!(wants(Some("up_to_50"), Some(true)), Some(true));
    assert_eq!(wants(Some("unknown"), Some(false)), None);
    assert_eq!(wants(None, None), None);
}

#[test]
fn tax_is_free_to_50_million_then_5_percent() {
    let tax = |million: u64| RULES.tax.estimate(million * 1_000_000);
    assert_eq!([0, 50, 51, 80].map(tax), [0, 0, 50_000, 1_500_000]);
}

fn days() -> impl Strategy<Value = Date> {
    (1930i16..2026, 1i8..=12, 1i8..=31)
        .prop_filter_map("exists", |(year, month, day)| Date::new(year, month, day).ok())
}

fn facts() -> impl Strategy<Value = Facts> {
    // Letters of the last weeks decide about waiting.
    let lately = (-60i64..60).prop_map(|days| TODAY.checked_add(days.days()).unwrap());
    let day = prop_oneof![days(), lately].prop_map(Since::Day);
    let since = move || prop_oneof![Just(Since::Unknown), Just(Since::LongEnough), day.clone()];
    let said = || prop::option::of(any::<bool>());
    (since(), since(), said(), said(), said()).prop_map(
        |(born, ended, reported, long_member, earlier_partial)| Facts {
            born,
            ended,
            reported,
            long_member,
            earlier_partial,
        },
    )
}

proptest! {
    /// Who has to wait is named the first day, and on that day it is possible (or something else stands against it).
    #[test]
    fn the_first_possible_day_keeps_its_promise(facts in facts(), which in 0..RULES.reasons.len()) {
        let (_, reason) = RULES.reasons.get_index(which).unwrap();
        let now = reason.verdict(&facts, TODAY);
        if let Verdict::AgeFrom(day) | Verdict::WaitFrom(day) = now {
            prop_assert!(day > TODAY);
            prop_assert_eq!(reason.verdict(&facts, day.yesterday().unwrap()), now);
            let then = reason.verdict(&facts, day);
            prop_assert_ne!(discriminant(&then), discriminant(&now), "{:?}", then);
        }
    }

    /// Nothing that is unknown stops anyone.
    #[test]
    fn knowing_less_never_forbids(facts in facts(), which in 0..RULES.reasons.len()) {
        let (_, reason) = RULES.reasons.get_index(which).unwrap();
        if reason.verdict(&facts, TODAY) == Verdict::Possible {
            let less = [
                Facts { born: Since::Unknown, ..facts },
                Facts { ended: Since::Unknown, ..facts },
                Facts { reported: None, ..facts },
                Facts { long_member: None, ..facts },
                Facts { earlier_partial: None, ..facts },
            ];
            for less in less {
                prop_assert_eq!(reason.verdict(&less, TODAY), Verdict::Possible, "{:?}", less);
            }
        }
        let only_asked = reason.questions();
        let irrelevant = !only_asked.contains(&Question::Reported);
        if irrelevant {
            let other = Facts { reported: facts.reported.map(|said| !said), ..facts };
            prop_assert_eq!(reason.verdict(&facts, TODAY), reason.verdict(&other, TODAY));
        }
    }

    /// The day named in the question separates exactly those who can from those who cannot.
    #[test]
    fn the_day_in_the_question_is_the_last_that_is_long_enough(today in days()) {
        for reason in RULES.reasons.values() {
            if let Some(day) = reason.born_by(today) {
                let born = |day| reason.verdict(&Facts { born: Since::Day(day), ..Facts::default() }, today);
                prop_assert_eq!(born(day), Verdict::Possible);
                prop_assert!(matches!(born(day.tomorrow().unwrap()), Verdict::AgeFrom(_)));
            }
            if reason.questions().contains(&Question::Ended) {
                let day = reason.ended_by(today).unwrap();
                let ended = |day| reason.verdict(&Facts { ended: Since::Day(day), ..Facts::default() }, today);
                prop_assert_eq!(ended(day), Verdict::Possible);
                prop_assert!(matches!(ended(day.tomorrow().unwrap()), Verdict::WaitFrom(_)));
            }
        }
    }
}
