//! Bank account dormant, learned after five days: the last use is asked, what to do is said the same day, and a paper for
//! the bank comes out.

use crate::play::Play;
use journey::{Action, PaperKind};
use product_tests::{Kiosk, wait_for_file};

fn until_last_use(play: &mut Play) -> &mut Play {
    play.until_name().answer("Siti Contoh").answer("3507155208790001").answer("12081979");
    play.snap("kpj_card").answer("19012345678").choose("1").snap("bank_book").choose("002");
    play.answer("012345678901234").at("last-use")
}

#[test]
fn an_account_in_use_goes_on_at_once() {
    let mut play = Play::new();
    until_last_use(&mut play).choose("active").at("phone");
}

#[test]
fn an_account_asleep_gets_a_paper_for_the_bank_and_the_claim_goes_on() {
    for last_use in ["inactive", "dormant", "unknown"] {
        let mut play = Play::new();
        until_last_use(&mut play).choose(last_use).at("dormant").act(Action::PrintAgain);
        assert_eq!(play.printed.last(), Some(&PaperKind::Bank));
        play.act(Action::Next).at("phone");
    }
}

#[test]
fn another_account_can_be_given_instead() {
    let mut play = Play::new();
    until_last_use(&mut play).choose("dormant").choose("bank").at("bank");
    play.choose("008").at("account").answer("1234567890123").at("last-use").choose("active").at("phone");
    assert_eq!(play.claim().answers["account"], "1234567890123");
}

#[test]
fn in_the_window_the_paper_for_the_bank_comes_out() {
    let mut kiosk = Kiosk::open(false, &[]).unwrap();
    kiosk.person.set("last_use", "dormant");
    kiosk.play_until("dormant").unwrap();
    kiosk.window().unwrap().tap("print-bank").unwrap();
    let is_for_the_bank = |name: &str| name.starts_with("bank-") && name.ends_with("escpos");
    let slip = wait_for_file(&kiosk.data().join("slips"), is_for_the_bank).unwrap();
    assert!(std::fs::metadata(slip).unwrap().len() > 1_000);
    kiosk.play_until("answers").unwrap();
}
