//! What a participant can do. The window sends back the action that a button of the screen carries.

use crate::TextSize;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something a person did.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "do", rename_all = "snake_case")]
#[ts(export, export_to = "screen.ts")]
pub enum Action {
    /// Begins a claim.
    Begin,
    /// Goes on with an earlier claim.
    Resume,
    /// Types the code of an earlier claim instead of showing it to the camera.
    TypeCode,
    /// Sets the language.
    Language {
        /// `id`, `jv` or `en`.
        language: String,
    },
    /// Sets the size of type.
    TextSize {
        /// The size.
        size: TextSize,
    },
    /// Sets the contrast.
    Contrast {
        /// Whether it is high.
        high: bool,
    },
    /// Asks to be served first, or not; nobody has to prove anything.
    Priority {
        /// Whether.
        first: bool,
    },
    /// Opens language and size from any screen.
    Preferences,
    /// Shows how a claim goes.
    Guide,
    /// Shows which documents each reason needs.
    Documents,
    /// Tries it out: nothing of it counts.
    Practice,
    /// Reads this screen and the next ones aloud, from the beginning, or stops.
    Voice {
        /// Whether it is read.
        on: bool,
    },
    /// Agrees, or goes on.
    Next,
    /// One step back.
    Back,
    /// Answers a question with one of its choices.
    Choose {
        /// The choice.
        id: String,
    },
    /// Says of a document whether it is at hand.
    Have {
        /// Code of the document.
        document: String,
        /// Whether it is.
        have: bool,
    },
    /// Answers with what was typed. The window puts in `text` what stands in the field.
    Answer {
        /// As typed.
        text: String,
    },
    /// What stands in the field so far; kept so that it outlives a power cut.
    Typed {
        /// As typed.
        text: String,
    },
    /// Takes the picture.
    Shoot,
    /// Takes another.
    Retake,
    /// Takes a page of a document of several ones: a further one, or one again.
    Page {
        /// Which, from 0.
        at: usize,
    },
    /// Uses the picture.
    Keep,
    /// Goes on without the picture: the original comes along to the interview.
    BringLater,
    /// Goes to a step to change its answer.
    Change {
        /// Name of the step.
        step: String,
    },
    /// Calls a person.
    CallAssistant,
    /// Asks for a counter ticket.
    CounterTicket,
    /// Agrees to what the overlay asks.
    Confirm,
    /// Closes the overlay.
    Cancel,
    /// Prints the paper once more.
    PrintAgain,
    /// Stops for now.
    Leave,
    /// Finishes; the screen is wiped.
    Done,
}

/// Actions carry what people type, so they print without it.
impl std::fmt::Debug for Action {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = match self {
            Action::Begin => "Begin",
            Action::Resume => "Resume",
            Action::TypeCode => "TypeCode",
            Action::Language { .. } => "Language",
            Action::TextSize { .. } => "TextSize",
            Action::Contrast { .. } => "Contrast",
            Action::Priority { .. } => "Priority(***)",
            Action::Preferences => "Preferences",
            Action::Guide => "Guide",
            Action::Documents => "Documents",
            Action::Practice => "Practice",
            Action::Voice { .. } => "Voice",
            Action::Next => "Next",
            Action::Back => "Back",
            Action::Choose { .. } => "Choose(***)",
            Action::Have { .. } => "Have(***)",
            Action::Answer { .. } => "Answer(***)",
            Action::Typed { .. } => "Typed(***)",
            Action::Shoot => "Shoot",
            Action::Retake => "Retake",
            Action::Page { .. } => "Page",
            Action::Keep => "Keep",
            Action::BringLater => "BringLater",
            Action::Change { .. } => "Change",
            Action::CallAssistant => "CallAssistant",
            Action::CounterTicket => "CounterTicket",
            Action::Confirm => "Confirm",
            Action::Cancel => "Cancel",
            Action::PrintAgain => "PrintAgain",
            Action::Leave => "Leave",
            Action::Done => "Done",
        };
        f.write_str(name)
    }
}
