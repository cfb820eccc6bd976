//! What the window shows, complete: every word resolved, every button named with the action it sends.
//!
//! The user interface draws a [`Screen`] and nothing else; TypeScript types are generated from this file.

use crate::Action;
use serde::Serialize;
use ts_rs::TS;

/// One whole screen.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "screen.ts")]
pub struct Screen {
    /// Stable name such as `reason` or `capture-ktp`; never shown. Tests and screenshots go by it.
    pub name: String,
    /// Number of this visit to a screen; it changes when the screen is another one, so that the window knows
    /// when to move the focus and forget what was typed.
    #[ts(type = "number")]
    pub visit: u64,
    /// BCP 47 language of all the words.
    pub language: String,
    /// How large and in which colours.
    pub look: Look,
    /// The line at the top.
    pub header: Header,
    /// The question or statement of this screen.
    pub title: String,
    /// One or two sentences below the title.
    pub help: Option<String>,
    /// What fills the middle.
    pub body: Body,
    /// A message about the whole screen, such as that paper is being printed.
    pub banner: Option<Banner>,
    /// Says that this is practice and nothing counts; marked so on the whole screen.
    pub practice: Option<String>,
    /// One step back.
    pub back: Option<Button>,
    /// One step on.
    pub next: Option<Button>,
    /// What lies over the screen; the screen below is inert while it is there.
    pub overlay: Option<Overlay>,
}

/// Sizes and colours.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "screen.ts")]
pub struct Look {
    /// Size of the type.
    pub text_size: TextSize,
    /// Colours with a contrast of 7:1 and more, without tints.
    pub high_contrast: bool,
    /// CSS pixels that make up a millimetre on the configured panel.
    pub px_per_mm: f64,
}

/// The four sizes of type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, serde::Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "screen.ts")]
pub enum TextSize {
    /// For many words on one screen.
    Small,
    /// The size to begin with.
    #[default]
    Medium,
    /// Large.
    Large,
    /// Largest.
    Huge,
}

/// The line at the top of each screen.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "screen.ts")]
pub struct Header {
    /// Name of the product.
    pub product: String,
    /// Name of the branch.
    pub branch: String,
    /// Where in the claim this screen is.
    pub steps: Option<Steps>,
    /// The code with which the participant can go on later.
    pub code: Option<LabelledValue>,
    /// Calls a person. On every screen.
    pub assistant: Option<Button>,
    /// Takes a ticket for the counter instead. On every screen.
    pub counter: Option<Button>,
    /// Language and size of type.
    pub preferences: Option<Button>,
    /// Reads the screen aloud, or stops; absent where nothing can be heard.
    pub voice: Option<Button>,
    /// Stops for now; nothing is lost.
    pub leave: Option<Button>,
}

/// Progress as named steps.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "screen.ts")]
pub struct Steps {
    /// What the list is, for screen readers.
    pub label: String,
    /// The steps in order.
    pub items: Vec<StepName>,
}

/// One named step.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "screen.ts")]
pub struct StepName {
    /// Name in one or two words.
    pub name: String,
    /// Whether it is behind, here or ahead.
    pub state: StepState,
    /// The state in words, for screen readers.
    pub state_label: String,
}

/// Whether a step is behind, here or ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "screen.ts")]
pub enum StepState {
    /// Finished.
    Done,
    /// The one the participant is in.
    Now,
    /// To come.
    Ahead,
}

/// Something to touch.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "screen.ts")]
pub struct Button {
    /// Stable name, unique on its screen: the `data-id` of the element.
    pub id: String,
    /// What it says.
    pub label: String,
    /// Picture beside the words; a name of the icon set in the user interface.
    pub icon: Option<String>,
    /// What it sends.
    pub action: Action,
}

/// Two short texts that belong together.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "screen.ts")]
pub struct LabelledValue {
    /// What it is.
    pub label: String,
    /// Its value.
    pub value: String,
}

/// A short statement with a picture.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "screen.ts")]
pub struct Point {
    /// Name of the icon.
    pub icon: String,
    /// A few words.
    pub title: String,
    /// A sentence or two; may be empty.
    pub text: String,
}

/// One of several answers to a question.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "screen.ts")]
pub struct Choice {
    /// What is touched, with the words of the answer.
    pub button: Button,
    /// A sentence that helps to choose.
    pub note: Option<String>,
    /// Whether it is the answer given.
    pub chosen: bool,
    /// Whether it can be chosen now.
    pub enabled: bool,
}

/// A heading over choices that belong together.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "screen.ts")]
pub struct ChoiceGroup {
    /// The heading; may be empty where the title of the screen says it.
    pub label: String,
    /// The choices.
    pub choices: Vec<Choice>,
}

/// What fills the middle of a screen.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(export, export_to = "screen.ts")]
pub enum Body {
    /// The waiting screen.
    Welcome {
        /// What this is, in pictures: three or four steps.
        points: Vec<Point>,
        /// Free of charge; beware of brokers.
        notice: Point,
        /// Begins a claim.
        begin: Button,
        /// Goes on with an earlier one.
        resume: Button,
        /// Begins in another language.
        languages: Vec<Button>,
        /// For who wants to know first: how it goes, which documents, practice.
        more: Vec<Button>,
    },
    /// How a claim goes, in pictures that are read from the first to the last.
    Story {
        /// The pictures, with their words; `icon` names the picture.
        panels: Vec<Point>,
        /// What can be done from here, such as printing it.
        others: Vec<Button>,
    },
    /// Documents with their pictures, to look at.
    Documents {
        /// The documents.
        items: Vec<DocumentCard>,
        /// What can be done from here, such as printing the list.
        others: Vec<Button>,
    },
    /// Language, size of type, contrast: groups side by side, applied at once.
    Preferences {
        /// The groups.
        groups: Vec<ChoiceGroup>,
        /// A sentence to read in the chosen size.
        sample: String,
    },
    /// Things to know before agreeing: consent, declaration.
    Points {
        /// The statements.
        points: Vec<Point>,
    },
    /// A question with a few answers; touching one answers.
    Choices {
        /// The answers, grouped.
        groups: Vec<ChoiceGroup>,
    },
    /// The documents, each with "I have it" and "I don't".
    Checklist {
        /// The documents.
        items: Vec<ChecklistItem>,
    },
    /// One thing to type.
    Field(Field),
    /// The camera, live.
    Capture {
        /// Shape of what is held under the camera, drawn as an outline.
        shape: Shape,
        /// What the camera can do now.
        camera: CameraView,
        /// One piece of advice, or what is wrong with the camera and what happens next.
        advice: String,
        /// Picture beside it; a name of the icon set in the user interface.
        icon: String,
        /// The picture was taken and is being looked at; the live picture stands still.
        frozen: bool,
        /// Takes the picture; absent while there is no live picture.
        shoot: Option<Button>,
        /// Other ways on: bring it physically, call an assistant.
        others: Vec<Button>,
    },
    /// The picture just taken.
    Picture {
        /// Address of the picture.
        image: String,
        /// What it shows, for screen readers.
        image_label: String,
        /// Shape of the document.
        shape: Shape,
        /// Whether it can be read.
        good: bool,
        /// That in words, with what to do.
        verdict: Point,
        /// Uses it; absent while a better one is asked for.
        keep: Option<Button>,
        /// Takes another.
        retake: Button,
        /// Words on the control that enlarges, and on the one that goes back.
        enlarge: String,
        /// Closes the enlarged picture.
        close: String,
    },
    /// The pages of a document that may have several, and whether there is another one.
    Pages {
        /// The pages so far.
        pages: Vec<DocumentPage>,
        /// Takes the next one; absent where there cannot be more.
        another: Option<Button>,
        /// That is all.
        done: Button,
        /// Words on the control that enlarges, and on the one that goes back.
        enlarge: String,
        /// Closes the enlarged picture.
        close: String,
    },
    /// All answers, each with "change".
    Answers {
        /// Answers by subject.
        groups: Vec<AnswerGroup>,
        /// What does not go together; it stops nobody.
        warnings: Vec<String>,
    },
    /// What was read from a document, beside its picture, to be agreed to at a glance.
    Reading {
        /// Address of the picture.
        image: String,
        /// What it shows, for screen readers.
        image_label: String,
        /// Shape of the document.
        shape: Shape,
        /// What was read, each with "change".
        rows: Vec<Answer>,
        /// What does not go together; it stops nobody.
        warnings: Vec<String>,
        /// Words on the control that enlarges, and on the one that goes back.
        enlarge: String,
        /// Closes the enlarged picture.
        close: String,
    },
    /// The code of an earlier claim is being looked for by the camera, or typed.
    Scan {
        /// What the camera can do now.
        camera: CameraView,
        /// What to do.
        advice: String,
        /// Types the code instead.
        type_code: Button,
    },
    /// The end: number, date, place, and the paper.
    Ticket {
        /// The number, as large as it goes.
        number: String,
        /// What the number is.
        number_label: String,
        /// Date, time, place.
        rows: Vec<LabelledValue>,
        /// How far the officers are, for who comes back; empty before.
        checks: Vec<LabelledValue>,
        /// Takes the documents again that an officer wants; absent where none is wanted.
        asked: Option<Button>,
        /// What to bring.
        bring: ChecklistText,
        /// What the paper does.
        paper: Paper,
        /// That in words.
        paper_text: String,
        /// Prints once more, where that makes sense.
        print_again: Option<Button>,
        /// Finishes; the screen is wiped.
        done: Button,
    },
    /// A statement with ways on.
    Notice {
        /// Name of the icon.
        icon: String,
        /// A number that has to be remembered.
        number: Option<LabelledValue>,
        /// What happened and what happens next, in short paragraphs.
        paragraphs: Vec<String>,
        /// Ways on; the first is the one most people want.
        buttons: Vec<Button>,
    },
}

/// A heading with short lines.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "screen.ts")]
pub struct ChecklistText {
    /// The heading.
    pub label: String,
    /// The lines.
    pub lines: Vec<String>,
}

/// A document to look at.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "screen.ts")]
pub struct DocumentCard {
    /// Code of the document; also the name of its picture.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it is and where to find it.
    pub note: String,
    /// "Required" or "if you have it".
    pub need: String,
}

/// A document of the checklist.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "screen.ts")]
pub struct ChecklistItem {
    /// Code of the document; also the name of its picture.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it is and where to find it.
    pub note: String,
    /// "Required" or "if you have it".
    pub need: String,
    /// The answer so far.
    pub have: Option<bool>,
    /// "I have it".
    pub yes: Button,
    /// "I don't".
    pub no: Button,
}

/// One thing to type.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "screen.ts")]
pub struct Field {
    /// Stable name.
    pub id: String,
    /// What to type, as the label of the field.
    pub label: String,
    /// Which keyboard.
    pub keyboard: Keyboard,
    /// What has been typed so far.
    pub typed: String,
    /// Sizes of the groups in which digits are shown, such as `[4, 4, 4, 4]`; empty for none. They set the
    /// number of characters that can be seen, never what can be typed.
    pub groups: Vec<u8>,
    /// Words under each group (day, month, year); empty for none.
    pub group_labels: Vec<String>,
    /// What goes between the groups.
    pub separator: String,
    /// An example to read, such as `0812 3456 7890`.
    pub example: Option<String>,
    /// Name of the picture that shows where it stands on the card.
    pub picture: Option<String>,
    /// Words under the picture.
    pub picture_label: Option<String>,
    /// Address of the picture of the participant's own document on which it stands, in place of `picture`.
    pub image: Option<String>,
    /// Says that what stands in the field was read from that document; it goes once something else is typed.
    pub read: Option<String>,
    /// What is wrong, and what to do.
    pub problem: Option<String>,
    /// A question or hint that does not stop anyone.
    pub warning: Option<String>,
    /// What the number says, so that a mistake is seen: `Kabupaten Malang, perempuan`.
    pub comfort: Option<String>,
    /// Words for the keys that carry no letter.
    pub keys: KeyNames,
}

/// Which keyboard is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "screen.ts")]
pub enum Keyboard {
    /// Ten digits.
    Digits,
    /// Letters for names, upper case.
    Name,
    /// Letters and digits for codes.
    Code,
}

/// Words for the keys that carry no letter.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "screen.ts")]
pub struct KeyNames {
    /// Takes the last character away.
    pub erase: String,
    /// Takes all away.
    pub clear: String,
    /// A space.
    pub space: String,
}

/// Shape of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "screen.ts")]
pub enum Shape {
    /// ID-1, 85.60 × 53.98 mm (ISO/IEC 7810).
    Card,
    /// A4 upright.
    Sheet,
    /// A4 lying.
    WideSheet,
    /// An open bank book.
    Book,
    /// A face.
    Face,
}

/// What the camera can do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "screen.ts")]
pub enum CameraView {
    /// Being opened.
    Starting,
    /// Pictures come.
    Live,
    /// Not there, or not answering.
    Missing,
}

/// What the paper of a ticket does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "screen.ts")]
pub enum Paper {
    /// On its way.
    Printing,
    /// In the participant's hand.
    Printed,
    /// It did not come; the number is on the screen.
    Failed,
}

/// A page of a document.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "screen.ts")]
pub struct DocumentPage {
    /// Which page it is.
    pub label: String,
    /// Address of the picture.
    pub image: String,
    /// Takes it again.
    pub retake: Button,
}

/// Answers about one subject.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "screen.ts")]
pub struct AnswerGroup {
    /// The subject.
    pub title: String,
    /// Its answers.
    pub rows: Vec<Answer>,
}

/// One answer that can be changed.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "screen.ts")]
pub struct Answer {
    /// The question in a few words.
    pub label: String,
    /// The answer.
    pub value: String,
    /// Address of a small picture of the page.
    pub image: Option<String>,
    /// Goes there to change it.
    pub change: Button,
}

/// A message about the whole screen.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "screen.ts")]
pub struct Banner {
    /// Name of the icon.
    pub icon: String,
    /// The message.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
}

/// How a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export, export_to = "screen.ts")]
pub enum Tone {
    /// Good to know.
    Info,
    /// Something needs care.
    Care,
}

/// What lies over a screen.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "screen.ts")]
pub struct Overlay {
    /// Stable name such as `idle` or `assistant`.
    pub name: String,
    /// Name of the icon.
    pub icon: String,
    /// A few words.
    pub title: String,
    /// What happens next.
    pub paragraphs: Vec<String>,
    /// Seconds left, shown large, for the idle warning.
    pub seconds_left: Option<u32>,
    /// Seconds there were in all, for the ring around them.
    pub seconds_total: Option<u32>,
    /// A number or code to show.
    pub number: Option<LabelledValue>,
    /// Ways on; the first is the one most people want.
    pub buttons: Vec<Button>,
}
