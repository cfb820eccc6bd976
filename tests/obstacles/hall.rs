//! The hall as a kiosk sees it, for the rows that are about numbers: real rules on a real store.

use crate::play::Play;
use claim::{Claim, TicketKind};
use jiff::civil::{Date, DateTime};
use jiff::tz::{TimeZone, offset};
use jiff::{Timestamp, Zoned};
use journey::{Case, HallView};
use queue::{By, Hall, HallRules, Ticket, Wish, offer};
use store::Store;

pub fn kiosk() -> By {
    By::machine("kiosk-1")
}

pub fn officer() -> By {
    By::officer("cs-1", 1)
}

pub fn zoned(at: DateTime) -> Zoned {
    at.to_zoned(TimeZone::fixed(offset(7))).unwrap()
}

pub fn moment(at: DateTime) -> Timestamp {
    zoned(at).timestamp()
}

/// A branch with a store of its own, and the rules of the configuration of the kiosk.
pub struct Branch {
    pub store: Store,
    pub rules: HallRules,
}

impl Branch {
    pub fn of(play: &Play) -> Self {
        Self { store: Store::in_memory().unwrap(), rules: play.config.hall() }
    }

    /// Somebody takes a number for the counter.
    pub fn take(&mut self, series: char, day: Date, at: DateTime) -> Ticket {
        let wish = Wish {
            kind: TicketKind::Counter,
            series,
            day,
            appointment: None,
            priority: series == 'P',
            quota: self.rules.quota(series, day),
        };
        let ticket = self.store.reserve(&wish, None, &kiosk(), moment(at)).unwrap();
        self.store.printed(ticket.id, &kiosk(), moment(at)).unwrap()
    }

    /// What the kiosk shows of the hall, for the holder of a number.
    pub fn view(&self, play: &Play, number: Option<&Ticket>) -> HallView {
        let mut left = |day| self.store.floor(day).unwrap().remaining(&self.rules, 'B');
        let offer = offer(&play.config.calendar(), play.now, play.config.queue.days_ahead, &mut left);
        let now = zoned(play.now);
        let turn = number.and_then(|ticket| {
            let begins = zoned(ticket.on.to_datetime(play.config.branch.opens));
            self.store.floor(ticket.on).unwrap().turn(&self.rules, ticket.id, &now, &begins)
        });
        let outage = self.store.outage(now.timestamp()).unwrap();
        HallView {
            offer: Some(offer),
            outage: outage
                .map(|outage| outage.expected.map(|end| end.to_zoned(now.time_zone().clone()).datetime())),
            counter: number.cloned(),
            turn,
            ..HallView::default()
        }
    }
}

/// Who left comes back and scans the paper.
pub fn scans_the_paper(play: &mut Play) {
    let (id, events) = play.kept.clone().unwrap();
    let case = Case { id, claim: Claim::from_events(&events), practice: false };
    let outcome = journey::found(&play.state, Some(case), true, &play.world());
    play.follow(outcome);
}

/// All that a screen says.
pub fn said(play: &Play) -> String {
    format!("{:?}", play.screen())
}
