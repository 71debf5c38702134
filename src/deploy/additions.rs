//! What a kit builds that the bill does not count yet: secrets, key, alarms, and the firewall where it is chosen; counted from
//! the templates themselves.

use super::{
    site::Site,
    template::{Resource, Template},
};
use crate::{
    architecture::EdgeBilling,
    catalog::{NotPriced, Price},
    units::Usd,
    workload::Case,
};

/// Alarms that are free each month (Amazon CloudWatch pricing page, free tier).
const FREE_ALARMS: f64 = 10.0;

/// One line beside the bill.
#[derive(Clone, Debug)]
pub(super) struct Addition {
    pub(super) what: &'static str,
    pub(super) quantity: f64,
    pub(super) unit: &'static str,
    /// What one costs; none where the catalog carries no such item.
    pub(super) price: Option<Result<Price, NotPriced>>,
}

impl Addition {
    /// What it adds to a month; none when it is not priced.
    pub(super) fn monthly(&self) -> Option<Usd> {
        self.price.as_ref()?.as_ref().ok().map(|price| price.usd * self.quantity)
    }
}

/// What is built unless somebody says otherwise, for a typical month.
pub(super) fn of(site: &Site<'_>, stacks: &[Template]) -> Vec<Addition> {
    let count = |kind: &str| resources(stacks).filter(|resource| resource.kind == kind).count() as f64;
    let price = |sku: &str| Some(site.advice.catalog.price(sku, site.region()));
    let mut all = vec![
        Addition {
            what: "AWS Secrets Manager, secrets",
            // RDS keeps the master's as well.
            quantity: count("AWS::SecretsManager::Secret") + if site.has_database() { 1.0 } else { 0.0 },
            unit: "secret",
            price: price("secretsmanager.secret.month"),
        },
        Addition {
            what: "Amazon CloudWatch, alarms beyond ten free ones",
            quantity: (count("AWS::CloudWatch::Alarm") - FREE_ALARMS).max(0.0),
            unit: "alarm",
            price: price("cloudwatch.alarm.standard"),
        },
        Addition { what: "AWS KMS, keys", quantity: count("AWS::KMS::Key"), unit: "key", price: None },
    ];
    all.retain(|addition| addition.quantity > 0.0);
    all
}

/// The firewall, where it is built only if somebody chooses it; a flat-rate plan has it, and without CloudFront there is none.
pub(super) fn firewall(site: &Site<'_>, stacks: &[Template]) -> Vec<Addition> {
    if !matches!(site.edge(), Some(EdgeBilling::PayAsYouGo)) {
        return Vec::new();
    }
    let rules: usize = resources(stacks)
        .filter(|resource| resource.kind == "AWS::WAFv2::WebACL")
        .filter_map(|firewall| firewall.properties["Rules"].as_array())
        .map(Vec::len)
        .sum();
    let bill = site.assessment.bill(Case::Typical);
    let millions = bill
        .lines
        .iter()
        .filter(|line| matches!(line.item, crate::billing::Item::CdnRequests(_)))
        .map(|line| line.quantity.value() / 100.0)
        .sum::<f64>()
        .max(site.demand().requests.value() / 1e6);
    let line = |what, quantity, unit, sku: &str| {
        let price = Some(site.advice.catalog.price(sku, site.region()));
        Addition { what, quantity, unit, price }
    };
    vec![
        line("AWS WAF, web ACL", 1.0, "web ACL", "waf.web-acl.month"),
        line("AWS WAF, rules", rules as f64, "rule", "waf.rule.month"),
        line("AWS WAF, requests", millions, "million", "waf.requests.million"),
    ]
}

fn resources(stacks: &[Template]) -> impl Iterator<Item = &Resource> {
    stacks.iter().flat_map(|stack| &stack.resources)
}

/// What the priced ones come to in a month.
pub(super) fn monthly(all: &[Addition]) -> Usd {
    all.iter().filter_map(Addition::monthly).sum()
}
