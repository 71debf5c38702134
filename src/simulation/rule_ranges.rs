//! The range, the evidence and the confidence of each rule of the simulated week.

use strum::VariantArray;

use super::delays;
use crate::{
    catalog::Confidence::{High, Low, Medium},
    questionnaire::{Operator, WeekParameter},
    workload::Parameter,
};

/// Every rule a reader may change, in the order of [`WeekParameter`].
pub const RULE_RANGES: [Parameter; WeekParameter::VARIANTS.len()] = [
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
    by_hand(Operator::InHouse),
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
    COPY_RATE,
    SWITCH_OVER,
];

pub(super) const CREDIT_RAMP: Parameter = Parameter::of_the_week(
    WeekParameter::CreditRamp,
    "Lowering to the baseline as CPU credits end",
    "minutes",
    [0.0, 15.0, 15.0],
    Medium,
    "Amazon EC2 User Guide until March 2018: over a 15-minute period; today's text says gradually and no interval. 0 is a hard cliff",
);
pub(super) const ALARM_HIGH: Parameter = Parameter::of_the_week(
    WeekParameter::AlarmHigh,
    "Time above target before servers are added",
    "minutes",
    [3.0, 3.0, 5.0],
    Medium,
    "alarms a target tracking policy creates, as seen in many accounts: three datapoints of one minute, with detailed monitoring",
);
pub(super) const ALARM_LOW: Parameter = Parameter::of_the_week(
    WeekParameter::AlarmLow,
    "Time below target before a server is taken away",
    "minutes",
    [15.0, 15.0, 15.0],
    Medium,
    "alarms a target tracking policy creates, as seen in many accounts: fifteen datapoints of one minute",
);
pub(super) const LOW_SHARE: Parameter = Parameter::of_the_week(
    WeekParameter::LowShare,
    "Share of the target that counts as low",
    "",
    [0.7, 0.7, 0.9],
    Medium,
    "alarms seen in many accounts: 50 and 35 %, 40 and 28 %, 90 and 63 %; not in AWS's text",
);
pub(super) const WARM_UP: Parameter = Parameter::of_the_week(
    WeekParameter::WarmUp,
    "Wait after a change before a server is taken away",
    "minutes",
    [2.0, 5.0, 5.0],
    Medium,
    "default cooldown of an Auto Scaling group, 300 seconds, used where no warm-up is set (EC2 Auto Scaling User Guide)",
);
pub(super) const BOOT_BAKED: Parameter = Parameter::of_the_week(
    WeekParameter::BootBaked,
    "Server from a finished image in service after",
    "minutes",
    [1.0, 2.0, 3.0],
    Low,
    "29 seconds until SSH answers (ec2-boot-bench, c5.xlarge, 2021), 10 to 60 seconds for services, up to 30 for the first health check",
);
pub(super) const BOOT_MOUNTED: Parameter = Parameter::of_the_week(
    WeekParameter::BootMounted,
    "Server with a mounted webroot in service after",
    "minutes",
    [1.0, 3.0, 5.0],
    Low,
    "as from an image, with the mount and a first request that compiles over the network",
);
pub(super) const BOOT_GIT: Parameter = Parameter::of_the_week(
    WeekParameter::BootGit,
    "Server installed from Git in service after",
    "minutes",
    [3.0, 6.0, 10.0],
    Low,
    "packages, PHP and Composer at boot take two to eight minutes more; estimate",
);
pub(super) const RECOVERY: Parameter = Parameter::of_the_week(
    WeekParameter::Recovery,
    "Single server back after a host failure",
    "minutes",
    delays::RECOVERY.minutes,
    delays::RECOVERY.confidence,
    delays::RECOVERY.evidence,
);
pub(super) const DETECTION: Parameter = Parameter::of_the_week(
    WeekParameter::Detection,
    "Until a failed server gets no more requests",
    "minutes",
    delays::DETECTION.minutes,
    delays::DETECTION.confidence,
    delays::DETECTION.evidence,
);
pub(super) const FAILOVER_AURORA: Parameter = Parameter::of_the_week(
    WeekParameter::FailoverAurora,
    "Aurora back on its replica after",
    "minutes",
    delays::FAILOVER_AURORA.minutes,
    delays::FAILOVER_AURORA.confidence,
    delays::FAILOVER_AURORA.evidence,
);
pub(super) const FAILOVER_RDS: Parameter = Parameter::of_the_week(
    WeekParameter::FailoverRds,
    "RDS back on its standby after",
    "minutes",
    delays::FAILOVER_RDS.minutes,
    delays::FAILOVER_RDS.confidence,
    delays::FAILOVER_RDS.evidence,
);
pub(super) const RESTART: Parameter = Parameter::of_the_week(
    WeekParameter::Restart,
    "Database without a standby back after",
    "minutes",
    delays::RESTART.minutes,
    delays::RESTART.confidence,
    delays::RESTART.evidence,
);
/// Depends on who operates the site; the list above has it for somebody of the team.
pub(super) const fn by_hand(operator: Operator) -> Parameter {
    let delay = delays::by_hand(operator);
    Parameter::of_the_week(
        WeekParameter::ByHand,
        "Until somebody has noticed and acted",
        "minutes",
        delay.minutes,
        delay.confidence,
        delay.evidence,
    )
}
pub(super) const SPREAD: Parameter = Parameter::of_the_week(
    WeekParameter::Spread,
    "How much pages differ on an idle server",
    "variance over mean squared",
    [0.15, 0.5, 1.0],
    Low,
    "measured pages of one shop take 158 to 441 ms, a spread of 0.15; calls to other sites widen it, 1 would be exponential",
);
pub(super) const PATIENCE: Parameter = Parameter::of_the_week(
    WeekParameter::Patience,
    "A waiting request is given up after",
    "seconds",
    [10.0, 30.0, 60.0],
    Medium,
    "PHP's max_execution_time and CloudFront's origin response timeout are 30 seconds, the load balancer's idle timeout 60",
);
pub(super) const FILE_OP_EFS: Parameter = Parameter::of_the_week(
    WeekParameter::FileOpEfs,
    "File operation on EFS",
    "ms",
    [0.6, 1.0, 3.0],
    Medium,
    "Amazon EFS User Guide, performance: reads about 1 ms, as low as 0.25 ms at best",
);
pub(super) const FILE_OP_NFS: Parameter = Parameter::of_the_week(
    WeekParameter::FileOpNfs,
    "File operation on an NFS server",
    "ms",
    [0.2, 0.4, 0.8],
    Low,
    "round trip within a zone and a disk behind it; estimate",
);
pub(super) const FILE_OP_GLUSTER: Parameter = Parameter::of_the_week(
    WeekParameter::FileOpGluster,
    "File operation on GlusterFS",
    "ms",
    [1.0, 2.0, 5.0],
    Low,
    "every replica answers each lookup (joejulian.name, GlusterFS maintainer); estimate",
);
pub(super) const WRITE_LOCAL: Parameter = Parameter::of_the_week(
    WeekParameter::WriteLocal,
    "File write on the server's own disk",
    "ms",
    [0.1, 0.35, 1.0],
    Low,
    "fits 10 to 12 seconds for a plugin installed on one server (aws-samples/aws-refarch-wordpress#68)",
);
pub(super) const WRITE_EFS: Parameter = Parameter::of_the_week(
    WeekParameter::WriteEfs,
    "File write on EFS",
    "ms",
    [2.7, 4.0, 8.0],
    Medium,
    "Amazon EFS User Guide, performance: writes about 2.7 ms at best; 152 seconds for a plugin in June 2019 speak for 7 to 8; between the two by estimate",
);
pub(super) const WRITE_NFS: Parameter = Parameter::of_the_week(
    WeekParameter::WriteNfs,
    "File write on an NFS server",
    "ms",
    [0.8, 1.2, 3.0],
    Low,
    "round trip and a synchronous commit to gp3; estimate",
);
pub(super) const WRITE_GLUSTER: Parameter = Parameter::of_the_week(
    WeekParameter::WriteGluster,
    "File write on GlusterFS",
    "ms",
    [3.0, 5.0, 10.0],
    Low,
    "written to every replica, with locks; estimate",
);
pub(super) const ATTRIBUTE_CACHE: Parameter = Parameter::of_the_week(
    WeekParameter::AttributeCache,
    "File attributes trusted for",
    "seconds",
    [3.0, 60.0, 60.0],
    Medium,
    "Linux NFS client: acregmin 3, acregmax 60 seconds; files that do not change reach the upper end",
);
pub(super) const COMPILE: Parameter = Parameter::of_the_week(
    WeekParameter::Compile,
    "First page compared with later ones, CPU time",
    "times",
    [3.3, 6.7, 11.0],
    High,
    "measured with OPcache off: 11 times on core, 6.7 on WooCommerce, 3.3 on a heavy page",
);
pub(super) const PLUGIN_FILES: Parameter = Parameter::of_the_week(
    WeekParameter::PluginFiles,
    "Files of the plugin installed",
    "files",
    [300.0, 1_300.0, 5_900.0],
    Medium,
    "counted: small plugins up to 300, Yoast SEO 1,258 to 1,314, Jetpack 2,009, WooCommerce 5,872",
);
pub(super) const DEPLOYMENTS: Parameter = Parameter::of_the_week(
    WeekParameter::Deployments,
    "Deployments a month",
    "",
    [2.0, 8.0, 40.0],
    Low,
    "plugin updates twice a week; estimate",
);
pub(super) const COPY_RATE: Parameter = Parameter::of_the_week(
    WeekParameter::CopyRate,
    "Database written out and read in again at a move, a minute",
    "GiB",
    [0.1, 0.5, 1.5],
    Low,
    "estimate: one after the other, by mysqldump and mysql; tools that work in parallel are faster",
);
pub(super) const SWITCH_OVER: Parameter = Parameter::of_the_week(
    WeekParameter::SwitchOver,
    "Nobody edits or orders at a move, whatever the size",
    "minutes",
    [5.0, 15.0, 60.0],
    Low,
    "estimate: the last copy of what changed, a look, and the switch of the name",
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::ParameterId;

    #[test]
    fn every_rule_stands_at_the_place_of_its_name() {
        for (rule, id) in RULE_RANGES.iter().zip(WeekParameter::VARIANTS) {
            assert_eq!(rule.id, ParameterId::Week(*id));
        }
    }
}
