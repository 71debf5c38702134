//! How far out a doubt stands in the low and the high case.
//!
//! A product of independent factors spreads less than all of them at their ends together. The point at which the product
//! is at its 90th percentile, and which is likelier than any other there, has each factor as far out as it makes up of
//! the whole spread (the design point of the first-order reliability method: Hasofer and Lind, Journal of the Engineering
//! Mechanics Division 100, 1974). So six equal doubts stand at their 30th and 70th percentile, and a single large one at
//! its 10th and 90th. A doubt that matters to several outputs counts for the one it matters to most.

use strum::VariantArray;

use super::{
    assumption::{Assumption, Whose},
    demand::Demand,
};
use crate::{
    architecture::{ObjectCache, PageCache},
    questionnaire::DemandParameter as Id,
};

/// How many assumptions there are.
pub(super) const ALL: usize = Id::VARIANTS.len();

/// What the answers are sized and billed by.
const OUTPUTS: usize = 10;

fn outputs(demand: &Demand) -> [f64; OUTPUTS] {
    let vcpus = |cache| demand.busy_web(demand.peak(cache)).value() / demand.target.value();
    let peak = demand.peak(PageCache::Edge);
    [
        vcpus(PageCache::Off),
        vcpus(PageCache::Origin),
        vcpus(PageCache::Edge),
        demand.busy_database(peak, ObjectCache::Local).value(),
        demand.workers(peak).value() * demand.worker_memory.value(),
        demand.egress.value(),
        demand.egress.value() * demand.static_hits.rest().value(),
        demand.requests.value(),
        demand.media.value(),
        demand.content.read_often().value(),
    ]
}

/// How far out each assumption stands, between 0 and 1, in the order of the assumptions.
pub(super) fn weights(middle: &[Assumption], demand: impl Fn(&[Assumption]) -> Demand) -> [f64; ALL] {
    let typical = outputs(&demand(middle));
    let mut moved = middle.to_vec();
    let mut shifts = [[0.0; OUTPUTS]; ALL];
    for (index, shift) in shifts.iter_mut().enumerate() {
        let known = middle[index];
        if known.whose != Whose::Ours {
            continue;
        }
        moved[index].used = [known.parameter.out(1.0); 3];
        let heavy = outputs(&demand(&moved));
        moved[index] = known;
        for (shift, (heavy, typical)) in shift.iter_mut().zip(heavy.iter().zip(typical)) {
            *shift = libm::log((heavy / typical.max(1e-12)).max(1e-12)).abs();
        }
    }
    let whole: [f64; OUTPUTS] =
        std::array::from_fn(|at| shifts.iter().map(|shift| shift[at] * shift[at]).sum::<f64>().sqrt());
    shifts.map(|shift| {
        shift.iter().zip(whole).map(|(shift, whole)| shift / whole.max(1e-12)).fold(0.0, f64::max).min(1.0)
    })
}
