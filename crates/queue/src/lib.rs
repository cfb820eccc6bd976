//! Numbers and interview slots.
