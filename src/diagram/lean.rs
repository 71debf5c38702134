//! Which connections are drawn: those to all servers of an Auto Scaling group alike are drawn once, to the group.

use super::picture::End;
use crate::architecture::{Architecture, ComponentId, Link, Path, Place, Service, ZoneCount};

/// A connection to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wire {
    pub(super) from: End,
    pub(super) to: End,
    pub(super) path: Path,
    pub(super) label: &'static str,
}

/// The servers that an Auto Scaling group keeps, if there is one.
pub(super) fn fleet(architecture: &Architecture) -> Vec<ComponentId> {
    if !architecture.replaces_itself() {
        return Vec::new();
    }
    architecture
        .all(|service| matches!(service, Service::WebServers(_) | Service::Tasks(_)))
        .map(|component| component.id)
        .collect()
}

/// The connections to be drawn, in the order of the links.
pub(super) fn wires(architecture: &Architecture) -> Vec<Wire> {
    let fleet = fleet(architecture);
    let mut wires: Vec<Wire> = Vec::new();
    for link in &architecture.links {
        let wire = match bundled(architecture, link, &fleet) {
            Some(wire) => wire,
            None => Wire { from: End::Node(link.from), to: End::Node(link.to), path: link.path, label: link.label },
        };
        if !wires.contains(&wire) {
            wires.push(wire);
        }
    }
    wires
}

/// The connection of the whole group that this link is a part of, if it is drawn so.
fn bundled(architecture: &Architecture, link: &Link, fleet: &[ComponentId]) -> Option<Wire> {
    let wire = Wire { from: End::Node(link.from), to: End::Node(link.to), path: link.path, label: link.label };
    let (other, wire) = match (fleet.contains(&link.from), fleet.contains(&link.to)) {
        (true, false) => (link.to, Wire { from: End::AutoScaling, ..wire }),
        (false, true) => (link.from, Wire { to: End::AutoScaling, ..wire }),
        (true, true) | (false, false) => return None,
    };
    let all_alike = fleet.iter().all(|server| {
        architecture.links.iter().any(|like| {
            like.path == link.path
                && if like.from == other { like.to == *server } else { like.to == other && like.from == *server }
        })
    });
    let far = architecture.component(other).is_some_and(|component| match component.place {
        Place::Internet | Place::Edge | Place::Region | Place::Deployment | Place::Elsewhere => true,
        // What all servers of several zones share is not nearer to one of them.
        Place::In(..) => architecture.zones != ZoneCount::One,
        Place::Border | Place::AcrossZones => architecture.zones == ZoneCount::Three,
    });
    (all_alike && far).then_some(wire)
}
