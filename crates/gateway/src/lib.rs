//! Carrying finished claims out of the kiosk.
