//! JHT only: who comes for another programme goes to the counter at once; for JKP the portal SIAPkerja is named.

use crate::play::Play;
use journey::{Action, Body, offers};

#[test]
fn each_other_programme_leads_to_the_counter() {
    let programmes: Vec<String> = Play::new().config.rules.programmes.keys().cloned().collect();
    assert_eq!(programmes, ["jp", "jkk", "jkm", "jkp"]);
    for programme in programmes {
        let mut play = Play::new();
        play.until_reason().choose("other").at("programme").choose(&programme).at("other-programme");
        let Body::Notice { paragraphs, .. } = play.screen().body else { panic!("no notice") };
        assert_eq!(paragraphs.iter().any(|text| text.contains("siapkerja")), programme == "jkp");
        assert!(offers(&play.screen(), &Action::CounterTicket));
        play.act(Action::CounterTicket).act(Action::Confirm).at("counter");
        assert!(play.claim().answers.keys().eq(["programme"]), "nothing personal was asked");
    }
}

#[test]
fn who_touched_it_by_mistake_goes_back() {
    let mut play = Play::new();
    play.until_reason().choose("other").act(Action::Back).at("reason").choose("usia_56").at("age");
}
