//! File servers of one's own: one NFS server, or three GlusterFS bricks, each with a data volume that outlives it.

use serde_json::json;

use super::{group::public_if, roles};
use crate::{
    architecture::{Instances, Service},
    deploy::site::Files,
    deploy::{
        site::{Site, processor},
        template::{Keep, Parameter, Resource, Template, attribute, reference, sub},
    },
};

const NFS: &str = include_str!("../../../assets/deploy/boot/nfs.sh");
const BRICK: &str = include_str!("../../../assets/deploy/boot/brick.sh");

pub(super) fn add(stack: &mut Template, site: &Site<'_>) {
    let servers: Vec<&Instances> = site
        .assessment
        .architecture
        .components
        .iter()
        .filter_map(|component| {
            if let Service::NfsServer(of) | Service::GlusterBrick(of) = &component.service { Some(of) } else { None }
        })
        .collect();
    let Some(first) = servers.first() else { return };
    stack.take(super::parameters::data_subnets());
    stack.take(Parameter::new("FilesGroup", "AWS::EC2::SecurityGroup::Id", "Security group of the shared files"));
    stack.take(super::parameters::image(site, processor(&first.instance_type), "FilesImage"));
    stack.take(Parameter::text("FilesType", "Instance type of the file servers").or(first.instance_type.clone()));
    let script = if site.files() == Files::Gluster { BRICK } else { NFS };
    role(stack, "Files");
    for (at, server) in servers.iter().enumerate() {
        let id = format!("FileServer{}", at + 1);
        let volume = format!("{id}Disk");
        let subnet = json!({"Fn::Select": [at, reference("DataSubnets")]});
        let instance = Resource::new(
            id.clone(),
            "AWS::EC2::Instance",
            json!({
                "ImageId": reference("FilesImage"),
                "InstanceType": reference("FilesType"),
                "IamInstanceProfile": reference("FilesProfile"),
                // Without a NAT gateway an address of its own is the way out; its security group lets nobody in by it.
                "NetworkInterfaces": [{
                    "DeviceIndex": "0",
                    "SubnetId": subnet,
                    "GroupSet": [reference("FilesGroup")],
                    "AssociatePublicIpAddress": !site.has_nat(),
                }],
                "EbsOptimized": true,
                "Monitoring": true,
                "PropagateTagsToVolumeOnCreation": true,
                "MetadataOptions": {"HttpTokens": "required", "HttpPutResponseHopLimit": 1},
                "BlockDeviceMappings": [
                    {"DeviceName": "/dev/xvda", "Ebs": {"Encrypted": true, "VolumeType": "gp3", "VolumeSize": 16}},
                ],
                "Tags": [{"Key": "Name", "Value": sub(format!("${{Site}}-files-{}", at + 1))}, {"Key": "Role", "Value": "files"}],
                "UserData": {"Fn::Base64": script},
            }),
        );
        stack.add(public_if(instance, site));
        stack.add(
            Resource::new(
                volume.clone(),
                "AWS::EC2::Volume",
                json!({
                    "AvailabilityZone": attribute(&id, "AvailabilityZone"),
                    "Encrypted": true,
                    "KmsKeyId": attribute("Key", "Arn"),
                    "VolumeType": "gp3",
                    "Size": server.volume.value().ceil() as u32,
                    "Tags": [{"Key": "Name", "Value": sub(format!("${{Site}}-files-{}", at + 1))}, {"Key": "Backup", "Value": "daily"}],
                }),
            )
            .keep(Keep::Snapshot),
        );
        stack.add(Resource::new(
            format!("{volume}Mount"),
            "AWS::EC2::VolumeAttachment",
            json!({"Device": "/dev/sdf", "InstanceId": reference(id), "VolumeId": reference(volume)}),
        ));
    }
    stack.give("FileServer", "The file server web servers mount", attribute("FileServer1", "PrivateIp"));
    let others: Vec<_> = (2..=servers.len()).map(|at| attribute(&format!("FileServer{at}"), "PrivateIp")).collect();
    if !others.is_empty() {
        stack.give("FileServersToo", "What is mounted when that one is gone", json!({"Fn::Join": [":", others]}));
    }
}

/// Session Manager is the way in.
pub(super) fn role(stack: &mut Template, name: &str) {
    stack.add(Resource::new(
        format!("{name}Role"),
        "AWS::IAM::Role",
        json!({
            "AssumeRolePolicyDocument": roles::taken_by_instances(),
            "ManagedPolicyArns": [sub("arn:${AWS::Partition}:iam::aws:policy/AmazonSSMManagedInstanceCore")],
        }),
    ));
    let roles = json!({"Roles": [reference(format!("{name}Role"))]});
    stack.add(Resource::new(format!("{name}Profile"), "AWS::IAM::InstanceProfile", roles));
}
