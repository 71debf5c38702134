//! How many web servers are in service: a fixed number, or an Auto Scaling group with a target tracking policy.
//!
//! The group follows Amazon EC2 Auto Scaling's target tracking: an alarm needs several minutes above the target before
//! servers are launched, in proportion to how far utilisation is above it; they serve once they have booted; and one
//! server at a time is taken away after a longer alarm below a share of the target.

use super::Rules;
use crate::{architecture::Delivery, units::Ratio};

/// The most servers a group is reckoned with.
pub(super) const MOST_SERVERS: usize = 64;

/// Servers that come and go.
pub(super) trait Servers {
    /// Servers that take requests.
    fn in_service(&self) -> usize;
    /// Servers that are paid: in service or on their way.
    fn paid(&self) -> usize;
    /// A minute begins: servers that have booted take requests.
    fn begin(&mut self, minute: usize);
    /// A minute has passed with this utilisation of the servers in service, 0 to 1.
    fn observe(&mut self, minute: usize, utilisation: f64);
    /// Whether an hour whose busiest minute keeps the servers this busy passes without a change; it then has passed.
    fn quiet_hour(&mut self, top_utilisation: f64) -> bool;
    /// Servers fail; a group replaces them, others are back at a minute.
    fn lose(&mut self, minute: usize, servers: usize, back: usize);
}

/// Boot times are short of this, in minutes.
const RING: usize = 256;

/// Always so many; failed ones are recovered.
pub(super) struct FixedFleet {
    serving: usize,
    count: usize,
    /// Servers away, and the minute they are back.
    away: Vec<(usize, usize)>,
}

impl FixedFleet {
    pub(super) const fn new(count: usize) -> Self {
        Self { serving: count, count, away: Vec::new() }
    }
}

impl Servers for FixedFleet {
    #[inline]
    fn in_service(&self) -> usize {
        self.serving
    }

    #[inline]
    fn paid(&self) -> usize {
        self.count
    }

    #[inline]
    fn begin(&mut self, minute: usize) {
        if !self.away.is_empty() {
            let back: usize = self.away.iter().filter(|(at, _)| *at <= minute).map(|(_, servers)| servers).sum();
            self.serving += back;
            self.away.retain(|(at, _)| *at > minute);
        }
    }

    #[inline]
    fn observe(&mut self, _minute: usize, _utilisation: f64) {}

    #[inline]
    fn quiet_hour(&mut self, _top_utilisation: f64) -> bool {
        self.away.is_empty()
    }

    fn lose(&mut self, _minute: usize, servers: usize, back: usize) {
        let lost = servers.min(self.serving);
        self.serving -= lost;
        self.away.push((back, lost));
    }
}

/// An Auto Scaling group.
pub(super) struct Group {
    serving: usize,
    booting: usize,
    min: usize,
    max: usize,
    target: f64,
    low: f64,
    alarm_high: usize,
    alarm_low: usize,
    warm_up: usize,
    boot: usize,
    replacement: usize,
    /// Minutes in a row above the target, and below the low mark.
    above: usize,
    below: usize,
    changed: usize,
    ready: [u8; RING],
    launches: usize,
}

impl Group {
    pub(super) fn new(min: usize, max: usize, target: Ratio, delivery: Delivery, rules: &Rules) -> Self {
        let boot = rules.boot(delivery).value();
        Self {
            serving: min,
            booting: 0,
            min,
            max: max.clamp(min, MOST_SERVERS),
            target: target.value().max(0.01),
            low: target.value() * rules.low_share.value(),
            alarm_high: whole(rules.alarm_high.value()),
            alarm_low: whole(rules.alarm_low.value()),
            warm_up: whole(rules.warm_up.value()),
            boot: whole(boot),
            // The group polls about once a minute before it replaces a server.
            replacement: whole(boot + rules.detection.value() + 1.0),
            above: 0,
            below: 0,
            changed: 0,
            ready: [0; RING],
            launches: 0,
        }
    }

    #[cold]
    fn scale_out(&mut self, minute: usize, utilisation: f64) {
        self.above = 0;
        let wanted = libm::ceil(self.serving as f64 * utilisation / self.target) as usize;
        let wanted = wanted.min(self.max);
        let running = self.serving + self.booting;
        if wanted > running {
            self.launch(minute + self.boot, wanted - running);
            self.changed = minute;
        }
    }

    #[cold]
    fn scale_in(&mut self, minute: usize) {
        if self.serving > self.min && self.booting == 0 && minute >= self.changed + self.warm_up {
            self.serving -= 1;
            self.changed = minute;
        }
    }

    fn launch(&mut self, ready_at: usize, servers: usize) {
        self.ready[ready_at % RING] += servers as u8;
        self.booting += servers;
        self.launches += servers;
    }
}

impl Servers for Group {
    #[inline]
    fn in_service(&self) -> usize {
        self.serving
    }

    #[inline]
    fn paid(&self) -> usize {
        self.serving + self.booting
    }

    #[inline]
    fn begin(&mut self, minute: usize) {
        if self.booting > 0 {
            let ready = std::mem::take(&mut self.ready[minute % RING]) as usize;
            self.serving += ready;
            self.booting -= ready;
        }
    }

    #[inline]
    fn observe(&mut self, minute: usize, utilisation: f64) {
        if utilisation > self.target {
            self.below = 0;
            self.above += 1;
            if self.above >= self.alarm_high {
                self.scale_out(minute, utilisation);
            }
        } else {
            self.above = 0;
            if utilisation < self.low {
                self.below += 1;
                if self.below >= self.alarm_low {
                    self.scale_in(minute);
                }
            } else {
                self.below = 0;
            }
        }
    }

    #[inline]
    fn quiet_hour(&mut self, top_utilisation: f64) -> bool {
        let quiet = self.booting == 0 && self.serving == self.min && top_utilisation <= self.target;
        if quiet {
            // With no server to take away the low alarm changes nothing; it starts over once there is one.
            (self.above, self.below) = (0, 0);
        }
        quiet
    }

    fn lose(&mut self, minute: usize, servers: usize, _back: usize) {
        let lost = servers.min(self.serving);
        self.serving -= lost;
        self.launch(minute + self.replacement, lost);
    }
}

/// Whole minutes, at least one, and short enough for the ring.
fn whole(minutes: f64) -> usize {
    libm::ceil(minutes).clamp(1.0, (RING - 1) as f64) as usize
}
