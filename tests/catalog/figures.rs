//! Figures as they are published, and what follows from one about another.

use groundplan::catalog::{AuroraStorage, CacheEngine, Catalog, Confidence, CreditMode, Deployment, Region};

use super::catalog;

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
            let price = |deployment: Deployment| catalog.price(&deployment.sku(class.name), region);
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
            let price = |engine: CacheEngine| catalog.price(&engine.sku(node.name), region).unwrap().usd.value();
            let (valkey, redis) = (price(CacheEngine::Valkey), price(CacheEngine::Redis));
            assert!((valkey / redis - 0.8).abs() < 0.01, "{} in {}", node.name, region.code());
        }
    }
}

/// One year, standard, nothing paid up front; bills are of on-demand prices only.
#[test]
fn a_reservation_costs_less_than_the_same_hour_on_demand() {
    let catalog = catalog();
    for instance in catalog.instances() {
        for region in Region::ALL {
            let sku = instance.sku();
            let share = usd(&format!("{sku}.ri-standard-1y-no-upfront"), region) / usd(&sku, region);
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
                let prices: Vec<f64> = family.iter().filter_map(|class| price(deployment.sku(class.name))).collect();
                rising(family[0].family, region, &prices);
            }
            for storage in [AuroraStorage::Standard, AuroraStorage::IoOptimized] {
                let prices: Vec<f64> = family.iter().filter_map(|class| price(storage.sku(class.name))).collect();
                rising(family[0].family, region, &prices);
            }
            assert!(family.is_sorted_by(|a, b| a.memory < b.memory), "{}", family[0].family);
        }
        for family in catalog.cache_nodes().chunk_by(|a, b| a.family == b.family) {
            let prices: Vec<f64> = family.iter().filter_map(|node| price(CacheEngine::Valkey.sku(node.name))).collect();
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
fn half_the_transfer_is_included_where_lightsail_says_so() {
    let catalog = catalog();
    let small = catalog.bundles().iter().find(|bundle| bundle.name == "small").unwrap();
    assert_eq!(small.transfer(Region::Frankfurt).value(), 3072.0);
    assert_eq!(small.transfer(Region::SaoPaulo).value(), 1536.0);
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

fn usd(sku: &str, region: Region) -> f64 {
    let catalog = Catalog::bundled();
    catalog.price(sku, region).unwrap_or_else(|missing| panic!("{missing}")).usd.value()
}
