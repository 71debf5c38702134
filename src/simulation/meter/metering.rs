//! What the week meters, hour by hour.

use crate::{
    architecture::{Architecture, CpuAllowance, DatabaseTier, Fleet, Service},
    simulation::{
        Rules,
        cpu::server_cpu::Rationed,
        files::file_meter::FileMeter,
        fleet::server_pool::ServerPool,
        meter::origin::Origin,
        run::traffic::{Outline, Traffic},
    },
    units::{Count, Gib},
    workload::Demand,
};

/// Load balancer capacity units: new connections a second, active connections, gigabytes an hour in one unit (Elastic
/// Load Balancing pricing; rule evaluations stay within the ten free rules).
const LCU_NEW: f64 = 25.0;
const LCU_ACTIVE: f64 = 3_000.0;
const LCU_GIGABYTES: f64 = 1.0;
/// Seconds an idle connection is kept (Application Load Balancer, default idle timeout).
const IDLE: f64 = 60.0;

/// CPU utilisation at which a database that grows by itself has grown: what instances are sized for (estimate).
const GROWS_AT: f64 = 0.5;

/// The database as a fleet.
const ONE: Fleet = Fleet::Fixed(Count::new(1.0));

/// The meters of a week.
pub(crate) struct Metered {
    /// Per page view or bot request a second: new connections a second and gigabytes an hour at the load balancer.
    connections: f64,
    gigabytes: f64,
    pub(crate) lcu_hours: f64,
    balanced: bool,
    /// The database's CPU, where it is rationed, and its seconds for each PHP request.
    pub(crate) database: Option<(Rationed, f64)>,
    /// What a database that grows and shrinks has at the least and at the most, in vCPUs, and its seconds for each PHP request.
    elastic: Option<[f64; 3]>,
    /// vCPU hours such a database had.
    pub(crate) capacity_hours: f64,
    pub(crate) files: Option<FileMeter>,
    /// Mean PHP requests a second of each hour, added up.
    pub(crate) php_hours: f64,
}

impl Metered {
    pub(crate) fn new(
        architecture: &Architecture,
        demand: &Demand,
        rules: &Rules,
        pool: &ServerPool,
        traffic: &Traffic<'_>,
    ) -> Self {
        let origin = Origin::new(architecture, demand);
        let database = match &architecture.database {
            DatabaseTier::SameServer => None,
            DatabaseTier::Managed { machine, .. } => pool.database().and_then(|database| {
                let usual = traffic.mean_php() * database.time;
                Rationed::new(machine, &ONE, usual, rules).map(|cpu| (cpu, database.time))
            }),
        };
        let elastic = match &architecture.database {
            DatabaseTier::SameServer => None,
            DatabaseTier::Managed { machine, .. } => match machine.cpu {
                CpuAllowance::Elastic { least } => {
                    let time = pool.database().map_or(0.0, |database| database.time);
                    Some([least.value(), machine.vcpus.value(), time])
                }
                CpuAllowance::Fixed | CpuAllowance::Credits { .. } | CpuAllowance::BurstCapacity { .. } => None,
            },
        };
        Self {
            elastic,
            capacity_hours: 0.0,
            connections: origin.connections,
            gigabytes: origin.gigabytes_a_page * 3_600.0,
            lcu_hours: 0.0,
            balanced: architecture.has(|service| matches!(service, Service::LoadBalancer)),
            database,
            files: FileMeter::new(architecture, demand, rules, pool, traffic),
            php_hours: 0.0,
        }
    }

    /// Meters an hour, files apart.
    #[inline]
    pub(crate) fn hour(&mut self, hour: &Outline) {
        self.php_hours += hour.mean.php;
        if self.balanced {
            let new = hour.mean.pages * self.connections;
            let units = (new / LCU_NEW).max(new * IDLE / LCU_ACTIVE);
            self.lcu_hours += units.max(hour.mean.pages * self.gigabytes / LCU_GIGABYTES);
        }
        if let Some([least, most, time]) = self.elastic {
            // It grows within seconds and shrinks slowly, so an hour is paid as its busiest minute asks.
            self.capacity_hours += (hour.top.php * time / GROWS_AT).clamp(least, most.max(least));
        }
        if let Some((cpu, time)) = &mut self.database {
            // An hour at its mean: what unlimited mode charges depends on days, not on minutes.
            cpu.hour(hour.mean.php * *time);
        }
    }

    /// Whether the file system gives all that is asked for in an hour, whatever the minute.
    #[inline]
    pub(crate) fn files_are_quiet(&self, hour: &Outline) -> bool {
        self.files.as_ref().is_none_or(|files| files.is_quiet(hour))
    }

    /// Lets such an hour pass on the file system.
    #[inline]
    pub(crate) fn files_hour(&mut self, hour: &Outline) {
        if let Some(files) = &mut self.files {
            files.hour(hour);
        }
    }

    /// Lets a minute pass on the file system; the PHP requests a second it allows.
    pub(crate) fn files_minute(&mut self, php: f64, hour: &Outline) -> f64 {
        self.files.as_mut().map_or(f64::INFINITY, |files| files.minute(php, hour))
    }

    /// Metered MiB a second asked for in the last minute, and credits left in GiB.
    pub(crate) fn last_minute_of_files(&self) -> Option<(f64, Option<f64>)> {
        let files = self.files.as_ref()?;
        Some((files.wanted, files.credits.map(|credits| credits.balance().value())))
    }

    pub(crate) fn least_file_credits(&self) -> Option<Gib> {
        let files = self.files.as_ref()?;
        files.credits.map(|_| Gib::new(files.least))
    }

    /// Days the credits of a new file system last at the pace of so many seconds.
    pub(crate) fn file_credits_last(&self, seconds: f64) -> Option<Count> {
        let files = self.files.as_ref()?;
        let credits = files.credits?;
        let pace = files.moved / seconds;
        let shrinks = pace - credits.accrues().value();
        (shrinks > 0.0).then(|| Count::new(credits.cap().value() * 1_024.0 / shrinks / 86_400.0))
    }
}
