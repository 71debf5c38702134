//! How likely a bad year is: incidents come at random (Poisson), and last at random (exponential).

use super::incidents::Incident;

/// Steps a limit is divided into. More of them moved no tested figure by a tenth of a percent.
const STEPS: usize = 300;

/// The chance of a year in which the incidents add up to more than `limit` minutes.
///
/// A sum of Poisson numbers of exponential durations, on a grid of durations, by the recursion of Panjer (1981,
/// "Recursive evaluation of a family of compound distributions", ASTIN Bulletin 12).
pub(super) fn chance_of_more(incidents: &[Incident], limit: f64) -> f64 {
    let rate: f64 = incidents.iter().map(|incident| incident.rate).sum();
    if rate <= 0.0 || limit < 0.0 {
        return if limit < 0.0 { 1.0 } else { 0.0 };
    }
    let step = limit / STEPS as f64;
    // How likely one incident, of whatever kind, lasts within half a step of each point of the grid: of an exponential
    // duration the same share is left after each step.
    let mut within = vec![0.0; STEPS + 1];
    for incident in incidents {
        let left = libm::exp(-step / incident.each);
        let (mut longer, mut still_longer) = (1.0, libm::exp(-step / 2.0 / incident.each));
        for share in &mut within {
            *share += incident.rate / rate * (longer - still_longer);
            (longer, still_longer) = (still_longer, still_longer * left);
        }
    }
    let mut likely = vec![libm::exp(-rate * (1.0 - within[0]))];
    for at in 1..=STEPS {
        let sum: f64 = (1..=at).map(|part| part as f64 * within[part] * likely[at - part]).sum();
        likely.push(rate / at as f64 * sum);
    }
    let most: f64 = likely.iter().take(STEPS).sum::<f64>() + likely[STEPS] / 2.0;
    (1.0 - most).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::availability::expected::Cause;

    /// One kind of incident, once a year on average, an hour each. More than two hours in sum: 1 - Σ P(n) P(Erlang n ≤ 2 h),
    /// added up by hand from n = 0 to 8.
    #[test]
    fn a_year_of_one_kind_comes_out_as_by_hand() {
        let incident = Incident { cause: Cause::Floods, rate: 1.0, each: 60.0 };
        let x = 2.0_f64;
        let (mut poisson, mut by_hand) = (libm::exp(-1.0), libm::exp(-1.0));
        for n in 1..30_u32 {
            poisson /= f64::from(n);
            let (mut term, mut below) = (1.0, 0.0);
            for k in 0..n {
                below += term;
                term *= x / f64::from(k + 1);
            }
            by_hand += poisson * (1.0 - libm::exp(-x) * below);
        }
        let chance = chance_of_more(&[incident], 120.0);
        assert!((chance - (1.0 - by_hand)).abs() < 1e-3, "{chance} against {}", 1.0 - by_hand);
        assert!((chance_of_more(&[incident], 1e-6) - (1.0 - libm::exp(-1.0))).abs() < 1e-3, "any at all");
    }
}
