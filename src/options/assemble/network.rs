//! What readers come through: names, and content delivery if there is any.

use super::Draft;
use crate::{
    architecture::{EdgeBilling, OtherNetwork, Path, Place, Service},
    choices::{DeliveryNetwork, Pages},
    options::{Ground, parts},
    services::cloudfront,
    units::text,
};

impl Draft<'_> {
    pub(super) fn network(&mut self) {
        let visits = text::short(self.brief.demand.visits.value());
        self.add(
            parts::READERS,
            Service::Readers,
            Place::Internet,
            format!("{visits} visits a month"),
            "Look at the site",
        );
        if !matches!(self.hosting.ground, Ground::Elsewhere | Ground::Managed) {
            self.add(parts::DNS, Service::Dns, Place::Edge, "1 hosted zone", "Answers the site's name");
            self.connect(parts::READERS, parts::DNS, Path::Request, "DNS 53");
        }
        let entry = self.entry();
        let Some((service, words)) = self.delivery() else {
            return self.connect(parts::READERS, entry, Path::Request, "HTTPS 443");
        };
        let amount = format!("{} GB a month{words}", text::grouped(self.brief.demand.egress.value()));
        let role = match self.design.pages {
            Pages::None | Pages::Server => "Delivers files near the readers",
            Pages::Export => "Delivers exported pages and files near the readers",
            Pages::Edge => "Delivers files and cached pages near the readers",
        };
        let is_foreign = matches!(service, Service::OtherCdn(_));
        let place = if is_foreign { Place::Internet } else { Place::Edge };
        self.add(parts::CDN, service, place, amount, role);
        self.connect(parts::READERS, parts::CDN, Path::Request, "HTTPS 443");
        self.connect(parts::CDN, entry, Path::Request, "HTTPS 443");
    }

    /// The content delivery network, and how it is paid for in words.
    fn delivery(&self) -> Option<(Service, String)> {
        let (catalog, demand) = (self.brief.catalog, self.brief.demand);
        match self.design.network {
            DeliveryNetwork::None => None,
            DeliveryNetwork::Other => Some((Service::OtherCdn(OtherNetwork::Unpriced), String::new())),
            DeliveryNetwork::CloudflareFree => {
                Some((Service::OtherCdn(OtherNetwork::CloudflareFree), ", Free plan".to_owned()))
            }
            DeliveryNetwork::CloudflarePro => {
                Some((Service::OtherCdn(OtherNetwork::CloudflarePro), ", Pro plan".to_owned()))
            }
            DeliveryNetwork::CloudFront => Some((Service::Cdn(EdgeBilling::PayAsYouGo), ", pay as you go".to_owned())),
            DeliveryNetwork::FlatRate => {
                // Where no plan includes it any more, use is paid.
                let Some(plan) = cloudfront::flat_rate(catalog, demand.egress, demand.requests) else {
                    return Some((Service::Cdn(EdgeBilling::PayAsYouGo), ", pay as you go".to_owned()));
                };
                let words = format!(", {} plan", plan.name);
                Some((Service::Cdn(EdgeBilling::FlatRate(plan.sku.to_owned())), words))
            }
        }
    }
}
