//! Lightsail: one instance with automatic snapshots and an address that stays, and what is drawn beside it.

use serde_json::json;

use super::parameters::site_name;
use crate::{
    architecture::Service,
    choices::Database,
    deploy::{
        launch,
        site::Site,
        template::{Keep, Parameter, Resource, Template, attribute, reference, sub},
        versions,
    },
};

pub(super) fn stack(site: &Site<'_>) -> Template {
    let mut stack = Template {
        name: "lightsail",
        order: 10,
        description: "A WordPress site on Amazon Lightsail".to_owned(),
        parameters: vec![
            site_name(),
            super::parameters::domain(),
            Parameter::text("OperatorEmail", "Who is told").like("^[^@ ]+@[^@ ]+\\.[^@ ]+$"),
            Parameter::text("ZoneOfServer", "Availability Zone, such as eu-central-1a"),
            Parameter::text("Bundle", "Lightsail plan, as get-bundles names it").or(bundle(site)),
            Parameter::text("Blueprint", "Operating system, as get-blueprints names it")
                .or(versions::LIGHTSAIL_BLUEPRINT),
        ],
        ..Template::default()
    };
    let open = |port: u16| json!({"FromPort": port, "ToPort": port, "Protocol": "tcp", "Cidrs": ["0.0.0.0/0"]});
    stack.add(Resource::new(
        "Server",
        "AWS::Lightsail::Instance",
        json!({
            "InstanceName": sub("${Site}-web"),
            "AvailabilityZone": reference("ZoneOfServer"),
            "BundleId": reference("Bundle"),
            "BlueprintId": reference("Blueprint"),
            "UserData": launch::script(site),
            "AddOns": [{"AddOnType": "AutoSnapshot", "Status": "Enabled", "AutoSnapshotAddOnRequest": {"SnapshotTimeOfDay": "02:00"}}],
            // SSH is open to Lightsail's own console alone, never to the world.
            "Networking": {"Ports": [
                open(80),
                open(443),
                {"FromPort": 22, "ToPort": 22, "Protocol": "tcp", "CidrListAliases": ["lightsail-connect"]},
            ]},
        }),
    ));
    stack.add(
        Resource::new(
            "Address",
            "AWS::Lightsail::StaticIp",
            json!({"StaticIpName": sub("${Site}-web"), "AttachedTo": reference("Server")}),
        )
        .keep(Keep::Itself),
    );
    alarms(&mut stack);
    if site.has_bucket() {
        // No role of ours reaches into Lightsail; a bucket of Lightsail's own lets an instance in without a key.
        stack.add(
            Resource::new(
                "Media",
                "AWS::Lightsail::Bucket",
                json!({
                    "BucketName": sub("${Site}-media-${AWS::AccountId}"),
                    "BundleId": "small_1_0",
                    "ObjectVersioning": true,
                    "AccessRules": {"GetObject": "private", "AllowPublicOverrides": false},
                    "ResourcesReceivingAccess": [sub("${Site}-web")],
                }),
            )
            .after("Server")
            .keep(Keep::Itself),
        );
        stack.give("MediaBucketDomain", "The media bucket's name for CloudFront", attribute("Media", "Url"));
    }
    if matches!(site.design().database, Database::Lightsail | Database::LightsailHa) {
        database(&mut stack, site);
    }
    stack.give("ServerAddress", "Its address", attribute("Address", "IpAddress"));
    stack
}

/// The plan as Lightsail names it: `small_3_0` of the catalog's `lightsail.linux.small`.
fn bundle(site: &Site<'_>) -> String {
    let plan = site.assessment.sizes.sku.rsplit('.').next().unwrap_or("small");
    format!("{plan}_3_0")
}

fn alarms(stack: &mut Template) {
    for (id, metric, threshold, comparison) in [
        ("BurstLow", "BurstCapacityPercentage", 20, "LessThanThreshold"),
        ("Busy", "CPUUtilization", 90, "GreaterThanThreshold"),
        ("Unreachable", "StatusCheckFailed", 0, "GreaterThanThreshold"),
    ] {
        stack.add(Resource::new(
            id,
            "AWS::Lightsail::Alarm",
            json!({
                "AlarmName": sub(format!("${{Site}}-{}", id.to_ascii_lowercase())),
                "MonitoredResourceName": reference("Server"),
                "MetricName": metric,
                "Threshold": threshold,
                "ComparisonOperator": comparison,
                "EvaluationPeriods": 3,
                "TreatMissingData": "notBreaching",
                "ContactProtocols": ["Email"],
                "NotificationEnabled": true,
                "NotificationTriggers": ["ALARM", "OK"],
            }),
        ));
    }
}

fn database(stack: &mut Template, site: &Site<'_>) {
    let found = site.assessment.architecture.components.iter().find_map(|component| {
        if let Service::LightsailDatabase(sku, _) = &component.service { Some(sku) } else { None }
    });
    let plan = found.and_then(|sku| sku.split('.').nth(2)).unwrap_or("small");
    stack.take(
        Parameter::text("DatabasePlan", "Database plan, as get-relational-database-bundles names it")
            .or(format!("{plan}_2_0")),
    );
    stack.add(
        Resource::new(
            "Database",
            "AWS::Lightsail::Database",
            json!({
                "RelationalDatabaseName": sub("${Site}-database"),
                "AvailabilityZone": reference("ZoneOfServer"),
                "RelationalDatabaseBlueprintId": versions::LIGHTSAIL_DATABASE,
                "RelationalDatabaseBundleId": reference("DatabasePlan"),
                "MasterDatabaseName": "wordpress",
                "MasterUsername": "wordpress",
                // Lightsail makes the password and shows it once it is asked for: get-relational-database-master-user-password.
                "RotateMasterUserPassword": true,
                "BackupRetention": true,
                "PreferredBackupWindow": "02:00-02:30",
                "PubliclyAccessible": false,
            }),
        )
        .keep(Keep::Itself),
    );
}
