//! In which column and row every part stands.

use crate::{
    architecture::{Architecture, Component, Network, Place, Service, Tier, Zone},
    diagram::{
        arrange::is_aws,
        slots::{Slots, mirrored},
    },
    units::Count,
};

/// The columns, from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Internet,
    /// Content delivery that is not AWS's.
    Outside,
    Edge,
    /// What the region holds before the network, above its gateway.
    Before,
    Border,
    Public,
    App,
    Data,
    Beside,
}

/// All of them, from left to right.
pub(super) const COLUMNS: [Column; 9] = [
    Column::Internet,
    Column::Outside,
    Column::Edge,
    Column::Before,
    Column::Border,
    Column::Public,
    Column::App,
    Column::Data,
    Column::Beside,
];

/// The rows, from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// In the region, above the network.
    Above,
    /// In the region, level with the title of the network.
    Top,
    /// On the line a request takes, or so many cards above or below it.
    Spine(i32),
    /// In a zone, at this place of so many.
    Zone(Zone, i32, i32),
    /// Between the first zone and the second.
    Gutter,
    /// Below the network: the deployment lane, or what a single server is saved to.
    Below,
}

/// Gives every part its column and row.
pub(super) struct Cells<'a> {
    architecture: &'a Architecture,
    /// The column of the web servers.
    centre: Column,
    /// How many parts stand above the spine of the edge, below it, and beside the network.
    counts: [i32; 3],
}

impl<'a> Cells<'a> {
    pub(super) fn new(architecture: &'a Architecture) -> Self {
        let servers = architecture
            .all(|service| matches!(service, Service::WebServers(_) | Service::Tasks(_) | Service::Lightsail(_)));
        let centre = servers
            .filter_map(|server| if let Place::In(_, tier) = server.place { Some(column_of(tier)) } else { None })
            .next();
        Self { architecture, centre: centre.unwrap_or(Column::App), counts: [0; 3] }
    }

    pub(super) fn all(mut self, slots: &Slots) -> Vec<(Column, Row)> {
        self.architecture.components.iter().map(|component| self.cell(component, slots)).collect()
    }

    fn cell(&mut self, component: &Component, slots: &Slots) -> (Column, Row) {
        match component.place {
            Place::Internet => self.outside(component),
            Place::Edge if matches!(component.service, Service::Cdn(_)) => (Column::Edge, Row::Spine(0)),
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
            Place::Region => self.regional(component),
            Place::Deployment => (self.lane(component), Row::Below),
        }
    }

    /// Readers, and content delivery that is not AWS's: below them, level with what they reach by it, as a column of its own
    /// would make the picture wider. Beside a single server there is room.
    fn outside(&self, component: &Component) -> (Column, Row) {
        let foreign = |service: &Service| matches!(service, Service::OtherCdn(_));
        match (foreign(&component.service), self.architecture.network) {
            (true, Network::OffAws) => (Column::Outside, Row::Spine(0)),
            (false, Network::Lightsail | Network::Vpc) if self.architecture.has(foreign) => {
                (Column::Internet, Row::Spine(-1))
            }
            (true | false, _) => (Column::Internet, Row::Spine(0)),
        }
    }

    /// Where a part of the region stands: objects beside the edge that reads them, shared files above the subnets that
    /// mount them if there is height to spare, backups near what they save.
    fn regional(&mut self, component: &Component) -> (Column, Row) {
        let shared = self.architecture.has(|service| matches!(service, Service::SharedFiles(_)));
        let has_gateway = self.architecture.has(|service| *service == Service::InternetGateway);
        let is_backup = component.service == Service::Backup;
        if component.service == Service::ObjectStore {
            if has_gateway { (Column::Before, Row::Spine(-1)) } else { (self.centre, Row::Above) }
        } else if self.is_small() && !shared {
            (self.centre, Row::Below)
        } else if is_tall(self.architecture) && !shared && has_gateway {
            (Column::Before, Row::Top)
        } else if is_tall(self.architecture) {
            (Column::Beside, Row::Spine(self.next(2) - 1))
        } else {
            (if shared && is_backup { Column::App } else { Column::Data }, Row::Above)
        }
    }

    fn next(&mut self, which: usize) -> i32 {
        self.counts[which] += 1;
        self.counts[which]
    }

    /// Whether there is but one server: then what it is saved to stands below it.
    fn is_small(&self) -> bool {
        self.architecture.spare_servers() == Count::ZERO
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

/// Whether there are three zones: then there is no height to spare.
pub(super) fn is_tall(architecture: &Architecture) -> bool {
    architecture.components.iter().any(|component| matches!(component.place, Place::In(Zone::C, _)))
}

/// The column of a tier.
pub(super) const fn column_of(tier: Tier) -> Column {
    match tier {
        Tier::Public => Column::Public,
        Tier::App | Tier::Open => Column::App,
        Tier::Data => Column::Data,
    }
}
