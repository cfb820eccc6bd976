//! Any text through each parser of identifiers: an answer, never a panic; what was taken is taken again as it is
//! stored; and no message of an error or of `Debug` contains what was typed.
#![no_main]

use claim::identifiers::age;
use claim::{BankAccount, BirthDate, Kpj, Nik, PersonName, Phone};
use jiff::civil::{Date, date};
use libfuzzer_sys::fuzz_target;
use std::fmt::Debug;

const TODAY: Date = date(2026, 9, 10);

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let nik = Nik::parse(&text);
    if let Ok(nik) = &nik {
        assert_eq!(Nik::parse(nik.as_str()).as_ref(), Ok(nik));
        masked(nik, nik.as_str());
        nik.fits(TODAY);
    }
    if let Ok(kpj) = Kpj::parse(&text) {
        let kpj = kpj.value;
        assert!(Kpj::parse(kpj.as_str()).is_ok_and(|again| again.value == kpj));
        masked(&kpj, kpj.as_str());
    }
    if let Ok(phone) = Phone::parse(&text) {
        assert_eq!(Phone::parse(phone.as_str()).as_ref(), Ok(&phone));
        assert_eq!(Phone::parse(&phone.local()).as_ref(), Ok(&phone));
        masked(&phone, phone.as_str());
    }
    for usual in [None, Some(10), Some(u32::MAX)] {
        if let Ok(account) = BankAccount::parse(&text, usual) {
            let account = account.value;
            assert!(BankAccount::parse(account.as_str(), usual).is_ok_and(|again| again.value == account));
            masked(&account, account.as_str());
        }
    }
    if let Ok(name) = PersonName::parse(&text) {
        assert_eq!(PersonName::parse(name.as_str()).as_ref(), Ok(&name));
        masked(&name, name.as_str());
    }
    for today in [TODAY, Date::MIN, Date::MAX] {
        if let Ok(birth) = BirthDate::parse(&text, today, 15, nik.as_ref().ok()) {
            let birth = birth.value;
            assert!(age(birth.date(), today) >= 0);
            let again = BirthDate::parse(&birth.typed(), today, 15, None);
            assert!(again.is_ok_and(|again| again.value == birth));
            masked(&birth, &birth.typed());
        }
    }
    if let Some(birth) = BirthDate::from_iso(&text) {
        masked(&birth, &birth.date().to_string());
    }
});

fn masked(value: &impl Debug, secret: &str) {
    let shown = format!("{value:?}");
    assert!(secret.chars().count() < 6 || !shown.contains(secret));
}
