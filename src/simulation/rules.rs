//! What the simulation takes for granted: delays, limits and latencies nobody promises, each with its evidence.

use super::{
    delays::{self, Delay},
    rule_ranges as range,
};
use crate::{
    architecture::{Architecture, Delivery, Failover, Webroot},
    questionnaire::{Operator, Overrides, WeekParameter},
    units::{Count, Gib, Milliseconds, Minutes, Ratio, Seconds},
    workload::{Assumption, Parameter, Whose},
};

/// With what stock of credits the week begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Start {
    /// With what is there after months of the same week: full where the week earns more than it spends, else spent.
    #[default]
    Settled,
    /// With what a server and a file system have when they are new.
    Fresh,
}

/// The rules of a simulated week that a reader may put figures of their own in place of.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    /// With what stock of credits the week begins.
    pub start: Start,
    /// Over how long a machine in standard mode is lowered to its baseline as its credits end; zero is a hard cliff.
    pub credit_ramp: Minutes,
    /// How long utilisation is above target before servers are added.
    pub alarm_high: Minutes,
    /// How long utilisation is low before a server is taken away.
    pub alarm_low: Minutes,
    /// Below what share of the target utilisation counts as low.
    pub low_share: Ratio,
    /// How long after the last change a group waits before it takes a server away.
    pub warm_up: Minutes,
    boot: [Minutes; 5],
    /// Until a load balancer stops sending requests to a server that does not answer.
    pub detection: Minutes,
    /// Until an Auto Scaling group without a load balancer replaces a server that does not answer.
    pub status_check: Minutes,
    failover: [Minutes; 3],
    /// How long somebody takes to notice an outage that nothing repairs by itself, and to act.
    pub by_hand: Minutes,
    /// The shortest and the longest of that.
    pub by_hand_between: [Minutes; 2],
    /// How long it then takes to restore a server from its last backup.
    pub restore: Minutes,
    /// What restoring a managed database to a point in time adds to that.
    pub database_restore: Minutes,
    /// How long a managed host takes to bring a site back.
    pub host_restore: Minutes,
    /// How much pages of the site differ on an idle server: variance over mean squared.
    pub spread: Ratio,
    /// When a request that waits for a worker is given up.
    pub patience: Seconds,
    file_op: [Milliseconds; 4],
    file_write: [Milliseconds; 4],
    /// How long a client trusts file attributes it has seen.
    pub attribute_cache: Seconds,
    /// How many times its warm CPU time a page costs whose PHP files are not compiled yet.
    pub compile_factor: Ratio,
    /// Files of the plugin whose installation is timed.
    pub plugin_files: Count,
    /// Deployments a month.
    pub deployments: Count,
    /// How much of a database is written out and read in again in a minute, one after the other.
    pub copied_a_minute: Gib,
    /// How long nobody edits or orders at a move, whatever the size.
    pub switch_over: Minutes,
}

impl Rules {
    /// The rules with a reader's own figures in place, by the identifiers of [`RULE_RANGES`], and with the people who operate the
    /// site.
    pub fn new(own: &Overrides, operator: Operator) -> Self {
        let of = |rule: &Parameter| own.get(rule.id.token()).unwrap_or(rule.mode).max(0.0);
        let minutes = |rule: &Parameter| Minutes::new(of(rule));
        let ms = |rule: &Parameter| Milliseconds::new(of(rule));
        Self {
            start: Start::Settled,
            credit_ramp: minutes(&range::CREDIT_RAMP),
            alarm_high: minutes(&range::ALARM_HIGH),
            alarm_low: minutes(&range::ALARM_LOW),
            low_share: Ratio::new(of(&range::LOW_SHARE)),
            warm_up: minutes(&range::WARM_UP),
            boot: [
                minutes(&range::RECOVERY),
                minutes(&range::BOOT_MOUNTED),
                minutes(&range::BOOT_BAKED),
                minutes(&range::BOOT_GIT),
                Minutes::new(delays::TASK_START.typical()),
            ],
            detection: minutes(&range::DETECTION),
            status_check: Minutes::new(delays::STATUS_CHECK.typical()),
            failover: [minutes(&range::RESTART), minutes(&range::FAILOVER_AURORA), minutes(&range::FAILOVER_RDS)],
            by_hand: minutes(&range::by_hand(operator)),
            by_hand_between: match own.get(range::by_hand(operator).id.token()) {
                Some(own) => [Minutes::new(own.max(0.0)); 2],
                None => between(delays::by_hand(operator)),
            },
            restore: Minutes::new(delays::RESTORE.typical()),
            database_restore: Minutes::new(delays::DATABASE_RESTORE.typical()),
            host_restore: Minutes::new(delays::HOST_RESTORE.typical()),
            spread: Ratio::new(of(&range::SPREAD)),
            patience: Seconds::new(of(&range::PATIENCE)),
            file_op: [
                Milliseconds::ZERO,
                ms(&range::FILE_OP_EFS),
                ms(&range::FILE_OP_NFS),
                ms(&range::FILE_OP_GLUSTER),
            ],
            file_write: [
                ms(&range::WRITE_LOCAL),
                ms(&range::WRITE_EFS),
                ms(&range::WRITE_NFS),
                ms(&range::WRITE_GLUSTER),
            ],
            attribute_cache: Seconds::new(of(&range::ATTRIBUTE_CACHE)),
            compile_factor: Ratio::new(of(&range::COMPILE)),
            plugin_files: Count::new(of(&range::PLUGIN_FILES)),
            deployments: Count::new(of(&range::DEPLOYMENTS)),
            copied_a_minute: Gib::new(of(&range::COPY_RATE)),
            switch_over: minutes(&range::SWITCH_OVER),
        }
    }

    /// How long it takes until a server that does not answer is known to: by the load balancer, or by the group itself.
    pub fn noticed(&self, architecture: &Architecture) -> Minutes {
        if architecture.replaces_itself() && !architecture.is_balanced() { self.status_check } else { self.detection }
    }

    /// The rules as an architecture meets them: what tells that a server is lost.
    pub(crate) fn on(&self, architecture: &Architecture) -> Self {
        Self { detection: self.noticed(architecture), ..self.clone() }
    }

    /// The same rules with another start of the week.
    pub fn starting(self, start: Start) -> Self {
        Self { start, ..self }
    }

    /// The rules as assumptions, for the list of what was taken for granted.
    pub fn assumptions(own: &Overrides, operator: Operator) -> Vec<Assumption> {
        let by_hand = range::by_hand(operator);
        let as_used = |parameter: &Parameter| match own.get(parameter.id.token()) {
            Some(value) => Assumption { parameter: *parameter, used: [value; 3], whose: Whose::Yours },
            None => Assumption { parameter: *parameter, used: [parameter.mode; 3], whose: Whose::Ours },
        };
        range::RULE_RANGES.iter().map(|rule| as_used(if rule.id == by_hand.id { &by_hand } else { rule })).collect()
    }

    /// The shortest and the longest restore of a server by hand.
    pub const fn restore_between() -> [Minutes; 2] {
        between(delays::RESTORE)
    }

    /// The shortest and the longest that restoring a managed database adds to it.
    pub const fn database_restore_between() -> [Minutes; 2] {
        between(delays::DATABASE_RESTORE)
    }

    /// The shortest and the longest that a managed host takes to bring a site back.
    pub const fn host_restore_between() -> [Minutes; 2] {
        between(delays::HOST_RESTORE)
    }

    /// The range of one of the rules.
    pub fn parameter(id: WeekParameter) -> Parameter {
        range::RULE_RANGES[id as usize]
    }

    /// From the launch of a server until it serves; for a server that is never replaced, until it is recovered.
    pub const fn boot(&self, delivery: Delivery) -> Minutes {
        self.boot[delivery as usize]
    }

    /// Until the database is back after its instance failed.
    pub const fn failover(&self, failover: Failover) -> Minutes {
        self.failover[failover as usize]
    }

    /// One operation that reads a file or its attributes.
    pub const fn file_op(&self, webroot: Webroot) -> Milliseconds {
        self.file_op[kind(webroot)]
    }

    /// One operation that writes a file or its attributes.
    pub const fn file_write(&self, webroot: Webroot) -> Milliseconds {
        self.file_write[kind(webroot)]
    }
}

impl Default for Rules {
    fn default() -> Self {
        Self::new(&Overrides::default(), Operator::InHouse)
    }
}

const fn between(delay: Delay) -> [Minutes; 2] {
    [Minutes::new(delay.minutes[0]), Minutes::new(delay.minutes[2])]
}

const fn kind(webroot: Webroot) -> usize {
    match webroot {
        Webroot::Local => 0,
        Webroot::Efs(_) => 1,
        Webroot::Nfs => 2,
        Webroot::Gluster => 3,
    }
}
