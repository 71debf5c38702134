//! Where the media library is kept: a bucket, or what is there anyway.

use super::Draft;
use crate::{
    architecture::{Path, Place, Service},
    choices::Media,
    options::parts,
    units::text,
};

impl Draft<'_> {
    pub(super) fn media(&mut self) {
        match self.design.media {
            Media::Disk | Media::Shared => {}
            Media::Bucket => {
                let size = format!("{} GB in a year", text::grouped(self.brief.demand.media.value()));
                self.add(parts::OBJECTS, Service::ObjectStore, Place::Region, size, "Holds the media library");
                let from = if self.design.network.is_there() { parts::CDN } else { parts::READERS };
                self.connect(from, parts::OBJECTS, Path::Data, "HTTPS 443");
            }
        }
    }
}
