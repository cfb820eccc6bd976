//! Tried JMO with a balance over its limit: the balance band is asked first and sends people to JMO, Lapak Asik or the
//! counter. The limit is a rule, and changes.

use crate::play::Play;
use journey::{Action, offers};

fn until_balance(play: &mut Play) -> &mut Play {
    play.until_checklist().say_of_all(|_| true).act(Action::Next).at("balance")
}

#[test]
fn each_band_has_its_way() {
    for (band, screen) in
        [("up_to_15", "jmo"), ("up_to_50", "partial"), ("above_50", "ready"), ("unknown", "partial")]
    {
        let mut play = Play::new();
        until_balance(&mut play).choose(band).at(screen);
    }
}

#[test]
fn who_has_no_phone_for_jmo_goes_to_the_counter() {
    let mut play = Play::new();
    until_balance(&mut play).choose("up_to_15").at("jmo");
    assert!(offers(&play.screen(), &Action::CounterTicket));
    play.act(Action::CounterTicket).act(Action::Confirm).at("counter");
}

#[test]
fn a_lower_limit_of_head_office_moves_the_line() {
    let mut play = Play::new();
    play.config.rules.limits.jmo_rupiah = 10_000_000;
    until_balance(&mut play).choose("up_to_15").at("partial");
}

#[test]
fn an_earlier_part_asks_for_the_npwp_whatever_the_balance() {
    let mut play = Play::new();
    play.until_checklist().say_of_all(|document| document != "npwp").act(Action::Next).choose("up_to_50");
    play.choose("yes").at("ready");
    let text = serde_json::to_string(&play.screen().body).unwrap();
    assert!(text.contains("NPWP"), "{text}");
}
