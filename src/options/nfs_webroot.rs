use super::{
    Argument, Changes, Files, Ground, Hosting, OptionId, Skill, Space, Work, serverless,
    sources::{CONSULTANT_HA, OPS_LOW, WHITEPAPER},
};
use crate::{questionnaire::PluginChanges, units::Ratio};

/// The webroot on a file server of one's own.
pub(super) static HOSTING: Hosting = Hosting {
    id: OptionId("nfs"),
    name: "Auto Scaling with self-hosted NFS",
    summary: "An Auto Scaling group that mounts its webroot from one NFS server",
    ground: Ground::Group,
    files: Files::FileServer,
    space: Space::GROUP,
    operations: Work::new(6.0, 9.0, 12.0, OPS_LOW),
    setup: Work::new(30.0, 45.0, 70.0, OPS_LOW),
    changes: Changes::InAdmin,
    freedom: Ratio::new(1.0),
    deployment_safety: Ratio::new(0.3),
    deployment: "a change reaches all servers at once, and so does a bad plugin; a snapshot is the way back",
    skill: Skill::Cloud,
    takes_away: &["the high availability the second zone was bought for: everything hangs on one file server"],
    needs: &["somebody who runs, patches and watches a file server"],
    next: "Move code to version control; the file server can go then",
    arguments: &[
        Argument::pro("many report better performance and latency than with EFS", CONSULTANT_HA),
        Argument::pro("likely cheaper than EFS for the same throughput", CONSULTANT_HA),
        Argument::pro("plugins and themes are installed in wp-admin as always", CONSULTANT_HA)
            .only_if(|brief| brief.answers.plugin_changes == PluginChanges::EditorsInAdmin),
        Argument::con("a single point of failure that undoes the work done for high availability", CONSULTANT_HA),
        Argument::con("the time to manage and monitor it may cost more than EFS", CONSULTANT_HA),
        Argument::con("storage should not hang on a single server", WHITEPAPER),
        serverless::FOR,
        serverless::AGAINST,
    ],
};
