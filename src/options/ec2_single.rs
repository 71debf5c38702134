use super::{
    Argument, Changes, Files, Ground, Hosting, OptionId, Skill, Space, Values, Work,
    sources::{CONSULTANT_T2, CONSULTANT_WHEN, OPS, WHITEPAPER},
    space::{NETWORKS, PURCHASES},
};
use crate::{
    choices::{Credits, Database, Media, Objects, Pages, Staging},
    questionnaire::{AwsTies, ZoneLoss},
    units::Ratio,
};

/// One EC2 instance.
pub(super) static HOSTING: Hosting = Hosting {
    id: OptionId("ec2"),
    name: "EC2 single server",
    summary: "One EC2 instance from an image of one's own or the Marketplace, with daily snapshots",
    ground: Ground::Instance,
    files: Files::OnServer,
    space: Space {
        objects: Values::of(&[Objects::Server, Objects::None]),
        database: Values::of(&[Database::Server, Database::RdsSingle]),
        pages: Values::and_by_pin(&[Pages::Server, Pages::Edge], &[Pages::None]),
        network: NETWORKS,
        media: Values::of(&[Media::Disk, Media::Bucket]),
        credits: Values::and_by_pin(&[Credits::Unlimited], &[Credits::Standard]),
        purchase: PURCHASES,
        staging: Values::and_by_pin(&[Staging::None], &[Staging::Beside]),
        ..Space::FIXED
    },
    operations: Work::new(2.0, 4.0, 6.0, OPS),
    setup: Work::new(6.0, 10.0, 16.0, OPS),
    changes: Changes::InAdmin,
    freedom: Ratio::new(1.0),
    deployment_safety: Ratio::new(0.3),
    deployment: "changes are made on the live server; an image or a snapshot is the way back",
    skill: Skill::OneServer,
    takes_away: &["the all-in price: every part is billed apart"],
    needs: &["somebody who updates a Linux server and knows security groups, roles and snapshots"],
    next: "A larger instance type; then the same image in an Auto Scaling group",
    arguments: &[
        Argument::pro("more configuration and management options than Lightsail", WHITEPAPER),
        Argument::pro("grows into an Auto Scaling group without leaving the VPC", WHITEPAPER),
        Argument::pro("plugins and themes install in wp-admin", CONSULTANT_WHEN),
        Argument::pro("next to the systems that run on AWS already", "your answer")
            .only_if(|brief| brief.answers.aws == AwsTies::Already),
        Argument::con("used like a plain virtual server, AWS is expensive for what it gives", CONSULTANT_WHEN),
        Argument::con("burstable types are often chosen for their price and poorly understood", CONSULTANT_T2),
        Argument::con("a single point of failure, in one Availability Zone", WHITEPAPER),
        Argument::con("the loss of its Availability Zone means a restore by hand", WHITEPAPER)
            .only_if(|brief| brief.answers.zone_loss == ZoneLoss::MustSurvive),
    ],
};
