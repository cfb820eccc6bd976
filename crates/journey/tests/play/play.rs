//! A kiosk whose journal is a list: the participant's way, played without devices.

use claim::{CaseId, Claim, Event, TicketKind};
use jiff::civil::{Date, DateTime, Time};
use journey::state::Secret;
use journey::step::{NO, YES};
use journey::*;
use kiosk_config::Config;
use std::collections::BTreeMap;

#[path = "shipped.rs"]
mod shipped;
pub use shipped::{CONFIG, NOW, TEXTS};

/// A kiosk whose journal is a list.
pub struct Play {
    pub config: Config,
    pub state: State,
    pub camera: CameraView,
    /// What the camera sees.
    pub watching: Option<&'static str>,
    pub booked: BTreeMap<(Date, Time), u32>,
    pub hall: HallView,
    pub journal: Vec<Event>,
    pub kept: Option<(CaseId, Vec<Event>)>,
    pub printed: Vec<PaperKind>,
    pub delivered: u32,
    pub rated: Vec<(&'static str, u8)>,
    pub now: DateTime,
    /// What the next pictures are refused for.
    pub problems: Vec<String>,
}

impl Play {
    pub fn new() -> Self {
        Self {
            config: CONFIG.clone(),
            state: State::default(),
            camera: CameraView::Live,
            watching: None,
            booked: BTreeMap::new(),
            hall: HallView::default(),
            journal: vec![],
            kept: None,
            printed: vec![],
            delivered: 0,
            rated: vec![],
            now: NOW,
            problems: vec![],
        }
    }

    pub fn world(&self) -> World<'_> {
        World {
            config: &self.config,
            texts: &TEXTS,
            now: self.now,
            camera: self.camera,
            watching: self.watching,
            booked: &self.booked,
            hall: &self.hall,
        }
    }

    pub fn screen(&self) -> Screen {
        journey::screen(&self.state, &self.world())
    }

    pub fn claim(&self) -> &Claim {
        &self.state.case.as_ref().unwrap().claim
    }

    pub fn act(&mut self, action: Action) -> &mut Self {
        let screen = self.screen();
        let outcome = act(&self.state, &screen, &action, &self.world())
            .unwrap_or_else(|_| panic!("{action:?} is not offered on {}", screen.name));
        self.follow(outcome);
        self
    }

    pub fn follow(&mut self, outcome: Outcome) {
        if let Some(opening) = outcome.open {
            let opened = Event::Opened {
                rules: "2026.1".into(),
                kiosk: "kiosk-1".into(),
                token: "00ff".into(),
                code: "K7PM4QXT".into(),
            };
            let id = CaseId::from_random([7; 16]);
            self.state.case = Some(Case {
                id,
                claim: Claim::from_events([&opened]),
                practice: opening == Opening::Practice,
            });
            self.journal = vec![opened];
        }
        if let Some(case) = outcome.resume {
            self.journal = self.kept.take().map(|(_, events)| events).unwrap_or_default();
            self.state.case = Some(case);
        }
        let mut events = outcome.events;
        events.extend(outcome.booking.map(|(date, time)| Event::SlotBooked { date, time }));
        let today = self.now.date();
        events.extend(outcome.ticket.map(|ticket| {
            let slot = self.claim().slot.filter(|_| ticket == TicketKind::Interview);
            let date = slot.map_or(today, |slot| slot.date);
            Event::TicketReserved { ticket, number: "A-001".into(), date }
        }));
        for event in events {
            // What is in the journal can be read back.
            let json = serde_json::to_string(&event).unwrap();
            let event: Event = serde_json::from_str(&json).unwrap();
            self.state.case.as_mut().unwrap().claim.apply(&event);
            self.journal.push(event);
        }
        self.state.view = outcome.view;
        for effect in outcome.effects {
            self.carry_out(effect);
        }
        if outcome.wipe {
            let case = self.state.case.take().map(|case| case.id);
            self.kept = case.map(|case| (case, std::mem::take(&mut self.journal)));
        }
    }

    pub fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Print(paper) => {
                self.printed.push(paper);
                self.state.view.printing = false;
                if let PaperKind::Ticket(ticket) = paper {
                    self.state.case.as_mut().unwrap().claim.apply(&Event::TicketPrinted { ticket });
                }
            }
            Effect::Rate { element, score } => self.rated.push((element, score)),
            Effect::Deliver => self.delivered += 1,
            Effect::Shoot { document } => {
                let case = self.state.case.as_mut().unwrap();
                let page = case.claim.pages_taken;
                let problems = self.problems.clone();
                let taken = Event::PageTaken {
                    document,
                    page,
                    problems,
                    width: 1,
                    height: 1,
                    bytes: 1,
                    original: Some(page + 1),
                    corners: None,
                    at: self.state.view.retaking.unwrap_or(0),
                };
                case.claim.apply(&taken);
                self.journal.push(taken);
                self.state.view.retaking = None;
            }
            Effect::FindCode(Secret(code)) => {
                let found = self.kept.as_ref().filter(|_| code == "K7PM4QXT").map(|(id, events)| Case {
                    id: id.clone(),
                    claim: Claim::from_events(events),
                    practice: false,
                });
                let outcome = journey::found(&self.state, found, false, &self.world());
                self.follow(outcome);
            }
        }
    }

    pub fn answer(&mut self, text: &str) -> &mut Self {
        self.act(Action::Answer { text: text.into() })
    }

    pub fn choose(&mut self, id: &str) -> &mut Self {
        self.act(Action::Choose { id: id.into() })
    }

    pub fn at(&mut self, name: &str) -> &mut Self {
        assert_eq!(self.screen().name, name);
        self
    }

    pub fn snap(&mut self, document: &str) -> &mut Self {
        self.at(&format!("capture-{document}")).act(Action::Shoot);
        self.at(&format!("picture-{document}")).act(Action::Keep)
    }

    /// The newest picture of a document has been read, with 90 % confidence.
    pub fn read(&mut self, document: &str, fields: &[(&str, &str)]) -> &mut Self {
        let sure: Vec<_> = fields.iter().map(|(field, text)| (*field, *text, 0.9)).collect();
        self.read_as(document, None, &sure)
    }

    /// As [`Play::read`], with what it looks like and confidences of their own.
    pub fn read_as(
        &mut self,
        document: &str,
        looks_like: Option<&str>,
        fields: &[(&str, &str, f32)],
    ) -> &mut Self {
        let fields: Vec<_> =
            fields.iter().map(|(field, text, sure)| (*field, (*text).to_owned(), *sure)).collect();
        let claim = self.claim();
        let pages = &claim.pages[document];
        let page = pages.candidate.as_ref().or(pages.kept.as_ref().map(|(kept, _)| kept)).unwrap().page;
        let other = looks_like.map(str::to_owned);
        let event = reading::event(document, page, other, &fields, claim, &self.world());
        self.state.case.as_mut().unwrap().claim.apply(&event);
        self.journal.push(event);
        self
    }

    pub fn until_reason(&mut self) -> &mut Self {
        self.act(Action::Begin)
            .at("preferences")
            .act(Action::Next)
            .at("overview")
            .act(Action::Next)
            .at("consent")
            .act(Action::Next)
            .at("reason")
    }

    /// The first minute: resigned long ago, reported by the employer.
    pub fn until_checklist(&mut self) -> &mut Self {
        self.until_reason()
            .choose("resign")
            .at("ended")
            .choose(YES)
            .at("reported")
            .choose(YES)
            .at("checklist")
    }

    pub fn say_of_all(&mut self, have: impl Fn(&str) -> bool) -> &mut Self {
        let Body::Checklist { items } = self.screen().body else { panic!("no checklist") };
        for item in items {
            let have = have(&item.id);
            self.act(Action::Have { document: item.id, have });
        }
        self
    }

    pub fn until_ktp(&mut self) -> &mut Self {
        self.until_checklist().say_of_all(|document| document != "kk" && document != "npwp");
        self.act(Action::Next).at("balance").choose("up_to_50").at("partial").choose(NO);
        self.at("ready").act(Action::Next).at("capture-ktp")
    }

    pub fn until_name(&mut self) -> &mut Self {
        self.until_ktp().snap("ktp").at("name")
    }

    pub fn until_answers(&mut self) -> &mut Self {
        self.until_name().answer("Siti Contoh").at("nik").answer("3507155208790001").at("birth-date");
        self.answer("12081979").snap("kpj_card").at("kpj").answer("19012345678").at("cards").choose("1");
        self.snap("bank_book").at("bank").choose("002").at("account").answer("012345678901234");
        self.at("last-use").choose("active").at("phone").answer("081234567890");
        self.snap("resignation_letter").snap("paklaring").snap("photo");
        self.at("answers")
    }

    pub fn until_slot(&mut self) -> &mut Self {
        self.until_answers().act(Action::Next).at("declaration").act(Action::Next).at("day");
        self.choose("2026-09-11").at("slot")
    }
}
