//! What is left of an architecture when a part or a zone is lost: what failures, recovery and single points are told from.

use crate::architecture::{Architecture, Component, ComponentId, DatabasePart, Place, Service, Webroot, Zone};

/// What is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// An Availability Zone with all that stands in it.
    Zone(Zone),
    /// One part.
    Part(ComponentId),
}

/// What is missing without which the site is down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outage {
    /// The way into the network.
    Network,
    /// What spreads requests over the web servers.
    LoadBalancer,
    /// What readers' requests come to first.
    ContentDelivery,
    /// A database that nothing stands by for.
    Database,
    /// The last web server that can read WordPress.
    WebServers,
    /// What exported pages are read from.
    Pages,
}

/// What is left after a loss.
pub(super) struct Loss<'a> {
    architecture: &'a Architecture,
    /// What is gone.
    pub(super) lost: Vec<&'a Component>,
    /// The web servers that go on: they stand, and so does what they read WordPress from.
    pub(super) serving: Vec<&'a Component>,
    /// What became of the database.
    pub(super) database: DatabaseLeft<'a>,
}

/// What became of a database.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum DatabaseLeft<'a> {
    /// It goes on, or went with the web server it is on.
    Untouched,
    /// Its writer is gone, and this takes over.
    TakenOver(&'a Component),
    /// Its writer is gone, and nothing stands by.
    Gone,
}

impl<'a> Loss<'a> {
    pub(super) fn of(architecture: &'a Architecture, broken: Broken) -> Self {
        let is_lost = |component: &&Component| match broken {
            Broken::Part(id) => component.id == id,
            Broken::Zone(zone) => matches!(component.place, Place::In(of, _) if of == zone),
        };
        let lost: Vec<&Component> = architecture.components.iter().filter(is_lost).collect();
        let serving = architecture
            .components
            .iter()
            .filter(|component| is_serving(architecture, component) && serves(architecture, component, &lost))
            .collect();
        let database = database(architecture, &lost);
        Self { architecture, lost, serving, database }
    }

    /// Whether this component is gone.
    pub(super) fn has_lost(&self, component: &Component) -> bool {
        self.lost.iter().any(|other| other.id == component.id)
    }

    /// Whether a component of this kind is gone.
    pub(super) fn is_gone(&self, wanted: fn(&Service) -> bool) -> bool {
        self.lost.iter().any(|component| wanted(&component.service))
    }

    /// What takes the site down, the first that a request would meet.
    pub(super) fn outage(&self) -> Option<Outage> {
        if self.is_gone(|service| matches!(service, Service::InternetGateway)) {
            Some(Outage::Network)
        } else if self.is_gone(|service| matches!(service, Service::LoadBalancer | Service::LightsailBalancer)) {
            Some(Outage::LoadBalancer)
        } else if self.is_gone(|service| matches!(service, Service::Cdn(_) | Service::OtherCdn(_))) {
            Some(Outage::ContentDelivery)
        } else if self.database == DatabaseLeft::Gone {
            Some(Outage::Database)
        } else if self.serving.is_empty() {
            Some(if self.architecture.is_exported() { Outage::Pages } else { Outage::WebServers })
        } else {
            None
        }
    }

    /// Whether all that is missing are web servers that their group starts again, in a zone that is left.
    pub(super) fn starts_anew(&self, broken: Broken) -> bool {
        let elsewhere = match broken {
            Broken::Part(_) => true,
            Broken::Zone(_) => self.architecture.zones.zones().len() > 1,
        };
        self.outage() == Some(Outage::WebServers)
            && self.architecture.replaces_itself()
            && elsewhere
            // What a server cannot reach is no fault of its machine, and no status check sees it.
            && self.is_gone(is_web)
            && !self.is_gone(|service| matches!(service, Service::NfsServer(_) | Service::SharedFiles(_)))
    }
}

/// Whether a component is one or several web servers.
pub(super) const fn is_web(service: &Service) -> bool {
    matches!(
        service,
        Service::WebServers(_)
            | Service::Tasks(_)
            | Service::Lightsail(_)
            | Service::Server(_)
            | Service::ManagedHost(_)
    )
}

/// Whether readers are served by a component: by web servers, or by the bucket with exported pages.
pub(super) fn is_serving(architecture: &Architecture, component: &Component) -> bool {
    if architecture.is_exported() { component.service == Service::ObjectStore } else { is_web(&component.service) }
}

/// Whether a web server goes on: it stands, and what it reads WordPress from does.
fn serves(architecture: &Architecture, server: &Component, lost: &[&Component]) -> bool {
    let gone = |wanted: &dyn Fn(&Component) -> bool| lost.iter().any(|component| wanted(component));
    if gone(&|component| component.id == server.id) {
        return false;
    }
    match architecture.web.webroot {
        Webroot::Local => true,
        Webroot::Nfs => !gone(&|component| matches!(component.service, Service::NfsServer(_))),
        Webroot::Efs(_) => {
            let zone = |place: Place| if let Place::In(zone, _) = place { Some(zone) } else { None };
            !gone(&|component| {
                matches!(component.service, Service::SharedFiles(_))
                    || (component.service == Service::MountTarget && zone(component.place) == zone(server.place))
            })
        }
        // A replicated volume goes on while most of its bricks do.
        Webroot::Gluster => {
            let bricks = |component: &Component| matches!(component.service, Service::GlusterBrick(_));
            let all = architecture.components.iter().filter(|component| bricks(component)).count();
            let left = all - lost.iter().filter(|component| bricks(component)).count();
            2 * left > all
        }
    }
}

/// Whether the database stops for good, and what takes over from a lost writer.
fn database<'a>(architecture: &'a Architecture, lost: &[&Component]) -> DatabaseLeft<'a> {
    let is_gone = |component: &Component| lost.iter().any(|other| other.id == component.id);
    let part = |component: &Component| {
        if let Service::Aurora(database) | Service::Rds(database) = &component.service {
            Some(database.part)
        } else {
            if let Service::LightsailDatabase(_, part) = component.service { Some(part) } else { None }
        }
    };
    let writer = architecture.components.iter().find(|component| part(component) == Some(DatabasePart::Writer));
    if !writer.is_some_and(is_gone) {
        return DatabaseLeft::Untouched;
    }
    let successor = architecture.components.iter().find(|component| {
        matches!(part(component), Some(DatabasePart::Reader | DatabasePart::Standby)) && !is_gone(component)
    });
    successor.map_or(DatabaseLeft::Gone, DatabaseLeft::TakenOver)
}
