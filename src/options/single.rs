//! What every single server on AWS has in common: content delivery and media offload in front of one machine.

use super::{Brief, parts, parts::component, sizing::Need};
use crate::{
    architecture::{
        Architecture, Component, ComponentId, DatabaseTier, Delivery, Fleet, Link, Machine, Network, ObjectCache,
        PageCache, Parts, Path, Place, Service, WebTier, Webroot, ZoneCount,
    },
    questionnaire::DataLoss,
    units::{Count, text},
};

/// Whether the database has to be managed: daily snapshots cannot keep a stricter recovery point than a day.
pub(super) fn wants_managed_database(brief: &Brief<'_>) -> bool {
    brief.answers.data_loss < DataLoss::Day
}

/// The web tier of one server that holds everything PHP needs.
pub(super) fn web(machine: Machine, workers: Count, page_cache: PageCache) -> WebTier {
    WebTier {
        machine,
        fleet: Fleet::Fixed(Count::new(1.0)),
        workers,
        delivery: Delivery::InPlace,
        webroot: Webroot::Local,
        page_cache,
        object_cache: ObjectCache::Local,
    }
}

/// What the server does.
pub(super) const fn role(database: Option<&Component>) -> &'static str {
    match database {
        Some(_) => "Runs WordPress and its caches",
        None => "Runs WordPress, its database and its caches",
    }
}

/// Why a machine of that size.
pub(super) fn reason(machine: &Machine, need: &Need) -> String {
    let enough = machine.vcpus >= need.vcpus && machine.memory >= need.memory;
    format!(
        "{}: the {} {} vCPU and {} GiB; {} vCPU are busy at the peak, {} on the average",
        machine.name,
        if enough { "cheapest on sale that lasts the week with" } else { "largest on sale; the peak asks for" },
        text::trimmed(need.vcpus.value(), 1),
        text::trimmed(need.memory.value(), 1),
        text::trimmed(need.busy.value(), 1),
        text::trimmed(need.mean.value(), 2),
    )
}

/// What stands around a single server on AWS.
pub(super) struct Around {
    pub(super) network: Network,
    pub(super) server: Component,
    pub(super) database: Option<Component>,
    pub(super) backup: &'static str,
}

/// Readers, edge, media bucket, the server, its database if that is managed, and its backups.
pub(super) fn architecture(
    brief: &Brief<'_>,
    around: Around,
    web: WebTier,
    tier: DatabaseTier,
    sizing: Vec<String>,
) -> Architecture {
    let server: ComponentId = around.server.id;
    let mut components = vec![parts::readers(brief)];
    components.extend(parts::edge(brief));
    components.push(parts::objects(brief));
    let mut links: Vec<Link>;
    if around.network == Network::Vpc {
        components.push(parts::gateway());
        links = parts::edge_links(parts::GATEWAY);
        links.push(parts::link(parts::GATEWAY, server, Path::Request, "HTTPS 443"));
    } else {
        links = parts::edge_links(server);
    }
    components.push(around.server);
    if let Some(database) = around.database {
        links.push(parts::link(server, database.id, Path::Data, "MySQL 3306"));
        components.push(database);
    }
    components.push(component(
        parts::BACKUP,
        Service::Backup,
        Place::Region,
        around.backup,
        "Brings the server back when it is lost",
    ));
    links.push(parts::link(server, parts::BACKUP, Path::Replication, "snapshots"));
    Parts { network: around.network, zones: ZoneCount::One, components, links, web, database: tier, sizing }.into()
}
