//! The parts options are put together from, each with the name it keeps from one answer to the next.

use super::Brief;
use crate::{
    architecture::{
        Component, ComponentId, CpuAllowance, EdgeBilling, Instances, Link, Machine, Path, Place, Service, Tier, Zone,
    },
    catalog::CreditMode,
    services::cloudfront,
    units::{Count, Gib, text},
};

pub(super) const READERS: ComponentId = ComponentId("readers");
pub(super) const DNS: ComponentId = ComponentId("dns");
pub(super) const CDN: ComponentId = ComponentId("cdn");
pub(super) const OBJECTS: ComponentId = ComponentId("objects");
pub(super) const GATEWAY: ComponentId = ComponentId("internet-gateway");
pub(super) const ALB: ComponentId = ComponentId("load-balancer");
pub(super) const BASTION: ComponentId = ComponentId("bastion");
pub(super) const SERVER: ComponentId = ComponentId("server");
pub(super) const FILES: ComponentId = ComponentId("files");
pub(super) const DATABASE: ComponentId = ComponentId("database");
pub(super) const STANDBY: ComponentId = ComponentId("database-standby");
pub(super) const BACKUP: ComponentId = ComponentId("backup");
pub(super) const REPOSITORY: ComponentId = ComponentId("repository");
pub(super) const PIPELINE: ComponentId = ComponentId("pipeline");
pub(super) const BUILD: ComponentId = ComponentId("build");
pub(super) const STAGING: ComponentId = ComponentId("staging");
pub(super) const IMAGE: ComponentId = ComponentId("image");

/// A part that stands once in each zone.
pub(super) const fn in_zone(names: [&'static str; 3], zone: Zone) -> ComponentId {
    ComponentId(names[zone as usize])
}

pub(super) const WEB: [&str; 3] = ["web-a", "web-b", "web-c"];
pub(super) const NAT: [&str; 3] = ["nat-a", "nat-b", "nat-c"];
pub(super) const CACHE: [&str; 3] = ["cache-a", "cache-b", "cache-c"];
pub(super) const MOUNT: [&str; 3] = ["mount-a", "mount-b", "mount-c"];
pub(super) const BRICK: [&str; 3] = ["brick-a", "brick-b", "brick-c"];

pub(super) fn component(
    id: ComponentId,
    service: Service,
    place: Place,
    size: impl Into<String>,
    role: &str,
) -> Component {
    Component { id, service, place, size: size.into(), role: role.to_owned() }
}

pub(super) const fn link(from: ComponentId, to: ComponentId, path: Path, label: &'static str) -> Link {
    Link { from, to, path, label }
}

/// The readers, with how many visits they make.
pub(super) fn readers(brief: &Brief<'_>) -> Component {
    let visits = text::short(brief.demand.visits.value());
    component(READERS, Service::Readers, Place::Internet, format!("{visits} visits a month"), "Look at the site")
}

/// Route 53 and CloudFront, billed the cheaper way.
pub(super) fn edge(brief: &Brief<'_>) -> [Component; 2] {
    let demand = brief.demand;
    let billing = cloudfront::cheapest(brief.catalog, brief.answers.readers, demand.egress, demand.requests);
    let size = match &billing {
        EdgeBilling::PayAsYouGo => format!("{} GB a month, pay as you go", text::grouped(demand.egress.value())),
        EdgeBilling::FlatRate(sku) => {
            let plan = brief.catalog.edge_plans().iter().find(|plan| plan.sku == sku).map_or("", |plan| plan.name);
            format!("{} GB a month, {plan} plan", text::grouped(demand.egress.value()))
        }
    };
    [
        component(DNS, Service::Dns, Place::Edge, "1 hosted zone", "Answers the site's name"),
        component(CDN, Service::Cdn(billing), Place::Edge, size, "Delivers files and cached pages near the readers"),
    ]
}

/// The bucket that holds the media library, so that servers need not.
pub(super) fn objects(brief: &Brief<'_>) -> Component {
    let size = format!("{} GB in a year", text::grouped(brief.demand.media.value()));
    component(OBJECTS, Service::ObjectStore, Place::Region, size, "Holds the media library")
}

pub(super) fn gateway() -> Component {
    component(GATEWAY, Service::InternetGateway, Place::Border, "1 per VPC", "Connects the VPC to the internet")
}

/// Equal EC2 instances of a machine, with the gp3 volume each has.
pub(super) fn instances(machine: &Machine, count: Count, volume: Gib) -> Instances {
    let credits = match machine.cpu {
        CpuAllowance::Credits { mode, .. } => mode,
        CpuAllowance::Fixed | CpuAllowance::BurstCapacity { .. } => CreditMode::Standard,
    };
    Instances { instance_type: machine.name.clone(), count, volume, credits }
}

/// The way of a request from the reader to the border of what we build.
pub(super) fn edge_links(origin: ComponentId) -> Vec<Link> {
    vec![
        link(READERS, DNS, Path::Request, "DNS 53"),
        link(READERS, CDN, Path::Request, "HTTPS 443"),
        link(CDN, OBJECTS, Path::Data, "HTTPS 443"),
        link(CDN, origin, Path::Request, "HTTPS 443"),
    ]
}

/// A machine in words: `2 vCPU, 4 GiB`.
pub(super) fn words(machine: &Machine) -> String {
    format!("{} vCPU, {} GiB", text::trimmed(machine.vcpus.value(), 1), text::trimmed(machine.memory.value(), 2))
}

/// Where a single server stands.
pub(super) const FIRST_PUBLIC: Place = Place::In(Zone::A, Tier::Public);
