//! What every distribution of CloudFront has in common, whatever it stands before.

use serde_json::{Value, json};

use crate::deploy::template::{Resource, Template, reference, sub};

/// Managed policies, by their ids (Amazon CloudFront Developer Guide, April 2026).
pub(super) const CACHING_DISABLED: &str = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
pub(super) const CACHING_OPTIMIZED: &str = "658327ea-f89d-4fab-a63d-7e88639e58f6";
const SECURITY_HEADERS: &str = "67f7725c-6f97-4210-82d7-5512b31e9d03";

pub(super) const READS: [&str; 3] = ["GET", "HEAD", "OPTIONS"];

/// The right to read a closed bucket.
pub(super) fn access(stack: &mut Template, id: &str, name: &str) {
    stack.add(Resource::new(
        id,
        "AWS::CloudFront::OriginAccessControl",
        json!({"OriginAccessControlConfig": {
            "Name": sub(name),
            "OriginAccessControlOriginType": "s3",
            "SigningBehavior": "always",
            "SigningProtocol": "sigv4",
        }}),
    ));
}

/// The distribution itself, with what all have in common.
pub(super) fn distribution(
    stack: &mut Template,
    firewall: Value,
    origins: Value,
    behaviors: Value,
    pages: Value,
    more: Option<(&str, Value)>,
) {
    let mut config = json!({
        "Enabled": true,
        "Comment": reference("Site"),
        "Aliases": [reference("DomainName")],
        "HttpVersion": "http2and3",
        "IPV6Enabled": true,
        "PriceClass": "PriceClass_All",
        "WebACLId": firewall,
        "ViewerCertificate": {
            "AcmCertificateArn": reference("Certificate"),
            "MinimumProtocolVersion": "TLSv1.2_2021",
            "SslSupportMethod": "sni-only",
        },
        "Origins": origins,
        "CacheBehaviors": behaviors,
        "DefaultCacheBehavior": pages,
    });
    if let Some((key, value)) = more {
        config[key] = value;
    }
    let resource =
        Resource::new("Distribution", "AWS::CloudFront::Distribution", json!({"DistributionConfig": config}));
    let skips = json!({"checkov": {"skip": [
        {"id": "CKV_AWS_86", "comment": "logs are delivered by CloudWatch Logs, which needs no bucket with ACLs"},
        {"id": "CKV_AWS_305", "comment": "WordPress answers / itself"},
    ]}});
    stack.add(resource.beside("Metadata", skips));
}

pub(super) fn behavior(path: &str, origin: &str, cache: Value, methods: &[&str]) -> Value {
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
