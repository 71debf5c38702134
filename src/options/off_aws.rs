use super::{
    Argument, Changes, Files, Ground, Hosting, OptionId, Skill, Space, Values, Work,
    sources::{CONSULTANT_WHEN, MODEL, OPS},
    space::NETWORKS,
};
use crate::{
    architecture::Service,
    choices::{Database, Media, Objects, Pages},
    questionnaire::{AwsTies, DataLoss, ZoneLoss},
    units::{Ratio, Requests},
};

/// One virtual server of another provider.
pub(super) static HOSTING: Hosting = Hosting {
    id: OptionId("off-aws"),
    name: "Server off AWS",
    summary: "One virtual server of another provider with everything on it, and daily backups",
    ground: Ground::Elsewhere,
    files: Files::OnServer,
    space: Space {
        objects: Values::of(&[Objects::Server]),
        database: Values::of(&[Database::Server]),
        pages: Values::and_by_pin(&[Pages::Server, Pages::Edge], &[Pages::None]),
        network: NETWORKS,
        media: Values::of(&[Media::Disk]),
        ..Space::FIXED
    },
    // As on Lightsail: an image with WordPress on it and automatic backups ask for the same care on either.
    operations: Work::new(2.0, 3.0, 5.0, OPS),
    setup: Work::new(4.0, 6.0, 10.0, OPS),
    changes: Changes::InAdmin,
    freedom: Ratio::new(1.0),
    deployment_safety: Ratio::new(0.2),
    deployment: "changes are made on the live server; a backup is the way back",
    skill: Skill::OneServer,
    takes_away: &["AWS services next to the site: IAM, RDS, managed failover"],
    needs: &["somebody who updates a Linux server and WordPress every week"],
    next: "A larger plan first; then EC2 or Lightsail when AWS services are wanted, or a golden image when one server is no longer enough",
    arguments: &[
        Argument::pro("for the price, more sustained CPU and far more transfer than AWS", CONSULTANT_WHEN),
        Argument::pro("WordPress works as it was made: plugins and themes install in wp-admin", CONSULTANT_WHEN),
        Argument::pro(
            "up to the low hundred thousands of hits a day there is no scale for AWS to show",
            CONSULTANT_WHEN,
        )
        .only_if(|brief| brief.demand.page_views < Requests::new(3_000_000.0)),
        Argument::con("one server is a single point of failure, restored by hand", "AWS whitepaper, Simple Deployment"),
        Argument::con("its daily backups lose up to a day of orders and comments", MODEL)
            .only_if(|brief| brief.answers.data_loss < DataLoss::Day),
        Argument::con("a content delivery network comes from yet another provider, under an account of its own", MODEL)
            .where_built(|built| built.has(|service| matches!(service, Service::Cdn(_) | Service::OtherCdn(_)))),
        Argument::con("nothing goes on by itself when its data centre is lost", MODEL)
            .only_if(|brief| brief.answers.zone_loss == ZoneLoss::MustSurvive),
        Argument::con("other systems run on AWS already, and would be far away", "your answer")
            .only_if(|brief| brief.answers.aws == AwsTies::Already),
    ],
};
