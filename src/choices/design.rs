use super::{
    ChoiceId, credits::Credits, database::Database, media::Media, network::DeliveryNetwork, objects::Objects,
    pages::Pages, purchase::Purchase, staging::Staging, throughput::Throughput, way_in::WayIn, way_out::WayOut,
    zones::Zones,
};
use crate::codec::ClosedSet;

/// One value for every choice; what a form does not leave open has the value the form gives it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each field is of the type that explains it")]
pub struct Design {
    pub zones: Zones,
    pub way_out: WayOut,
    pub objects: Objects,
    pub database: Database,
    pub pages: Pages,
    pub network: DeliveryNetwork,
    pub media: Media,
    pub throughput: Throughput,
    pub credits: Credits,
    pub purchase: Purchase,
    pub staging: Staging,
    pub way_in: WayIn,
}

impl Design {
    /// The value of a closed choice as its token and its label; none for what is chosen from the catalog or counted.
    pub fn value(&self, choice: ChoiceId) -> Option<(&'static str, &'static str)> {
        match choice {
            ChoiceId::Zones => Some(both(self.zones)),
            ChoiceId::Nat => Some(both(self.way_out)),
            ChoiceId::Cache => Some(both(self.objects)),
            ChoiceId::Database => Some(both(self.database)),
            ChoiceId::Pages => Some(both(self.pages)),
            ChoiceId::Delivery => Some(both(self.network)),
            ChoiceId::Media => Some(both(self.media)),
            ChoiceId::Throughput => Some(both(self.throughput)),
            ChoiceId::Credits => Some(both(self.credits)),
            ChoiceId::Purchase => Some(both(self.purchase)),
            ChoiceId::Staging => Some(both(self.staging)),
            ChoiceId::Admin => Some(both(self.way_in)),
            ChoiceId::Machine | ChoiceId::Servers | ChoiceId::Class => None,
        }
    }
}

fn both<T: ClosedSet>(value: T) -> (&'static str, &'static str) {
    (value.token(), value.label())
}
