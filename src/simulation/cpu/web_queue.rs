//! PHP workers as a queue.
//!
//! A request holds one of `workers` PHP workers while it alternates between the CPU, shared by all requests in service,
//! and waiting for files, the database and other sites. How many requests a second leave with n in service is that of a
//! closed network with a processor-sharing CPU of several cores and a pure delay, by mean value analysis (Reiser and
//! Lavenberg, Journal of the ACM 27, 1980; several cores after Seidmann, Schweitzer and Shalev-Oren, 1987). That network
//! then stands as one flow-equivalent server in an open queue with Poisson arrivals, a birth and death process
//! (Chandy, Herzog and Woo, IBM Journal of Research and Development 19, 1975; Lazowska and others, Quantitative System
//! Performance, 1984, chapter 9). With enough workers and no delay this is M/M/c processor sharing.
//!
//! Percentiles are those of the gamma distribution with the same mean and variance (Wilson and Hilferty, 1931). On an idle
//! server times spread as the pages of one site differ; what crowding adds is taken as exponential.

/// The most PHP workers a server is counted with; more of them hardly change the result.
const MOST_WORKERS: usize = 96;

/// How long a load lasts, in seconds: traffic changes over some five minutes.
const LASTS: f64 = 300.0;

/// The PHP workers of one server, as a queue. Times in seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Queue {
    /// PHP workers.
    pub(crate) workers: usize,
    /// Cores at work: virtual CPUs.
    pub(crate) cores: f64,
    /// CPU time of a request at the speed of the moment.
    pub(crate) cpu: f64,
    /// Everything else it waits for while it holds its worker.
    pub(crate) delay: f64,
    /// What part of the delay only some requests meet, on the average of all: it keeps workers busy, but whoever meets it
    /// is a group of its own and is not in the percentiles here.
    pub(crate) apart: f64,
    /// How much pages differ on an idle server: variance over mean squared.
    pub(crate) spread: f64,
    /// How long a request waits for a worker at the most.
    pub(crate) patience: f64,
}

/// What a reader sees in a minute.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(crate) struct Response {
    /// Median time in seconds.
    pub(crate) median: f64,
    /// 95th percentile in seconds.
    pub(crate) slow: f64,
    /// Share of requests given up while they waited.
    pub(crate) lost: f64,
    /// Mean and variance of the time, in seconds.
    pub(crate) mean: f64,
    pub(crate) variance: f64,
    /// Share of requests that meet expired file attributes, and the seconds that adds to theirs.
    pub(crate) expired: f64,
    pub(crate) expiry: f64,
}

impl Queue {
    /// Requests a second that leave when every worker is busy: what they can serve.
    pub(crate) fn capacity(&self) -> f64 {
        1.0 / self.for_each_worker(|_, _| {})
    }

    /// What readers see with so many requests a second, below capacity.
    pub(crate) fn response(&self, rate: f64) -> Response {
        // Probabilities of 0, 1, … requests in service, up to a factor; their sum and mean.
        let (mut here, mut sum, mut jobs) = (1.0, 1.0, 0.0);
        let interval = self.for_each_worker(|n, interval| {
            here *= rate * interval;
            sum += here;
            jobs += n * here;
        });
        // With all workers busy the queue behind them is geometric.
        let load = (rate * interval).min(self.settled(interval));
        let queue = here * load / (1.0 - load);
        let workers = self.workers.clamp(1, MOST_WORKERS) as f64;
        sum += queue;
        jobs += queue * (workers + 1.0 / (1.0 - load));
        let waits = (here + queue) / sum;
        let wait = interval / (1.0 - load);
        let total = jobs / sum / rate;
        let total = (total - self.apart).max(0.0);
        let service = (total - waits * wait).max(0.0);
        let idle = (self.cpu + self.delay - self.apart).clamp(0.0, service);
        let variance = service * service - (1.0 - self.spread) * idle * idle + waits * wait * wait * (2.0 - waits);
        let given_up = self.patience / wait;
        let lost = if given_up < 40.0 { waits * libm::exp(-given_up) } else { 0.0 };
        Response {
            median: quantile(total, variance, MEDIAN),
            slow: quantile(total, variance, SLOW),
            lost,
            mean: total,
            variance,
            ..Response::default()
        }
    }

    /// The load up to which the queue settles within the minutes a load lasts. The time a queue takes to settle is about
    /// 1/(μ(1-√ρ)²) (relaxation time of M/M/1: Morse, Queues, Inventories and Maintenance, 1958), which has no bound as
    /// the load ρ nears one; a queue that has no time to grow is as long as one of a load that settles.
    fn settled(&self, interval: f64) -> f64 {
        let root = 1.0 - (interval / LASTS).sqrt();
        (root * root).clamp(0.5, 0.998)
    }

    /// Mean value analysis, one request at a time: calls back with the number of requests in service and the mean time
    /// between departures; the last of those.
    #[inline]
    fn for_each_worker(&self, mut each: impl FnMut(f64, f64)) -> f64 {
        let queued = self.cpu / self.cores.max(1.0);
        let delay = self.delay + self.cpu - queued;
        let (mut at_cpu, mut interval) = (0.0, 0.0);
        for n in 1..=self.workers.clamp(1, MOST_WORKERS) {
            let residence = queued * (1.0 + at_cpu);
            interval = (residence + delay) / n as f64;
            at_cpu = residence / interval;
            each(n as f64, interval);
        }
        interval
    }
}

/// Standard normal quantiles of 0.5 and 0.95.
const MEDIAN: f64 = 0.0;
const SLOW: f64 = 1.644_853_626_951_472_2;

/// 95th percentile on an idle server, of times with this mean that spread as the pages of the site do.
pub(crate) fn idle(mean: f64, spread: f64) -> f64 {
    quantile(mean, spread * mean * mean, SLOW)
}

/// Quantile of a gamma distribution by its mean and variance (Wilson and Hilferty, Proceedings of the National Academy of
/// Sciences 17, 1931).
fn quantile(mean: f64, variance: f64, normal: f64) -> f64 {
    if mean <= 0.0 {
        return 0.0;
    }
    let ninth = variance / (9.0 * mean * mean);
    let root = (1.0 - ninth + normal * ninth.sqrt()).max(0.0);
    mean * root * root * root
}

#[cfg(test)]
mod tests {
    use super::*;

    fn queue(workers: usize, cores: f64, cpu: f64, delay: f64) -> Queue {
        Queue { workers, cores, cpu, delay, apart: 0.0, spread: 1.0, patience: 30.0 }
    }

    /// M/M/1: mean response is service / (1 - utilisation), exponential: median ln 2 times that, 95 % ln 20 times.
    #[test]
    fn one_core_and_many_workers_are_an_mm1_queue() {
        for load in [0.1, 0.5, 0.8] {
            let got = queue(96, 1.0, 0.1, 0.0).response(load / 0.1);
            let mean = 0.1 / (1.0 - load);
            assert!((got.median / (mean * core::f64::consts::LN_2) - 1.0).abs() < 0.02, "{load}: {got:?}");
            assert!((got.slow / (mean * 2.995_732) - 1.0).abs() < 0.02, "{load}: {got:?}");
        }
    }

    /// Machine repair with one repairman (a closed network): three workers, CPU 1 s, delay 2 s. By hand:
    /// X(1) = 1/3, X(2) = 2/(1 + 1/3 + 2) = 0.6, X(3) = 3/(1 + 0.8 + 2) = 0.789.
    #[test]
    fn capacity_is_that_of_the_closed_network() {
        assert!((queue(1, 1.0, 1.0, 2.0).capacity() - 1.0 / 3.0).abs() < 1e-12);
        assert!((queue(2, 1.0, 1.0, 2.0).capacity() - 0.6).abs() < 1e-12);
        assert!((queue(3, 1.0, 1.0, 2.0).capacity() - 3.0 / 3.8).abs() < 1e-12);
    }

    /// M/M/c with c = 4, offered load 3: waiting probability 0.5094 (Erlang C), mean wait 0.5094 s of a 1 s service.
    #[test]
    fn pure_delay_makes_the_workers_the_servers_of_an_mmc_queue() {
        let got = queue(4, 1.0, 0.0, 1.0).response(3.0);
        let (mean, variance) = (1.0 + 0.509_434, 1.0 + 0.509_434 * (2.0 - 0.509_434));
        assert!((got.median - quantile(mean, variance, MEDIAN)).abs() < 1e-5, "{got:?}");
        assert!((got.slow - quantile(mean, variance, SLOW)).abs() < 1e-5, "{got:?}");
    }

    /// Idle, and with pages that do not differ at all, half the requests take as long as 95 of 100.
    #[test]
    fn an_idle_server_spreads_as_its_pages_do() {
        let at = |spread| Queue { spread, ..queue(20, 2.0, 0.1, 0.1) }.response(0.001);
        let (equal, half, wide) = (at(0.0), at(0.5), at(1.0));
        assert!((equal.slow - 0.2).abs() < 3e-3 && (equal.median - 0.2).abs() < 3e-3, "{equal:?}");
        assert!((half.slow / half.median - 2.83).abs() < 0.05 && (wide.slow / wide.median - 4.23).abs() < 0.05);
    }

    #[test]
    fn two_cores_wait_less_than_one_and_more_than_two_idle_ones() {
        let rate = 8.0;
        let one = queue(40, 1.0, 0.1, 0.1).response(rate);
        let two = queue(40, 2.0, 0.1, 0.1).response(rate);
        let idle = queue(40, 2.0, 0.1, 0.1).response(0.01);
        assert!(idle.median < two.median && two.median < one.median);
    }
}
