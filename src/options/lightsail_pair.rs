use super::{
    Argument, Changes, Files, Ground, Hosting, OptionId, Skill, Space, Values, Work,
    sources::{CONSULTANT_HA, LIGHTSAIL_BALANCER, LIGHTSAIL_QUOTAS, OPS_LOW},
    space::NETWORKS,
};
use crate::{
    choices::{Database, Media, Objects, Pages, Zones},
    questionnaire::{DataLoss, LocalWrites, PluginChanges, Said, ZoneLoss},
    units::Ratio,
};

/// Two Lightsail instances behind a Lightsail load balancer.
pub(super) static HOSTING: Hosting = Hosting {
    id: OptionId("lightsail-pair"),
    name: "Lightsail load-balanced pair",
    summary: "Two Lightsail instances in two zones behind a Lightsail load balancer, with a high-availability database and media in S3",
    ground: Ground::LightsailPair,
    files: Files::OnEach,
    space: Space {
        zones: Values::of(&[Zones::Two]),
        objects: Values::of(&[Objects::None]),
        database: Values::and_by_pin(&[Database::LightsailHa], &[Database::Lightsail]),
        pages: Values::and_by_pin(&[Pages::Server, Pages::Edge], &[Pages::None]),
        network: NETWORKS,
        media: Values::of(&[Media::Bucket]),
        ..Space::FIXED
    },
    operations: Work::new(3.0, 5.0, 8.0, OPS_LOW),
    setup: Work::new(12.0, 20.0, 32.0, OPS_LOW),
    changes: Changes::ThroughDeployment,
    freedom: Ratio::new(0.0),
    deployment_safety: Ratio::new(0.6),
    deployment: "a change goes to one server, is looked at, and then to the other; a snapshot is the way back",
    skill: Skill::Cloud,
    takes_away: &[
        "installing and updating plugins and themes in wp-admin: what one server has the other has not",
        "scaling by itself: a third server is added by hand, and so is one in the place of a lost one",
    ],
    needs: &[
        "somebody who brings every change to both servers alike, by a script or from Git",
        "media offloaded to a bucket, and a health check address that answers 200",
    ],
    next: "An Auto Scaling group on EC2, whose servers start from an image or from Git",
    arguments: &[
        Argument::pro(
            "fixed prices by the month, with the load balancer's certificate and terabytes of transfer included",
            LIGHTSAIL_BALANCER,
        ),
        Argument::pro(
            "two servers in two zones without a VPC, subnets and security groups to look after",
            LIGHTSAIL_BALANCER,
        ),
        Argument::pro("it goes on when a zone is lost, and its database fails over by itself", LIGHTSAIL_BALANCER)
            .only_if(|brief| brief.answers.zone_loss == ZoneLoss::MustSurvive),
        Argument::pro("its database is kept twice and can be restored to a point in time", LIGHTSAIL_BALANCER)
            .only_if(|brief| brief.answers.data_loss < DataLoss::Day),
        Argument::con(
            "no scaling by itself, no firewall, no rules by path: what the load balancer of EC2 has is missing",
            LIGHTSAIL_BALANCER,
        ),
        Argument::con(
            "quotas of 20 vCPU and five static addresses a Region, until more is asked for",
            LIGHTSAIL_QUOTAS,
        ),
        Argument::con("its instances slow to their baseline when burst capacity runs out", LIGHTSAIL_BALANCER),
        Argument::con("editors install plugins on the live site today; here a deployment does", "your answer")
            .only_if(|brief| brief.answers.plugin_changes == PluginChanges::EditorsInAdmin),
        Argument::con("what plugins write to one server's disk the other never sees", CONSULTANT_HA)
            .only_if(|brief| brief.answers.local_writes != Said::Known(LocalWrites::No)),
    ],
};
