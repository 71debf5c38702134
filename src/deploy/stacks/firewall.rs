//! The firewall before CloudFront: part of a flat-rate plan, otherwise built only where somebody chooses to pay for it. What could stop an editor is counted first, and blocks once two weeks of counts were read.

use serde_json::{Value, json};

use crate::{
    architecture::EdgeBilling,
    deploy::template::{Parameter, Resource, Template, attribute, reference, sub},
};

/// Says whether it is built where it is paid for.
pub(in crate::deploy) const PARAMETER: &str = "ChooseFirewall";

/// AWS's managed rule groups: name, whether it only counts at first, whether a flat-rate plan's allowance has room for it.
const MANAGED: [(&str, bool, bool); 5] = [
    ("AWSManagedRulesAmazonIpReputationList", false, true),
    ("AWSManagedRulesKnownBadInputsRuleSet", false, true),
    ("AWSManagedRulesCommonRuleSet", true, true),
    ("AWSManagedRulesWordPressRuleSet", true, true),
    ("AWSManagedRulesPHPRuleSet", true, false),
];
/// Requests to the log-in page from one address in five minutes.
const LOGINS: u32 = 100;

pub(super) fn add(stack: &mut Template, billing: &EdgeBilling) {
    let rules = rules(billing);
    let firewall = Resource::new(
        "Firewall",
        "AWS::WAFv2::WebACL",
        json!({
            "Name": sub("${Site}-edge"),
            "Scope": "CLOUDFRONT",
            "DefaultAction": {"Allow": {}},
            "VisibilityConfig": seen("edge"),
            "Rules": rules,
        }),
    );
    match billing {
        EdgeBilling::FlatRate(_) => stack.add(firewall),
        EdgeBilling::PayAsYouGo => {
            stack.take(
                Parameter::text(PARAMETER, "Whether the firewall is built, which is paid for: true or false")
                    .or("false")
                    .like("^(true|false)$"),
            );
            stack.conditions.push(("WithFirewall", json!({"Fn::Equals": [reference(PARAMETER), "true"]})));
            stack.add(firewall.only_if("WithFirewall"));
        }
    }
}

/// What the distribution is told of it.
pub(super) fn named(billing: &EdgeBilling) -> Value {
    let arn = attribute("Firewall", "Arn");
    match billing {
        EdgeBilling::FlatRate(_) => arn,
        EdgeBilling::PayAsYouGo => json!({"Fn::If": ["WithFirewall", arn, reference("AWS::NoValue")]}),
    }
}

fn rules(billing: &EdgeBilling) -> Vec<Value> {
    let included = matches!(billing, EdgeBilling::FlatRate(_));
    let mut rules = vec![json!({
        "Name": "logins",
        "Priority": 0,
        "Action": {"Block": {}},
        "VisibilityConfig": seen("logins"),
        "Statement": {"RateBasedStatement": {
            "AggregateKeyType": "IP",
            "Limit": LOGINS,
            "ScopeDownStatement": {"ByteMatchStatement": {
                "FieldToMatch": {"UriPath": {}},
                "PositionalConstraint": "STARTS_WITH",
                "SearchString": "/wp-login.php",
                "TextTransformations": [{"Priority": 0, "Type": "LOWERCASE"}],
            }},
        }},
    })];
    let wanted = MANAGED.iter().filter(|(_, _, fits)| *fits || !included);
    for (at, (name, counts, _)) in wanted.enumerate() {
        let action = if *counts { json!({"Count": {}}) } else { json!({"None": {}}) };
        rules.push(json!({
            "Name": name,
            "Priority": at + 1,
            "OverrideAction": action,
            "VisibilityConfig": seen(name),
            "Statement": {"ManagedRuleGroupStatement": {"VendorName": "AWS", "Name": name}},
        }));
    }
    rules
}

fn seen(name: &str) -> Value {
    json!({"CloudWatchMetricsEnabled": true, "SampledRequestsEnabled": true, "MetricName": name})
}
