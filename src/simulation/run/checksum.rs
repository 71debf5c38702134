//! A digest of simulated weeks, to the bit: what runs in the browser has to be what runs natively.

use crate::{
    architecture::{Architecture, Zone},
    simulation::{
        Rules,
        meter::outcome::Week,
        run::{event::Events, week::simulate},
    },
    units::{Count, Minutes},
    workload::{Demand, Shape},
};

/// Digest of all curves and figures of a week with every kind of event in it (FNV-1a over the bits of each number; Fowler,
/// Noll and Vo, 1991). Two platforms that agree on it agree on every bit of every minute.
pub fn checksum(architecture: &Architecture, demand: &Demand, shape: &Shape, rules: &Rules) -> u64 {
    let mut digest = Digest(0xcbf2_9ce4_8422_2325);
    for events in [Events::new(), eventful()] {
        let week = simulate(architecture, demand, shape, &events, rules);
        // Debug text of a number is the shortest that reads back as the same bits.
        digest.text(&format!("{week:?}"));
        for series in Week::series(architecture, demand, shape, &events, rules) {
            series.values.iter().for_each(|value| digest.bits(value.to_bits()));
        }
    }
    digest.0
}

/// A week in which everything happens.
pub fn eventful() -> Events {
    use crate::simulation::run::event::Event::{Deployment, InstanceFailure, PluginInstall, Spike, ZoneLoss};
    let day = |day: f64, hour: f64| Minutes::new(day * 1_440.0 + hour * 60.0);
    vec![
        Spike {
            start: day(1.0, 19.0),
            height: Count::new(12.0),
            rise: Minutes::new(10.0),
            length: Minutes::new(120.0),
        },
        InstanceFailure { start: day(2.0, 11.0) },
        ZoneLoss { start: day(3.0, 14.0), length: Minutes::new(180.0), zone: Zone::A },
        Deployment { start: day(4.0, 10.0) },
        PluginInstall { start: day(4.0, 15.0) },
    ]
}

struct Digest(u64);

impl Digest {
    fn bits(&mut self, bits: u64) {
        for byte in bits.to_le_bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn text(&mut self, text: &str) {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        architecture::{Delivery, Webroot},
        simulation::fixtures::*,
    };

    #[test]
    fn the_same_week_has_the_same_digest_and_another_week_another() {
        let workload = workload("shop");
        let of = |architecture: &Architecture| {
            checksum(architecture, workload.typical(), &workload.shape, &Rules::default())
        };
        let one = group(fixed(2.0), 2.0, 8.0, Delivery::Baked, Webroot::Local);
        assert_eq!(of(&one), of(&one.clone()));
        let other = group(fixed(2.0), 2.0, 8.0, Delivery::InstalledFromGit, Webroot::Local);
        assert_ne!(of(&one), of(&other));
    }
}
