//! What fails when: a zone or a part is lost, and what stops, what takes over, and how long that takes.

use crate::{
    architecture::{Architecture, Component, ComponentId, DatabasePart, Failover, Place, Service, Webroot, Zone},
    simulation::Rules,
    units::Minutes,
};

/// What is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// An Availability Zone with all that stands in it.
    Zone(Zone),
    /// One part.
    Part(ComponentId),
}

/// What readers notice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Impact {
    /// Nothing.
    None,
    /// The site is up, but not as it should be.
    Worse,
    /// Some requests fail until something has taken over, for so long.
    Pause(Minutes),
    /// The site is down until people bring it back.
    Down(Outage),
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
}

/// What is worse while the site is up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Addresses are not found.
    Names,
    /// Images are missing.
    Images,
    /// Objects are read from the database.
    ObjectCache,
    /// No way out of the network.
    Outbound,
    /// The database has no standby.
    Standby,
    /// A copy of the files is missing.
    Copy,
    /// No way in for administrators.
    Bastion,
    /// Nothing can be deployed.
    Deployment,
    /// Nothing to restore from.
    Backup,
}

/// Something that takes over by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct TakeOver {
    /// What goes on in its place.
    pub by: ComponentId,
    /// After how long.
    pub after: Minutes,
    /// What was lost.
    pub of: TakenOver,
}

/// What is taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenOver {
    /// Requests to web servers.
    WebServers,
    /// The database.
    Database,
}

/// What a loss does.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// What was lost.
    pub broken: Broken,
    /// Everything that does not work any more, in the order of the architecture's components.
    pub stops: Vec<ComponentId>,
    /// What takes over.
    pub takes_over: Vec<TakeOver>,
    /// What is worse meanwhile, each once.
    pub lacks: Vec<Lack>,
    /// What readers notice.
    pub impact: Impact,
}

/// What happens when a zone or a part is lost. The delays are those of the simulated week.
pub fn failure(architecture: &Architecture, rules: &Rules, broken: Broken) -> Failure {
    let lost: Vec<&Component> = architecture.components.iter().filter(|component| is_lost(component, broken)).collect();
    let web: Vec<&Component> = architecture.all(is_web).collect();
    let alive: Vec<&&Component> = web.iter().filter(|server| serves(architecture, server, &lost)).collect();
    let (database_stops, successor) = database(architecture, &lost);
    let stops: Vec<ComponentId> = (architecture.components.iter())
        .filter(|component| {
            lost.iter().any(|other| other.id == component.id)
                || (is_web(&component.service)
                    && (database_stops || !alive.iter().any(|server| server.id == component.id)))
        })
        .map(|component| component.id)
        .collect();
    if let Some(outage) = outage(&lost, database_stops, alive.is_empty()) {
        let (takes_over, lacks) = (Vec::new(), Vec::new());
        return Failure { broken, stops, takes_over, lacks, impact: Impact::Down(outage) };
    }

    let mut takes_over = Vec::new();
    if alive.len() < web.len() {
        let of = TakenOver::WebServers;
        takes_over.extend(alive.iter().map(|server| TakeOver { by: server.id, after: rules.detection, of }));
    }
    if let Some(successor) = successor {
        let aurora = matches!(successor.service, Service::Aurora(_));
        let failover = if aurora { Failover::AuroraReplica } else { Failover::MultiAzStandby };
        takes_over.push(TakeOver { by: successor.id, after: rules.failover(failover), of: TakenOver::Database });
    }
    let pause = takes_over.iter().map(|successor| successor.after).fold(Minutes::ZERO, Minutes::max);
    let lacks = lacks(&lost);
    let impact = if pause > Minutes::ZERO {
        Impact::Pause(pause)
    } else if lacks.is_empty() {
        Impact::None
    } else {
        Impact::Worse
    };
    Failure { broken, stops, takes_over, lacks, impact }
}

/// What takes the site down, the first that a request would meet.
fn outage(lost: &[&Component], database_stops: bool, no_web_server: bool) -> Option<Outage> {
    let gone = |wanted: fn(&Service) -> bool| lost.iter().any(|component| wanted(&component.service));
    if gone(|service| matches!(service, Service::InternetGateway)) {
        Some(Outage::Network)
    } else if gone(|service| matches!(service, Service::LoadBalancer)) {
        Some(Outage::LoadBalancer)
    } else if gone(|service| matches!(service, Service::Cdn(_) | Service::OtherCdn)) {
        Some(Outage::ContentDelivery)
    } else if database_stops {
        Some(Outage::Database)
    } else if no_web_server {
        Some(Outage::WebServers)
    } else {
        None
    }
}

fn is_lost(component: &Component, broken: Broken) -> bool {
    match broken {
        Broken::Part(id) => component.id == id,
        Broken::Zone(zone) => matches!(component.place, Place::In(of, _) if of == zone),
    }
}

const fn is_web(service: &Service) -> bool {
    matches!(service, Service::WebServers(_) | Service::Lightsail(_) | Service::Server(_))
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
fn database<'a>(architecture: &'a Architecture, lost: &[&Component]) -> (bool, Option<&'a Component>) {
    let is_gone = |component: &Component| lost.iter().any(|other| other.id == component.id);
    let part = |component: &Component| {
        if let Service::Aurora(database) | Service::Rds(database) = &component.service {
            Some(database.part)
        } else {
            matches!(component.service, Service::LightsailDatabase(_)).then_some(DatabasePart::Writer)
        }
    };
    let writer = architecture.components.iter().find(|component| part(component) == Some(DatabasePart::Writer));
    if !writer.is_some_and(is_gone) {
        return (false, None);
    }
    let successor = architecture.components.iter().find(|component| {
        matches!(part(component), Some(DatabasePart::Reader | DatabasePart::Standby)) && !is_gone(component)
    });
    (successor.is_none(), successor)
}

/// What is worse while the site is up.
fn lacks(lost: &[&Component]) -> Vec<Lack> {
    let found = lost.iter().filter_map(|component| match &component.service {
        Service::Dns => Some(Lack::Names),
        Service::ObjectStore => Some(Lack::Images),
        Service::CacheNode(_) => Some(Lack::ObjectCache),
        Service::NatGateway => Some(Lack::Outbound),
        Service::Aurora(database) | Service::Rds(database) if database.part != DatabasePart::Writer => {
            Some(Lack::Standby)
        }
        Service::GlusterBrick(_) => Some(Lack::Copy),
        Service::Bastion(_) => Some(Lack::Bastion),
        Service::Repository | Service::Pipeline | Service::Build | Service::Staging(_) | Service::MachineImage => {
            Some(Lack::Deployment)
        }
        Service::Backup => Some(Lack::Backup),
        Service::Readers
        | Service::Cdn(_)
        | Service::OtherCdn
        | Service::InternetGateway
        | Service::LoadBalancer
        | Service::WebServers(_)
        | Service::NfsServer(_)
        | Service::Lightsail(_)
        | Service::LightsailDatabase(_)
        | Service::Server(_)
        | Service::SharedFiles(_)
        | Service::MountTarget
        | Service::Aurora(_)
        | Service::Rds(_) => None,
    });
    let mut each: Vec<Lack> = Vec::new();
    for lack in found {
        if !each.contains(&lack) {
            each.push(lack);
        }
    }
    each
}
