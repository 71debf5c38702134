//! Which values a form allows for each choice.

use std::str::FromStr;

use crate::{
    choices::{
        ChoiceId, Credits, Database, DeliveryNetwork, Media, Objects, Pages, Purchase, Staging, Throughput, WayIn,
        WayOut, Zones,
    },
    codec::ClosedSet,
};

/// The values of one choice that a form allows.
#[derive(Clone, Copy, Debug)]
pub struct Values<T: 'static> {
    /// Tried by the search; the first is the form's own where there is nothing to decide.
    pub searched: &'static [T],
    /// Built only where the client has pinned them.
    pub by_pin: &'static [T],
}

impl<T> Values<T> {
    /// A choice that the form does not have.
    pub(super) const NONE: Self = Self { searched: &[], by_pin: &[] };

    /// The values tried.
    pub(super) const fn of(searched: &'static [T]) -> Self {
        Self { searched, by_pin: &[] }
    }

    /// The values tried, and others a client may ask for.
    pub(super) const fn and_by_pin(searched: &'static [T], by_pin: &'static [T]) -> Self {
        Self { searched, by_pin }
    }
}

impl<T: ClosedSet + FromStr> Values<T> {
    /// Whether the form has something to decide here.
    fn is_open(&self) -> bool {
        self.searched.len() + self.by_pin.len() > 1
    }

    fn tokens(&self) -> Vec<&'static str> {
        self.searched.iter().chain(self.by_pin).map(|value| value.token()).collect()
    }
}

/// What readers may download from, whatever a form is: nothing before the servers, or a network at its price. Every form
/// has all of them, so that none is set beside another with less delivered.
pub(super) const NETWORKS: Values<DeliveryNetwork> = Values::and_by_pin(
    &[
        DeliveryNetwork::None,
        DeliveryNetwork::FlatRate,
        DeliveryNetwork::CloudFront,
        DeliveryNetwork::CloudflareFree,
        DeliveryNetwork::CloudflarePro,
    ],
    &[DeliveryNetwork::Other],
);

/// How what runs all month can be bought of EC2, RDS and ElastiCache; as long as the client would commit, or has pinned.
pub(super) const PURCHASES: Values<Purchase> =
    Values::of(&[Purchase::OnDemand, Purchase::OneYear, Purchase::ThreeYears]);

/// The values a form allows for each choice.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "each field is of the type that explains it")]
pub struct Space {
    pub zones: Values<Zones>,
    pub way_out: Values<WayOut>,
    pub objects: Values<Objects>,
    pub database: Values<Database>,
    pub pages: Values<Pages>,
    pub network: Values<DeliveryNetwork>,
    pub media: Values<Media>,
    pub throughput: Values<Throughput>,
    pub credits: Values<Credits>,
    pub purchase: Values<Purchase>,
    pub staging: Values<Staging>,
    pub way_in: Values<WayIn>,
}

impl Space {
    /// A form in which nothing but the server is decided.
    pub(super) const FIXED: Self = Self {
        zones: Values::of(&[Zones::One]),
        way_out: Values::NONE,
        objects: Values::NONE,
        database: Values::NONE,
        pages: Values::NONE,
        network: Values::NONE,
        media: Values::NONE,
        throughput: Values::NONE,
        credits: Values::NONE,
        purchase: Values::NONE,
        staging: Values::NONE,
        way_in: Values::NONE,
    };

    /// What every Auto Scaling group over several zones leaves open.
    pub(super) const GROUP: Self = Self {
        zones: Values::and_by_pin(&[Zones::Two], &[Zones::Three]),
        way_out: Values::and_by_pin(&[WayOut::Public, WayOut::OneGateway, WayOut::EachZone], &[WayOut::Instance]),
        objects: Values::of(&[Objects::None, Objects::OneNode, Objects::EachZone]),
        database: Values::of(&[
            Database::RdsSingle,
            Database::RdsMultiAz,
            Database::Aurora,
            Database::AuroraServerless,
        ]),
        pages: Values::and_by_pin(&[Pages::Server, Pages::Edge], &[Pages::None]),
        network: NETWORKS,
        media: Values::of(&[Media::Bucket]),
        throughput: Values::NONE,
        credits: Values::and_by_pin(&[Credits::Unlimited], &[Credits::Standard]),
        purchase: PURCHASES,
        staging: Values::and_by_pin(&[Staging::None], &[Staging::Beside]),
        way_in: Values::and_by_pin(&[WayIn::SessionManager], &[WayIn::Bastion]),
    };

    /// The tokens this form allows for a choice; none where it does not have that choice.
    pub fn tokens(&self, choice: ChoiceId) -> Vec<&'static str> {
        match choice {
            ChoiceId::Zones => self.zones.tokens(),
            ChoiceId::Nat => self.way_out.tokens(),
            ChoiceId::Cache => self.objects.tokens(),
            ChoiceId::Database => self.database.tokens(),
            ChoiceId::Pages => self.pages.tokens(),
            ChoiceId::Delivery => self.network.tokens(),
            ChoiceId::Media => self.media.tokens(),
            ChoiceId::Throughput => self.throughput.tokens(),
            ChoiceId::Credits => self.credits.tokens(),
            ChoiceId::Purchase => self.purchase.tokens(),
            ChoiceId::Staging => self.staging.tokens(),
            ChoiceId::Admin => self.way_in.tokens(),
            ChoiceId::Machine | ChoiceId::Servers | ChoiceId::Class => Vec::new(),
        }
    }

    /// Whether the form has something to decide here.
    pub fn is_open(&self, choice: ChoiceId) -> bool {
        match choice {
            ChoiceId::Zones => self.zones.is_open(),
            ChoiceId::Nat => self.way_out.is_open(),
            ChoiceId::Cache => self.objects.is_open(),
            ChoiceId::Database => self.database.is_open(),
            ChoiceId::Pages => self.pages.is_open(),
            ChoiceId::Delivery => self.network.is_open(),
            ChoiceId::Media => self.media.is_open(),
            ChoiceId::Throughput => self.throughput.is_open(),
            ChoiceId::Credits => self.credits.is_open(),
            ChoiceId::Purchase => self.purchase.is_open(),
            ChoiceId::Staging => self.staging.is_open(),
            ChoiceId::Admin => self.way_in.is_open(),
            ChoiceId::Machine | ChoiceId::Servers | ChoiceId::Class => true,
        }
    }
}
