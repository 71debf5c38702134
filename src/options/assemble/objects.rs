//! The object cache, where it has nodes of its own.

use super::Draft;
use crate::{
    architecture::{Path, Place, Service, Tier, Zone},
    choices::Objects,
    options::{parts, parts::in_zone},
};

impl Draft<'_> {
    pub(super) fn objects(&mut self) {
        let nodes = match self.design.objects {
            Objects::None | Objects::Server => return,
            Objects::OneNode => &Zone::ALL[..1],
            Objects::EachZone => self.zones(),
        };
        let node = self.sizes.node.clone().unwrap_or_default();
        for zone in nodes {
            self.add(
                in_zone(parts::CACHE, *zone),
                Service::CacheNode(node.clone()),
                Place::In(*zone, Tier::Data),
                node.clone(),
                "Keeps database results and sessions in memory",
            );
        }
        for (at, web) in self.web().into_iter().enumerate() {
            if let Some(zone) = nodes.get(at).or(nodes.first()) {
                self.connect(web, in_zone(parts::CACHE, *zone), Path::Data, "Valkey 6379");
            }
        }
    }
}
