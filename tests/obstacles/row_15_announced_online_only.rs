//! Announced on social media only: who walks up finds the explanation here, and takes it along on paper.

use crate::play::Play;
use journey::{Action, PaperKind};

#[test]
fn the_explanation_is_printed_for_anybody() {
    let mut play = Play::new();
    play.act(Action::Guide).at("guide").act(Action::PrintAgain).at("guide");
    assert_eq!(play.printed, [PaperKind::Guide]);
    assert!(play.screen().banner.is_some(), "it says that paper is coming");
    assert!(play.state.case.is_none() && play.journal.is_empty());
}

#[test]
fn the_documents_of_a_reason_are_printed_for_anybody() {
    let mut play = Play::new();
    play.act(Action::Guide)
        .act(Action::Documents)
        .choose("phk")
        .at("guide-documents")
        .act(Action::PrintAgain);
    assert_eq!(play.printed, [PaperKind::Guide]);
    assert_eq!(play.state.view.reason.as_deref(), Some("phk"));
}
