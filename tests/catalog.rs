//! The figures themselves: every one sourced and dated, and where one can be checked against another, it is.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests stop at the first surprise, as tests do")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use expect_test::expect_file;
use groundplan::catalog::{
    AuroraStorage, CacheEngine, Catalog, Confidence, CreditMode, Deployment, FactUnit, Listing, Provenance, Region,
};
use groundplan::units::Usd;

const PRICES: &str = include_str!("../assets/catalog/prices.json");
const TEXTS: [(&str, &str); 6] = [
    ("prices.json", PRICES),
    ("instances.json", include_str!("../assets/catalog/instances.json")),
    ("plans.json", include_str!("../assets/catalog/plans.json")),
    ("promises.json", include_str!("../assets/catalog/promises.json")),
    ("facts.json", include_str!("../assets/catalog/facts.json")),
    ("corrections.json", include_str!("../assets/catalog/corrections.json")),
];

fn catalog() -> Catalog {
    Catalog::read().unwrap_or_else(|wrong| panic!("assets/catalog cannot be read: {wrong}"))
}

fn usd(sku: &str, region: Region) -> f64 {
    let catalog = Catalog::bundled();
    catalog.price(sku, region).unwrap_or_else(|missing| panic!("{missing}")).usd.value()
}

fn listed(catalog: &Catalog) -> Vec<Listing<'_>> {
    catalog.listings().collect()
}

/// `2026`, `2026-09`, `2026-09-29`, or `undated`.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    let within = |part: &str, most: u32| part.parse().is_ok_and(|n| (1..=most).contains(&n));
    match parts.as_slice() {
        ["undated"] => true,
        [year] => digits(year, 4),
        [year, month] => digits(year, 4) && digits(month, 2) && within(month, 12),
        [year, month, day] => {
            digits(year, 4) && digits(month, 2) && within(month, 12) && digits(day, 2) && within(day, 31)
        }
        _ => false,
    }
}

/// The title of the table each item stands in.
fn titles() -> BTreeMap<String, String> {
    let file: serde_json::Value = serde_json::from_str(PRICES).unwrap();
    let tables = file["tables"].as_array().unwrap();
    let rows = tables.iter().flat_map(|table| {
        let title = table["of"].as_str().unwrap();
        table["rows"].as_object().unwrap().keys().map(move |sku| (sku.clone(), title.to_owned()))
    });
    rows.collect()
}

#[test]
fn the_embedded_files_can_be_read() {
    let catalog = catalog();
    assert_eq!(catalog.version(), "2026-11-22");
    assert!(is_date(catalog.version()));
    assert!(catalog.skus().count() > 400, "prices were lost");
}

#[test]
fn every_price_has_a_source_and_a_date_and_costs_something() {
    let catalog = catalog();
    for Listing { sku, region, price } in listed(&catalog) {
        let place = region.map_or("global", Region::code);
        assert!(is_date(price.as_of.as_str()), "{sku} in {place} is dated {}", price.as_of);
        assert!(price.source.as_str().len() > 10, "{sku} in {place} has no source");
        assert!(price.usd.value().is_finite(), "{sku} in {place}");
        assert_eq!(price.provenance, Provenance::Catalog);
        let from_memory = price.source.as_str().contains("memory") || price.source.as_str().contains("not read");
        assert!(!from_memory || price.confidence == Confidence::Low, "{sku} in {place} is trusted too far");
        let newest = price.as_of.as_str() <= catalog.version() || price.as_of.as_str() == "undated";
        assert!(newest, "{sku} in {place} is dated after the catalog");
    }
}

#[test]
fn only_what_is_called_free_costs_nothing() {
    let catalog = catalog();
    let free: Vec<&str> = listed(&catalog).iter().filter(|l| l.price.usd == Usd::ZERO).map(|l| l.sku).collect();
    assert_eq!(free, ["cloudfront.flat-rate.free", "codedeploy.ec2"]);
}

/// Items the catalog carries without any price, so that a reader can put in a price of their own.
const YOURS_ALONE: &[&str] = &["cdn.other.month"];

#[test]
fn every_item_stands_in_the_file_once_and_every_column_has_its_reading() {
    let catalog = catalog();
    for sku in catalog.skus() {
        assert_eq!(PRICES.matches(&format!("\"{sku}\":[")).count(), 1, "{sku} stands in the file twice");
    }
    let file: serde_json::Value = serde_json::from_str(PRICES).unwrap();
    let readings = file["readings"].as_array().unwrap().len();
    let mut used = BTreeSet::new();
    for table in file["tables"].as_array().unwrap() {
        let columns = table["regions"].as_array().unwrap();
        let unique: BTreeSet<&str> = columns.iter().filter_map(serde_json::Value::as_str).collect();
        assert_eq!(unique.len(), columns.len(), "{} has a region twice", table["of"]);
        let of_columns = table["readings"].as_array().unwrap();
        assert_eq!(of_columns.len(), columns.len(), "{} lacks a reading", table["of"]);
        for (sku, row) in table["rows"].as_object().unwrap() {
            let row = row.as_array().unwrap();
            assert!(row.len() <= columns.len(), "{sku} has more prices than columns");
            let priced = row.iter().any(|cell| !cell.is_null());
            assert_ne!(priced, YOURS_ALONE.contains(&sku.as_str()), "{sku}: priced or not, against what is said of it");
            for (cell, reading) in row.iter().zip(of_columns).filter(|(cell, _)| !cell.is_null()) {
                used.insert(cell.get(1).unwrap_or(reading).as_u64().unwrap() as usize);
            }
        }
    }
    assert_eq!(used, (0..readings).collect(), "a reading is missing or used by no price");
}

#[test]
fn a_price_is_found_where_it_is_listed_and_nowhere_else() {
    let catalog = catalog();
    let places: BTreeSet<(String, Option<Region>)> =
        listed(&catalog).into_iter().map(|l| (l.sku.to_owned(), l.region)).collect();
    for sku in catalog.skus() {
        for region in Region::ALL {
            let expected = places.contains(&(sku.to_owned(), Some(region))) || places.contains(&(sku.to_owned(), None));
            assert_eq!(catalog.price(sku, region).is_ok(), expected, "{sku} in {}", region.code());
        }
    }
}

#[test]
fn the_files_speak_of_public_documents_only() {
    for (name, text) in TEXTS {
        for word in ["/work", "/root", "/tmp", "/home", "localhost", "registry", "\\"] {
            assert!(!text.contains(word), "{name} holds {word}");
        }
    }
}

/// Figures that can be checked by hand on the pages of AWS and the providers.
#[test]
fn published_prices_are_met() {
    use Region::{Frankfurt, Ireland, Mumbai, NorthVirginia, Oregon, SaoPaulo, Sydney, Tokyo};
    let published = [
        ("ec2.t3.micro", NorthVirginia, 0.0104),
        ("ec2.t3.micro", Oregon, 0.0104),
        ("ec2.t3.micro", SaoPaulo, 0.0168),
        ("ec2.t4g.small", NorthVirginia, 0.0168),
        ("ec2.t4g.medium", NorthVirginia, 0.0336),
        ("ec2.t2.micro", NorthVirginia, 0.0116),
        ("ec2.m7g.large", NorthVirginia, 0.0816),
        ("ec2.c7g.large", NorthVirginia, 0.0725),
        ("ec2.cpu-credits.t3", Sydney, 0.05),
        ("ec2.cpu-credits.t4g", Tokyo, 0.04),
        ("ebs.gp3.gb-month", NorthVirginia, 0.08),
        ("ebs.gp3.gb-month", SaoPaulo, 0.152),
        ("alb.hour", NorthVirginia, 0.0225),
        ("alb.hour", SaoPaulo, 0.034),
        ("alb.lcu-hour", SaoPaulo, 0.011),
        ("nat.hour", NorthVirginia, 0.045),
        ("nat.gb", Ireland, 0.048),
        ("nat.gb", Tokyo, 0.062),
        ("public-ipv4.hour", Mumbai, 0.005),
        ("ec2.dto.first-10tb", NorthVirginia, 0.09),
        ("ec2.dto.first-10tb", Mumbai, 0.1093),
        ("inter-az.gb", Frankfurt, 0.01),
        ("s3.standard.gb-month", NorthVirginia, 0.023),
        ("efs.storage.standard", NorthVirginia, 0.3),
        ("efs.throughput.provisioned", NorthVirginia, 6.0),
        ("efs.throughput.elastic-read", Frankfurt, 0.04),
        ("rds.mysql.db.t4g.medium.single-az", NorthVirginia, 0.065),
        ("rds.mysql.db.t4g.medium.multi-az", SaoPaulo, 0.275),
        ("aurora.db.t4g.medium", NorthVirginia, 0.073),
        ("aurora.db.r6g.large", NorthVirginia, 0.26),
        ("aurora.serverless-v2.acu-hour", NorthVirginia, 0.12),
        ("elasticache.cache.t4g.micro.valkey", NorthVirginia, 0.0128),
        ("elasticache.cache.t4g.micro.redis", NorthVirginia, 0.016),
        ("cloudfront.dto.us.first-10tb", Tokyo, 0.085),
        ("cloudfront.https.south-america.10k", SaoPaulo, 0.022),
        ("cloudfront.flat-rate.pro", Ireland, 15.0),
        ("route53.zone", Ireland, 0.5),
        ("lightsail.linux.nano", Ireland, 5.0),
        ("lightsail.db.micro.ha", Tokyo, 30.0),
        ("do.droplet.s-2vcpu-4gb", Ireland, 24.0),
        ("linode.g6-standard-2", Ireland, 24.0),
        ("vultr.vc2-2c-4gb", Ireland, 20.0),
    ];
    for (sku, region, expected) in published {
        assert_eq!(usd(sku, region), expected, "{sku} in {}", region.code());
    }
}

/// Where sources disagreed, the choice that was made and why is in assets/catalog/README.md.
#[test]
fn conflicts_between_sources_are_settled_as_written() {
    use Region::{Frankfurt, Ireland, Mumbai, NorthVirginia, SaoPaulo, Sydney, Tokyo};
    let settled = [
        ("ec2.m7g.large", Sydney, 0.102, Confidence::Medium),
        ("efs.storage.ia", NorthVirginia, 0.025, Confidence::High),
        ("efs.storage.ia-et", NorthVirginia, 0.016, Confidence::Medium),
        ("efs.storage.archive", NorthVirginia, 0.008, Confidence::Medium),
        ("aurora.storage.io-optimized.gb-month", NorthVirginia, 0.225, Confidence::High),
        ("aurora.serverless-v2.io-optimized.acu-hour", NorthVirginia, 0.16, Confidence::High),
        ("s3.standard.gb-month", Ireland, 0.023, Confidence::High),
        ("s3.standard.gb-month", Frankfurt, 0.0245, Confidence::High),
        ("nat.gb", SaoPaulo, 0.093, Confidence::High),
        ("nat.hour", Mumbai, 0.056, Confidence::Medium),
        ("nat.gb", Mumbai, 0.056, Confidence::Low),
        ("lightsail.db.micro.standard", Tokyo, 15.0, Confidence::High),
    ];
    let catalog = catalog();
    for (sku, region, expected, confidence) in settled {
        let price = catalog.price(sku, region).unwrap();
        assert_eq!((price.usd.value(), price.confidence), (expected, confidence), "{sku} in {}", region.code());
    }
}

#[test]
fn a_standby_doubles_the_price_of_a_database() {
    let catalog = catalog();
    let mut compared = 0;
    for class in catalog.database_classes() {
        for region in Region::ALL {
            let price = |deployment| catalog.price(&class.rds_sku(deployment), region);
            let (one, two) = (price(Deployment::SingleAz), price(Deployment::MultiAz));
            assert_eq!(one.is_ok(), two.is_ok(), "{} in {}", class.name, region.code());
            if let (Ok(one), Ok(two)) = (one, two) {
                // AWS rounds each to a tenth of a cent.
                let apart = (two.usd.value() - 2.0 * one.usd.value()).abs();
                assert!(apart < 0.0021, "{} in {} is {apart} apart", class.name, region.code());
                compared += 1;
            }
        }
    }
    assert!(compared > 200, "only {compared} classes were compared");
}

#[test]
fn valkey_costs_four_fifths_of_redis() {
    let catalog = catalog();
    for node in catalog.cache_nodes() {
        for region in Region::ALL {
            let price = |engine| catalog.price(&node.sku(engine), region).unwrap().usd.value();
            let (valkey, redis) = (price(CacheEngine::Valkey), price(CacheEngine::Redis));
            assert!((valkey / redis - 0.8).abs() < 0.01, "{} in {}", node.name, region.code());
        }
    }
}

#[test]
fn a_reservation_costs_less_than_the_same_hour_on_demand() {
    let catalog = catalog();
    for instance in catalog.instances() {
        for region in Region::ALL {
            let share = usd(&instance.reserved_sku(), region) / usd(&instance.sku(), region);
            assert!((0.5..0.85).contains(&share), "{} in {} costs {share} of it", instance.name, region.code());
        }
    }
}

/// Prices of one family from the smallest size up, in one region.
fn rising(what: &str, region: Region, prices: &[f64]) {
    assert!(prices.is_sorted_by(|small, large| small < large), "{what} in {}: {prices:?}", region.code());
}

#[test]
fn a_larger_machine_of_a_family_costs_more_and_holds_more() {
    let catalog = catalog();
    for region in Region::ALL {
        let price = |sku: String| catalog.price(&sku, region).ok().map(|price| price.usd.value());
        for family in catalog.instances().chunk_by(|a, b| a.family == b.family) {
            let prices: Vec<f64> = family.iter().filter_map(|machine| price(machine.sku())).collect();
            assert_eq!(prices.len(), family.len(), "{} has gaps in {}", family[0].family, region.code());
            rising(family[0].family, region, &prices);
            assert!(family.is_sorted_by(|a, b| a.memory < b.memory && a.vcpus <= b.vcpus), "{}", family[0].family);
        }
        for family in catalog.database_classes().chunk_by(|a, b| a.family == b.family) {
            for deployment in [Deployment::SingleAz, Deployment::MultiAz] {
                let prices: Vec<f64> = family.iter().filter_map(|class| price(class.rds_sku(deployment))).collect();
                rising(family[0].family, region, &prices);
            }
            for storage in [AuroraStorage::Standard, AuroraStorage::IoOptimized] {
                let prices: Vec<f64> = family.iter().filter_map(|class| price(class.aurora_sku(storage))).collect();
                rising(family[0].family, region, &prices);
            }
            assert!(family.is_sorted_by(|a, b| a.memory < b.memory), "{}", family[0].family);
        }
        for family in catalog.cache_nodes().chunk_by(|a, b| a.family == b.family) {
            let prices: Vec<f64> = family.iter().filter_map(|node| price(node.sku(CacheEngine::Valkey))).collect();
            rising(family[0].family, region, &prices);
            assert!(family.is_sorted_by(|a, b| a.memory < b.memory), "{}", family[0].family);
        }
    }
}

#[test]
fn the_next_gigabyte_never_costs_more_than_the_last() {
    let falling = |names: &[String], region| {
        let prices: Vec<f64> = names.iter().map(|name| usd(name, region)).collect();
        assert!(prices.is_sorted_by(|first, next| first >= next), "{names:?}: {prices:?}");
    };
    for region in Region::ALL {
        falling(&["first-10tb", "next-40tb", "next-100tb", "over-150tb"].map(|tier| format!("ec2.dto.{tier}")), region);
    }
    let geographies =
        ["us", "europe", "south-africa-middle-east", "south-america", "japan", "australia", "asia-pacific", "india"];
    for geography in geographies {
        let tiers = ["first-10tb", "next-40tb", "next-100tb", "next-350tb", "next-524tb", "next-4pb", "over-5pb"];
        falling(&tiers.map(|tier| format!("cloudfront.dto.{geography}.{tier}")), Region::Ireland);
        assert!(usd(&format!("cloudfront.https.{geography}.10k"), Region::Ireland) > 0.0);
        assert!(usd(&format!("cloudfront.origin.{geography}.gb"), Region::Ireland) > 0.0);
    }
}

/// Amazon EC2 User Guide: credits an hour = baseline × vCPUs × 60, and 24 hours of them can be held.
#[test]
fn credits_follow_from_the_baseline() {
    let catalog = catalog();
    let burstable: Vec<_> = catalog.instances().iter().filter_map(|i| Some((i, i.burst?))).collect();
    assert_eq!(burstable.len(), 28);
    for (instance, burst) in burstable {
        let earned = burst.baseline.value() * instance.vcpus.value() * 60.0;
        assert!((burst.credits_per_hour.value() - earned).abs() < 1e-9, "{}", instance.name);
        assert!((burst.max_credits.value() - 24.0 * earned).abs() < 1e-6, "{}", instance.name);
        let standard = instance.family == "t2";
        assert_eq!(burst.default_mode == CreditMode::Standard, standard, "{}", instance.name);
        let launch = if standard { 30.0 * instance.vcpus.value() } else { 0.0 };
        assert_eq!(burst.launch_credits.value(), launch, "{}", instance.name);
        assert!(catalog.price(&instance.surplus_sku().unwrap(), Region::Mumbai).is_ok(), "{}", instance.name);
    }
    assert!(catalog.instance("m7g.large").unwrap().surplus_sku().is_none());
}

#[test]
fn every_machine_and_plan_has_a_price_somewhere() {
    let catalog = catalog();
    let known: BTreeSet<&str> = catalog.skus().collect();
    let mut wanted: Vec<String> = catalog.instances().iter().map(|i| i.sku()).collect();
    wanted.extend(catalog.cache_nodes().iter().map(|node| node.sku(CacheEngine::Redis)));
    wanted.extend(catalog.database_classes().iter().map(|class| class.rds_sku(Deployment::MultiAz)));
    wanted.extend(catalog.bundles().iter().map(|bundle| bundle.sku.to_owned()));
    wanted.extend(catalog.database_bundles().iter().map(|bundle| bundle.sku.to_owned()));
    wanted.extend(catalog.distribution_bundles().iter().map(|bundle| bundle.sku.to_owned()));
    wanted.extend(catalog.bucket_bundles().iter().map(|bundle| bundle.sku.to_owned()));
    wanted.extend(catalog.servers().iter().map(|server| server.sku.to_owned()));
    wanted.extend(catalog.edge_plans().iter().map(|plan| plan.sku.to_owned()));
    let lost: Vec<&String> = wanted.iter().filter(|sku| !known.contains(sku.as_str())).collect();
    assert!(lost.is_empty(), "without a price: {lost:?}");
    let unique: BTreeSet<&String> = wanted.iter().collect();
    assert_eq!(unique.len(), wanted.len(), "a plan is listed twice");
}

#[test]
fn half_the_transfer_is_included_where_lightsail_says_so() {
    let catalog = catalog();
    let small = catalog.bundles().iter().find(|bundle| bundle.name == "small").unwrap();
    assert_eq!(small.transfer(Region::Frankfurt).value(), 3072.0);
    assert_eq!(small.transfer(Region::SaoPaulo).value(), 1536.0);
}

#[test]
fn promises_facts_and_corrections_are_named_once_sourced_and_in_range() {
    let catalog = catalog();
    let unique = |ids: Vec<&str>| assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
    unique(catalog.promises().iter().map(|promise| promise.id).collect());
    unique(catalog.facts().iter().map(|fact| fact.id).collect());
    unique(catalog.corrections().iter().map(|correction| correction.id).collect());
    for promise in catalog.promises() {
        assert!((0.99..=1.0).contains(&promise.availability.value()), "{}", promise.id);
        assert!(is_date(promise.as_of.as_str()) && promise.source.as_str().len() > 10, "{}", promise.id);
    }
    for fact in catalog.facts() {
        assert!(0.0 <= fact.low && fact.low <= fact.typical && fact.typical <= fact.high, "{}", fact.id);
        assert!(is_date(fact.as_of.as_str()) && fact.source.as_str().len() >= 8, "{}", fact.id);
        assert!(fact.statement.ends_with('.'), "{}", fact.id);
        assert_eq!(fact.span().is_some(), is_duration(fact.unit), "{}", fact.id);
    }
    for correction in catalog.corrections() {
        assert!(correction.says.ends_with('.') && correction.today.ends_with('.'), "{}", correction.id);
        assert!(correction.source.as_str().len() > 10, "{}", correction.id);
    }
}

fn is_duration(unit: FactUnit) -> bool {
    matches!(unit, FactUnit::Ms | FactUnit::S | FactUnit::Min | FactUnit::H | FactUnit::Days)
}

/// The refund thresholds as AWS publishes them.
#[test]
fn published_promises_are_met() {
    let catalog = catalog();
    let published = [
        ("ec2.instance", 99.5),
        ("ec2.region", 99.99),
        ("alb.multi-az", 99.99),
        ("efs.regional", 99.99),
        ("efs.one-zone", 99.9),
        ("rds.multi-az", 99.95),
        ("rds.single-az", 99.5),
        ("aurora.multi-az", 99.99),
        ("aurora.single-az", 99.9),
        ("route53", 100.0),
    ];
    for (id, percent) in published {
        let promised = catalog.promise(id).unwrap().availability.as_percent();
        assert!((promised - percent).abs() < 1e-9, "{id} promises {promised}");
    }
    let part = |id: &str| catalog.promise(id).unwrap().availability;
    let series = part("ec2.instance").of(part("ebs.volume"));
    assert!((series.value() - part("nfs.self-hosted").value()).abs() < 1e-6);
}

#[test]
fn timers_are_read_as_minutes() {
    let span = catalog().fact("aurora.failover").unwrap().span().unwrap();
    assert_eq!((span.low.value(), span.typical.value(), span.high.value()), (0.5, 0.75, 1.0));
}

/// What is covered where, for a person to read; every gap by name.
#[test]
fn coverage_is_as_listed() {
    let catalog = catalog();
    expect_file!["goldens/catalog-coverage.txt"].assert_eq(&coverage(&catalog));
}

fn coverage(catalog: &Catalog) -> String {
    let all = listed(catalog);
    let of = |confidence| all.iter().filter(|l| l.price.confidence == confidence).count();
    let mut text = format!(
        "Catalog {}: {} items, {} prices ({} high, {} medium, {} low confidence)\n\nItems priced, by service and place\n\n",
        catalog.version(),
        catalog.skus().count(),
        all.len(),
        of(Confidence::High),
        of(Confidence::Medium),
        of(Confidence::Low),
    );
    table(&mut text, &all);
    gaps(&mut text, catalog, &all);
    let name = |l: &Listing<'_>| format!("{} {}", l.sku, l.region.map_or("everywhere", Region::code));
    let low = all.iter().filter(|l| l.price.confidence == Confidence::Low);
    section(&mut text, "Low confidence", low.map(|l| format!("{}: {}", name(l), l.price.source)));
    let undated = all.iter().filter(|l| l.price.as_of.as_str() == "undated" && l.price.confidence != Confidence::Low);
    section(
        &mut text,
        "Undated, yet not of low confidence",
        undated.map(|l| format!("{}: {}", name(l), l.price.source)),
    );
    text
}

fn section(text: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let _ = write!(text, "\n{title}\n\n");
    for line in lines {
        let _ = writeln!(text, "  {line}");
    }
}

fn table(text: &mut String, all: &[Listing<'_>]) {
    let titles = titles();
    let mut counts: BTreeMap<(&str, Option<Region>), usize> = BTreeMap::new();
    for listing in all {
        *counts.entry((&titles[listing.sku], listing.region)).or_default() += 1;
    }
    let places: Vec<Option<Region>> = Region::ALL.into_iter().map(Some).chain([None]).collect();
    let _ = write!(text, "{:<56}", "");
    for place in &places {
        let _ = write!(text, " {:>14}", place.map_or("everywhere", Region::code));
    }
    text.push('\n');
    for title in titles.values().map(String::as_str).collect::<BTreeSet<_>>() {
        let _ = write!(text, "{title:<56}");
        for place in &places {
            let count = counts.get(&(title, *place)).map_or("-".to_owned(), usize::to_string);
            let _ = write!(text, " {count:>14}");
        }
        text.push('\n');
    }
}

/// Items with a price in one region at least, and no price in another.
fn gaps(text: &mut String, catalog: &Catalog, all: &[Listing<'_>]) {
    let mut by_regions: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for sku in all.iter().map(|listing| listing.sku).collect::<BTreeSet<_>>() {
        let missing: Vec<&str> =
            Region::ALL.into_iter().filter(|r| catalog.price(sku, *r).is_err()).map(Region::code).collect();
        if !missing.is_empty() {
            by_regions.entry(missing.join(", ")).or_default().push(sku);
        }
    }
    text.push_str("\nNot priced\n");
    for (regions, skus) in by_regions {
        section(text, &format!("in {regions}"), skus.into_iter().map(str::to_owned));
    }
}
