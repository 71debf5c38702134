//! The designs of a form that stand for election: its values combined, the rules that join choices, and the client's pins.

use super::{Brief, Ground, Hosting, Sizer, Values};
use crate::{
    choices::{ChoiceId, DeliveryNetwork, Design, Media, Objects, Pages, WayOut, Zones},
    codec::ClosedSet,
    questionnaire::Answers,
    services::cloudfront,
    units::Gigabytes,
};

/// Up to so much a month the free plan of another content delivery network is plausible, and a plan for a few dollars:
/// transfer is not metered, but a disproportionate share of pictures and files may be limited (Cloudflare's terms of 2023;
/// the amounts are estimates).
const FREE_NETWORK: Gigabytes = Gigabytes::new(2_000.0);
const PAID_NETWORK: Gigabytes = Gigabytes::new(10_000.0);

/// The designs of a form that stand for election.
pub struct Designs {
    /// All of them, the simplest values first.
    pub all: Vec<Design>,
    /// The pins that this form cannot follow, with the value that was asked for.
    pub refused: Vec<(ChoiceId, String)>,
}

impl Hosting {
    /// The designs that stand for election: every combination of the values searched that the rules allow, with the
    /// client's pins.
    pub fn designs(&self, brief: &Brief<'_>) -> Designs {
        let mut open = Opening { answers: brief.answers, all: vec![Design::default()], refused: Vec::new() };
        let space = &self.space;
        open.with(ChoiceId::Zones, &space.zones, |design, zones| Design { zones, ..design });
        open.with(ChoiceId::Nat, &space.way_out, |design, way_out| Design { way_out, ..design });
        open.with(ChoiceId::Cache, &space.objects, |design, objects| Design { objects, ..design });
        open.with(ChoiceId::Database, &space.database, |design, database| Design { database, ..design });
        open.with(ChoiceId::Pages, &space.pages, |design, pages| Design { pages, ..design });
        open.with(ChoiceId::Delivery, &space.network, |design, network| Design { network, ..design });
        open.with(ChoiceId::Media, &space.media, |design, media| Design { media, ..design });
        open.with(ChoiceId::Throughput, &space.throughput, |design, throughput| Design { throughput, ..design });
        open.with(ChoiceId::Credits, &space.credits, |design, credits| Design { credits, ..design });
        open.with(ChoiceId::Purchase, &space.purchase, |design, purchase| Design { purchase, ..design });
        open.with(ChoiceId::Staging, &space.staging, |design, staging| Design { staging, ..design });
        open.with(ChoiceId::Admin, &space.way_in, |design, way_in| Design { way_in, ..design });
        let Opening { mut all, mut refused, .. } = open;
        all.retain(|design| self.allows(design, brief));
        if all.iter().all(|design| design.network == DeliveryNetwork::FlatRate)
            && cloudfront::flat_rate(brief.catalog, brief.demand.egress, brief.demand.requests).is_none()
        {
            // No plan includes so much; what the client has pinned is then paid by use, and that is said.
            refused.extend(brief.answers.pins.get(ChoiceId::Delivery).map(|pin| (ChoiceId::Delivery, pin.to_owned())));
        }
        if brief.answers.pins.get(ChoiceId::Media).is_none() && space.media.searched.contains(&Media::Disk) {
            let sizer = Sizer::new(self, *brief);
            all.retain(|design| design.media != Media::Bucket || !sizer.holds_media(design));
        }
        Designs { all, refused }
    }

    /// The rules that join choices, and what this client's traffic leaves possible.
    pub fn allows(&self, design: &Design, brief: &Brief<'_>) -> bool {
        let demand = brief.demand;
        let is_pinned = |choice| brief.answers.pins.get(choice).is_some();
        let pinned = is_pinned(ChoiceId::Pages);
        let pages = design.pages == Pages::Export
            || match design.network {
                // Without content delivery there is no edge; free plans keep files and no pages.
                DeliveryNetwork::None | DeliveryNetwork::CloudflareFree | DeliveryNetwork::Other => {
                    design.pages != Pages::Edge
                }
                // Where pages may be kept at the edge they are, unless the client wants otherwise.
                DeliveryNetwork::CloudFront | DeliveryNetwork::FlatRate | DeliveryNetwork::CloudflarePro => {
                    pinned || design.pages == Pages::Edge
                }
            };
        // What a network includes is an estimate; whoever has decided for one knows better.
        let network = is_pinned(ChoiceId::Delivery)
            || match design.network {
                DeliveryNetwork::None | DeliveryNetwork::CloudFront => true,
                DeliveryNetwork::FlatRate => {
                    cloudfront::flat_rate(brief.catalog, demand.egress, demand.requests).is_some()
                }
                DeliveryNetwork::CloudflareFree | DeliveryNetwork::Other => demand.egress <= FREE_NETWORK,
                DeliveryNetwork::CloudflarePro => demand.egress <= PAID_NETWORK,
            };
        let objects = match design.objects {
            Objects::None | Objects::Server | Objects::OneNode => true,
            Objects::EachZone => design.zones != Zones::One,
        };
        let way_out = design.way_out != WayOut::EachZone || design.zones != Zones::One;
        let media = match (self.ground, design.media) {
            // Lightsail's and other providers' servers hand out what they hold; a bucket needs a network before it.
            (Ground::Elsewhere | Ground::Lightsail, Media::Bucket) => design.network.is_there(),
            (_, Media::Disk | Media::Bucket | Media::Shared) => true,
        };
        let purchase = is_pinned(ChoiceId::Purchase) || design.purchase.term() <= brief.answers.purchase.term();
        pages && network && objects && way_out && media && purchase
    }
}

/// Designs while choices are opened one after another.
struct Opening<'a> {
    answers: &'a Answers,
    all: Vec<Design>,
    refused: Vec<(ChoiceId, String)>,
}

impl Opening<'_> {
    /// Every design so far with every value of a choice: the pinned one, or those searched.
    fn with<T: ClosedSet>(&mut self, choice: ChoiceId, values: &Values<T>, set: impl Fn(Design, T) -> Design) {
        let pinned: Option<T> = self.answers.pins.of(choice);
        let mut wanted: Vec<T> = values.searched.to_vec();
        if let Some(pinned) = pinned
            && !values.searched.is_empty()
        {
            if values.searched.contains(&pinned) || values.by_pin.contains(&pinned) {
                wanted = vec![pinned];
            } else {
                self.refused.push((choice, pinned.token().to_owned()));
            }
        }
        if !wanted.is_empty() {
            self.all = self.all.iter().flat_map(|design| wanted.iter().map(|value| set(*design, *value))).collect();
        }
    }
}
