//! What a screen says to who cannot or does not want to read it: title, help, what is wrong, the middle, the buttons
//! that matter, and how to stop. Pure, from the drawn [`Screen`] alone.
//!
//! Numbers of identity, accounts and telephones are never said in full, not even into headphones: at most their last
//! four digits. What is about a person is said into headphones only: what was chosen or said, and what follows from it.
//! The day, the time and the number of a ticket are said aloud, as they are called out in the hall.

use crate::step::Step;
use crate::{
    Action, Answer, Body, Button, ChecklistItem, Choice, ChoiceGroup, DocumentCard, Field, Keyboard,
    LabelledValue, Overlay, Point, Screen, Words,
};

/// Digits in a row, with what people put between them, that make a number nobody else should hear.
const LONG_NUMBER: usize = 9;
/// Digits of a number that is told by its end; a shorter one would be told nearly whole.
const TOLD_BY_END: usize = 8;

/// One thing to say.
#[derive(Clone, PartialEq, Eq)]
pub struct Utterance {
    /// What is said; into headphones where it is personal.
    pub text: String,
    /// Whether it is about a person: never for the loudspeaker.
    pub personal: bool,
    /// What is said instead of something personal where there are no headphones; nothing where it is empty.
    pub aloud: Option<String>,
}

/// It may be about a person, so it does not print.
impl std::fmt::Debug for Utterance {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Utterance").field("personal", &self.personal).finish_non_exhaustive()
    }
}

/// One thing to say, and to whom.
#[derive(Clone, PartialEq, Eq)]
pub struct Part {
    /// What is said.
    pub text: String,
    /// Into headphones; otherwise through the loudspeaker.
    pub private: bool,
}

/// All that a screen says, in the language of `words`, which is that of the screen.
pub fn spoken(screen: &Screen, words: &Words<'_>) -> Vec<Utterance> {
    let mut saying = Saying { screen, words, said: vec![], follows: false };
    match &screen.overlay {
        Some(overlay) => saying.overlay(overlay),
        None => saying.screen(),
    }
    saying.say(&words.t("voice-stop"));
    saying.said
}

/// What is said where, with or without headphones: what is personal is announced, or left out with a sentence that
/// says so.
pub fn parts(said: Vec<Utterance>, headphones: bool, words: &Words<'_>) -> Vec<Part> {
    let mut parts = vec![];
    let mut told = false;
    for utterance in said {
        let aloud = match (utterance.personal, headphones) {
            (false, _) => Some(utterance.text),
            (true, true) => {
                if !std::mem::replace(&mut told, true) {
                    parts.push(Part { text: words.t("voice-headphones"), private: false });
                }
                parts.push(Part { text: utterance.text, private: true });
                None
            }
            (true, false) => utterance
                .aloud
                .or_else(|| (!std::mem::replace(&mut told, true)).then(|| words.t("voice-no-headphones"))),
        };
        let aloud = aloud.filter(|text| !text.is_empty());
        parts.extend(aloud.map(|text| Part { text, private: false }));
    }
    parts
}

struct Saying<'a> {
    screen: &'a Screen,
    words: &'a Words<'a>,
    said: Vec<Utterance>,
    /// Whether what is said now follows from what was answered, and so is personal.
    follows: bool,
}

/// Whether being on this screen, and all that it states, follows from what was answered.
fn follows_from_answers(screen: &Screen) -> bool {
    let Some(step) = Step::parse(&screen.name) else { return false };
    let counter = matches!(step, Step::CounterOnly | Step::OtherProgramme | Step::Jmo);
    counter || matches!(step, Step::NotYet | Step::Ready | Step::Missing | Step::Dormant)
}

impl Saying<'_> {
    fn screen(&mut self) {
        let screen = self.screen;
        let follows = follows_from_answers(screen);
        match screen.name.as_str() {
            _ if follows => self.personal(&screen.title, Some(self.words.t("voice-outcome"))),
            // Its title is the reason that was touched.
            "guide-documents" => self.personal(&screen.title, Some(self.words.t("guide-reasons-title"))),
            _ => self.say(&screen.title),
        }
        self.say_all(&screen.practice);
        self.follows = follows;
        self.say_all(&screen.help);
        self.follows = false;
        if let Some(banner) = &screen.banner {
            self.say(&banner.text);
        }
        self.follows = follows;
        self.body(&screen.body);
        self.follows = false;
        for button in [&screen.next, &screen.back, &screen.header.assistant, &screen.header.counter] {
            self.buttons(button);
        }
    }

    fn overlay(&mut self, overlay: &Overlay) {
        self.say(&overlay.title);
        self.say_all(&overlay.paragraphs);
        if let Some(seconds) = overlay.seconds_left {
            self.say(&self.words.filled("voice-seconds", &[("seconds", seconds.into())]));
        }
        self.labelled(&overlay.number);
        self.buttons(&overlay.buttons);
    }

    fn body(&mut self, body: &Body) {
        match body {
            Body::Welcome { points, notice, begin, resume, languages, more } => {
                self.points(points);
                self.points([notice]);
                self.buttons([begin, resume]);
                self.buttons(languages);
                self.buttons(more);
            }
            Body::Story { panels, others } => {
                self.points(panels);
                self.buttons(others);
            }
            Body::Documents { items, others } => {
                for DocumentCard { id: _, title, note, need } in items {
                    self.say_all([title, need, note]);
                }
                self.buttons(others);
            }
            Body::Preferences { groups, sample } => {
                self.choices(groups);
                self.say(sample);
            }
            Body::Points { points } => self.points(points),
            Body::Choices { groups } => self.choices(groups),
            Body::Checklist { items } => self.checklist(items),
            Body::Field(field) => self.field(field),
            Body::Capture { shape: _, camera: _, advice, icon: _, frozen: _, shoot, others } => {
                self.say(advice);
                self.buttons(shoot);
                self.buttons(others);
            }
            Body::Picture { image_label, verdict, keep, retake, .. } => {
                self.say(image_label);
                self.points([verdict]);
                self.buttons(keep);
                self.buttons([retake]);
            }
            Body::Reading { image_label, rows, warnings, .. } => {
                self.say(image_label);
                rows.iter().for_each(|row| self.answer(row));
                warnings.iter().for_each(|warning| self.personal(warning, None));
                self.buttons(rows.iter().map(|row| &row.change).take(1));
            }
            Body::Pages { pages, another, done, .. } => {
                self.say_all(pages.iter().map(|page| &page.label));
                self.buttons(another);
                self.buttons([done]);
            }
            Body::Answers { groups, warnings } => {
                warnings.iter().for_each(|warning| self.personal(warning, None));
                for group in groups {
                    self.personal(&group.title, None);
                    group.rows.iter().for_each(|row| self.answer(row));
                }
                let rows = groups.iter().flat_map(|group| &group.rows);
                self.buttons(rows.map(|row| &row.change).take(1));
            }
            Body::Scan { camera: _, advice, type_code } => {
                self.say(advice);
                self.buttons([type_code]);
            }
            Body::Ticket {
                number,
                number_label,
                rows,
                checks,
                asked,
                bring,
                paper: _,
                paper_text,
                print_again,
                done,
            } => {
                self.say(number_label);
                self.value(number);
                self.labelled(rows);
                checks.iter().for_each(|row| self.personal(&format!("{}: {}", row.label, row.value), None));
                self.buttons(asked);
                self.say(&bring.label);
                bring.lines.iter().for_each(|line| self.personal(line, None));
                self.say(paper_text);
                self.buttons([done]);
                self.buttons(print_again);
            }
            Body::Notice { icon: _, number, paragraphs, buttons } => {
                self.labelled(number);
                self.say_all(paragraphs);
                self.buttons(buttons);
            }
        }
    }

    /// Says something that everybody may hear, unless it follows from the answers. The code of the claim opens it, so
    /// it is told to its owner only.
    fn say(&mut self, text: &str) {
        let text = text.trim_start_matches('•').trim();
        if text.is_empty() {
            return;
        }
        let code = self.screen.header.code.as_ref().map(|code| code.value.as_str());
        match code.filter(|code| !code.is_empty() && text.contains(code)) {
            Some(code) => {
                let shown = text.replace(code, &self.words.t("voice-code-shown"));
                let aloud = (!self.follows).then_some(shown);
                self.personal(&text.replace(code, &spelled(self.words, code)), aloud);
            }
            None if self.follows => self.personal(text, None),
            None => {
                self.said.push(Utterance { text: without_numbers(text), personal: false, aloud: None });
            }
        }
    }

    fn say_all<T: AsRef<str>>(&mut self, texts: impl IntoIterator<Item = T>) {
        texts.into_iter().for_each(|text| self.say(text.as_ref()));
    }

    /// Says something about a person, and `aloud` where others would hear it.
    fn personal(&mut self, text: &str, aloud: Option<String>) {
        self.said.push(Utterance { text: without_numbers(text), personal: true, aloud });
    }

    fn points<'p>(&mut self, points: impl IntoIterator<Item = &'p Point>) {
        points.into_iter().for_each(|point| self.say_all([&point.title, &point.text]));
    }

    fn buttons<'b>(&mut self, buttons: impl IntoIterator<Item = &'b Button>) {
        let named = |label: &str| self.words.filled("voice-button", &[("label", label.into())]);
        for Button { label, action, .. } in buttons {
            match action {
                // What was read from a document is agreed to; aloud, it is called the same whatever stands there.
                Action::Answer { .. } => {
                    self.personal(&named(label), Some(named(&self.words.t("button-next"))))
                }
                _ if !self.follows => self.say(&named(label)),
                // Whatever was answered, they are called the same.
                Action::CounterTicket | Action::Leave => self.personal(&named(label), Some(named(label))),
                Action::Next => self.personal(&named(label), Some(named(&self.words.t("button-next")))),
                _ => self.personal(&named(label), None),
            }
        }
    }

    /// What is chosen is said after all choices, so that no gap among them tells it to who does not wear the headphones.
    fn choices(&mut self, groups: &[ChoiceGroup]) {
        let mut answers = vec![];
        for ChoiceGroup { label, choices } in groups {
            self.say(label);
            for Choice { button: Button { label, action, .. }, note, chosen, enabled: _ } in choices {
                let seen_by_all = matches!(
                    action,
                    Action::Language { .. } | Action::TextSize { .. } | Action::Contrast { .. }
                );
                match *chosen && seen_by_all {
                    true => self.say(&self.words.filled("voice-chosen", &[("label", label.into())])),
                    false => self.say(label),
                }
                answers.extend((*chosen && !seen_by_all).then_some(label));
                self.say_all(note);
            }
        }
        for answer in answers {
            let answer = self.words.filled("voice-answer", &[("label", answer.into())]);
            self.personal(&answer, Some(String::new()));
        }
    }

    fn checklist(&mut self, items: &[ChecklistItem]) {
        for item in items {
            self.say_all([&item.title, &item.need, &item.note]);
            let said = item.have.map(|have| if have { &item.yes.label } else { &item.no.label });
            match said {
                Some(label) => {
                    self.personal(&self.words.filled("voice-answer", &[("label", label.into())]), None);
                }
                None => self.say(&self.words.t("voice-empty")),
            }
        }
        self.buttons(items.iter().take(1).flat_map(|item| [&item.yes, &item.no]));
    }

    fn field(&mut self, field: &Field) {
        self.say_all(&field.problem);
        self.say_all(&field.warning);
        self.say(&field.label);
        self.entered(field);
        // Whether it was read or changed by hand is nobody else's business.
        if let Some(read) = &field.read {
            self.personal(read, Some(String::new()));
        }
        if let Some(comfort) = &field.comfort {
            self.personal(comfort, None);
        }
        // A number that nobody has helps nobody who hears it.
        self.say_all(field.example.as_ref().filter(|example| !has_long_number(example)));
        self.say_all(&field.picture_label);
    }

    /// What stands in a field.
    fn entered(&mut self, field: &Field) {
        let typed = field.typed.trim();
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        let hidden = self.words.t("voice-filled-aloud");
        let filled = |text: &str| self.words.filled("voice-filled", &[("text", text.into())]);
        match field.keyboard {
            _ if typed.is_empty() => self.say(&self.words.t("voice-empty")),
            Keyboard::Digits if !digits.is_empty() => {
                let count = i64::try_from(digits.len()).unwrap_or(i64::MAX);
                let counted = self.words.filled("voice-filled-number", &[("count", count.into())]);
                match self.end(&digits) {
                    Some(end) => self.personal(&format!("{counted} {end}"), Some(counted)),
                    None => self.say(&counted),
                }
            }
            Keyboard::Code if digits.len() < LONG_NUMBER => {
                self.personal(&filled(&spelled(self.words, typed)), Some(hidden));
            }
            Keyboard::Name => self.personal(&filled(typed), Some(hidden)),
            Keyboard::Digits | Keyboard::Code => self.say(&hidden),
        }
    }

    fn answer(&mut self, row: &Answer) {
        let Answer { label, value, image: _, change: _ } = row;
        self.personal(label, None);
        match (is_number(value), self.end(value)) {
            _ if value.trim().is_empty() => self.personal(&self.words.t("voice-empty"), None),
            (false, _) => self.personal(value, None),
            (true, Some(end)) => self.personal(&end, None),
            (true, None) => self.personal(&self.words.t("voice-filled-aloud"), None),
        }
    }

    /// A number by its last four digits.
    fn end(&self, number: &str) -> Option<String> {
        let digits: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
        let end: String = digits.get(digits.len().checked_sub(4)?..)?.iter().collect();
        let spelled = spelled(self.words, &end);
        (digits.len() >= TOLD_BY_END)
            .then(|| self.words.filled("voice-number-end", &[("digits", (&spelled).into())]))
    }

    fn labelled<'v>(&mut self, values: impl IntoIterator<Item = &'v LabelledValue>) {
        for LabelledValue { label, value } in values {
            self.say(label);
            self.value(value);
        }
    }

    /// A value: the number of a ticket sign by sign, a code to its owner, anything else as it is.
    fn value(&mut self, value: &str) {
        let ticket = value.contains('-') && !value.contains(|c: char| c.is_lowercase() || c == ' ');
        match ticket {
            true => self.say(&spelled(self.words, value)),
            false => self.say(value),
        }
    }
}

/// Sign by sign, digits in words: `A-012` is "A, nol, satu, dua".
fn spelled(words: &Words<'_>, text: &str) -> String {
    let digits = words.t("voice-digits");
    let names: Vec<&str> = digits.split_whitespace().collect();
    let sign = |c: char| match c.to_digit(10).and_then(|digit| names.get(digit as usize)) {
        Some(name) => (*name).to_owned(),
        None => c.to_string(),
    };
    text.chars().filter(|c| c.is_alphanumeric()).map(sign).collect::<Vec<_>>().join(", ")
}

/// Whether a value is nothing but a number: digits, and what people put between them.
fn is_number(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit()) && text.chars().all(in_number)
}

fn in_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, ' ' | '-' | '+' | '.')
}

fn has_long_number(text: &str) -> bool {
    without_numbers(text) != text
}

/// The text without numbers of [`LONG_NUMBER`] digits and more: whatever a screen shows, these are not said.
fn without_numbers(text: &str) -> String {
    let long = |run: &str| run.chars().filter(char::is_ascii_digit).count() >= LONG_NUMBER;
    let mut kept = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let (run, after) = from.split_at(from.find(|c| !in_number(c)).unwrap_or(from.len()));
        kept.push_str(before);
        kept.push_str(if long(run) { "… " } else { run });
        rest = after;
    }
    kept + rest
}
