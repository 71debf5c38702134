//! What a week is added up in: requests and minutes, sorted by how busy the servers were.
//!
//! In a minute without trouble what readers see follows from three things: servers in service, the speed of their CPUs,
//! and demand compared with capacity. So the minute only notes its requests under those three, and the queue is
//! reckoned once for each group of like minutes after the week is over.

use super::plant::Plant;

/// How finely demand compared with capacity is told apart.
pub(super) const BANDS: usize = 64;
/// How finely waits of overloaded minutes are told apart, in shares of the patience.
const WAITS: usize = 32;

/// The groups.
pub(super) struct Tally {
    servers: usize,
    steps: usize,
    /// Requests and minutes of ordinary hours, then of the busiest hour.
    cells: Vec<[f64; 2]>,
    /// Requests and minutes of overloaded minutes by how long requests waited; ordinary hours, then the busiest.
    waits: [[[f64; 2]; WAITS + 1]; 2],
    pub(super) failed: f64,
    pub(super) failing_minutes: f64,
    /// Highest demand compared with capacity.
    pub(super) tightest: f64,
}

/// What readers saw over the week.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Seen {
    /// Requests given up among those not counted as failed before.
    pub(super) lost: f64,
    pub(super) slow_minutes: f64,
    pub(super) failing_minutes: f64,
    /// Median over the week and 95th percentile of the busiest hour, in seconds.
    pub(super) median: f64,
    pub(super) busiest: f64,
}

impl Tally {
    pub(super) fn new(servers: usize, steps: usize) -> Self {
        Self {
            servers: servers + 1,
            steps,
            cells: vec![[0.0; 2]; 2 * (servers + 1) * steps * BANDS],
            waits: [[[0.0; 2]; WAITS + 1]; 2],
            failed: 0.0,
            failing_minutes: 0.0,
            tightest: 0.0,
        }
    }

    /// Where the cells of so many servers at a speed begin.
    #[inline]
    pub(super) const fn row(&self, busiest: usize, servers: usize, step: usize) -> usize {
        ((busiest * self.servers + servers) * self.steps + step) * BANDS
    }

    /// Notes a minute in which demand is `load` of capacity, at most 1.
    #[inline]
    pub(super) fn note(&mut self, row: usize, load: f64, requests: f64) {
        if load > self.tightest {
            self.tightest = load;
        }
        let band = ((load * BANDS as f64) as usize).min(BANDS - 1);
        if let Some(cell) = self.cells.get_mut(row + band) {
            cell[0] += requests;
            cell[1] += 1.0;
        }
    }

    /// Notes a minute in which requests waited for so long, as a share of their patience.
    #[cold]
    pub(super) fn note_wait(&mut self, busiest: usize, share: f64, requests: f64) {
        let cell = &mut self.waits[busiest][(share.clamp(0.0, 1.0) * WAITS as f64) as usize];
        cell[0] += requests;
        cell[1] += 1.0;
    }

    /// What readers saw.
    pub(super) fn seen(&self, plant: &Plant) -> Seen {
        let mut seen = Seen::default();
        let mut medians: Vec<(f64, f64)> = Vec::with_capacity(2 * BANDS);
        let (mut busiest_sum, mut busiest_weight) = (0.0, 0.0);
        for (index, [requests, minutes]) in self.cells.iter().enumerate() {
            if *minutes == 0.0 {
                continue;
            }
            let (row, band) = (index / BANDS, index % BANDS);
            let (group, step) = (row / self.steps, row % self.steps);
            let (busiest, servers) = (group / self.servers, group % self.servers);
            let rate = requests / minutes / 60.0;
            let _ = band;
            let response = plant.response(servers, step, rate.max(1e-9));
            seen.lost += requests * response.lost;
            if response.slow > SLOW {
                seen.slow_minutes += minutes;
            }
            if response.lost > NOTICED {
                seen.failing_minutes += minutes;
            }
            medians.push((response.median, *requests));
            if busiest == 1 {
                busiest_sum += response.slow * requests;
                busiest_weight += requests;
            }
        }
        for (busiest, waits) in self.waits.iter().enumerate() {
            for (share, [requests, minutes]) in waits.iter().enumerate() {
                if *minutes == 0.0 {
                    continue;
                }
                let wait = share as f64 / WAITS as f64 * plant.patience();
                let service = plant.saturated(0);
                seen.slow_minutes += minutes;
                medians.push((wait + service, *requests));
                if busiest == 1 {
                    busiest_sum += (wait + 3.0 * service) * requests;
                    busiest_weight += requests;
                }
            }
        }
        seen.median = weighted_median(&mut medians);
        seen.busiest = if busiest_weight > 0.0 { busiest_sum / busiest_weight } else { seen.median };
        seen
    }
}

/// Above this many seconds in the 95th percentile a minute is slow.
const SLOW: f64 = 2.0;
/// A share of failing requests worth calling a minute a failing one.
const NOTICED: f64 = 0.001;

fn weighted_median(values: &mut [(f64, f64)]) -> f64 {
    values.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let half = values.iter().map(|(_, weight)| weight).sum::<f64>() / 2.0;
    let mut below = 0.0;
    for (value, weight) in values.iter() {
        below += weight;
        if below >= half {
            return *value;
        }
    }
    0.0
}
