//! What it costs to read PHP files one after the other from something that is not the server's own disk.
//!
//! Throughput hides this: a WordPress page opens hundreds of small files, and each waits for a round trip. Measured with
//! a file system that delays every operation (WordPress 6.8, WooCommerce 11, PHP 8.4, 60 s attribute cache): 3.7
//! operations for each file on a cold start, 1.5 attribute look-ups for each file when cached attributes expire, 1.05
//! opens for each file without OPcache. EFS, NFS and GlusterFS differ only in the time one operation takes.

use super::Rules;
use crate::{
    architecture::Webroot,
    units::{Count, Milliseconds, Minutes, Ratio, RequestsPerSecond, Seconds},
    workload::Demand,
};

/// Whether PHP keeps compiled files in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Opcache {
    /// It does, and the cache holds them all.
    #[default]
    On,
    /// It does not, or `opcache.max_accelerated_files` is below the number of files and it keeps starting over.
    Off,
}

/// Whether PHP looks for changed files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Revalidation {
    /// It looks, at most every `opcache.revalidate_freq` seconds: the default.
    #[default]
    On,
    /// It never looks (`opcache.validate_timestamps=0`): a deployment has to empty the cache.
    Off,
}

/// Operations on the file system, for each PHP file of a page unless said otherwise.
const COLD_OPS: f64 = 3.7;
const EXPIRY_OPS: f64 = 1.5;
/// Without revalidation look-ups of compiled files fall away: measured 581 of 1,974 are left on WooCommerce.
const EXPIRY_OPS_UNCHECKED: f64 = 0.45;
const UNCACHED_OPS: f64 = 1.05;
/// Operations left on a warm page, for the whole page: measured 10 on core and WooCommerce.
const WARM_OPS: f64 = 10.0;

/// The time PHP spends on files of a webroot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StorageLatency {
    /// One operation, in seconds.
    op: f64,
    /// Seconds attributes are trusted.
    trusted: f64,
    warm: f64,
    expiry: f64,
    cold: f64,
}

impl StorageLatency {
    /// For pages of this site on this webroot.
    pub fn new(webroot: Webroot, demand: &Demand, rules: &Rules, opcache: Opcache, revalidation: Revalidation) -> Self {
        let op = rules.file_op(webroot).value() / 1_000.0;
        let files = demand.files_per_page.value();
        let uncached = match opcache {
            Opcache::On => 0.0,
            Opcache::Off => UNCACHED_OPS * files,
        };
        let expiry = match revalidation {
            Revalidation::On => EXPIRY_OPS,
            Revalidation::Off => EXPIRY_OPS_UNCHECKED,
        };
        Self {
            op,
            trusted: rules.attribute_cache.value(),
            warm: op * (WARM_OPS + uncached),
            expiry: op * expiry * files,
            cold: op * COLD_OPS * files,
        }
    }

    /// Added to every page, warm.
    pub const fn warm(&self) -> Seconds {
        Seconds::new(self.warm)
    }

    /// Added once on each server when the attributes it has seen expire.
    pub const fn expiry(&self) -> Seconds {
        Seconds::new(self.expiry)
    }

    /// Added to the first page of a server that has seen no file.
    pub const fn cold(&self) -> Seconds {
        Seconds::new(self.cold)
    }

    /// The share of pages that meet expired attributes on a server with so many pages a second: one in each period, and
    /// every one on a site so quiet that attributes expire from page to page.
    pub fn expired(&self, rate: RequestsPerSecond) -> Ratio {
        if self.expiry == 0.0 {
            return Ratio::ZERO;
        }
        let in_a_period = rate.value() * self.trusted.max(1e-9);
        Ratio::new(1.0 / in_a_period.max(1.0))
    }

    /// Operations of a warm page; none on the server's own disk.
    pub const fn warm_operations(&self) -> Count {
        Count::new(if self.op > 0.0 { self.warm / self.op } else { 0.0 })
    }

    /// Operations of one server each time its attributes expire; none on the server's own disk.
    pub const fn expiry_operations(&self) -> Count {
        Count::new(if self.op > 0.0 { self.expiry / self.op } else { 0.0 })
    }

    /// Time to the first byte of the first page after a start: files, and compiling them.
    pub fn first_page(&self, demand: &Demand, rules: &Rules) -> Milliseconds {
        demand.page_cpu * rules.compile_factor.value() + Milliseconds::new(self.cold * 1_000.0)
    }
}

/// How long wp-admin takes to install a plugin: download and unpacking take two seconds, and each file is created,
/// written and closed, one after the other, with half a millisecond of CPU.
pub fn plugin_install(webroot: Webroot, rules: &Rules) -> Minutes {
    let each = 3.0 * rules.file_write(webroot).value() + 0.5;
    Seconds::new(2.0 + rules.plugin_files.value() * each / 1_000.0).minutes()
}
