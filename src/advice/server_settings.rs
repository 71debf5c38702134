//! Settings that go with a server's size: a large server with small settings is idle and slow, and one with too many PHP
//! workers runs out of memory or lets them take turns.

use super::finding::{Finding, Severity, Situation};
use crate::{
    architecture::{Architecture, DatabaseTier, Delivery, ObjectCache, Service},
    units::text,
    workload::Demand,
};

/// Half a GiB for the system and a quarter for OPcache, as the size was chosen with.
const SYSTEM: f64 = 0.75;
/// The same for an object cache on the server.
const OBJECTS: f64 = 0.25;
/// The share of a webroot's files that are PHP (counted: 44 to 50 % on five real sites).
const PHP_FILES: f64 = 0.47;
/// OPcache's defaults, in files and MB, and the next larger ones: it rounds files up to one of a list of primes (PHP
/// manual, OPcache configuration).
const ACCELERATED: [(f64, f64, f64); 3] =
    [(7_500.0, 10_000.0, 128.0), (14_000.0, 16_229.0, 256.0), (f64::INFINITY, 32_531.0, 512.0)];
/// Memory up to which a server gets a swap file (estimate).
const SWAPS_BELOW: f64 = 8.5;

pub(super) fn check(situation: &Situation<'_>) -> Option<Finding> {
    let architecture = &situation.first()?.assessment.architecture;
    if !architecture
        .has(|service| matches!(service, Service::WebServers(_) | Service::Lightsail(_) | Service::Server(_)))
    {
        return None;
    }
    let demand = situation.workload.typical();
    let (machine, workers) = (&architecture.web.machine, architecture.web.workers.value());
    let (each, of_each) = if architecture.survives_a_server() { ("each ", "each server's ") } else { ("", "") };
    let most = most_workers(architecture, demand);
    let memory = format!("{} MB each", text::grouped(demand.worker_memory.value() * 1_024.0));
    let held = if most < workers {
        format!("memory holds only {most} of {memory}, so fewer have to do or the server has to be larger")
    } else {
        format!(
            "memory would hold {most} of {memory}, but what is more than the CPU can serve only waits inside the server and not before it"
        )
    };
    Some(Finding {
        rule: "server-settings",
        severity: if most < workers { Severity::Warning } else { Severity::Consider },
        title: format!("Settings go with the size: {} PHP workers on {each}{}", workers.min(most), machine.name),
        detail: format!(
            "The busiest minutes need {workers} workers on {of_each}{} vCPU, and the week is simulated with them; {held}",
            text::trimmed(machine.vcpus.value(), 1)
        ),
        remedy: settings(architecture, demand, workers.min(most)).join("; "),
        source: "PHP manual, FastCGI Process Manager and OPcache configuration; MySQL 8.4 Reference Manual, InnoDB buffer \
                 pool; AWS re:Post, swap space on EC2",
        views: Vec::new(),
    })
}

/// Memory in GiB for PHP workers and a database on the server.
fn room(architecture: &Architecture) -> f64 {
    let objects = if architecture.web.object_cache == ObjectCache::Local { OBJECTS } else { 0.0 };
    architecture.web.machine.memory.value() - SYSTEM - objects
}

/// The buffer pool in GiB that holds the tables of a database on the server, as far as PHP leaves room for it.
fn buffer_pool(architecture: &Architecture, demand: &Demand) -> Option<f64> {
    if architecture.database != DatabaseTier::SameServer {
        return None;
    }
    let workers = architecture.web.workers.value() * demand.worker_memory.value();
    let wanted = (1.2 * demand.content.read_often().value()).max(0.25);
    Some(eighths(wanted.min(room(architecture) - workers).max(0.125)))
}

/// Down to whole eighths, which are 128 MB: the chunks a buffer pool grows by.
fn eighths(gib: f64) -> f64 {
    (gib * 8.0).floor() / 8.0
}

/// PHP workers that memory holds beside everything else.
fn most_workers(architecture: &Architecture, demand: &Demand) -> f64 {
    let database = buffer_pool(architecture, demand).unwrap_or(0.0);
    ((room(architecture) - database) / demand.worker_memory.value().max(1e-3)).floor().max(1.0)
}

fn settings(architecture: &Architecture, demand: &Demand, workers: f64) -> Vec<String> {
    let php = demand.webroot_files.value() * PHP_FILES;
    let (_, files, megabytes) =
        ACCELERATED.into_iter().find(|(most, ..)| php <= *most).unwrap_or((0.0, 10_000.0, 128.0));
    let mut all = vec![
        format!("PHP-FPM: pm.max_children = {workers}"),
        format!(
            "OPcache for about {} PHP files: opcache.max_accelerated_files = {files}, opcache.memory_consumption = {megabytes}",
            text::significant(php, 2)
        ),
    ];
    match architecture.web.delivery {
        Delivery::InPlace => {}
        Delivery::Mounted => {
            all.push("opcache.revalidate_freq = 60, so that files are asked about once a minute".to_owned())
        }
        Delivery::Baked | Delivery::InstalledFromGit | Delivery::Pulled => {
            all.push("opcache.validate_timestamps = 0, as servers are replaced at each deployment".to_owned());
        }
    }
    if let Some(gib) = buffer_pool(architecture, demand) {
        all.push(format!("database: innodb_buffer_pool_size = {}M", text::trimmed(gib * 1_024.0, 0)));
    }
    let memory = architecture.web.machine.memory.value();
    if !architecture.survives_a_server() && memory <= SWAPS_BELOW {
        let swap = text::trimmed(memory.clamp(1.0, 4.0), 0);
        all.push(format!(
            "a swap file of {swap} GiB with vm.swappiness = 10: slow for a minute instead of a killed database"
        ));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::fixture::{Given, option, placed},
        architecture::{Network, Webroot},
        billing::Bill,
        questionnaire::Answers,
        simulation::{Outcome, fixtures},
        units::{Count, Gib},
    };

    fn told(architecture: Architecture) -> Option<Finding> {
        Given::new(Answers::default(), option("ec2", architecture, Bill::default(), Outcome::default())).told(check)
    }

    fn server(memory: f64, workers: f64) -> Architecture {
        let mut architecture =
            placed(fixtures::single(fixtures::fixed(2.0)), &[Service::Lightsail("medium".to_owned())]);
        architecture.web.machine.memory = Gib::new(memory);
        architecture.web.workers = Count::new(workers);
        architecture.network = Network::Lightsail;
        architecture
    }

    #[test]
    fn a_server_is_told_its_workers_its_buffer_pool_and_its_swap() {
        let told = told(server(4.0, 6.0)).unwrap();
        assert!(told.title.starts_with("Settings go with the size: 6 PHP workers on "), "{}", told.title);
        assert!(told.remedy.starts_with("PHP-FPM: pm.max_children = 6; OPcache for about "), "{}", told.remedy);
        assert!(told.remedy.contains("innodb_buffer_pool_size = 256M"), "{}", told.remedy);
        assert!(told.remedy.contains("a swap file of 4 GiB"), "{}", told.remedy);
    }

    /// 800 workers on 32 GB: what memory does not hold is not set.
    #[test]
    fn more_workers_than_memory_holds_are_a_warning() {
        let told = told(server(32.0, 800.0)).unwrap();
        assert_eq!(told.severity, Severity::Warning);
        let set: f64 =
            told.remedy.split("pm.max_children = ").nth(1).unwrap().split(';').next().unwrap().parse().unwrap();
        assert!((100.0..500.0).contains(&set), "{}", told.remedy);
    }

    #[test]
    fn servers_that_are_replaced_have_no_swap_and_no_database_on_them() {
        let group = fixtures::group(fixtures::fixed(2.0), 2.0, 8.0, Delivery::Baked, Webroot::Local);
        let servers = Service::Lightsail("any".to_owned());
        let told = told(placed(group, &[servers])).unwrap();
        assert!(!told.remedy.contains("swap") && !told.remedy.contains("buffer"), "{}", told.remedy);
        assert!(told.remedy.contains("opcache.validate_timestamps = 0"), "{}", told.remedy);
    }

    #[test]
    fn where_somebody_else_runs_the_servers_there_is_nothing_to_set() {
        assert_eq!(told(fixtures::single(fixtures::fixed(2.0))), None);
    }
}
