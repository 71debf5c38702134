//! The load balancer: HTTPS alone, health asked of PHP and of nothing behind it.

use serde_json::json;

use super::parameters::domain;
use crate::deploy::{
    site::Site,
    template::{Parameter, Resource, Template, attribute, reference, sub},
};

pub(super) fn add(stack: &mut Template, site: &Site<'_>) {
    let inside = site.edge().is_some();
    stack.take(domain());
    stack.take(Parameter::new("VpcId", "AWS::EC2::VPC::Id", "The network"));
    stack.take(Parameter::new("BalancerGroup", "AWS::EC2::SecurityGroup::Id", "Security group of the load balancer"));
    let subnets = if inside { "WebSubnets" } else { "PublicSubnets" };
    stack.take(Parameter::new(subnets, "List<AWS::EC2::Subnet::Id>", "Subnets of the load balancer"));
    stack.take(Parameter::text("LogBucket", "Bucket of logs"));
    // Where another network answers the names, the proof is entered there by hand.
    let proof = if site.has_other_network() {
        reference("AWS::NoValue")
    } else {
        stack.take(Parameter::text("HostedZone", "Hosted zone of the domain in Route 53; it proves the certificate"));
        json!([{"DomainName": reference("DomainName"), "HostedZoneId": reference("HostedZone")}])
    };
    stack.add(Resource::new(
        "BalancerCertificate",
        "AWS::CertificateManager::Certificate",
        json!({
            "DomainName": reference("DomainName"),
            "ValidationMethod": "DNS",
            "DomainValidationOptions": proof,
        }),
    ));
    stack.add(Resource::new(
        "Balancer",
        "AWS::ElasticLoadBalancingV2::LoadBalancer",
        json!({
            "Name": sub("${Site}-web"),
            // Readers come by CloudFront, which reaches into the network: no public address, nothing to go around.
            "Scheme": if inside { "internal" } else { "internet-facing" },
            "Type": "application",
            "Subnets": reference(subnets),
            "SecurityGroups": [reference("BalancerGroup")],
            "LoadBalancerAttributes": [
                {"Key": "deletion_protection.enabled", "Value": "true"},
                {"Key": "routing.http.drop_invalid_header_fields.enabled", "Value": "true"},
                {"Key": "access_logs.s3.enabled", "Value": "true"},
                {"Key": "access_logs.s3.bucket", "Value": reference("LogBucket")},
                {"Key": "access_logs.s3.prefix", "Value": "balancer"},
            ],
        }),
    ));
    stack.add(Resource::new(
        "Targets",
        "AWS::ElasticLoadBalancingV2::TargetGroup",
        json!({
            "Protocol": "HTTP",
            "Port": 80,
            "VpcId": reference("VpcId"),
            "TargetType": if site.in_containers() { "ip" } else { "instance" },
            "HealthCheckPath": "/healthz.php",
            "HealthCheckIntervalSeconds": 15,
            "HealthCheckTimeoutSeconds": 5,
            "HealthyThresholdCount": 2,
            "UnhealthyThresholdCount": 3,
            "Matcher": {"HttpCode": "200"},
            "TargetGroupAttributes": [
                {"Key": "deregistration_delay.timeout_seconds", "Value": "30"},
                {"Key": "load_balancing.algorithm.type", "Value": "least_outstanding_requests"},
                {"Key": "stickiness.enabled", "Value": "false"},
            ],
        }),
    ));
    stack.add(Resource::new(
        "Https",
        "AWS::ElasticLoadBalancingV2::Listener",
        json!({
            "LoadBalancerArn": reference("Balancer"),
            "Port": 443,
            "Protocol": "HTTPS",
            "SslPolicy": "ELBSecurityPolicy-TLS13-1-2-2021-06",
            "Certificates": [{"CertificateArn": reference("BalancerCertificate")}],
            "DefaultActions": [{"Type": "forward", "TargetGroupArn": reference("Targets")}],
        }),
    ));
    if !inside {
        stack.add(Resource::new(
            "Http",
            "AWS::ElasticLoadBalancingV2::Listener",
            json!({
                "LoadBalancerArn": reference("Balancer"),
                "Port": 80,
                "Protocol": "HTTP",
                "DefaultActions": [{
                    "Type": "redirect",
                    "RedirectConfig": {"Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_301"},
                }],
            }),
        ));
        if !site.has_other_network() {
            stack.add(Resource::new(
                "SiteName",
                "AWS::Route53::RecordSet",
                json!({
                    "Name": reference("DomainName"),
                    "Type": "A",
                    "HostedZoneId": reference("HostedZone"),
                    "AliasTarget": {
                        "DNSName": attribute("Balancer", "DNSName"),
                        "HostedZoneId": attribute("Balancer", "CanonicalHostedZoneID"),
                    },
                }),
            ));
        }
    }
    stack.give("OriginArn", "What CloudFront reaches into the network for", reference("Balancer"));
    stack.give("OriginName", "Its name", attribute("Balancer", "DNSName"));
    stack.give("BalancerMetrics", "Its name in CloudWatch", attribute("Balancer", "LoadBalancerFullName"));
    stack.give("TargetMetrics", "Its targets' name in CloudWatch", attribute("Targets", "TargetGroupFullName"));
}
