//! From top to bottom: readers, edge, gateway, load balancer, then the zones side by side, each with its subnets below
//! one another, and below them what the region holds. As narrow as zones can be: for telephones.

mod rows;

use super::{
    arrange::{Arrangement, is_aws},
    card::{self, GRID},
    geometry::{Rect, around},
    lean,
    nesting::{Insets, NEST, Passage, SUBNET, outer},
    picture::{GroupKind, Orientation},
    slots::Slots,
};
use crate::architecture::{Architecture, Component, Network, Place, Service, Tier, Zone};

const TITLE: i32 = Insets::SLIM.title;
const HEAD: i32 = Insets::SLIM.head;
const FOOT: i32 = Insets::SLIM.foot;
const NEST_BELOW: i32 = Insets::SLIM.nest;
const SIDE: i32 = Insets::SLIM.side;

/// From the cards of the Auto Scaling group to its border at either side and below.
const BAND: i32 = 6;
/// The same above them, with its name between: half a step off the grid as well.
const HEAD_OF_BAND: i32 = 30;
/// What that takes from the subnet around it.
const NAME_OF_BAND: i32 = 24;
/// The least width of a card: a group around one card needs room for its name.
const NARROWEST: i32 = 96;
/// Between two rows of cards without borders.
const GAP: i32 = 36;
/// Between two rows of a subnet: the cost of the one and the callout of the other.
const CLOSE: i32 = 24;
/// From the lower edge of the gateway up to the border of the network, below its name.
const SILL: i32 = 6;

struct Plan<'a> {
    architecture: &'a Architecture,
    slots: &'a Slots,
    /// The width of all cards.
    card: i32,
    zones: Vec<Zone>,
    /// Where the rows begin.
    foreign: i32,
    edge: i32,
    above: i32,
    border: i32,
    across: i32,
    /// The tops of the slots of the tiers, from the first to the last, and the bottom of the last.
    tiers: Vec<(Tier, Vec<i32>, i32)>,
    below: i32,
    lane: i32,
    outside: i32,
}

pub(super) fn arrange(architecture: &Architecture, slots: &Slots) -> Arrangement {
    let plan = Plan::new(architecture, slots);
    let nodes = plan.nodes();
    let groups = plan.groups(&nodes);
    Arrangement { nodes, groups }
}

impl<'a> Plan<'a> {
    fn new(architecture: &'a Architecture, slots: &'a Slots) -> Self {
        let widths = architecture.components.iter().map(|component| card::width(component, Orientation::Portrait));
        // An even number of steps, so that the middle of a card is on the grid.
        let card = (widths.max().unwrap_or(0).max(NARROWEST) + 2 * GRID - 1) / (2 * GRID) * (2 * GRID);
        let occupied = |zone: &Zone| {
            architecture.components.iter().any(|component| matches!(component.place, Place::In(of, _) if of == *zone))
        };
        let zones = Zone::ALL.into_iter().filter(occupied).collect();
        let mut plan = Self {
            architecture,
            slots,
            card,
            zones,
            foreign: 0,
            edge: 0,
            above: 0,
            border: 0,
            across: 0,
            tiers: Vec::new(),
            below: 0,
            lane: 0,
            outside: 0,
        };
        plan.set_rows();
        plan
    }

    /// Between two cards side by side: the borders of their subnets and zones, and what is between.
    fn between(&self) -> i32 {
        let (subnet, side, gap) = self.sides();
        2 * (subnet + side) + gap
    }

    /// From a card to the border of its subnet, from there to that of its zone, and from there to the next zone. Three
    /// zones have no width to spare: lines pass in the middle between their borders.
    fn sides(&self) -> (i32, i32, i32) {
        if self.zones.len() > 2 { (GRID + 3, 3, NEST) } else { (SUBNET, NEST, NEST) }
    }

    fn stored(&self) -> bool {
        self.architecture.has(|service| *service == Service::ObjectStore)
    }

    fn columns(&self) -> i32 {
        i32::try_from(self.zones.len()).unwrap_or(1).max(2)
    }

    fn count(&self, counts: impl Fn(&Component) -> bool) -> i32 {
        i32::try_from(self.architecture.components.iter().filter(|component| counts(component)).count()).unwrap_or(0)
    }

    fn rows_below(&self) -> i32 {
        let elsewhere = self.count(|of| of.place == Place::Elsewhere);
        let regional = self.count(|of| of.place == Place::Region && !is_objects(of));
        elsewhere.max((regional + self.columns() - 1) / self.columns()).max(1)
    }

    /// The left edge of a column; the first is that of zone A, and a single zone has a column before it.
    fn column(&self, at: i32) -> i32 {
        let first = if self.zones.len() < 2 { 1 } else { 0 };
        (at - first) * (self.card + self.between())
    }

    /// The column of the content delivery network, and of the gateway below it where objects stand beside it.
    fn entry(&self) -> i32 {
        if self.zones.len() == 2 && self.stored() { 0 } else { 1 }
    }

    /// The left edge of a card in the middle of all zones.
    fn middle(&self) -> i32 {
        let zones = i32::try_from(self.zones.len()).unwrap_or(1).max(1);
        (zones - 1) * (self.card + self.between()) / 2
    }

    fn nodes(&self) -> Vec<Rect> {
        let (mut dns, mut regional, mut lane, mut elsewhere) = (0, 0, 0, 0);
        let next = |count: &mut i32| {
            *count += 1;
            *count - 1
        };
        let place = |component: &Component| match component.place {
            Place::Internet if is_foreign(component) => (self.column(self.entry()), self.foreign),
            Place::Internet => (self.middle(), 0),
            Place::Edge if is_name(component) => {
                (self.column(i32::from(self.entry() == 0)), self.edge + next(&mut dns) * self.row())
            }
            Place::Edge => (self.column(self.entry()), self.edge),
            Place::Region if is_objects(component) => {
                (self.column(if self.zones.len() < 2 { 0 } else { self.columns() - 1 }), self.above)
            }
            Place::Region => {
                let at = next(&mut regional);
                let alone = self.count(|of| of.place == Place::Region && !is_objects(of)) == 1;
                let x = if alone { self.middle() } else { self.column(at % self.columns()) };
                (x, self.below + at / self.columns() * self.row())
            }
            Place::Border => (if self.stored() { self.column(self.entry()) } else { self.middle() }, self.border),
            Place::AcrossZones => (self.middle(), self.across),
            Place::In(zone, tier) => {
                let column = self.zones.iter().position(|of| *of == zone).unwrap_or(0);
                let slot = usize::try_from(self.slots.of(self.architecture, component)).unwrap_or(0);
                let tops = self.tiers.iter().find(|(of, ..)| *of == tier).map(|(_, tops, _)| tops.as_slice());
                let top = tops.and_then(|tops| tops.get(slot)).copied().unwrap_or(0);
                (i32::try_from(column).unwrap_or(0) * (self.card + self.between()), top)
            }
            Place::Deployment if is_aws(&component.service) => {
                let at = next(&mut lane);
                (self.column(at % self.columns()), self.lane + at / self.columns() * self.row())
            }
            Place::Deployment => (self.column(0), self.outside),
            Place::Elsewhere => (self.middle(), self.below + next(&mut elsewhere) * self.row()),
        };
        let mut place = place;
        let rect = |component: &Component| {
            let (x, y) = place(component);
            Rect { x, y, width: self.card, height: card::height(component, Orientation::Portrait) }
        };
        self.architecture.components.iter().map(rect).collect()
    }

    fn groups(&self, nodes: &[Rect]) -> Vec<(GroupKind, Rect)> {
        let mut zones = Vec::new();
        let mut inner = Vec::new();
        for (column, zone) in self.zones.iter().enumerate() {
            let x = i32::try_from(column).unwrap_or(0) * (self.card + self.between());
            let subnets: Vec<(Tier, Rect)> = self.tiers.iter().map(|tier| (tier.0, self.subnet(tier, x))).collect();
            let Some(all) = around(subnets.iter().map(|(_, rect)| rect)) else { continue };
            let rect = match self.architecture.network {
                Network::Vpc => {
                    let used = subnets.into_iter().filter(|(tier, _)| self.is_used(*zone, *tier));
                    inner.extend(used.map(|(tier, rect)| (GroupKind::Subnet(*zone, tier), rect)));
                    let side = self.sides().1;
                    Rect::between(all.x - side, all.y - TITLE, all.right() + side, all.bottom() + NEST_BELOW)
                }
                Network::Lightsail | Network::OffAws => all,
            };
            zones.push((GroupKind::Zone(*zone), rect));
        }
        let network = around(zones.iter().map(|(_, rect)| rect)).map(|zones| {
            let border = self.architecture.components.iter().zip(nodes).find(|(of, _)| of.place == Place::Border);
            let across = self.architecture.components.iter().zip(nodes).find(|(of, _)| of.place == Place::AcrossZones);
            let inside = across.map_or(zones.y - TITLE, |(_, first)| first.y - HEAD);
            let top = border.map_or(inside, |(_, gateway)| gateway.bottom() - SILL);
            Rect::between(zones.x - SIDE, top, zones.right() + SIDE, zones.bottom() + NEST_BELOW)
        });
        let mut groups = outer(self.architecture, nodes, network, Passage::Shut, Insets::SLIM);
        for (_, rect) in groups.iter_mut().filter(|(kind, _)| *kind == GroupKind::Provider) {
            *rect = Rect::between(rect.x - self.lead(), rect.y, rect.right(), rect.bottom());
        }
        groups.extend(zones);
        groups.extend(inner);
        let fleet = lean::fleet(self.architecture);
        let servers = self.architecture.components.iter().zip(nodes).filter(|(of, _)| fleet.contains(&of.id));
        if let Some(band) = around(servers.map(|(_, rect)| rect)) {
            let (x, right) = (band.x - BAND, band.right() + BAND);
            groups.push((GroupKind::AutoScaling, Rect::between(x, band.y - HEAD_OF_BAND, right, band.bottom() + BAND)));
        }
        groups
    }

    fn subnet(&self, (tier, tops, bottom): &(Tier, Vec<i32>, i32), x: i32) -> Rect {
        let top = tops.first().copied().unwrap_or(*bottom) - HEAD - self.title_of_band(*tier);
        let side = self.sides().0;
        Rect::between(x - side - self.lead(), top, x + self.card + side, bottom + FOOT)
    }

    /// A single zone reaches below what stands before it, so that its titles stand beside the lines to its parts.
    fn lead(&self) -> i32 {
        match (self.zones.len(), self.architecture.network) {
            (0 | 1, Network::Vpc) => 54,
            (0 | 1, Network::Lightsail | Network::OffAws) => 78,
            (_, _) => 0,
        }
    }

    fn is_used(&self, zone: Zone, tier: Tier) -> bool {
        self.architecture.zones.zones().contains(&zone)
            || self.architecture.components.iter().any(|component| component.place == Place::In(zone, tier))
    }
}

/// Whether a part is reached by name before anything else.
const fn is_name(component: &Component) -> bool {
    matches!(component.service, Service::Dns)
}

/// Whether a part is content delivery that is not AWS's.
const fn is_foreign(component: &Component) -> bool {
    matches!(component.service, Service::OtherCdn(_))
}

/// Whether a part holds objects that the edge reads.
fn is_objects(component: &Component) -> bool {
    component.service == Service::ObjectStore
}
