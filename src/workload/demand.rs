use super::content::Content;
use crate::{
    architecture::{ObjectCache, PageCache},
    units::{Count, Gib, Gigabytes, Milliseconds, Minutes, Ratio, Requests, RequestsPerSecond, Vcpus},
};

/// How much of what is asked for a page cache leaves to PHP.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uncached {
    /// Of people's ordinary page views.
    pub pages: Ratio,
    /// Of the page views a spike adds: they go to few pages, so fewer miss.
    pub spike: Ratio,
    /// Of bots' requests.
    pub bots: Ratio,
}

/// What the busiest minutes are sized by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeakFrom {
    /// The ordinary course of days and hours.
    DailyCurve,
    /// The peak that somebody stated.
    StatedFactor,
    /// The peak that such sites usually have.
    UsualFactor,
    /// What an event brings to a site of any size.
    Event,
}

/// What one case of the workload asks of whatever hosts it.
#[derive(Clone, Debug, PartialEq)]
pub struct Demand {
    /// Visits by people a month.
    pub visits: Requests,
    /// Page views by people a month.
    pub page_views: Requests,
    /// Page requests by bots a month.
    pub bot_requests: Requests,
    /// Background requests for each page view, in page views' worth of work.
    pub ajax: Ratio,
    /// Busiest ordinary minutes compared with the month's mean.
    pub ordinary_peak: Ratio,
    /// Page views a second that the worst expected event adds to the ordinary peak at its height.
    pub spike: RequestsPerSecond,
    /// What the busiest minutes are sized by.
    pub peak_from: PeakFrom,
    /// What stays uncached without a page cache, with one on the server, with one at the edge, and of exported pages.
    pub uncached: [Uncached; 4],
    /// PHP CPU time of an uncached page, OPcache on, on the vCPU of the instance types named.
    pub page_cpu: Milliseconds,
    /// Database CPU time of an uncached page without an object cache.
    pub page_database: Milliseconds,
    /// Share of that left with an object cache.
    pub object_cache: Ratio,
    /// Database queries of an uncached page without an object cache.
    pub queries: Count,
    /// Time a request takes compared with its CPU time, on an idle machine.
    pub wait: Ratio,
    /// CPU utilisation aimed at during the peak.
    pub target: Ratio,
    /// Memory of one PHP worker.
    pub worker_memory: Gib,
    /// PHP files read for one page.
    pub files_per_page: Count,
    /// File operations left on a warm page of which PHP keeps every file compiled: templates and styles that plugins read
    /// themselves.
    pub file_operations: Count,
    /// Files in the webroot, media apart.
    pub webroot_files: Count,
    /// Size of the webroot, media apart.
    pub webroot: Gib,
    /// What the database holds.
    pub content: Content,
    /// Size of the database, tables and indexes.
    pub database: Gib,
    /// Media library a year from now.
    pub media: Gigabytes,
    /// What is uploaded each month.
    pub media_growth: Gigabytes,
    /// Posts, pages and products published or changed in a month.
    pub edits: Count,
    /// What visitors download in a month, pages and files of the site itself.
    pub egress: Gigabytes,
    /// What visitors ask for in a month: pages and files of the site itself.
    pub requests: Requests,
    /// CDN cache hit ratio for files.
    pub static_hits: Ratio,
    /// Growth of traffic a year.
    pub growth: Ratio,
}

/// Paths that a change of one post takes out of the edge's cache, by the plugins that do so: the post, the front page, feeds,
/// its categories, tags and author, and their second pages (estimate).
const PATHS_AN_EDIT: f64 = 8.0;

/// Weight of one page's HTML as transferred (measured: 33 to 276 KB uncompressed, 6 to 40 KB compressed).
pub const HTML: Gigabytes = Gigabytes::new(25e-6);

/// What an operating system with its logs takes (estimate).
const SYSTEM: Gigabytes = Gigabytes::new(6.0);

impl Demand {
    /// What a page cache of this kind leaves to PHP.
    pub const fn uncached(&self, cache: PageCache) -> Uncached {
        self.uncached[cache as usize]
    }

    /// Mean page views a second, people only.
    pub fn mean_views(&self) -> RequestsPerSecond {
        per_second(self.page_views)
    }

    /// The busiest minutes with the worst expected event, compared with the mean.
    pub fn peak_factor(&self) -> Ratio {
        Ratio::new(self.ordinary_peak.value() + self.spike.value() / self.mean_views().value().max(1e-12))
    }

    /// Mean page requests a second by bots.
    pub fn mean_bots(&self) -> RequestsPerSecond {
        per_second(self.bot_requests)
    }

    /// The same site with so many times the traffic, so many years from now: orders and accounts grow with visits, uploads
    /// month by month. An event that comes to sites of any size stays as it is.
    pub fn grown(&self, times: Ratio, years: f64) -> Self {
        let factor = times.value();
        let spike = match self.peak_from {
            PeakFrom::Event => self.spike,
            PeakFrom::DailyCurve | PeakFrom::StatedFactor | PeakFrom::UsualFactor => self.spike * factor,
        };
        let content =
            Content { orders: self.content.orders * factor, accounts: self.content.accounts * factor, ..self.content };
        Self {
            visits: self.visits * factor,
            page_views: self.page_views * factor,
            bot_requests: self.bot_requests * factor,
            spike,
            egress: self.egress * factor,
            requests: self.requests * factor,
            media: self.media + self.media_growth * (12.0 * years),
            content,
            database: content.size(),
            ..self.clone()
        }
    }

    /// What the system takes of that.
    pub fn system_disk(&self) -> Gigabytes {
        SYSTEM * (1.0 / 0.9)
    }

    /// What a server holds that keeps everything itself, a year from now: the system, and a tenth of the disk free.
    pub fn on_disk(&self) -> Gigabytes {
        let data = (self.webroot + self.database).value() * 1.073_741_824;
        (self.media + Gigabytes::new(data) + SYSTEM) * (1.0 / 0.9)
    }

    /// PHP requests a second on the average.
    pub fn mean(&self, cache: PageCache) -> RequestsPerSecond {
        self.php(self.mean_views(), RequestsPerSecond::ZERO, self.mean_bots(), cache)
    }

    /// PHP requests a second at the ordinary peak, without any event. Bots are taken at one and a half times their mean,
    /// as they do not follow people's day.
    pub fn ordinary(&self, cache: PageCache) -> RequestsPerSecond {
        self.busiest(RequestsPerSecond::ZERO, cache)
    }

    /// PHP requests a second in the busiest minutes: the ordinary peak with the worst expected event on top.
    pub fn peak(&self, cache: PageCache) -> RequestsPerSecond {
        self.busiest(self.spike, cache)
    }

    /// Database CPU time of an uncached page.
    pub fn database_time(&self, cache: ObjectCache) -> Milliseconds {
        match cache {
            ObjectCache::Off => self.page_database,
            ObjectCache::Local | ObjectCache::Cluster => self.page_database * self.object_cache.value(),
        }
    }

    /// What one page brings in files of the site itself, its HTML apart.
    pub fn files_a_page(&self) -> Gigabytes {
        let pages = (self.page_views + self.bot_requests).value().max(1.0);
        (self.egress / pages - HTML).max(Gigabytes::ZERO)
    }

    /// Paths that changes of content take out of the edge's cache in a month.
    pub fn paths_changed(&self) -> Count {
        self.edits * PATHS_AN_EDIT
    }

    /// Pages that an export asks WordPress for in a month: those a change touches, and everything once a week (convention).
    pub fn exported(&self) -> Requests {
        Requests::new(self.paths_changed().value() + self.content.items.value() * 52.0 / 12.0)
    }

    /// How long an export of everything takes, page by page: exports do not fetch in parallel (Simply Static, issue 200).
    pub fn export_time(&self) -> Minutes {
        let page = (self.page_cpu + self.page_database).value() * self.wait.value().max(1.0) / 1_000.0;
        Minutes::new(self.content.items.value() * page / 60.0)
    }

    /// vCPUs kept busy by so many PHP requests a second.
    pub fn busy_web(&self, rate: RequestsPerSecond) -> Vcpus {
        Vcpus::new(rate.value() * self.page_cpu.value() / 1000.0)
    }

    /// Database vCPUs kept busy by so many PHP requests a second.
    pub fn busy_database(&self, rate: RequestsPerSecond, cache: ObjectCache) -> Vcpus {
        Vcpus::new(rate.value() * self.database_time(cache).value() / 1000.0)
    }

    /// PHP workers that are busy at once with so many requests a second, with room for two standard deviations
    /// (Little's law; the square root staffing rule of Halfin and Whitt, Operations Research 29, 1981).
    pub fn workers(&self, rate: RequestsPerSecond) -> Count {
        let busy = rate.value() * self.page_cpu.value() / 1000.0 * self.wait.value();
        Count::new((busy + 2.0 * busy.sqrt() + 1.0).ceil())
    }

    fn busiest(&self, spike: RequestsPerSecond, cache: PageCache) -> RequestsPerSecond {
        self.php(self.mean_views() * self.ordinary_peak.value(), spike, self.mean_bots() * 1.5, cache)
    }

    /// PHP requests a second that `views` page views, `spike` views of an event and `bots` bot requests a second leave
    /// to the servers.
    fn php(
        &self,
        views: RequestsPerSecond,
        spike: RequestsPerSecond,
        bots: RequestsPerSecond,
        cache: PageCache,
    ) -> RequestsPerSecond {
        if cache == PageCache::Exported {
            return RequestsPerSecond::ZERO;
        }
        let share = self.uncached(cache);
        views * (share.pages.value() + self.ajax.value())
            + spike * (share.spike.value() + self.ajax.value())
            + bots * share.bots.value()
    }
}

fn per_second(monthly: Requests) -> RequestsPerSecond {
    // A month of 30.4375 days, as traffic is counted; bills use 730 hours.
    RequestsPerSecond::new(monthly.value() / 2_629_800.0)
}
