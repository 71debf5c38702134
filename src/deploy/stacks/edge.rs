//! CloudFront, in us-east-1, where its certificate and its firewall have to be: what is cached, by what key, from where.

use serde_json::{Value, json};

use super::{
    distribution::{CACHING_DISABLED, CACHING_OPTIMIZED, READS, access, behavior, distribution},
    edge_logs, edge_pages, firewall,
    parameters::{domain, site_name},
};
use crate::{
    architecture::EdgeBilling,
    deploy::site::Ground,
    deploy::{
        site::Site,
        template::{Parameter, Resource, Template, attribute, reference, sub},
    },
};

const FUNCTION: &str = include_str!("../../../assets/deploy/edge/viewer-request.js");

/// A managed policy (Amazon CloudFront Developer Guide, April 2026).
const ALL_VIEWER: &str = "216adef6-5c7f-47e4-b989-5492eafa07d3";

const ALL_METHODS: [&str; 7] = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"];

pub(super) fn stack(site: &Site<'_>) -> Option<Template> {
    let billing = site.edge()?;
    let mut stack = Template {
        name: "edge",
        order: 40,
        description: "CloudFront before a WordPress site: certificate, firewall, caching. Only in us-east-1".to_owned(),
        parameters: vec![site_name(), domain(), Parameter::text("HostedZone", "Hosted zone of the domain in Route 53")],
        rules: vec![(
            "OnlyInVirginia",
            json!({"Assertions": [{
                "Assert": {"Fn::Equals": [reference("AWS::Region"), "us-east-1"]},
                "AssertDescription": "certificate and firewall of CloudFront have to be in us-east-1",
            }]}),
        )],
        ..Template::default()
    };
    stack.add(Resource::new(
        "Certificate",
        "AWS::CertificateManager::Certificate",
        json!({
            "DomainName": reference("DomainName"),
            "ValidationMethod": "DNS",
            "DomainValidationOptions": [{"DomainName": reference("DomainName"), "HostedZoneId": reference("HostedZone")}],
        }),
    ));
    firewall::add(&mut stack, billing);
    if site.ground() == Ground::Export {
        edge_pages::add(&mut stack, billing);
    } else {
        stack.take(Parameter::text("OriginName", "Name CloudFront fetches from"));
        policies(&mut stack, site);
        if site.is_reached_inside() {
            origin_in_vpc(&mut stack, site);
        }
        if site.has_bucket() {
            stack.take(Parameter::text("MediaBucketDomain", "The media bucket's name for CloudFront"));
        }
        if site.has_bucket() && site.in_vpc() {
            access(&mut stack, "MediaAccess", "${Site}-media");
        }
        of_site(&mut stack, site, billing);
    }
    edge_logs::add(&mut stack);
    for (id, kind) in [("SiteName", "A"), ("SiteNameV6", "AAAA")] {
        stack.add(Resource::new(
            id,
            "AWS::Route53::RecordSet",
            json!({
                "Name": reference("DomainName"),
                "Type": kind,
                "HostedZoneId": reference("HostedZone"),
                // The zone of every distribution there is.
                "AliasTarget": {"DNSName": attribute("Distribution", "DomainName"), "HostedZoneId": "Z2FDTNDATAQYW2"},
            }),
        ));
    }
    stack.give("DistributionId", "The distribution", reference("Distribution"));
    stack.give("DistributionName", "Its own name", attribute("Distribution", "DomainName"));
    Some(stack)
}

/// Into the network, without an address anybody else could go to.
fn origin_in_vpc(stack: &mut Template, site: &Site<'_>) {
    stack.take(Parameter::text("OriginArn", "What CloudFront reaches into the network for"));
    let protocol = if site.is_group() { "https-only" } else { "http-only" };
    stack.add(Resource::new(
        "SiteOrigin",
        "AWS::CloudFront::VpcOrigin",
        json!({"VpcOriginEndpointConfig": {
            "Name": sub("${Site}-site"),
            "Arn": reference("OriginArn"),
            "HTTPPort": 80,
            "HTTPSPort": 443,
            "OriginProtocolPolicy": protocol,
            "OriginSSLProtocols": ["TLSv1.2"],
        }}),
    ));
}

fn policies(stack: &mut Template, site: &Site<'_>) {
    stack.add(Resource::new(
        "FilesPolicy",
        "AWS::CloudFront::CachePolicy",
        json!({"CachePolicyConfig": {
            "Name": sub("${Site}-files"),
            "Comment": "Style sheets, scripts and pictures: the version in ?ver= is part of the key, cookies are not",
            "MinTTL": 1,
            "DefaultTTL": 86_400,
            "MaxTTL": 31_536_000,
            "ParametersInCacheKeyAndForwardedToOrigin": key("all", &[]),
        }}),
    ));
    if !site.pages_at_edge() {
        return;
    }
    stack.add(Resource::new(
        "PagesPolicy",
        "AWS::CloudFront::CachePolicy",
        json!({"CachePolicyConfig": {
            "Name": sub("${Site}-pages"),
            "Comment": "Pages: as long as the server says, apart for whoever has something personal",
            "MinTTL": 0,
            "DefaultTTL": 0,
            "MaxTTL": 31_536_000,
            "ParametersInCacheKeyAndForwardedToOrigin": key("all", &["x-personal"]),
        }}),
    ));
    stack.add(Resource::new(
        "PersonalFunction",
        "AWS::CloudFront::Function",
        json!({
            "Name": sub("${Site}-personal"),
            "AutoPublish": true,
            "FunctionConfig": {"Comment": "What is personal goes into one header; campaign parameters go", "Runtime": "cloudfront-js-2.0"},
            "FunctionCode": FUNCTION,
        }),
    ));
}

fn key(query: &str, headers: &[&str]) -> Value {
    let headers = if headers.is_empty() {
        json!({"HeaderBehavior": "none"})
    } else {
        json!({"HeaderBehavior": "whitelist", "Headers": headers})
    };
    json!({
        "EnableAcceptEncodingBrotli": true,
        "EnableAcceptEncodingGzip": true,
        "CookiesConfig": {"CookieBehavior": "none"},
        "QueryStringsConfig": {"QueryStringBehavior": query},
        "HeadersConfig": headers,
    })
}

fn of_site(stack: &mut Template, site: &Site<'_>, billing: &EdgeBilling) {
    let mut origin = json!({
        "Id": "site",
        "DomainName": reference("OriginName"),
        "ConnectionAttempts": 2,
        "ConnectionTimeout": 5,
    });
    if site.is_reached_inside() {
        origin["VpcOriginConfig"] =
            json!({"VpcOriginId": reference("SiteOrigin"), "OriginReadTimeout": 60, "OriginKeepaliveTimeout": 30});
    } else {
        origin["CustomOriginConfig"] = json!({
            "OriginProtocolPolicy": "https-only", "OriginSSLProtocols": ["TLSv1.2"], "HTTPSPort": 443,
            "OriginReadTimeout": 60, "OriginKeepaliveTimeout": 30,
        });
    }
    let mut origins = vec![origin];
    let mut behaviors: Vec<Value> = ["wp-admin/*", "wp-login.php", "wp-json/*"].map(personal).into();
    if needs_origin_name(site) {
        // The server's own certificate is proved by HTTP, before there is one that CloudFront would take.
        origins.push(json!({
            "Id": "proof",
            "DomainName": reference("OriginName"),
            "CustomOriginConfig": {"OriginProtocolPolicy": "http-only", "HTTPPort": 80, "OriginSSLProtocols": ["TLSv1.2"]},
        }));
        behaviors.push(behavior(".well-known/acme-challenge/*", "proof", json!(CACHING_DISABLED), &READS));
    }
    if site.has_bucket() {
        let mut media = json!({
            "Id": "media",
            "DomainName": reference("MediaBucketDomain"),
            "S3OriginConfig": {"OriginAccessIdentity": ""},
        });
        // Lightsail lets no distribution of CloudFront's into its buckets; what lies there is open as on the site.
        if site.in_vpc() {
            media["OriginAccessControlId"] = attribute("MediaAccess", "Id");
        }
        origins.push(media);
        behaviors.push(behavior("wp-content/uploads/*", "media", json!(CACHING_OPTIMIZED), &READS));
    }
    behaviors.extend(["wp-content/*", "wp-includes/*"].map(files));
    let mut pages = behavior("", "site", json!(CACHING_DISABLED), &ALL_METHODS);
    pages["OriginRequestPolicyId"] = json!(ALL_VIEWER);
    if site.pages_at_edge() {
        pages["CachePolicyId"] = reference("PagesPolicy");
        pages["FunctionAssociations"] =
            json!([{"EventType": "viewer-request", "FunctionARN": attribute("PersonalFunction", "FunctionARN")}]);
    }
    distribution(stack, firewall::named(billing), json!(origins), json!(behaviors), pages, None);
}

/// Whoever works on the site, and whatever is a program: never cached, everything handed on.
fn personal(path: &str) -> Value {
    let mut behavior = behavior(path, "site", json!(CACHING_DISABLED), &ALL_METHODS);
    behavior["OriginRequestPolicyId"] = json!(ALL_VIEWER);
    behavior
}

/// Files come from the site and not from a bucket: some plugins run PHP below these paths.
fn files(path: &str) -> Value {
    let mut behavior = behavior(path, "site", reference("FilesPolicy"), &ALL_METHODS);
    behavior["OriginRequestPolicyId"] = json!(ALL_VIEWER);
    behavior
}

/// Whether CloudFront fetches from a server by a name of its own.
pub(in crate::deploy) fn needs_origin_name(site: &Site<'_>) -> bool {
    site.edge().is_some() && matches!(site.ground(), Ground::Lightsail | Ground::GroupOfOne)
}
