use super::{
    Argument, Changes, Files, Ground, Hosting, OptionId, Skill, Space, Work, serverless,
    sources::{CONSULTANT_HA, OPS_LOW},
};
use crate::{questionnaire::PluginChanges, units::Ratio};

/// The webroot on a replicated volume of one's own.
pub(super) static HOSTING: Hosting = Hosting {
    id: OptionId("gluster"),
    name: "Auto Scaling with GlusterFS",
    summary: "An Auto Scaling group that mounts its webroot from a GlusterFS volume replicated over three servers",
    ground: Ground::Group,
    files: Files::Gluster,
    space: Space::GROUP,
    operations: Work::new(12.0, 20.0, 30.0, OPS_LOW),
    setup: Work::new(60.0, 100.0, 160.0, OPS_LOW),
    changes: Changes::InAdmin,
    freedom: Ratio::new(1.0),
    deployment_safety: Ratio::new(0.3),
    deployment: "a change reaches all servers at once, and so does a bad plugin; a snapshot is the way back",
    skill: Skill::DistributedStorage,
    takes_away: &["quiet nights: split brain and self-healing are learnt under pressure"],
    needs: &["somebody who has run a distributed file system before", "three storage servers patched one at a time"],
    next: "Move code to version control; the storage servers can go then",
    arguments: &[
        Argument::pro("no single file server, and no file service to pay", CONSULTANT_HA),
        Argument::pro("plugins and themes are installed in wp-admin as always", CONSULTANT_HA)
            .only_if(|brief| brief.answers.plugin_changes == PluginChanges::EditorsInAdmin),
        Argument::con(
            "rolling one's own high availability may cost more than EFS once its hours are counted",
            CONSULTANT_HA,
        ),
        Argument::con(
            "every lookup of a small file asks every replica; its own maintainer's answer to making PHP fast on it is \"you don't\"",
            "joejulian.name, a GlusterFS maintainer",
        ),
        Argument::con(
            "Red Hat Gluster Storage reached its end of life on 31 December 2024",
            "Red Hat life cycle, by way of mirrors",
        ),
        serverless::FOR,
        serverless::AGAINST,
    ],
};
