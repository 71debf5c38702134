//! The network: subnets by zone and by what stands in them, the ways in and out, and who may speak with whom.

use serde_json::json;

use super::{parameters::name, security_groups};
use crate::{
    architecture::Zone,
    choices::WayOut,
    deploy::{
        site::Site,
        template::{Resource, Template, attribute, joined, reference, sub},
    },
};

pub(super) fn stack(site: &Site<'_>) -> Template {
    let mut stack = Template {
        name: "network",
        order: 10,
        description: "The network of a WordPress site: subnets, routes and security groups".to_owned(),
        ..Template::default()
    };
    vpc(&mut stack);
    for zone in site.zones() {
        public(&mut stack, *zone);
        if site.has_nat() {
            app(&mut stack, site, *zone);
        }
    }
    for zone in site.data_zones() {
        data(&mut stack, *zone);
    }
    if site.has_file_servers() {
        updates(&mut stack, site);
    }
    // What goes to S3 costs nothing by this way, and never meets the internet.
    let tables: Vec<_> = if site.has_nat() {
        site.zones().iter().map(|zone| reference(name("AppRoutes", *zone))).collect()
    } else {
        vec![reference("PublicRoutes")]
    };
    stack.add(Resource::new(
        "ObjectStoreEndpoint",
        "AWS::EC2::VPCEndpoint",
        json!({
            "VpcId": reference("Network"),
            "ServiceName": sub("com.amazonaws.${AWS::Region}.s3"),
            "VpcEndpointType": "Gateway",
            "RouteTableIds": tables,
        }),
    ));
    security_groups::add(&mut stack, site);
    let web = if site.has_nat() { "AppSubnet" } else { "PublicSubnet" };
    let subnets =
        |prefix: &str, zones: &[Zone]| joined(zones.iter().map(|zone| reference(name(prefix, *zone))).collect());
    if site.serves_bucket() {
        stack.give("ObjectStoreEndpoint", "The way to S3 inside the network", reference("ObjectStoreEndpoint"));
    }
    stack.give("VpcId", "The network", reference("Network"));
    stack.give("PublicSubnets", "Subnets with a way to the internet", subnets("PublicSubnet", site.zones()));
    stack.give("WebSubnets", "Subnets of the web servers", subnets(web, site.zones()));
    stack.give("DataSubnets", "Subnets of database, cache and files", subnets("DataSubnet", site.data_zones()));
    stack
}

fn vpc(stack: &mut Template) {
    stack.add(Resource::new(
        "Network",
        "AWS::EC2::VPC",
        json!({"CidrBlock": "10.20.0.0/16", "EnableDnsHostnames": true, "EnableDnsSupport": true, "Tags": tag("${AWS::StackName}")}),
    ));
    stack.add(Resource::new("Gateway", "AWS::EC2::InternetGateway", json!({"Tags": tag("${AWS::StackName}")})));
    stack.add(Resource::new(
        "GatewayAttachment",
        "AWS::EC2::VPCGatewayAttachment",
        json!({"VpcId": reference("Network"), "InternetGatewayId": reference("Gateway")}),
    ));
    stack.add(Resource::new(
        "PublicRoutes",
        "AWS::EC2::RouteTable",
        json!({"VpcId": reference("Network"), "Tags": tag("${AWS::StackName}-public")}),
    ));
    let way = json!({
        "RouteTableId": reference("PublicRoutes"),
        "DestinationCidrBlock": "0.0.0.0/0",
        "GatewayId": reference("Gateway"),
    });
    stack.add(Resource::new("PublicWayOut", "AWS::EC2::Route", way).after("GatewayAttachment"));
}

fn public(stack: &mut Template, zone: Zone) {
    subnet(stack, "PublicSubnet", zone, 0, "PublicRoutes".to_owned());
}

fn data(stack: &mut Template, zone: Zone) {
    // No route leads out of here.
    let routes = "DataRoutes";
    if !stack.resources.iter().any(|known| known.id == routes) {
        stack.add(Resource::new(
            routes,
            "AWS::EC2::RouteTable",
            json!({"VpcId": reference("Network"), "Tags": tag("${AWS::StackName}-data")}),
        ));
    }
    subnet(stack, "DataSubnet", zone, 20, routes.to_owned());
}

/// Servers of one's own among the data need updates and Session Manager, so these subnets have a way out after all.
fn updates(stack: &mut Template, site: &Site<'_>) {
    let mut way = json!({"RouteTableId": reference("DataRoutes"), "DestinationCidrBlock": "0.0.0.0/0"});
    if site.has_nat() {
        to_nat(&mut way, site, Zone::A);
    } else {
        way["GatewayId"] = reference("Gateway");
    }
    stack.add(Resource::new("DataWayOut", "AWS::EC2::Route", way).after("GatewayAttachment"));
}

fn app(stack: &mut Template, site: &Site<'_>, zone: Zone) {
    let gateway = match site.design().way_out {
        WayOut::EachZone => zone,
        WayOut::OneGateway | WayOut::Instance | WayOut::Public => Zone::A,
    };
    let by_instance = site.has_nat_instance();
    if gateway == zone && by_instance {
        super::nat_instance::add(stack, site, zone);
    } else if gateway == zone {
        let address = name("NatAddress", zone);
        let properties = json!({"Domain": "vpc", "Tags": tag(&format!("${{AWS::StackName}}-nat-{}", zone.letter()))});
        stack.add(Resource::new(address.clone(), "AWS::EC2::EIP", properties).after("GatewayAttachment"));
        stack.add(Resource::new(
            name("Nat", zone),
            "AWS::EC2::NatGateway",
            json!({"AllocationId": attribute(&address, "AllocationId"), "SubnetId": reference(name("PublicSubnet", zone))}),
        ));
    }
    let routes = name("AppRoutes", zone);
    stack.add(Resource::new(
        routes.clone(),
        "AWS::EC2::RouteTable",
        json!({"VpcId": reference("Network"), "Tags": tag(&format!("${{AWS::StackName}}-app-{}", zone.letter()))}),
    ));
    let mut way = json!({"RouteTableId": reference(routes.clone()), "DestinationCidrBlock": "0.0.0.0/0"});
    to_nat(&mut way, site, gateway);
    stack.add(Resource::new(name("AppWayOut", zone), "AWS::EC2::Route", way));
    subnet(stack, "AppSubnet", zone, 10, routes);
}

fn to_nat(way: &mut serde_json::Value, site: &Site<'_>, zone: Zone) {
    let key = if site.has_nat_instance() { "NetworkInterfaceId" } else { "NatGatewayId" };
    way[key] = reference(name("Nat", zone));
}

/// A subnet of 256 addresses, the third part of which says what it is for.
fn subnet(stack: &mut Template, prefix: &str, zone: Zone, from: usize, routes: String) {
    let id = name(prefix, zone);
    let third = from + zone as usize;
    stack.add(Resource::new(
        id.clone(),
        "AWS::EC2::Subnet",
        json!({
            "VpcId": reference("Network"),
            "CidrBlock": format!("10.20.{third}.0/24"),
            "AvailabilityZone": {"Fn::Select": [zone as usize, {"Fn::GetAZs": ""}]},
            "MapPublicIpOnLaunch": false,
            "Tags": tag(&format!("${{AWS::StackName}}-{id}")),
        }),
    ));
    stack.add(Resource::new(
        format!("{id}Routes"),
        "AWS::EC2::SubnetRouteTableAssociation",
        json!({"SubnetId": reference(id), "RouteTableId": reference(routes)}),
    ));
}

fn tag(name: &str) -> serde_json::Value {
    json!([{"Key": "Name", "Value": sub(name)}])
}
