//! What may be recorded while a week is simulated: the curves are drawn from it.

use crate::{
    architecture::{Architecture, CpuAllowance},
    simulation::{
        cpu::credits::CreditAccount,
        fleet::server_pool::ServerPool,
        meter::{
            metering::Metered,
            series::{Meter, Series},
        },
    },
    workload::WEEK_MINUTES,
};

/// What a minute was like.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Minute {
    pub(crate) minute: usize,
    pub(crate) servers: usize,
    /// The step of speed its CPUs ran at.
    pub(crate) step: usize,
    /// PHP requests a second that arrive and are not refused, and those that are.
    pub(crate) rate: f64,
    pub(crate) refused: f64,
    /// PHP requests a second that can be served.
    pub(crate) ceiling: f64,
    /// Share of the CPUs in use.
    pub(crate) utilisation: f64,
    /// Seconds requests waited because there were too many.
    pub(crate) wait: f64,
    /// Requests a second given up.
    pub(crate) lost: f64,
}

/// Takes everything down.
pub(crate) struct Tape {
    series: Vec<Series>,
    /// What a balance is recorded as, and how many vCPU minutes make one of its units.
    balance: Meter,
    credit: f64,
}

impl Tape {
    pub(crate) fn new(architecture: &Architecture) -> Self {
        let machine = &architecture.web.machine;
        let (balance, credit) = match machine.cpu {
            CpuAllowance::Fixed | CpuAllowance::Elastic { .. } | CpuAllowance::Credits { .. } => (Meter::Credits, 1.0),
            CpuAllowance::BurstCapacity { .. } => (Meter::BurstCapacity, machine.vcpus.value().max(1e-9)),
        };
        let series = Meter::ALL.map(|meter| Series { meter, values: Vec::new() });
        Self { series: series.into(), balance, credit }
    }

    /// The curves there is something to show of.
    pub(crate) fn into_series(self) -> Vec<Series> {
        self.series.into_iter().filter(|series| !series.values.is_empty()).collect()
    }

    /// Takes down a minute, after it, with the page views a second asked for.
    pub(crate) fn minute(
        &mut self,
        pool: &ServerPool,
        now: &Minute,
        account: Option<&CreditAccount>,
        metered: &Metered,
        pages: f64,
    ) {
        let (median, slow, lost) = if now.wait > 0.0 || now.rate > now.ceiling {
            let service = pool.saturated(now.step);
            (now.wait + service, now.wait + 3.0 * service, now.lost)
        } else {
            let response = pool.response(now.servers, now.step, now.rate.max(1e-9));
            (response.median, response.slow, response.lost * now.rate)
        };
        self.push(Meter::Demand, pages);
        self.push(Meter::PhpDemand, now.rate + now.refused);
        self.push(Meter::Capacity, now.ceiling);
        self.push(Meter::Servers, now.servers as f64);
        self.push(Meter::Utilisation, now.utilisation.min(1.0) * 100.0);
        self.push(Meter::MedianResponse, median * 1_000.0);
        self.push(Meter::SlowResponse, slow * 1_000.0);
        self.push(Meter::Failed, (lost + now.refused) / (now.rate + now.refused).max(1e-12) * 100.0);
        if let Some(account) = account {
            self.push(self.balance, account.balance().value() / self.credit);
            if self.balance == Meter::Credits {
                self.push(Meter::Surplus, account.surplus().value());
            }
        }
        if let Some((wanted, credits)) = metered.last_minute_of_files() {
            self.push(Meter::FileThroughput, wanted);
            if let Some(credits) = credits {
                self.push(Meter::FileCredits, credits);
            }
        }
    }

    fn push(&mut self, meter: Meter, value: f64) {
        if let Some(series) = self.series.get_mut(meter as usize) {
            if series.values.is_empty() {
                series.values.reserve(WEEK_MINUTES);
            }
            series.values.push(value);
        }
    }
}
