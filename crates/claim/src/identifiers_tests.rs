use super::*;
use jiff::civil::date;
use proptest::prelude::*;

const TODAY: Date = date(2026, 9, 10);

#[test]
fn a_nik_is_read_with_separators() {
    let nik = Nik::parse(" 3507.1552-0879 0001 ").unwrap();
    assert_eq!(nik.as_str(), "3507155208790001");
    assert!(nik.fits(date(1979, 8, 12)));
    assert!(!nik.fits(date(1979, 8, 13)));
}

#[test]
fn a_nik_with_fifteen_or_seventeen_digits_says_how_many() {
    assert_eq!(Nik::parse("350715520879000"), Err(Wrong::TooShort { found: 15, wanted: 16 }));
    assert_eq!(Nik::parse("35071552087900011"), Err(Wrong::TooLong { found: 17, wanted: 16 }));
}

#[test]
fn a_nik_that_cannot_be_is_refused() {
    for text in [
        "3507153208790001", // day 32
        "3507157208790001", // day 72
        "3507155213790001", // month 13
        "3507157002790001", // 30 February
        "3507155208790000", // serial 0000
    ] {
        assert_eq!(Nik::parse(text), Err(Wrong::Impossible), "{text}");
    }
}

#[test]
fn the_29th_of_february_is_allowed_in_either_century() {
    assert!(Nik::parse("3507152902000001").is_ok(), "2000 was a leap year, 1900 was not");
}

#[test]
fn letters_emoji_and_nothing_are_told_apart() {
    assert_eq!(Nik::parse("35071552O8790001"), Err(Wrong::NotDigits));
    assert_eq!(Nik::parse("🙂"), Err(Wrong::NotDigits));
    assert_eq!(Nik::parse("  -. "), Err(Wrong::Empty));
}

#[test]
fn a_kpj_of_another_length_is_asked_about() {
    assert!(Kpj::parse("19012345678").unwrap().warnings.is_empty());
    assert_eq!(Kpj::parse("1901234567").unwrap().warnings, [Doubt::UnusualLength { usual: 11 }]);
}

#[test]
fn phones_are_kept_in_one_form() {
    for text in ["0812 3456 7890", "62 812 3456 7890", "+6281234567890", "81234567890"] {
        let phone = Phone::parse(text).unwrap();
        assert_eq!((phone.as_str(), phone.local().as_str()), ("+6281234567890", "081234567890"));
    }
    assert_eq!(Phone::parse("0341 123456"), Err(Wrong::NotMobile));
    assert!(matches!(Phone::parse("08123456"), Err(Wrong::TooShort { .. })));
    assert!(matches!(Phone::parse("08123456789012"), Err(Wrong::TooLong { .. })));
}

#[test]
fn an_account_of_unusual_length_is_only_asked_about() {
    assert!(BankAccount::parse("012345678901234", Some(15)).unwrap().warnings.is_empty());
    assert_eq!(BankAccount::parse("1234567890", Some(15)).unwrap().warnings.len(), 1);
    assert!(BankAccount::parse("1234567890", None).unwrap().warnings.is_empty());
}

#[test]
fn names_are_upper_case_with_single_spaces() {
    assert_eq!(PersonName::parse("  siti   nur'aini, s.pd ").unwrap().as_str(), "SITI NUR'AINI, S.PD");
    assert_eq!(PersonName::parse("Siti 2"), Err(Wrong::NotAName));
    assert_eq!(PersonName::parse("🙂🙂"), Err(Wrong::NotAName));
    assert_eq!(PersonName::parse("..."), Err(Wrong::NotAName));
}

#[test]
fn birth_dates_are_checked_against_the_calendar_today_and_the_nik() {
    let nik = Nik::parse("3507155208790001").unwrap();
    let parse = |text| BirthDate::parse(text, TODAY, 15, Some(&nik));
    assert_eq!(parse("12081979").unwrap(), Checked { value: BirthDate(date(1979, 8, 12)), warnings: vec![] });
    assert_eq!(parse("13-08-1979").unwrap().warnings, [Doubt::OtherBirthDate]);
    assert_eq!(parse("31022000"), Err(Wrong::NoSuchDay));
    assert_eq!(parse("11092026"), Err(Wrong::Future));
    assert_eq!(parse("01011900"), Err(Wrong::TooLongAgo));
    assert!(parse("01012020").unwrap().warnings.contains(&Doubt::VeryYoung));
}

#[test]
fn age_changes_on_the_birthday() {
    assert_eq!(age(date(1970, 9, 11), TODAY), 55);
    assert_eq!(age(date(1970, 9, 10), TODAY), 56);
}

proptest! {
    #[test]
    fn nothing_typed_ever_panics(text in ".{0,300}") {
        let _ = Nik::parse(&text);
        let _ = Kpj::parse(&text);
        let _ = Phone::parse(&text);
        let _ = BankAccount::parse(&text, Some(10));
        let _ = PersonName::parse(&text);
        let _ = BirthDate::parse(&text, TODAY, 15, None);
    }

    #[test]
    fn what_is_parsed_parses_to_itself(serial in 1u32..9999, day in 1i8..28, month in 1i8..12, year in 40i16..99) {
        let nik = format!("350715{day:02}{month:02}{year:02}{serial:04}");
        let parsed = Nik::parse(&nik).unwrap();
        prop_assert_eq!(Nik::parse(parsed.as_str()).unwrap(), parsed.clone());
        prop_assert!(parsed.fits(date(1900 + year, month, day)));
        let debug = format!("{parsed:?}");
        prop_assert!(!debug.contains(&nik[..4]));
    }
}

#[test]
fn a_nik_says_where_when_and_of_what_sex() {
    let nik = Nik::parse("3507155208790001").unwrap();
    assert_eq!((nik.region(), nik.sex()), (Some("Kabupaten Malang"), Sex::Female));
    assert_eq!(nik.birth_date(TODAY), Some(date(1979, 8, 12)));
    let young = Nik::parse("3507151208090001").unwrap();
    assert_eq!((young.birth_date(TODAY), young.sex()), (Some(date(2009, 8, 12)), Sex::Male));
    assert_eq!(Nik::parse("9999155208790001").unwrap().region(), None, "an unknown area is still a NIK");
}

#[test]
fn an_npwp_is_old_or_a_nik_or_asked_about() {
    for usual in ["09.254.294.3-407.000", "0092542943407000", "3507155208790001"] {
        assert!(Npwp::parse(usual).unwrap().warnings.is_empty(), "{usual}");
    }
    assert_eq!(Npwp::parse("9999999999999999").unwrap().warnings, [Doubt::UnusualNumber]);
    assert_eq!(Npwp::parse("0925429434070"), Err(Wrong::TooShort { found: 13, wanted: 15 }));
}

proptest! {
    #[test]
    fn whatever_is_typed_is_taken_or_refused_and_never_printed(text in "\\PC{0,40}|[0-9 .-]{6,20}") {
        let shown = format!(
            "{:?} {:?} {:?} {:?} {:?} {:?} {:?}",
            Nik::parse(&text), Npwp::parse(&text), Kpj::parse(&text), Phone::parse(&text),
            BankAccount::parse(&text, Some(10)), PersonName::parse(&text), BirthDate::parse(&text, TODAY, 15, None),
        );
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        prop_assert!(digits.len() < 6 || !shown.contains(&digits));
    }
}
