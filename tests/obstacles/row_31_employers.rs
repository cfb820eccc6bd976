//! Weak outreach to employers: who cannot claim because the employer has not reported the end of the work leaves with a
//! leaflet for that employer.

use crate::play::Play;
use journey::{Action, PaperKind};

#[test]
fn who_is_still_reported_as_working_leaves_with_a_leaflet_for_the_employer() {
    let mut play = Play::new();
    play.until_reason().choose("pkwt").choose("no").at("not-yet").act(Action::PrintAgain);
    assert_eq!(play.printed.last(), Some(&PaperKind::Employer));
}
