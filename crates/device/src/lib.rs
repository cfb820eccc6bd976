//! Camera and printer: one trait each, real drivers, and doubles that behave like the real thing.

pub mod camera;
pub mod printer;
