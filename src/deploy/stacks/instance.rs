//! One EC2 instance that is the site: its disk is copied daily, and its address stays.

use serde_json::{Value, json};

use super::{boot::user_data, edge, group::server};
use crate::deploy::{
    site::{Site, Tls},
    template::{Keep, Parameter, Resource, Template, attribute, reference, sub},
};

pub(super) fn add(stack: &mut Template, site: &Site<'_>) {
    stack.take(Parameter::new("PublicSubnets", "List<AWS::EC2::Subnet::Id>", "Subnets with a way to the internet"));
    let mut properties = server(site);
    // The same word in another spelling than in a launch template.
    if let Some(credits) = properties.get("CreditSpecification").and_then(|of| of.get("CpuCredits")).cloned() {
        properties["CreditSpecification"] = json!({"CPUCredits": credits});
    }
    properties["Monitoring"] = json!(true);
    properties["IamInstanceProfile"] = reference("WebProfile");
    properties["SubnetId"] = json!({"Fn::Select": [0, reference("PublicSubnets")]});
    properties["SecurityGroupIds"] = json!([reference("WebGroup")]);
    properties["PropagateTagsToVolumeOnCreation"] = json!(true);
    properties["DisableApiTermination"] = json!(true);
    properties["UserData"] = user_data(site);
    properties["Tags"] = tags();
    stack.add(Resource::new("Server", "AWS::EC2::Instance", properties));
    address(stack, site, json!({"Domain": "vpc", "InstanceId": reference("Server")}));
    stack.give(
        "OriginArn",
        "What CloudFront reaches into the network for",
        sub("arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:instance/${Server}"),
    );
    stack.give("OriginName", "Its name", attribute("Server", "PrivateDnsName"));
    stack.give("ServerId", "The instance", reference("Server"));
}

/// An address that stays: attached to the one server, or taken over by whichever server of a group of one has started last.
pub(super) fn address(stack: &mut Template, site: &Site<'_>, properties: Value) {
    stack.add(Resource::new("Address", "AWS::EC2::EIP", properties).keep(Keep::Itself));
    stack.give("ServerAddress", "Its address", reference("Address"));
    if site.tls() == Tls::Before || site.has_other_network() {
        return;
    }
    let name = if edge::needs_origin_name(site) {
        stack.give("OriginName", "Its name for CloudFront", sub("origin.${DomainName}"));
        sub("origin.${DomainName}")
    } else {
        reference("DomainName")
    };
    stack.take(Parameter::text("HostedZone", "Hosted zone of the domain in Route 53"));
    stack.add(name_record("SiteName", name, reference("Address")));
}

/// A name that leads to an address.
pub(super) fn name_record(id: &str, name: Value, address: Value) -> Resource {
    Resource::new(
        id,
        "AWS::Route53::RecordSet",
        json!({
            "Name": name,
            "Type": "A",
            "TTL": "300",
            "HostedZoneId": reference("HostedZone"),
            "ResourceRecords": [address],
        }),
    )
}

fn tags() -> Value {
    json!([
        {"Key": "Name", "Value": sub("${Site}-web")},
        {"Key": "Site", "Value": reference("Site")},
        {"Key": "Role", "Value": "web"},
        {"Key": "Backup", "Value": "daily"},
    ])
}
