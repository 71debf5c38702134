//! A NAT instance: a small server that forwards what private servers send out, where somebody wants no NAT gateway. Its
//! interface and address are resources of their own, so that a server in its place takes over route and address.

use serde_json::json;

use super::parameters::name;
use crate::{
    architecture::{Service, Zone},
    deploy::{
        site::{Site, processor},
        template::{Resource, Template, attribute, reference, sub},
    },
};

const NAT: &str = include_str!("../../../assets/deploy/boot/nat.sh");

pub(super) fn add(stack: &mut Template, site: &Site<'_>, zone: Zone) {
    let found = site.assessment.architecture.components.iter().find_map(|component| {
        if let Service::NatInstance(instances) = &component.service { Some(instances) } else { None }
    });
    let Some(instances) = found else { return };
    stack.take(super::parameters::site_name());
    stack.take(super::parameters::image(site, processor(&instances.instance_type), "NatImage"));
    stack.add(Resource::new(
        name("Nat", zone),
        "AWS::EC2::NetworkInterface",
        json!({
            "SubnetId": reference(name("PublicSubnet", zone)),
            "GroupSet": [attribute("NatGroup", "GroupId")],
            // It forwards what is neither from it nor to it.
            "SourceDestCheck": false,
        }),
    ));
    let address = name("NatAddress", zone);
    stack.add(Resource::new(address.clone(), "AWS::EC2::EIP", json!({"Domain": "vpc"})).after("GatewayAttachment"));
    stack.add(Resource::new(
        format!("{address}Attached"),
        "AWS::EC2::EIPAssociation",
        json!({"AllocationId": attribute(&address, "AllocationId"), "NetworkInterfaceId": reference(name("Nat", zone))}),
    ));
    super::file_servers::role(stack, "Nat");
    let server = Resource::new(
        "NatServer",
        "AWS::EC2::Instance",
        json!({
            "ImageId": reference("NatImage"),
            "InstanceType": instances.instance_type,
            "IamInstanceProfile": reference("NatProfile"),
            "NetworkInterfaces": [{"DeviceIndex": "0", "NetworkInterfaceId": reference(name("Nat", zone))}],
            "EbsOptimized": true,
            "Monitoring": true,
            "MetadataOptions": {"HttpTokens": "required", "HttpPutResponseHopLimit": 1},
            "BlockDeviceMappings": [{
                "DeviceName": "/dev/xvda",
                "Ebs": {"Encrypted": true, "VolumeType": "gp3", "VolumeSize": instances.volume.value().ceil() as u32},
            }],
            "Tags": [{"Key": "Name", "Value": sub("${Site}-nat")}, {"Key": "Role", "Value": "nat"}],
            "UserData": {"Fn::Base64": NAT},
        }),
    );
    stack.add(server.after(format!("{address}Attached")));
    stack.give("NatId", "The NAT instance", reference("NatServer"));
}
