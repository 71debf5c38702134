//! The firewall before CloudFront. What could stop an editor is counted first, and blocks once two weeks of counts were read.

use serde_json::{Value, json};

use crate::{
    architecture::EdgeBilling,
    deploy::template::{Resource, Template, attribute, sub},
};

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
    stack.add(Resource::new(
        "Firewall",
        "AWS::WAFv2::WebACL",
        json!({
            "Name": sub("${Site}-edge"),
            "Scope": "CLOUDFRONT",
            "DefaultAction": {"Allow": {}},
            "VisibilityConfig": seen("edge"),
            "Rules": rules,
        }),
    ));
    stack.give("FirewallArn", "The firewall", attribute("Firewall", "Arn"));
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
