use super::loss::{Broken, DatabaseLeft, Loss};
use crate::{
    architecture::{Architecture, DatabaseTier, Failover, Network, Replacement, Service, Zone},
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
        /// Who starts the new one.
        replacement: Replacement,
    },
    /// The only web server is started again by its group.
    StartedAnew {
        /// Until its group notices.
        detection: Minutes,
        /// Until the new one serves.
        boot: Minutes,
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
    /// Readers are served on from exported pages, and somebody restores the server on which people write.
    StillServed(ByHand),
    /// The host brings it back, from its own backup where need be.
    ByHost(ByHand),
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
            Way::Replaced { detection, .. } => detection,
            Way::StartedAnew { detection, boot } => detection + boot,
            Way::OtherZone { detection, failover } => detection.max(failover),
            Way::StillServed(_) => Minutes::ZERO,
            Way::NewDatabase(hand)
            | Way::ByHost(hand)
            | Way::NewServer(hand)
            | Way::NewServerAndDatabase(hand)
            | Way::FileServer(hand)
            | Way::GoodBackup(hand) => hand.come + hand.restore,
        }
    }

    /// The quickest and the slowest it may be; the same where nobody has to come.
    pub fn between(&self) -> [Minutes; 2] {
        match self.way {
            Way::Replaced { .. } | Way::StartedAnew { .. } | Way::OtherZone { .. } | Way::StillServed(_) => {
                [self.time(); 2]
            }
            Way::NewDatabase(hand)
            | Way::ByHost(hand)
            | Way::NewServer(hand)
            | Way::NewServerAndDatabase(hand)
            | Way::FileServer(hand)
            | Way::GoodBackup(hand) => hand.between,
        }
    }

    /// Who brings it back.
    pub const fn by(&self) -> By {
        match self.way {
            Way::Replaced { .. } | Way::StartedAnew { .. } | Way::OtherZone { .. } | Way::StillServed(_) => By::Itself,
            Way::NewDatabase(_)
            | Way::ByHost(_)
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

/// How an architecture recovers: from what is left of it when a server, a zone or its files are lost. The delays are those
/// of the simulated week, the reader's own figures and the client's people among them.
pub fn recovery(architecture: &Architecture, rules: &Rules) -> Recovery {
    let restores = Restores { architecture, rules, hand: ByHand::then(rules, rules.restore, Rules::restore_between()) };
    Recovery { server: restores.server(), zone: restores.zone(), spoiled: restores.spoiled() }
}

struct Restores<'a> {
    architecture: &'a Architecture,
    rules: &'a Rules,
    hand: ByHand,
}

impl Restores<'_> {
    /// The most data lost when the database has to come from what is kept of it.
    fn kept(&self) -> Minutes {
        match self.architecture.database {
            DatabaseTier::Managed { .. } => POINT_IN_TIME,
            DatabaseTier::SameServer => DAILY,
        }
    }

    fn spoiled(&self) -> Restore {
        Restore { way: Way::GoodBackup(self.hand), point: self.kept() }
    }

    /// What was exported is served on; what was written since the last snapshot has to be written again.
    fn still_served(&self) -> Restore {
        Restore { way: Way::StillServed(self.hand), point: self.kept() }
    }

    /// Nobody of the client's has to come.
    fn by_host(&self) -> Restore {
        let (restore, between) = (self.rules.host_restore, Rules::host_restore_between());
        Restore { way: Way::ByHost(ByHand { come: Minutes::ZERO, restore, between }), point: DAILY }
    }

    fn file_server(&self) -> Restore {
        Restore { way: Way::FileServer(self.hand), point: DAILY }
    }

    /// The only web server is started again by its group; what was on its disk is gone.
    fn started_anew(&self) -> Restore {
        let way = Way::StartedAnew {
            detection: self.rules.noticed(self.architecture),
            boot: self.rules.boot(self.architecture.web.delivery),
        };
        let point = match self.architecture.database {
            DatabaseTier::Managed { .. } => Minutes::ZERO,
            DatabaseTier::SameServer => DAILY,
        };
        Restore { way, point }
    }

    fn replaced(&self) -> Restore {
        let way = Way::Replaced { detection: self.rules.detection, replacement: self.architecture.replacement() };
        Restore { way, point: Minutes::ZERO }
    }

    /// A server is lost with its disk.
    fn server(&self) -> Restore {
        let architecture = self.architecture;
        if architecture.is_managed() {
            self.by_host()
        } else if architecture.is_exported() {
            self.still_served()
        } else if architecture.hangs_on_a_file_server() {
            self.file_server()
        } else if architecture.survives_a_server() {
            self.replaced()
        } else if architecture.replaces_itself() {
            self.started_anew()
        } else {
            let way = match architecture.database {
                DatabaseTier::SameServer => Way::NewServer(self.hand),
                DatabaseTier::Managed { .. } => Way::NewServerAndDatabase(self.hand),
            };
            Restore { way, point: self.kept() }
        }
    }

    /// The zone is lost that takes longest to come back from; elsewhere the data centre with all that is in it.
    fn zone(&self) -> Restore {
        let zones = self.architecture.zones.zones().iter();
        let mut longest = self.lost(Zone::A);
        for restore in zones.map(|zone| self.lost(*zone)) {
            if restore.time() > longest.time() {
                longest = restore;
            }
        }
        longest
    }

    fn lost(&self, zone: Zone) -> Restore {
        if self.architecture.is_managed() {
            return self.by_host();
        }
        if self.architecture.is_exported() {
            return self.still_served();
        }
        let broken = Broken::Zone(zone);
        let loss = Loss::of(self.architecture, broken);
        let all_elsewhere = self.architecture.network == Network::OffAws;
        if loss.is_gone(|service| matches!(service, Service::NfsServer(_))) {
            return self.file_server();
        }
        if loss.starts_anew(broken) {
            return self.started_anew();
        }
        if loss.serving.is_empty() || all_elsewhere {
            return self.new_server();
        }
        let detection = self.rules.detection;
        match loss.database {
            DatabaseLeft::Untouched => self.replaced(),
            DatabaseLeft::TakenOver(_) => {
                let failover = self.rules.failover(self.failover());
                Restore { way: Way::OtherZone { detection, failover }, point: Minutes::ZERO }
            }
            DatabaseLeft::Gone => {
                let restart = self.rules.failover(Failover::None);
                let hand = ByHand::then(self.rules, restart, [restart; 2]);
                Restore { way: Way::NewDatabase(hand), point: self.kept() }
            }
        }
    }

    fn failover(&self) -> Failover {
        match self.architecture.database {
            DatabaseTier::SameServer => Failover::None,
            DatabaseTier::Managed { failover, .. } => failover,
        }
    }

    /// Somebody starts a new server in another zone, and the database where that is lost as well.
    fn new_server(&self) -> Restore {
        let way = match self.architecture.database {
            DatabaseTier::SameServer => Way::NewServer(self.hand),
            DatabaseTier::Managed { .. } => {
                let ([short, long], [more, most]) = (Rules::restore_between(), Rules::database_restore_between());
                let restore = self.hand.restore + self.rules.database_restore;
                Way::NewServerAndDatabase(ByHand::then(self.rules, restore, [short + more, long + most]))
            }
        };
        Restore { way, point: self.kept() }
    }
}
