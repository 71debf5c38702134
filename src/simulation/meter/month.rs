//! What a month of such weeks meters, and what simply stands there.

use crate::{
    architecture::{
        Architecture, CpuAllowance, DatabaseTier, Delivery, Machine, ObjectCache, PageCache, Service, VCPUS_OF_A_UNIT,
        Webroot,
    },
    billing::Usage,
    simulation::{
        Rules,
        files::{efs_throughput::READ_WEIGHT, file_meter::Asked},
        fleet::server_pool::loads,
        meter::origin::{GIB, Origin, stored},
    },
    units::{Count, Gib, Gigabytes, Hours, Minutes, Requests},
    workload::{Demand, Shape, UPLOADED},
};

/// Weeks in a month of 730 hours.
const WEEKS: f64 = 730.0 / 168.0;

/// What a week metered, before it is told of an architecture.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(crate) struct Meters {
    /// Minutes of all servers together.
    pub(crate) server_minutes: f64,
    /// Surplus credits charged for all servers together.
    pub(crate) surplus: f64,
    /// Surplus credits charged for the database.
    pub(crate) database_surplus: f64,
    /// Mean PHP requests a second of each hour, added up.
    pub(crate) php_hours: f64,
    /// Load balancer capacity units, hour by hour.
    pub(crate) lcu_hours: f64,
    /// vCPU hours that a database which grows by itself had.
    pub(crate) capacity_hours: f64,
    /// Metered MiB moved on EFS, where the webroot is there.
    pub(crate) files_moved: Option<f64>,
}

impl Meters {
    /// The least that an ordinary week of an architecture meters: its servers stand there, and what comes without any event asks
    /// of PHP, of the files and of the database what it has to. A week that was measured may bring anything, and is taken to
    /// bring nothing.
    pub(crate) fn least(architecture: &Architecture, demand: &Demand, shape: &Shape, rules: &Rules) -> Self {
        let server_minutes = architecture.web.fleet.min().value() * 10_080.0;
        let capacity = match &architecture.database {
            DatabaseTier::Managed { machine: Machine { cpu: CpuAllowance::Elastic { least }, .. }, .. } => {
                least.value()
            }
            DatabaseTier::Managed { .. } | DatabaseTier::SameServer => 0.0,
        };
        let loads = loads(architecture, demand, 0.0);
        let come = if shape.beside().is_some() { 0.0 } else { 1.0 };
        let people = loads.people.php * demand.mean_views().value() * come;
        let bots = loads.bots.php * demand.mean_bots().value() * come;
        let files = Asked::of(architecture, demand, rules);
        let weeks = shape.hours().len() as f64 / 168.0;
        let (mut php_hours, mut moved) = (0.0, 0.0);
        for (mean, top) in shape.hours() {
            let (mean, top) = (people * mean + bots, people * top + bots);
            php_hours += mean;
            moved += files.as_ref().map_or(0.0, |files| files.at_least(mean, top)) * 3_600.0;
        }
        Self {
            server_minutes,
            php_hours: php_hours / weeks * ROUNDING,
            capacity_hours: capacity * 168.0 * ROUNDING,
            files_moved: files.map(|_| moved / weeks * ROUNDING),
            ..Self::default()
        }
    }
}

/// What is added up hour by hour may come to a little less than what is added up otherwise.
const ROUNDING: f64 = 1.0 - 1e-9;

/// A month of such weeks.
pub(crate) fn usage(metered: &Meters, architecture: &Architecture, demand: &Demand, rules: &Rules) -> Usage {
    let month = Month {
        architecture,
        demand,
        rules,
        origin: Origin::new(architecture, demand),
        php: metered.php_hours * 3_600.0 * WEEKS,
    };
    let origin = &month.origin;
    let cdn = |value: f64| if origin.has_cdn { value } else { 0.0 };
    let bucket = |value: f64| if origin.has_bucket { value } else { 0.0 };
    let pages = demand.page_views + demand.bot_requests;
    let files = (demand.requests - pages).max(Requests::ZERO);
    let (efs_read, efs_written) = month.efs(metered);
    let deployments = rules.deployments;
    Usage {
        web_hours: Hours::new(metered.server_minutes / 60.0 * WEEKS),
        web_surplus: Hours::new(metered.surplus / 60.0 * WEEKS),
        database_surplus: Hours::new(metered.database_surplus / 60.0 * WEEKS),
        lcu_hours: Count::new(metered.lcu_hours * WEEKS),
        edge_transfer: Gigabytes::new(cdn(demand.egress.value())),
        edge_requests: Requests::new(cdn(demand.requests.value())),
        origin_transfer: Gigabytes::new(cdn(origin.sent.servers.value())),
        invalidated: month.invalidated(),
        internet_transfer: if origin.has_cdn { Gigabytes::ZERO } else { origin.sent.servers },
        object_transfer: origin.sent.bucket,
        objects: Gigabytes::new(bucket(demand.media.value())),
        object_gets: Requests::new(bucket(match architecture.is_exported() {
            true => (pages + files).value() * origin.missed,
            false => files.value() * UPLOADED * origin.missed,
        })),
        // Each upload becomes about eight sizes of 100 KB (estimate).
        object_puts: Requests::new(bucket(month.uploaded() * 1e4) + month.exported()),
        efs_stored: if month.is_on_efs() { stored(architecture, demand) } else { Gigabytes::ZERO },
        efs_read,
        efs_written,
        nat: month.nat(),
        inter_zone: month.inter_zone(),
        database_io: month.database_io(),
        database_capacity: Count::new(metered.capacity_hours / VCPUS_OF_A_UNIT * WEEKS),
        database_storage: month.database_storage(),
        backup: month.backup(),
        visits: demand.visits,
        dns_queries: demand.visits + demand.bot_requests * 0.1,
        logs: month.logs(pages),
        // A build of a WordPress site by Composer takes about five minutes (estimate).
        build: Minutes::new(if month.has(|service| matches!(service, Service::Build)) {
            deployments.value() * 5.0
        } else {
            0.0
        }),
        deployments,
    }
}

/// A month on one architecture.
struct Month<'a> {
    architecture: &'a Architecture,
    demand: &'a Demand,
    rules: &'a Rules,
    origin: Origin,
    /// PHP requests.
    php: f64,
}

impl Month<'_> {
    fn has(&self, wanted: fn(&Service) -> bool) -> bool {
        self.architecture.has(wanted)
    }

    fn is_on_efs(&self) -> bool {
        matches!(self.architecture.web.webroot, Webroot::Efs(_))
    }

    /// Gigabytes of the webroot.
    const fn webroot(&self) -> f64 {
        self.demand.webroot.value() * GIB
    }

    /// Gigabytes uploaded.
    const fn uploaded(&self) -> f64 {
        self.demand.media_growth.value()
    }

    /// Pages written by exports.
    fn exported(&self) -> f64 {
        if self.architecture.is_exported() { self.demand.exported().value() } else { 0.0 }
    }

    /// Read from and written to EFS. A twentieth of the webroot changes with each deployment (estimate).
    fn efs(&self, metered: &Meters) -> (Gigabytes, Gigabytes) {
        let Some(moved) = metered.files_moved else { return (Gigabytes::ZERO, Gigabytes::ZERO) };
        let read = moved / READ_WEIGHT * WEEKS * 1_048_576.0 / 1e9;
        let uploaded = if self.origin.has_bucket { 0.0 } else { self.uploaded() };
        let written = self.webroot() * 0.05 * self.rules.deployments.value() + uploaded;
        (Gigabytes::new(read), Gigabytes::new(written))
    }

    /// Through NAT gateways: a gigabyte of updates for each server, what each boot fetches, and a kilobyte for each page
    /// that calls another site (estimates).
    fn nat(&self) -> Gigabytes {
        if !self.has(|service| matches!(service, Service::NatGateway)) {
            return Gigabytes::ZERO;
        }
        let web = &self.architecture.web;
        let boot = match web.delivery {
            Delivery::InstalledFromGit => self.webroot() + 0.3,
            // A PHP image with the site in it, compressed (elasticscale.com, 2024-04).
            Delivery::Pulled => self.webroot() + 0.4,
            Delivery::InPlace | Delivery::Mounted | Delivery::Baked => 0.05,
        };
        let servers = web.fleet.min().value();
        Gigabytes::new(servers + (1.0 + self.rules.deployments.value()) * servers * boot + self.php * 1e-6)
    }

    /// Between Availability Zones, both ways: queries of 2 KB each, 0.2 MB of object cache look-ups for each page, and
    /// ten look-ups of files on a server that may stand elsewhere (estimates). Load balancers, EFS mount targets and
    /// copies of a managed database move data between zones without a charge (Amazon EC2 pricing, data transfer).
    fn inter_zone(&self) -> Gigabytes {
        let queries = self.demand.queries.value();
        let behind = match (&self.architecture.database, self.architecture.web.object_cache) {
            (DatabaseTier::SameServer, _) => 0.0,
            (DatabaseTier::Managed { .. }, ObjectCache::Off) => queries * 2e-6,
            (DatabaseTier::Managed { .. }, ObjectCache::Local) => queries * 2e-7,
            (DatabaseTier::Managed { .. }, ObjectCache::Cluster) => queries * 2e-7 + 2e-4,
        };
        let shared = match self.architecture.web.webroot {
            Webroot::Nfs | Webroot::Gluster => 10.0 * 4e-6,
            Webroot::Local | Webroot::Efs(_) => 0.0,
        };
        let zones = self.architecture.zones.zones().len() as f64;
        Gigabytes::new(2.0 * self.php * (behind + shared) * (zones - 1.0) / zones)
    }

    /// Paths invalidated where whole pages are kept at the edge; a deployment takes all of them by one path, `/*`, which counts
    /// as one (Amazon CloudFront Developer Guide, paying for file invalidation).
    fn invalidated(&self) -> Count {
        let at_edge = matches!(self.architecture.web.page_cache, PageCache::Edge | PageCache::Exported);
        if !at_edge || !self.has(|service| matches!(service, Service::Cdn(_))) {
            return Count::ZERO;
        }
        self.demand.paths_changed() + self.rules.deployments
    }

    /// I/O of Aurora: 5 % of queries miss the buffer pool, and 2 % write (estimate).
    fn database_io(&self) -> Requests {
        if !self.has(|service| matches!(service, Service::Aurora(_))) {
            return Requests::ZERO;
        }
        let left = match self.architecture.web.object_cache {
            ObjectCache::Off => 1.0,
            ObjectCache::Local | ObjectCache::Cluster => 0.1,
        };
        Requests::new(self.php * self.demand.queries.value() * left * (0.05 + 0.02))
    }

    fn database_storage(&self) -> Gib {
        match self.architecture.database {
            DatabaseTier::SameServer => Gib::ZERO,
            DatabaseTier::Managed { .. } => self.demand.database,
        }
    }

    /// What backups hold besides those of a managed database.
    fn backup(&self) -> Gigabytes {
        if !self.has(|service| matches!(service, Service::Backup)) {
            return Gigabytes::ZERO;
        }
        // Where pages are exported, uploads are on the server as well.
        let offloaded = self.origin.has_bucket && !self.architecture.is_exported();
        let media = if offloaded { 0.0 } else { self.demand.media.value() };
        let database = match self.architecture.database {
            DatabaseTier::SameServer => self.demand.database.value() * GIB,
            DatabaseTier::Managed { .. } => 0.0,
        };
        Gigabytes::new(self.webroot() + media + database)
    }

    /// Access logs of what reaches servers on EC2, 0.4 KB each.
    fn logs(&self, pages: Requests) -> Gigabytes {
        if !self.has(|service| matches!(service, Service::LoadBalancer | Service::WebServers(_) | Service::Tasks(_))) {
            return Gigabytes::ZERO;
        }
        Gigabytes::new((pages.value() * self.origin.missed.max(0.2) + self.php) * 4e-7)
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        architecture::{
            Architecture, Component, ComponentId, CpuAllowance, Delivery, EdgeBilling, EfsThroughput, Fleet, PageCache,
            Place, Service, Webroot,
        },
        billing::Usage,
        catalog::CreditMode,
        simulation::{
            Rules, Start,
            fixtures::*,
            run::{event::Event, week::simulate},
        },
        units::{Count, Gigabytes, Minutes, Requests},
        workload::Workload,
    };

    fn with(mut architecture: Architecture, services: &[Service]) -> Architecture {
        for service in services {
            architecture.components.push(Component {
                id: ComponentId(service.name()),
                service: service.clone(),
                place: Place::Region,
                size: String::new(),
                role: String::new(),
            });
        }
        architecture
    }

    fn month(architecture: &Architecture, workload: &Workload) -> Usage {
        simulate(architecture, workload.typical(), &workload.shape, &Vec::new(), &Rules::default()).usage
    }

    #[test]
    fn a_fixed_fleet_runs_730_hours_a_server() {
        let workload = workload("blog");
        let mut architecture = single(fixed(2.0));
        for servers in [1.0, 3.0] {
            architecture.web.fleet = Fleet::Fixed(Count::new(servers));
            assert!((month(&architecture, &workload).web_hours.value() - 730.0 * servers).abs() < 1e-6);
        }
    }

    /// By hand: without a CDN each page opens one connection; 25 new ones a second are one unit, and a page of the blog
    /// weighs more than its connection, so gigabytes decide.
    #[test]
    fn load_balancer_units_are_the_largest_of_each_hour() {
        let workload = workload("blog");
        let demand = workload.typical();
        let pages = demand.page_views.value() + demand.bot_requests.value();
        let architecture = with(group(fixed(2.0), 2.0, 4.0, Delivery::Baked, Webroot::Local), &[Service::LoadBalancer]);
        let units = month(&architecture, &workload).lcu_hours.value();
        // A month of 730 hours is 0.9993 of the 30.4375 days traffic is counted in.
        let gigabytes = demand.egress.value() * 730.0 * 3_600.0 / 2_629_800.0;
        assert!((units / gigabytes - 1.0).abs() < 0.01, "{units} units, {gigabytes} GB, {pages} pages");
        assert_eq!(month(&single(fixed(2.0)), &workload).lcu_hours, Count::ZERO);
    }

    #[test]
    fn what_visitors_download_is_paid_at_the_edge_or_at_the_server_and_never_twice() {
        let workload = workload("shop");
        let egress = workload.typical().egress;
        let direct = month(&single(fixed(4.0)), &workload);
        assert_eq!((direct.internet_transfer, direct.edge_transfer), (egress, Gigabytes::ZERO));
        assert_eq!((direct.edge_requests, direct.origin_transfer), (Requests::ZERO, Gigabytes::ZERO));
        let edge = with(single(fixed(4.0)), &[Service::Cdn(EdgeBilling::PayAsYouGo), Service::ObjectStore]);
        let edge = month(&edge, &workload);
        assert_eq!((edge.internet_transfer, edge.edge_transfer), (Gigabytes::ZERO, egress));
        assert!(edge.origin_transfer < egress && edge.origin_transfer > Gigabytes::ZERO);
        assert_eq!(edge.objects, workload.typical().media);
        assert!(edge.object_gets < edge.edge_requests);
    }

    /// 1.5 look-ups for each of a page's files, a minute and a server, of 4 KiB each, and ten for each page.
    #[test]
    fn look_ups_are_what_efs_reads() {
        let workload = workload("blog");
        let demand = workload.typical();
        let efs = Webroot::Efs(EfsThroughput::Elastic);
        let architecture = with(group(fixed(2.0), 2.0, 2.0, Delivery::Mounted, efs), &[Service::ObjectStore]);
        let usage = month(&architecture, &workload);
        let week = simulate(&architecture, demand, &workload.shape, &Vec::new(), &Rules::default()).outcome;
        let pages = week.arrived.value() * 730.0 / 168.0;
        let most = (pages.min(2.0 * 730.0 * 60.0) * 1.5 * demand.files_per_page.value() + pages * 10.0) * 4_096.0 / 1e9;
        let read = usage.efs_read.value();
        assert!(read <= most * 1.000_001 && read > 0.5 * most, "{read} GB, at most {most}");
        assert_eq!(month(&single(fixed(2.0)), &workload).efs_read, Gigabytes::ZERO);
        assert!(usage.efs_stored < Gigabytes::new(1.0));
    }

    /// Servers that come for a spike bring no credits and take their surplus with them when they go.
    #[test]
    fn a_group_pays_the_surplus_of_servers_it_takes_away() {
        let workload = workload("membership");
        let spike = Event::Spike {
            start: Minutes::new(1_440.0),
            height: Count::new(8.0),
            rise: Minutes::new(5.0),
            length: Minutes::new(120.0),
        };
        let charged = |mode| {
            let mut architecture = group(ec2("t3.medium", mode), 2.0, 12.0, Delivery::Baked, Webroot::Local);
            architecture.web.page_cache = PageCache::Edge;
            let rules = Rules::default().starting(Start::Fresh);
            let week = simulate(&architecture, workload.typical(), &workload.shape, &vec![spike], &rules);
            assert!(matches!(architecture.web.machine.cpu, CpuAllowance::Credits { .. }));
            assert!(week.outcome.most_servers > Count::new(2.0));
            week.usage.web_surplus.value()
        };
        assert!(charged(CreditMode::Unlimited) > 0.0);
        assert!(charged(CreditMode::Standard) == 0.0);
    }
}
