//! Camera, printer and speaker: one trait each, real drivers, and doubles that behave like the real thing.

pub mod camera;
pub mod printer;
pub mod speaker;
