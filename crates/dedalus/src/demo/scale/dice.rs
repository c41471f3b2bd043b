//! Chance that falls the same every time (xorshift64*, Marsaglia 2003 and Vigna 2016).

/// Dice with a fixed seed.
pub struct Dice(u64);

impl Dice {
    /// Always the same dice.
    pub fn new() -> Self {
        Self(0x0ded_a105_2028_0224)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// A number from 0 to below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        // The high bits are the good ones; what the product makes uneven is far below what anybody could see.
        let wide = u128::from(self.next()) * u128::from(end);
        u64::try_from(wide >> 64).unwrap_or(0)
    }

    /// One of some.
    pub fn pick<'a, T>(&mut self, some: &'a [T]) -> Option<&'a T> {
        some.get(usize::try_from(self.below(some.len() as u64)).unwrap_or(0))
    }
}
