//! How far traffic can grow before an architecture has to become another one.

use crate::{
    architecture::{Architecture, DatabaseTier, Network, Service},
    choices::MOST_SERVERS,
    options::{Brief, managed_workers},
    units::{Ratio, Vcpus},
};

/// The largest web tier and database of its kind on sale, compared with what the peak keeps busy today.
pub(super) fn runway(architecture: &Architecture, brief: &Brief<'_>) -> Ratio {
    let demand = brief.demand;
    let peak = demand.peak(architecture.web.page_cache);
    let web = demand.busy_web(peak);
    let database = demand.busy_database(peak, architecture.web.object_cache);
    let catalog = brief.catalog;
    let largest = |sizes: &mut dyn Iterator<Item = Vcpus>| sizes.fold(Vcpus::new(1.0), Vcpus::max);
    let server = match architecture.network {
        Network::OffAws if architecture.is_managed() => {
            largest(&mut catalog.managed_plans().iter().filter_map(managed_workers))
        }
        Network::OffAws => largest(&mut catalog.servers().iter().map(|plan| plan.vcpus)),
        Network::Lightsail => largest(&mut catalog.bundles().iter().map(|bundle| bundle.vcpus)),
        // The largest task (Amazon ECS Developer Guide).
        Network::Vpc if architecture.has(|service| matches!(service, Service::Tasks(_))) => Vcpus::new(16.0),
        Network::Vpc => largest(&mut catalog.instances().iter().map(|instance| instance.vcpus)),
    };
    let class = match architecture.network {
        Network::Lightsail => largest(&mut catalog.database_bundles().iter().map(|plan| plan.vcpus)),
        Network::OffAws | Network::Vpc => largest(&mut catalog.database_classes().iter().map(|class| class.vcpus)),
    };
    let target = demand.target.value();
    // A group behind a load balancer adds servers by itself.
    let grows = architecture.is_balanced() && architecture.replaces_itself();
    let servers = if grows { f64::from(MOST_SERVERS) } else { architecture.web.fleet.max().value() };
    let times = match &architecture.database {
        DatabaseTier::SameServer => server.value() * target / (web + database).value().max(1e-6),
        DatabaseTier::Managed { .. } => (server.value() * servers * target / web.value().max(1e-6))
            .min(class.value() * 0.5 / database.value().max(1e-6)),
    };
    Ratio::new(times)
}
