//! The week, minute by minute: what arrives, who serves it, at what speed, and what is left over for the
//! next minute.

use crate::{
    simulation::{
        HOUR,
        cpu::server_cpu::Cpu,
        files::plugin_install::{Installer, plugin_install},
        fleet::{
            auto_scaling::Servers,
            disturbance::{Disturbance, Effect, disturbances},
            server_pool::ServerPool,
        },
        meter::{
            lived::Lived,
            metering::Metered,
            month::Meters,
            outcome::Outcome,
            recorder::{Minute, Tape},
            tally::Tally,
        },
        run::{
            setting::Setting,
            traffic::{Hour, Outline, Traffic},
        },
    },
    units::{Count, Credits, Milliseconds, Minutes, Ratio, Requests},
};

/// A week ready to be simulated.
pub(crate) struct Prepared<'a> {
    pub(crate) setting: Setting<'a>,
    pub(crate) pool: ServerPool,
    pub(crate) traffic: Traffic<'a>,
    /// The most servers there can be.
    pub(crate) most: usize,
}

/// A balance of credits, in credits, that is as good as none.
const DRY: f64 = 1e-6;

/// A week being simulated.
struct Run<'a, S, C> {
    prepared: &'a Prepared<'a>,
    servers: S,
    cpu: C,
    trouble: Vec<Disturbance>,
    /// By number of servers: what they serve a second, one over it, and one over their number.
    by_servers: Vec<[f64; 3]>,
    tally: Tally,
    metered: Metered,
    /// Servers of the minute before.
    before: usize,
    /// Requests that wait for a worker.
    backlog: f64,
    arrived: f64,
    /// Requests a second that leave a server, minute by minute: counted by itself, so that what arrives and what becomes
    /// of it can be compared.
    left: f64,
    in_service: f64,
    paid: f64,
    most_servers: usize,
    surplus: f64,
    least: f64,
    dry_at: Option<usize>,
    throttled: f64,
}

impl Prepared<'_> {
    pub(crate) fn run<S: Servers, C: Cpu>(&self, servers: S, cpu: C, mut tape: Option<&mut Tape>) -> Lived {
        let Setting { architecture, demand, events, rules, .. } = self.setting;
        let mut run = Run {
            prepared: self,
            before: servers.in_service(),
            servers,
            cpu,
            trouble: disturbances(architecture, demand, events, rules),
            by_servers: (0..=self.most).map(|n| self.per_server(n)).collect(),
            tally: Tally::new(self.most, self.pool.steps()),
            metered: Metered::new(architecture, demand, rules, &self.pool, &self.traffic),
            backlog: 0.0,
            arrived: 0.0,
            left: 0.0,
            in_service: 0.0,
            paid: 0.0,
            most_servers: 0,
            surplus: 0.0,
            least: f64::INFINITY,
            dry_at: None,
            throttled: 0.0,
        };
        let busiest = self.traffic.busiest_hour();
        let mut minutes = Hour { php: [0.0; HOUR], busy: [0.0; HOUR] };
        for hour in 0..self.traffic.hours() {
            let outline = self.traffic.outline(hour);
            let is_busiest = usize::from(hour == busiest);
            run.metered.hour(&outline);
            if tape.is_some() || !run.quiet_hour(hour, &outline, is_busiest) {
                self.traffic.hour(hour, &mut minutes);
                run.hour(hour, &outline, &minutes, is_busiest, tape.as_deref_mut());
            }
        }
        run.finish()
    }

    /// What `n` servers serve a second, one over it, and one over n.
    fn per_server(&self, n: usize) -> [f64; 3] {
        let ceiling = self.pool.ceiling(n);
        if n == 0 || ceiling <= 0.0 {
            return [0.0; 3];
        }
        [ceiling, 1.0 / ceiling, 1.0 / n as f64]
    }
}

impl<S: Servers, C: Cpu> Run<'_, S, C> {
    /// Most hours of most weeks are quiet: nothing fails, nothing scales and no credits end. Their minutes differ in
    /// demand only. Whether this is one; it then has passed.
    #[inline]
    fn quiet_hour(&mut self, hour: usize, outline: &Outline, is_busiest: usize) -> bool {
        let Prepared { pool, traffic, .. } = self.prepared;
        let Some((shape, factor, constant)) = traffic.plain(hour) else { return false };
        let n = self.servers.in_service();
        let Some([_, inv_ceiling, inv_servers]) = self.by_servers.get(n).copied() else { return false };
        let (mean, top) = (outline.mean.busy * inv_servers, outline.top.busy * inv_servers);
        let quiet = n > 0
            && n == self.before
            && self.backlog == 0.0
            && !self.is_troubled(hour)
            && outline.top.php * inv_ceiling <= 1.0
            && self.metered.files_are_quiet(outline)
            && self.servers.quiet_hour(top / pool.cores)
            && self.cpu.quiet_hour(mean, top, self.least);
        if !quiet {
            return false;
        }
        self.metered.files_hour(outline);
        self.tally.note_all(self.tally.row(is_busiest, n, 0), shape, factor, constant, inv_ceiling);
        self.tally.tightest = self.tally.tightest.max(outline.top.php * inv_ceiling);
        self.arrived += outline.mean.php * HOUR as f64;
        self.left += outline.mean.php * HOUR as f64;
        self.in_service += (n * HOUR) as f64;
        self.paid += (self.servers.paid() * HOUR) as f64;
        self.most_servers = self.most_servers.max(n);
        if let Some(account) = self.cpu.account() {
            self.least = self.least.min(account.net());
        }
        true
    }

    fn is_troubled(&self, hour: usize) -> bool {
        let (from, to) = (hour * HOUR, (hour + 1) * HOUR);
        self.trouble.iter().any(|stretch| stretch.from < to && stretch.to > from)
    }

    fn hour(&mut self, hour: usize, outline: &Outline, minutes: &Hour, is_busiest: usize, mut tape: Option<&mut Tape>) {
        let troubled = self.is_troubled(hour);
        let files_quiet = tape.is_none() && !troubled && self.metered.files_are_quiet(outline);
        if files_quiet {
            self.metered.files_hour(outline);
        }
        let inv_cores = 1.0 / self.prepared.pool.cores;
        for i in 0..HOUR {
            let minute = hour * HOUR + i;
            let mut now = Minute { minute, rate: minutes.php[i], ..Minute::default() };
            let mut work = minutes.busy[i];
            self.servers.begin(minute);
            if troubled {
                self.disturb(&mut now, &mut work);
            }
            let n = self.servers.in_service();
            if n != self.before {
                self.surplus += self.cpu.change(self.before, n);
                // New servers compile every file before they answer.
                work += n.saturating_sub(self.before) as f64 * self.prepared.pool.compiling;
                self.before = n;
            }
            let [ceiling, inv_ceiling, inv_servers] = self.by_servers.get(n).copied().unwrap_or_default();
            let file_limit = if files_quiet { f64::INFINITY } else { self.metered.files_minute(now.rate, outline) };
            let wanted = work * inv_servers;
            // What does not run earns nothing.
            let granted = if n == 0 { 0.0 } else { self.cpu.minute(wanted) };
            (now.servers, now.ceiling, now.utilisation) = (n, ceiling.min(file_limit), wanted.min(granted) * inv_cores);
            let load = now.rate * inv_ceiling;
            if load > 1.0 || n == 0 || granted < wanted || self.backlog > 0.0 || now.rate > file_limit {
                self.pressed(&mut now, wanted, granted, is_busiest);
            } else {
                self.tally.note(self.tally.row(is_busiest, n, 0), load, now.rate * 60.0);
                self.left += now.rate;
            }
            self.arrived += now.rate + now.refused;
            self.servers.observe(minute, now.utilisation.min(1.0));
            self.in_service += n as f64;
            self.paid += self.servers.paid() as f64;
            self.most_servers = self.most_servers.max(n);
            if let Some(account) = self.cpu.account() {
                self.least = self.least.min(account.net());
            }
            if let Some(tape) = &mut tape {
                tape.minute(
                    &self.prepared.pool,
                    &now,
                    self.cpu.account(),
                    &self.metered,
                    self.prepared.traffic.pages(minute),
                );
            }
        }
    }

    /// A minute in which there is more to do than can be done, or the CPU is slowed down, or requests wait from before.
    ///
    /// What cannot be served waits; what waits longer than its patience is given up (a fluid queue: Newell, Applications
    /// of Queueing Theory, 1982, chapter 2).
    #[cold]
    fn pressed(&mut self, now: &mut Minute, wanted: f64, granted: f64, is_busiest: usize) {
        let pool = &self.prepared.pool;
        if granted < wanted.min(pool.cores) - 1e-12 {
            self.throttled += 1.0;
            let speed = granted / pool.cores;
            now.step = pool.step(speed);
            now.ceiling = pool.ceiling_at(now.servers, now.step, speed).min(now.ceiling);
            let dry = self.cpu.account().is_some_and(|account| account.net() <= DRY);
            if dry && self.dry_at.is_none() {
                self.dry_at = Some(now.minute);
            }
        }
        let load = if now.ceiling > 0.0 { now.rate / now.ceiling } else { f64::INFINITY };
        if now.servers > 0 && load.is_finite() {
            self.tally.tightest = self.tally.tightest.max(load);
        }
        let before = self.backlog;
        let after = (before + (now.rate - now.ceiling) * 60.0).max(0.0);
        let lost = (after - now.ceiling * pool.patience()).max(0.0);
        self.backlog = after - lost;
        self.left += (before / 60.0 + now.rate).min(now.ceiling);
        self.tally.failed += lost;
        if lost > 0.0 {
            self.tally.failing_minutes += 1.0;
            self.tally.lost_minutes += (lost / (now.rate * 60.0).max(lost)).min(1.0);
        }
        now.lost = lost / 60.0;
        now.wait = match now.ceiling > 0.0 {
            true => 0.5 * (before + self.backlog) / now.ceiling,
            false => pool.patience(),
        };
        if now.wait <= 0.0 && load <= 1.0 {
            self.tally.note(self.tally.row(is_busiest, now.servers, now.step), load, now.rate * 60.0);
        } else {
            let requests = (now.rate * 60.0 - lost).max(0.0);
            let service = pool.saturated(now.step);
            self.tally.note_wait(is_busiest, now.wait / pool.patience().max(1e-9), service, requests);
        }
    }

    /// Lets events take effect in a minute.
    #[cold]
    fn disturb(&mut self, now: &mut Minute, work: &mut f64) {
        let (mut refused, mut extra) = (0.0_f64, 0.0);
        for stretch in self.trouble.iter().filter(|stretch| stretch.from <= now.minute && now.minute < stretch.to) {
            match stretch.effect {
                Effect::Refused(share) => refused = refused.max(share),
                Effect::Lost(count) if stretch.from == now.minute => self.servers.lose(now.minute, count, stretch.to),
                Effect::Restored if stretch.from == now.minute => self.surplus += self.cpu.renew(),
                Effect::Lost(_) | Effect::Restored => {}
                Effect::Busy(vcpus) => extra += vcpus,
            }
        }
        now.refused = now.rate * refused;
        now.rate -= now.refused;
        *work = *work * (1.0 - refused) + extra;
        if refused > 0.0 {
            self.tally.failed += now.refused * 60.0;
            self.tally.failing_minutes += 1.0;
            self.tally.lost_minutes += refused;
        }
    }

    fn finish(mut self) -> Lived {
        let Setting { architecture, demand, rules, .. } = self.prepared.setting;
        let pool = &self.prepared.pool;
        let minutes = (self.prepared.traffic.hours() * HOUR) as f64;
        // Two weeks of a log are told as one week of their average.
        let weeks = minutes / Minutes::WEEK.value();
        let seen = self.tally.seen(pool);
        let arrived = self.arrived * 60.0;
        let failed = (self.tally.failed + seen.lost + self.backlog).min(arrived);
        self.surplus += self.cpu.change(self.before, self.before);
        let milliseconds = |seconds: f64| Milliseconds::new(seconds * 1_000.0);
        let outcome = Outcome {
            arrived: Requests::new(arrived / weeks),
            served: Requests::new((self.left * 60.0 - seen.lost).max(0.0) / weeks),
            failed: Requests::new(failed / weeks),
            slow_minutes: Minutes::new(seen.slow_minutes / weeks),
            failing_minutes: Minutes::new((seen.failing_minutes + self.tally.failing_minutes).min(minutes) / weeks),
            lost_minutes: Minutes::new((seen.lost_minutes + self.tally.lost_minutes).min(minutes) / weeks),
            headroom: Ratio::new((1.0 / self.tally.tightest.max(1e-4)).min(1e4)),
            median_response: milliseconds(seen.median),
            slow_response: milliseconds(seen.busiest),
            response: milliseconds(seen.week),
            idle_response: milliseconds(pool.idle()),
            cold_response: milliseconds(pool.storage().first_byte(demand).cold.value()),
            plugin_install: plugin_install(architecture.web.webroot, rules.plugin_files, Installer::default(), rules),
            most_servers: Count::new(self.most_servers as f64),
            mean_servers: Count::new(self.in_service / minutes),
            least_credits: self.cpu.account().map(|_| Credits::new(self.least.max(0.0))),
            dry_at: self.dry_at.map(|minute| Minutes::new(minute as f64)),
            throttled: Minutes::new(self.throttled / weeks),
            least_file_credits: self.metered.least_file_credits(),
            file_credits_last: self.metered.file_credits_last(minutes * 60.0),
        };
        let meters = Meters {
            server_minutes: self.paid / weeks,
            surplus: self.surplus / weeks,
            database_surplus: self.metered.database.as_ref().map_or(0.0, |(cpu, _)| cpu.charged()) / weeks,
            php_hours: self.metered.php_hours / weeks,
            lcu_hours: self.metered.lcu_hours / weeks,
            capacity_hours: self.metered.capacity_hours / weeks,
            files_moved: self.metered.files.as_ref().map(|files| files.moved / weeks),
        };
        Lived { outcome, meters }
    }
}
