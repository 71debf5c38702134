//! What leaves servers and bucket in a month, with a content delivery network before them and without.

use super::{Demand, HTML};
use crate::{architecture::PageCache, units::Gigabytes};

/// Share of the files of a page that were uploaded rather than part of a theme or plugin (estimate).
pub const UPLOADED: f64 = 0.7;

/// What readers download from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Front {
    /// Servers and bucket themselves.
    None,
    /// A content delivery network, which fetches what it does not have.
    Network,
}

/// Where uploaded files are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uploads {
    /// With the servers.
    Servers,
    /// In a bucket.
    Bucket,
}

/// What leaves in a month, whoever it goes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sent {
    /// From the servers.
    pub servers: Gigabytes,
    /// From the bucket; it never counts against what a server's plan includes.
    pub bucket: Gigabytes,
}

impl Demand {
    /// What servers and bucket send: all that readers download, or the files a network does not have and the pages it may not
    /// keep.
    pub fn sent(&self, front: Front, cache: PageCache, uploads: Uploads) -> Sent {
        let views = self.page_views + self.bot_requests;
        let html = (HTML * views.value()).min(self.egress);
        let files = self.egress - html;
        let (pages, missed) = match front {
            Front::None => (html, files),
            Front::Network => {
                let share = self.uncached(PageCache::Edge);
                let asked = self.page_views * share.pages.value() + self.bot_requests * share.bots.value();
                let pages = match cache {
                    PageCache::Edge => (HTML * asked.value()).min(html),
                    PageCache::Exported => html * self.static_hits.rest().value(),
                    PageCache::Off | PageCache::Origin => html,
                };
                (pages, files * self.static_hits.rest().value())
            }
        };
        if cache == PageCache::Exported {
            return Sent { servers: Gigabytes::ZERO, bucket: pages + missed };
        }
        let bucket = match uploads {
            Uploads::Servers => Gigabytes::ZERO,
            Uploads::Bucket => missed * UPLOADED,
        };
        Sent { servers: pages + missed - bucket, bucket }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        questionnaire::{Answers, PRESETS},
        workload::Workload,
    };

    #[test]
    fn what_leaves_is_what_is_downloaded_or_less_and_no_file_is_sent_twice() {
        let clients = PRESETS.iter().map(|preset| (preset.answers)()).chain([Answers::default()]);
        for answers in clients {
            let workload = Workload::new(&answers);
            let demand = workload.typical();
            let sent = |front, cache, uploads| demand.sent(front, cache, uploads);
            let direct = sent(Front::None, PageCache::Origin, Uploads::Servers);
            assert!((direct.servers / demand.egress - 1.0).abs() < 1e-9 && direct.bucket == Gigabytes::ZERO);
            let parted = sent(Front::None, PageCache::Origin, Uploads::Bucket);
            assert!(((parted.servers + parted.bucket) / demand.egress - 1.0).abs() < 1e-9);
            let files = sent(Front::Network, PageCache::Origin, Uploads::Bucket);
            let pages = sent(Front::Network, PageCache::Edge, Uploads::Bucket);
            assert!(pages.servers < files.servers && files.servers < parted.servers);
            assert!(pages.bucket == files.bucket && files.bucket < parted.bucket);
        }
    }
}
