//! Every Region: what is built there, and what its bills leave out. A price that is missing never changes what is built.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise, as tests do")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    mem::discriminant,
};

use expect_test::expect_file;
use groundplan::{
    advice::{Advice, advise},
    architecture::Service,
    billing::Item,
    catalog::{AuroraStorage, CacheEngine, Catalog, Deployment, InstanceType, Offering, Region, WhyNotPriced},
    questionnaire::{Answers, preset},
    units::Usd,
    workload::Case,
};

fn advice(id: &str, region: Region) -> Advice {
    let answers = (preset(id).unwrap().answers)();
    advise(&Answers { region, ..answers }, &Catalog::bundled())
}

/// What is built does not hang on what has no price: with the gaps of a Region filled by the price of N. Virginia as the
/// reader's own, each option has the same parts, the same way to keep files and the same database.
#[test]
fn a_missing_price_changes_nothing_that_is_built() {
    let catalog = Catalog::bundled();
    for id in ["shop", "blog"] {
        for region in Region::ALL {
            let there = advice(id, region);
            let gaps: BTreeMap<String, Usd> = there
                .standings
                .iter()
                .flat_map(|standing| standing.assessment.bill(Case::Typical).not_priced())
                .filter_map(|line| line.price.as_ref().err())
                .filter(|missing| missing.why == WhyNotPriced::NotInThisRegion)
                .filter_map(|missing| {
                    let price = catalog.price(&missing.sku, Region::NorthVirginia).ok()?;
                    Some((missing.sku.clone(), price.usd))
                })
                .collect();
            if gaps.is_empty() {
                continue;
            }
            let filled = advise(&there.answers, &catalog.with_prices(gaps));
            for standing in &there.standings {
                let key = standing.assessment.hosting.id.0;
                let built = |advice: &Advice| -> Vec<String> {
                    let architecture = &advice.option(key).unwrap().assessment.architecture;
                    architecture
                        .components
                        .iter()
                        .map(|part| format!("{} {}", part.id.0, said(&part.service)))
                        .collect()
                };
                assert_eq!(built(&there), built(&filled), "{id}, {key} in {}", region.name());
            }
        }
    }
}

/// What a part is, as far as its price could have decided it.
fn said(service: &Service) -> String {
    if let Service::SharedFiles(throughput) = service {
        format!("{throughput:?}")
    } else if let Service::Rds(database) | Service::Aurora(database) = service {
        database.class.clone()
    } else {
        format!("{:?}", discriminant(service))
    }
}

/// EFS is priced in all its modes everywhere, so that its mode is chosen knowing what each costs.
#[test]
fn efs_is_priced_everywhere() {
    let catalog = Catalog::bundled();
    for region in Region::ALL {
        for item in [Item::EfsStorage, Item::EfsReads, Item::EfsWrites, Item::EfsProvisioned] {
            assert!(catalog.price(&item.sku(), region).is_ok(), "{} in {}", item.sku(), region.code());
        }
    }
}

/// What is sized by price has a price wherever it is sold: machines, database classes, cache nodes.
#[test]
fn a_machine_has_a_price_or_is_not_sold() {
    let catalog = Catalog::bundled();
    let proposed = |offering| offering == Offering::Proposed;
    let mut items: Vec<String> = Vec::new();
    items.extend(catalog.instances().iter().filter(|of| proposed(of.offering)).map(InstanceType::sku));
    for class in catalog.database_classes().iter().filter(|of| proposed(of.offering)) {
        items.extend([Deployment::SingleAz, Deployment::MultiAz].map(|deployment| deployment.sku(class.name)));
        items.push(AuroraStorage::Standard.sku(class.name));
    }
    items.extend(
        catalog.cache_nodes().iter().filter(|of| proposed(of.offering)).map(|of| CacheEngine::Valkey.sku(of.name)),
    );
    for item in items {
        for region in Region::ALL {
            if let Err(missing) = catalog.price(&item, region) {
                // Aurora runs on fewer classes than RDS.
                let expected = [WhyNotPriced::NotSoldHere, WhyNotPriced::UnknownItem];
                assert!(expected.contains(&missing.why), "{missing}");
            }
        }
    }
}

/// The best option of the shop and of the blog in each Region, and what the bills of all options leave out there.
#[test]
fn regions_are_as_listed() {
    let mut text = String::from(
        "What fits best in each Region, its bill a month, and what has no price in the bill of an option\n",
    );
    for id in ["shop", "blog"] {
        let _ = writeln!(text, "\n{id}\n");
        for region in Region::ALL {
            let advice = advice(id, region);
            let first = &advice.standings[0].assessment;
            let cost = first.monthly(Case::Typical, advice.answers.work);
            let more = first.bill(Case::Typical).more();
            let _ = writeln!(text, "{:<48} {:<14} {cost}{more}", region.name(), first.hosting.id.0);
            for (title, why) in [("not sold", WhyNotPriced::NotSoldHere), ("no price", WhyNotPriced::NotInThisRegion)] {
                let missing: BTreeSet<String> = advice
                    .standings
                    .iter()
                    .flat_map(|standing| standing.assessment.bill(Case::Typical).not_priced())
                    .filter(|line| line.price.as_ref().is_err_and(|missing| missing.why == why))
                    .map(|line| format!("{} ({})", line.service(), line.name))
                    .collect();
                if !missing.is_empty() {
                    let _ = writeln!(text, "    {title}: {}", missing.into_iter().collect::<Vec<_>>().join("; "));
                }
            }
        }
    }
    expect_file!["goldens/regions.txt"].assert_eq(&text);
}
