//! Nothing personal stays longer than it is needed (UU 27/2022 art. 42 to 44): what the consent promises.
//!
//! - The untouched pictures go when the claim is handed over; the pages made of them when its day is over.
//! - A claim with an interview or a repair goes `rules.limits.draft_days` working days after it, another one as long after
//!   its last event. Both follow design choices until head office rules otherwise.

use super::Kiosk;
use claim::{CaseId, Claim, Event, PageId};
use jiff::civil::Date;
use kiosk_config::Config;
use log::{error, info};
use std::time::Duration;
use store::StoreError;

/// How often it is looked for.
pub(super) const EVERY: Duration = Duration::from_secs(3600);

/// What is to go.
#[derive(Debug, PartialEq, Eq)]
enum Due {
    Nothing,
    Pictures,
    Everything,
}

fn due(claim: &Claim, last_event: Date, today: Date, config: &Config) -> Due {
    let dated = claim.slot.map(|slot| slot.date).into_iter().chain(claim.repair);
    let needed_on = dated.fold(last_event, Date::max);
    let until = queue::working_days_after(&config.calendar(), needed_on, config.rules.limits.draft_days);
    let handed_over = claim.delivered.is_some() && !claim.wants_delivery();
    if claim.interview.is_some() && !handed_over {
        Due::Nothing
    } else if today > until {
        Due::Everything
    } else if handed_over && today > last_event {
        Due::Pictures
    } else {
        Due::Nothing
    }
}

/// The untouched pictures that nobody needs any more: none while something is not handed over yet, and not the one that
/// is being looked at.
fn handed_over(events: &[Event]) -> Vec<PageId> {
    let claim = Claim::from_events(events);
    if claim.delivered.is_none() || claim.wants_delivery() {
        return vec![];
    }
    let looked_at = |page: &PageId| {
        claim.pages.values().any(|pages| pages.candidate.as_ref().is_some_and(|at| at.page == *page))
    };
    let originals = events.iter().filter_map(|event| match event {
        Event::PageTaken { page, original, .. } if !looked_at(page) => *original,
        _ => None,
    });
    originals.collect()
}

impl Kiosk {
    /// Erases what is due. The case at the screen is left alone.
    pub(super) fn erase_what_is_due(&mut self) {
        if let Err(error) = self.try_to_erase() {
            error!(role = "kiosk", disposition = "failure", why:% = error; "store_trouble");
        }
    }

    /// Erases the untouched pictures of a claim that was handed over: the pages made of them are in the packet.
    pub(super) fn erase_originals(&mut self, case: &CaseId) {
        let erased = self.store.events(case).and_then(|events| {
            let events: Vec<Event> = events.into_iter().map(|recorded| recorded.event).collect();
            self.store.erase_some(case, &handed_over(&events))
        });
        if let Err(error) = erased {
            error!(role = "kiosk", disposition = "failure", why:% = error; "store_trouble");
        }
    }

    fn try_to_erase(&mut self) -> Result<(), StoreError> {
        let today = self.clock.local().date();
        for (id, last_event) in self.store.live_cases()? {
            let last_event = self.clock.local_at(last_event).date();
            // Nothing is due on the day itself.
            if last_event >= today || self.state.case.as_ref().is_some_and(|open| open.id == id) {
                continue;
            }
            match self.erase_of(&id, last_event, today) {
                Ok(true) => info!(role = "kiosk", disposition = "success"; "erased"),
                Ok(false) => {}
                // One case that cannot be read keeps no other one here.
                Err(error) => error!(role = "kiosk", disposition = "failure", why:% = error; "store_trouble"),
            }
        }
        Ok(())
    }

    /// Whether anything of a case was erased.
    fn erase_of(&mut self, id: &CaseId, last_event: Date, today: Date) -> Result<bool, StoreError> {
        let Some(case) = self.load(Some(id.clone()))? else { return Ok(false) };
        match due(&case.claim, last_event, today, self.edition_of(&case.claim).config()) {
            Due::Nothing => Ok(false),
            Due::Pictures => Ok(self.store.erase_pages(id)? > 0),
            Due::Everything => self.store.erase(id).map(|()| true),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use claim::TicketKind;
    use jiff::civil::{date, time};
    use std::path::Path;

    fn config() -> Config {
        kiosk_config::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../kiosk-config/files")).unwrap()
    }

    fn with_ticket(delivered: bool) -> Claim {
        let mut claim = Claim::from_events(&[
            Event::SlotBooked { date: date(2026, 9, 15), time: time(9, 0, 0, 0) },
            Event::TicketReserved {
                ticket: TicketKind::Interview,
                number: "A-001".into(),
                date: date(2026, 9, 10),
            },
        ]);
        if delivered {
            claim.apply(&Event::Delivered { revision: claim.revision });
        }
        claim
    }

    /// Thursday, 10 September 2026; three working days later is Tuesday the 15th.
    const DAY: Date = date(2026, 9, 10);

    #[test]
    fn an_unfinished_claim_goes_after_three_working_days() {
        let draft = Claim::default();
        assert_eq!(due(&draft, DAY, date(2026, 9, 15), &config()), Due::Nothing);
        assert_eq!(due(&draft, DAY, date(2026, 9, 16), &config()), Due::Everything);
    }

    #[test]
    fn a_claim_that_waits_for_a_repair_stays_until_days_after_it() {
        let repair = Claim { repair: Some(date(2026, 9, 15)), ..Claim::default() };
        assert_eq!(due(&repair, DAY, date(2026, 9, 18), &config()), Due::Nothing);
        assert_eq!(due(&repair, DAY, date(2026, 9, 19), &config()), Due::Everything);
    }

    #[test]
    fn pictures_that_were_handed_over_go_the_next_day_and_the_claim_after_its_interview() {
        let claim = with_ticket(true);
        assert_eq!(due(&claim, DAY, DAY, &config()), Due::Nothing);
        assert_eq!(due(&claim, DAY, date(2026, 9, 11), &config()), Due::Pictures);
        assert_eq!(due(&claim, DAY, date(2026, 9, 18), &config()), Due::Pictures);
        assert_eq!(due(&claim, DAY, date(2026, 9, 19), &config()), Due::Everything);
    }

    #[test]
    fn the_untouched_picture_of_a_page_that_was_not_handed_over_stays() {
        let taken = |page: PageId| Event::PageTaken {
            document: "ktp".into(),
            page,
            problems: vec![],
            width: 1,
            height: 1,
            bytes: 1,
            original: Some(page + 1),
            corners: None,
            at: 0,
        };
        let kept = || Event::PageKept { document: "ktp".into(), flagged: false };
        let ticket =
            Event::TicketReserved { ticket: TicketKind::Interview, number: "A-001".into(), date: DAY };
        let mut events = vec![taken(0), kept(), ticket];
        let delivered = |events: &[Event]| Event::Delivered { revision: Claim::from_events(events).revision };
        assert_eq!(handed_over(&events), Vec::<PageId>::new(), "nothing was delivered");
        events.push(delivered(&events));
        assert_eq!(handed_over(&events), [1]);
        events.push(taken(2));
        assert_eq!(handed_over(&events), [1], "the new one is being looked at");
        events.push(kept());
        assert_eq!(handed_over(&events), Vec::<PageId>::new(), "it is not in the packet yet");
        events.push(delivered(&events));
        assert_eq!(handed_over(&events), [1, 3]);
    }

    #[test]
    fn what_was_not_handed_over_stays() {
        assert_eq!(due(&with_ticket(false), DAY, date(2027, 9, 10), &config()), Due::Nothing);
    }
}
