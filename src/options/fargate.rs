use super::{
    Argument, Changes, Files, Ground, Hosting, OptionId, Skill, Space, Values, Work, serverless,
    sources::{CONSULTANT_HA, ECS, OPS_LOW, TASK_START},
};
use crate::{
    questionnaire::{GitSkill, LocalWrites, PluginChanges, Said},
    units::Ratio,
};

/// Containers on Fargate.
pub(super) static HOSTING: Hosting = Hosting {
    id: OptionId("fargate"),
    name: "Containers on Fargate",
    summary: "Tasks on AWS Fargate from a container image that is built from Git, with media in S3",
    ground: Ground::Containers,
    files: Files::Container,
    space: Space { credits: Values::NONE, way_in: Values::NONE, ..Space::GROUP },
    // As from Git, and an image to build anew for each fix of PHP and the system, with a second toolchain to know.
    operations: Work::new(4.5, 8.0, 12.0, OPS_LOW),
    setup: Work::new(70.0, 110.0, 170.0, OPS_LOW),
    changes: Changes::ThroughDeployment,
    freedom: Ratio::new(0.0),
    deployment_safety: Ratio::new(0.95),
    deployment: "an image is tested on staging, rolled out task by task, and taken back by starting the one before",
    skill: Skill::CloudAndPipeline,
    takes_away: &[
        "installing and updating plugins and themes in wp-admin: what a task writes is gone with it",
        "automatic plugin updates; the pipeline has to bring security fixes within hours",
        "servers to log in to, and their sleep: a task is paid by the second, whatever it does",
    ],
    needs: &[
        "developers who use Git, Docker and CI/CD daily",
        "a registry for images, whose cents a month are not in the bill",
    ],
    next: "More and larger tasks; a larger database and readers come next",
    arguments: &[
        Argument::pro("no operating system to patch and no server to replace", ECS),
        Argument::pro("local, staging and production run the same image", ECS),
        Argument::pro("developers deploy already; nothing changes for editors but the install button", "your answer")
            .only_if(|brief| brief.answers.plugin_changes == PluginChanges::Developers),
        Argument::con("a vCPU of Fargate costs more than the same of EC2, and does not burst", ECS),
        Argument::con("a task pulls its whole image before it helps, a minute and more", TASK_START),
        Argument::con("the team does not use Git and CI/CD", "your answer")
            .only_if(|brief| brief.answers.git == GitSkill::No),
        Argument::con(
            "editors install plugins on the live site today; somebody has to do it for them from now on",
            "your answer",
        )
        .only_if(|brief| brief.answers.plugin_changes == PluginChanges::EditorsInAdmin),
        Argument::con("plugins that write settings to the local disk have to be watched for", CONSULTANT_HA)
            .only_if(|brief| brief.answers.local_writes != Said::Known(LocalWrites::No)),
        serverless::FOR,
        serverless::AGAINST,
    ],
};
