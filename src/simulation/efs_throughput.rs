//! Throughput of an EFS file system (Amazon EFS User Guide, performance specifications and throughput modes).
//!
//! Throughput is metered: a byte read counts a third of a byte written. Sizes count the Standard class only.

use crate::units::{Gib, MibPerSecond, Minutes, Ratio};

/// What one byte read counts for, next to one written: 30 MiB/s of reads and 30 of writes are metered as 40.
pub const READ_WEIGHT: f64 = 1.0 / 3.0;

/// Baseline for each GiB stored, metered: 50 KiB/s.
const BASELINE_PER_GIB: f64 = 50.0 / 1_024.0;
/// The least a file system may always use, metered. (Until about 2020 there was no such floor.)
const FLOOR: f64 = 1.0;
/// Burst rate up to 1 TiB, and for each TiB above.
const BURST_PER_TIB: f64 = 100.0;
/// Credits a file system can hold, up to 1 TiB and for each TiB above, in MiB; a new one starts with them.
const CREDITS_PER_TIB: f64 = 2.1 * 1_048_576.0;

/// A file system in bursting mode, with its credits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FileCredits {
    accrual: f64,
    burst: f64,
    cap: f64,
    /// In MiB, metered.
    balance: f64,
}

impl FileCredits {
    /// A file system of this size, with a share of the credits it can hold.
    pub fn new(stored: Gib, start: Ratio) -> Self {
        let tib = (stored.value() / 1_024.0).max(1.0);
        let cap = CREDITS_PER_TIB * tib;
        Self { accrual: baseline(stored).value(), burst: BURST_PER_TIB * tib, cap, balance: cap * start.value() }
    }

    /// Lets time pass in which so much metered throughput is wanted; the throughput granted, on the average.
    pub fn pass(&mut self, wanted: MibPerSecond, span: Minutes) -> MibPerSecond {
        MibPerSecond::new(self.step(wanted.value(), span.value() * 60.0))
    }

    /// Credits left, as data that can be moved at the burst rate.
    pub fn balance(&self) -> Gib {
        Gib::new(self.balance / 1_024.0)
    }

    /// The most credits it can hold.
    pub fn cap(&self) -> Gib {
        Gib::new(self.cap / 1_024.0)
    }

    /// What it earns, metered.
    pub const fn accrues(&self) -> MibPerSecond {
        MibPerSecond::new(self.accrual)
    }

    /// How long bursting at full rate empties the balance, as the User Guide reckons it: earnings set aside.
    pub fn lasts(&self) -> Minutes {
        Minutes::new(self.balance / self.burst / 60.0)
    }

    /// How much of a day can be spent at the burst rate on what a day earns.
    pub fn burst_a_day(&self) -> Minutes {
        Minutes::new(self.accrual / self.burst * 1_440.0)
    }

    /// The rate while credits last.
    pub const fn burst(&self) -> MibPerSecond {
        MibPerSecond::new(self.burst)
    }

    /// The rate without credits: what the size allows, and never less than the floor.
    pub fn without_credits(&self) -> MibPerSecond {
        MibPerSecond::new(self.accrual.max(FLOOR))
    }

    /// Seconds of wanted metered throughput; granted rate.
    #[inline]
    pub(super) fn step(&mut self, wanted: f64, seconds: f64) -> f64 {
        let limit = if self.balance > 0.0 { self.burst } else { self.accrual.max(FLOOR) };
        let mut granted = wanted.min(limit);
        let mut next = self.balance + (self.accrual - granted) * seconds;
        if next < 0.0 {
            // Credits end within the span: what is left of them, and the rate without credits for the rest.
            granted = wanted.min(self.accrual.max(FLOOR).max(self.accrual + self.balance / seconds));
            next = 0.0;
        }
        self.balance = next.min(self.cap);
        granted
    }
}

/// The rate the size alone earns, metered: 50 KiB/s for each GiB, counted from 1 GiB on.
pub fn baseline(stored: Gib) -> MibPerSecond {
    MibPerSecond::new(stored.value().max(1.0) * BASELINE_PER_GIB)
}

/// What a file system with provisioned throughput may use, metered: the larger of what is provisioned and what its size
/// earns.
pub fn provisioned(stored: Gib, provisioned: MibPerSecond) -> MibPerSecond {
    provisioned.max(baseline(stored))
}

/// Provisioned throughput that is billed: what lies above the share included with the storage.
pub fn provisioned_billed(stored: Gib, provisioned: MibPerSecond) -> MibPerSecond {
    MibPerSecond::new((provisioned.value() - stored.value() * BASELINE_PER_GIB).max(0.0))
}

/// KiB metered for one data operation in elastic mode: 32 KiB, then steps of 1 KiB (metered sizes).
pub fn metered_data(kib: f64) -> f64 {
    libm::ceil(kib).max(32.0)
}

/// KiB metered for one metadata operation in elastic mode: 4 KiB, then steps of 1 KiB.
pub fn metered_metadata(kib: f64) -> f64 {
    libm::ceil(kib).max(4.0)
}

/// KiB a file takes: 2 KiB of metadata and its data in steps of 4 KiB; an empty file takes 6.
pub fn metered_file(kib: f64) -> f64 {
    2.0 + (libm::ceil(kib / 4.0) * 4.0).max(4.0)
}
