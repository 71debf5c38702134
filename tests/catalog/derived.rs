//! What follows from one figure about another.

use std::collections::BTreeSet;

use groundplan::{
    catalog::{AuroraStorage, CacheEngine, Catalog, CreditMode, Deployment, Offering, Provenance, Region},
    units::Usd,
};

use super::usd;

pub(super) fn free_items(catalog: &Catalog, faults: &mut Vec<String>) {
    let free: Vec<&str> = catalog.listings().filter(|l| l.price.usd == Usd::ZERO).map(|l| l.sku).collect();
    if free != ["cloudflare.free", "cloudfront.flat-rate.free", "codedeploy.ec2"] {
        faults.push(format!("{free:?}"));
    }
}

pub(super) fn places(catalog: &Catalog, faults: &mut Vec<String>) {
    let mut listed: BTreeSet<(&str, Option<Region>)> = BTreeSet::new();
    for listing in catalog.listings() {
        listed.insert((listing.sku, listing.region));
        if listing.price.provenance != Provenance::Catalog || !listing.price.usd.value().is_finite() {
            faults.push(format!("{} is listed as {:?}", listing.sku, listing.price));
        }
    }
    for sku in catalog.skus() {
        for region in Region::ALL {
            let expected = listed.contains(&(sku, Some(region))) || listed.contains(&(sku, None));
            if catalog.price(sku, region).is_ok() != expected {
                faults.push(format!("{sku} in {}", region.code()));
            }
        }
    }
}

pub(super) fn standby(catalog: &Catalog, faults: &mut Vec<String>) {
    let mut compared = 0;
    for class in catalog.database_classes() {
        for region in Region::ALL {
            let price = |deployment: Deployment| usd(catalog, &deployment.sku(class.name), region);
            match (price(Deployment::SingleAz), price(Deployment::MultiAz)) {
                (Some(one), Some(two)) => {
                    compared += 1;
                    // AWS rounds each to a tenth of a cent, in Tel Aviv to a cent.
                    let apart = (two - 2.0 * one).abs();
                    let rounding = if region == Region::TelAviv { 0.0101 } else { 0.0021 };
                    if apart >= rounding {
                        faults.push(format!("{} in {} is {apart} apart", class.name, region.code()));
                    }
                }
                (None, None) => {}
                // db.t2 in Osaka has a price for one instance only.
                (Some(_), None) | (None, Some(_)) if class.offering == Offering::NamedOnly => {}
                (Some(_), None) | (None, Some(_)) => {
                    faults.push(format!("{} in {} is priced for one deployment only", class.name, region.code()));
                }
            }
        }
    }
    if compared <= 200 {
        faults.push(format!("only {compared} classes were compared"));
    }
}

pub(super) fn valkey(catalog: &Catalog, faults: &mut Vec<String>) {
    for node in catalog.cache_nodes() {
        for region in Region::ALL {
            let price = |engine: CacheEngine| usd(catalog, &engine.sku(node.name), region);
            let (Some(valkey), Some(redis)) = (price(CacheEngine::Valkey), price(CacheEngine::Redis)) else {
                if price(CacheEngine::Valkey).is_some() || price(CacheEngine::Redis).is_some() {
                    faults.push(format!("{} in {} is priced for one engine only", node.name, region.code()));
                }
                continue;
            };
            if (valkey / redis - 0.8).abs() >= 0.01 {
                faults.push(format!("{} in {}", node.name, region.code()));
            }
        }
    }
}

/// Standard, nothing paid up front: three years cost less than one.
pub(super) fn reservations(catalog: &Catalog, faults: &mut Vec<String>) {
    let mut compared = 0;
    for instance in catalog.instances() {
        for region in Region::ALL {
            let sku = instance.sku();
            let price = |term: &str| usd(catalog, &format!("{sku}{term}"), region);
            let (Some(one), Some(three)) = (price(".ri-standard-1y-no-upfront"), price(".ri-standard-3y-no-upfront"))
            else {
                continue;
            };
            compared += 1;
            let on_demand = price("").unwrap();
            if !(0.5..0.85).contains(&(one / on_demand)) || !(0.3..0.75).contains(&(three / on_demand)) || three >= one
            {
                faults.push(format!("{} in {}: {on_demand}, {one}, {three}", instance.name, region.code()));
            }
        }
    }
    if compared < 1_500 {
        faults.push(format!("only {compared} reservations were compared"));
    }
}

pub(super) fn larger_machines(catalog: &Catalog, faults: &mut Vec<String>) {
    // Prices of one family from the smallest size up, in one region.
    let mut rising = |what: &str, region: Region, prices: &[f64]| {
        if !prices.is_sorted_by(|small, large| small < large) {
            faults.push(format!("{what} in {}: {prices:?}", region.code()));
        }
    };
    for region in Region::ALL {
        let price = |sku: String| usd(catalog, &sku, region);
        for family in catalog.instances().chunk_by(|a, b| a.family == b.family) {
            let prices: Vec<f64> = family.iter().filter_map(|machine| price(machine.sku())).collect();
            // A family is sold in all its sizes or in none.
            assert!(prices.is_empty() || prices.len() == family.len(), "{} in {}", family[0].family, region.code());
            rising(family[0].family, region, &prices);
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
        }
        for family in catalog.cache_nodes().chunk_by(|a, b| a.family == b.family) {
            let prices: Vec<f64> = family.iter().filter_map(|node| price(CacheEngine::Valkey.sku(node.name))).collect();
            rising(family[0].family, region, &prices);
        }
    }
    for family in catalog.instances().chunk_by(|a, b| a.family == b.family) {
        if !family.is_sorted_by(|a, b| a.memory < b.memory && a.vcpus <= b.vcpus) {
            faults.push(family[0].family.to_owned());
        }
    }
    for family in catalog.database_classes().chunk_by(|a, b| a.family == b.family) {
        if !family.is_sorted_by(|a, b| a.memory < b.memory) {
            faults.push(family[0].family.to_owned());
        }
    }
    for family in catalog.cache_nodes().chunk_by(|a, b| a.family == b.family) {
        if !family.is_sorted_by(|a, b| a.memory < b.memory) {
            faults.push(family[0].family.to_owned());
        }
    }
}

pub(super) fn falling_tiers(catalog: &Catalog, faults: &mut Vec<String>) {
    let mut falling = |names: &[String], region| {
        let prices: Vec<f64> = names.iter().map(|name| usd(catalog, name, region).unwrap()).collect();
        if !prices.is_sorted_by(|first, next| first >= next) {
            faults.push(format!("{names:?}: {prices:?}"));
        }
    };
    for region in Region::ALL {
        falling(&["first-10tb", "next-40tb", "next-100tb", "over-150tb"].map(|tier| format!("ec2.dto.{tier}")), region);
    }
    let geographies =
        ["us", "europe", "south-africa-middle-east", "south-america", "japan", "australia", "asia-pacific", "india"];
    for geography in geographies {
        let tiers = ["first-10tb", "next-40tb", "next-100tb", "next-350tb", "next-524tb", "next-4pb", "over-5pb"];
        falling(&tiers.map(|tier| format!("cloudfront.dto.{geography}.{tier}")), Region::Ireland);
    }
    for geography in geographies {
        for item in [format!("cloudfront.https.{geography}.10k"), format!("cloudfront.origin.{geography}.gb")] {
            if usd(catalog, &item, Region::Ireland).is_none_or(|usd| usd <= 0.0) {
                faults.push(format!("{item} has no price"));
            }
        }
    }
}

/// Amazon EC2 User Guide: credits an hour = baseline × vCPUs × 60, and 24 hours of them can be held.
pub(super) fn credits(catalog: &Catalog, faults: &mut Vec<String>) {
    let burstable: Vec<_> = catalog.instances().iter().filter_map(|i| Some((i, i.burst?))).collect();
    if burstable.len() != 28 {
        faults.push(format!("{} burstable types", burstable.len()));
    }
    for (instance, burst) in burstable {
        let earned = burst.baseline.value() * instance.vcpus.value() * 60.0;
        let standard = instance.family == "t2";
        let launch = if standard { 30.0 * instance.vcpus.value() } else { 0.0 };
        let holds = (burst.credits_per_hour.value() - earned).abs() < 1e-9
            && (burst.max_credits.value() - 24.0 * earned).abs() < 1e-6
            && (burst.default_mode == CreditMode::Standard) == standard
            && burst.launch_credits.value() == launch
            && catalog.price(&instance.surplus_sku().unwrap(), Region::Mumbai).is_ok();
        if !holds {
            faults.push(format!("{}: {burst:?}", instance.name));
        }
    }
    if catalog.instance("m7g.large").unwrap().surplus_sku().is_some() {
        faults.push("m7g.large has surplus credits".to_owned());
    }
}
