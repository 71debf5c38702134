//! The parts options are put together from, each with the name it keeps from one answer to the next.

use crate::{
    architecture::{Component, ComponentId, CpuAllowance, Instances, Link, Machine, Path, Place, Service, Zone},
    catalog::CreditMode,
    units::{Count, Gib, text},
};

pub(super) const READERS: ComponentId = ComponentId("readers");
pub(super) const DNS: ComponentId = ComponentId("dns");
pub(super) const CDN: ComponentId = ComponentId("cdn");
pub(super) const OBJECTS: ComponentId = ComponentId("objects");
pub(super) const GATEWAY: ComponentId = ComponentId("internet-gateway");
pub(super) const BALANCER: ComponentId = ComponentId("load-balancer");
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

/// Equal EC2 instances of a machine, with the gp3 volume each has.
pub(super) fn instances(machine: &Machine, count: Count, volume: Gib) -> Instances {
    let credits = match machine.cpu {
        CpuAllowance::Credits { mode, .. } => mode,
        CpuAllowance::Fixed | CpuAllowance::BurstCapacity { .. } | CpuAllowance::Elastic { .. } => CreditMode::Standard,
    };
    Instances { instance_type: machine.name.clone(), count, volume, credits }
}

/// A machine in words: `2 vCPU, 4 GiB`.
pub(super) fn words(machine: &Machine) -> String {
    format!("{} vCPU, {} GiB", text::trimmed(machine.vcpus.value(), 1), text::trimmed(machine.memory.value(), 2))
}
