//! How much throughput a shared file system is given.

use super::Sizer;
use crate::{
    architecture::Fleet,
    choices::{Design, Media, Throughput},
    options::caches::page_cache,
    simulation::{Rules, asked_at_peak},
    units::{Gigabytes, MibPerSecond, Ratio, text},
};

impl Sizer<'_> {
    /// What the busiest minutes ask of EFS, in whole MiB/s: below that, pages would wait for their files. None where throughput
    /// is not provisioned.
    pub(super) fn throughput(&self, design: &Design, fleet: Fleet, reasons: &mut Vec<String>) -> Option<MibPerSecond> {
        match design.throughput {
            Throughput::Elastic | Throughput::Bursting => None,
            Throughput::Provisioned => {
                let (answers, demand) = (self.brief.answers, self.brief.demand);
                let missed = if design.network.is_there() { demand.static_hits.rest() } else { Ratio::ONE };
                let uploads = match design.media {
                    Media::Shared => demand.files_a_page() * missed.value(),
                    Media::Disk | Media::Bucket => Gigabytes::ZERO,
                };
                let rules = Rules::new(&answers.overrides, answers.operator);
                let asked = asked_at_peak(demand, page_cache(design.pages), fleet.min(), uploads, &rules);
                let given = MibPerSecond::new(asked.value().ceil().max(1.0));
                reasons.push(format!(
                    "{} MiB/s of EFS throughput: the busiest minutes ask for {}",
                    text::trimmed(given.value(), 0),
                    text::significant(asked.value(), 2)
                ));
                Some(given)
            }
        }
    }
}
