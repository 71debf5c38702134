//! Delivery is fair: every form may serve by itself or by the same networks, what a plan includes is used before anything is
//! bought, and what S3 serves counts against no server.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a design that cannot be built fails the test, as it should")]

use groundplan::{
    advice::advise,
    assessment::{Assessment, Client},
    billing::BilledService,
    catalog::{Catalog, Region},
    choices::{ChoiceId, DeliveryNetwork, Media},
    decision::Verdict,
    options::{OPTIONS, hosting},
    questionnaire::{Answers, ClosedSet, Said},
    search::Search,
    simulation::Events,
    units::{Gigabytes, Requests},
    workload::{Case, Workload},
};

fn visits(visits: f64) -> Answers {
    Answers { visits: Said::Known(Requests::new(visits)), ..Answers::default() }
}

/// The best design of a form with these pins.
fn built(form: &str, answers: &Answers, pins: &[(ChoiceId, &str)]) -> Assessment {
    let mut answers = answers.clone();
    for (choice, value) in pins {
        answers.pins.pin(*choice, choice.value(value).unwrap());
    }
    let (catalog, workload) = (Catalog::bundled(), Workload::new(&answers));
    let client = Client::new(&answers, &workload, &catalog);
    Search::new(hosting(form).unwrap(), &client).finish(&Events::new()).unwrap().assessment
}

/// What the lines with this in their name come to, and how much of it there is.
fn lines(assessment: &Assessment, name: &str) -> (f64, f64) {
    let bill = assessment.bill(Case::Typical);
    bill.lines.iter().filter(|line| line.name.contains(name)).fold((0.0, 0.0), |(usd, quantity), line| {
        (usd + line.monthly().map_or(0.0, |usd| usd.value()), quantity + line.quantity.value())
    })
}

#[test]
fn every_form_may_deliver_by_the_same_networks() {
    // A managed host delivers itself, and its plan counts visits.
    for hosting in OPTIONS.into_iter().filter(|hosting| hosting.id.0 != "managed") {
        // Exported pages are served by nobody else: a bucket has no certificate for the site's name.
        let exported = hosting.id.0 == "static";
        let all = DeliveryNetwork::ALL.iter().filter(|network| !exported || network.is_there());
        let all: Vec<&str> = all.map(|network| network.token()).collect();
        let mut tokens = hosting.space.tokens(ChoiceId::Delivery);
        tokens.sort_unstable();
        let mut wanted = all.clone();
        wanted.sort_unstable();
        assert_eq!(tokens, wanted, "{}", hosting.name);
    }
}

/// A server off AWS without a network before it once stood at $15.49 beside a Lightsail server with $167 of CloudFront.
#[test]
fn a_million_visits_are_delivered_alike_off_aws_and_on_lightsail() {
    let answers = visits(1_000_000.0);
    for network in DeliveryNetwork::ALL.iter().filter(|network| **network != DeliveryNetwork::FlatRate) {
        let pins = [(ChoiceId::Delivery, network.token())];
        let [elsewhere, lightsail] = ["off-aws", "lightsail"].map(|form| built(form, &answers, &pins));
        assert_eq!((elsewhere.design.network, lightsail.design.network), (*network, *network));
        let delivery = |of: &Assessment| {
            let bill = of.bill(Case::Typical);
            bill.of(BilledService::CloudFront).value() + bill.of(BilledService::Cloudflare).value()
        };
        let (a, b) = (delivery(&elsewhere), delivery(&lightsail));
        assert!((a - b).abs() < 0.01, "{}: {a} and {b}", network.label());
    }
    // Neither buys delivery while its plan includes it: 2 TB on either, and both cost about the same.
    let advice = advise(&answers, &Catalog::bundled());
    for form in ["off-aws", "lightsail"] {
        let assessment = &advice.option(form).unwrap().assessment;
        let cost = assessment.bill(Case::Typical).total(groundplan::billing::CostKind::Infrastructure).value();
        assert!(cost < 20.0, "{form}: {cost}");
        assert_eq!(assessment.bill(Case::Typical).of(BilledService::CloudFront).value(), 0.0, "{form}");
    }
}

/// The $12 bundle includes 3 TB: a site that sends less buys nothing, and one that sends more takes a bundle with a larger
/// allowance before it pays $0.09 a gigabyte.
#[test]
fn what_a_plan_includes_is_used_before_anything_is_bought() {
    for monthly in [200_000.0, 1_000_000.0, 1_400_000.0, 1_900_000.0] {
        let answers = Answers { budget: None, ..visits(monthly) };
        let direct = built("lightsail", &answers, &[(ChoiceId::Delivery, "none")]);
        let (usd, _) = lines(&direct, "beyond the allowance");
        let (bundle, _) = lines(&direct, "Instance bundle");
        assert!(usd <= bundle.max(12.0), "{monthly}: ${usd} beyond an allowance on a bundle of ${bundle}");
    }
}

/// 35 TB a month behind CloudFront with media in S3 once billed $348 of overage that nobody owes: what the bucket serves goes
/// to CloudFront free of charge, and never through the server.
#[test]
fn what_s3_serves_never_counts_against_a_server() {
    let answers = Answers { budget: None, ..visits(9_000_000.0) };
    let demand = Workload::new(&answers).typical().clone();
    assert!(demand.egress > Gigabytes::new(15_000.0), "{}", demand.egress.value());
    for form in ["lightsail", "ec2"] {
        let pins = [(ChoiceId::Delivery, "cloudfront"), (ChoiceId::Media, "s3")];
        let bucket = built(form, &answers, &pins);
        let usage = &bucket.week.usage;
        // Seven tenths of the files that CloudFront does not have are fetched from the bucket.
        let files = usage.origin_transfer + usage.object_transfer;
        assert!(usage.object_transfer > files * 0.6, "{form}");
        let (_, beyond) = lines(&bucket, "beyond the allowance");
        assert!(beyond <= (usage.origin_transfer - Gigabytes::new(2_000.0)).value().max(0.0), "{form}: {beyond}");
        assert!(lines(&bucket, "Data transfer out to internet").1 > 0.0, "{form}: CloudFront's own");
        assert_eq!(bucket.bill(Case::Typical).of(BilledService::DataTransfer).value(), 0.0, "{form}");
    }
}

/// A network off AWS fetches from a bucket over the internet, which AWS charges for after 100 GB.
#[test]
fn what_a_foreign_network_fetches_from_aws_is_paid() {
    let answers = Answers { budget: None, ..visits(900_000.0) };
    let built = built("ec2", &answers, &[(ChoiceId::Delivery, "cloudflare-pro"), (ChoiceId::Media, "s3")]);
    let usage = &built.week.usage;
    let fetched = usage.origin_transfer + usage.object_transfer;
    assert!(fetched > Gigabytes::new(100.0));
    let (usd, quantity) = lines(&built, "Data transfer out to internet");
    assert!((quantity - (fetched.value() - 100.0)).abs() < 1e-6);
    assert!((usd - quantity * 0.09).abs() < 1e-6 || answers.region != Region::NorthVirginia);
}

/// Two terabytes of media fit no plan that is sold with its disk: none is offered, and what is offered keeps them in S3 or on
/// a volume that is paid for.
#[test]
fn a_plan_whose_disk_does_not_hold_the_site_is_not_offered() {
    for media in [20.0, 45.0, 70.0, 200.0, 700.0, 2_000.0] {
        let answers = Answers { media: Said::Known(Gigabytes::new(media)), budget: None, ..visits(20_000.0) };
        let catalog = Catalog::bundled();
        let advice = advise(&answers, &catalog);
        for standing in &advice.standings {
            let assessment = &standing.assessment;
            let disk = catalog.bundles().iter().find(|bundle| bundle.sku == assessment.sizes.sku).map(|of| of.disk);
            let disk =
                disk.or(catalog.servers().iter().find(|plan| plan.sku == assessment.sizes.sku).map(|of| of.disk));
            if let Some(disk) = disk
                && standing.verdict != Verdict::RuledOut
            {
                let held = if assessment.design.media == Media::Disk { media } else { 0.0 };
                assert!(disk.value() >= held + 6.0, "{media} GB: {} on {}", assessment.hosting.name, disk.value());
            }
        }
        // Where the disk that is paid for anyway has the room, nothing is bought beside it.
        if media == 20.0 {
            let lightsail = &advice.option("lightsail").unwrap().assessment;
            assert_eq!(lightsail.design.media, Media::Disk);
        }
    }
}
