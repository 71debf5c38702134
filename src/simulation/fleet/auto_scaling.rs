//! How many web servers are in service: a fixed number, or an Auto Scaling group with a target tracking policy.
//!
//! The group follows Amazon EC2 Auto Scaling's target tracking: an alarm needs several minutes above the target before
//! servers are launched, in proportion to how far utilisation is above it; they serve once they have booted; and one
//! server at a time is taken away after a longer alarm below a share of the target.

use crate::{architecture::Delivery, simulation::Rules, units::Ratio};

/// The most servers a group is counted with.
pub(crate) const MOST_SERVERS: usize = 64;

/// Servers that come and go.
pub(crate) trait Servers {
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
pub(crate) struct FixedFleet {
    serving: usize,
    count: usize,
    /// Servers away, and the minute they are back.
    away: Vec<(usize, usize)>,
}

impl FixedFleet {
    pub(crate) const fn new(count: usize) -> Self {
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
pub(crate) struct Group {
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
    pub(crate) fn new(min: usize, max: usize, target: Ratio, delivery: Delivery, rules: &Rules) -> Self {
        let boot = rules.boot(delivery).value();
        let min = min.clamp(1, MOST_SERVERS);
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
        let wanted = (self.serving as f64 * utilisation / self.target).ceil() as usize;
        let wanted = wanted.min(self.max);
        let running = self.serving + self.booting;
        if wanted > running {
            self.launch(minute + self.boot, wanted - running);
            self.changed = minute;
        }
    }

    /// One server at a time, and only if one fewer stays at the target (the guide: scaling in is more gradual, and
    /// numbers to remove are rounded down).
    #[cold]
    fn scale_in(&mut self, minute: usize, utilisation: f64) {
        let needed = (self.serving as f64 * utilisation / self.target).ceil() as usize;
        let spare = self.serving > self.min.max(needed);
        if spare && self.booting == 0 && minute >= self.changed + self.warm_up {
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
                    self.scale_in(minute, utilisation);
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
    minutes.ceil().clamp(1.0, (RING - 1) as f64) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A group of 2 to 10 servers with a target of 50 %, two minutes to boot.
    fn group() -> Group {
        Group::new(2, 10, Ratio::percent(50.0), Delivery::Baked, &Rules::default())
    }

    /// Runs minutes in which so many servers' worth of work arrives; servers in service at the end of each.
    fn run(group: &mut Group, from: usize, work: &[f64]) -> Vec<usize> {
        let minute = |(i, work): (usize, &f64)| {
            group.begin(from + i);
            group.observe(from + i, (work / group.in_service() as f64).min(1.0));
            group.in_service()
        };
        work.iter().enumerate().map(minute).collect()
    }

    #[test]
    fn servers_arrive_three_minutes_of_alarm_and_a_boot_later() {
        let served = run(&mut group(), 0, &[1.8; 8]);
        // Three minutes at 90 %: the alarm; two minutes to boot; then 4 servers at 45 %.
        assert_eq!(served, [2, 2, 2, 2, 4, 4, 4, 4]);
    }

    /// The guide: if 1.5 servers would bring utilisation to the target, two are added.
    #[test]
    fn numbers_to_add_are_rounded_up() {
        let mut group = Group::new(3, 10, Ratio::percent(50.0), Delivery::Baked, &Rules::default());
        assert_eq!(run(&mut group, 0, &[2.25; 6]).last(), Some(&5));
    }

    /// A saturated group sees 100 % at the most, so it at best doubles at a target of 50 %, again and again.
    #[test]
    fn a_steep_spike_is_caught_up_with_in_steps() {
        let served = run(&mut group(), 0, &[20.0; 20]);
        assert_eq!(served[4], 4);
        assert!(served.windows(2).all(|two| two[1] <= 2 * two[0]));
        assert_eq!(served[19], 10);
        let slow = run(
            &mut Group::new(2, 10, Ratio::percent(50.0), Delivery::InstalledFromGit, &Rules::default()),
            0,
            &[20.0; 20],
        );
        assert!(slow.iter().sum::<usize>() < served.iter().sum());
    }

    #[test]
    fn any_minimum_and_maximum_make_a_group() {
        for (min, max, servers) in [(0, 0, 1), (0, 3, 1), (90, 100, MOST_SERVERS), (500, 2, MOST_SERVERS), (5, 2, 5)] {
            let mut group = Group::new(min, max, Ratio::percent(50.0), Delivery::Baked, &Rules::default());
            assert_eq!(group.in_service(), servers);
            group.lose(0, servers, 0);
            run(&mut group, 1, &[200.0; 30]);
            assert!((servers..=MOST_SERVERS).contains(&group.in_service()), "{min} to {max}: {}", group.in_service());
        }
    }

    #[test]
    fn scaling_in_waits_a_quarter_of_an_hour_and_goes_one_by_one() {
        let mut group = group();
        run(&mut group, 0, &[1.8; 10]);
        assert_eq!(group.in_service(), 4);
        let served = run(&mut group, 10, &[0.2; 40]);
        assert_eq!(served[13], 4);
        assert_eq!(served[14], 3);
        assert!(served.windows(2).all(|two| two[0] - two[1] <= 1));
        assert_eq!(served[39], 2);
        // 31 to 34 % of 4 servers at a target of 50 % is below the low mark, and still needs three.
        let mut group = group_of_four();
        assert_eq!(run(&mut group, 10, &[4.0 * 0.34; 60]).last(), Some(&3));
    }

    fn group_of_four() -> Group {
        let mut group = group();
        run(&mut group, 0, &[1.8; 10]);
        group
    }

    #[test]
    fn a_failed_server_is_replaced_and_paid_meanwhile() {
        let mut group = group();
        group.lose(100, 1, 0);
        assert_eq!((group.in_service(), group.paid()), (1, 2));
        // A minute to detect, one until the group looks, two to boot.
        let served = run(&mut group, 101, &[0.1; 5]);
        assert_eq!(served, [1, 1, 1, 2, 2]);
    }

    #[test]
    fn a_fixed_fleet_waits_until_its_server_is_back() {
        let mut fleet = FixedFleet::new(2);
        fleet.lose(10, 1, 16);
        let served: Vec<usize> = (11..18)
            .map(|minute| {
                fleet.begin(minute);
                fleet.in_service()
            })
            .collect();
        assert_eq!(served, [1, 1, 1, 1, 1, 2, 2]);
        assert_eq!(fleet.paid(), 2);
    }
}
