//! What the events of a week do to an architecture: servers lost, requests refused, work on top.

use crate::{
    architecture::{
        Architecture, DatabasePart, DatabaseTier, Delivery, Failover, Network, Place, Service, Webroot, Zone,
    },
    simulation::{
        Rules,
        files::plugin_install::{Installer, plugin_install},
        run::event::Event,
    },
    units::Minutes,
    workload::Demand,
};

/// A stretch of minutes in which something is wrong.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Disturbance {
    pub(crate) from: usize,
    /// Exclusive.
    pub(crate) to: usize,
    pub(crate) effect: Effect,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Effect {
    /// A share of all requests is refused.
    Refused(f64),
    /// So many servers fail at the first minute; where nothing replaces them, they are back after the last.
    Lost(usize),
    /// So many vCPUs are busy with something else.
    Busy(f64),
    /// At the first minute a new server from a backup stands in the place of the lost one.
    Restored,
}

/// Everything the events bring about, for a fleet that has so many servers when nothing is wrong.
pub(crate) fn disturbances(
    architecture: &Architecture,
    demand: &Demand,
    events: &[Event],
    rules: &Rules,
) -> Vec<Disturbance> {
    let mut all = Vec::new();
    for event in events {
        match *event {
            Event::Spike { .. } | Event::BotFlood { .. } => {}
            Event::InstanceFailure { start } => {
                let recovery = rules.boot(architecture.web.delivery) + rules.detection;
                servers_lost(architecture, rules, start, recovery, 1, &mut all);
            }
            Event::ZoneLoss { start, length, zone } => zone_lost(architecture, rules, start, length, zone, &mut all),
            Event::Deployment { start } => deployed(architecture, demand, rules, start, &mut all),
            Event::PluginInstall { start } => {
                // Unpacking keeps about half a vCPU busy; the rest of the time it waits for files.
                let length = plugin_install(architecture.web.webroot, rules.plugin_files, Installer::default(), rules);
                all.push(stretch(start, length, Effect::Busy(0.5)));
            }
        }
    }
    all
}

fn servers_lost(
    architecture: &Architecture,
    rules: &Rules,
    start: Minutes,
    length: Minutes,
    servers: usize,
    all: &mut Vec<Disturbance>,
) {
    let fleet = architecture.web.fleet.min().value().max(1.0);
    let share = (servers as f64 / fleet).min(1.0);
    all.push(stretch(start, length, Effect::Lost(servers)));
    // Until health checks notice, the load balancer goes on sending it its share.
    all.push(stretch(start, rules.detection, Effect::Refused(share)));
}

fn zone_lost(
    architecture: &Architecture,
    rules: &Rules,
    start: Minutes,
    length: Minutes,
    zone: Zone,
    all: &mut Vec<Disturbance>,
) {
    let zones = architecture.zones.zones();
    let Some(index) = zones.iter().position(|used| *used == zone) else { return };
    if zones.len() == 1 || architecture.network == Network::OffAws {
        let database = match architecture.database {
            DatabaseTier::Managed { .. } => rules.database_restore,
            DatabaseTier::SameServer => Minutes::ZERO,
        };
        let restored = length.min(rules.by_hand + rules.restore + database);
        let lost = stretch(start, restored, Effect::Refused(1.0));
        all.extend([lost, Disturbance { from: lost.to, to: lost.to + 1, effect: Effect::Restored }]);
        return;
    }
    let fleet = architecture.web.fleet.min().value() as usize;
    let here = fleet / zones.len() + usize::from(index < fleet % zones.len());
    if here > 0 {
        servers_lost(architecture, rules, start, length, here, all);
    }
    if let DatabaseTier::Managed { failover, .. } = &architecture.database
        && stands_in(architecture, zone, is_writer)
    {
        let back = match failover {
            Failover::AuroraReplica | Failover::MultiAzStandby => rules.failover(*failover),
            // Nothing is started in another zone by itself.
            Failover::None => length.min(rules.by_hand + rules.failover(*failover)),
        };
        all.push(stretch(start, back, Effect::Refused(1.0)));
    }
    if matches!(architecture.web.webroot, Webroot::Nfs)
        && stands_in(architecture, zone, |service| matches!(service, Service::NfsServer(_)))
    {
        all.push(stretch(start, length.min(rules.by_hand + rules.restore), Effect::Refused(1.0)));
    }
}

fn deployed(architecture: &Architecture, demand: &Demand, rules: &Rules, start: Minutes, all: &mut Vec<Disturbance>) {
    let web = &architecture.web;
    match web.delivery {
        // Copied over the running site: half a minute of maintenance mode (estimate).
        Delivery::InPlace => all.push(stretch(start, Minutes::new(1.0), Effect::Refused(0.5))),
        // New servers are launched before old ones go, or files change under the running ones.
        Delivery::Mounted | Delivery::Baked | Delivery::InstalledFromGit | Delivery::Pulled => {}
    }
    // Every server compiles every file again, on all its cores at once.
    let compile = demand.page_cpu.value() / 1_000.0 * rules.compile_factor.value() * web.machine.vcpus.value();
    let servers = web.fleet.min().value();
    all.push(stretch(start, Minutes::new(1.0), Effect::Busy(servers * compile / 60.0)));
}

fn is_writer(service: &Service) -> bool {
    matches!(service, Service::Aurora(database) | Service::Rds(database) if database.part == DatabasePart::Writer)
        || matches!(service, Service::LightsailDatabase(_, DatabasePart::Writer))
}

fn stands_in(architecture: &Architecture, zone: Zone, wanted: fn(&Service) -> bool) -> bool {
    architecture.all(wanted).any(|component| matches!(component.place, Place::In(at, _) if at == zone))
}

/// Whole minutes from `start` on.
fn stretch(start: Minutes, length: Minutes, effect: Effect) -> Disturbance {
    let from = start.value().max(0.0) as usize;
    Disturbance { from, to: from + length.value().ceil().max(1.0) as usize, effect }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        architecture::{Component, ComponentId, ManagedDatabase, Tier},
        simulation::fixtures::*,
        units::Gib,
    };

    /// A group over two zones before a database whose writer stands in the first.
    fn clustered(failover: Failover) -> Architecture {
        let mut architecture = group(fixed(2.0), 2.0, 4.0, Delivery::Baked, Webroot::Local);
        architecture.database = DatabaseTier::Managed { machine: fixed(8.0), failover };
        architecture.components.push(Component {
            id: ComponentId("writer"),
            service: Service::Aurora(ManagedDatabase {
                class: "db.r6g.large".to_owned(),
                part: DatabasePart::Writer,
                storage: Gib::new(10.0),
            }),
            place: Place::In(Zone::A, Tier::Data),
            size: String::new(),
            role: String::new(),
        });
        architecture
    }

    /// Minutes in which every request is refused after the loss of a zone for four hours.
    fn refused(failover: Failover, zone: Zone) -> usize {
        let events = [Event::ZoneLoss { start: Minutes::new(600.0), length: Minutes::new(240.0), zone }];
        let all = disturbances(&clustered(failover), workload("shop").typical(), &events, &Rules::default());
        all.iter().filter(|one| one.effect == Effect::Refused(1.0)).map(|one| one.to - one.from).sum()
    }

    /// Amazon Aurora User Guide, high availability: with a replica writes are back typically in less than 60 seconds; without
    /// one in another zone somebody has to create it, and an instance takes typically less than ten minutes. Amazon RDS User
    /// Guide, Multi-AZ: 60 to 120 seconds.
    #[test]
    fn a_database_is_back_after_what_its_guide_says() {
        assert_eq!(refused(Failover::AuroraReplica, Zone::A), 1);
        assert_eq!(refused(Failover::MultiAzStandby, Zone::A), 2);
        let rules = Rules::default();
        assert_eq!(refused(Failover::None, Zone::A) as f64, rules.by_hand.value() + 10.0);
        // The writer stands in the other zone.
        assert_eq!(refused(Failover::None, Zone::B), 0);
    }

    /// Elastic Load Balancing, target group health checks: two failed checks 30 seconds apart. Until then a lost server of
    /// two goes on being sent half of the requests.
    #[test]
    fn a_lost_server_gets_its_share_until_two_checks_have_failed() {
        let events = [Event::InstanceFailure { start: Minutes::new(60.0) }];
        let all =
            disturbances(&clustered(Failover::AuroraReplica), workload("shop").typical(), &events, &Rules::default());
        let refusing: Vec<_> = all.iter().filter(|one| matches!(one.effect, Effect::Refused(_))).collect();
        assert_eq!(refusing, [&Disturbance { from: 60, to: 61, effect: Effect::Refused(0.5) }]);
    }
}
