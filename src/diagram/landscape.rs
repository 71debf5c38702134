//! From left to right: readers, edge, gateway, public, application and data subnets, then what the region holds
//! beside the network. Zones stand below one another with the load balancer between them.

use super::{
    arrange::{Arrangement, Stretch, is_aws},
    card::{self, GRID, HEIGHT},
    geometry::{Rect, around},
    lean,
    nesting::{HEAD, NEST, Passage, SUBNET, TITLE, outer},
    picture::{GroupKind, Orientation},
    slots::{Slots, mirrored},
};
use crate::architecture::{Architecture, Component, Network, Place, Service, Tier, Zone};

/// From one card of a zone to the next below it.
const PITCH: i32 = 72;
/// The same where three zones have to fit on a page.
const TIGHT_PITCH: i32 = 60;
/// From one card outside the zones to the next.
const WIDE_PITCH: i32 = 96;
/// From the border of one zone to that of the next, with the load balancer between them.
const WIDE_GUTTER: i32 = 84;
/// The same with nothing between them.
const NARROW_GUTTER: i32 = 24;

/// The columns, from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Internet,
    Edge,
    Border,
    Public,
    App,
    Data,
    Beside,
}

const COLUMNS: [Column; 7] =
    [Column::Internet, Column::Edge, Column::Border, Column::Public, Column::App, Column::Data, Column::Beside];

/// The rows, from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    /// In the region, above the network.
    Above,
    /// On the line a request takes, or so many cards above or below it.
    Spine(i32),
    /// In a zone, at this place of so many.
    Zone(Zone, i32, i32),
    /// Between the first zone and the second.
    Gutter,
    /// Below the network: the deployment lane, or what a single server is saved to.
    Below,
}

struct Plan<'a> {
    architecture: &'a Architecture,
    cells: Vec<(Column, Row)>,
    /// Left edge and width of the columns in use.
    columns: Vec<(Column, i32, i32)>,
    /// The tiers in use.
    tiers: Vec<Tier>,
    /// Height of the cards of a zone.
    zone: i32,
    /// The indices of the servers of the Auto Scaling group.
    fleet: Vec<usize>,
    /// From one card of a zone to the next below it.
    pitch: i32,
    /// From one card outside the zones to the next.
    wide_pitch: i32,
    /// What is added between two columns.
    breadth: i32,
}

/// The arrangement, stretched as far as asked.
pub(super) fn arrange(architecture: &Architecture, slots: &Slots, stretch: Stretch) -> Arrangement {
    let cells = Cells::new(architecture).all(slots);
    let fleet_ids = lean::fleet(architecture);
    let components = architecture.components.iter().enumerate();
    let fleet: Vec<usize> =
        components.filter(|(_, component)| fleet_ids.contains(&component.id)).map(|(at, _)| at).collect();
    let tiers: Vec<Tier> = slots.tiers().collect();
    let pitch = if is_tall(architecture) { TIGHT_PITCH } else { PITCH };
    let tallest = tiers.iter().map(|tier| stack(slots.count(*tier), pitch)).max().unwrap_or(HEIGHT);
    // The Auto Scaling group has its name above its servers, and a border.
    let band = if fleet.is_empty() { 0 } else { stack(slots.count(Tier::App), pitch) + 2 * (TITLE + GRID) };
    let zone = tallest.max(band) + 2 * GRID * stretch.air;
    let wide_pitch = WIDE_PITCH + GRID * stretch.air;
    let mut plan = Plan {
        architecture,
        columns: Vec::new(),
        cells,
        tiers,
        zone,
        fleet,
        pitch,
        wide_pitch,
        breadth: GRID * stretch.breadth,
    };
    plan.columns = plan.columns_in_use();
    let nodes = plan.nodes();
    let groups = plan.groups(&nodes);
    Arrangement { nodes, groups }
}

/// The height of so many cards below one another.
const fn stack(count: i32, pitch: i32) -> i32 {
    HEIGHT + pitch * (if count > 1 { count - 1 } else { 0 })
}

/// Whether there are three zones: then there is no height to spare.
fn is_tall(architecture: &Architecture) -> bool {
    architecture.components.iter().any(|component| matches!(component.place, Place::In(Zone::C, _)))
}

/// Gives every part its column and row.
struct Cells<'a> {
    architecture: &'a Architecture,
    /// The column of the web servers.
    centre: Column,
    /// How many parts stand above the spine of the edge, below it, and beside the network.
    counts: [i32; 3],
}

impl<'a> Cells<'a> {
    fn new(architecture: &'a Architecture) -> Self {
        let servers = architecture.all(|service| matches!(service, Service::WebServers(_) | Service::Lightsail(_)));
        let centre = servers
            .filter_map(|server| if let Place::In(_, tier) = server.place { Some(column_of(tier)) } else { None })
            .next();
        Self { architecture, centre: centre.unwrap_or(Column::App), counts: [0; 3] }
    }

    fn all(mut self, slots: &Slots) -> Vec<(Column, Row)> {
        self.architecture.components.iter().map(|component| self.cell(component, slots)).collect()
    }

    fn cell(&mut self, component: &Component, slots: &Slots) -> (Column, Row) {
        match component.place {
            Place::Internet => (Column::Internet, Row::Spine(0)),
            Place::Edge if matches!(component.service, Service::Cdn(_) | Service::OtherCdn) => {
                (Column::Edge, Row::Spine(0))
            }
            Place::Edge => (Column::Edge, Row::Spine(-self.next(0))),
            Place::Border => (Column::Border, Row::Spine(0)),
            Place::AcrossZones => (Column::Public, Row::Gutter),
            Place::In(zone, tier) => {
                let (at, of) = (slots.of(self.architecture, component), slots.count(tier));
                (column_of(tier), Row::Zone(zone, if mirrored(zone) { of - 1 - at } else { at }, of))
            }
            Place::Elsewhere if component.service == Service::Backup => (Column::App, Row::Spine(1)),
            Place::Elsewhere => (Column::App, Row::Spine(0)),
            Place::Region if self.architecture.network == Network::OffAws => (Column::Edge, Row::Spine(self.next(1))),
            Place::Region if component.service == Service::ObjectStore && !is_tall(self.architecture) => {
                (self.centre, Row::Above)
            }
            Place::Region if component.service == Service::ObjectStore => (Column::Beside, Row::Spine(-1)),
            Place::Region if self.is_small() => (self.centre, Row::Below),
            Place::Region => (Column::Beside, Row::Spine(self.next(2) - 1)),
            Place::Deployment => (self.lane(component), Row::Below),
        }
    }

    fn next(&mut self, which: usize) -> i32 {
        self.counts[which] += 1;
        self.counts[which]
    }

    /// Whether there is but one server: then what it is saved to stands below it.
    fn is_small(&self) -> bool {
        !self.architecture.scales()
            && !self.architecture.components.iter().any(|component| component.place == Place::Deployment)
    }

    /// The columns of the deployment lane: its end stands below the web servers, its start outside AWS.
    fn lane(&self, component: &Component) -> Column {
        const INSIDE: [Column; 5] = [Column::Border, Column::Public, Column::App, Column::Data, Column::Beside];
        let lane = self.architecture.components.iter();
        let lane: Vec<&Component> = lane.filter(|of| of.place == Place::Deployment && is_aws(&of.service)).collect();
        let Some(at) = lane.iter().position(|of| of.id == component.id) else { return Column::Internet };
        let end = INSIDE.iter().position(|column| *column == self.centre).unwrap_or(2);
        let first = (end + 1).saturating_sub(lane.len());
        INSIDE[(first + at).min(INSIDE.len() - 1)]
    }
}

impl Plan<'_> {
    fn columns_in_use(&self) -> Vec<(Column, i32, i32)> {
        let mut columns: Vec<(Column, i32, i32)> = Vec::new();
        for column in COLUMNS {
            let width = (self.architecture.components.iter().zip(&self.cells))
                .filter(|(_, (of, _))| *of == column)
                .map(|(component, _)| card::width(component, Orientation::Landscape))
                .max();
            let Some(width) = width else { continue };
            let x = match columns.last() {
                None => 0,
                Some((before, x, width)) => {
                    x + width
                        + card::snapped(self.right_of(*before) + self.left_of(column) + room(*before, column))
                        + self.breadth
                }
            };
            columns.push((column, x, width));
        }
        columns
    }

    /// From the cards of a column to the outermost border that closes at the right of it.
    fn right_of(&self, column: Column) -> i32 {
        if !self.is_tier(column) {
            return 0;
        }
        let last = self.tiers.last().copied().map(column_of) == Some(column);
        self.inner(column) + if last { NEST + self.network_border() } else { 0 }
    }

    /// From the outermost border that opens at the left of a column to its cards.
    fn left_of(&self, column: Column) -> i32 {
        if !self.is_tier(column) {
            return if column == Column::Internet { 0 } else { SUBNET };
        }
        let first = self.tiers.first().copied().map(column_of) == Some(column);
        let has_gateway = self.cells.iter().any(|(column, _)| *column == Column::Border);
        let outer = if has_gateway { 0 } else { NEST + self.network_border() };
        self.inner(column) + if first { self.network_border() + outer } else { 0 }
    }

    /// Whether a column stands in the zones of a network of AWS's.
    fn is_tier(&self, column: Column) -> bool {
        self.tiers.iter().any(|tier| column_of(*tier) == column)
    }

    /// From the border of the subnets to that of their zone; without subnets there is but one.
    fn network_border(&self) -> i32 {
        match self.architecture.network {
            Network::Vpc => NEST,
            Network::Lightsail | Network::OffAws => 0,
        }
    }

    /// From the cards of a tier to the border of its subnet.
    fn inner(&self, column: Column) -> i32 {
        let band = self.fleet.first().is_some_and(|at| self.cells[*at].0 == column);
        SUBNET + if band { NEST } else { 0 }
    }

    /// The top of the cards of a zone; the cards of the first begin at 0.
    fn top(&self, zone: Zone) -> i32 {
        let between = |gutter| card::snapped(NEST + SUBNET + gutter + self.head());
        let first = between(if self.has_gutter() { WIDE_GUTTER } else { NARROW_GUTTER });
        match zone {
            Zone::A => 0,
            Zone::B => self.zone + first,
            Zone::C => 2 * self.zone + first + between(NARROW_GUTTER),
        }
    }

    fn has_gutter(&self) -> bool {
        self.cells.iter().any(|(_, row)| *row == Row::Gutter)
    }

    /// From the border of a zone to its cards.
    fn head(&self) -> i32 {
        match self.architecture.network {
            Network::Vpc => TITLE + HEAD,
            Network::Lightsail | Network::OffAws => HEAD,
        }
    }

    fn zones(&self) -> Vec<Zone> {
        let occupied = |zone: Zone| self.cells.iter().any(|(_, row)| matches!(row, Row::Zone(of, ..) if *of == zone));
        Zone::ALL.into_iter().filter(|zone| occupied(*zone)).collect()
    }

    /// The middle of the cards a request meets first.
    fn spine(&self) -> i32 {
        if self.has_gutter() {
            self.zone + NEST + SUBNET + WIDE_GUTTER / 2
        } else {
            (self.zone - HEIGHT) / 2 / GRID * GRID + HEIGHT / 2
        }
    }

    fn nodes(&self) -> Vec<Rect> {
        let last = self.zones().last().map_or(0, |zone| self.top(*zone));
        let bottom = last + self.zone + SUBNET + NEST;
        let below = bottom.max(if self.zones().len() == 1 && self.has_gutter() { self.spine() + HEIGHT } else { 0 });
        self.cells
            .iter()
            .map(|(column, row)| {
                let (_, x, width) = *self.columns.iter().find(|(of, ..)| of == column).unwrap_or(&(*column, 0, 0));
                let y = match row {
                    Row::Above => -(self.head() + TITLE + SUBNET + HEIGHT),
                    Row::Spine(step) => self.spine() - HEIGHT / 2 + step * self.wide_pitch,
                    Row::Zone(zone, at, of) => {
                        self.top(*zone) + (self.zone - stack(*of, self.pitch)) / 2 + at * self.pitch
                    }
                    Row::Gutter => self.spine() - HEIGHT / 2,
                    Row::Below => below + 2 * NEST + HEAD,
                };
                Rect { x, y: y.div_euclid(GRID) * GRID, width, height: HEIGHT }
            })
            .collect()
    }

    fn groups(&self, nodes: &[Rect]) -> Vec<(GroupKind, Rect)> {
        let mut inner = Vec::new();
        let mut zones = Vec::new();
        for zone in self.zones() {
            let subnets: Vec<(Tier, Rect)> = self.tiers.iter().map(|tier| (*tier, self.subnet(zone, *tier))).collect();
            let Some(all) = around(subnets.iter().map(|(_, rect)| rect)) else { continue };
            let rect = match self.architecture.network {
                Network::Vpc => {
                    let used = subnets.into_iter().filter(|(tier, _)| self.is_used(zone, *tier));
                    inner.extend(used.map(|(tier, rect)| (GroupKind::Subnet(zone, tier), rect)));
                    Rect::between(all.x - NEST, all.y - TITLE, all.right() + NEST, all.bottom() + NEST)
                }
                Network::Lightsail | Network::OffAws => all,
            };
            zones.push((GroupKind::Zone(zone), rect));
        }
        let mut groups = outer(self.architecture, nodes, self.network(nodes, &zones), self.passage());
        groups.extend(zones);
        groups.extend(inner);
        if let Some(band) = around(self.fleet.iter().map(|at| &nodes[*at])) {
            let head = TITLE;
            let band = band.grown(SUBNET);
            groups.push((GroupKind::AutoScaling, Rect::between(band.x, band.y - head, band.right(), band.bottom())));
        }
        groups
    }

    /// The border of the network: through the middle of the gateway's tile, and around the zones.
    fn network(&self, nodes: &[Rect], zones: &[(GroupKind, Rect)]) -> Option<Rect> {
        let across = self.cells.iter().zip(nodes).filter(|((_, row), _)| *row == Row::Gutter);
        let across: Vec<Rect> = across.map(|(_, rect)| rect.grown(SUBNET - NEST)).collect();
        let zones = around(zones.iter().map(|(_, rect)| rect).chain(&across))?;
        let gateway = self
            .cells
            .iter()
            .zip(nodes)
            .find(|((column, row), _)| *column == Column::Border && matches!(row, Row::Spine(_)));
        let left = gateway.map_or(zones.x - NEST, |(_, gateway)| gateway.x + HEIGHT / 2);
        Some(Rect::between(left, zones.y - TITLE, zones.right() + NEST, zones.bottom() + NEST))
    }

    /// Object storage beside the network is reached above it.
    fn passage(&self) -> Passage {
        let beside = self
            .architecture
            .components
            .iter()
            .zip(&self.cells)
            .any(|(component, (column, _))| component.service == Service::ObjectStore && *column == Column::Beside);
        if beside { Passage::Open } else { Passage::Shut }
    }

    fn subnet(&self, zone: Zone, tier: Tier) -> Rect {
        let (column, x, width) =
            *self.columns.iter().find(|(of, ..)| *of == column_of(tier)).unwrap_or(&(Column::App, 0, 0));
        let (pad, top) = (self.inner(column), self.top(zone));
        Rect::between(x - pad, top - HEAD, x + width + pad, top + self.zone + SUBNET)
    }

    /// Whether a zone has a subnet of that tier: all the web tier spreads over have all of them.
    fn is_used(&self, zone: Zone, tier: Tier) -> bool {
        self.architecture.zones.zones().contains(&zone)
            || self.architecture.components.iter().any(|component| component.place == Place::In(zone, tier))
    }
}

/// The room between two columns that is not taken by borders.
const fn room(left: Column, right: Column) -> i32 {
    match (left, right) {
        (Column::Border, _) => GRID,
        _ => 2 * GRID,
    }
}

const fn column_of(tier: Tier) -> Column {
    match tier {
        Tier::Public => Column::Public,
        Tier::App => Column::App,
        Tier::Data => Column::Data,
    }
}
