use super::{
    Argument, Changes, Files, Ground, Hosting, OptionId, Skill, Space, Values, Work, serverless,
    sources::{CONSULTANT_HA, EFS_MODES, OPS_LOW, REPORTS, WHITEPAPER},
};
use crate::{
    architecture::{EfsThroughput, Webroot},
    choices::{Media, Throughput},
    questionnaire::{LocalWrites, PluginChanges, Said},
    units::Ratio,
};

/// Its key.
pub(super) const ID: OptionId = OptionId("efs");

/// AWS's reference architecture.
pub(super) static HOSTING: Hosting = Hosting {
    id: ID,
    name: "Auto Scaling with EFS webroot",
    summary: "An Auto Scaling group that shares its webroot on Amazon EFS, as AWS's reference architecture does",
    ground: Ground::Group,
    files: Files::Efs,
    space: Space {
        media: Values::of(&[Media::Bucket, Media::Shared]),
        throughput: Values::of(&[Throughput::Elastic, Throughput::Bursting, Throughput::Provisioned]),
        ..Space::GROUP
    },
    operations: Work::new(4.0, 7.0, 10.0, OPS_LOW),
    setup: Work::new(24.0, 40.0, 60.0, OPS_LOW),
    changes: Changes::InAdmin,
    freedom: Ratio::new(1.0),
    deployment_safety: Ratio::new(0.35),
    deployment: "a change reaches all servers at once, and so does a bad plugin; a backup is the way back",
    skill: Skill::Cloud,
    takes_away: &["the speed of a local disk for thousands of small PHP files"],
    needs: &["somebody who knows AWS networking, Auto Scaling and EFS", "OPcache tuned for a network file system"],
    next: "Move code to version control and keep EFS for uploads at most",
    arguments: &[
        Argument::pro("WordPress is used as always: plugins and themes installed once are on every server", WHITEPAPER),
        Argument::pro("web servers hold nothing and can be replaced at any time", WHITEPAPER),
        Argument::pro("the files are kept in several Availability Zones and grow by themselves", CONSULTANT_HA),
        Argument::pro("editors install plugins on the live site, and may go on doing so", "your answer")
            .only_if(|brief| brief.answers.plugin_changes == PluginChanges::EditorsInAdmin),
        Argument::pro("what plugins write to disk is seen by every server", "your answer")
            .only_if(|brief| brief.answers.local_writes == Said::Known(LocalWrites::Yes)),
        Argument::con("one of the worst places for a webroot: high latency on many small files", CONSULTANT_HA),
        Argument::con(
            "first byte after 7 to 15 seconds where one server took under one; plugin installs of 152 seconds against 10 to 12",
            REPORTS,
        ),
        Argument::con("the consultant set up a number of them and found them not worth the trouble", CONSULTANT_HA),
        Argument::con("in bursting mode its throughput credits end with the first busy day that lasts", CONSULTANT_HA)
            .where_built(|built| built.web.webroot == Webroot::Efs(EfsThroughput::Bursting)),
        Argument::pro("provisioned throughput is there at every hour, however little is stored", EFS_MODES)
            .where_built(|built| matches!(built.web.webroot, Webroot::Efs(EfsThroughput::Provisioned(_)))),
        Argument::con(
            "provisioned throughput is paid whether it is used or not, and can be lowered once a day",
            EFS_MODES,
        )
        .where_built(|built| matches!(built.web.webroot, Webroot::Efs(EfsThroughput::Provisioned(_)))),
        Argument::con("dearer than a disk in every server", CONSULTANT_HA),
        serverless::FOR,
        serverless::AGAINST,
    ],
};
