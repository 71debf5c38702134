//! One week, minute by minute: what arrives, who serves it, at what speed, and what is left over for the next minute.

use super::{
    Events, HOUR, Installer, Outcome, Rules, Series, Start,
    auto_scaling::{FixedFleet, Group, MOST_SERVERS, Servers},
    cpu_credits::{CreditAccount, CreditTerms},
    disturbance::{Disturbance, Effect, disturbances},
    metering::{self, Metered},
    plant::{Plant, loads},
    plugin_install,
    recorder::{Minute, Recorder, Silent, Tape},
    tally::Tally,
    traffic::{Hour, Traffic},
};
use crate::{
    architecture::{Architecture, CpuAllowance, Fleet, Machine},
    billing::Usage,
    catalog::CreditMode,
    units::{Count, Credits, Milliseconds, Minutes, Ratio, Requests, Vcpus},
    workload::{Demand, Shape},
};

/// One simulated week of one architecture.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Week {
    /// What it came to.
    pub outcome: Outcome,
    /// What it meters, scaled to a month of 730 hours.
    pub usage: Usage,
}

/// Simulates one week.
///
/// The week is taken as representative: what happens in it happens every week. Where no spike is among the events, the
/// worst one the answers let expect comes at the busiest time.
pub fn simulate(architecture: &Architecture, demand: &Demand, shape: &Shape, events: &Events, rules: &Rules) -> Week {
    Setting { architecture, demand, shape, events, rules }.run(&mut Silent)
}

impl Week {
    /// The curves of the week, computed on demand because only one or two options are looked at closely.
    pub fn series(
        architecture: &Architecture,
        demand: &Demand,
        shape: &Shape,
        events: &Events,
        rules: &Rules,
    ) -> Vec<Series> {
        let mut tape = Tape::new(architecture);
        Setting { architecture, demand, shape, events, rules }.run(&mut tape);
        tape.into_series()
    }
}

/// Everything a week is simulated from.
struct Setting<'a> {
    architecture: &'a Architecture,
    demand: &'a Demand,
    shape: &'a Shape,
    events: &'a Events,
    rules: &'a Rules,
}

impl Setting<'_> {
    /// Picks the kind of fleet and of CPU, so that the minute itself decides neither.
    fn run<R: Recorder>(&self, recorder: &mut R) -> Week {
        let web = &self.architecture.web;
        match web.fleet {
            Fleet::Fixed(count) => {
                let count = (count.value() as usize).min(MOST_SERVERS);
                self.with_servers(FixedFleet::new(count), count, recorder)
            }
            Fleet::Scaling { min, max, target } => {
                let (min, max) = (min.value() as usize, (max.value() as usize).min(MOST_SERVERS));
                let group = Group::new(min, max, target, web.delivery, self.rules);
                self.with_servers(group, max.max(min), recorder)
            }
        }
    }

    fn with_servers<S: Servers, R: Recorder>(&self, servers: S, most: usize, recorder: &mut R) -> Week {
        let plant = Plant::new(self.architecture, self.demand, self.rules);
        let [people, bots, spike] = loads(self.architecture, self.demand, plant.cpu);
        let traffic = Traffic::new(self.demand, self.shape, self.events, people, bots, spike);
        let usual = traffic.mean_busy() / self.architecture.web.fleet.min().value().max(1.0);
        let stage = Stage { setting: self, plant, traffic, most };
        match account(&self.architecture.web.machine, usual, self.rules) {
            Some(account) => stage.play(servers, account, recorder),
            None => stage.play(servers, Unrationed, recorder),
        }
    }
}

/// A CPU that may be rationed: the vCPUs it grants in a minute in which so many are wanted.
trait Cpu {
    fn minute(&mut self, wanted: f64) -> f64;
    fn account(&self) -> Option<&CreditAccount>;
    fn account_mut(&mut self) -> Option<&mut CreditAccount>;
    /// Whether an hour with this mean and highest number of vCPUs wanted passes without trouble and without a balance
    /// below `least`; it then has passed.
    fn quiet_hour(&mut self, mean: f64, top: f64, least: f64) -> bool;
}

/// All of the CPU, all the time.
struct Unrationed;

impl Cpu for Unrationed {
    #[inline]
    fn minute(&mut self, wanted: f64) -> f64 {
        wanted
    }

    fn account(&self) -> Option<&CreditAccount> {
        None
    }

    fn account_mut(&mut self) -> Option<&mut CreditAccount> {
        None
    }

    #[inline]
    fn quiet_hour(&mut self, _mean: f64, _top: f64, _least: f64) -> bool {
        true
    }
}

impl Cpu for CreditAccount {
    #[inline]
    fn minute(&mut self, wanted: f64) -> f64 {
        self.step(wanted, 1.0)
    }

    fn account(&self) -> Option<&CreditAccount> {
        Some(self)
    }

    fn account_mut(&mut self) -> Option<&mut CreditAccount> {
        Some(self)
    }

    #[inline]
    fn quiet_hour(&mut self, mean: f64, top: f64, least: f64) -> bool {
        self.quiet_span(mean, top, HOUR as f64, least)
    }
}

/// The credit account a machine begins the week with; `usual` is the mean number of vCPUs it keeps busy.
pub(super) fn account(machine: &Machine, usual: f64, rules: &Rules) -> Option<CreditAccount> {
    let (terms, launch) = match machine.cpu {
        CpuAllowance::Fixed => return None,
        CpuAllowance::Credits { earned_per_hour, cap, launch, mode, .. } => {
            (CreditTerms { vcpus: machine.vcpus, earned_per_hour, cap, mode, ramp: rules.credit_ramp }, launch)
        }
        // The same engine with the instance's minutes turned into vCPU minutes.
        CpuAllowance::BurstCapacity { baseline, cap } => {
            let vcpus = machine.vcpus.value();
            let terms = CreditTerms {
                vcpus: Vcpus::new(vcpus),
                earned_per_hour: Credits::new(baseline.value() * 60.0 * vcpus),
                cap: Credits::new(cap.value() * vcpus),
                mode: CreditMode::Standard,
                ramp: rules.credit_ramp,
            };
            (terms, Credits::ZERO)
        }
    };
    let account = match rules.start {
        Start::Fresh => CreditAccount::new(&terms, Credits::ZERO, launch),
        // After months: full where the mean stays below the baseline, otherwise as far down as the mode allows.
        Start::Settled => {
            let sustained = usual <= terms.earned_per_hour.value() / 60.0;
            let start = if sustained { terms.cap } else { terms.cap * -1.0 };
            CreditAccount::new(&terms, start, Credits::ZERO)
        }
    };
    Some(account)
}

/// A balance of credits, in credits, that is as good as none.
const DRY: f64 = 1e-6;

/// A week ready to be played.
struct Stage<'a> {
    setting: &'a Setting<'a>,
    plant: Plant,
    traffic: Traffic<'a>,
    most: usize,
}

/// What is carried from minute to minute besides servers and credits.
#[derive(Default)]
struct Carried {
    /// Requests that wait for a worker.
    backlog: f64,
    /// Least credits, when they ended, and minutes slowed down.
    least: f64,
    dry_at: Option<usize>,
    throttled: f64,
}

impl Stage<'_> {
    fn play<S: Servers, C: Cpu, R: Recorder>(&self, mut servers: S, mut cpu: C, recorder: &mut R) -> Week {
        let Setting { architecture, demand, events, rules, .. } = *self.setting;
        let plant = &self.plant;
        let trouble = disturbances(architecture, demand, events, rules);
        let ceilings: Vec<[f64; 3]> = (0..=self.most).map(|n| self.per_server(n)).collect();
        let mut tally = Tally::new(self.most, plant.steps());
        let mut metered = Metered::new(architecture, demand, rules, plant, &self.traffic);
        let mut carried = Carried { least: f64::INFINITY, ..Carried::default() };
        let mut hour = Hour { php: [0.0; HOUR], busy: [0.0; HOUR] };
        let busiest = self.traffic.busiest_hour();
        let (mut in_service, mut paid, mut most_servers, mut arrived) = (0.0, 0.0, 0_usize, 0.0);
        let inv_cores = 1.0 / plant.cores;

        for index in 0..self.traffic.hours() {
            let outline = self.traffic.outline(index);
            let start = index * HOUR;
            let careful = trouble.iter().any(|stretch| stretch.from < start + HOUR && stretch.to > start);
            let is_busiest = usize::from(index == busiest);
            let file_limit = metered.hour(&outline);

            // Most hours of most weeks are quiet: nothing fails, nothing scales and no credits end. Their minutes differ
            // in demand only.
            let n = servers.in_service();
            let [_, inv_ceiling, inv_servers] = ceilings.get(n).copied().unwrap_or_default();
            if let Some((shape, factor, constant)) = self.traffic.plain(index)
                && !R::LISTENS
                && !careful
                && n > 0
                && carried.backlog == 0.0
                && outline.top.php * inv_ceiling <= 1.0
                && outline.top.php <= file_limit
                && servers.quiet_hour(outline.top.busy * inv_servers * inv_cores)
                && cpu.quiet_hour(outline.mean.busy * inv_servers, outline.top.busy * inv_servers, carried.least)
            {
                tally.note_all(tally.row(is_busiest, n, 0), shape, factor, constant, inv_ceiling);
                tally.tightest = tally.tightest.max(outline.top.php * inv_ceiling);
                arrived += outline.mean.php * HOUR as f64;
                in_service += (n * HOUR) as f64;
                paid += (servers.paid() * HOUR) as f64;
                most_servers = most_servers.max(n);
                if let Some(account) = cpu.account() {
                    carried.least = carried.least.min(account.net());
                }
                continue;
            }

            self.traffic.hour(index, &mut hour);
            for i in 0..HOUR {
                let minute = start + i;
                let (mut rate, mut work) = (hour.php[i], hour.busy[i]);
                let mut refused = 0.0;
                servers.begin(minute);
                if careful {
                    (rate, work, refused) = disturb(&trouble, minute, rate, work, &mut servers);
                }
                let n = servers.in_service();
                let [ceiling, inv_ceiling, inv_servers] = ceilings.get(n).copied().unwrap_or_default();
                let wanted = work * inv_servers;
                let granted = cpu.minute(wanted);
                let load = rate * inv_ceiling;
                if load > 1.0 || n == 0 || granted < wanted || carried.backlog > 0.0 || rate > file_limit {
                    let ceiling = ceiling.min(file_limit);
                    self.overloaded(
                        Pressed { minute, is_busiest, servers: n, rate, wanted, granted, ceiling },
                        &mut carried,
                        &mut tally,
                        recorder,
                    );
                } else {
                    tally.note(tally.row(is_busiest, n, 0), load, rate * 60.0);
                    recorder.minute(plant, &Minute::smooth(minute, n, rate, ceiling));
                }
                if refused > 0.0 {
                    tally.failed += refused * 60.0;
                    tally.failing_minutes += 1.0;
                }
                arrived += rate + refused;
                let utilisation = wanted * inv_cores;
                servers.observe(minute, utilisation.min(1.0));
                if let Some(account) = cpu.account() {
                    let net = account.net();
                    if net < carried.least {
                        carried.least = net;
                    }
                    if net <= DRY && granted < wanted && carried.dry_at.is_none() && account.is_standard() {
                        carried.dry_at = Some(minute);
                    }
                }
                in_service += n as f64;
                paid += servers.paid() as f64;
                most_servers = most_servers.max(n);
                recorder.resources(utilisation, cpu.account(), refused);
            }
        }

        let minutes = (self.traffic.hours() * HOUR) as f64;
        let seen = tally.seen(plant);
        let arrived = arrived * 60.0;
        let failed = (tally.failed + seen.lost + carried.backlog).min(arrived);
        let surplus = cpu.account_mut().map_or(0.0, |account| account.charged().value());
        let least = cpu.account().map(|_| Credits::new(carried.least.max(0.0)));
        let web = &architecture.web;
        let outcome = Outcome {
            arrived: Requests::new(arrived),
            served: Requests::new(arrived - failed),
            failed: Requests::new(failed),
            slow_minutes: Minutes::new(seen.slow_minutes),
            failing_minutes: Minutes::new(seen.failing_minutes + tally.failing_minutes),
            headroom: Ratio::new((1.0 / tally.tightest.max(1e-4)).min(1e4)),
            median_response: Milliseconds::new(seen.median * 1_000.0),
            slow_response: Milliseconds::new(seen.busiest * 1_000.0),
            cold_response: Milliseconds::new(plant.storage().first_byte(demand).cold.value() * 1_000.0),
            plugin_install: plugin_install(web.webroot, rules.plugin_files, Installer::default(), rules),
            most_servers: Count::new(most_servers as f64),
            mean_servers: Count::new(in_service / minutes),
            least_credits: least,
            dry_at: carried.dry_at.map(|minute| Minutes::new(minute as f64)),
            throttled: Minutes::new(carried.throttled),
            least_file_credits: metered.least_file_credits(),
            file_credits_last: metered.file_credits_last(),
        };
        let mean_surplus = surplus * in_service / minutes;
        let usage = metering::usage(&metered, architecture, demand, rules, paid, mean_surplus);
        Week { outcome, usage }
    }

    /// What `n` servers serve a second, one over it, and one over n.
    fn per_server(&self, n: usize) -> [f64; 3] {
        let ceiling = self.plant.ceiling(n);
        if n == 0 || ceiling <= 0.0 {
            return [0.0; 3];
        }
        [ceiling, 1.0 / ceiling, 1.0 / n as f64]
    }

    /// A minute in which there is more to do than can be done, or the CPU is slowed down, or requests wait from before.
    ///
    /// What cannot be served waits; what waits longer than its patience is given up (a fluid queue: Newell, Applications
    /// of Queueing Theory, 1982, chapter 2).
    #[cold]
    #[inline(never)]
    fn overloaded<R: Recorder>(&self, now: Pressed, carried: &mut Carried, tally: &mut Tally, recorder: &mut R) {
        let plant = &self.plant;
        let slowed = now.granted < now.wanted.min(plant.cores) - 1e-12;
        let (step, ceiling) = if slowed {
            carried.throttled += 1.0;
            let speed = now.granted / plant.cores;
            let step = plant.step(speed);
            (step, plant.ceiling_at(now.servers, step, speed).min(now.ceiling))
        } else {
            (0, now.ceiling)
        };
        let load = if ceiling > 0.0 { now.rate / ceiling } else { 1e4 };
        tally.tightest = tally.tightest.max(load);
        let before = carried.backlog;
        let after = (before + (now.rate - ceiling) * 60.0).max(0.0);
        let room = ceiling * plant.patience();
        let lost = (after - room).max(0.0);
        carried.backlog = after - lost;
        tally.failed += lost;
        if lost > 0.0 {
            tally.failing_minutes += 1.0;
        }
        let wait = if ceiling > 0.0 { 0.5 * (before + carried.backlog) / ceiling } else { plant.patience() };
        let requests = (now.rate * 60.0 - lost).max(0.0);
        if wait <= 0.0 && load <= 1.0 {
            tally.note(tally.row(now.is_busiest, now.servers, step), load, now.rate * 60.0);
            recorder.minute(
                plant,
                &Minute {
                    minute: now.minute,
                    servers: now.servers,
                    step,
                    rate: now.rate,
                    ceiling,
                    wait: 0.0,
                    lost: 0.0,
                },
            );
        } else {
            tally.note_wait(now.is_busiest, wait / plant.patience().max(1e-9), requests);
            recorder.minute(
                plant,
                &Minute {
                    minute: now.minute,
                    servers: now.servers,
                    step,
                    rate: now.rate,
                    ceiling,
                    wait,
                    lost: lost / 60.0,
                },
            );
        }
    }
}

/// An overloaded minute.
struct Pressed {
    minute: usize,
    is_busiest: usize,
    servers: usize,
    rate: f64,
    wanted: f64,
    granted: f64,
    ceiling: f64,
}

/// Lets events take effect in a minute; requests and work that are left, and requests a second that are refused.
#[cold]
fn disturb<S: Servers>(
    trouble: &[Disturbance],
    minute: usize,
    rate: f64,
    work: f64,
    servers: &mut S,
) -> (f64, f64, f64) {
    let (mut refused, mut extra) = (0.0_f64, 0.0);
    for stretch in trouble.iter().filter(|stretch| stretch.from <= minute && minute < stretch.to) {
        match stretch.effect {
            Effect::Refused(share) => refused = refused.max(share),
            Effect::Lost(count) if stretch.from == minute => servers.lose(minute, count, stretch.to),
            Effect::Lost(_) => {}
            Effect::Busy(vcpus) => extra += vcpus,
        }
    }
    (rate * (1.0 - refused), work * (1.0 - refused) + extra, rate * refused)
}

#[cfg(test)]
mod tests {
    use super::{super::fixtures::*, *};
    use crate::{
        architecture::{Delivery, EfsThroughput, Webroot},
        questionnaire::PRESETS,
    };

    fn week(architecture: &Architecture, id: &str, events: &Events) -> Week {
        let workload = workload(id);
        simulate(architecture, workload.typical(), &workload.shape, events, &Rules::default())
    }

    #[test]
    fn every_preset_plays_on_every_kind_of_architecture() {
        let efs = Webroot::Efs(EfsThroughput::Bursting);
        let all = [
            single(ec2("t2.micro", CreditMode::Standard)),
            single(ec2("t3.small", CreditMode::Unlimited)),
            single(fixed(4.0)),
            group(ec2("t4g.medium", CreditMode::Unlimited), 2.0, 8.0, Delivery::Mounted, efs),
            group(fixed(2.0), 2.0, 10.0, Delivery::InstalledFromGit, Webroot::Local),
        ];
        for preset in PRESETS {
            for architecture in &all {
                let week = week(architecture, preset.id, &Vec::new());
                let out = &week.outcome;
                let sum = out.served + out.failed;
                assert!((sum / out.arrived - 1.0).abs() < 1e-9);
                assert!(out.arrived > Requests::ZERO && out.headroom > Ratio::ZERO);
                assert!(out.median_response <= out.slow_response);
            }
        }
    }
}
