//! Expected downtime: the sum over causes of how often a year, times how long until it is back.
//!
//! It stands beside what service level agreements promise, which are thresholds for refunds and no forecast.

mod cause;
mod chance;
mod figure;
mod incidents;
mod rates;
mod remedy;
mod setting;

pub use cause::{Cause, Timing};
pub use setting::{Balancer, Database, Delivery, Files, Provider, Releases, Servers, Setting};

use crate::units::{Minutes, Ratio, ordered};
use figure::Level;
use incidents::{Incident, incidents};

/// How long a site is expected to be down in a year, and by what.
#[derive(Clone, Debug, PartialEq)]
pub struct ExpectedDowntime {
    /// What it was computed for.
    pub setting: Setting,
    /// Minutes a year of a well-run site, about the 10th percentile.
    pub low: Minutes,
    /// Minutes a year to expect: the mean of comparable sites.
    pub typical: Minutes,
    /// Minutes a year of a badly run site, about the 90th percentile.
    pub high: Minutes,
    /// Of the typical minutes, those that can be put into the night.
    pub planned: Minutes,
    /// The causes that count, the largest first.
    pub causes: Vec<Share>,
    /// The incidents of a well-run, an average and a badly run site.
    incidents: [Vec<Incident>; 3],
}

/// One cause of downtime.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// What it is.
    pub cause: Cause,
    /// How often a year.
    pub rate: f64,
    /// Minutes a year.
    pub downtime: Minutes,
}

impl Share {
    /// Minutes each time.
    pub fn each(&self) -> Minutes {
        Minutes::new(self.downtime.value() / self.rate)
    }
}

/// What a setting comes to in a year.
pub fn expected_downtime(setting: &Setting) -> ExpectedDowntime {
    let incidents = Level::ALL.map(|level| incidents(setting, level));
    let [low, typical, high] = &incidents;
    let total = |incidents: &[Incident]| Minutes::new(incidents.iter().map(Incident::minutes).sum());
    let planned = typical.iter().filter(|incident| incident.cause.timing() == Timing::Planned);
    let causes = Cause::ALL.into_iter().filter_map(|cause| share(cause, typical));
    let causes = ordered(causes, |a, b| b.downtime.value().total_cmp(&a.downtime.value()));
    ExpectedDowntime {
        setting: *setting,
        low: total(low),
        typical: total(typical),
        high: total(high),
        planned: Minutes::new(planned.map(Incident::minutes).sum()),
        causes,
        incidents,
    }
}

fn share(cause: Cause, incidents: &[Incident]) -> Option<Share> {
    let of_it = || incidents.iter().filter(|incident| incident.cause == cause);
    let downtime = Minutes::new(of_it().map(Incident::minutes).sum());
    (downtime > Minutes::ZERO).then(|| Share { cause, rate: of_it().map(|incident| incident.rate).sum(), downtime })
}

/// Nobody knows how well this site will be run, so good, average and bad hands count 3, 4 and 3 in ten: the weights that stand
/// for a distribution by its 10th, 50th and 90th percentile (Hurst, Brown and Swanson, "Swanson's 30-40-30 rule", AAPG Bulletin
/// 84, 2000).
const HANDS: [f64; 3] = [0.3, 0.4, 0.3];

impl ExpectedDowntime {
    /// Share of the year it is expected to be up.
    pub fn availability(&self) -> Ratio {
        Ratio::new(1.0 - self.typical.value() / Minutes::YEAR.value())
    }

    /// The same site in given hands: 0 for the best run of comparable sites, 1 for the worst. Straight on a logarithmic scale
    /// between the 10th percentile, the mean and the 90th, and no further.
    #[must_use]
    pub fn in_hands(mut self, hands: Ratio) -> Self {
        let [low, typical, high] =
            [self.low, self.typical, self.high].map(|minutes| libm::log(minutes.value().max(0.1)));
        let hands = hands.value().clamp(0.1, 0.9);
        let drawn = if hands < 0.5 {
            low + (typical - low) * (hands - 0.1) / 0.4
        } else {
            typical + (high - typical) * (hands - 0.5) / 0.4
        };
        self.typical = Minutes::new(libm::exp(drawn));
        self
    }

    /// How often a year a cause strikes.
    pub fn rate(&self, cause: Cause) -> f64 {
        self.causes.iter().find(|share| share.cause == cause).map_or(0.0, |share| share.rate)
    }

    /// Minutes a year by one cause.
    pub fn by(&self, cause: Cause) -> Minutes {
        self.causes.iter().find(|share| share.cause == cause).map_or(Minutes::ZERO, |share| share.downtime)
    }

    /// The causes that count most, three at the most.
    pub fn largest(&self) -> &[Share] {
        &self.causes[..self.causes.len().min(3)]
    }

    /// The mean over good, average and bad hands.
    pub fn mean(&self) -> Minutes {
        [self.low, self.typical, self.high].into_iter().zip(HANDS).map(|(minutes, weight)| minutes * weight).sum()
    }

    /// How likely a year with more downtime than `limit` is, from 0 to 1.
    pub fn chance_of_more(&self, limit: Minutes) -> f64 {
        self.incidents
            .iter()
            .zip(HANDS)
            .map(|(incidents, weight)| weight * chance::chance_of_more(incidents, limit.value()))
            .sum()
    }
}

#[cfg(test)]
mod tests;
