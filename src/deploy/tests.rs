//! What holds of every kit: all forms for all presets. What a linter or an emulator has to say is in `cargo xtask kit`.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use serde_json::Value;

use super::{
    Kit, additions, archive, kit, launch,
    site::Site,
    stacks::{self, alarms},
    template::{Keep, Template},
    versions,
};
use crate::{
    advice::{Advice, advise},
    architecture::Service,
    catalog::Catalog,
    deploy::site::Ground,
    questionnaire::PRESETS,
};

mod roles;

static ADVICE: LazyLock<Vec<Advice>> =
    LazyLock::new(|| PRESETS.iter().map(|preset| advise(&(preset.answers)(), &Catalog::bundled())).collect());

/// A form without a kit says so, and names no file that is not there.
#[test]
fn a_form_without_a_kit_says_so() {
    for advice in ADVICE.iter() {
        for standing in &advice.standings {
            if (Site { assessment: &standing.assessment, advice }).lack().is_some() {
                let kit = kit(&standing.assessment, advice);
                assert_eq!(kit.files.len(), 1);
                assert!(kit.lack.is_some() && kit.name.starts_with(standing.assessment.hosting.id.0));
            }
        }
    }
}

/// Every form there is a kit for, for every preset.
fn sites() -> impl Iterator<Item = (String, Site<'static>)> {
    ADVICE.iter().zip(PRESETS).flat_map(|(advice, preset)| {
        let has_kit = move |assessment| Site { assessment, advice }.lack().is_none();
        advice.standings.iter().filter(move |standing| has_kit(&standing.assessment)).map(move |standing| {
            let name = format!("{} on {}", preset.id, standing.assessment.hosting.id.0);
            (name, Site { assessment: &standing.assessment, advice })
        })
    })
}

fn kits() -> impl Iterator<Item = (String, Site<'static>, Kit)> {
    sites().map(|(name, site)| (name, site, kit(site.assessment, site.advice)))
}

/// Every name a value refers to.
fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (key, inner) in map {
                match (key.as_str(), inner) {
                    ("Ref", Value::String(name)) => {
                        found.insert(name.clone());
                    }
                    ("Fn::GetAtt", Value::Array(path)) => {
                        found.extend(path.first().and_then(Value::as_str).map(str::to_owned));
                    }
                    ("Fn::Sub", Value::String(text)) => {
                        for part in text.split("${").skip(1) {
                            let name = part.split('}').next().unwrap_or_default();
                            found.insert(name.split('.').next().unwrap_or_default().to_owned());
                        }
                    }
                    ("Fn::If", Value::Array(parts)) => {
                        found.extend(parts.first().and_then(Value::as_str).map(str::to_owned));
                        references(inner, found);
                    }
                    _ => references(inner, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Every statement of every policy in a value.
fn statements<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
    match value {
        Value::Object(map) => {
            if map.contains_key("Effect") {
                found.push(value);
            }
            map.values().for_each(|inner| statements(inner, found));
        }
        Value::Array(items) => items.iter().for_each(|item| statements(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn everywhere(stacks: &[Template]) -> impl Iterator<Item = &super::template::Resource> {
    stacks.iter().flat_map(|stack| &stack.resources)
}

#[test]
fn what_a_stack_refers_to_is_there_and_what_it_takes_is_given_before() {
    for (name, site) in sites() {
        // What deploy.sh hands on from site.env, and looks up.
        let mut given: BTreeSet<String> =
            ["Site", "DomainName", "OperatorEmail", "HostedZone", "Repository", "CloudFrontPrefixList"]
                .map(str::to_owned)
                .into();
        if site.on_lightsail() {
            given.extend(["ZoneOfServer", "ZoneOfOther", "Editors", "OriginName"].map(str::to_owned));
        }
        for stack in stacks::all(&site) {
            let mut known: BTreeSet<String> = stack.resources.iter().map(|resource| resource.id.clone()).collect();
            assert_eq!(known.len(), stack.resources.len(), "{name}: {} names something twice", stack.name);
            known.extend(stack.parameters.iter().map(|parameter| parameter.name.to_owned()));
            known.extend(stack.conditions.iter().map(|(condition, _)| (*condition).to_owned()));
            let mut used = BTreeSet::new();
            for resource in &stack.resources {
                references(&resource.properties, &mut used);
                used.extend(resource.depends.iter().cloned());
                used.extend(resource.condition.map(str::to_owned));
            }
            stack.outputs.iter().for_each(|(_, _, value)| references(value, &mut used));
            stack.conditions.iter().for_each(|(_, value)| references(value, &mut used));
            stack.rules.iter().for_each(|(_, value)| references(value, &mut used));
            for of in used.iter().filter(|of| !of.starts_with("AWS::")) {
                assert!(known.contains(of), "{name}: {} refers to {of}", stack.name);
            }
            for parameter in &stack.parameters {
                let (id, stack) = (parameter.name, stack.name);
                assert!(used.contains(id), "{name}: {stack} takes {id} and does nothing with it");
                assert!(parameter.default.is_some() || given.contains(id), "{name}: nobody gives {stack} its {id}");
            }
            given.extend(stack.outputs.iter().map(|(output, _, _)| output.clone()));
        }
    }
}

#[test]
fn nobody_is_let_in_who_has_no_name() {
    for (name, site) in sites() {
        let stacks = stacks::all(&site);
        for resource in everywhere(&stacks) {
            let told = format!("{name}: {}", resource.id);
            assert!(!matches!(resource.kind, "AWS::IAM::User" | "AWS::IAM::AccessKey"), "{told} is a user with a key");
            let mut found = Vec::new();
            statements(&resource.properties, &mut found);
            for statement in found.into_iter().filter(|statement| statement["Effect"] == "Allow") {
                // By the one endpoint of the network is not everybody.
                let inside = &statement["Condition"]["StringEquals"]["aws:SourceVpce"];
                let principal = statement["Principal"].to_string();
                assert!(!principal.contains("\"*\"") || inside.is_object(), "{told} lets everybody in");
                let acl = statement["Action"].to_string();
                assert!(!acl.contains("Acl"), "{told} may change ACLs");
                let is_key = resource.kind == "AWS::KMS::Key";
                // Signing in to the registry is the one action that takes no resource.
                let signs_in = statement["Action"] == serde_json::json!(["ecr:GetAuthorizationToken"]);
                assert!(
                    is_key || signs_in || !statement["Resource"].to_string().contains("\"*\""),
                    "{told} may do it to everything"
                );
                assert!(is_key || !statement["Action"].to_string().contains("\"*\""), "{told} may do everything");
            }
            let rules = resource.properties["SecurityGroupIngress"].as_array().cloned().unwrap_or_default();
            for rule in
                rules.iter().chain((resource.kind == "AWS::EC2::SecurityGroupIngress").then_some(&resource.properties))
            {
                assert!(rule["Description"].is_string(), "{told} has a rule that says nothing");
                let ports = (rule["FromPort"].as_u64(), rule["ToPort"].as_u64());
                assert_ne!(ports, (Some(22), Some(22)), "{told} opens SSH");
                if rule["CidrIp"] == "0.0.0.0/0" {
                    assert!(matches!(ports, (Some(80), Some(80)) | (Some(443), Some(443))), "{told} opens {ports:?}");
                }
            }
        }
    }
}

#[test]
fn what_holds_data_outlives_its_stack() {
    for (name, site) in sites() {
        let stacks = stacks::all(&site);
        for resource in everywhere(&stacks) {
            let wanted = match resource.kind {
                "AWS::S3::Bucket"
                | "AWS::EFS::FileSystem"
                | "AWS::KMS::Key"
                | "AWS::SecretsManager::Secret"
                | "AWS::Backup::BackupVault"
                | "AWS::Lightsail::Bucket"
                | "AWS::Lightsail::Database" => Keep::Itself,
                "AWS::RDS::DBCluster" | "AWS::EC2::Volume" => Keep::Snapshot,
                "AWS::RDS::DBInstance" if resource.properties.get("DBClusterIdentifier").is_none() => Keep::Snapshot,
                _ => continue,
            };
            assert_eq!(resource.keep, wanted, "{name}: {}", resource.id);
        }
        let text: String = stacks.iter().map(Template::text).collect();
        assert_eq!(text.matches("DeletionPolicy").count(), text.matches("UpdateReplacePolicy").count(), "{name}");
    }
}

#[test]
fn templates_and_user_data_are_small_enough() {
    for (name, site, kit) in kits() {
        for file in kit.files.iter().filter(|file| file.path.starts_with("cloudformation/")) {
            assert!(file.text.len() < 51_200, "{name}: {} has {} bytes", file.path, file.text.len());
        }
        let stacks = stacks::all(&site);
        for resource in everywhere(&stacks) {
            let data = [&resource.properties["UserData"], &resource.properties["LaunchTemplateData"]["UserData"]];
            for data in data.into_iter().filter(|data| !data.is_null()) {
                assert!(
                    data.to_string().len() < launch::MOST,
                    "{name}: {} has {}",
                    resource.id,
                    data.to_string().len()
                );
            }
        }
        assert!(archive::zip(&kit).len() <= 100 * 1_024, "{name}");
    }
}

/// The day the catalog's newest price was read is as near to today as a program without a clock comes.
#[test]
fn no_version_is_past_its_end() {
    let today = "2026-11-30";
    for (name, site) in sites() {
        let all = versions::of_kit(&site);
        assert!(all.len() >= 4, "{name}");
        for version in all {
            assert!(version.until.is_none_or(|until| until > today), "{name}: {} {}", version.what, version.version);
            assert!(version.source.starts_with("https://"), "{name}: {}", version.what);
        }
    }
}

/// Types of resources that build a part, any of which will do; none where nothing of AWS's own is to be built for it.
fn built_by(service: &Service, ground: Ground) -> &'static [&'static str] {
    match service {
        Service::Readers | Service::OtherCdn(_) | Service::Server(_) | Service::Repository => &[],
        // Lightsail's own DNS or any other answers the name there where there is no distribution.
        Service::Dns if matches!(ground, Ground::Lightsail | Ground::LightsailPair) => &[],
        Service::Dns => &["AWS::Route53::RecordSet"],
        Service::Cdn(_) => &["AWS::CloudFront::Distribution"],
        Service::ObjectStore => &["AWS::S3::Bucket", "AWS::Lightsail::Bucket"],
        Service::InternetGateway => &["AWS::EC2::InternetGateway"],
        Service::LoadBalancer => &["AWS::ElasticLoadBalancingV2::LoadBalancer"],
        Service::LightsailBalancer => &["AWS::Lightsail::LoadBalancer"],
        Service::NatGateway => &["AWS::EC2::NatGateway"],
        Service::NatInstance(_) => &["AWS::EC2::Instance"],
        Service::WebServers(_) => &["AWS::AutoScaling::AutoScalingGroup", "AWS::EC2::Instance"],
        Service::NfsServer(_) | Service::GlusterBrick(_) | Service::Staging(_) => &["AWS::EC2::Instance"],
        // Session Manager takes its place in every kit; a bastion that was asked for is not built.
        Service::Bastion(_) => &["AWS::IAM::InstanceProfile"],
        Service::Tasks(_) => &["AWS::ECS::Service"],
        Service::ManagedHost(_) => &[],
        Service::Lightsail(_) => &["AWS::Lightsail::Instance"],
        Service::LightsailDatabase(..) => &["AWS::Lightsail::Database"],
        Service::SharedFiles(_) => &["AWS::EFS::FileSystem"],
        Service::MountTarget => &["AWS::EFS::MountTarget"],
        Service::Aurora(_) => &["AWS::RDS::DBCluster"],
        Service::Rds(_) => &["AWS::RDS::DBInstance"],
        Service::CacheNode(_) => &["AWS::ElastiCache::ReplicationGroup"],
        Service::Pipeline => &["AWS::CodePipeline::Pipeline"],
        Service::Build => &["AWS::CodeBuild::Project"],
        Service::MachineImage => &["AWS::ImageBuilder::ImagePipeline"],
        Service::Backup if matches!(ground, Ground::Elsewhere | Ground::Managed) => &[],
        Service::Backup => &["AWS::Backup::BackupPlan", "AWS::Lightsail::Instance"],
    }
}

#[test]
fn every_part_of_the_picture_is_built_and_what_costs_by_the_hour_is_in_the_picture() {
    for (name, site) in sites() {
        let stacks = stacks::all(&site);
        let kinds: BTreeSet<&str> = everywhere(&stacks).map(|resource| resource.kind).collect();
        let architecture = &site.assessment.architecture;
        for component in &architecture.components {
            // Another network answers the names where there is one.
            let by_hand = matches!(component.service, Service::Dns) && site.has_other_network();
            let wanted = if by_hand { &[][..] } else { built_by(&component.service, site.ground()) };
            assert!(
                wanted.is_empty() || wanted.iter().any(|kind| kinds.contains(kind)),
                "{name}: {}",
                component.name()
            );
        }
        let drawn: BTreeSet<&str> = architecture
            .components
            .iter()
            .flat_map(|component| built_by(&component.service, site.ground()))
            .copied()
            .collect();
        for kind in [
            "AWS::EC2::Instance",
            "AWS::AutoScaling::AutoScalingGroup",
            "AWS::EC2::NatGateway",
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
            "AWS::RDS::DBInstance",
            "AWS::RDS::DBCluster",
            "AWS::ElastiCache::ReplicationGroup",
            "AWS::EFS::FileSystem",
            "AWS::CloudFront::Distribution",
            "AWS::Lightsail::Instance",
            "AWS::Lightsail::Database",
            "AWS::CodePipeline::Pipeline",
        ] {
            let in_cluster = kind == "AWS::RDS::DBInstance" && drawn.contains("AWS::RDS::DBCluster");
            assert!(!kinds.contains(kind) || drawn.contains(kind) || in_cluster, "{name}: {kind} is not drawn");
        }
        let count = |kind: &str| everywhere(&stacks).filter(|resource| resource.kind == kind).count();
        let drawn = |wanted: fn(&Service) -> bool| architecture.all(wanted).count();
        assert_eq!(count("AWS::EC2::NatGateway"), drawn(|of| matches!(of, Service::NatGateway)), "{name}");
        assert_eq!(count("AWS::EFS::MountTarget"), drawn(|of| matches!(of, Service::MountTarget)), "{name}");
    }
}

/// No kit does what a correction of severity danger warns of; a correction without a rule here fails.
#[test]
fn no_kit_does_what_is_dangerous() {
    for correction in Catalog::bundled().corrections() {
        if correction.severity != crate::catalog::CorrectionSeverity::Danger {
            continue;
        }
        for (name, _, kit) in kits() {
            let all: String = kit.files.iter().map(|file| file.text.as_str()).collect();
            let templates: String = kit
                .files
                .iter()
                .filter(|file| file.path.starts_with("cloudformation/"))
                .map(|file| file.text.as_str())
                .collect();
            let does = match correction.id {
                // Policies are looked at one by one in nobody_is_let_in_who_has_no_name.
                "bucket-policy" => templates.contains("PutObjectAcl"),
                "public-bucket" => {
                    templates.contains("WebsiteConfiguration") || templates.contains("BlockPublicAcls: false")
                }
                "long-lived-keys" => all.contains("AWS::IAM::AccessKey") || all.contains("AWS_SECRET_ACCESS_KEY"),
                "health-check-login" => templates.contains("HealthCheckPath: /wp-login.php"),
                "plain-http" => {
                    templates.contains("ViewerProtocolPolicy: allow-all") || templates.contains("TLSv1_2016")
                }
                "opcache-page" => all.contains("opcache_get_status"),
                other => panic!("no rule says how a kit would do what {other} warns of"),
            };
            assert!(!does, "{name}: {}", correction.id);
        }
    }
}

#[test]
fn what_a_document_names_is_in_the_kit() {
    for (name, site, kit) in kits() {
        for file in kit.files.iter().filter(|file| file.path.ends_with(".md")) {
            for word in file.text.split(['`', ' ', '\n', '"', '(', ')']) {
                let word = word.trim_end_matches(['.', ',', ';', ':']);
                let is_path =
                    ["bin/", "runbooks/", "cloudformation/", "parameters/"].iter().any(|at| word.starts_with(at));
                if is_path && !word.ends_with('/') {
                    assert!(kit.file(word).is_some(), "{name}: {} names {word}", file.path);
                }
            }
        }
        for alarm in alarms::all(&site).into_iter().filter(|_| site.in_vpc()) {
            let runbook = format!("runbooks/{}.md", alarm.runbook);
            assert!(kit.file(&runbook).is_some(), "{name}: {} names {runbook}", alarm.id);
        }
        assert!(
            kit.file("README.md").is_some_and(|readme| readme.text.contains("never run against AWS itself")),
            "{name}"
        );
    }
}

/// What kits add to their bills, from the least to the most of all example clients: read it before it changes.
#[test]
fn what_kits_add_to_their_bills_is_told() {
    let mut rows: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for (name, site, kit) in kits() {
        let all = additions::of(&site, &stacks::all(&site));
        // Whatever is built and paid for by itself is on the bill, or told here.
        let told = all.iter().map(|of| of.quantity).sum::<f64>() > 0.0;
        assert_eq!(told, site.in_vpc(), "{name}");
        rows.entry(site.assessment.hosting.id.0).or_default().push(kit.adds.value());
    }
    let mut table = String::from(
        "# What kits build and the bills do not count yet\n\nDollars a month for secrets and alarms; the key of most kits has no price \
         in the catalog.\n\n| way to host | at the least | at the most |\n|---|---|---|\n",
    );
    for (form, adds) in rows {
        let least = adds.iter().copied().fold(f64::INFINITY, f64::min);
        let most = adds.iter().copied().fold(0.0, f64::max);
        table.push_str(&format!("| {form} | {least:.2} | {most:.2} |\n"));
    }
    expect_test::expect_file!["../../tests/goldens/kit-adds.md"].assert_eq(&table);
}

#[test]
fn the_same_answers_give_the_same_bytes() {
    for (name, site, first) in kits().take(8) {
        let again = kit(site.assessment, site.advice);
        assert_eq!(archive::zip(&first), archive::zip(&again), "{name}");
        let mut paths: Vec<&str> = first.files.iter().map(|file| file.path.as_str()).collect();
        assert!(paths.is_sorted() && paths.iter().all(|path| !path.starts_with('/') && !path.contains("..")), "{name}");
        paths.dedup();
        assert_eq!(paths.len(), first.files.len(), "{name}");
    }
}

/// Read back by what the format says, not by what wrote it.
#[test]
fn a_zip_reads_back_as_its_files() {
    use std::io::Read as _;
    let (_, _, kit) = kits().next().unwrap();
    let zip = archive::zip(&kit);
    let number = |at: usize, bytes: usize| {
        zip[at..at + bytes].iter().rev().fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte))
    };
    let end = zip.len() - 22;
    assert_eq!((number(end, 4), number(end + 10, 2)), (0x0605_4b50, kit.files.len()));
    let mut at = number(end + 16, 4);
    for file in &kit.files {
        assert_eq!(number(at, 4), 0x0201_4b50);
        let (crc, packed, whole, name) =
            (number(at + 16, 4), number(at + 20, 4), number(at + 24, 4), number(at + 28, 2));
        let local = number(at + 42, 4);
        let path = String::from_utf8(zip[at + 46..at + 46 + name].to_vec()).unwrap();
        assert_eq!(path, format!("{}/{}", kit.name, file.path));
        let start = local + 30 + number(local + 26, 2) + number(local + 28, 2);
        let mut text = String::new();
        flate2::read::DeflateDecoder::new(&zip[start..start + packed]).read_to_string(&mut text).unwrap();
        let mut sum = flate2::Crc::new();
        sum.update(text.as_bytes());
        assert_eq!((text.len(), sum.sum() as usize), (whole, crc));
        assert_eq!(text, file.text);
        let mode = number(at + 40, 2);
        assert_eq!(mode & 0o111 != 0, file.path.ends_with(".sh"), "{path}");
        at += 46 + name;
    }
}
