//! Offer files of the AWS Price List Bulk API, one an offer and a Region, in JSON.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Quote, Read, Result, dollars::Dollars, places};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Offer {
    offer_code: String,
    version: String,
    publication_date: String,
    products: BTreeMap<String, Product>,
    terms: Terms,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Product {
    #[serde(default)]
    product_family: String,
    attributes: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Terms {
    #[serde(default)]
    on_demand: BTreeMap<String, BTreeMap<String, Term>>,
    #[serde(default)]
    reserved: BTreeMap<String, BTreeMap<String, Term>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Term {
    price_dimensions: BTreeMap<String, Dimension>,
    #[serde(default)]
    term_attributes: TermAttributes,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct TermAttributes {
    #[serde(default)]
    lease_contract_length: String,
    #[serde(default)]
    offering_class: String,
    #[serde(default)]
    purchase_option: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Dimension {
    #[serde(default)]
    begin_range: String,
    unit: String,
    price_per_unit: BTreeMap<String, String>,
}

/// Which product is which item.
struct Rule {
    offer: &'static str,
    family: &'static str,
    /// The usage type without the Region's prefix; `*` stands for the type of the machine.
    usage: &'static str,
    /// Attributes that must have these values.
    with: &'static [(&'static str, &'static str)],
    /// The item from so many units a month on; `*` stands for the type of the machine.
    items: &'static [(&'static str, &'static str)],
    unit: &'static str,
    /// Times, divided by.
    factor: (i128, i128),
    /// What follows the item of a reservation without upfront payment, for one year and for three.
    reserved: Option<[&'static str; 2]>,
}

const SAME: (i128, i128) = (1, 1);
const STANDARD: Option<[&str; 2]> = Some([".ri-standard-1y-no-upfront", ".ri-standard-3y-no-upfront"]);
const PLAIN: Option<[&str; 2]> = Some([".ri-1y-no-upfront", ".ri-3y-no-upfront"]);

const fn rule(
    offer: &'static str,
    family: &'static str,
    usage: &'static str,
    item: &'static [(&'static str, &'static str)],
    unit: &'static str,
) -> Rule {
    Rule { offer, family, usage, with: &[], items: item, unit, factor: SAME, reserved: None }
}

const RULES: &[Rule] = &[
    Rule {
        with: &[
            ("tenancy", "Shared"),
            ("operatingSystem", "Linux"),
            ("preInstalledSw", "NA"),
            ("capacitystatus", "Used"),
            ("operation", "RunInstances"),
        ],
        reserved: STANDARD,
        ..rule("AmazonEC2", "Compute Instance", "BoxUsage:*", &[("0", "ec2.*")], "Hrs")
    },
    rule("AmazonEC2", "Storage", "EBS:VolumeUsage.gp2", &[("0", "ebs.gp2.gb-month")], "GB-Mo"),
    rule("AmazonEC2", "Storage", "EBS:VolumeUsage.gp3", &[("0", "ebs.gp3.gb-month")], "GB-Mo"),
    rule("AmazonEC2", "System Operation", "EBS:VolumeP-IOPS.gp3", &[("0", "ebs.gp3.iops-month")], "IOPS-Mo"),
    Rule {
        factor: (1, 1_024),
        ..rule(
            "AmazonEC2",
            "Provisioned Throughput",
            "EBS:VolumeP-Throughput.gp3",
            &[("0", "ebs.gp3.mibps-month")],
            "GiBps-mo",
        )
    },
    rule("AmazonEC2", "Storage Snapshot", "EBS:SnapshotUsage", &[("0", "ebs.snapshot.gb-month")], "GB-Mo"),
    Rule {
        with: &[("groupDescription", "Hourly charge for NAT Gateways")],
        ..rule("AmazonEC2", "NAT Gateway", "NatGateway-Hours", &[("0", "nat.hour")], "Hrs")
    },
    Rule {
        with: &[("groupDescription", "Charge for per GB data processed by NatGateways")],
        ..rule("AmazonEC2", "NAT Gateway", "NatGateway-Bytes", &[("0", "nat.gb")], "GB")
    },
    rule("AWSELB", "Load Balancer-Application", "LoadBalancerUsage", &[("0", "alb.hour")], "Hrs"),
    rule("AWSELB", "Load Balancer-Application", "LCUUsage", &[("0", "alb.lcu-hour")], "LCU-Hrs"),
    rule("AmazonVPC", "", "PublicIPv4:InUseAddress", &[("0", "public-ipv4.hour")], "Hrs"),
    rule("AmazonVPC", "VpcEndpoint", "VpcEndpoint-Hours", &[("0", "vpce.interface.hour")], "Hrs"),
    rule("AmazonVPC", "VpcEndpoint", "VpcEndpoint-Bytes", &[("0", "vpce.interface.gb")], "GB"),
    rule("AmazonEFS", "Storage", "TimedStorage-ByteHrs", &[("0", "efs.storage.standard")], "GB-Mo"),
    rule("AmazonEFS", "Storage", "TimedStorage-Z-ByteHrs", &[("0", "efs.storage.one-zone")], "GB-Mo"),
    rule("AmazonEFS", "Storage", "IATimedStorage-ByteHrs", &[("0", "efs.storage.ia")], "GB-Mo"),
    rule("AmazonEFS", "Storage", "IATimedStorage-ET-ByteHrs", &[("0", "efs.storage.ia-et")], "GB-Mo"),
    rule("AmazonEFS", "Storage", "ArchiveTimedStorage-ByteHrs", &[("0", "efs.storage.archive")], "GB-Mo"),
    Rule {
        with: &[("accessType", "Read")],
        ..rule("AmazonEFS", "", "ETDataAccess-Bytes", &[("0", "efs.throughput.elastic-read")], "GB")
    },
    Rule {
        with: &[("accessType", "Write")],
        ..rule("AmazonEFS", "", "ETDataAccess-Bytes", &[("0", "efs.throughput.elastic-write")], "GB")
    },
    Rule {
        with: &[("databaseEngine", "MySQL"), ("deploymentOption", "Single-AZ")],
        reserved: Some([".single-az.ri-1y-no-upfront", ".single-az.ri-3y-no-upfront"]),
        ..rule("AmazonRDS", "Database Instance", "InstanceUsage:*", &[("0", "rds.mysql.*.single-az")], "Hrs")
    },
    Rule {
        with: &[("databaseEngine", "MySQL"), ("deploymentOption", "Multi-AZ")],
        reserved: Some([".multi-az.ri-1y-no-upfront", ".multi-az.ri-3y-no-upfront"]),
        ..rule("AmazonRDS", "Database Instance", "Multi-AZUsage:*", &[("0", "rds.mysql.*.multi-az")], "Hrs")
    },
    Rule {
        with: &[("databaseEngine", "Aurora MySQL")],
        reserved: PLAIN,
        ..rule("AmazonRDS", "Database Instance", "InstanceUsage:*", &[("0", "aurora.*")], "Hrs")
    },
    Rule {
        with: &[("databaseEngine", "Aurora MySQL")],
        ..rule("AmazonRDS", "Database Instance", "InstanceUsageIOOptimized:*", &[("0", "aurora.*.io-optimized")], "Hrs")
    },
    Rule {
        with: &[("cacheEngine", "Valkey")],
        reserved: PLAIN,
        ..rule("AmazonElastiCache", "Cache Instance", "NodeUsage:*", &[("0", "elasticache.*.valkey")], "Hrs")
    },
    Rule {
        with: &[("cacheEngine", "Redis")],
        reserved: PLAIN,
        ..rule("AmazonElastiCache", "Cache Instance", "NodeUsage:*", &[("0", "elasticache.*.redis")], "Hrs")
    },
    rule(
        "AmazonS3",
        "Storage",
        "TimedStorage-ByteHrs",
        &[
            ("0", "s3.standard.gb-month"),
            ("51200", "s3.standard.next-450tb.gb-month"),
            ("512000", "s3.standard.over-500tb.gb-month"),
        ],
        "GB-Mo",
    ),
    Rule { factor: (1_000, 1), ..rule("AmazonS3", "API Request", "Requests-Tier1", &[("0", "s3.put.1k")], "Requests") },
    Rule { factor: (1_000, 1), ..rule("AmazonS3", "API Request", "Requests-Tier2", &[("0", "s3.get.1k")], "Requests") },
    Rule {
        with: &[("transferType", "AWS Outbound")],
        ..rule(
            "AWSDataTransfer",
            "Data Transfer",
            "DataTransfer-Out-Bytes",
            &[
                ("0", "ec2.dto.first-10tb"),
                ("10240", "ec2.dto.next-40tb"),
                ("51200", "ec2.dto.next-100tb"),
                ("153600", "ec2.dto.over-150tb"),
            ],
            "GB",
        )
    },
    Rule {
        with: &[("transferType", "IntraRegion")],
        ..rule("AWSDataTransfer", "Data Transfer", "DataTransfer-Regional-Bytes", &[("0", "inter-az.gb")], "GB")
    },
];

/// What the file says of items of the catalog.
pub(crate) fn read(text: &str) -> Result<Read> {
    let Offer { offer_code, version, publication_date, products, terms } = serde_json::from_str(text)?;
    let date = publication_date.get(..10).ok_or("it has no publication date")?.to_owned();
    let mut reader = Reader { date, copy: format!("offer file {offer_code} {version}"), read: Read::default() };
    let rules: Vec<&Rule> = RULES.iter().filter(|rule| rule.offer == offer_code).collect();
    if rules.is_empty() {
        return Ok(Read { refused: vec![format!("the offer {offer_code} is not known")], ..Read::default() });
    }
    for (sku, product) in &products {
        let Some(region) = region(product) else { continue };
        for rule in &rules {
            let Some(machine) = rule.matches(product) else { continue };
            for term in terms.on_demand.get(sku).into_iter().flat_map(BTreeMap::values) {
                reader.on_demand(rule, machine, region, term);
            }
            for term in terms.reserved.get(sku).into_iter().flat_map(BTreeMap::values) {
                reader.reserved(rule, machine, region, term);
            }
        }
    }
    Ok(reader.read)
}

/// The Region a product is sold in; none for Local Zones, Outposts and Wavelength.
fn region(product: &Product) -> Option<&'static str> {
    let attribute = |name: &str| product.attributes.get(name).map(String::as_str);
    let kind = attribute("locationType").or(attribute("fromLocationType"))?;
    let code = attribute("regionCode").or(attribute("fromRegionCode"))?;
    if kind == "AWS Region" { places::by_code(code) } else { None }
}

impl Rule {
    /// The type of machine of a product the rule is for, or nothing for products without one; none where it is not for it.
    fn matches<'a>(&self, product: &'a Product) -> Option<&'a str> {
        let attribute = |name: &str| product.attributes.get(name).map(String::as_str);
        let machine = attribute("instanceType").unwrap_or_default();
        let same = |(name, wanted): &(&str, &str)| attribute(name) == Some(*wanted);
        let usage = unprefixed(attribute("usagetype")?);
        let fits = product.product_family == self.family
            && usage == self.usage.replace('*', machine)
            && self.with.iter().all(same);
        fits.then_some(machine)
    }
}

/// A usage type without the prefix of its Region: `SAE1-LCUUsage`, `EU-LCUUsage`. A prefix without a digit is another
/// product: `TS-LoadBalancerUsage`.
fn unprefixed(usage: &str) -> &str {
    match usage.split_once('-') {
        Some(("EU", rest)) => rest,
        Some((prefix, rest)) if is_region(prefix) => rest,
        Some(_) | None => usage,
    }
}

fn is_region(prefix: &str) -> bool {
    let (letters, digit) = prefix.split_at(prefix.len().saturating_sub(1));
    (2..=3).contains(&letters.len())
        && letters.bytes().all(|byte| byte.is_ascii_uppercase())
        && digit.bytes().all(|byte| byte.is_ascii_digit())
}

struct Reader {
    date: String,
    copy: String,
    read: Read,
}

impl Reader {
    fn on_demand(&mut self, rule: &Rule, machine: &str, region: &'static str, term: &Term) {
        for dimension in term.price_dimensions.values() {
            let Some((_, item)) = rule.items.iter().find(|(from, _)| *from == dimension.begin_range) else {
                let item = rule.items.first().map_or("", |(_, item)| item).replace('*', machine);
                self.read
                    .refused
                    .push(format!("{item} in {region}: a tier from {} is not known", dimension.begin_range));
                continue;
            };
            self.quote(item.replace('*', machine), rule.unit, rule.factor, region, dimension);
        }
    }

    fn reserved(&mut self, rule: &Rule, machine: &str, region: &'static str, term: &Term) {
        let attributes = &term.term_attributes;
        let Some(ends) = rule.reserved.filter(|_| attributes.purchase_option == "No Upfront") else { return };
        let [one, three] = ends;
        let end = match attributes.lease_contract_length.as_str() {
            "1yr" => one,
            "3yr" => three,
            _ => return,
        };
        if attributes.offering_class != "standard" {
            return;
        }
        let item = rule.items.first().map_or("", |(_, item)| item).replace('*', machine);
        // The deployment stands in both.
        let (start, deployment) = end.split_once(".ri-").unwrap_or((end, ""));
        let item = item.strip_suffix(start).unwrap_or(&item);
        let item = format!("{item}{start}.ri-{deployment}");
        // The other dimension, in `Quantity`, is what is paid upfront: nothing.
        for dimension in term.price_dimensions.values().filter(|dimension| dimension.unit == rule.unit) {
            self.quote(item.clone(), rule.unit, rule.factor, region, dimension);
        }
    }

    fn quote(&mut self, item: String, unit: &str, factor: (i128, i128), region: &'static str, dimension: &Dimension) {
        let refuse = |why: String| format!("{item} in {region}: {why}");
        if !dimension.unit.eq_ignore_ascii_case(unit) {
            self.read.refused.push(refuse(format!("its unit is \"{}\", not \"{unit}\"", dimension.unit)));
            return;
        }
        let Some(price) = dimension.price_per_unit.get("USD") else {
            let currencies: Vec<&str> = dimension.price_per_unit.keys().map(String::as_str).collect();
            self.read.refused.push(refuse(format!("its currency is {}, not USD", currencies.join(", "))));
            return;
        };
        let Some(usd) = Dollars::parse(price) else {
            self.read.refused.push(refuse(format!("\"{price}\" is no price")));
            return;
        };
        let (date, copy) = (self.date.clone(), self.copy.clone());
        self.read.quotes.push(Quote { item, region, usd: usd.scaled(factor), date, copy });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_prefix_of_a_region_is_taken_off() {
        for (usage, plain) in [
            ("SAE1-LCUUsage", "LCUUsage"),
            ("EU-LCUUsage", "LCUUsage"),
            ("USE1-TimedStorage-ByteHrs", "TimedStorage-ByteHrs"),
            ("TS-LoadBalancerUsage", "TS-LoadBalancerUsage"),
            ("SAE1-TS-LoadBalancerUsage", "TS-LoadBalancerUsage"),
            ("TimedStorage-Z-ByteHrs", "TimedStorage-Z-ByteHrs"),
            ("RDS:GP3-Storage", "RDS:GP3-Storage"),
        ] {
            assert_eq!(unprefixed(usage), plain);
        }
    }
}
