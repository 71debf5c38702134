//! Every Region: what is built there, and what its bills leave out. A price that is missing never changes what is built.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise, as tests do")]

use std::{collections::BTreeSet, fmt::Write, mem::discriminant};

use expect_test::expect_file;
use groundplan::{
    advice::{Advice, advise},
    architecture::{EfsThroughput, Service},
    catalog::{AuroraStorage, CacheEngine, Catalog, Deployment, InstanceType, Offering, Region, WhyNotPriced},
    questionnaire::{Answers, preset},
    workload::Case,
};

fn advice(id: &str, region: Region) -> Advice {
    let answers = (preset(id).unwrap().answers)();
    advise(&Answers { region, ..answers }, &Catalog::bundled())
}

/// Options are drawn from the same kinds of parts wherever they stand, and files on EFS are always elastic.
#[test]
fn a_region_changes_neither_the_form_of_an_option_nor_its_way_to_keep_files() {
    for id in ["shop", "blog"] {
        let home = advice(id, Region::Frankfurt);
        for region in Region::ALL {
            let there = advice(id, region);
            for standing in &there.standings {
                let key = standing.assessment.hosting.id;
                let parts = |advice: &Advice| -> Vec<_> {
                    let architecture = &advice.option(key.0).unwrap().assessment.architecture;
                    architecture.components.iter().map(|part| (part.id, discriminant(&part.service))).collect()
                };
                assert_eq!(parts(&there), parts(&home), "{id}, {} in {}", key.0, region.name());
                for part in &standing.assessment.architecture.components {
                    if let Service::SharedFiles(throughput) = &part.service {
                        assert_eq!(*throughput, EfsThroughput::Elastic, "{id} in {}", region.name());
                    }
                }
            }
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
