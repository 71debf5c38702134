//! The servers of one architecture in the numbers the simulated minute needs.

use crate::{
    architecture::{Architecture, CpuAllowance, DatabaseTier, PageCache, Service},
    catalog::CreditMode,
    simulation::{
        Rules,
        cpu::web_queue::{self, Queue, Response},
        files::storage_latency::{PhpFiles, StorageLatency},
        run::traffic::{Load, Loads},
    },
    units::{Requests, RequestsPerSecond},
    workload::Demand,
};

/// CPU time of a page served from a page cache by PHP or the web server, in seconds (measured: 0.06 ms by nginx, 0.7 ms by
/// PHP; plans count on TLS and logging).
const CACHED_PAGE: f64 = 0.000_7;
/// CPU time of a file served by the web server, in seconds (measured: 0.05 ms, without TLS).
const STATIC_FILE: f64 = 0.000_1;
/// Steps in which a slowed-down CPU is told apart.
const STEPS: usize = 16;

/// What serves PHP requests.
pub(crate) struct ServerPool {
    pub(crate) cores: f64,
    workers: usize,
    /// Web CPU seconds of a PHP request at full speed.
    pub(crate) cpu: f64,
    /// vCPUs a server keeps busy for a minute when it compiles every PHP file, on all cores at once.
    pub(crate) compiling: f64,
    /// Seconds a request waits for something that is neither CPU, files nor database.
    elsewhere: f64,
    storage: StorageLatency,
    patience: f64,
    spread: f64,
    database: Option<Database>,
    /// What one server serves a second, at full speed first, then at 1/16, 2/16 … of it.
    capacity: Vec<f64>,
}

/// A database server of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Database {
    pub(crate) cores: f64,
    /// CPU seconds of a request.
    pub(crate) time: f64,
}

impl ServerPool {
    pub(crate) fn new(architecture: &Architecture, demand: &Demand, rules: &Rules) -> Self {
        let web = &architecture.web;
        let page = demand.page_cpu.value() / 1_000.0;
        let database_time = demand.database_time(web.object_cache).value() / 1_000.0;
        let (cpu, database) = match &architecture.database {
            DatabaseTier::SameServer => (page + database_time, None),
            DatabaseTier::Managed { machine, .. } => {
                (page, Some(Database { cores: machine.vcpus.value().max(0.1), time: database_time }))
            }
        };
        let mut pool = Self {
            cores: web.machine.vcpus.value().max(0.1),
            workers: web.workers.value() as usize,
            cpu,
            compiling: page * rules.compile_factor.value() * web.machine.vcpus.value() / 60.0,
            elsewhere: page * (demand.wait.value() - 1.0).max(0.0),
            storage: StorageLatency::new(web.webroot, demand, rules, PhpFiles::default()),
            patience: rules.patience.value(),
            spread: rules.spread.value(),
            database,
            capacity: Vec::new(),
        };
        let steps = if slows_down(&web.machine.cpu) { STEPS } else { 0 };
        pool.capacity =
            (0..=steps).map(|step| pool.queue(speed_of(step), pool.delay_unloaded(), 0.0).capacity()).collect();
        pool
    }

    /// How many speeds are told apart.
    pub(crate) const fn steps(&self) -> usize {
        self.capacity.len()
    }

    /// The step a speed between 0 and 1 belongs to; 0 is full speed.
    pub(crate) fn step(&self, speed: f64) -> usize {
        if self.capacity.len() == 1 { 0 } else { (speed * STEPS as f64).ceil().clamp(1.0, STEPS as f64) as usize }
    }

    /// What so many servers serve a second at full speed.
    pub(crate) fn ceiling(&self, servers: usize) -> f64 {
        self.ceiling_at(servers, 0, 1.0)
    }

    /// What so many servers serve a second at a speed of that step.
    pub(crate) fn ceiling_at(&self, servers: usize, step: usize, speed: f64) -> f64 {
        let exact = if step == 0 { 1.0 } else { speed / speed_of(step) };
        let web = servers as f64 * self.capacity.get(step).copied().unwrap_or(0.0) * exact;
        match self.database {
            Some(database) if database.time > 0.0 => web.min(0.99 * database.cores / database.time),
            Some(_) | None => web,
        }
    }

    /// What readers see while so many servers share so many requests a second, below their ceiling.
    pub(crate) fn response(&self, servers: usize, step: usize, rate: f64) -> Response {
        let each = rate / servers.max(1) as f64;
        let expired = self.storage.expired(RequestsPerSecond::new(each)).value();
        let expiry = self.storage.expiry().value();
        let apart = expired * expiry;
        let delay = self.elsewhere + self.storage.warm().value() + apart + self.database_response(rate);
        let mut response = self.queue(speed_of(step), delay, apart).response(each);
        // Where one page in twenty meets expired attributes, the 95th percentile does, and where half of them do, the
        // median.
        (response.expired, response.expiry) = (expired, expiry);
        if expired >= 0.05 {
            response.slow += expiry;
        }
        if expired >= 0.5 {
            response.median += expiry;
        }
        response
    }

    /// What readers see while every worker is busy: the time in service, by Little's law.
    pub(crate) fn saturated(&self, step: usize) -> f64 {
        self.workers.max(1) as f64 / self.capacity.get(step).copied().unwrap_or(1.0).max(1e-9)
    }

    /// 95th percentile on an idle server with its files on its own disk, in seconds: what the site takes wherever it is hosted.
    pub(crate) fn idle(&self) -> f64 {
        let database = self.database.map_or(0.0, |database| database.time);
        web_queue::idle(self.cpu + self.elsewhere + database, self.spread)
    }

    pub(crate) const fn patience(&self) -> f64 {
        self.patience
    }

    pub(crate) const fn database(&self) -> Option<Database> {
        self.database
    }

    pub(crate) const fn storage(&self) -> &StorageLatency {
        &self.storage
    }

    fn queue(&self, speed: f64, delay: f64, apart: f64) -> Queue {
        Queue {
            workers: self.workers,
            cores: self.cores,
            cpu: self.cpu / speed,
            delay,
            apart,
            spread: self.spread,
            patience: self.patience,
        }
    }

    fn delay_unloaded(&self) -> f64 {
        self.elsewhere + self.storage.warm().value() + self.database.map_or(0.0, |database| database.time)
    }

    /// Time in the database, whose cores are shared by all requests: M/M/c processor sharing, by Erlang's C formula
    /// (Kleinrock, Queueing Systems, volume 1, section 3.5).
    fn database_response(&self, rate: f64) -> f64 {
        let Some(Database { cores, time }) = self.database else { return 0.0 };
        let offered = (rate * time).min(0.99 * cores);
        let servers = cores.floor().max(1.0);
        let mut blocked = 1.0;
        for n in 1..=(servers as usize).min(64) {
            blocked = offered * blocked / (n as f64 + offered * blocked);
        }
        let utilisation = (offered / servers).min(0.99);
        let waits = blocked / (1.0 - utilisation * (1.0 - blocked));
        time * (1.0 + waits / (servers * (1.0 - utilisation)))
    }
}

/// What one request of each kind brings.
pub(crate) fn loads(architecture: &Architecture, demand: &Demand, cpu: f64) -> Loads {
    let cache = architecture.web.page_cache;
    if cache == PageCache::Exported {
        return exporting(demand, cpu);
    }
    let share = demand.uncached(cache);
    let from_server = match cache {
        // What the cache holds is still served by the web server.
        PageCache::Origin => 1.0,
        PageCache::Off | PageCache::Edge | PageCache::Exported => 0.0,
    };
    let files = if architecture.has(|service| matches!(service, Service::Cdn(_) | Service::OtherCdn(_))) {
        0.0
    } else {
        // Files of the site for each page: the month's requests over the month's page views.
        (demand.requests / (demand.page_views + demand.bot_requests)).max(0.0)
    };
    let load = |uncached: f64, ajax: f64, files: f64| Load {
        php: uncached + ajax,
        busy: (uncached + ajax) * cpu + (1.0 - uncached) * from_server * CACHED_PAGE + files * STATIC_FILE,
        pages: 1.0,
    };
    let ajax = demand.ajax.value();
    Loads {
        people: load(share.pages.value(), ajax, files),
        bots: load(share.bots.value(), 0.0, 0.0),
        spike: load(share.spike.value(), ajax, files),
        // No cache answers an attack. It is taken to cost what a page costs: WordPress starts, and checks a password slowly
        // on purpose.
        flood: load(1.0, 0.0, 0.0),
    }
}

/// What readers of exported pages bring to the server on which people write: nothing themselves; the exports of a month are
/// spread like their day.
fn exporting(demand: &Demand, cpu: f64) -> Loads {
    let none = Load { php: 0.0, busy: 0.0, pages: 1.0 };
    let php = demand.exported() / demand.page_views.max(Requests::new(1.0));
    Loads { people: Load { php, busy: php * cpu, pages: 1.0 }, bots: none, spike: none, flood: none }
}

fn speed_of(step: usize) -> f64 {
    if step == 0 { 1.0 } else { step as f64 / STEPS as f64 }
}

const fn slows_down(cpu: &CpuAllowance) -> bool {
    match cpu {
        CpuAllowance::Fixed
        | CpuAllowance::Elastic { .. }
        | CpuAllowance::Credits { mode: CreditMode::Unlimited, .. } => false,
        CpuAllowance::Credits { mode: CreditMode::Standard, .. } | CpuAllowance::BurstCapacity { .. } => true,
    }
}
