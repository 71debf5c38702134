use super::{
    Argument, Changes, Files, Ground, Hosting, OptionId, Skill, Space, Values, Work,
    sources::{CONSULTANT_WHEN, LIGHTSAIL, OPS, WHITEPAPER},
    space::NETWORKS,
};
use crate::{
    choices::{Database, Media, Objects, Pages},
    questionnaire::ZoneLoss,
    units::Ratio,
};

/// One Lightsail instance.
pub(super) static HOSTING: Hosting = Hosting {
    id: OptionId("lightsail"),
    name: "Lightsail single server",
    summary: "One Lightsail instance from the WordPress blueprint, with automatic daily snapshots",
    ground: Ground::Lightsail,
    files: Files::OnServer,
    space: Space {
        objects: Values::and_by_pin(&[Objects::Server], &[Objects::None]),
        database: Values::of(&[Database::Server, Database::Lightsail]),
        pages: Values::and_by_pin(&[Pages::Server, Pages::Edge], &[Pages::None]),
        network: NETWORKS,
        media: Values::of(&[Media::Disk, Media::Bucket]),
        ..Space::FIXED
    },
    operations: Work::new(2.0, 3.0, 5.0, OPS),
    setup: Work::new(3.0, 5.0, 8.0, OPS),
    changes: Changes::InAdmin,
    freedom: Ratio::new(1.0),
    deployment_safety: Ratio::new(0.25),
    deployment: "changes are made on the live server; a snapshot is the way back",
    skill: Skill::OneServer,
    takes_away: &[
        "fine control over network and instance types",
        "buying one's way out when burst capacity is used up, as unlimited mode does on EC2",
    ],
    needs: &["somebody who updates WordPress every week and reacts to its alarms"],
    next: "A larger bundle from a snapshot; then EC2, or a golden image behind a load balancer",
    arguments: &[
        Argument::pro("the simplest way onto AWS, and the one AWS recommends for a single server", WHITEPAPER),
        Argument::pro("one price a month with terabytes of transfer included", WHITEPAPER),
        Argument::pro("plugins and themes install in wp-admin", WHITEPAPER),
        Argument::con("a single point of failure: a problem with the instance is an outage", WHITEPAPER),
        Argument::con(
            "it bursts like the T2 instances the consultant warns of, and slows to its baseline when burst capacity runs out",
            LIGHTSAIL,
        ),
        Argument::con("its automatic snapshots are deleted with it, unless they are copied", LIGHTSAIL),
        Argument::con("used like a plain virtual server, AWS shows little of what it is good at", CONSULTANT_WHEN),
        Argument::con("the loss of its Availability Zone means a restore by hand", WHITEPAPER)
            .only_if(|brief| brief.answers.zone_loss == ZoneLoss::MustSurvive),
    ],
};
