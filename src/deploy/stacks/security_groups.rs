//! Who may speak with whom. Every rule says what it is for; nothing is open to the world but HTTPS, and SSH nowhere.

use serde_json::{Value, json};

use super::parameters::prefix_list;
use crate::{
    deploy::site::Files,
    deploy::{
        site::{Site, Tls},
        template::{Resource, Template, attribute, reference},
    },
};

pub(super) fn add(stack: &mut Template, site: &Site<'_>) {
    if site.edge().is_some() {
        stack.take(prefix_list());
    }
    if site.is_group() {
        group(stack, "Balancer", "The load balancer", from_readers(site, &[443, 80]));
        output(stack, "Balancer", "Security group of the load balancer");
    }
    let web = match (site.is_group(), site.tls()) {
        (true, _) => vec![rule(
            80,
            ("SourceSecurityGroupId", attribute("BalancerGroup", "GroupId")),
            "Requests from the load balancer",
        )],
        (false, Tls::Before) => from_readers(site, &[80]),
        (false, Tls::Here) if site.edge().is_some() => vec![by_both_ports()],
        (false, Tls::Here) => from_readers(site, &[443, 80]),
    };
    group(stack, "Web", "The web servers", web);
    output(stack, "Web", "Security group of the web servers");
    if site.has_nat_instance() {
        nat(stack);
    }
    if site.has_database() {
        behind(stack, "Database", "The database", &[(3306, "MySQL from the web servers")]);
    }
    if site.has_cache() {
        behind(stack, "Cache", "The object cache", &[(6379, "Valkey from the web servers")]);
    }
    match site.files() {
        Files::Efs => behind(stack, "Files", "The shared files", &[(2049, "NFS from the web servers")]),
        Files::FileServer => behind(stack, "Files", "The file server", &[(2049, "NFS from the web servers")]),
        Files::Gluster => {
            behind(stack, "Files", "The file servers", &[(24007, "GlusterFS management from the web servers")]);
            between(stack);
        }
        Files::OnServer | Files::OnEach | Files::Git | Files::Image | Files::Container => {}
    }
}

/// From CloudFront alone where there is one, from everywhere otherwise.
fn from_readers(site: &Site<'_>, ports: &[u16]) -> Vec<Value> {
    let rules = ports.iter().map(|port| {
        if site.edge().is_some() {
            rule(*port, ("SourcePrefixListId", reference("CloudFrontPrefixList")), "Readers, by way of CloudFront")
        } else {
            let what = if *port == 443 { "Readers" } else { "Readers who are sent on to HTTPS" };
            rule(*port, ("CidrIp", json!("0.0.0.0/0")), what)
        }
    });
    // CloudFront comes by one port, HTTPS to a load balancer; a prefix list counts as many rules.
    if site.edge().is_some() { rules.take(1).collect() } else { rules.collect() }
}

/// A server with a certificate of its own behind CloudFront proves its name by port 80. One range, as a prefix list counts as
/// many rules; nothing listens between.
fn by_both_ports() -> Value {
    let mut both = rule(
        80,
        ("SourcePrefixListId", reference("CloudFrontPrefixList")),
        "Readers, and the certificate's proof, by way of CloudFront",
    );
    both["ToPort"] = json!(443);
    both
}

fn rule(port: u16, (kind, from): (&str, Value), what: &str) -> Value {
    let mut rule = json!({"IpProtocol": "tcp", "FromPort": port, "ToPort": port, "Description": what});
    rule[kind] = from;
    rule
}

fn group(stack: &mut Template, name: &str, what: &str, ingress: Vec<Value>) {
    let is_public = ingress.iter().any(|rule| rule["CidrIp"] == "0.0.0.0/0");
    let group = Resource::new(
        format!("{name}Group"),
        "AWS::EC2::SecurityGroup",
        json!({
            "GroupDescription": what,
            "VpcId": reference("Network"),
            "SecurityGroupIngress": ingress,
            "SecurityGroupEgress": [{"IpProtocol": "-1", "CidrIp": "0.0.0.0/0", "Description": "Answers, updates and other sites"}],
        }),
    );
    let reason = "it only sends readers on to HTTPS, and proves the name to the certificate authority";
    stack.add(if is_public { group.skip("CKV_AWS_260", reason) } else { group });
}

/// A group that answers the web servers alone.
fn behind(stack: &mut Template, name: &str, what: &str, ports: &[(u16, &str)]) {
    let web = || ("SourceSecurityGroupId", attribute("WebGroup", "GroupId"));
    group(stack, name, what, ports.iter().map(|(port, for_what)| rule(*port, web(), for_what)).collect());
    match name {
        "Database" => output(stack, name, "Security group of the database"),
        "Cache" => output(stack, name, "Security group of the object cache"),
        _ => output(stack, name, "Security group of the shared files"),
    }
}

/// What a NAT instance forwards comes from the network alone.
fn nat(stack: &mut Template) {
    let mut inside = rule(0, ("CidrIp", json!("10.20.0.0/16")), "What servers send out");
    for key in ["FromPort", "ToPort"] {
        inside.as_object_mut().map(|rule| rule.remove(key));
    }
    inside["IpProtocol"] = json!("-1");
    group(stack, "Nat", "The NAT instance", vec![inside]);
}

/// Bricks speak with one another and with web servers on a range of ports.
fn between(stack: &mut Template) {
    for (id, from, what) in [
        ("BricksFromWeb", "WebGroup", "GlusterFS bricks from the web servers"),
        ("BricksFromBricks", "FilesGroup", "GlusterFS bricks from one another"),
    ] {
        stack.add(Resource::new(
            id,
            "AWS::EC2::SecurityGroupIngress",
            json!({
                "GroupId": attribute("FilesGroup", "GroupId"),
                "SourceSecurityGroupId": attribute(from, "GroupId"),
                "IpProtocol": "tcp",
                "FromPort": 49152,
                "ToPort": 49251,
                "Description": what,
            }),
        ));
    }
    stack.add(Resource::new(
        "ManagementFromBricks",
        "AWS::EC2::SecurityGroupIngress",
        json!({
            "GroupId": attribute("FilesGroup", "GroupId"),
            "SourceSecurityGroupId": attribute("FilesGroup", "GroupId"),
            "IpProtocol": "tcp",
            "FromPort": 24007,
            "ToPort": 24008,
            "Description": "GlusterFS management from one another",
        }),
    ));
}

fn output(stack: &mut Template, name: &str, what: &'static str) {
    let id = format!("{name}Group");
    let value = attribute(&id, "GroupId");
    stack.give(id, what, value);
}
