//! What fails when: a zone or a part is lost, and what stops, what takes over, and how long that takes.

use super::loss::{Broken, DatabaseLeft, Loss, Outage, is_serving, is_web};
use crate::{
    architecture::{Architecture, Component, ComponentId, DatabasePart, Failover, Replacement, Service},
    simulation::Rules,
    units::Minutes,
};

/// What readers notice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Impact {
    /// Nothing.
    None,
    /// The site is up, but not as it should be.
    Worse,
    /// Some requests fail until something has taken over, for so long.
    Pause(Minutes),
    /// The site is down until its only server has been started again by itself, for so long.
    Restart(Minutes),
    /// The site is down until people bring it back.
    Down(Outage),
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
    /// Nothing can be written or published.
    Editing,
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
    /// Who starts web servers in the place of lost ones.
    pub replacement: Replacement,
    /// What readers notice.
    pub impact: Impact,
}

/// What happens when a zone or a part is lost. The delays are those of the simulated week.
pub fn failure(architecture: &Architecture, rules: &Rules, broken: Broken) -> Failure {
    let loss = Loss::of(architecture, broken);
    let web: Vec<&Component> =
        architecture.components.iter().filter(|component| is_serving(architecture, component)).collect();
    let stands_still = |component: &Component| {
        is_serving(architecture, component)
            && (loss.database == DatabaseLeft::Gone || !loss.serving.iter().any(|server| server.id == component.id))
    };
    let stops: Vec<ComponentId> = (architecture.components.iter())
        .filter(|component| loss.has_lost(component) || stands_still(component))
        .map(|component| component.id)
        .collect();
    let replacement = architecture.replacement();
    let anew = loss.starts_anew(broken);
    if let Some(outage) = loss.outage()
        && !anew
    {
        let (takes_over, lacks) = (Vec::new(), Vec::new());
        return Failure { broken, stops, takes_over, lacks, replacement, impact: Impact::Down(outage) };
    }

    if anew {
        let impact = Impact::Restart(rules.noticed(architecture) + rules.boot(architecture.web.delivery));
        return Failure { broken, stops, takes_over: Vec::new(), lacks: lacks(&loss.lost), replacement, impact };
    }
    let mut takes_over = Vec::new();
    if loss.serving.len() < web.len() {
        let of = TakenOver::WebServers;
        takes_over.extend(loss.serving.iter().map(|server| TakeOver { by: server.id, after: rules.detection, of }));
    }
    if let DatabaseLeft::TakenOver(successor) = loss.database {
        let aurora = matches!(successor.service, Service::Aurora(_));
        let failover = if aurora { Failover::AuroraReplica } else { Failover::MultiAzStandby };
        takes_over.push(TakeOver { by: successor.id, after: rules.failover(failover), of: TakenOver::Database });
    }
    let pause = takes_over.iter().map(|successor| successor.after).fold(Minutes::ZERO, Minutes::max);
    let mut lacks = lacks(&loss.lost);
    if architecture.is_exported() && loss.is_gone(is_web) {
        lacks.push(Lack::Editing);
    }
    let impact = if pause > Minutes::ZERO {
        Impact::Pause(pause)
    } else if lacks.is_empty() {
        Impact::None
    } else {
        Impact::Worse
    };
    Failure { broken, stops, takes_over, lacks, replacement, impact }
}

/// What is worse while the site is up.
fn lacks(lost: &[&Component]) -> Vec<Lack> {
    let found = lost.iter().filter_map(|component| match &component.service {
        Service::Dns => Some(Lack::Names),
        Service::ObjectStore => Some(Lack::Images),
        Service::CacheNode(_) => Some(Lack::ObjectCache),
        Service::NatGateway | Service::NatInstance(_) => Some(Lack::Outbound),
        Service::Aurora(database) | Service::Rds(database) if database.part != DatabasePart::Writer => {
            Some(Lack::Standby)
        }
        Service::LightsailDatabase(_, part) if *part != DatabasePart::Writer => Some(Lack::Standby),
        Service::GlusterBrick(_) => Some(Lack::Copy),
        Service::Bastion(_) => Some(Lack::Bastion),
        Service::Repository | Service::Pipeline | Service::Build | Service::Staging(_) | Service::MachineImage => {
            Some(Lack::Deployment)
        }
        Service::Backup => Some(Lack::Backup),
        Service::Readers
        | Service::Cdn(_)
        | Service::OtherCdn(_)
        | Service::InternetGateway
        | Service::LoadBalancer
        | Service::LightsailBalancer
        | Service::ManagedHost(_)
        | Service::Tasks(_)
        | Service::WebServers(_)
        | Service::NfsServer(_)
        | Service::Lightsail(_)
        | Service::LightsailDatabase(..)
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
