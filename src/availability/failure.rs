//! What fails when: a zone or a part is lost, and what stops, what takes over, and how long that takes.

use crate::{
    architecture::{Architecture, Component, ComponentId, DatabasePart, Place, Service, Webroot, Zone},
    catalog::Catalog,
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
pub enum Effect {
    /// Nothing.
    None,
    /// The site is up, but not as it should be.
    Worse,
    /// Some requests fail until something has taken over, for so long.
    Pause(Minutes),
    /// The site is down until people bring it back.
    Down,
}

/// Something that takes over by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct TakeOver {
    /// What goes on in its place.
    pub by: ComponentId,
    /// After how long.
    pub after: Minutes,
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
    /// What readers notice.
    pub effect: Effect,
    /// The same in a few sentences.
    pub told: String,
}

/// What happens when a zone or a part is lost.
pub fn failure(architecture: &Architecture, catalog: &Catalog, broken: Broken) -> Failure {
    let lost: Vec<&Component> = architecture.components.iter().filter(|component| is_lost(component, broken)).collect();
    let gone = |wanted: fn(&Service) -> bool| lost.iter().any(|component| wanted(&component.service));
    let web: Vec<&Component> = architecture.all(is_web).collect();
    let alive: Vec<&&Component> = web.iter().filter(|server| serves(architecture, server, &lost)).collect();
    let (database_stops, heir) = database(architecture, &lost);
    let stops: Vec<ComponentId> = (architecture.components.iter())
        .filter(|component| {
            lost.iter().any(|other| other.id == component.id)
                || (is_web(&component.service)
                    && (database_stops || !alive.iter().any(|server| server.id == component.id)))
        })
        .map(|component| component.id)
        .collect();

    let span = |id: &str, otherwise: f64| {
        catalog.fact(id).and_then(|fact| fact.span()).map_or(Minutes::new(otherwise), |span| span.typical)
    };
    let mut takes_over = Vec::new();
    let mut sentences: Vec<String> = Vec::new();
    let mut down = |reason: &str| sentences.push(format!("{reason}: the site is down until people bring it back."));
    if gone(|service| matches!(service, Service::InternetGateway)) {
        down("Nothing reaches the network any more");
    } else if gone(|service| matches!(service, Service::LoadBalancer)) {
        down("Nothing reaches the web servers any more");
    } else if gone(|service| matches!(service, Service::Cdn(_) | Service::OtherCdn)) {
        down("Readers are sent to content delivery, which does not answer");
    } else if database_stops {
        down("The database is gone and nothing stands by");
    } else if alive.is_empty() {
        down("No web server is left that can read WordPress");
    }
    if !sentences.is_empty() {
        return Failure { broken, stops, takes_over, effect: Effect::Down, told: sentences.join(" ") };
    }

    let mut pause = Minutes::ZERO;
    if alive.len() < web.len() {
        let after = span("alb.detection", 0.8);
        pause = pause.max(after);
        takes_over.extend(alive.iter().map(|server| TakeOver { by: server.id, after }));
        sentences.push(format!(
            "The load balancer stops using the lost web servers within {after}; the others go on, and Auto Scaling starts new ones."
        ));
    }
    if let Some(heir) = heir {
        let aurora = matches!(heir.service, Service::Aurora(_));
        let after = if aurora { span("aurora.failover", 0.75) } else { span("rds.failover", 1.5) };
        pause = pause.max(after);
        takes_over.push(TakeOver { by: heir.id, after });
        sentences.push(format!("The database fails over to the other zone in {after}; nothing is lost."));
    }
    let worse = worse(&lost);
    sentences.extend(worse.iter().map(|sentence| (*sentence).to_owned()));
    let effect = if pause > Minutes::ZERO {
        Effect::Pause(pause)
    } else if worse.is_empty() {
        Effect::None
    } else {
        Effect::Worse
    };
    if sentences.is_empty() {
        sentences.push("Readers notice nothing.".to_owned());
    }
    Failure { broken, stops, takes_over, effect, told: sentences.join(" ") }
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
    let heir = architecture.components.iter().find(|component| {
        matches!(part(component), Some(DatabasePart::Reader | DatabasePart::Standby)) && !is_gone(component)
    });
    (heir.is_none(), heir)
}

/// What is worse while the site is up.
fn worse(lost: &[&Component]) -> Vec<&'static str> {
    let said = lost.iter().filter_map(|component| match &component.service {
        Service::Dns => Some("Readers who do not remember the address cannot find the site."),
        Service::ObjectStore => Some("Images that content delivery does not hold are missing."),
        Service::CacheNode(_) => Some("Objects are read from the database again: pages take longer."),
        Service::NatGateway => Some("Servers of that zone reach no updates and no other sites."),
        Service::Aurora(database) | Service::Rds(database) if database.part != DatabasePart::Writer => {
            Some("Nothing stands by for the database until it is replaced.")
        }
        Service::GlusterBrick(_) => Some("A copy of the files is missing until it is healed."),
        Service::Bastion(_) => Some("Administrators have to come in another way."),
        Service::Repository | Service::Pipeline | Service::Build | Service::Staging(_) | Service::MachineImage => {
            Some("Nothing can be deployed.")
        }
        Service::Backup => Some("There is nothing to restore from."),
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
    let mut told: Vec<&str> = Vec::new();
    for sentence in said {
        if !told.contains(&sentence) {
            told.push(sentence);
        }
    }
    told
}
