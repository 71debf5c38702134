//! Alarms that somebody should get up for. Each names its runbook; thresholds come from the simulated week.

use serde_json::{Value, json};

use crate::{
    architecture::{CpuAllowance, DatabaseTier, EfsThroughput, Service},
    catalog::CreditMode,
    choices::Database,
    deploy::{
        site::Site,
        template::{Parameter, Resource, Template, reference},
    },
};

/// One alarm.
#[derive(Clone, Debug)]
pub(in crate::deploy) struct Alarm {
    pub(in crate::deploy) id: &'static str,
    /// What has happened, as the mail says it.
    pub(in crate::deploy) what: String,
    /// The runbook it names.
    pub(in crate::deploy) runbook: &'static str,
    namespace: &'static str,
    metric: &'static str,
    /// Names of dimensions, with the parameter that holds each.
    dimensions: &'static [(&'static str, &'static str)],
    statistic: &'static str,
    threshold: f64,
    is_above: bool,
    /// Periods of five minutes.
    periods: u32,
}

const BALANCER: &[(&str, &str)] = &[("LoadBalancer", "BalancerMetrics"), ("TargetGroup", "TargetMetrics")];
const GROUP: &[(&str, &str)] = &[("AutoScalingGroupName", "WebGroupName")];
const SERVER: &[(&str, &str)] = &[("InstanceId", "ServerId")];
const SERVICE: &[(&str, &str)] = &[("ClusterName", "ClusterName"), ("ServiceName", "ServiceName")];
const NAT: &[(&str, &str)] = &[("InstanceId", "NatId")];
const INSTANCE: &[(&str, &str)] = &[("DBInstanceIdentifier", "DatabaseId")];
const CLUSTER: &[(&str, &str)] = &[("DBClusterIdentifier", "DatabaseId")];
const CACHE: &[(&str, &str)] = &[("ReplicationGroupId", "CacheId")];
const FILES: &[(&str, &str)] = &[("FileSystemId", "FileSystem")];

pub(super) fn add(stack: &mut Template, site: &Site<'_>) {
    for alarm in all(site) {
        for (_, parameter) in alarm.dimensions {
            stack.take(Parameter::text(parameter, "What an alarm looks at"));
        }
        let dimensions: Vec<Value> = alarm
            .dimensions
            .iter()
            .map(|(name, parameter)| json!({"Name": name, "Value": reference(*parameter)}))
            .collect();
        let mut properties = json!({
            "AlarmDescription": format!("{}. Runbook: runbooks/{}.md", alarm.what, alarm.runbook),
            "Namespace": alarm.namespace,
            "MetricName": alarm.metric,
            "Dimensions": dimensions,
            "Period": 300,
            "EvaluationPeriods": alarm.periods,
            "Threshold": alarm.threshold,
            "ComparisonOperator": if alarm.is_above { "GreaterThanThreshold" } else { "LessThanThreshold" },
            "TreatMissingData": "notBreaching",
            "AlarmActions": [reference("Alarms")],
            "OKActions": [reference("Alarms")],
        });
        let kind = if alarm.statistic.starts_with('p') { "ExtendedStatistic" } else { "Statistic" };
        properties[kind] = json!(alarm.statistic);
        stack.add(Resource::new(alarm.id, "AWS::CloudWatch::Alarm", properties));
    }
}

/// All alarms of a design.
pub(in crate::deploy) fn all(site: &Site<'_>) -> Vec<Alarm> {
    let mut alarms = Vec::new();
    web(&mut alarms, site);
    if site.has_database() {
        database(&mut alarms, site);
    }
    if site.has_cache() {
        alarms.push(
            alarm(
                "CacheFull",
                "The object cache drops what is still asked for",
                "scale-up",
                "AWS/ElastiCache",
                "Evictions",
                CACHE,
            )
            .sum(1_000.0, 3),
        );
        alarms.push(
            alarm(
                "CacheBusy",
                "The object cache is at the end of its CPU",
                "scale-up",
                "AWS/ElastiCache",
                "EngineCPUUtilization",
                CACHE,
            )
            .over(80.0, 3),
        );
    }
    files(&mut alarms, site);
    if site.has(|service| matches!(service, Service::Backup)) {
        alarms.push(
            alarm(
                "BackupFailed",
                "A backup has failed",
                "restore-everything",
                "AWS/Backup",
                "NumberOfBackupJobsFailed",
                &[],
            )
            .sum(0.0, 1),
        );
    }
    alarms
}

fn web(alarms: &mut Vec<Alarm>, site: &Site<'_>) {
    let credits = site.assessment.week.outcome.least_credits;
    let of = if site.is_group() {
        alarms.push(
            alarm(
                "Errors",
                "Web servers answer with errors",
                "roll-back",
                "AWS/ApplicationELB",
                "HTTPCode_Target_5XX_Count",
                BALANCER,
            )
            .sum(25.0, 2),
        );
        alarms.push(
            alarm(
                "Unhealthy",
                "A web server does not answer the load balancer",
                "lose-a-zone",
                "AWS/ApplicationELB",
                "UnHealthyHostCount",
                BALANCER,
            )
            .most(0.0, 3),
        );
        let slow = alarm(
            "Slow",
            "One page in twenty takes longer than two seconds",
            "scale-up",
            "AWS/ApplicationELB",
            "TargetResponseTime",
            BALANCER,
        );
        alarms.push(Alarm { statistic: "p95", threshold: 2.0, periods: 3, ..slow });
        if site.in_containers() { SERVICE } else { GROUP }
    } else {
        let of = if site.is_alone() { GROUP } else { SERVER };
        let what = "The server fails its status checks";
        alarms.push(alarm("Unreachable", what, "restore-everything", "AWS/EC2", "StatusCheckFailed", of).most(0.0, 2));
        of
    };
    let space = if site.in_containers() { "AWS/ECS" } else { "AWS/EC2" };
    alarms.push(
        alarm("Busy", "Web servers are at the end of their CPU", "scale-up", space, "CPUUtilization", of).over(90.0, 3),
    );
    if site.has_nat_instance() {
        let what = "The NAT instance fails its status checks: no updates, no mail";
        alarms.push(alarm("NatDown", what, "lose-a-zone", "AWS/EC2", "StatusCheckFailed", NAT).most(0.0, 2));
    }
    if let (CpuAllowance::Credits { mode, .. }, Some(least)) = (site.assessment.architecture.web.machine.cpu, credits) {
        let what = format!(
            "CPU credits are below half of the {} the simulated week went down to",
            crate::units::text::trimmed(least.value(), 0)
        );
        let low = (least.value() / 2.0).max(5.0).round();
        // New servers start with few credits, so a low balance says something only where the machine then slows down.
        match mode {
            CreditMode::Standard => {
                alarms.push(alarm("CreditsLow", &what, "scale-up", "AWS/EC2", "CPUCreditBalance", of).under(low, 3))
            }
            CreditMode::Unlimited => alarms.push(
                alarm(
                    "CreditsCharged",
                    "Surplus CPU credits are being paid for",
                    "scale-up",
                    "AWS/EC2",
                    "CPUSurplusCreditsCharged",
                    of,
                )
                .most(0.0, 3),
            ),
        }
    }
}

fn database(alarms: &mut Vec<Alarm>, site: &Site<'_>) {
    let (of, is_aurora) = match site.design().database {
        Database::Aurora | Database::AuroraServerless => (CLUSTER, true),
        Database::RdsSingle | Database::RdsMultiAz | Database::Server | Database::Lightsail | Database::LightsailHa => {
            (INSTANCE, false)
        }
    };
    let space = "AWS/RDS";
    alarms.push(
        alarm("DatabaseBusy", "The database is at the end of its CPU", "scale-up", space, "CPUUtilization", of)
            .over(80.0, 3),
    );
    let memory = match &site.assessment.architecture.database {
        DatabaseTier::Managed { machine, .. } => machine.memory.value(),
        DatabaseTier::SameServer => 1.0,
    };
    let tenth = (memory * 0.1 * 1_073_741_824.0).round();
    alarms.push(
        alarm(
            "DatabaseMemory",
            "The database has less than a tenth of its memory left",
            "scale-up",
            space,
            "FreeableMemory",
            of,
        )
        .under(tenth, 3),
    );
    let connections = f64::from(site.connections()) * 0.8;
    alarms.push(
        alarm(
            "DatabaseConnections",
            "Four fifths of the connections the database takes are open",
            "scale-up",
            space,
            "DatabaseConnections",
            of,
        )
        .most(connections.round(), 2),
    );
    if is_aurora {
        alarms.push(
            alarm(
                "ReaderBehind",
                "The Aurora Replica is more than a second behind",
                "scale-up",
                space,
                "AuroraReplicaLagMaximum",
                of,
            )
            .most(1_000.0, 3),
        );
    } else {
        alarms.push(
            alarm(
                "DatabaseDisk",
                "The database has less than 4 GiB of disk left",
                "scale-up",
                space,
                "FreeStorageSpace",
                of,
            )
            .under(4_294_967_296.0, 1),
        );
    }
}

fn files(alarms: &mut Vec<Alarm>, site: &Site<'_>) {
    let throughput = site.assessment.architecture.components.iter().find_map(|component| {
        if let Service::SharedFiles(throughput) = component.service { Some(throughput) } else { None }
    });
    let Some(throughput) = throughput else { return };
    alarms.push(
        alarm(
            "FilesBusy",
            "The shared files are at the limit of their operations",
            "scale-up",
            "AWS/EFS",
            "PercentIOLimit",
            FILES,
        )
        .over(90.0, 3),
    );
    if throughput == EfsThroughput::Bursting {
        let least = site.assessment.week.outcome.least_file_credits.map_or(1_024.0, crate::units::Gib::value);
        let low = (least / 2.0 * 1_073_741_824.0).round();
        alarms.push(
            alarm(
                "FileCredits",
                "Burst credits of the shared files are below half of what the simulated week left",
                "scale-up",
                "AWS/EFS",
                "BurstCreditBalance",
                FILES,
            )
            .under(low, 1),
        );
    }
}

fn alarm(
    id: &'static str,
    what: &str,
    runbook: &'static str,
    namespace: &'static str,
    metric: &'static str,
    dimensions: &'static [(&'static str, &'static str)],
) -> Alarm {
    let what = what.to_owned();
    Alarm {
        id,
        what,
        runbook,
        namespace,
        metric,
        dimensions,
        statistic: "Average",
        threshold: 0.0,
        is_above: true,
        periods: 1,
    }
}

impl Alarm {
    fn over(self, threshold: f64, periods: u32) -> Self {
        Self { threshold, periods, ..self }
    }

    fn most(self, threshold: f64, periods: u32) -> Self {
        Self { statistic: "Maximum", threshold, periods, ..self }
    }

    fn sum(self, threshold: f64, periods: u32) -> Self {
        Self { statistic: "Sum", threshold, periods, ..self }
    }

    fn under(self, threshold: f64, periods: u32) -> Self {
        Self { statistic: "Minimum", threshold, periods, is_above: false, ..self }
    }
}
