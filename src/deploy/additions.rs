//! What a kit builds that the bill does not count yet: firewall, secrets, key, alarms; counted from the templates themselves.

use super::{site::Site, template::Template};
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

/// All of them, for a typical month.
pub(super) fn of(site: &Site<'_>, stacks: &[Template]) -> Vec<Addition> {
    let resources = || stacks.iter().flat_map(|stack| &stack.resources);
    let count = |kind: &str| resources().filter(|resource| resource.kind == kind).count() as f64;
    let price = |sku: &str| Some(site.advice.catalog.price(sku, site.region()));
    let mut all = Vec::new();
    // A flat-rate plan has the firewall in it.
    if matches!(site.edge(), Some(EdgeBilling::PayAsYouGo)) {
        let rules: usize = resources()
            .filter(|resource| resource.kind == "AWS::WAFv2::WebACL")
            .filter_map(|firewall| firewall.properties["Rules"].as_array())
            .map(Vec::len)
            .sum();
        let requests = site.assessment.bill(Case::Typical);
        let millions = requests
            .lines
            .iter()
            .filter(|line| matches!(line.item, crate::billing::Item::CdnRequests(_)))
            .map(|line| line.quantity.value() / 100.0)
            .sum::<f64>()
            .max(site.demand().requests.value() / 1e6);
        all.push(Addition {
            what: "AWS WAF, web ACL",
            quantity: 1.0,
            unit: "month",
            price: price("waf.web-acl.month"),
        });
        all.push(Addition {
            what: "AWS WAF, rules",
            quantity: rules as f64,
            unit: "months",
            price: price("waf.rule.month"),
        });
        all.push(Addition {
            what: "AWS WAF, requests",
            quantity: millions,
            unit: "million",
            price: price("waf.requests.million"),
        });
    }
    all.push(Addition {
        what: "AWS Secrets Manager, secrets",
        // RDS keeps the master's as well.
        quantity: count("AWS::SecretsManager::Secret") + if site.has_database() { 1.0 } else { 0.0 },
        unit: "secrets",
        price: price("secretsmanager.secret.month"),
    });
    all.push(Addition {
        what: "Amazon CloudWatch, alarms beyond ten free ones",
        quantity: (count("AWS::CloudWatch::Alarm") - FREE_ALARMS).max(0.0),
        unit: "alarms",
        price: price("cloudwatch.alarm.standard"),
    });
    all.push(Addition { what: "AWS KMS, keys", quantity: count("AWS::KMS::Key"), unit: "keys", price: None });
    all.retain(|addition| addition.quantity > 0.0);
    all
}

/// What the priced ones come to in a month.
pub(super) fn monthly(site: &Site<'_>, stacks: &[Template]) -> Usd {
    of(site, stacks).iter().filter_map(Addition::monthly).sum()
}
