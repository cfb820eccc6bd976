//! Words that the stations share.

use journey::Words;
use kiosk_config::{Arg, Config, Language, Texts};

/// The texts in the language of the machine: the first that it offers.
pub(crate) fn words<'a>(config: &Config, texts: &'a Texts) -> Words<'a> {
    Words { texts, language: config.kiosk.languages.first().copied().unwrap_or(Language::Id) }
}

/// A text with one variable.
pub(crate) fn with<'a>(words: &Words<'_>, key: &str, name: &str, value: impl Into<Arg<'a>>) -> String {
    words.filled(key, &[(name, value.into())])
}

/// CSS pixels that make up a millimetre on the configured panel.
pub(crate) fn px_per_mm(config: &Config) -> f64 {
    f64::from(config.kiosk.panel.width_px) / f64::from(config.kiosk.panel.width_mm)
}
