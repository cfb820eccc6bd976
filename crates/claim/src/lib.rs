//! What a claim is: identifiers, rules, events, and folding events into a claim. Pure.

pub mod rules;
