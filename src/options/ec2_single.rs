use super::{
    Argument, Brief, Changes, Hosting, OptionId, Skill, Work, parts,
    parts::component,
    single, sizing,
    sizing::Engine,
    sources::{CONSULTANT_T2, CONSULTANT_WHEN, OPS, WHITEPAPER},
};
use crate::{
    architecture::{
        Architecture, Component, DatabasePart, DatabaseTier, Failover, ManagedDatabase, Network, ObjectCache,
        PageCache, Place, Service, Tier, Zone,
    },
    questionnaire::{AwsTies, ZoneLoss},
    units::{Count, Gib, Ratio},
};

/// One EC2 instance.
pub(super) static HOSTING: Hosting = Hosting {
    id: OptionId("ec2"),
    name: "EC2 single server",
    summary: "One EC2 instance from an image of one's own or the Marketplace, CloudFront and S3 in front, snapshots",
    build,
    operations: Work::new(2.0, 4.0, 6.0, OPS),
    setup: Work::new(6.0, 10.0, 16.0, OPS),
    changes: Changes::InAdmin,
    freedom: Ratio::new(1.0),
    deployment_safety: Ratio::new(0.3),
    deployment: "changes are made on the live server; an image or a snapshot is the way back",
    skill: Skill::OneServer,
    takes_away: &["the all-in price: every part is billed apart"],
    needs: &["somebody who updates a Linux server and knows security groups, roles and snapshots"],
    next: "A larger instance type; then the same image in an Auto Scaling group",
    arguments: &[
        Argument::pro("more configuration and management options than Lightsail", WHITEPAPER),
        Argument::pro("grows into an Auto Scaling group without leaving the VPC", WHITEPAPER),
        Argument::pro("plugins and themes install in wp-admin", CONSULTANT_WHEN),
        Argument::pro("next to the systems that run on AWS already", "your answer")
            .only_if(|brief| brief.answers.aws == AwsTies::Already),
        Argument::con("used like a plain virtual server, AWS is expensive for what it gives", CONSULTANT_WHEN),
        Argument::con("burstable types are often chosen for their price and poorly understood", CONSULTANT_T2),
        Argument::con("a single point of failure, in one Availability Zone", WHITEPAPER),
        Argument::con("the loss of its Availability Zone means a restore by hand", WHITEPAPER)
            .only_if(|brief| brief.answers.zone_loss == ZoneLoss::MustSurvive),
    ],
};

fn build(brief: &Brief<'_>) -> Architecture {
    let (database, tier) =
        if single::wants_managed_database(brief) { managed(brief) } else { (None, DatabaseTier::SameServer) };
    let need = sizing::single(brief, PageCache::Edge, &tier);
    let machine = sizing::instance(brief, &need);
    let reasons = vec![single::reason(&machine, &need)];
    // Twice the webroot and the database, and the system.
    let volume = Gib::new((16.0 + 2.0 * (brief.demand.webroot.value() + brief.demand.database.value())).ceil());
    let around = single::Around {
        network: Network::Vpc,
        server: component(
            parts::SERVER,
            Service::WebServers(parts::instances(&machine, Count::new(1.0), volume)),
            parts::FIRST_PUBLIC,
            format!("1 × {}, {}", machine.name, parts::words(&machine)),
            single::role(database.as_ref()),
        ),
        database,
        backup: "daily snapshots, 7 kept",
    };
    single::architecture(brief, around, single::web(machine, need.workers, PageCache::Edge), tier, reasons)
}

fn managed(brief: &Brief<'_>) -> (Option<Component>, DatabaseTier) {
    let (class, tier) = sizing::database(brief, PageCache::Edge, ObjectCache::Local, Engine::Rds, Failover::None);
    let storage = Gib::new((brief.demand.database.value() * 2.0).ceil().max(20.0));
    let database = component(
        parts::DATABASE,
        Service::Rds(ManagedDatabase { class: class.clone(), part: DatabasePart::Writer, storage }),
        Place::In(Zone::A, Tier::Data),
        class,
        "Holds posts, users and orders, restorable to five minutes ago",
    );
    (Some(database), tier)
}
