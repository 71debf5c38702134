use super::{
    Argument, Changes, Files, Ground, Hosting, OptionId, Skill, Space, Values, Work,
    sources::{EXPORT_TOOLS, OPS_LOW, S3_SLA},
};
use crate::{
    choices::{Database, DeliveryNetwork, Media, Objects, Pages},
    questionnaire::PluginChanges,
    units::{Count, Ratio},
};

/// Pages exported to S3.
pub(super) static HOSTING: Hosting = Hosting {
    id: OptionId("static"),
    name: "Static export",
    summary: "All pages exported to S3 behind content delivery; WordPress runs on a small server of its own, where people write",
    ground: Ground::Export,
    files: Files::OnServer,
    space: Space {
        objects: Values::of(&[Objects::None]),
        database: Values::of(&[Database::Server]),
        pages: Values::of(&[Pages::Export]),
        network: Values::and_by_pin(
            &[
                DeliveryNetwork::FlatRate,
                DeliveryNetwork::CloudFront,
                DeliveryNetwork::CloudflareFree,
                DeliveryNetwork::CloudflarePro,
            ],
            &[DeliveryNetwork::Other],
        ),
        media: Values::of(&[Media::Disk]),
        ..Space::FIXED
    },
    operations: Work::new(1.5, 3.0, 5.0, OPS_LOW),
    setup: Work::new(10.0, 16.0, 30.0, OPS_LOW),
    changes: Changes::InAdmin,
    freedom: Ratio::new(0.5),
    deployment_safety: Ratio::new(0.75),
    deployment: "readers see nothing of a change until it is exported; the export before it is the way back",
    skill: Skill::OneServer,
    takes_away: &[
        "site search, comments and contact forms, unless each gets a service of its own",
        "shop, log-in of readers, courses and anything else that answers each reader in another way",
        "publishing at once: each change waits for an export",
    ],
    needs: &[
        "an export tool that the theme and all plugins get along with",
        "editors who export after each change, and look at what came out",
    ],
    next: "WordPress in front of readers again, on the server it runs on already",
    arguments: &[
        Argument::pro(
            "no reader reaches PHP or the database: no load to size for, next to nothing to break into",
            EXPORT_TOOLS,
        ),
        Argument::pro("readers are served on while the server for writing is lost, updated or switched off", S3_SLA),
        Argument::pro("files and pages come from S3 by content delivery, for cents", S3_SLA),
        Argument::con("site search, comments and forms stop working, and need services of their own", EXPORT_TOOLS),
        Argument::con("a change is public only after an export, which fetches page after page", EXPORT_TOOLS),
        Argument::con(
            "with more than 2,000 pages a full export takes many minutes, and may lose pages to time-outs",
            EXPORT_TOOLS,
        )
        .only_if(|brief| brief.demand.content.items > Count::new(2_000.0)),
        Argument::con(
            "plugins that answer readers from PHP install in wp-admin as always, and then do nothing",
            EXPORT_TOOLS,
        )
        .only_if(|brief| brief.answers.plugin_changes == PluginChanges::EditorsInAdmin),
    ],
};
