//! Whether somebody can claim today, and if not, from when or why not. Decided from the rules and from what the
//! participant says; the branch has the last word.

use crate::Rules;
use crate::rules::Reason;
use jiff::ToSpan;
use jiff::civil::Date;

/// Something that is asked before documents are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Old enough?
    Age,
    /// How long ago does the letter say the work ended?
    Ended,
    /// Has the employer reported it?
    Reported,
    /// Long enough a member?
    Years,
    /// Was a part paid earlier?
    Partial,
}

/// Since when something is so, as far as it was said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Since {
    /// Not asked, or not known.
    #[default]
    Unknown,
    /// Long enough for the rules on the day it was asked; that does not change any more.
    LongEnough,
    /// A day: of birth, of a letter.
    Day(Date),
}

/// What the participant said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Birth.
    pub born: Since,
    /// Date of the letter that ended the work.
    pub ended: Since,
    /// Whether the employer has reported that the work has ended.
    pub reported: Option<bool>,
    /// Whether a member for the years that the reason needs.
    pub long_member: Option<bool>,
    /// Whether a part was paid earlier.
    pub earlier_partial: Option<bool>,
}

/// Whether somebody can claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing said stands against it.
    Possible,
    /// Only the counter takes this reason.
    Counter,
    /// Old enough from this day on.
    AgeFrom(Date),
    /// The waiting time is over from this day on.
    WaitFrom(Date),
    /// The employer has not reported the end of the work.
    StillActive,
    /// Not a member for long enough.
    TooFewYears,
    /// A part can be had once only.
    OnceOnly,
}

impl Reason {
    /// What is asked before documents are looked at, in this order.
    pub fn questions(&self) -> Vec<Question> {
        if !self.online {
            return vec![];
        }
        let asked = [
            (self.min_age.is_some(), Question::Age),
            (self.wait_months > 0, Question::Ended),
            (self.work_ended, Question::Reported),
            (self.membership_years > 0, Question::Years),
            (self.partial, Question::Partial),
        ];
        asked.into_iter().filter_map(|(asked, question)| asked.then_some(question)).collect()
    }

    /// The latest birth date that is old enough on `today`.
    pub fn born_by(&self, today: Date) -> Option<Date> {
        today.checked_sub(i64::from(self.min_age?).years()).ok()
    }

    /// The latest date of a letter for which the waiting time is over on `today`.
    pub fn ended_by(&self, today: Date) -> Option<Date> {
        let mut by = today.checked_sub(i64::from(self.wait_months).months()).ok()?;
        // Letters of 28 to 31 January are all a month old on 28 February.
        while let Ok(later) = by.tomorrow()
            && self.first_day(later).is_some_and(|first| first <= today)
        {
            by = later;
        }
        Some(by)
    }

    /// The first day after the waiting time for a letter of this date.
    fn first_day(&self, letter: Date) -> Option<Date> {
        letter.checked_add(i64::from(self.wait_months).months()).ok()
    }

    /// Whether somebody of whom this is known can claim on `today`. Things that are not known stop nobody.
    pub fn verdict(&self, facts: &Facts, today: Date) -> Verdict {
        if !self.online {
            return Verdict::Counter;
        }
        if self.partial && facts.earlier_partial == Some(true) {
            return Verdict::OnceOnly;
        }
        if self.membership_years > 0 && facts.long_member == Some(false) {
            return Verdict::TooFewYears;
        }
        if let (Some(age), Since::Day(birth)) = (self.min_age, facts.born)
            && let Ok(birthday) = birth.checked_add(i64::from(age).years())
            && today < birthday
        {
            return Verdict::AgeFrom(birthday);
        }
        if let (1.., Since::Day(letter)) = (self.wait_months, facts.ended)
            && let Some(first) = self.first_day(letter)
            && today < first
        {
            return Verdict::WaitFrom(first);
        }
        if self.work_ended && facts.reported == Some(false) {
            return Verdict::StillActive;
        }
        Verdict::Possible
    }
}

impl Rules {
    /// As [`Reason::verdict`]; a reason that is not in the rules any more is for the counter.
    pub fn verdict(&self, reason: &str, facts: &Facts, today: Date) -> Verdict {
        self.reasons.get(reason).map_or(Verdict::Counter, |reason| reason.verdict(facts, today))
    }
}
