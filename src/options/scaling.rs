//! What every Auto Scaling option has in common: CloudFront and S3 in front, a load balancer over two zones, an Auto
//! Scaling group of web servers, ElastiCache, and a managed database that fails over.

use super::{
    Brief, parts,
    parts::{component, in_zone, link},
    sizing::{self, Engine, Several},
};
use crate::{
    architecture::{
        Component, DatabasePart, DatabaseTier, Delivery, Failover, Link, Machine, ManagedDatabase, Network,
        ObjectCache, PageCache, Parts, Path, Place, Service, Tier, WebTier, Webroot, Zone, ZoneCount,
    },
    units::{Count, Gib, text},
};

/// How one Auto Scaling option differs from the next.
pub(super) struct Difference {
    pub(super) webroot: Webroot,
    pub(super) delivery: Delivery,
    pub(super) engine: Engine,
}

/// The common architecture; the option adds how the webroot reaches the servers.
pub(super) fn build(brief: &Brief<'_>, difference: &Difference) -> Parts {
    let zones = ZoneCount::Two;
    let cache = PageCache::Edge;
    let objects = ObjectCache::Cluster;
    let Several { machine, fleet, workers, mut reasons } = sizing::several(brief, cache);
    let failover = match difference.engine {
        Engine::Aurora => Failover::AuroraReplica,
        Engine::Rds => Failover::MultiAzStandby,
    };
    let (class, database) = sizing::database(brief, cache, objects, difference.engine, failover);
    let node = sizing::cache_node(brief);
    reasons.push(database_reason(brief, cache, objects, &class, &database));
    reasons.push(format!("{node}: holds a quarter of the database and a little more"));

    let mut components = vec![parts::readers(brief)];
    components.extend(parts::edge(brief));
    components.push(parts::objects(brief));
    components.push(parts::gateway());
    components.push(component(
        parts::ALB,
        Service::LoadBalancer,
        Place::AcrossZones,
        "in both zones",
        "Spreads requests over healthy web servers",
    ));
    let each = Count::new(fleet.min().value() / zones.zones().len() as f64);
    for zone in zones.zones() {
        components.extend(zone_parts(brief, *zone, &machine, each, &node));
    }
    components.extend(database_parts(brief, difference.engine, &class, &database));

    let mut links = parts::edge_links(parts::GATEWAY);
    links.push(link(parts::GATEWAY, parts::ALB, Path::Request, "HTTPS 443"));
    for zone in zones.zones() {
        links.extend(zone_links(*zone));
    }
    links.push(link(parts::DATABASE, parts::STANDBY, Path::Replication, "replication"));

    Parts {
        network: Network::Vpc,
        zones,
        components,
        links,
        web: WebTier {
            machine,
            fleet,
            workers,
            delivery: difference.delivery,
            webroot: difference.webroot,
            page_cache: cache,
            object_cache: objects,
        },
        database,
        sizing: reasons,
    }
}

fn database_reason(
    brief: &Brief<'_>,
    cache: PageCache,
    objects: ObjectCache,
    class: &str,
    tier: &DatabaseTier,
) -> String {
    let busy = brief.demand.busy_database(brief.demand.peak(cache), objects);
    let carries = match tier {
        DatabaseTier::Managed { machine, .. } => machine.vcpus * sizing::DATABASE_TARGET >= busy,
        DatabaseTier::SameServer => false,
    };
    let size = if carries { "the cheapest priced here that keeps" } else { "the largest priced here; the peak takes" };
    let after = if carries { " at 50 % CPU at the peak" } else { "" };
    format!(
        "{class}: {size} {} busy vCPU{after} and holds {} GiB of tables in memory",
        text::trimmed(busy.value().max(0.01), 2),
        text::trimmed(sizing::database_memory(brief).value(), 1)
    )
}

fn zone_parts(brief: &Brief<'_>, zone: Zone, machine: &Machine, each: Count, node: &str) -> Vec<Component> {
    let volume = Gib::new((16.0 + 2.0 * brief.demand.webroot.value()).ceil());
    vec![
        component(
            in_zone(parts::NAT, zone),
            Service::NatGateway,
            Place::In(zone, Tier::Public),
            "",
            "Lets private servers reach updates and other sites",
        ),
        component(
            in_zone(parts::WEB, zone),
            Service::WebServers(parts::instances(machine, each, volume)),
            Place::In(zone, Tier::App),
            format!("{} × {}", text::trimmed(each.value(), 1), machine.name),
            "Runs WordPress",
        ),
        component(
            in_zone(parts::CACHE, zone),
            Service::CacheNode(node.to_owned()),
            Place::In(zone, Tier::Data),
            node,
            "Keeps database results and sessions in memory",
        ),
    ]
}

fn database_parts(brief: &Brief<'_>, engine: Engine, class: &str, tier: &DatabaseTier) -> [Component; 2] {
    let storage = Gib::new((brief.demand.database.value() * 2.0).ceil().max(20.0));
    let part = |part| ManagedDatabase { class: class.to_owned(), part, storage };
    let data = |zone| Place::In(zone, Tier::Data);
    let size = match tier {
        DatabaseTier::Managed { machine, .. } => format!("{class}, {}", parts::words(machine)),
        DatabaseTier::SameServer => class.to_owned(),
    };
    let (service, other, standing_by): (fn(ManagedDatabase) -> Service, _, _) = match engine {
        Engine::Aurora => (Service::Aurora, DatabasePart::Reader, "Reads, and takes over when the writer fails"),
        Engine::Rds => (Service::Rds, DatabasePart::Standby, "Stands by with every write, and takes over"),
    };
    let writer = service(part(DatabasePart::Writer));
    [
        component(parts::DATABASE, writer, data(Zone::A), size, "Holds posts, users and orders"),
        component(parts::STANDBY, service(part(other)), data(Zone::B), class, standing_by),
    ]
}

fn zone_links(zone: Zone) -> Vec<Link> {
    let web = in_zone(parts::WEB, zone);
    vec![
        link(parts::ALB, web, Path::Request, "HTTP 80"),
        link(web, in_zone(parts::CACHE, zone), Path::Data, "Valkey 6379"),
        link(web, parts::DATABASE, Path::Data, "MySQL 3306"),
        link(web, in_zone(parts::NAT, zone), Path::Admin, "HTTPS 443"),
    ]
}
