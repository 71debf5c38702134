//! Who listens while a week is played: nobody, or a tape the curves are drawn from.

use super::{Meter, Series, cpu_credits::CreditAccount, plant::Plant};
use crate::{
    architecture::{Architecture, CpuAllowance},
    workload::WEEK_MINUTES,
};

/// What a minute was like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Minute {
    pub(super) minute: usize,
    pub(super) servers: usize,
    pub(super) step: usize,
    /// PHP requests a second that arrive and are not refused.
    pub(super) rate: f64,
    /// PHP requests a second that can be served.
    pub(super) ceiling: f64,
    /// Seconds requests waited because there were too many.
    pub(super) wait: f64,
    /// Requests a second given up.
    pub(super) lost: f64,
}

impl Minute {
    /// A minute without trouble.
    #[inline]
    pub(super) const fn smooth(minute: usize, servers: usize, rate: f64, ceiling: f64) -> Self {
        Self { minute, servers, step: 0, rate, ceiling, wait: 0.0, lost: 0.0 }
    }
}

/// A listener.
pub(super) trait Recorder {
    /// Whether it listens to every minute.
    const LISTENS: bool;
    /// Called once a minute.
    fn minute(&mut self, plant: &Plant, minute: &Minute);
    /// Called once a minute, after it.
    fn resources(&mut self, utilisation: f64, account: Option<&CreditAccount>, refused: f64);
}

/// Listens to nothing.
pub(super) struct Silent;

impl Recorder for Silent {
    const LISTENS: bool = false;

    #[inline]
    fn minute(&mut self, _plant: &Plant, _minute: &Minute) {}

    #[inline]
    fn resources(&mut self, _utilisation: f64, _account: Option<&CreditAccount>, _refused: f64) {}
}

/// Takes everything down.
pub(super) struct Tape {
    series: Vec<Series>,
    /// How many vCPU minutes make one of the units credits are shown in.
    credit: f64,
}

const METERS: [Meter; 9] = [
    Meter::PhpDemand,
    Meter::Capacity,
    Meter::Servers,
    Meter::Utilisation,
    Meter::MedianResponse,
    Meter::SlowResponse,
    Meter::Failed,
    Meter::Credits,
    Meter::Surplus,
];

impl Tape {
    pub(super) fn new(architecture: &Architecture) -> Self {
        let machine = &architecture.web.machine;
        let credit = match machine.cpu {
            CpuAllowance::Fixed | CpuAllowance::Credits { .. } => 1.0,
            CpuAllowance::BurstCapacity { .. } => machine.vcpus.value().max(1e-9),
        };
        let series = METERS.map(|meter| Series { meter, values: Vec::with_capacity(WEEK_MINUTES) });
        Self { series: series.into(), credit }
    }

    pub(super) fn into_series(self) -> Vec<Series> {
        self.series.into_iter().filter(|series| !series.values.is_empty()).collect()
    }

    fn push(&mut self, meter: Meter, value: f64) {
        if let Some(series) = self.series.iter_mut().find(|series| series.meter == meter) {
            series.values.push(value);
        }
    }
}

impl Recorder for Tape {
    const LISTENS: bool = true;

    fn minute(&mut self, plant: &Plant, minute: &Minute) {
        self.push(Meter::PhpDemand, minute.rate);
        self.push(Meter::Capacity, minute.ceiling);
        self.push(Meter::Servers, minute.servers as f64);
        let (median, slow, lost) = if minute.wait > 0.0 || minute.rate > minute.ceiling {
            let service = plant.saturated(minute.step);
            (minute.wait + service, minute.wait + 3.0 * service, minute.lost / minute.rate.max(1e-9))
        } else {
            let response = plant.response(minute.servers, minute.step, minute.rate.max(1e-9));
            (response.median, response.slow, response.lost)
        };
        self.push(Meter::MedianResponse, median * 1_000.0);
        self.push(Meter::SlowResponse, slow * 1_000.0);
        self.push(Meter::Failed, lost * 100.0);
    }

    fn resources(&mut self, utilisation: f64, account: Option<&CreditAccount>, _refused: f64) {
        self.push(Meter::Utilisation, utilisation.min(1.0) * 100.0);
        if let Some(account) = account {
            self.push(Meter::Credits, account.balance().value() / self.credit);
            self.push(Meter::Surplus, account.surplus().value() / self.credit);
        }
    }
}
