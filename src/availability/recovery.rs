use crate::{
    architecture::{Architecture, DatabaseTier, Failover, Webroot},
    simulation::Rules,
    units::Minutes,
};

/// Whether it goes on by itself or waits for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Something takes over.
    Itself,
    /// Somebody has to notice, come and restore.
    People,
}

/// How a site comes back from one kind of disaster.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Restore {
    /// How it comes back, and how long the steps take.
    pub way: Way,
    /// Recovery point objective: how much of the latest data is gone.
    pub point: Minutes,
}

/// How something comes back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Way {
    /// The other web servers go on, and a new one is started.
    Replaced {
        /// Until the load balancer stops using the lost one.
        detection: Minutes,
    },
    /// The servers of the other zone go on, and the database fails over.
    OtherZone {
        /// Until the load balancer stops using the lost servers.
        detection: Minutes,
        /// Until the database is back.
        failover: Minutes,
    },
    /// The servers of the other zone go on, and somebody starts the database anew.
    NewDatabase(ByHand),
    /// Somebody starts a new server from the last backup.
    NewServer(ByHand),
    /// The same, and restores a managed database to a point in time.
    NewServerAndDatabase(ByHand),
    /// Somebody restores the file server that all web servers read from.
    FileServer(ByHand),
    /// Somebody restores the last good backup.
    GoodBackup(ByHand),
}

/// What people do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ByHand {
    /// Until somebody who can help is at work.
    pub come: Minutes,
    /// What they then need.
    pub restore: Minutes,
    /// Both together at the quickest and the slowest.
    pub between: [Minutes; 2],
}

impl ByHand {
    /// With another restore: the typical value, the shortest and the longest of it.
    fn then(rules: &Rules, restore: Minutes, [short, long]: [Minutes; 2]) -> Self {
        let [quick, slow] = rules.by_hand_between;
        Self { come: rules.by_hand, restore, between: [quick + short, slow + long] }
    }
}

/// How a site comes back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recovery {
    /// A server is lost with its disk.
    pub server: Restore,
    /// An Availability Zone, or another provider's data centre, is lost.
    pub zone: Restore,
    /// Data was deleted or spoiled: a bad plugin, a wrong click.
    pub spoiled: Restore,
}

impl Restore {
    /// Recovery time objective: how long from the failure until it is back.
    pub fn time(&self) -> Minutes {
        match self.way {
            Way::Replaced { detection } => detection,
            Way::OtherZone { detection, failover } => detection.max(failover),
            Way::NewDatabase(hand)
            | Way::NewServer(hand)
            | Way::NewServerAndDatabase(hand)
            | Way::FileServer(hand)
            | Way::GoodBackup(hand) => hand.come + hand.restore,
        }
    }

    /// The quickest and the slowest it may be; the same where nobody has to come.
    pub fn between(&self) -> [Minutes; 2] {
        match self.way {
            Way::Replaced { .. } | Way::OtherZone { .. } => [self.time(); 2],
            Way::NewDatabase(hand)
            | Way::NewServer(hand)
            | Way::NewServerAndDatabase(hand)
            | Way::FileServer(hand)
            | Way::GoodBackup(hand) => hand.between,
        }
    }

    /// Who brings it back.
    pub const fn by(&self) -> By {
        match self.way {
            Way::Replaced { .. } | Way::OtherZone { .. } => By::Itself,
            Way::NewDatabase(_)
            | Way::NewServer(_)
            | Way::NewServerAndDatabase(_)
            | Way::FileServer(_)
            | Way::GoodBackup(_) => By::People,
        }
    }
}

impl Recovery {
    /// The longest it takes after a server or a zone is lost.
    pub fn time(&self) -> Minutes {
        self.server.time().max(self.zone.time())
    }

    /// The quickest and the slowest it may be after a server or a zone is lost.
    pub fn between(&self) -> [Minutes; 2] {
        let ([quick, slow], [zone_quick, zone_slow]) = (self.server.between(), self.zone.between());
        [quick.max(zone_quick), slow.max(zone_slow)]
    }

    /// The most data lost with a server or a zone.
    pub fn point(&self) -> Minutes {
        self.server.point.max(self.zone.point)
    }
}

/// Snapshots and provider backups are taken once a day (Amazon Lightsail user guide, automatic snapshots).
const DAILY: Minutes = Minutes::new(1_440.0);
/// Point-in-time restore reaches to five minutes ago (Amazon RDS and Aurora user guides).
const POINT_IN_TIME: Minutes = Minutes::new(5.0);

/// How an architecture recovers. The delays are those of the simulated week, the reader's own figures and the client's
/// people among them.
pub fn recovery(architecture: &Architecture, rules: &Rules) -> Recovery {
    let hand = ByHand::then(rules, rules.restore, Rules::restore_between());
    let kept = match architecture.database {
        DatabaseTier::Managed { .. } => POINT_IN_TIME,
        DatabaseTier::SameServer => DAILY,
    };
    let spoiled = Restore { way: Way::GoodBackup(hand), point: kept };
    let (server, zone) = if !architecture.scales() {
        single(architecture, hand, rules, kept)
    } else if architecture.web.webroot == Webroot::Nfs {
        let lost = Restore { way: Way::FileServer(hand), point: DAILY };
        (lost, lost)
    } else {
        fleet(architecture, hand, rules, kept)
    };
    Recovery { server, zone, spoiled }
}

/// One server: it is lost with its disk, or with its zone.
fn single(architecture: &Architecture, hand: ByHand, rules: &Rules, kept: Minutes) -> (Restore, Restore) {
    let (server, zone) = match architecture.database {
        DatabaseTier::SameServer => (Way::NewServer(hand), Way::NewServer(hand)),
        DatabaseTier::Managed { .. } => {
            let ([short, long], [more, most]) = (Rules::restore_between(), Rules::database_restore_between());
            let both = ByHand::then(rules, hand.restore + rules.database_restore, [short + more, long + most]);
            (Way::NewServerAndDatabase(hand), Way::NewServerAndDatabase(both))
        }
    };
    (Restore { way: server, point: kept }, Restore { way: zone, point: kept })
}

/// Several servers over several zones.
fn fleet(architecture: &Architecture, hand: ByHand, rules: &Rules, kept: Minutes) -> (Restore, Restore) {
    let detection = rules.detection;
    let server = Restore { way: Way::Replaced { detection }, point: Minutes::ZERO };
    let zone = match architecture.database {
        DatabaseTier::Managed { failover, .. } => match failover {
            Failover::AuroraReplica | Failover::MultiAzStandby => {
                let failover = rules.failover(failover);
                Restore { way: Way::OtherZone { detection, failover }, point: Minutes::ZERO }
            }
            Failover::None => {
                let hand = ByHand::then(rules, rules.failover(failover), [rules.failover(failover); 2]);
                Restore { way: Way::NewDatabase(hand), point: kept }
            }
        },
        DatabaseTier::SameServer => Restore { way: Way::NewServer(hand), point: kept },
    };
    (server, zone)
}
