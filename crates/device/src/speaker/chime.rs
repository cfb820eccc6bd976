//! The two tones before a call: a person who is not listening looks up.

use std::f32::consts::TAU;

/// Samples a second.
const RATE: u32 = 22_050;
/// The tones, high then low: frequency in hertz, and after how many seconds they are struck.
const TONES: [(f32, f32); 2] = [(659.26, 0.0), (523.25, 0.55)];
/// How long both sound, in seconds.
const SECONDS: f32 = 1.7;
/// How loud a tone is when it is struck, of full scale.
const LOUD: f32 = 0.42;
/// How quickly a tone dies away, a second.
const DYING: f32 = 3.4;

/// The chime as a WAV file, 16 bits, one channel.
pub(super) fn wav() -> Vec<u8> {
    let samples = (0..(SECONDS * RATE as f32) as u32).map(|at| sample(at as f32 / RATE as f32));
    let sound: Vec<u8> =
        samples.flat_map(|sample| ((sample * f32::from(i16::MAX)) as i16).to_le_bytes()).collect();
    let bytes = sound.len() as u32;
    let mut wav = b"RIFF".to_vec();
    wav.extend((bytes + 36).to_le_bytes());
    wav.extend(b"WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00");
    wav.extend(RATE.to_le_bytes());
    wav.extend((RATE * 2).to_le_bytes());
    wav.extend(b"\x02\x00\x10\x00data");
    wav.extend(bytes.to_le_bytes());
    wav.extend(sound);
    wav
}

/// Both tones at a moment, each a bell: a hard beginning that takes 4 ms so that it does not click, and one overtone.
fn sample(seconds: f32) -> f32 {
    let tone = |(frequency, struck): (f32, f32)| {
        let since = seconds - struck;
        if since < 0.0 {
            return 0.0;
        }
        let turn = TAU * frequency * since;
        let ring = turn.sin() + 0.22 * (2.0 * turn).sin() * (-4.0 * since).exp();
        LOUD * (since / 0.004).min(1.0) * (-DYING * since).exp() * ring
    };
    let end = ((SECONDS - seconds) / 0.05).min(1.0);
    TONES.into_iter().map(tone).sum::<f32>().clamp(-1.0, 1.0) * end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loudest(from: f32, to: f32) -> f32 {
        let samples = (from * RATE as f32) as u32..(to * RATE as f32) as u32;
        samples.map(|at| sample(at as f32 / RATE as f32).abs()).fold(0.0, f32::max)
    }

    #[test]
    fn it_is_struck_twice_dies_away_and_is_never_too_loud() {
        assert!((0.35..0.75).contains(&loudest(0.0, 0.1)), "{}", loudest(0.0, 0.1));
        assert!(loudest(0.45, 0.55) < loudest(0.55, 0.65), "the second tone is heard");
        assert!(loudest(0.0, SECONDS) < 0.8 && loudest(1.65, SECONDS) < 0.02);
        assert_eq!(wav().len(), 44 + (SECONDS * RATE as f32) as usize * 2);
    }
}
