//! What the simulation takes for granted: delays, limits and latencies nobody promises, each with its evidence.

use std::collections::BTreeMap;

use crate::{
    architecture::{Delivery, Failover, Webroot},
    catalog::Confidence::{self, High, Low, Medium},
    units::{Count, Milliseconds, Minutes, Ratio, Seconds},
    workload::{Assumption, Larger, Parameter, Whose},
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
    boot: [Minutes; 4],
    /// Until a load balancer stops sending requests to a server that does not answer.
    pub detection: Minutes,
    failover: [Minutes; 3],
    /// How long somebody takes to notice an outage that nothing repairs by itself, and to act.
    pub by_hand: Minutes,
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
}

impl Rules {
    /// The rules with a reader's own figures in place, by the identifiers of [`RULES`].
    pub fn new(own: &BTreeMap<String, f64>) -> Self {
        let of = |rule: &Parameter| own.get(rule.id).copied().unwrap_or(rule.mode).max(0.0);
        let minutes = |rule: &Parameter| Minutes::new(of(rule));
        let ms = |rule: &Parameter| Milliseconds::new(of(rule));
        Self {
            start: Start::Settled,
            credit_ramp: minutes(&CREDIT_RAMP),
            alarm_high: minutes(&ALARM_HIGH),
            alarm_low: minutes(&ALARM_LOW),
            low_share: Ratio::new(of(&LOW_SHARE)),
            warm_up: minutes(&WARM_UP),
            boot: [minutes(&RECOVERY), minutes(&BOOT_MOUNTED), minutes(&BOOT_BAKED), minutes(&BOOT_GIT)],
            detection: minutes(&DETECTION),
            failover: [minutes(&RESTART), minutes(&FAILOVER_AURORA), minutes(&FAILOVER_RDS)],
            by_hand: minutes(&BY_HAND),
            spread: Ratio::new(of(&SPREAD)),
            patience: Seconds::new(of(&PATIENCE)),
            file_op: [Milliseconds::ZERO, ms(&FILE_OP_EFS), ms(&FILE_OP_NFS), ms(&FILE_OP_GLUSTER)],
            file_write: [ms(&WRITE_LOCAL), ms(&WRITE_EFS), ms(&WRITE_NFS), ms(&WRITE_GLUSTER)],
            attribute_cache: Seconds::new(of(&ATTRIBUTE_CACHE)),
            compile_factor: Ratio::new(of(&COMPILE)),
            plugin_files: Count::new(of(&PLUGIN_FILES)),
            deployments: Count::new(of(&DEPLOYMENTS)),
        }
    }

    /// The same rules with another start of the week.
    pub fn starting(self, start: Start) -> Self {
        Self { start, ..self }
    }

    /// The rules as assumptions, for the list of what was taken for granted.
    pub fn assumptions(own: &BTreeMap<String, f64>) -> Vec<Assumption> {
        let as_used = |parameter: &Parameter| match own.get(parameter.id) {
            Some(value) => Assumption { parameter: *parameter, used: [*value; 3], whose: Whose::Yours },
            None => Assumption { parameter: *parameter, used: [parameter.mode; 3], whose: Whose::Ours },
        };
        RULES.iter().map(as_used).collect()
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
        Self::new(&BTreeMap::new())
    }
}

const fn kind(webroot: Webroot) -> usize {
    match webroot {
        Webroot::Local => 0,
        Webroot::Efs(_) => 1,
        Webroot::Nfs => 2,
        Webroot::Gluster => 3,
    }
}

const fn rule(
    id: &'static str,
    name: &'static str,
    unit: &'static str,
    range: [f64; 3],
    confidence: Confidence,
    evidence: &'static str,
) -> Parameter {
    let [low, mode, high] = range;
    Parameter { id, name, unit, low, mode, high, larger: Larger::MoreLoad, evidence, confidence }
}

/// Every rule a reader may change.
pub const RULES: &[Parameter] = &[
    CREDIT_RAMP,
    ALARM_HIGH,
    ALARM_LOW,
    LOW_SHARE,
    WARM_UP,
    BOOT_BAKED,
    BOOT_MOUNTED,
    BOOT_GIT,
    RECOVERY,
    DETECTION,
    FAILOVER_AURORA,
    FAILOVER_RDS,
    RESTART,
    BY_HAND,
    SPREAD,
    PATIENCE,
    FILE_OP_EFS,
    FILE_OP_NFS,
    FILE_OP_GLUSTER,
    WRITE_LOCAL,
    WRITE_EFS,
    WRITE_NFS,
    WRITE_GLUSTER,
    ATTRIBUTE_CACHE,
    COMPILE,
    PLUGIN_FILES,
    DEPLOYMENTS,
];

const CREDIT_RAMP: Parameter = rule(
    "credit_ramp",
    "Lowering to the baseline as CPU credits end",
    "minutes",
    [0.0, 15.0, 15.0],
    Medium,
    "Amazon EC2 User Guide until March 2018: over a 15-minute period; today's text says gradually and no interval. 0 is a hard cliff",
);
const ALARM_HIGH: Parameter = rule(
    "alarm_high",
    "Time above target before servers are added",
    "minutes",
    [3.0, 3.0, 5.0],
    Medium,
    "alarms a target tracking policy creates, as seen in many accounts: three datapoints of one minute, with detailed monitoring",
);
const ALARM_LOW: Parameter = rule(
    "alarm_low",
    "Time below target before a server is taken away",
    "minutes",
    [15.0, 15.0, 15.0],
    Medium,
    "alarms a target tracking policy creates, as seen in many accounts: fifteen datapoints of one minute",
);
const LOW_SHARE: Parameter = rule(
    "low_share",
    "Share of the target that counts as low",
    "",
    [0.7, 0.7, 0.9],
    Medium,
    "alarms seen in many accounts: 50 and 35 %, 40 and 28 %, 90 and 63 %; not in AWS's text",
);
const WARM_UP: Parameter = rule(
    "warm_up",
    "Wait after a change before a server is taken away",
    "minutes",
    [2.0, 5.0, 5.0],
    Medium,
    "default cooldown of an Auto Scaling group, 300 seconds, used where no warm-up is set (EC2 Auto Scaling User Guide)",
);
const BOOT_BAKED: Parameter = rule(
    "boot_baked",
    "Server from a finished image in service after",
    "minutes",
    [1.0, 2.0, 3.0],
    Low,
    "29 seconds until SSH answers (ec2-boot-bench, c5.xlarge, 2021), 10 to 60 seconds for services, up to 30 for the first health check",
);
const BOOT_MOUNTED: Parameter = rule(
    "boot_mounted",
    "Server with a mounted webroot in service after",
    "minutes",
    [1.0, 3.0, 5.0],
    Low,
    "as from an image, with the mount and a first request that compiles over the network",
);
const BOOT_GIT: Parameter = rule(
    "boot_git",
    "Server installed from Git in service after",
    "minutes",
    [3.0, 6.0, 10.0],
    Low,
    "packages, PHP and Composer at boot take two to eight minutes more; estimate",
);
const RECOVERY: Parameter = rule(
    "recovery",
    "Single server back after a host failure",
    "minutes",
    [3.0, 5.0, 15.0],
    Low,
    "EC2 simplified automatic recovery; AWS publishes no figure, several minutes by experience",
);
const DETECTION: Parameter = rule(
    "detection",
    "Until a failed server gets no more requests",
    "minutes",
    [0.5, 1.0, 2.5],
    High,
    "Application Load Balancer: two failed checks 30 seconds apart by default",
);
const FAILOVER_AURORA: Parameter = rule(
    "failover_aurora",
    "Aurora back on its replica after",
    "minutes",
    [0.5, 1.0, 1.0],
    High,
    "Amazon Aurora User Guide: typically less than 60 seconds, often less than 30",
);
const FAILOVER_RDS: Parameter = rule(
    "failover_rds",
    "RDS back on its standby after",
    "minutes",
    [1.0, 2.0, 2.0],
    Medium,
    "Amazon RDS User Guide: Multi-AZ failover typically takes 60 to 120 seconds",
);
const RESTART: Parameter = rule(
    "restart",
    "Database without a standby back after",
    "minutes",
    [5.0, 10.0, 10.0],
    High,
    "Amazon Aurora User Guide: typically less than ten minutes, in the same zone",
);
const BY_HAND: Parameter = rule(
    "by_hand",
    "Until somebody has noticed and acted",
    "minutes",
    [30.0, 60.0, 240.0],
    Low,
    "nothing restores a single-zone part elsewhere by itself; estimate",
);
const SPREAD: Parameter = rule(
    "spread",
    "How much pages differ on an idle server",
    "variance over mean squared",
    [0.15, 0.5, 1.0],
    Low,
    "measured pages of one shop take 158 to 441 ms, a spread of 0.15; calls to other sites widen it, 1 would be exponential",
);
const PATIENCE: Parameter = rule(
    "patience",
    "A waiting request is given up after",
    "seconds",
    [10.0, 30.0, 60.0],
    Medium,
    "PHP's max_execution_time and CloudFront's origin response timeout are 30 seconds, the load balancer's idle timeout 60",
);
const FILE_OP_EFS: Parameter = rule(
    "file_op_efs",
    "File operation on EFS",
    "ms",
    [0.6, 1.0, 3.0],
    Medium,
    "Amazon EFS User Guide, performance: reads about 1 ms, as low as 0.25 ms at best",
);
const FILE_OP_NFS: Parameter = rule(
    "file_op_nfs",
    "File operation on an NFS server",
    "ms",
    [0.2, 0.4, 0.8],
    Low,
    "round trip within a zone and a disk behind it; estimate",
);
const FILE_OP_GLUSTER: Parameter = rule(
    "file_op_gluster",
    "File operation on GlusterFS",
    "ms",
    [1.0, 2.0, 5.0],
    Low,
    "every replica answers each lookup (joejulian.name, GlusterFS maintainer); estimate",
);
const WRITE_LOCAL: Parameter = rule(
    "write_local",
    "File write on the server's own disk",
    "ms",
    [0.1, 0.35, 1.0],
    Low,
    "fits 10 to 12 seconds for a plugin installed on one server (aws-samples/aws-refarch-wordpress#68)",
);
const WRITE_EFS: Parameter = rule(
    "write_efs",
    "File write on EFS",
    "ms",
    [2.7, 4.0, 8.0],
    Medium,
    "Amazon EFS User Guide, performance: writes about 2.7 ms at best; 152 seconds for a plugin in June 2019 speak for 7 to 8; between the two by estimate",
);
const WRITE_NFS: Parameter = rule(
    "write_nfs",
    "File write on an NFS server",
    "ms",
    [0.8, 1.2, 3.0],
    Low,
    "round trip and a synchronous commit to gp3; estimate",
);
const WRITE_GLUSTER: Parameter = rule(
    "write_gluster",
    "File write on GlusterFS",
    "ms",
    [3.0, 5.0, 10.0],
    Low,
    "written to every replica, with locks; estimate",
);
const ATTRIBUTE_CACHE: Parameter = rule(
    "attribute_cache",
    "File attributes trusted for",
    "seconds",
    [3.0, 60.0, 60.0],
    Medium,
    "Linux NFS client: acregmin 3, acregmax 60 seconds; files that do not change reach the upper end",
);
const COMPILE: Parameter = rule(
    "compile",
    "First page compared with later ones, CPU time",
    "times",
    [3.3, 6.7, 11.0],
    High,
    "measured with OPcache off: 11 times on core, 6.7 on WooCommerce, 3.3 on a heavy page",
);
const PLUGIN_FILES: Parameter = rule(
    "plugin_files",
    "Files of the plugin installed",
    "files",
    [300.0, 1_300.0, 5_900.0],
    Medium,
    "counted: small plugins up to 300, Yoast SEO 1,258 to 1,314, Jetpack 2,009, WooCommerce 5,872",
);
const DEPLOYMENTS: Parameter =
    rule("deployments", "Deployments a month", "", [2.0, 8.0, 40.0], Low, "plugin updates twice a week; estimate");
