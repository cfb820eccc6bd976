//! Reads cards that hold more than one date.

use document::read::{Field, Kind, Reader};
use samples::{Condition, photograph, specimen};

/// Cards from before 2016 expire: the date below is no birth date, though day and month are the same.
#[test]
fn an_identity_card_with_an_expiry_date_gives_the_birth_date() {
    let cards = (0..60).map(|seed| (seed, specimen(seed, samples::Kind::Ktp).unwrap()));
    let expiring = cards.filter(|(_, card)| card.truth["valid"] != "SEUMUR HIDUP");
    let reader = Reader::default();
    for (seed, card) in expiring.take(3) {
        let shot = photograph(&card, Condition::Clean, seed, (1920, 1080)).unwrap();
        let reading = reader.read(&shot.picture, Kind::Ktp);
        for (field, name) in [(Field::Nik, "nik"), (Field::BirthDate, "birth_date"), (Field::Name, "name")] {
            let read = reading.get(field).map_or("", |value| &value.text);
            assert_eq!(read, card.truth[name], "{name} of the card of seed {seed}");
        }
    }
}
