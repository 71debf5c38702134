//! From left to right: readers, edge, gateway, public, application and data subnets, then what the region holds
//! beside the network. Zones stand below one another with the load balancer between them.

mod cells;

use cells::{COLUMNS, Cells, Column, Row, column_of, is_tall};

use super::{
    arrange::{Arrangement, Stretch},
    card::{self, GRID, HEIGHT},
    geometry::{Rect, around},
    lean,
    nesting::{Insets, NEST, Passage, SUBNET, nested, outer},
    picture::{GroupKind, Orientation},
    slots::{Slots, mirrored},
};
use crate::architecture::{Architecture, Network, Place, Tier, Zone};

/// From one card outside the zones to the next.
const WIDE_PITCH: i32 = 96;

/// How much room zones take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Room {
    /// From one card of a zone to the next below it.
    pitch: i32,
    /// From the border of one zone to that of the next, with the load balancer between them.
    wide_gutter: i32,
    /// The same with nothing between them.
    narrow_gutter: i32,
    insets: Insets,
}

/// Up to two zones.
const ROOMY: Room = Room { pitch: 72, wide_gutter: 84, narrow_gutter: 24, insets: Insets::ROOMY };
/// Three zones have to fit on a page.
const TIGHT: Room = Room { pitch: 60, wide_gutter: 72, narrow_gutter: 12, insets: Insets::TIGHT };

/// From the border of the Auto Scaling group to its servers, with its name between.
const HEAD_OF_BAND: i32 = 42;
/// The least width of the servers of an Auto Scaling group, whose name stands above them.
const BAND: i32 = 144;

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
    room: Room,
    /// From one card outside the zones to the next.
    wide_pitch: i32,
    /// How many steps of the grid are added between columns.
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
    let room = if is_tall(architecture) { TIGHT } else { ROOMY };
    let tallest = tiers.iter().map(|tier| stack(slots.count(*tier), room.pitch)).max().unwrap_or(HEIGHT);
    // The Auto Scaling group has its name above its servers, and a border.
    let band = if fleet.is_empty() {
        0
    } else {
        stack(slots.count(Tier::App).max(slots.count(Tier::Open)), room.pitch) + 2 * (HEAD_OF_BAND - SUBNET + GRID)
    };
    let zone = tallest.max(band) + 2 * GRID * stretch.air;
    let wide_pitch = WIDE_PITCH + GRID * stretch.air;
    let mut plan = Plan {
        architecture,
        columns: Vec::new(),
        cells,
        tiers,
        zone,
        fleet,
        room,
        wide_pitch,
        breadth: stretch.breadth,
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

impl Plan<'_> {
    fn columns_in_use(&self) -> Vec<(Column, i32, i32)> {
        let mut columns: Vec<(Column, i32, i32)> = Vec::new();
        for column in COLUMNS {
            let width = (self.architecture.components.iter().zip(&self.cells))
                .filter(|(_, (of, _))| *of == column)
                .map(|(component, _)| card::width(component, Orientation::Landscape))
                .max();
            let Some(mut width) = width else { continue };
            if column == Column::App && !self.fleet.is_empty() {
                width = width.max(BAND);
            }
            // The gateway reaches over the border of the network behind its name.
            if column == Column::Border {
                width += 2 * GRID;
            }
            let x = match columns.last() {
                None => 0,
                // What stands above the gateway is outside the network.
                Some((Column::Before, x, before)) => {
                    width = width.max(before + 2 * GRID);
                    x + before + 3 * GRID - width
                }
                Some((before, x, width)) => {
                    x + width
                        + card::snapped(self.right_of(*before) + self.left_of(column) + self.room_after(*before))
                        + GRID * self.wider(columns.len())
                }
            };
            columns.push((column, x, width));
        }
        columns
    }

    /// The room between a column and the next that is not taken by borders.
    fn room_after(&self, column: Column) -> i32 {
        match (self.architecture.network, column) {
            // Other providers stand beside AWS.
            (Network::OffAws, _) => 2 * GRID,
            (_, Column::Internet | Column::Outside | Column::Edge) => GRID + GRID / 2,
            (_, Column::Before | Column::Border | Column::Public | Column::App | Column::Data | Column::Beside) => {
                GRID / 2
            }
        }
    }

    /// How many steps a gap is wider than need be: the first are widened first.
    fn wider(&self, gap: usize) -> i32 {
        let gaps = COLUMNS.len();
        let breadth = usize::try_from(self.breadth).unwrap_or(0);
        i32::try_from((breadth + gaps).saturating_sub(gap) / gaps).unwrap_or(0)
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
            return if matches!(column, Column::Internet | Column::Outside) { 0 } else { SUBNET };
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
        let Room { wide_gutter, narrow_gutter, .. } = self.room;
        let between = |gutter| card::snapped(self.foot() + gutter + self.head());
        let first = between(if self.has_gutter() { wide_gutter } else { narrow_gutter });
        match zone {
            Zone::A => 0,
            Zone::B => self.zone + first,
            Zone::C => 2 * self.zone + first + between(narrow_gutter),
        }
    }

    fn has_gutter(&self) -> bool {
        self.cells.iter().any(|(_, row)| *row == Row::Gutter)
    }

    /// From the border of a zone to its cards.
    fn head(&self) -> i32 {
        let Insets { title, head, .. } = self.room.insets;
        match self.architecture.network {
            Network::Vpc => title + head,
            Network::Lightsail | Network::OffAws => head,
        }
    }

    /// From the lowest card of a zone to its border.
    const fn foot(&self) -> i32 {
        self.room.insets.foot + self.room.insets.nest
    }

    fn zones(&self) -> Vec<Zone> {
        let occupied = |zone: Zone| self.cells.iter().any(|(_, row)| matches!(row, Row::Zone(of, ..) if *of == zone));
        Zone::ALL.into_iter().filter(|zone| occupied(*zone)).collect()
    }

    /// The middle of the cards a request meets first.
    fn spine(&self) -> i32 {
        if self.has_gutter() {
            self.zone + self.foot() + self.room.wide_gutter / 2
        } else {
            (self.zone - HEIGHT) / 2 / GRID * GRID + HEIGHT / 2
        }
    }

    fn nodes(&self) -> Vec<Rect> {
        let last = self.zones().last().map_or(0, |zone| self.top(*zone));
        let Insets { title, head, nest, .. } = self.room.insets;
        let bottom = last + self.zone + self.foot();
        let below = bottom.max(if self.zones().len() == 1 && self.has_gutter() { self.spine() + HEIGHT } else { 0 });
        self.cells
            .iter()
            .map(|(column, row)| {
                let (_, x, width) = *self.columns.iter().find(|(of, ..)| of == column).unwrap_or(&(*column, 0, 0));
                let y = match row {
                    Row::Above => -(self.head() + title + SUBNET + HEIGHT),
                    Row::Top => -(self.head() + title) / GRID * GRID,
                    Row::Spine(step) => self.spine() - HEIGHT / 2 + step * self.wide_pitch,
                    Row::Zone(zone, at, of) => self.first(*column, *zone, *of) + at * self.room.pitch,
                    Row::Gutter => self.spine() - HEIGHT / 2,
                    Row::Below => below + 2 * nest + head,
                };
                Rect { x, y: y.div_euclid(GRID) * GRID, width, height: HEIGHT }
            })
            .collect()
    }

    /// The top of the first of so many cards of a zone: they stand in its middle. An even number in the public subnet
    /// stands so that the one nearer to the load balancer is level with the web servers.
    fn first(&self, column: Column, zone: Zone, of: i32) -> i32 {
        let spare = self.zone - stack(of, self.room.pitch);
        let level = column == Column::Public && of % 2 == 0 && spare >= self.room.pitch;
        let outwards = match (level, mirrored(zone)) {
            (false, _) => 0,
            (true, false) => -self.room.pitch / 2,
            (true, true) => self.room.pitch / 2,
        };
        self.top(zone) + spare / 2 + outwards
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
                    nested(all, self.room.insets.title, self.room.insets)
                }
                Network::Lightsail | Network::OffAws => all,
            };
            zones.push((GroupKind::Zone(zone), rect));
        }
        let mut groups = outer(self.architecture, nodes, self.network(nodes, &zones), self.passage(), self.room.insets);
        groups.extend(zones);
        groups.extend(inner);
        if let Some(band) = around(self.fleet.iter().map(|at| &nodes[*at])) {
            let (x, right) = (band.x - SUBNET, band.right() + SUBNET);
            let rect = Rect::between(x, band.y - HEAD_OF_BAND, right, band.bottom() + SUBNET);
            groups.push((GroupKind::AutoScaling, rect));
        }
        groups
    }

    /// The border of the network: through the end of the gateway's card, and around the zones.
    fn network(&self, nodes: &[Rect], zones: &[(GroupKind, Rect)]) -> Option<Rect> {
        let across = self.cells.iter().zip(nodes).filter(|((_, row), _)| *row == Row::Gutter);
        let across: Vec<Rect> = across.map(|(_, rect)| rect.grown(SUBNET - NEST)).collect();
        let zones = around(zones.iter().map(|(_, rect)| rect).chain(&across))?;
        let gateway = self
            .cells
            .iter()
            .zip(nodes)
            .find(|((column, row), _)| *column == Column::Border && matches!(row, Row::Spine(_)));
        let left = gateway.map_or(zones.x - NEST, |(_, gateway)| gateway.right() - SUBNET);
        let Insets { title, nest, .. } = self.room.insets;
        Some(Rect::between(left, zones.y - title, zones.right() + NEST, zones.bottom() + nest))
    }

    /// Backups before the network are reached above it.
    fn passage(&self) -> Passage {
        if self.cells.iter().any(|(_, row)| *row == Row::Top) { Passage::Open } else { Passage::Shut }
    }

    fn subnet(&self, zone: Zone, tier: Tier) -> Rect {
        let (column, x, width) =
            *self.columns.iter().find(|(of, ..)| *of == column_of(tier)).unwrap_or(&(Column::App, 0, 0));
        let (pad, top) = (self.inner(column), self.top(zone));
        let Insets { head, foot, .. } = self.room.insets;
        Rect::between(x - pad, top - head, x + width + pad, top + self.zone + foot)
    }

    /// Whether a zone has a subnet of that tier: all the web tier spreads over have all of them.
    fn is_used(&self, zone: Zone, tier: Tier) -> bool {
        self.architecture.zones.zones().contains(&zone)
            || self.architecture.components.iter().any(|component| component.place == Place::In(zone, tier))
    }
}
