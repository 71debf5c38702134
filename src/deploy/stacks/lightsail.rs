//! Lightsail: one instance with automatic snapshots and an address that stays, or two behind a load balancer, and what is drawn
//! beside them.

use serde_json::{Value, json};

use super::{edge, instance::name_record, parameters::site_name};
use crate::{
    architecture::Service,
    choices::Database,
    deploy::{
        launch,
        site::{Ground, Site},
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
    match site.ground() {
        Ground::LightsailPair => {
            stack.take(Parameter::text("ZoneOfOther", "Availability Zone of the other server"));
            server(&mut stack, site, "Server", "${Site}-web", "ZoneOfServer");
            server(&mut stack, site, "Other", "${Site}-other", "ZoneOfOther");
            balancer(&mut stack);
        }
        Ground::Export => {
            let editors = Parameter::new(
                "Editors",
                "CommaDelimitedList",
                "Addresses people write and export from, like 203.0.113.7/32",
            );
            stack.take(editors);
            server(&mut stack, site, "Server", "${Site}-web", "ZoneOfServer");
            address(&mut stack, site);
        }
        Ground::Elsewhere
        | Ground::Managed
        | Ground::Lightsail
        | Ground::Instance
        | Ground::GroupOfOne
        | Ground::Group
        | Ground::Containers => {
            server(&mut stack, site, "Server", "${Site}-web", "ZoneOfServer");
            address(&mut stack, site);
        }
    }
    if site.has_bucket() {
        media(&mut stack, site);
    }
    if matches!(site.design().database, Database::Lightsail | Database::LightsailHa) {
        database(&mut stack, site);
    }
    stack
}

fn server(stack: &mut Template, site: &Site<'_>, id: &str, name: &str, zone: &str) {
    let open = |port: u16, to: Value| json!({"FromPort": port, "ToPort": port, "Protocol": "tcp", "Cidrs": to});
    let everybody = json!(["0.0.0.0/0"]);
    let mut ports = vec![open(80, everybody.clone())];
    match site.ground() {
        // The load balancer comes by HTTP, inside Lightsail's network.
        Ground::LightsailPair => {}
        Ground::Export => ports.push(open(443, reference("Editors"))),
        Ground::Elsewhere
        | Ground::Managed
        | Ground::Lightsail
        | Ground::Instance
        | Ground::GroupOfOne
        | Ground::Group
        | Ground::Containers => ports.push(open(443, everybody)),
    }
    // SSH is open to Lightsail's own console alone, never to the world.
    ports.push(json!({"FromPort": 22, "ToPort": 22, "Protocol": "tcp", "CidrListAliases": ["lightsail-connect"]}));
    let mut properties = json!({
        "InstanceName": sub(name),
        "AvailabilityZone": reference(zone),
        "BundleId": reference("Bundle"),
        "BlueprintId": reference("Blueprint"),
        "UserData": launch::script(site),
        "Networking": {"Ports": ports},
    });
    if id == "Server" {
        properties["AddOns"] = json!([
            {"AddOnType": "AutoSnapshot", "Status": "Enabled", "AutoSnapshotAddOnRequest": {"SnapshotTimeOfDay": "02:00"}},
        ]);
    }
    stack.add(Resource::new(id, "AWS::Lightsail::Instance", properties));
    alarms(
        stack,
        id,
        &[
            ("BurstLow", "BurstCapacityPercentage", 20, "LessThanThreshold"),
            ("Busy", "CPUUtilization", 90, "GreaterThanThreshold"),
            ("Unreachable", "StatusCheckFailed", 0, "GreaterThanThreshold"),
        ],
    );
}

/// An address that stays, and the name it is reached by where that is not the site's own.
fn address(stack: &mut Template, site: &Site<'_>) {
    stack.add(
        Resource::new(
            "Address",
            "AWS::Lightsail::StaticIp",
            json!({"StaticIpName": sub("${Site}-web"), "AttachedTo": reference("Server")}),
        )
        .keep(Keep::Itself),
    );
    stack.give("ServerAddress", "Its address", attribute("Address", "IpAddress"));
    let prefix = match (site.ground(), edge::needs_origin_name(site)) {
        (Ground::Export, _) => "edit",
        (_, true) => "origin",
        (_, false) => return,
    };
    let name = sub(format!("{prefix}.${{DomainName}}"));
    stack.take(Parameter::text("HostedZone", "Hosted zone of the domain in Route 53"));
    stack.add(name_record("ServerName", name.clone(), attribute("Address", "IpAddress")));
    stack.give("OriginName", "The server's own name", name);
}

/// Two servers behind one name. Its certificate is attached once its record is in DNS.
fn balancer(stack: &mut Template) {
    stack.take(
        Parameter::text(
            "CertificateAttached",
            "Whether the certificate was validated and may be attached: true or false",
        )
        .or("false")
        .like("^(true|false)$"),
    );
    stack.add(Resource::new(
        "Balancer",
        "AWS::Lightsail::LoadBalancer",
        json!({
            "LoadBalancerName": sub("${Site}-web"),
            "InstancePort": 80,
            "AttachedInstances": [reference("Server"), reference("Other")],
            "HealthCheckPath": "/healthz.php",
            "SessionStickinessEnabled": false,
            "TlsPolicyName": "TLS-FS-Res-1-2-2019-08",
        }),
    ));
    stack.add(Resource::new(
        "Certificate",
        "AWS::Lightsail::LoadBalancerTlsCertificate",
        json!({
            "CertificateName": sub("${Site}-web"),
            "CertificateDomainName": reference("DomainName"),
            "LoadBalancerName": reference("Balancer"),
            "IsAttached": reference("CertificateAttached"),
            "HttpsRedirectionEnabled": reference("CertificateAttached"),
        }),
    ));
    alarms(
        stack,
        "Balancer",
        &[
            ("Unhealthy", "UnhealthyHostCount", 0, "GreaterThanThreshold"),
            ("Errors", "HTTPCode_Instance_5XX_Count", 25, "GreaterThanThreshold"),
        ],
    );
}

/// No role of ours reaches into Lightsail; a bucket of Lightsail's own lets instances in without a key. Lightsail lets no
/// CloudFront of ours in, so whoever knows a medium's name may read it there, as on the site.
fn media(stack: &mut Template, site: &Site<'_>) {
    let mut names = vec![sub("${Site}-web")];
    let mut bucket = Resource::new("Media", "AWS::Lightsail::Bucket", Value::Null).after("Server").keep(Keep::Itself);
    if site.ground() == Ground::LightsailPair {
        names.push(sub("${Site}-other"));
        bucket = bucket.after("Other");
    }
    bucket.properties = json!({
        "BucketName": sub(launch::LIGHTSAIL_MEDIA),
        "BundleId": "small_1_0",
        "ObjectVersioning": true,
        "AccessRules": {"GetObject": "public", "AllowPublicOverrides": false},
        "ResourcesReceivingAccess": names,
    });
    stack.add(bucket);
    let domain = format!("{}.s3.${{AWS::Region}}.amazonaws.com", launch::LIGHTSAIL_MEDIA);
    stack.give("MediaBucketDomain", "The media bucket's name for CloudFront", sub(domain));
}

/// The plan as Lightsail names it: `small_3_0` of the catalog's `lightsail.linux.small`.
fn bundle(site: &Site<'_>) -> String {
    let plan = site.assessment.sizes.sku.rsplit('.').next().unwrap_or("small");
    format!("{plan}_3_0")
}

/// Identity, metric, threshold and comparison of each.
fn alarms(stack: &mut Template, of: &str, all: &[(&str, &str, u32, &str)]) {
    for (id, metric, threshold, comparison) in all {
        let id = if of == "Other" { format!("{id}Other") } else { (*id).to_owned() };
        stack.add(Resource::new(
            id.clone(),
            "AWS::Lightsail::Alarm",
            json!({
                "AlarmName": sub(format!("${{Site}}-{}", id.to_ascii_lowercase())),
                "MonitoredResourceName": reference(of),
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
    let kind = if site.design().database == Database::LightsailHa { "_ha" } else { "" };
    stack.take(
        Parameter::text("DatabasePlan", "Database plan, as get-relational-database-bundles names it")
            .or(format!("{plan}{kind}_2_0")),
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
