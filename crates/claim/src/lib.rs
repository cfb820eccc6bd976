//! What a claim is: identifiers, rules, events, and folding events into a claim. Pure.

mod claim;
mod event;
pub mod identifiers;
pub mod rules;

pub use claim::{Candidate, Claim, Consent, Pages, Slot, Ticket, TicketState};
pub use event::{Actor, CaseId, CloseWay, Event, PageId, TicketKind};
pub use identifiers::{BankAccount, BirthDate, Kpj, Nik, PersonName, Phone};
pub use rules::Rules;
