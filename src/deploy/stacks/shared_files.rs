//! The webroot on Amazon EFS: encrypted, mounted by TLS alone, a way to it from each zone.

use serde_json::json;

use super::parameters::name;
use crate::{
    architecture::{EfsThroughput, Service},
    deploy::{
        site::Site,
        template::{Keep, Parameter, Resource, Template, attribute, reference, sub},
    },
};

pub(super) fn add(stack: &mut Template, site: &Site<'_>) {
    let found = site.assessment.architecture.components.iter().find_map(|component| {
        if let Service::SharedFiles(throughput) = component.service { Some(throughput) } else { None }
    });
    stack.take(super::parameters::data_subnets());
    stack.take(Parameter::new("FilesGroup", "AWS::EC2::SecurityGroup::Id", "Security group of the shared files"));
    let mut properties = json!({
        "Encrypted": true,
        "KmsKeyId": attribute("Key", "Arn"),
        "PerformanceMode": "generalPurpose",
        // The backup plan copies it; a second daily backup would be paid twice.
        "BackupPolicy": {"Status": "DISABLED"},
        "FileSystemTags": [{"Key": "Name", "Value": reference("Site")}, {"Key": "Backup", "Value": "daily"}],
        "FileSystemPolicy": {"Version": "2012-10-17", "Statement": [{
            "Sid": "EncryptedMountsOfThisAccount",
            "Effect": "Allow",
            "Principal": {"AWS": sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root")},
            "Action": ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite", "elasticfilesystem:ClientRootAccess"],
            "Condition": {"Bool": {"aws:SecureTransport": "true"}},
        }]},
    });
    match found.unwrap_or(EfsThroughput::Elastic) {
        EfsThroughput::Elastic => properties["ThroughputMode"] = json!("elastic"),
        EfsThroughput::Bursting => properties["ThroughputMode"] = json!("bursting"),
        EfsThroughput::Provisioned(mibps) => {
            properties["ThroughputMode"] = json!("provisioned");
            properties["ProvisionedThroughputInMibps"] = json!(mibps.value());
        }
    }
    stack.add(Resource::new("Files", "AWS::EFS::FileSystem", properties).keep(Keep::Itself));
    for (at, zone) in site.zones().iter().enumerate() {
        stack.add(Resource::new(
            name("FilesIn", *zone),
            "AWS::EFS::MountTarget",
            json!({
                "FileSystemId": reference("Files"),
                "SubnetId": {"Fn::Select": [at, reference("DataSubnets")]},
                "SecurityGroups": [reference("FilesGroup")],
            }),
        ));
    }
    stack.give("FileSystem", "The shared files", reference("Files"));
}
