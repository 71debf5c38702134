//! Caches, as the workload knows them.

use crate::{
    architecture::{ObjectCache, PageCache},
    choices::{Objects, Pages},
};

/// Where pages are cached.
pub(super) const fn page_cache(pages: Pages) -> PageCache {
    match pages {
        Pages::None => PageCache::Off,
        Pages::Server => PageCache::Origin,
        Pages::Edge => PageCache::Edge,
        Pages::Export => PageCache::Exported,
    }
}

/// Where objects are cached.
pub(super) const fn object_cache(objects: Objects) -> ObjectCache {
    match objects {
        Objects::None => ObjectCache::Off,
        Objects::Server => ObjectCache::Local,
        Objects::OneNode | Objects::EachZone => ObjectCache::Cluster,
    }
}
