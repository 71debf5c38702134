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
    pub(crate) fn step(&mut self, wanted: f64, seconds: f64) -> f64 {
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

/// KiB metered for one metadata operation in elastic mode: 4 KiB, then steps of 1 KiB (metered sizes).
pub fn metered_metadata(kib: f64) -> f64 {
    kib.ceil().max(4.0)
}

/// Examples of the Amazon EFS User Guide: the table and note of its edition of February 2019, and today's text where it
/// still gives one.
#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn near(got: f64, wanted: f64, tolerance: f64) {
        assert!((got / wanted - 1.0).abs() <= tolerance, "{got} is not {wanted}");
    }

    /// How long the balance lasts at the burst rate, as the guide reckons it: what is earned meanwhile set aside.
    fn minutes_at_full_rate(files: &FileCredits) -> f64 {
        files.balance().value() * 1_024.0 / files.burst().value() / 60.0
    }

    /// Size in GiB, baseline and burst rate in MiB/s, minutes of bursting a day. The guide rounds the baseline of 10 GiB
    /// from 0.488 to 0.5, and with it 7.03 minutes to 7.2.
    #[test]
    fn table_of_sizes() {
        let table = [
            (10.0, 0.5, 100.0, 7.2),
            (256.0, 12.5, 100.0, 180.0),
            (512.0, 25.0, 100.0, 360.0),
            (1_024.0, 50.0, 100.0, 720.0),
            (1_536.0, 75.0, 150.0, 720.0),
            (2_048.0, 100.0, 200.0, 720.0),
            (3_072.0, 150.0, 300.0, 720.0),
            (4_096.0, 200.0, 400.0, 720.0),
            // 1 TiB x 10, from the text.
            (10_240.0, 500.0, 1_000.0, 720.0),
        ];
        for (size, rate, burst, minutes) in table {
            let files = FileCredits::new(Gib::new(size), Ratio::ZERO);
            let rounding = if size == 10.0 { 0.025 } else { 1e-12 };
            near(baseline(Gib::new(size)).value(), rate, rounding);
            near(files.burst().value(), burst, 1e-12);
            near(files.accrues() / files.burst() * 1_440.0, minutes, rounding);
        }
    }

    /// "A 100 GiB file system … earns 432,000 MiB … 72 minutes": the guide reckons with 5 MiB/s, 50 KiB/s for each GiB
    /// are 4.88.
    #[test]
    fn a_hundred_gib_idle_for_a_day() {
        let mut files = FileCredits::new(Gib::new(100.0), Ratio::ZERO);
        for _ in 0..1_440 {
            files.pass(MibPerSecond::ZERO, Minutes::new(1.0));
        }
        near(files.balance().value() * 1_024.0, 432_000.0, 0.025);
        near(minutes_at_full_rate(&files), 72.0, 0.025);
        // Read-only rates are three times those of writes: 15 MiB/s instead of 5, and bursts of 300.
        near(files.without_credits().value() / READ_WEIGHT, 15.0, 0.025);
        near(files.burst().value() / READ_WEIGHT, 300.0, 1e-12);
    }

    #[test]
    fn a_new_file_system_bursts_for_6_12_hours() {
        let mut files = FileCredits::new(Gib::new(1.0), Ratio::ONE);
        near(files.balance().value(), 2.1 * 1_024.0, 1e-12);
        near(minutes_at_full_rate(&files) / 60.0, 6.12, 0.001);
        // And then falls to the floor: 1 MiB/s since June 2020, not the 50 KiB/s its size earns.
        let mut minutes = 0.0;
        while files.pass(MibPerSecond::new(100.0), Minutes::new(1.0)).value() > 99.0 {
            minutes += 1.0;
        }
        near(minutes / 60.0, 6.12, 0.005);
        near(files.pass(MibPerSecond::new(100.0), Minutes::new(1.0)).value(), 1.0, 1e-9);
        near(files.accrues().value(), 0.048_828_125, 1e-12);
    }

    /// The floor matters below 20 GiB only ("for file systems with less than 20 GiB", announcement of 30 June 2020).
    #[test]
    fn the_floor_ends_at_about_twenty_gib() {
        let without = |size| FileCredits::new(Gib::new(size), Ratio::ZERO).without_credits().value();
        assert_eq!(without(1.0), 1.0);
        assert_eq!(without(20.0), 1.0);
        assert!(without(21.0) > 1.0);
    }

    #[test]
    fn more_than_a_tib_holds_credits_for_each_tib() {
        near(FileCredits::new(Gib::new(512.0), Ratio::ONE).cap().value(), 2.1 * 1_024.0, 1e-12);
        near(FileCredits::new(Gib::new(3_072.0), Ratio::ONE).cap().value(), 6.3 * 1_024.0, 1e-12);
        // Enough to burst for up to about 12 hours, with what is earned meanwhile.
        let mut files = FileCredits::new(Gib::new(3_072.0), Ratio::ONE);
        let mut hours = 0.0;
        while files.pass(MibPerSecond::new(300.0), Minutes::new(6.0)).value() > 299.0 {
            hours += 0.1;
        }
        near(hours, 12.0, 0.03);
    }

    #[test]
    fn thirty_of_each_are_metered_as_forty() {
        near(30.0 * READ_WEIGHT + 30.0, 40.0, 1e-12);
    }

    #[test]
    fn provisioned_is_the_larger_of_both_rates() {
        let size = Gib::new(512.0);
        assert_eq!(provisioned(size, MibPerSecond::new(10.0)), MibPerSecond::new(25.0));
        assert_eq!(provisioned(size, MibPerSecond::new(60.0)), MibPerSecond::new(60.0));
    }

    #[test]
    fn metadata_is_metered_by_its_first_kib_at_once_and_then_one_by_one() {
        assert_eq!([0.2, 4.0, 4.5].map(metered_metadata), [4.0, 4.0, 5.0]);
    }

    proptest! {
        #[test]
        fn credits_stay_within_bounds_and_are_neither_made_nor_lost(
            size in 0.1..5_000.0_f64,
            start in 0.0..1.0_f64,
            spans in prop::collection::vec((0.0..400.0_f64, 0.1..120.0_f64), 1..80),
        ) {
            let mut files = FileCredits::new(Gib::new(size), Ratio::new(start));
            let cap = files.cap().value();
            for (wanted, span) in spans {
                let before = files.balance().value();
                let granted = files.pass(MibPerSecond::new(wanted), Minutes::new(span)).value();
                let after = files.balance().value();
                prop_assert!((0.0..=cap + 1e-9).contains(&after));
                prop_assert!(granted <= wanted + 1e-9 && granted <= files.burst().value() + 1e-9);
                prop_assert!(granted + 1e-9 >= wanted.min(files.without_credits().value()));
                // What is earned and not used is kept, up to the maximum; what is used and not earned is taken, down to
                // nothing, and only the floor is given for free.
                let due = before + (files.accrues().value() - granted) * span * 60.0 / 1_024.0;
                let gift = (files.without_credits().value() - files.accrues().value()) * span * 60.0 / 1_024.0;
                prop_assert!((after - due.clamp(0.0, cap)).abs() < 1e-6, "{before} became {after}, not {due}");
                prop_assert!(due >= -gift - 1e-6, "{due} was spent beyond what there was");
            }
        }

        /// A larger file system earns more, holds more and bursts higher: it is never held back earlier.
        #[test]
        fn a_larger_file_system_is_never_held_back_earlier(
            size in 0.1..3_000.0_f64,
            more in 1.0..4.0_f64,
            credits in 0.0..2_150.0_f64,
            minutes in prop::collection::vec(0.0..120.0_f64, 600),
        ) {
            let held_back = |size: f64| {
                let full = FileCredits::new(Gib::new(size), Ratio::ONE);
                let mut files = FileCredits::new(Gib::new(size), Ratio::new(credits / full.cap().value()));
                minutes.iter().position(|wanted| {
                    files.pass(MibPerSecond::new(*wanted), Minutes::new(1.0)).value() < wanted - 1e-9
                })
            };
            let (small, large) = (held_back(size), held_back(size * more));
            prop_assert!(large.is_none_or(|later| small.is_some_and(|earlier| earlier <= later)), "{small:?} {large:?}");
        }
    }
}
