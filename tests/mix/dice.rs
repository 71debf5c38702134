//! Dice with a seed: the same sites on every machine.

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Evenly between 0 and 1.
    pub(crate) fn even(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((bits ^ (bits >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// True in so many of a hundred cases.
    pub(crate) fn percent(&mut self, of_a_hundred: u32) -> bool {
        self.even() * 100.0 < f64::from(of_a_hundred)
    }

    /// One of several, by weight.
    pub(crate) fn pick<T: Copy>(&mut self, weighted: &[(u32, T)]) -> T {
        let total: u32 = weighted.iter().map(|(weight, _)| weight).sum();
        let mut at = self.even() * f64::from(total);
        for (weight, value) in weighted {
            at -= f64::from(*weight);
            if at < 0.0 {
                return *value;
            }
        }
        weighted[weighted.len() - 1].1
    }

    /// Between the ends, most often near the middle one; each doubling counts the same. Two significant digits, as people
    /// say numbers.
    pub(crate) fn amount(&mut self, [low, usual, high]: [f64; 3]) -> f64 {
        let at = self.even();
        let logs = [low, usual, high].map(|value: f64| libm::log(value.max(1e-3)));
        let span = (logs[2] - logs[0]).max(1e-9);
        let split = (logs[1] - logs[0]) / span;
        let value = if at < split {
            logs[0] + (at * span * (logs[1] - logs[0])).sqrt()
        } else {
            logs[2] - ((1.0 - at) * span * (logs[2] - logs[1])).sqrt()
        };
        rounded(libm::exp(value))
    }
}

fn rounded(value: f64) -> f64 {
    let step = libm::pow(10.0, libm::floor(libm::log10(value)) - 1.0);
    // Divided where the step is below one, so that 0.35 stays 0.35.
    let steps = libm::round(value / step);
    if step < 1.0 { steps / libm::round(1.0 / step) } else { steps * step }
}
