//! The hall as this kiosk sees it: numbers that are left, when one is called, an outage.

use super::Kiosk;
use crate::slips::Expected;
use claim::{CaseId, Claim, Event, TicketKind, TicketState};
use jiff::Zoned;
use jiff::civil::Date;
use journey::{Case, HallView};
use log::{error, info};
use queue::{By, Hall, HallError, Offer, Outage, Ticket, TicketId, Turn};
use std::time::Duration;

/// An estimate may be as old as this.
const OLD: Duration = Duration::from_secs(10);

/// What is known of the hall, and when it was looked at.
#[derive(Default)]
pub(super) struct Known {
    pub view: HallView,
    /// Version of the tickets, case at the screen, whether it has a number.
    of: Option<(i64, Option<CaseId>)>,
    at: Duration,
    /// Day on which it was last looked for tickets of earlier days.
    day: Option<Date>,
}

impl Kiosk {
    /// Looks at the hall again where something has changed. Says whether people see a difference.
    pub(super) fn look_at_the_hall(&mut self) -> bool {
        self.begin_the_day();
        let case = self.state.case.as_ref().filter(|case| !case.practice).map(|case| case.id.clone());
        let of = self.store.version().ok().map(|version| (version, case));
        let now = self.clock.running();
        if self.hall.of.is_some() && of == self.hall.of && now.saturating_sub(self.hall.at) < OLD {
            return false;
        }
        let view = self.view_of_hall(self.state.case.as_ref());
        let other = view != self.hall.view;
        (self.hall.view, self.hall.of, self.hall.at) = (view, of, now);
        other
    }

    /// The hall for a case. What cannot be read is left out: a number is given all the same.
    pub(super) fn view_of_hall(&self, case: Option<&Case>) -> HallView {
        self.try_view(case).unwrap_or_else(|error| {
            error!(role = "kiosk", disposition = "failure", why:% = error; "hall");
            HallView::default()
        })
    }

    fn try_view(&self, case: Option<&Case>) -> Result<HallView, HallError> {
        let now = self.clock.zoned();
        let outage = self.store.outage(now.timestamp())?;
        let counter_series = self.config.queue.counter_series.chars().next().unwrap_or('B');
        let mut view = HallView {
            offer: Some(self.offer(counter_series)),
            outage: outage.map(|outage| outage.expected.map(|end| self.clock.local_at(end))),
            ..HallView::default()
        };
        let Some(case) = case.filter(|case| !case.practice) else { return Ok(view) };
        view.interview = self.ticket_of(&case.claim, TicketKind::Interview)?;
        view.counter = self.ticket_of(&case.claim, TicketKind::Counter)?;
        if let Some(ticket) = &view.counter {
            view.turn = self.turn(ticket, outage)?;
        }
        Ok(view)
    }

    /// When a ticket is called: from the opening of its day, or the end of an outage.
    fn turn(&self, ticket: &Ticket, outage: Option<Outage>) -> Result<Option<Turn>, HallError> {
        let now = self.clock.zoned();
        let zone = now.time_zone().clone();
        let opens = ticket.on.to_datetime(self.config.branch.opens).to_zoned(zone.clone());
        let opens = opens.unwrap_or_else(|_| now.clone());
        let end = outage.and_then(|outage| outage.expected).map(|end| end.to_zoned(zone));
        let begins = end.into_iter().fold(opens, Zoned::max);
        Ok(self.store.floor(ticket.on)?.turn(&self.config.hall(), ticket.id, &now, &begins))
    }

    /// What the paper of a number for the counter says of its turn.
    pub(super) fn expected(&self, claim: &Claim) -> Option<Expected> {
        let outage = self.store.outage(self.clock.timestamp()).ok()?;
        let ticket = self.ticket_of(claim, TicketKind::Counter).ok()??;
        let turn = self.turn(&ticket, outage).ok()??;
        let back_by = (turn.back_at > self.clock.local()).then_some(turn.back_at.time());
        Some(Expected { ahead: turn.ahead, about: turn.at.time(), back_by })
    }

    fn ticket_of(&self, claim: &Claim, kind: TicketKind) -> Result<Option<Ticket>, HallError> {
        let Some(ticket) = claim.ticket(kind) else { return Ok(None) };
        match ticket.number.parse() {
            Ok(number) => self.store.ticket(TicketId { day: ticket.date, number }),
            Err(_) => Ok(None),
        }
    }

    /// Whether a number of a series can be taken now, and for which day.
    pub(super) fn offer(&self, series: char) -> Offer {
        let rules = self.config.hall();
        let mut left = |day: Date| {
            rules.quota(series, day)?;
            self.store.floor(day).ok()?.remaining(&rules, series)
        };
        queue::offer(&self.config.calendar(), self.clock.local(), self.config.queue.days_ahead, &mut left)
    }

    /// On a new working day what was not reached is carried over to it.
    fn begin_the_day(&mut self) {
        let now = self.clock.zoned();
        if self.hall.day == Some(now.date()) || !self.config.calendar().works_on(now.date()) {
            return;
        }
        let by = By::machine(&self.config.kiosk.id);
        match self.store.new_day(&by, &now) {
            Ok(carried) => {
                self.hall.day = Some(now.date());
                info!(role = "kiosk", disposition = "success", tickets = carried.len(); "new_day");
            }
            Err(error) => error!(role = "kiosk", disposition = "failure", why:% = error; "new_day"),
        }
    }

    /// Numbers whose paper was on its way when the kiosk stopped: nobody knows whether it came. They wait like all others;
    /// who comes back with the code sees the number large and can print it again.
    pub(super) fn settle_numbers(&mut self) {
        let cases = self.store.cases_with_ticket().unwrap_or_else(|error| {
            error!(role = "kiosk", disposition = "failure", why:% = error; "store_trouble");
            vec![]
        });
        for case in cases {
            let Ok(Some(Case { claim, .. })) = self.load(Some(case.clone())) else { continue };
            for kind in [TicketKind::Interview, TicketKind::Counter] {
                if claim.ticket(kind).is_some_and(|ticket| ticket.state == TicketState::Reserved) {
                    self.record(&case, Event::TicketFailed { ticket: kind, why: "the kiosk stopped".into() });
                }
            }
        }
    }
}
