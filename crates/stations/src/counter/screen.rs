//! What the window of a counter shows, complete: every word resolved, every key named with the action it sends.

use super::CounterAction;
use serde::Serialize;
use ts_rs::TS;

/// The whole screen of a counter.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "stations.ts")]
pub struct CounterScreen {
    /// Stable name: `sign-in`, `free`, `called`, `serving`, `checking`; never shown.
    pub name: String,
    /// Counts up with each key.
    #[ts(type = "number")]
    pub visit: u64,
    /// BCP 47 language of all the words.
    pub language: String,
    /// CSS pixels that make up a millimetre on the configured panel.
    pub px_per_mm: f64,
    /// Name of the branch.
    pub branch: String,
    /// Which counter.
    pub counter: String,
    /// Who works here.
    pub officer: Option<String>,
    /// Time of day.
    pub clock: String,
    /// Somebody else takes over.
    pub sign_out: Option<Key>,
    /// What is said about the last key.
    pub message: Option<Message>,
    /// Who works here? Absent while somebody does.
    pub sign_in: Option<SignIn>,
    /// The desk; absent while nobody is signed in.
    pub desk: Option<Desk>,
    /// What lies over it.
    pub over: Option<Choose>,
}

/// Something to press: with the mouse, a finger, or a key of the keyboard.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "stations.ts")]
pub struct Key {
    /// Stable name, unique on its screen.
    pub id: String,
    /// What it says.
    pub label: String,
    /// A few words beside it.
    pub note: Option<String>,
    /// Key of the keyboard, as the browser names it in capitals.
    pub key: Option<String>,
    /// How much it stands out.
    pub weight: Weight,
    /// What it sends.
    pub action: CounterAction,
}

/// How much a key stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "stations.ts")]
pub enum Weight {
    /// What is most often wanted now.
    First,
    /// Another way on.
    Plain,
    /// Ends something for a person.
    Care,
}

/// What is said about the last key.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "stations.ts")]
pub struct Message {
    /// How it is meant.
    pub tone: Tone,
    /// The words.
    pub text: String,
}

/// How a message or a state is meant; it never is the colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "stations.ts")]
pub enum Tone {
    /// All is well.
    Good,
    /// Somebody should look.
    Care,
    /// Not yet.
    Open,
}

/// Who works here?
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "stations.ts")]
pub struct SignIn {
    /// The question.
    pub title: String,
    /// What to do.
    pub help: String,
    /// The officers.
    pub officers: Vec<Key>,
    /// Words over the field for the PIN, while one is asked for.
    pub pin: Option<String>,
    /// Nothing after all.
    pub cancel: Option<Key>,
}

/// The desk of an officer.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "stations.ts")]
pub struct Desk {
    /// Who is being served, called, or next.
    pub now: Now,
    /// What can be done now.
    pub keys: Vec<Key>,
    /// How many wait, by series.
    pub waiting: Vec<Line>,
    /// Words over them.
    pub waiting_label: String,
    /// The next numbers.
    pub next: Vec<String>,
    /// Words over them.
    pub next_label: String,
    /// Tickets that can be taken up again.
    pub lists: Vec<List>,
    /// The packet of the open ticket.
    pub packet: Option<PacketView>,
    /// What stands in its place where there is none.
    pub no_packet: Option<String>,
}

/// Who is being served, called, or next.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "stations.ts")]
pub struct Now {
    /// The state in words.
    pub label: String,
    /// The number.
    pub number: Option<String>,
    /// What else there is to know about it.
    pub notes: Vec<String>,
}

/// Something with a value.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "stations.ts")]
pub struct Line {
    /// What.
    pub label: String,
    /// Its value.
    pub value: String,
}

/// Tickets that can be taken up again.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "stations.ts")]
pub struct List {
    /// What they are.
    pub label: String,
    /// The tickets.
    pub keys: Vec<Key>,
}

/// The packet of a claim.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "stations.ts")]
pub struct PacketView {
    /// What this is.
    pub title: String,
    /// Name of the participant.
    pub person: String,
    /// Whether something needs care.
    pub tone: Tone,
    /// That in words.
    pub state: String,
    /// The documents.
    pub documents: Vec<DocumentRow>,
    /// Words over them.
    pub documents_label: String,
    /// What does not go together.
    pub warnings: Vec<String>,
    /// Words over them.
    pub warnings_label: String,
    /// The answers.
    pub answers: Vec<Line>,
    /// Words over them.
    pub answers_label: String,
    /// Both verifications.
    pub checks: Vec<Check>,
    /// What can be done with the packet.
    pub keys: Vec<Key>,
    /// The page that is looked at.
    pub page: Option<PageView>,
}

/// A document of the packet.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "stations.ts")]
pub struct DocumentRow {
    /// Looks at it; its note is the state in words.
    pub key: Key,
    /// How the state is meant.
    pub tone: Tone,
    /// Whether it is looked at now.
    pub chosen: bool,
}

/// A verification.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "stations.ts")]
pub struct Check {
    /// Which.
    pub label: String,
    /// Who made it, or why not yet.
    pub state: String,
    /// How the state is meant.
    pub tone: Tone,
}

/// A page that is looked at.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "stations.ts")]
pub struct PageView {
    /// What it is, for screen readers and under the picture.
    pub label: String,
    /// Address of the picture; none where it was erased.
    pub image: Option<String>,
    /// Why there is none.
    pub gone: Option<String>,
    /// Looks at the next page.
    pub on: Option<Key>,
}

/// A question over the desk.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "stations.ts")]
pub struct Choose {
    /// Stable name: `transfer`, `which`, `why`.
    pub name: String,
    /// The question.
    pub title: String,
    /// A sentence about it.
    pub help: Option<String>,
    /// The answers.
    pub keys: Vec<Key>,
    /// Nothing after all.
    pub cancel: Key,
}

impl CounterScreen {
    /// All that can be pressed now: what lies over the desk makes the rest inert.
    pub fn keys(&self) -> Vec<&Key> {
        if let Some(over) = &self.over {
            return over.keys.iter().chain([&over.cancel]).collect();
        }
        let mut keys: Vec<&Key> = self.sign_out.iter().collect();
        if let Some(sign_in) = &self.sign_in {
            keys.extend(sign_in.officers.iter().chain(&sign_in.cancel));
        }
        if let Some(desk) = &self.desk {
            keys.extend(&desk.keys);
            keys.extend(desk.lists.iter().flat_map(|list| &list.keys));
            if let Some(packet) = &desk.packet {
                keys.extend(packet.documents.iter().map(|document| &document.key));
                keys.extend(&packet.keys);
                keys.extend(packet.page.iter().filter_map(|page| page.on.as_ref()));
            }
        }
        keys
    }

    /// Whether the screen offers an action. A PIN is the window's to fill in.
    pub fn offers(&self, action: &CounterAction) -> bool {
        match action {
            CounterAction::SignIn { .. } => self.sign_in.as_ref().is_some_and(|it| it.pin.is_some()),
            _ => self.keys().iter().any(|key| key.action == *action),
        }
    }
}
