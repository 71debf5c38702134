use serde::{Deserialize, Serialize};

/// Where a figure lies over the worlds drawn: its 10th, 50th and 90th percentile.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// One world in ten lies below.
    pub p10: f64,
    /// Half of them lie below.
    pub p50: f64,
    /// One world in ten lies above.
    pub p90: f64,
}

impl Band {
    /// The band of some figures; none where there are none. What is not a number counts as the highest.
    pub fn of(figures: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut sorted: Vec<f64> = figures.into_iter().collect();
        sorted.sort_by(f64::total_cmp);
        Some(Self { p10: percentile(&sorted, 0.1)?, p50: percentile(&sorted, 0.5)?, p90: percentile(&sorted, 0.9)? })
    }

    /// How wide it is beside its middle: half of what lies between the ends, divided by the middle.
    pub fn relative_width(&self) -> f64 {
        if self.p50 > 0.0 { (self.p90 - self.p10) / (2.0 * self.p50) } else { 0.0 }
    }
}

/// A percentile of sorted figures, straight between neighbours (R. J. Hyndman and Y. Fan, The American Statistician 50(4),
/// 1996, definition 7).
fn percentile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = share * last as f64;
    let below = place.floor();
    let at = |place: f64| sorted.get((place as usize).min(last)).copied();
    let (low, high) = (at(below)?, at(below + 1.0)?);
    Some(low + (high - low) * (place - below))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_lie_straight_between_neighbours() {
        let band = Band::of((0..=10).rev().map(f64::from)).unwrap();
        assert_eq!((band.p10, band.p50, band.p90), (1.0, 5.0, 9.0));
        assert_eq!(band.relative_width(), 0.8);
        let two = Band::of([1.0, 2.0]).unwrap();
        assert!((two.p10 - 1.1).abs() < 1e-12 && two.p50 == 1.5);
        assert_eq!(Band::of([3.0]).map(|one| (one.p10, one.p90)), Some((3.0, 3.0)));
        assert_eq!(Band::of([]), None);
    }
}
