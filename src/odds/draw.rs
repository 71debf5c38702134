use fastrand::Rng;

/// The random numbers of one world. The same seed and world give the same numbers, whichever worlds are drawn before it.
pub struct Draw(Rng);

impl Draw {
    /// The draws of a world.
    pub fn of_world(seed: u64, world: u64) -> Self {
        // An odd factor spreads consecutive worlds over all seeds (Knuth, The Art of Computer Programming, 6.4).
        Self(Rng::with_seed(seed ^ world.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15)))
    }

    /// Uniform, 0 to 1, neither end included.
    pub fn uniform(&mut self) -> f64 {
        (self.0.f64() + f64::EPSILON / 4.0).min(1.0 - f64::EPSILON / 2.0)
    }
}

/// Weights drawn uniformly from all that add up to 1: exponential variables divided by their sum (L. Devroye, Non-Uniform
/// Random Variate Generation, 1986, chapter 11, section 4.1).
pub fn uniform_weights<const N: usize>(draw: &mut Draw) -> [f64; N] {
    let exponential: [f64; N] = std::array::from_fn(|_| -libm::log(draw.uniform()));
    let sum: f64 = exponential.iter().sum();
    exponential.map(|one| one / sum)
}

/// The client's weights with a share of them given out anew: (1 − share) of what they are, and `share` of other weights.
/// At 0.3 any 30 of 100 points may stand anywhere; at 1 the client's weights do not count.
pub fn contaminated<const N: usize>(client: &[f64; N], other: &[f64; N], share: f64) -> [f64; N] {
    std::array::from_fn(|k| (1.0 - share) * client[k] + share * other[k])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_world_is_the_same_whichever_worlds_are_drawn_before_it() {
        let once: Vec<f64> = (0..3).map(|_| Draw::of_world(7, 41).uniform()).collect();
        assert!(once.windows(2).all(|pair| pair[0] == pair[1]));
        assert_ne!(Draw::of_world(7, 41).uniform(), Draw::of_world(7, 42).uniform());
        assert_ne!(Draw::of_world(7, 41).uniform(), Draw::of_world(8, 41).uniform());
    }

    /// The expected value of the largest, second … of four uniform weights is that of rank-order centroids.
    #[test]
    fn sorted_weights_come_to_the_rank_order_centroids() {
        let worlds = 100_000;
        let mut sum = [0.0; 4];
        for world in 0..worlds {
            let mut weights = uniform_weights::<4>(&mut Draw::of_world(1, world));
            weights.sort_by(|a, b| b.total_cmp(a));
            for (sum, weight) in sum.iter_mut().zip(weights) {
                *sum += weight / worlds as f64;
            }
        }
        for (got, wanted) in sum.iter().zip([0.520_8, 0.270_8, 0.145_8, 0.062_5]) {
            assert!((got - wanted).abs() < 0.002, "{sum:?}");
        }
    }
}
