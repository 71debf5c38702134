use super::{
    Argument, Changes, Files, Ground, Hosting, OptionId, Skill, Space, Work, serverless,
    sources::{BOOT, CONSULTANT_HA, OPS_LOW},
};
use crate::{
    questionnaire::{GitSkill, LocalWrites, PluginChanges, Said},
    units::Ratio,
};

/// The webroot baked into the image servers start from.
pub(super) static HOSTING: Hosting = Hosting {
    id: OptionId("golden-image"),
    name: "Auto Scaling with golden image",
    summary: "People change a staging server; an Amazon Machine Image baked from it is rolled out to an Auto Scaling group",
    ground: Ground::Group,
    files: Files::Image,
    space: Space::GROUP,
    operations: Work::new(4.0, 8.0, 12.0, OPS_LOW),
    setup: Work::new(40.0, 70.0, 120.0, OPS_LOW),
    changes: Changes::ThroughDeployment,
    freedom: Ratio::new(0.4),
    deployment_safety: Ratio::new(0.8),
    deployment: "what was tried on staging is what goes live, server by server; the previous image is the way back",
    skill: Skill::Cloud,
    takes_away: &[
        "installing and updating plugins and themes in wp-admin on the live site; on staging it works as always",
        "automatic plugin updates on production; an image has to be baked for each",
    ],
    needs: &["somebody who bakes and rolls out an image after every change", "a habit of trying changes on staging"],
    next: "Describe the image in version control, and it has become the version-controlled webroot",
    arguments: &[
        Argument::pro("servers start ready to serve, within a minute or two", BOOT),
        Argument::pro("every server reads its own disk", CONSULTANT_HA),
        Argument::pro("editors keep wp-admin, on staging, and need no Git", CONSULTANT_HA)
            .only_if(|brief| brief.answers.git != GitSkill::Daily),
        Argument::con("the consultant has heard of it and has not tried it himself", CONSULTANT_HA),
        Argument::con(
            "settings plugins keep in the database have to be carried from staging to production",
            "computed from how it works",
        ),
        Argument::con("editors install plugins on the live site today; they have to go through staging", "your answer")
            .only_if(|brief| brief.answers.plugin_changes == PluginChanges::EditorsInAdmin),
        Argument::con("what plugins write to one server's disk is lost with that server", "your answer")
            .only_if(|brief| brief.answers.local_writes == Said::Known(LocalWrites::Yes)),
        serverless::FOR,
        serverless::AGAINST,
    ],
};
