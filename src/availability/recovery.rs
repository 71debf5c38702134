use crate::{
    architecture::{Architecture, DatabaseTier, Failover, Webroot},
    catalog::Catalog,
    questionnaire::Operator,
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
#[derive(Clone, Debug, PartialEq)]
pub struct Restore {
    /// Recovery time objective: how long until it is back.
    pub time: Minutes,
    /// Recovery point objective: how much of the latest data is gone.
    pub point: Minutes,
    /// Who brings it back.
    pub by: By,
    /// How, in a sentence without a full stop.
    pub how: String,
}

/// How a site comes back.
#[derive(Clone, Debug, PartialEq)]
pub struct Recovery {
    /// A server is lost with its disk.
    pub server: Restore,
    /// An Availability Zone, or another provider's data centre, is lost.
    pub zone: Restore,
    /// Data was deleted or spoiled: a bad plugin, a wrong click.
    pub spoiled: Restore,
}

impl Recovery {
    /// The longest it takes after a server or a zone is lost.
    pub fn time(&self) -> Minutes {
        self.server.time.max(self.zone.time)
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

/// How an architecture recovers, with the people the client has.
pub fn recovery(architecture: &Architecture, operator: Operator, catalog: &Catalog) -> Recovery {
    let minutes = |id: &str, otherwise: f64| {
        catalog.fact(id).and_then(|fact| fact.span()).map_or(Minutes::new(otherwise), |span| span.typical)
    };
    let people = response(operator);
    let restore = minutes("lightsail.restore", 35.0);
    let spoiled = Restore {
        time: people + restore,
        point: if matches!(architecture.database, DatabaseTier::Managed { .. }) { POINT_IN_TIME } else { DAILY },
        by: By::People,
        how: format!("somebody restores the last good backup: {people} to come, {restore} to restore"),
    };
    if !architecture.scales() {
        return single(architecture, people, restore, spoiled);
    }

    let failover = match architecture.database {
        DatabaseTier::Managed { failover: Failover::AuroraReplica, .. } => minutes("aurora.failover", 0.75),
        DatabaseTier::Managed { failover: Failover::MultiAzStandby, .. } => minutes("rds.failover", 1.5),
        DatabaseTier::Managed { failover: Failover::None, .. } | DatabaseTier::SameServer => people + restore,
    };
    let detection = minutes("alb.detection", 0.8);
    let server = Restore {
        time: detection,
        point: Minutes::ZERO,
        by: By::Itself,
        how: format!("the load balancer stops using it within {detection}, and Auto Scaling starts another"),
    };
    let zone = Restore {
        time: detection.max(failover),
        point: Minutes::ZERO,
        by: By::Itself,
        how: format!("web servers of the other zone go on after {detection}, the database fails over in {failover}"),
    };
    if architecture.web.webroot == Webroot::Nfs {
        let lost = Restore {
            time: people + restore,
            point: DAILY,
            by: By::People,
            how: format!(
                "all servers wait for the file server, restored by hand from its daily snapshot: {people} to come, {restore} to restore"
            ),
        };
        return Recovery { server: lost.clone(), zone: lost, spoiled };
    }
    Recovery { server, zone, spoiled }
}

fn single(architecture: &Architecture, people: Minutes, restore: Minutes, spoiled: Restore) -> Recovery {
    let point = spoiled.point;
    let (database, extra) = match architecture.database {
        DatabaseTier::SameServer => ("", Minutes::ZERO),
        // Restoring a database to a point in time makes a new instance; half an hour is usual (estimate).
        DatabaseTier::Managed { .. } => (" and the database to a point in time", Minutes::new(30.0)),
    };
    let lost = |extra: Minutes| Restore {
        time: people + restore + extra,
        point,
        by: By::People,
        how: format!(
            "somebody starts a new server from the last backup{database}: {people} to come, {} to restore",
            restore + extra
        ),
    };
    Recovery { server: lost(Minutes::ZERO), zone: lost(extra), spoiled }
}

/// How long until somebody who can help is at work, nights and weekends included (estimate, low confidence).
const fn response(operator: Operator) -> Minutes {
    match operator {
        Operator::Nobody => Minutes::new(1_440.0),
        Operator::Agency => Minutes::new(240.0),
        Operator::InHouse | Operator::Consultant => Minutes::new(60.0),
    }
}
