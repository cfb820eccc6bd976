//! The actions a screen offers: all its buttons. What lies over a screen makes the rest inert.

use crate::{Action, Body, Button, Screen};

/// All actions of the buttons that can be touched now.
pub fn actions(screen: &Screen) -> Vec<&Action> {
    buttons(screen).into_iter().map(|button| &button.action).collect()
}

/// All buttons that can be touched now.
pub fn buttons(screen: &Screen) -> Vec<&Button> {
    if let Some(overlay) = &screen.overlay {
        return overlay.buttons.iter().collect();
    }
    let header = &screen.header;
    let mut buttons: Vec<&Button> =
        [&header.assistant, &header.counter, &header.preferences, &header.voice, &header.leave]
            .into_iter()
            .chain([&screen.back, &screen.next])
            .flatten()
            .collect();
    match &screen.body {
        Body::Welcome { begin, resume, languages, more, .. } => {
            buttons.extend([begin, resume]);
            buttons.extend(languages);
            buttons.extend(more);
        }
        Body::Story { others, .. } | Body::Documents { others, .. } => buttons.extend(others),
        Body::Preferences { groups, .. } | Body::Choices { groups } => {
            let choices = groups.iter().flat_map(|group| &group.choices);
            buttons.extend(choices.filter(|choice| choice.enabled).map(|choice| &choice.button));
        }
        Body::Points { .. } | Body::Field(_) => {}
        Body::Checklist { items } => buttons.extend(items.iter().flat_map(|item| [&item.yes, &item.no])),
        Body::Capture { shoot, others, .. } => {
            buttons.extend(shoot);
            buttons.extend(others);
        }
        Body::Picture { keep, retake, .. } => {
            buttons.extend(keep);
            buttons.push(retake);
        }
        Body::Reading { rows, .. } => buttons.extend(rows.iter().map(|row| &row.change)),
        Body::Pages { pages, another, done, .. } => {
            buttons.extend(pages.iter().map(|page| &page.retake));
            buttons.extend(another);
            buttons.push(done);
        }
        Body::Answers { groups, .. } => {
            buttons.extend(groups.iter().flat_map(|group| &group.rows).map(|row| &row.change));
        }
        Body::Scan { type_code, .. } => buttons.push(type_code),
        Body::Ticket { asked, print_again, done, .. } => {
            buttons.extend(asked);
            buttons.extend(print_again);
            buttons.push(done);
        }
        Body::Notice { buttons: ways, .. } => buttons.extend(ways),
    }
    buttons
}
