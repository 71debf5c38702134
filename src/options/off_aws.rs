use super::{
    Argument, Brief, Changes, Hosting, OptionId, Skill, Work, parts,
    parts::{component, link},
    single, sizing,
    sources::{CONSULTANT_WHEN, MODEL, OPS},
};
use crate::{
    architecture::{Architecture, DatabaseTier, Network, PageCache, Parts, Path, Place, Service, ZoneCount},
    questionnaire::{AwsTies, DataLoss, ZoneLoss},
    units::{Gigabytes, Ratio, Requests, text},
};

/// Up to so much a month the free plan of a content delivery network is plausible; beyond, the server delivers itself.
const FREE_CDN: Gigabytes = Gigabytes::new(2_000.0);

/// One virtual server of another provider.
pub(super) static HOSTING: Hosting = Hosting {
    id: OptionId("off-aws"),
    name: "Server off AWS",
    summary: "One virtual server of another provider, with page cache, object cache and daily backups",
    build,
    // As on Lightsail: an image with WordPress on it and automatic backups ask for the same care on either.
    operations: Work::new(2.0, 3.0, 5.0, OPS),
    setup: Work::new(4.0, 6.0, 10.0, OPS),
    changes: Changes::InAdmin,
    freedom: Ratio::new(1.0),
    deployment_safety: Ratio::new(0.2),
    deployment: "changes are made on the live server; a backup is the way back",
    skill: Skill::OneServer,
    takes_away: &["AWS services next to the site: IAM, RDS, managed failover"],
    needs: &["somebody who updates a Linux server and WordPress every week"],
    next: "A larger plan first; then EC2 or Lightsail when AWS services are wanted, or a golden image when one server is no longer enough",
    arguments: &[
        Argument::pro("for the price, more sustained CPU and far more transfer than AWS", CONSULTANT_WHEN),
        Argument::pro("WordPress works as it was made: plugins and themes install in wp-admin", CONSULTANT_WHEN),
        Argument::pro(
            "up to the low hundred thousands of hits a day there is no scale for AWS to show",
            CONSULTANT_WHEN,
        )
        .only_if(|brief| brief.demand.page_views < Requests::new(3_000_000.0)),
        Argument::con("one server is a single point of failure, restored by hand", "AWS whitepaper, Simple Deployment"),
        Argument::con("its daily backups lose up to a day of orders and comments", MODEL)
            .only_if(|brief| brief.answers.data_loss < DataLoss::Day),
        Argument::con(
            "a content delivery network comes from yet another provider, at a price that is not known here",
            MODEL,
        )
        .only_if(|brief| brief.demand.egress <= FREE_CDN),
        Argument::con("nothing goes on by itself when its data centre is lost", MODEL)
            .only_if(|brief| brief.answers.zone_loss == ZoneLoss::MustSurvive),
        Argument::con("other systems run on AWS already, and would be far away", "your answer")
            .only_if(|brief| brief.answers.aws == AwsTies::Already),
    ],
};

fn build(brief: &Brief<'_>) -> Architecture {
    let need = sizing::single(brief, PageCache::Origin, &DatabaseTier::SameServer);
    let demand = brief.demand;
    let sent = if demand.egress <= FREE_CDN { demand.behind_cdn() } else { demand.egress };
    let (sku, machine) = sizing::server(brief, &need, demand.on_disk(), sent);
    let reasons = vec![single::reason(&machine, &need)];
    let size = format!("{}, {}", machine.name, parts::words(&machine));
    let mut components = vec![parts::readers(brief)];
    let mut links = Vec::new();
    if brief.demand.egress <= FREE_CDN {
        let amount = format!("{} GB a month", text::grouped(brief.demand.egress.value()));
        components.push(component(
            parts::CDN,
            Service::OtherCdn,
            Place::Edge,
            amount,
            "Delivers files near the readers",
        ));
        links.push(link(parts::READERS, parts::CDN, Path::Request, "HTTPS 443"));
        links.push(link(parts::CDN, parts::SERVER, Path::Request, "HTTPS 443"));
    } else {
        links.push(link(parts::READERS, parts::SERVER, Path::Request, "HTTPS 443"));
    }
    components.push(component(
        parts::SERVER,
        Service::Server(sku),
        Place::Elsewhere,
        size,
        "Runs WordPress, its database and its caches",
    ));
    components.push(component(
        parts::BACKUP,
        Service::Backup,
        Place::Elsewhere,
        "daily",
        "Brings the server back when it is lost",
    ));
    links.push(link(parts::SERVER, parts::BACKUP, Path::Replication, "daily backup"));
    Parts {
        network: Network::OffAws,
        zones: ZoneCount::One,
        components,
        links,
        web: single::web(machine, need.workers, PageCache::Origin),
        database: DatabaseTier::SameServer,
        sizing: reasons,
    }
    .into()
}
