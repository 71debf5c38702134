//! From left to right: readers, edge, gateway, public, application and data subnets, then what the region holds
//! beside the network. Zones stand below one another with the load balancer between them.

use super::{
    arrange::{Arrangement, is_aws},
    card::{self, GRID, HEIGHT},
    geometry::{Rect, around},
    lean,
    picture::{GroupKind, Orientation},
    slots::{Slots, mirrored},
};
use crate::architecture::{Architecture, Component, Network, Place, Service, Tier, Zone};

/// From one card to the next below it.
const PITCH: i32 = 72;
/// From the cards of the edge to one another: the lines between them need room.
const EDGE_PITCH: i32 = 96;
/// From a card to the border of its subnet.
const SUBNET: i32 = 18;
/// From one border to the next around it.
const NEST: i32 = 12;
/// The room of a group's title.
const TITLE: i32 = 24;
/// From the border of one zone to that of the next, with the load balancer between them.
const WIDE_GUTTER: i32 = 108;
/// The same with nothing between them but the name of the Auto Scaling group.
const NARROW_GUTTER: i32 = 36;

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
    /// Below the network.
    Lane,
}

struct Plan<'a> {
    architecture: &'a Architecture,
    cells: Vec<(Column, Row)>,
    /// Left edge and width of the columns in use.
    columns: Vec<(Column, i32, i32)>,
    /// Height of the cards of a zone.
    zone: i32,
    /// Whether an Auto Scaling group is drawn.
    fleet: Vec<usize>,
}

pub(super) fn arrange(architecture: &Architecture, slots: &Slots) -> Arrangement {
    let cells = cells(architecture, slots);
    let fleet_ids = lean::fleet(architecture);
    let fleet: Vec<usize> =
        (0..architecture.components.len()).filter(|at| fleet_ids.contains(&architecture.components[*at].id)).collect();
    let tallest = slots.tiers().map(|tier| stack(slots.count(tier))).max().unwrap_or(HEIGHT);
    // The border of the Auto Scaling group needs a little room between its servers and the subnet's title.
    let band = slots.count(Tier::App).max(if fleet.is_empty() { 0 } else { 1 });
    let zone = if fleet.is_empty() { tallest } else { tallest.max(stack(band) + 2 * GRID) };
    let mut plan = Plan { architecture, columns: Vec::new(), cells, zone, fleet };
    plan.columns = plan.columns_in_use(slots);
    let nodes = plan.nodes();
    let groups = plan.groups(&nodes, slots);
    Arrangement { nodes, groups }
}

/// The height of so many cards below one another.
const fn stack(count: i32) -> i32 {
    HEIGHT + PITCH * (if count > 1 { count - 1 } else { 0 })
}

fn cells(architecture: &Architecture, slots: &Slots) -> Vec<(Column, Row)> {
    let centre = main_column(architecture);
    let lane: Vec<&Component> = architecture
        .components
        .iter()
        .filter(|component| component.place == Place::Deployment && is_aws(&component.service))
        .collect();
    let mut beside = 0;
    let mut below_edge = 0;
    let mut above_edge = 0;
    architecture
        .components
        .iter()
        .map(|component| match component.place {
            Place::Internet => (Column::Internet, Row::Spine(0)),
            Place::Edge if delivers(&component.service) => (Column::Edge, Row::Spine(0)),
            Place::Edge => {
                above_edge -= 1;
                (Column::Edge, Row::Spine(above_edge))
            }
            Place::Border => (Column::Border, Row::Spine(0)),
            Place::AcrossZones => (Column::Public, Row::Gutter),
            Place::In(zone, tier) => {
                let column = match tier {
                    Tier::Public => Column::Public,
                    Tier::App => Column::App,
                    Tier::Data => Column::Data,
                };
                let (at, of) = (slots.of(architecture, component), slots.count(tier));
                (column, Row::Zone(zone, if mirrored(zone) { of - 1 - at } else { at }, of))
            }
            Place::Elsewhere if component.service == Service::Backup => (Column::Data, Row::Spine(0)),
            Place::Elsewhere => (Column::App, Row::Spine(0)),
            Place::Region => match (architecture.network, &component.service) {
                (Network::OffAws, _) => {
                    below_edge += 1;
                    (Column::Edge, Row::Spine(below_edge))
                }
                (_, Service::ObjectStore) => (centre, Row::Above),
                _ => {
                    beside += 1;
                    (Column::Beside, Row::Spine(beside - 1))
                }
            },
            Place::Deployment => {
                let at = lane.iter().position(|of| of.id == component.id);
                (at.map_or(Column::Internet, |at| lane_column(centre, lane.len(), at)), Row::Lane)
            }
        })
        .collect()
}

/// Whether requests pass through it on their way, rather than only ask it.
const fn delivers(service: &Service) -> bool {
    matches!(service, Service::Cdn(_) | Service::OtherCdn)
}

/// The column of the web servers.
fn main_column(architecture: &Architecture) -> Column {
    let tier = architecture.components.iter().find_map(|component| match (&component.service, component.place) {
        (Service::WebServers(_) | Service::Lightsail(_), Place::In(_, tier)) => Some(tier),
        _ => None,
    });
    match tier {
        Some(Tier::Public) => Column::Public,
        Some(Tier::Data) => Column::Data,
        Some(Tier::App) | None => Column::App,
    }
}

/// The columns of the deployment lane: its end stands below the web servers.
fn lane_column(centre: Column, count: usize, at: usize) -> Column {
    const COLUMNS: [Column; 5] = [Column::Border, Column::Public, Column::App, Column::Data, Column::Beside];
    let end = COLUMNS.iter().position(|column| *column == centre).unwrap_or(2);
    let first = (end + 1).saturating_sub(count);
    COLUMNS[(first + at).min(COLUMNS.len() - 1)]
}

impl Plan<'_> {
    fn columns_in_use(&self, slots: &Slots) -> Vec<(Column, i32, i32)> {
        let tiers: Vec<Tier> = slots.tiers().collect();
        let mut columns: Vec<(Column, i32, i32)> = Vec::new();
        for column in
            [Column::Internet, Column::Edge, Column::Border, Column::Public, Column::App, Column::Data, Column::Beside]
        {
            let width = (self.architecture.components.iter().zip(&self.cells))
                .filter(|(_, (of, _))| *of == column)
                .map(|(component, _)| card::width(component, Orientation::Landscape))
                .max();
            let Some(width) = width else { continue };
            let x = match columns.last() {
                None => 0,
                Some((before, x, width)) => {
                    let borders = self.borders_right_of(*before, &tiers) + self.borders_left_of(column, &tiers);
                    x + width + card::snapped(borders + self.room(*before, column))
                }
            };
            columns.push((column, x, width));
        }
        columns
    }

    /// The room between two columns that is not taken by borders.
    fn room(&self, left: Column, right: Column) -> i32 {
        match (left, right) {
            (Column::Public | Column::App, Column::App | Column::Data) => 2 * GRID,
            (Column::Internet, _) => 2 * GRID,
            (_, Column::Beside) => 3 * GRID,
            _ => 2 * GRID,
        }
    }

    /// From the cards of a column to the outermost border that closes to the right of it.
    fn borders_right_of(&self, column: Column, tiers: &[Tier]) -> i32 {
        match (column, self.architecture.network) {
            (Column::Public | Column::App | Column::Data, Network::Vpc | Network::Lightsail) => {
                let last = tiers.last().copied().map(column_of) == Some(column);
                self.inner(column) + if last { 2 * NEST } else { 0 }
            }
            (Column::Edge, Network::OffAws) => 2 * NEST,
            _ => 0,
        }
    }

    fn borders_left_of(&self, column: Column, tiers: &[Tier]) -> i32 {
        match (column, self.architecture.network) {
            (Column::Edge, _) => SUBNET,
            (Column::Border, _) => SUBNET,
            (Column::Public | Column::App | Column::Data, Network::Vpc | Network::Lightsail) => {
                let first = tiers.first().copied().map(column_of) == Some(column);
                let has_border = self.cells.iter().any(|(column, _)| *column == Column::Border);
                self.inner(column)
                    + if !first {
                        0
                    } else if has_border {
                        NEST
                    } else {
                        3 * NEST
                    }
            }
            (Column::App, Network::OffAws) => SUBNET,
            _ => 0,
        }
    }

    /// From the cards of a tier to the border of its subnet.
    fn inner(&self, column: Column) -> i32 {
        let band = self.fleet.first().is_some_and(|at| self.cells[*at].0 == column);
        SUBNET + if band { NEST } else { 0 }
    }

    /// The top of the cards of a zone; the cards of the first begin at 0.
    fn zone_top(&self, zone: Zone) -> i32 {
        let between = |gutter| NEST + SUBNET + gutter + self.zone_head();
        let first = between(if self.has_gutter() { WIDE_GUTTER } else { NARROW_GUTTER });
        let others = between(NARROW_GUTTER);
        match zone {
            Zone::A => 0,
            Zone::B => self.zone + card::snapped(first),
            Zone::C => 2 * self.zone + card::snapped(first) + card::snapped(others),
        }
    }

    fn has_gutter(&self) -> bool {
        self.cells.iter().any(|(_, row)| *row == Row::Gutter)
    }

    /// From the border of a zone to its cards.
    fn zone_head(&self) -> i32 {
        match self.architecture.network {
            Network::Vpc => 2 * TITLE + 6,
            Network::Lightsail | Network::OffAws => TITLE + 6,
        }
    }

    fn zones(&self) -> Vec<Zone> {
        let mut zones: Vec<Zone> = self.cells.iter().filter_map(|(_, row)| zone_of(*row)).collect();
        zones.sort_unstable();
        zones.dedup();
        zones
    }

    /// The middle of the cards a request meets first.
    fn spine(&self) -> i32 {
        if self.has_gutter() { self.gutter() } else { card::snapped(self.zone / 2) }
    }

    fn gutter(&self) -> i32 {
        self.zone + NEST + SUBNET + WIDE_GUTTER / 2
    }

    fn nodes(&self) -> Vec<Rect> {
        let zones = self.zones();
        let last = zones.last().copied().map_or(0, |zone| self.zone_top(zone));
        let lane = last + self.zone + SUBNET + 3 * NEST + TITLE;
        let above = -(self.zone_head() + TITLE + SUBNET + HEIGHT);
        self.cells
            .iter()
            .map(|(column, row)| {
                let (_, x, width) = *self.columns.iter().find(|(of, ..)| of == column).unwrap_or(&(*column, 0, 0));
                let y = match row {
                    Row::Above => above,
                    Row::Spine(step) => self.spine() - HEIGHT / 2 + step * EDGE_PITCH,
                    Row::Zone(zone, at, of) => self.zone_top(*zone) + (self.zone - stack(*of)) / 2 + at * PITCH,
                    Row::Gutter => self.gutter() - HEIGHT / 2,
                    Row::Lane => card::snapped(lane),
                };
                Rect { x, y: y.div_euclid(GRID) * GRID, width, height: HEIGHT }
            })
            .collect()
    }

    fn groups(&self, nodes: &[Rect], slots: &Slots) -> Vec<(GroupKind, Rect)> {
        let tiers: Vec<Tier> = slots.tiers().collect();
        let mut inner = Vec::new();
        let mut zones = Vec::new();
        for zone in self.zones() {
            let top = self.zone_top(zone);
            let subnet = |tier: Tier| {
                let (column, x, width) =
                    *self.columns.iter().find(|(of, ..)| *of == column_of(tier)).unwrap_or(&(Column::App, 0, 0));
                let pad = self.inner(column);
                Rect::between(x - pad, top - TITLE - 6, x + width + pad, top + self.zone + SUBNET)
            };
            let subnets: Vec<Rect> = tiers.iter().map(|tier| subnet(*tier)).collect();
            let Some(all) = around(&subnets) else { continue };
            let rect = match self.architecture.network {
                Network::Vpc => {
                    inner.extend(tiers.iter().map(|tier| (GroupKind::Subnet(zone, *tier), subnet(*tier))));
                    Rect::between(all.x - NEST, all.y - TITLE, all.right() + NEST, all.bottom() + NEST)
                }
                Network::Lightsail | Network::OffAws => all,
            };
            zones.push((GroupKind::Zone(zone), rect));
        }
        let mut groups = self.outer(nodes, around(zones.iter().map(|(_, rect)| rect)));
        groups.extend(zones);
        groups.extend(inner);
        if let Some(band) = around(self.fleet.iter().map(|at| &nodes[*at])) {
            groups.push((GroupKind::AutoScaling, band.grown(SUBNET)));
        }
        groups
    }

    /// Cloud, region, network, lane and provider, outermost first.
    fn outer(&self, nodes: &[Rect], zones: Option<Rect>) -> Vec<(GroupKind, Rect)> {
        let of = |wanted: &dyn Fn(&Component) -> bool| {
            around(
                (self.architecture.components.iter().zip(nodes))
                    .filter(|(component, _)| wanted(component))
                    .map(|(_, rect)| rect),
            )
        };
        let join = |a: Option<Rect>, b: Option<Rect>| match (a, b) {
            (Some(a), Some(b)) => Some(a.around(&b)),
            (a, b) => a.or(b),
        };
        let network = zones.map(|zones| {
            let border = of(&|component| component.place == Place::Border);
            let left = border.map_or(zones.x - NEST, |border| border.x + HEIGHT / 2);
            Rect::between(left, zones.y - TITLE, zones.right() + NEST, zones.bottom() + NEST)
        });
        let lane = of(&|component| component.place == Place::Deployment && is_aws(&component.service)).map(|lane| {
            Rect::between(lane.x - SUBNET, lane.y - TITLE - 6, lane.right() + SUBNET, lane.bottom() + SUBNET)
        });
        let regional = of(&|component| matches!(component.place, Place::Region | Place::Border)).map(|rect| {
            Rect::between(rect.x - SUBNET, rect.y - TITLE - 6, rect.right() + SUBNET, rect.bottom() + SUBNET)
        });
        let region =
            join(network.map(|network| network.grown(NEST)), join(lane.map(|lane| lane.grown(NEST)), regional));
        let titled = join(
            region,
            network.map(|network| Rect::between(network.x, network.y - TITLE, network.right(), network.bottom())),
        );
        let edge = of(&|component| component.place == Place::Edge && is_aws(&component.service))
            .map(|rect| rect.grown(SUBNET));
        let cloud = join(
            titled.map(|region| region.grown(NEST)),
            edge.map(|edge| Rect::between(edge.x, edge.y - TITLE, edge.right(), edge.bottom())),
        );
        let provider = of(&|component| component.place == Place::Elsewhere).map(|rect| {
            Rect::between(rect.x - SUBNET, rect.y - TITLE - 6, rect.right() + SUBNET, rect.bottom() + SUBNET)
        });
        let network_kind = match self.architecture.network {
            Network::Vpc => GroupKind::Vpc,
            Network::Lightsail | Network::OffAws => GroupKind::Lightsail,
        };
        [
            (GroupKind::Cloud, cloud),
            (GroupKind::Region, titled),
            (network_kind, network),
            (GroupKind::Deployment, lane),
            (GroupKind::Provider, provider),
        ]
        .into_iter()
        .filter_map(|(kind, rect)| rect.map(|rect| (kind, rect)))
        .collect()
    }
}

const fn column_of(tier: Tier) -> Column {
    match tier {
        Tier::Public => Column::Public,
        Tier::App => Column::App,
        Tier::Data => Column::Data,
    }
}

const fn zone_of(row: Row) -> Option<Zone> {
    match row {
        Row::Zone(zone, ..) => Some(zone),
        Row::Above | Row::Spine(_) | Row::Gutter | Row::Lane => None,
    }
}
