use super::{
    Argument, Brief, Changes, Hosting, OptionId, Skill, Work, parts,
    parts::component,
    single, sizing,
    sources::{CONSULTANT_WHEN, LIGHTSAIL, OPS, WHITEPAPER},
};
use crate::{
    architecture::{
        Architecture, Component, CpuAllowance, DatabaseTier, Failover, Machine, Network, ObjectCache, PageCache, Place,
        Service, Tier, Zone,
    },
    catalog::{DatabaseBundle, DatabasePlan},
    questionnaire::ZoneLoss,
    units::{Gib, Ratio},
};

/// One Lightsail instance.
pub(super) static HOSTING: Hosting = Hosting {
    id: OptionId("lightsail"),
    name: "Lightsail single server",
    summary: "One Lightsail instance from the WordPress blueprint, CloudFront and S3 in front, automatic daily snapshots",
    build,
    operations: Work::new(2.0, 3.0, 5.0, OPS),
    setup: Work::new(3.0, 5.0, 8.0, OPS),
    changes: Changes::InAdmin,
    freedom: Ratio::new(1.0),
    deployment_safety: Ratio::new(0.25),
    deployment: "changes are made on the live server; a snapshot is the way back",
    skill: Skill::OneServer,
    takes_away: &[
        "fine control over network and instance types",
        "buying one's way out when burst capacity is used up, as unlimited mode does on EC2",
    ],
    needs: &["somebody who updates WordPress every week and reacts to its alarms"],
    next: "A larger bundle from a snapshot; then EC2, or a golden image behind a load balancer",
    arguments: &[
        Argument::pro("the simplest way onto AWS, and the one AWS recommends for a single server", WHITEPAPER),
        Argument::pro("one price a month with terabytes of transfer included", WHITEPAPER),
        Argument::pro("plugins and themes install in wp-admin", WHITEPAPER),
        Argument::con("a single point of failure: a problem with the instance is an outage", WHITEPAPER),
        Argument::con(
            "it bursts like the T2 instances the consultant warns of, and slows to its baseline when burst capacity runs out",
            LIGHTSAIL,
        ),
        Argument::con("its automatic snapshots are deleted with it, unless they are copied", LIGHTSAIL),
        Argument::con("used like a plain virtual server, AWS shows little of what it is good at", CONSULTANT_WHEN),
        Argument::con("the loss of its Availability Zone means a restore by hand", WHITEPAPER)
            .only_if(|brief| brief.answers.zone_loss == ZoneLoss::MustSurvive),
    ],
};

fn build(brief: &Brief<'_>) -> Architecture {
    let (database, tier) =
        if single::wants_managed_database(brief) { managed(brief) } else { (None, DatabaseTier::SameServer) };
    let need = sizing::single(brief, PageCache::Edge, &tier);
    let (sku, machine) = sizing::bundle(brief, &need);
    let reasons = vec![single::reason(&machine, &need)];
    let around = single::Around {
        network: Network::Lightsail,
        server: component(
            parts::SERVER,
            Service::Lightsail(sku),
            parts::FIRST_PUBLIC,
            format!("{}, {}", machine.name, parts::words(&machine)),
            single::role(database.as_ref()),
        ),
        database,
        backup: "daily snapshots, 7 kept",
    };
    single::architecture(brief, around, single::web(machine, need.workers, PageCache::Edge), tier, reasons)
}

/// The cheapest standard database plan that carries the peak and holds the data.
fn managed(brief: &Brief<'_>) -> (Option<Component>, DatabaseTier) {
    let demand = brief.demand;
    let peak = demand.busy_database(demand.peak(PageCache::Edge), ObjectCache::Local);
    let memory = Gib::new((1.2 * demand.content.read_often().value()).max(0.9));
    let plans = brief.catalog.database_bundles().iter().filter(|plan| plan.plan == DatabasePlan::Standard);
    let enough = |plan: &&DatabaseBundle| plan.memory >= memory && plan.vcpus.value() >= peak.value() / 0.5;
    let Some(plan) = plans.clone().find(enough).or(plans.clone().next_back()) else {
        return (None, DatabaseTier::SameServer);
    };
    // Plans of the database are burstable too, but their baselines are not published; taken as fixed.
    let machine =
        Machine { name: plan.name.to_owned(), vcpus: plan.vcpus, memory: plan.memory, cpu: CpuAllowance::Fixed };
    let box_ = component(
        parts::DATABASE,
        Service::LightsailDatabase(plan.sku.to_owned()),
        Place::In(Zone::A, Tier::Data),
        format!("{}, {}", plan.name, parts::words(&machine)),
        "Holds posts, users and orders, restorable to any five minutes of the last week",
    );
    (Some(box_), DatabaseTier::Managed { machine, failover: Failover::None })
}
