use super::{
    Argument, Changes, Files, Ground, Hosting, OptionId, Skill, Space, Values, Work,
    sources::{AUTO_SCALING, CONSULTANT_HA, OPS_LOW, WHITEPAPER},
    space::{NETWORKS, PURCHASES},
};
use crate::{
    architecture::{DatabaseTier, EfsThroughput, Failover, Webroot},
    choices::{Credits, Database, Media, Objects, Pages, Staging, Throughput, Zones},
    questionnaire::{LocalWrites, PluginChanges, Said, ZoneLoss},
    units::Ratio,
};

/// One EC2 instance that is replaced by itself.
pub(super) static HOSTING: Hosting = Hosting {
    id: OptionId("ec2-self-healing"),
    name: "EC2 that replaces itself",
    summary: "One EC2 instance in an Auto Scaling group of one over two zones; its files are on Amazon EFS, its database is managed",
    ground: Ground::GroupOfOne,
    files: Files::Efs,
    space: Space {
        zones: Values::of(&[Zones::Two]),
        objects: Values::of(&[Objects::Server, Objects::None]),
        database: Values::of(&[Database::RdsSingle, Database::RdsMultiAz]),
        pages: Values::and_by_pin(&[Pages::Server, Pages::Edge], &[Pages::None]),
        network: NETWORKS,
        media: Values::of(&[Media::Bucket, Media::Shared]),
        throughput: Values::of(&[Throughput::Elastic, Throughput::Bursting, Throughput::Provisioned]),
        credits: Values::and_by_pin(&[Credits::Unlimited], &[Credits::Standard]),
        purchase: PURCHASES,
        staging: Values::and_by_pin(&[Staging::None], &[Staging::Beside]),
        ..Space::FIXED
    },
    operations: Work::new(2.0, 4.0, 7.0, OPS_LOW),
    setup: Work::new(14.0, 22.0, 36.0, OPS_LOW),
    changes: Changes::InAdmin,
    freedom: Ratio::new(1.0),
    deployment_safety: Ratio::new(0.3),
    deployment: "changes are made on the live site; a backup of its files is the way back",
    skill: Skill::Cloud,
    takes_away: &[
        "a second server: while one is replaced the site is down for some minutes",
        "notice of a PHP that hangs on a machine that runs: nothing but the machine itself is watched",
    ],
    needs: &[
        "somebody who knows Auto Scaling, launch templates and EFS",
        "a start-up script that takes over the address and mounts the files",
    ],
    next: "A second server beside it; files and database are apart already",
    arguments: &[
        Argument::pro("a lost server is replaced within minutes while everybody sleeps", AUTO_SCALING),
        Argument::pro("it moves to the other zone by itself when its own is lost", AUTO_SCALING).where_built(|built| {
            matches!(built.database, DatabaseTier::Managed { failover: Failover::MultiAzStandby, .. })
        }),
        Argument::pro("no second server is paid for", AUTO_SCALING),
        Argument::pro("plugins and themes install in wp-admin, and outlast the server", WHITEPAPER),
        Argument::pro("what plugins write to disk outlasts the server", "your answer")
            .only_if(|brief| brief.answers.local_writes == Said::Known(LocalWrites::Yes)),
        Argument::pro("editors install plugins on the live site, and may go on doing so", "your answer")
            .only_if(|brief| brief.answers.plugin_changes == PluginChanges::EditorsInAdmin),
        Argument::con("still one server: every replacement is an outage of minutes", AUTO_SCALING),
        Argument::con("a webroot on EFS answers more slowly than a disk of its own", CONSULTANT_HA),
        Argument::con("in bursting mode its throughput credits end with the first busy day that lasts", CONSULTANT_HA)
            .where_built(|built| built.web.webroot == Webroot::Efs(EfsThroughput::Bursting)),
        Argument::con(
            "its database stands in one zone, and waits there for somebody when that zone is lost",
            AUTO_SCALING,
        )
        .where_built(|built| matches!(built.database, DatabaseTier::Managed { failover: Failover::None, .. }))
        .only_if(|brief| brief.answers.zone_loss == ZoneLoss::MustSurvive),
    ],
};
