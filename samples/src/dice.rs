//! Chance that is always the same.

/// A seeded die: the same seed gives the same throws, on every machine and for good (SplitMix64).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// A die of its own for a seed and a purpose, so that one more throw here changes nothing there.
    pub fn new(seed: u64, purpose: &str) -> Self {
        let mixed = purpose.bytes().fold(seed ^ 0x51ed_270b_7a8f_11c3, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3).rotate_left(17)
        });
        let mut dice = Self(mixed);
        dice.throw();
        dice
    }

    /// Any 64 bits.
    pub fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// 0 to 1, without 1.
    pub fn unit(&mut self) -> f32 {
        (self.throw() >> 40) as f32 / (1_u64 << 24) as f32
    }

    /// Evenly between two numbers.
    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }

    /// `amount` at most to either side of nothing.
    pub fn around(&mut self, amount: f32) -> f32 {
        self.between(-amount, amount)
    }

    /// A whole number from `low` to `high`, both included.
    pub fn whole(&mut self, low: u32, high: u32) -> u32 {
        low + (self.throw() % u64::from(high - low + 1)) as u32
    }

    /// True in this share of throws.
    pub fn chance(&mut self, share: f32) -> bool {
        self.unit() < share
    }

    /// One of several; of which there must be some.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[(self.throw() % from.len() as u64) as usize]
    }

    /// So many digits.
    pub fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b'0' + self.whole(0, 9) as u8)).collect()
    }

    /// About normal, deviation 1.
    pub fn bell(&mut self) -> f32 {
        let sum: f32 = (0..4).map(|_| self.unit()).sum();
        (sum - 2.0) * 3.0_f32.sqrt()
    }
}
