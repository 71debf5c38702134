//! Pages exported to a bucket: what readers are served from.

use super::Draft;
use crate::{
    architecture::{Path, Place, Service},
    choices::Pages,
    options::parts,
    units::text,
};

impl Draft<'_> {
    pub(super) fn export(&mut self) {
        match self.design.pages {
            Pages::None | Pages::Server | Pages::Edge => {}
            Pages::Export => {
                let demand = self.brief.demand;
                let size = format!(
                    "{} pages and {} GB of media in a year",
                    text::grouped(demand.content.items.value()),
                    text::grouped(demand.media.value())
                );
                let role = "Holds all pages as files, and answers readers";
                self.add(parts::OBJECTS, Service::ObjectStore, Place::Region, size, role);
                self.connect(parts::SERVER, parts::OBJECTS, Path::Deploy, "export");
            }
        }
    }
}
