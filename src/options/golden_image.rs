use super::{
    Argument, Brief, Changes, Hosting, OptionId, Skill, Work, on_sale, parts,
    parts::{component, in_zone, link},
    scaling,
    sizing::Engine,
    sources::{BOOT, CONSULTANT_HA, OPS_LOW},
};
use crate::{
    architecture::{Architecture, Delivery, Path, Place, Service, Webroot},
    questionnaire::{GitSkill, LocalWrites, PluginChanges, Said},
    units::{Count, Gib, Ratio},
};

/// The webroot baked into the image servers start from.
pub(super) static HOSTING: Hosting = Hosting {
    id: OptionId("golden-image"),
    name: "Auto Scaling with golden image",
    summary: "People change a staging server; an Amazon Machine Image baked from it is rolled out to an Auto Scaling group over two zones",
    build,
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
    ],
};

fn build(brief: &Brief<'_>) -> Architecture {
    let difference = scaling::Difference { webroot: Webroot::Local, delivery: Delivery::Baked, engine: Engine::Rds };
    let mut architecture = scaling::build(brief, &difference);
    let staging = on_sale::machine(brief, "t4g.small");
    let volume = Gib::new((20.0 + 2.0 * brief.demand.webroot.value()).ceil());
    architecture.components.extend([
        component(
            parts::STAGING,
            Service::Staging(parts::instances(&staging, Count::new(1.0), volume)),
            Place::Deployment,
            "1 × t4g.small",
            "Where plugins, themes and settings are changed and tried",
        ),
        component(
            parts::IMAGE,
            Service::MachineImage,
            Place::Deployment,
            "one for each release",
            "What every web server starts from",
        ),
    ]);
    architecture.links.push(link(parts::STAGING, parts::IMAGE, Path::Deploy, "bake"));
    for zone in architecture.zones.zones() {
        architecture.links.push(link(parts::IMAGE, in_zone(parts::WEB, *zone), Path::Deploy, "launch"));
    }
    architecture.into()
}
