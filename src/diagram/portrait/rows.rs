//! Where the rows of a page begin.

use super::{CLOSE, FOOT, GAP, HEAD, NAME_OF_BAND, NEST_BELOW, Plan, TITLE, is_foreign, is_name, is_objects};
use crate::{
    architecture::{Component, Network, Place, Tier},
    diagram::{
        arrange::is_aws,
        card::{self, GRID},
        nesting::{NEST, SUBNET},
        picture::Orientation,
    },
};

impl Plan<'_> {
    /// Walks down the page, and remembers where each row begins.
    pub(super) fn set_rows(&mut self) {
        let has = |wanted: &dyn Fn(Place) -> bool| {
            self.architecture.components.iter().any(|component| wanted(component.place))
        };
        let stored = self.stored();
        // The lower edge of the last row.
        let mut y = self.height(|of| of.place == Place::Internet);
        if self.count(is_foreign) > 0 {
            self.foreign = y + GAP;
            y = self.foreign + self.height(is_foreign);
        }
        self.edge = y + GAP;
        if has(&|place| place == Place::Edge) {
            let names = self.count(|of| of.place == Place::Edge && is_name(of)).max(1);
            y = self.edge + self.height(|of| of.place == Place::Edge) + (names - 1) * self.row();
        }
        self.above = y + card::snapped(NEST + HEAD);
        if stored {
            y = self.above + self.height(is_objects);
        }
        let gateway = has(&|place| place == Place::Border);
        let head = if stored { 0 } else { TITLE };
        if gateway {
            // Objects stand beside the gateway, but above the network.
            self.border = if stored { self.above + CLOSE } else { card::snapped(y + NEST + HEAD) };
            y = self.border + self.height(|of| of.place == Place::Border);
        }
        // Without a gateway what stands across the zones is the first inside the network, below its name.
        self.across = if gateway { y + GAP } else { card::snapped(y + GAP + TITLE + HEAD) };
        if has(&|place| place == Place::AcrossZones) {
            y = self.across + self.height(|of| of.place == Place::AcrossZones);
        }
        y += card::snapped(match (self.architecture.network, gateway) {
            (Network::Vpc, true) => SUBNET + TITLE + HEAD,
            (Network::Vpc, false) => SUBNET + 2 * TITLE + HEAD + head,
            (Network::Lightsail | Network::OffAws, _) => SUBNET + TITLE + HEAD + head,
        });
        let tiers: Vec<Tier> = self.slots.tiers().collect();
        for (at, tier) in tiers.into_iter().enumerate() {
            if at > 0 {
                y += card::snapped(self.between_tiers() + self.title_of_band(tier));
            } else {
                y += self.title_of_band(tier);
            }
            let mut tops = Vec::new();
            for slot in 0..self.slots.count(tier) {
                y += if slot > 0 { CLOSE } else { 0 };
                tops.push(y);
                let stands = |of: &Component| {
                    matches!(of.place, Place::In(_, at) if at == tier) && self.slots.of(self.architecture, of) == slot
                };
                y += self.height(stands);
            }
            self.tiers.push((tier, tops, y));
        }
        if !self.tiers.is_empty() {
            y += FOOT + 2 * NEST_BELOW;
        }
        self.below = card::snapped(y + CLOSE);
        if self.count(|of| of.place == Place::Region && !is_objects(of)) > 0 || has(&|place| place == Place::Elsewhere)
        {
            y = self.below + (self.rows_below() - 1) * self.row() + self.height(|of| of.place == Place::Region);
        }
        self.lane = card::snapped(y + NEST + HEAD);
        let lane = self.count(|of| of.place == Place::Deployment && is_aws(&of.service));
        if lane > 0 {
            y = self.lane + (lane - 1) / self.columns() * self.row() + self.height(|of| of.place == Place::Deployment);
        }
        self.outside = y + card::snapped(SUBNET + 3 * NEST_BELOW + GRID);
    }

    /// The height of the row of such cards.
    fn height(&self, stands: impl Fn(&Component) -> bool) -> i32 {
        let components = self.architecture.components.iter().filter(|component| stands(component));
        components.map(|component| card::height(component, Orientation::Portrait)).max().unwrap_or(0)
    }

    /// From one card to the next below it outside the zones.
    pub(super) fn row(&self) -> i32 {
        self.height(|of| !matches!(of.place, Place::In(..))) + GAP
    }

    /// From the cards of a tier to those of the next.
    fn between_tiers(&self) -> i32 {
        match self.architecture.network {
            Network::Vpc => FOOT + NEST_BELOW + HEAD,
            Network::Lightsail | Network::OffAws => 2 * GRID,
        }
    }

    /// The room of the name of the Auto Scaling group above a tier.
    pub(super) fn title_of_band(&self, tier: Tier) -> i32 {
        if matches!(tier, Tier::App | Tier::Open) && self.architecture.replaces_itself() { NAME_OF_BAND } else { 0 }
    }
}
