//! What a claim is: identifiers, rules, events, and folding events into a claim. Pure.

mod claim;
pub mod eligibility;
mod event;
pub mod identifiers;
pub mod names;
mod reading;
pub mod regions;
pub mod rules;
pub mod satisfaction;
mod verification;

pub use claim::{Candidate, Claim, Consent, Pages, Slot, Ticket, TicketState};
pub use event::{Actor, CaseId, CloseWay, Event, PageId, TicketKind};
pub use identifiers::{BankAccount, BirthDate, Kpj, Nik, Npwp, PersonName, Phone, Sex};
pub use reading::{ReadField, Reading};
pub use rules::Rules;
pub use verification::{NotNow, Stage, WHY_AGAIN};
