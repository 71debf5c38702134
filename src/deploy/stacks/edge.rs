//! CloudFront, in us-east-1, where its certificate and its firewall have to be: what is cached, by what key, from where.

use serde_json::{Value, json};

use super::{
    firewall,
    parameters::{domain, site_name},
};
use crate::{
    deploy::site::Ground,
    deploy::{
        site::Site,
        template::{Keep, Parameter, Resource, Template, attribute, reference, sub},
    },
};

const FUNCTION: &str = include_str!("../../../assets/deploy/edge/viewer-request.js");

/// Managed policies, by their ids (Amazon CloudFront Developer Guide, April 2026).
const CACHING_DISABLED: &str = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const CACHING_OPTIMIZED: &str = "658327ea-f89d-4fab-a63d-7e88639e58f6";
const ALL_VIEWER: &str = "216adef6-5c7f-47e4-b989-5492eafa07d3";
const SECURITY_HEADERS: &str = "67f7725c-6f97-4210-82d7-5512b31e9d03";

const READS: [&str; 3] = ["GET", "HEAD", "OPTIONS"];
const ALL_METHODS: [&str; 7] = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"];

pub(super) fn stack(site: &Site<'_>) -> Option<Template> {
    let billing = site.edge()?;
    let mut stack = Template {
        name: "edge",
        order: 40,
        description: "CloudFront before a WordPress site: certificate, firewall, caching. Only in us-east-1".to_owned(),
        parameters: vec![
            site_name(),
            domain(),
            Parameter::text("HostedZone", "Hosted zone of the domain in Route 53"),
            Parameter::text("OriginName", "Name CloudFront fetches from"),
        ],
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
    policies(&mut stack, site);
    if site.in_vpc() {
        origin_in_vpc(&mut stack, site);
    }
    if site.has_bucket() {
        stack.take(Parameter::text("MediaBucketDomain", "The media bucket's name for CloudFront"));
        stack.add(Resource::new(
            "MediaAccess",
            "AWS::CloudFront::OriginAccessControl",
            json!({"OriginAccessControlConfig": {
                "Name": sub("${Site}-media"),
                "OriginAccessControlOriginType": "s3",
                "SigningBehavior": "always",
                "SigningProtocol": "sigv4",
            }}),
        ));
    }
    distribution(&mut stack, site);
    logs(&mut stack);
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

fn distribution(stack: &mut Template, site: &Site<'_>) {
    let mut origin = json!({
        "Id": "site",
        "DomainName": reference("OriginName"),
        "ConnectionAttempts": 2,
        "ConnectionTimeout": 5,
    });
    if site.in_vpc() {
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
    if site.has_bucket() {
        origins.push(json!({
            "Id": "media",
            "DomainName": reference("MediaBucketDomain"),
            "OriginAccessControlId": attribute("MediaAccess", "Id"),
            "S3OriginConfig": {"OriginAccessIdentity": ""},
        }));
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
    let config = json!({
        "Enabled": true,
        "Comment": reference("Site"),
        "Aliases": [reference("DomainName")],
        "HttpVersion": "http2and3",
        "IPV6Enabled": true,
        "PriceClass": "PriceClass_All",
        "WebACLId": attribute("Firewall", "Arn"),
        "ViewerCertificate": {
            "AcmCertificateArn": reference("Certificate"),
            "MinimumProtocolVersion": "TLSv1.2_2021",
            "SslSupportMethod": "sni-only",
        },
        "Origins": origins,
        "CacheBehaviors": behaviors,
        "DefaultCacheBehavior": pages,
    });
    let resource =
        Resource::new("Distribution", "AWS::CloudFront::Distribution", json!({"DistributionConfig": config}));
    let skips = json!({"checkov": {"skip": [
        {"id": "CKV_AWS_86", "comment": "logs are delivered by CloudWatch Logs, which needs no bucket with ACLs"},
        {"id": "CKV_AWS_305", "comment": "WordPress answers / itself"},
    ]}});
    stack.add(resource.beside("Metadata", skips));
}

fn behavior(path: &str, origin: &str, cache: Value, methods: &[&str]) -> Value {
    let mut behavior = json!({
        "TargetOriginId": origin,
        "ViewerProtocolPolicy": "redirect-to-https",
        "AllowedMethods": methods,
        "CachedMethods": ["GET", "HEAD"],
        "Compress": true,
        "CachePolicyId": cache,
        "ResponseHeadersPolicyId": SECURITY_HEADERS,
    });
    if !path.is_empty() {
        behavior["PathPattern"] = json!(path);
    }
    behavior
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

/// Access logs by CloudWatch's delivery, which needs neither ACLs nor a bucket of another Region.
fn logs(stack: &mut Template) {
    let mut bucket = super::storage::private(sub("${Site}-edge-logs-${AWS::AccountId}"), 7);
    bucket["LifecycleConfiguration"] = json!({"Rules": [{
        "Id": "old-logs", "Status": "Enabled", "ExpirationInDays": 90,
        "NoncurrentVersionExpiration": {"NoncurrentDays": 7},
        "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7},
    }]});
    let bucket = Resource::new("EdgeLogs", "AWS::S3::Bucket", bucket).keep(Keep::Itself);
    stack.add(bucket.skip("CKV_AWS_18", "it holds logs"));
    let writes = json!({
        "Sid": "LogsWrite",
        "Effect": "Allow",
        "Principal": {"Service": "delivery.logs.amazonaws.com"},
        "Action": "s3:PutObject",
        "Resource": sub("${EdgeLogs.Arn}/*"),
        "Condition": {"StringEquals": {"aws:SourceAccount": reference("AWS::AccountId")}},
    });
    super::storage::policy(stack, "EdgeLogs", vec![writes]);
    stack.add(Resource::new(
        "EdgeLogSource",
        "AWS::Logs::DeliverySource",
        json!({
            "Name": sub("${Site}-edge"),
            "LogType": "ACCESS_LOGS",
            "ResourceArn": sub("arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Distribution}"),
        }),
    ));
    stack.add(
        Resource::new(
            "EdgeLogDestination",
            "AWS::Logs::DeliveryDestination",
            json!({"Name": sub("${Site}-edge"), "OutputFormat": "parquet", "DestinationResourceArn": attribute("EdgeLogs", "Arn")}),
        )
        .after("EdgeLogsPolicy"),
    );
    stack.add(
        Resource::new(
            "EdgeLogDelivery",
            "AWS::Logs::Delivery",
            json!({"DeliverySourceName": reference("EdgeLogSource"), "DeliveryDestinationArn": attribute("EdgeLogDestination", "Arn")}),
        )
        ,
    );
}

/// Whether the origin is a name that has to be entered in DNS.
pub(in crate::deploy) fn needs_origin_name(site: &Site<'_>) -> bool {
    site.edge().is_some() && site.ground() == Ground::Lightsail
}
