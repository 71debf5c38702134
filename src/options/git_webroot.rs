use super::{
    Argument, Changes, Files, Ground, Hosting, OptionId, Skill, Space, Work, serverless,
    sources::{CONSULTANT_HA, OPS_LOW},
};
use crate::{
    questionnaire::{GitSkill, LocalWrites, PluginChanges, Said},
    units::Ratio,
};

/// Its key.
pub(super) const ID: OptionId = OptionId("git");

/// The webroot installed from version control.
pub(super) static HOSTING: Hosting = Hosting {
    id: ID,
    name: "Auto Scaling with version-controlled webroot",
    summary: "An Auto Scaling group whose servers install WordPress, plugins and themes from Git by Composer or WP-CLI, with CI/CD",
    ground: Ground::Group,
    files: Files::Git,
    space: Space::GROUP,
    operations: Work::new(4.0, 7.0, 10.0, OPS_LOW),
    setup: Work::new(60.0, 100.0, 160.0, OPS_LOW),
    changes: Changes::ThroughDeployment,
    freedom: Ratio::new(0.0),
    deployment_safety: Ratio::new(0.95),
    deployment: "a release is tested on staging, rolled out server by server, and taken back by one commit",
    skill: Skill::CloudAndPipeline,
    takes_away: &[
        "installing and updating plugins and themes in wp-admin on the live site",
        "automatic plugin updates; the pipeline has to bring security fixes within hours",
    ],
    needs: &[
        "developers who use Git, Composer and CI/CD daily",
        "a pipeline that ships plugin fixes within hours of their release",
    ],
    next: "It scales with more and larger servers; a larger database and readers come next",
    arguments: &[
        Argument::pro(
            "faster and much cheaper than a shared file system: every server reads its own disk",
            CONSULTANT_HA,
        ),
        Argument::pro("local, staging and production are built from the same files", CONSULTANT_HA),
        Argument::pro("developers deploy already; nothing changes for editors but the install button", "your answer")
            .only_if(|brief| brief.answers.plugin_changes == PluginChanges::Developers),
        Argument::con(
            "editors can no longer install plugins on production, which is arguably an advantage",
            CONSULTANT_HA,
        ),
        Argument::con(
            "editors install plugins on the live site today; somebody has to do it for them from now on",
            "your answer",
        )
        .only_if(|brief| brief.answers.plugin_changes == PluginChanges::EditorsInAdmin),
        Argument::con("the team does not use Git and CI/CD", "your answer")
            .only_if(|brief| brief.answers.git == GitSkill::No),
        Argument::con("plugins that write settings to the local disk have to be watched for", CONSULTANT_HA)
            .only_if(|brief| brief.answers.local_writes != Said::Known(LocalWrites::No)),
        Argument::con("a server takes minutes to install itself before it helps", CONSULTANT_HA),
        serverless::FOR,
        serverless::AGAINST,
    ],
};
