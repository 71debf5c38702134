use super::run::{Weeks, evaluate};
use crate::{
    assessment::Client,
    choices::{
        Credits, Database, DeliveryNetwork, Design, Media, Objects, Pages, Purchase, Staging, Throughput, WayIn,
        WayOut, Zones,
    },
    decision::Standing,
    options::{self, Sizer},
    questionnaire::Answers,
    simulation::Events,
};

/// What AWS's whitepaper draws in its reference architecture (Best Practices for WordPress on AWS, 2018, figure 2), and AWS's
/// template builds: a NAT gateway and a cache node in each zone, Aurora with a reader, a webroot on EFS, media in S3 behind
/// CloudFront, a bastion host.
const DRAWN: Design = Design {
    zones: Zones::Two,
    way_out: WayOut::EachZone,
    objects: Objects::EachZone,
    database: Database::Aurora,
    pages: Pages::Edge,
    network: DeliveryNetwork::CloudFront,
    media: Media::Bucket,
    throughput: Throughput::Elastic,
    credits: Credits::Unlimited,
    purchase: Purchase::OnDemand,
    staging: Staging::None,
    way_in: WayIn::Bastion,
};

/// The textbook for this client, sized as everything else is: no candidate, but what stands beside what does the same.
pub fn reference(client: &Client<'_>) -> Option<Standing> {
    let hosting = options::hosting(options::EFS.0)?;
    // The client's pins are not the textbook's.
    let answers = Answers { pins: Default::default(), ..client.answers.clone() };
    let client = Client::new(&answers, client.workload, client.catalog);
    let sizer = Sizer::new(hosting, client.brief());
    let mut standing = evaluate(hosting, DRAWN, &client, &sizer, &mut Weeks::default())?;
    standing.assessment = standing.assessment.in_every_case(&client, &Events::new());
    standing.over_limit = standing.assessment.over_limit;
    Some(standing)
}
