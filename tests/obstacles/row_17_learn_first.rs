//! Has to learn the system first: a practice run on made-up data, marked on every screen, of which nothing stays.

use crate::play::Play;
use claim::TicketKind;
use journey::{Action, Body, PaperKind};

fn practise(play: &mut Play) {
    for _ in 0..60 {
        let screen = play.screen();
        assert!(screen.practice.is_some(), "{} is not marked", screen.name);
        let answer = |text: &str| Action::Answer { text: text.into() };
        let action = match (&screen.body, screen.name.as_str()) {
            (_, "ticket") => return,
            (_, "reason") => Action::Choose { id: "usia_56".into() },
            (_, "balance") => Action::Choose { id: "above_50".into() },
            (_, "day") => Action::Choose { id: "2026-09-11".into() },
            (_, "slot") if screen.next.is_some() => Action::Next,
            (Body::Field(field), _) => {
                // The screen says what to type.
                let example = field.example.clone().unwrap();
                answer(example.split_once(": ").unwrap().1)
            }
            (Body::Choices { groups }, _) => groups[0].choices[0].button.action.clone(),
            (Body::Checklist { items }, _) => match items.iter().find(|item| item.have.is_none()) {
                Some(item) => item.yes.action.clone(),
                None => Action::Next,
            },
            (Body::Capture { .. }, _) => Action::Shoot,
            (Body::Picture { .. }, _) => Action::Keep,
            _ => Action::Next,
        };
        let before = screen.name.clone();
        play.act(action.clone());
        if play.screen().name == before && matches!(action, Action::Answer { .. }) {
            // Made-up numbers may be asked about once.
            let Body::Field(field) = play.screen().body else { panic!("no field") };
            assert!(field.problem.is_none(), "the example of {before} is refused");
            play.act(action);
        }
    }
    panic!("the practice never ends, at {} now", play.screen().name);
}

#[test]
fn a_practice_is_the_whole_way_and_nothing_of_it_counts() {
    let mut play = Play::new();
    play.act(Action::Practice).at("preferences");
    practise(&mut play);
    assert_eq!(
        play.printed,
        [PaperKind::Practice(TicketKind::Interview)],
        "the only paper says that it is practice"
    );
    assert_eq!(play.delivered, 0);
    play.act(Action::Done).at("welcome");
    assert!(play.state.case.is_none() && play.screen().practice.is_none());
}

#[test]
fn a_practice_promises_no_paper_and_shows_no_code() {
    let mut play = Play::new();
    play.act(Action::Practice)
        .act(Action::Next)
        .act(Action::Next)
        .at("consent")
        .act(Action::Next)
        .at("reason");
    let screen = play.screen();
    assert!(screen.header.code.is_none());
    assert!(screen.banner.is_some_and(|banner| banner.text.contains("tidak dicetak")));
    play.act(Action::Leave);
    assert!(play.screen().overlay.is_some_and(|over| over.number.is_none()));
}

#[test]
fn a_practice_can_be_left_at_any_time() {
    let mut play = Play::new();
    play.act(Action::Practice).act(Action::Next).act(Action::Leave).act(Action::Confirm).at("welcome");
    assert!(play.printed.is_empty());
}
