//! What a week is added up in: requests and minutes, sorted by how busy the servers were.
//!
//! In a minute without trouble what readers see follows from three things: servers in service, the speed of their CPUs,
//! and demand compared with capacity. So the minute only notes its requests under those three, and the queue is
//! computed once for each group of like minutes after the week is over.

use crate::simulation::{
    fleet::server_pool::ServerPool,
    meter::percentile::{Group, percentile},
};

/// How finely demand compared with capacity is told apart; a power of two.
pub(crate) const BANDS: usize = 64;
/// Adding this to a number leaves it, rounded, in the lowest bits: the band without a conversion, the same on every
/// platform.
const TO_BITS: f64 = 4_503_599_627_370_496.0;

/// Requests and minutes of like minutes, by band.
type Row = [[f64; 2]; BANDS];
/// How finely waits of overloaded minutes are told apart, in shares of the patience.
const WAITS: usize = 32;

/// The groups.
pub(crate) struct Tally {
    servers: usize,
    steps: usize,
    /// Requests and minutes of ordinary hours, then of the busiest hour.
    rows: Vec<Row>,
    /// Requests and minutes of overloaded minutes by how long requests waited; ordinary hours, then the busiest.
    waits: [[[f64; 2]; WAITS + 1]; 2],
    /// Requests of overloaded minutes, and the seconds they spend in service, added up.
    service: [f64; 2],
    pub(crate) failed: f64,
    pub(crate) failing_minutes: f64,
    /// Failing minutes, each by the share of its requests that failed.
    pub(crate) lost_minutes: f64,
    /// Highest demand compared with capacity.
    pub(crate) tightest: f64,
}

/// What readers saw over the week.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Seen {
    /// Requests given up among those not counted as failed before.
    pub(crate) lost: f64,
    pub(crate) slow_minutes: f64,
    pub(crate) failing_minutes: f64,
    pub(crate) lost_minutes: f64,
    /// Median over the week and 95th percentile of the busiest hour, in seconds.
    pub(crate) median: f64,
    pub(crate) busiest: f64,
    /// 95th percentile over the week, in seconds.
    pub(crate) week: f64,
}

impl Tally {
    pub(crate) fn new(servers: usize, steps: usize) -> Self {
        Self {
            servers: servers + 1,
            steps,
            rows: vec![[[0.0; 2]; BANDS]; 2 * (servers + 1) * steps],
            waits: [[[0.0; 2]; WAITS + 1]; 2],
            service: [0.0; 2],
            failed: 0.0,
            failing_minutes: 0.0,
            lost_minutes: 0.0,
            tightest: 0.0,
        }
    }

    /// The row of so many servers at a speed.
    #[inline]
    pub(crate) const fn row(&self, busiest: usize, servers: usize, step: usize) -> usize {
        (busiest * self.servers + servers) * self.steps + step
    }

    /// Notes a minute in which demand is `load` of capacity, at most 1.
    #[inline]
    pub(crate) fn note(&mut self, row: usize, load: f64, requests: f64) {
        if load > self.tightest {
            self.tightest = load;
        }
        if let Some(row) = self.rows.get_mut(row) {
            let cell = &mut row[band(load * (BANDS - 1) as f64)];
            cell[0] += requests;
            cell[1] += 1.0;
        }
    }

    /// Notes minutes whose requests a second are `value * factor + constant`, within a capacity of which `inv_ceiling` is
    /// one over it.
    #[inline]
    pub(crate) fn note_all(&mut self, row: usize, values: &[f64], factor: f64, constant: f64, inv_ceiling: f64) {
        let Some(row) = self.rows.get_mut(row) else { return };
        let scale = inv_ceiling * (BANDS - 1) as f64;
        for value in values {
            let rate = value * factor + constant;
            let cell = &mut row[band(rate * scale)];
            cell[0] += rate * 60.0;
            cell[1] += 1.0;
        }
    }

    /// Notes a minute in which requests waited for so long, as a share of their patience, before so many seconds in
    /// service.
    pub(crate) fn note_wait(&mut self, busiest: usize, share: f64, service: f64, requests: f64) {
        self.service[0] += requests;
        self.service[1] += requests * service;
        let cell = &mut self.waits[busiest][(share.clamp(0.0, 1.0) * WAITS as f64) as usize];
        cell[0] += requests;
        cell[1] += 1.0;
    }

    /// What readers saw.
    pub(crate) fn seen(&self, pool: &ServerPool) -> Seen {
        let mut seen = Seen::default();
        let mut medians: Vec<(f64, f64)> = Vec::with_capacity(2 * BANDS);
        let mut groups: Vec<Group> = Vec::with_capacity(2 * BANDS);
        let (mut busiest_sum, mut busiest_weight) = (0.0, 0.0);
        for (index, [requests, minutes]) in self.rows.iter().flatten().enumerate() {
            if *minutes == 0.0 {
                continue;
            }
            let row = index / BANDS;
            let (group, step) = (row / self.steps, row % self.steps);
            let (busiest, servers) = (group / self.servers, group % self.servers);
            let rate = requests / minutes / 60.0;
            let response = pool.response(servers, step, rate.max(1e-9));
            seen.lost += requests * response.lost;
            if response.slow > SLOW {
                seen.slow_minutes += minutes;
            }
            if response.lost > NOTICED {
                seen.failing_minutes += minutes;
                seen.lost_minutes += minutes * response.lost;
            }
            medians.push((response.median, *requests));
            let served = requests * (1.0 - response.lost);
            let (mean, variance) = (response.mean, response.variance);
            groups.push(Group { requests: served * (1.0 - response.expired), wait: 0.0, mean, variance });
            groups.push(Group { requests: served * response.expired, wait: response.expiry, mean, variance });
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
                let wait = share as f64 / WAITS as f64 * pool.patience();
                let service = if self.service[0] > 0.0 { self.service[1] / self.service[0] } else { 0.0 };
                seen.slow_minutes += minutes;
                medians.push((wait + service, *requests));
                groups.push(Group { requests: *requests, wait, mean: service, variance: service * service });
                if busiest == 1 {
                    busiest_sum += (wait + 3.0 * service) * requests;
                    busiest_weight += requests;
                }
            }
        }
        seen.median = weighted_median(medians);
        seen.week = percentile(&groups, self.failed + seen.lost);
        seen.busiest = if busiest_weight > 0.0 { busiest_sum / busiest_weight } else { seen.median };
        seen
    }
}

/// Above this many seconds in the 95th percentile a minute is slow.
const SLOW: f64 = 2.0;
/// A share of failing requests worth calling a minute a failing one.
const NOTICED: f64 = 0.001;

/// The band of a number from 0 to `BANDS - 1`, rounded.
#[inline]
const fn band(scaled: f64) -> usize {
    (scaled + TO_BITS).to_bits() as usize & (BANDS - 1)
}

fn weighted_median(mut values: Vec<(f64, f64)>) -> f64 {
    values.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = values.iter().map(|(_, weight)| weight).sum::<f64>() / 2.0;
    let mut below = 0.0;
    for (value, weight) in &values {
        below += weight;
        if below >= half {
            return *value;
        }
    }
    0.0
}
