use super::{
    Argument, Changes, Files, Ground, Hosting, OptionId, Skill, Space, Values, Work,
    sources::{HOSTS, MODEL, OPS_LOW},
};
use crate::{
    choices::Pages,
    questionnaire::{AwsTies, DataLoss, PluginChanges, SiteKind, ZoneLoss},
    units::Ratio,
};

/// A managed WordPress host.
pub(super) static HOSTING: Hosting = Hosting {
    id: OptionId("managed"),
    name: "Managed WordPress host",
    summary: "A published plan of a managed WordPress host, who patches, backs up and restores it",
    ground: Ground::Managed,
    files: Files::OnServer,
    space: Space {
        // All else is the host's: it delivers as well, and its plan counts visits, not bytes.
        pages: Values::of(&[Pages::Server]),
        zones: Values::NONE,
        ..Space::FIXED
    },
    operations: Work::new(1.0, 2.0, 3.5, OPS_LOW),
    setup: Work::new(3.0, 5.0, 9.0, OPS_LOW),
    changes: Changes::InAdmin,
    freedom: Ratio::new(1.0),
    deployment_safety: Ratio::new(0.5),
    deployment: "plugins are tried on the staging copy that plans include; a daily backup is the way back",
    skill: Skill::OneServer,
    takes_away: &[
        "plugins on the host's list: caching, backups, and counters that write to the database",
        "the server itself: no packages, no settings of one's own beyond the panel",
        "more PHP workers than the plan has, short of a larger plan",
    ],
    needs: &["somebody who updates plugins and themes, and asks support about the rest"],
    next: "A larger plan first; then a server of one's own once workers, not visits, are what is paid for",
    arguments: &[
        Argument::pro("patches, backups, restores and support around the clock are in the price", HOSTS),
        Argument::pro(
            "below about 100,000 visits a month cheaper than a server and two hours of anybody's time",
            HOSTS,
        ),
        Argument::pro("a page cache and a staging copy come with it", HOSTS),
        Argument::pro(
            "editors install plugins on the live site, and may go on doing so but for the list",
            "your answer",
        )
        .only_if(|brief| brief.answers.plugin_changes == PluginChanges::EditorsInAdmin),
        Argument::con("some plugins are banned, and removed where they are found", HOSTS),
        Argument::con("visits are counted with bots among them, and those beyond the plan are charged for", HOSTS),
        Argument::con("what limits a shop is PHP workers, which few plans publish", HOSTS)
            .only_if(|brief| matches!(brief.answers.site, SiteKind::Shop | SiteKind::Membership)),
        Argument::con("its daily backups lose up to a day of orders and comments", MODEL)
            .only_if(|brief| brief.answers.data_loss < DataLoss::Day),
        Argument::con("no plan promises to go on when its data centre is lost", HOSTS)
            .only_if(|brief| brief.answers.zone_loss == ZoneLoss::MustSurvive),
        Argument::con("other systems run on AWS already, and would be far away", "your answer")
            .only_if(|brief| brief.answers.aws == AwsTies::Already),
    ],
};
