//! Availability arithmetic: parts in series, and so many of so many in zones that fail as a whole.

use crate::units::Ratio;

/// All of them are needed: availabilities multiply (AWS Well-Architected, Reliability Pillar, availability).
pub fn series(parts: impl IntoIterator<Item = Ratio>) -> Ratio {
    parts.into_iter().fold(Ratio::ONE, Ratio::of)
}

/// The servers of one Availability Zone: they are lost together with it.
#[derive(Clone, Debug, PartialEq)]
pub struct ZoneGroup {
    /// Availability of the zone itself.
    pub zone: Ratio,
    /// Availability of each server while the zone is there.
    pub servers: Vec<Ratio>,
}

/// At least `needed` of all servers are there, when servers of one zone are lost together with it.
pub fn enough_of(groups: &[ZoneGroup], needed: usize) -> Ratio {
    // How likely it is that exactly so many servers are there, group by group.
    let mut there = vec![1.0];
    for group in groups {
        let mut inside = vec![1.0];
        for server in &group.servers {
            inside = convolve(&inside, &[server.rest().value(), server.value()]);
        }
        for likely in &mut inside {
            *likely *= group.zone.value();
        }
        inside[0] += group.zone.rest().value();
        there = convolve(&there, &inside);
    }
    Ratio::new(there.iter().skip(needed).sum())
}

fn convolve(a: &[f64], b: &[f64]) -> Vec<f64> {
    let mut out = vec![0.0; a.len() + b.len() - 1];
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            out[i + j] += x * y;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn close(got: Ratio, wanted: f64) {
        assert!((got.value() - wanted).abs() < 1e-6, "{} against {wanted}", got.value());
    }

    /// Reliability Pillar: three hard dependencies of 99.99 % give 99.97 %; two redundant parts of 99.9 % give 99.9999 %.
    #[test]
    fn the_well_architected_examples_come_out() {
        close(series([Ratio::percent(99.99); 3]), 0.999_7);
        let redundant = ZoneGroup { zone: Ratio::ONE, servers: vec![Ratio::percent(99.9); 2] };
        close(enough_of(&[redundant], 1), 0.999_999);
    }

    #[test]
    fn servers_of_one_zone_are_lost_together() {
        let server = Ratio::percent(99.0);
        let zone = Ratio::percent(99.0);
        let together = [ZoneGroup { zone, servers: vec![server; 2] }];
        let apart = [ZoneGroup { zone, servers: vec![server] }, ZoneGroup { zone, servers: vec![server] }];
        close(enough_of(&together, 1), 0.99 * 0.999_9);
        close(enough_of(&apart, 1), 1.0 - (1.0 - 0.99 * 0.99) * (1.0 - 0.99 * 0.99));
        assert!(enough_of(&apart, 1) > enough_of(&together, 1));
    }

    #[test]
    fn a_quorum_of_two_in_three_zones() {
        let up = 0.99;
        let group = ZoneGroup { zone: Ratio::ONE, servers: vec![Ratio::new(up)] };
        close(enough_of(&[group.clone(), group.clone(), group], 2), 3.0 * up * up * (1.0 - up) + up * up * up);
    }

    proptest! {
        #[test]
        fn series_never_raises_and_a_replica_never_lowers(a in 0.0..1.0f64, b in 0.0..1.0f64) {
            let (a, b) = (Ratio::new(a), Ratio::new(b));
            prop_assert!(series([a, b]) <= a.min(b));
            let replicated = [ZoneGroup { zone: Ratio::ONE, servers: vec![a, b] }];
            prop_assert!(enough_of(&replicated, 1).value() >= a.max(b).value() - 1e-12);
        }
    }
}
