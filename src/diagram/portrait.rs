//! From top to bottom: readers, edge, gateway, load balancer, then the zones side by side, each with its subnets below
//! one another, and below them what the region holds. As narrow as two zones can be: for telephones.

use super::{
    arrange::{Arrangement, is_aws},
    card::{self, GRID},
    geometry::{Rect, around},
    lean,
    nesting::{HEAD, NEST, Passage, SUBNET, TITLE, outer},
    picture::{GroupKind, Orientation},
    slots::Slots,
};
use crate::architecture::{Architecture, Network, Place, Service, Tier, Zone};

/// Between two columns of cards: two borders of subnets, two of zones, and what is between.
const BETWEEN: i32 = 2 * (SUBNET + NEST) + NEST;
/// From the cards of the Auto Scaling group to its border at either side.
const BAND: i32 = 6;
/// The least width of a card: a group around one card needs room for its name.
const NARROWEST: i32 = 96;
/// Between two rows of cards without borders.
const GAP: i32 = 36;

struct Plan<'a> {
    architecture: &'a Architecture,
    slots: &'a Slots,
    /// The width of all cards.
    card: i32,
    /// Their height.
    height: i32,
    zones: Vec<Zone>,
    /// Where the rows begin.
    above: i32,
    border: i32,
    across: i32,
    tiers: Vec<(Tier, i32)>,
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
        let heights = architecture.components.iter().map(|component| card::height(component, Orientation::Portrait));
        let height = heights.max().unwrap_or(0);
        let occupied = |zone: &Zone| {
            architecture.components.iter().any(|component| matches!(component.place, Place::In(of, _) if of == *zone))
        };
        let zones = Zone::ALL.into_iter().filter(occupied).collect();
        let mut plan = Self {
            architecture,
            slots,
            card,
            height,
            zones,
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

    /// Walks down the page, and remembers where each row begins.
    fn set_rows(&mut self) {
        let has = |wanted: &dyn Fn(Place) -> bool| {
            self.architecture.components.iter().any(|component| wanted(component.place))
        };
        let stored = self.architecture.has(|service| *service == Service::ObjectStore);
        // The lower edge of the last row, and what its borders take below it.
        let mut y = self.height;
        if has(&|place| place == Place::Edge) {
            y = self.row() + GRID + self.height;
        }
        self.above = y + NEST + HEAD + SUBNET;
        if stored {
            y = self.above + self.height;
        }
        let head = if stored { 0 } else { TITLE };
        self.border = y + 3 * GRID + head;
        let gateway = has(&|place| place == Place::Border);
        if gateway {
            y = self.border + self.height;
        }
        self.across = y + 3 * GRID;
        if has(&|place| place == Place::AcrossZones) {
            y = self.across + self.height;
        }
        y += match (self.architecture.network, gateway) {
            (Network::Vpc, true) => SUBNET + TITLE + HEAD,
            (Network::Vpc, false) => SUBNET + 2 * TITLE + HEAD + head,
            (Network::Lightsail | Network::OffAws, _) => SUBNET + TITLE + HEAD + head,
        };
        let tiers: Vec<Tier> = self.slots.tiers().collect();
        for tier in tiers {
            if tier == Tier::App && self.architecture.scales() {
                y += TITLE;
            }
            self.tiers.push((tier, y));
            y += self.height + self.pitch() * (self.slots.count(tier) - 1) + self.between_tiers();
        }
        if self.tiers.is_empty() {
            y += NEST;
        } else {
            y += SUBNET + 2 * NEST - self.between_tiers();
        }
        self.below = y + HEAD;
        if self.count(|place| matches!(place, Place::Region), false) > 0 || has(&|place| place == Place::Elsewhere) {
            let rows = self.rows_below();
            y = self.below + self.height + (rows - 1) * self.row();
        }
        self.lane = y + NEST + HEAD + if y > self.below { 6 } else { 0 };
        self.lane = card::snapped(self.lane);
        let lane = i32::try_from(self.lane_length()).unwrap_or(0);
        if lane > 0 {
            y = self.lane + self.height + (lane - 1) / self.columns() * self.row();
        }
        self.outside = y + card::snapped(SUBNET + 2 * NEST + HEAD);
    }

    /// From one card to the next below it in a subnet.
    const fn pitch(&self) -> i32 {
        self.height + 2 * GRID
    }

    /// From one card to the next below it elsewhere.
    const fn row(&self) -> i32 {
        self.height + GAP
    }

    /// From the cards of a tier to those of the next.
    fn between_tiers(&self) -> i32 {
        match self.architecture.network {
            Network::Vpc => SUBNET + NEST + HEAD,
            Network::Lightsail | Network::OffAws => 2 * GRID,
        }
    }

    fn columns(&self) -> i32 {
        i32::try_from(self.zones.len()).unwrap_or(1).max(2)
    }

    /// How many parts stand at such a place, objects apart or not.
    fn count(&self, place: impl Fn(Place) -> bool, objects: bool) -> i32 {
        let of = self
            .architecture
            .components
            .iter()
            .filter(|component| place(component.place) && (objects || component.service != Service::ObjectStore));
        i32::try_from(of.count()).unwrap_or(0)
    }

    fn rows_below(&self) -> i32 {
        let elsewhere = self.count(|place| place == Place::Elsewhere, true);
        let regional = self.count(|place| place == Place::Region, false);
        elsewhere.max((regional + self.columns() - 1) / self.columns()).max(1)
    }

    fn lane_length(&self) -> usize {
        let components = self.architecture.components.iter();
        components.filter(|of| of.place == Place::Deployment && is_aws(&of.service)).count()
    }

    /// The left edge of a column; the first is that of zone A, and a single zone has a column before it.
    fn column(&self, at: i32) -> i32 {
        let first = if self.zones.len() < 2 { 1 } else { 0 };
        (at - first) * (self.card + BETWEEN)
    }

    /// The left edge of a card in the middle of all zones.
    fn middle(&self) -> i32 {
        let zones = i32::try_from(self.zones.len()).unwrap_or(1).max(1);
        (zones - 1) * (self.card + BETWEEN) / 2
    }

    fn nodes(&self) -> Vec<Rect> {
        let (mut dns, mut regional, mut lane, mut elsewhere) = (0, 0, 0, 0);
        let next = |count: &mut i32| {
            *count += 1;
            *count - 1
        };
        let last = self.columns() - 1;
        let place = |component: &crate::architecture::Component| match component.place {
            Place::Internet => (self.middle(), 0),
            Place::Edge if matches!(component.service, Service::Cdn(_) | Service::OtherCdn) => {
                (if self.zones.len() < 2 { self.middle() } else { self.column(1) }, self.row() + GRID)
            }
            Place::Edge => (self.column(0), self.row() + GRID + next(&mut dns) * self.row()),
            Place::Region if component.service == Service::ObjectStore => {
                (self.column(if self.zones.len() < 2 { 0 } else { last }), self.above)
            }
            Place::Region => {
                let at = next(&mut regional);
                let alone = self.count(|place| place == Place::Region, false) == 1;
                let x = if alone { self.middle() } else { self.column(at % self.columns()) };
                (x, self.below + at / self.columns() * self.row())
            }
            Place::Border => (self.middle(), self.border),
            Place::AcrossZones => (self.middle(), self.across),
            Place::In(zone, tier) => {
                let column = self.zones.iter().position(|of| *of == zone).unwrap_or(0);
                let top = self.tiers.iter().find(|(of, _)| *of == tier).map_or(0, |(_, y)| *y);
                let x = i32::try_from(column).unwrap_or(0) * (self.card + BETWEEN);
                (x, top + self.slots.of(self.architecture, component) * self.pitch())
            }
            Place::Deployment if is_aws(&component.service) => {
                let at = next(&mut lane);
                (self.column(at % self.columns()), self.lane + at / self.columns() * self.row())
            }
            Place::Deployment => (self.column(0), self.outside),
            Place::Elsewhere => (self.middle(), self.below + next(&mut elsewhere) * self.row()),
        };
        let rect = |(x, y): (i32, i32)| Rect { x, y: y.div_euclid(GRID) * GRID, width: self.card, height: self.height };
        self.architecture.components.iter().map(place).map(rect).collect()
    }

    fn groups(&self, nodes: &[Rect]) -> Vec<(GroupKind, Rect)> {
        let mut zones = Vec::new();
        let mut inner = Vec::new();
        for (column, zone) in self.zones.iter().enumerate() {
            let x = i32::try_from(column).unwrap_or(0) * (self.card + BETWEEN);
            let subnets: Vec<(Tier, Rect)> =
                self.tiers.iter().map(|(tier, y)| (*tier, self.subnet(*tier, x, *y))).collect();
            let Some(all) = around(subnets.iter().map(|(_, rect)| rect)) else { continue };
            let rect = match self.architecture.network {
                Network::Vpc => {
                    inner.extend(
                        subnets
                            .into_iter()
                            .filter(|(tier, _)| self.is_used(*zone, *tier))
                            .map(|(tier, rect)| (GroupKind::Subnet(*zone, tier), rect)),
                    );
                    Rect::between(all.x - NEST, all.y - TITLE, all.right() + NEST, all.bottom() + NEST)
                }
                Network::Lightsail | Network::OffAws => all,
            };
            zones.push((GroupKind::Zone(*zone), rect));
        }
        let network = around(zones.iter().map(|(_, rect)| rect)).map(|zones| {
            let border = self.architecture.components.iter().zip(nodes).find(|(of, _)| of.place == Place::Border);
            let top = border.map_or(zones.y - TITLE, |(_, gateway)| gateway.y + SUBNET);
            // A single zone is narrow: the title of its network needs room beside the gateway.
            let pad = if self.zones.len() < 2 { 3 * NEST } else { NEST };
            Rect::between(zones.x - pad, top, zones.right() + NEST, zones.bottom() + NEST)
        });
        let mut groups = outer(self.architecture, nodes, network, Passage::Shut);
        groups.extend(zones);
        groups.extend(inner);
        let fleet = lean::fleet(self.architecture);
        let servers = self.architecture.components.iter().zip(nodes).filter(|(of, _)| fleet.contains(&of.id));
        if let Some(band) = around(servers.map(|(_, rect)| rect)) {
            let (x, right) = (band.x - BAND, band.right() + BAND);
            groups.push((GroupKind::AutoScaling, Rect::between(x, band.y - HEAD, right, band.bottom() + BAND)));
        }
        groups
    }

    fn subnet(&self, tier: Tier, x: i32, y: i32) -> Rect {
        let head = if tier == Tier::App && self.architecture.scales() { HEAD + TITLE } else { HEAD };
        let bottom = y + self.height + self.pitch() * (self.slots.count(tier) - 1) + SUBNET;
        Rect::between(x - SUBNET, y - head, x + self.card + SUBNET, bottom)
    }

    fn is_used(&self, zone: Zone, tier: Tier) -> bool {
        self.architecture.zones.zones().contains(&zone)
            || self.architecture.components.iter().any(|component| component.place == Place::In(zone, tier))
    }
}
