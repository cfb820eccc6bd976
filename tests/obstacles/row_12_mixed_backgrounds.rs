//! Very mixed backgrounds: plain Indonesian, Javanese, English; four sizes of type; high contrast. Each can be changed
//! on any screen and changes nothing else.

use crate::play::Play;
use journey::{Action, TextSize};
use kiosk_config::Language;

#[test]
fn each_language_and_size_can_be_chosen_in_the_middle_of_a_claim() {
    let mut play = Play::new();
    play.until_name().act(Action::Typed { text: "SITI".into() });
    let mut titles = vec![];
    for language in Language::ALL {
        for size in [TextSize::Small, TextSize::Medium, TextSize::Large, TextSize::Huge] {
            play.act(Action::Preferences).act(Action::Language { language: language.tag().into() });
            play.act(Action::TextSize { size })
                .act(Action::Contrast { high: true })
                .act(Action::Next)
                .at("name");
            let screen = play.screen();
            assert_eq!((screen.language.as_str(), screen.look.text_size), (language.tag(), size));
            assert!(screen.look.high_contrast);
            assert_eq!(play.claim().typed["name"], "SITI");
        }
        titles.push(play.screen().title);
    }
    titles.sort();
    titles.dedup();
    assert_eq!(titles.len(), Language::ALL.len(), "each language has words of its own: {titles:?}");
}

#[test]
fn the_waiting_screen_begins_in_each_language_on_offer() {
    for language in Language::ALL {
        let mut play = Play::new();
        play.act(Action::Language { language: language.tag().into() }).at("preferences");
        assert_eq!(play.screen().language, language.tag());
    }
}
