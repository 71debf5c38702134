//! The 95th percentile of response times over a whole week: of a mixture of groups of requests, each with its own times.

/// Requests whose times follow a gamma distribution, after a fixed time that all of them wait.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Group {
    pub(crate) requests: f64,
    pub(crate) wait: f64,
    pub(crate) mean: f64,
    pub(crate) variance: f64,
}

/// Share of requests that may take longer.
const SLOWEST: f64 = 0.05;
/// Seconds after which nobody waits for an answer any more.
pub(crate) const LONGEST: f64 = 60.0;
/// The percentile is found to so small a share of itself.
const EXACT: f64 = 1e-3;
/// Bisections that are more than enough for that.
const STEPS: usize = 24;

/// Seconds within which 95 of 100 requests are answered. Those that `failed` never are.
pub(crate) fn percentile(groups: &[Group], failed: f64) -> f64 {
    let all = groups.iter().map(|group| group.requests).sum::<f64>() + failed;
    if all <= 0.0 {
        return 0.0;
    }
    let allowed = SLOWEST * all - failed;
    let ready: Vec<Ready> = groups.iter().filter(|group| group.requests > 0.0).map(Ready::new).collect();
    let over = |seconds: f64| ready.iter().map(|group| group.over(seconds)).sum::<f64>();
    if allowed <= 0.0 || over(LONGEST) > allowed {
        return LONGEST;
    }
    let (mut low, mut high) = (0.0, LONGEST);
    // Doubling from below finds a bracket near the answer in a step or two for quick sites.
    let mut guess = ready.iter().map(|group| group.usual).fold(0.0, f64::max).clamp(0.01, LONGEST);
    if over(guess) > allowed {
        low = guess;
    } else {
        high = guess;
        guess *= 0.5;
        if over(guess) > allowed { low = guess } else { high = guess }
    }
    for _ in 0..STEPS {
        if high - low <= EXACT * high {
            break;
        }
        let middle = 0.5 * (low + high);
        if over(middle) > allowed { low = middle } else { high = middle }
    }
    high
}

/// A group with what its distribution takes prepared: by Wilson and Hilferty (Proceedings of the National Academy of Sciences
/// 17, 1931) the cube root of a gamma variable is nearly normal.
struct Ready {
    requests: f64,
    wait: f64,
    slope: f64,
    offset: f64,
    usual: f64,
}

impl Ready {
    fn new(group: &Group) -> Self {
        let mean = group.mean.max(1e-9);
        let ninth = (group.variance / (9.0 * mean * mean)).max(1e-6);
        let deviation = ninth.sqrt();
        let root = 1.0 - ninth + 1.645 * deviation;
        Self {
            requests: group.requests,
            wait: group.wait,
            slope: 1.0 / (libm::cbrt(mean) * deviation),
            offset: (1.0 - ninth) / deviation,
            usual: group.wait + mean * root * root * root,
        }
    }

    /// Requests that take longer than so many seconds.
    fn over(&self, seconds: f64) -> f64 {
        let left = seconds - self.wait;
        if left <= 0.0 {
            return self.requests;
        }
        let normal = libm::cbrt(left) * self.slope - self.offset;
        let share = if normal > 6.0 { 0.0 } else { 0.5 * libm::erfc(normal * core::f64::consts::FRAC_1_SQRT_2) };
        self.requests * share
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exponential(requests: f64, wait: f64, mean: f64) -> Group {
        Group { requests, wait, mean, variance: mean * mean }
    }

    /// Of exponential times with mean 1, 95 of 100 are below ln 20.
    #[test]
    fn one_group_is_its_own_percentile() {
        let found = percentile(&[exponential(10.0, 0.0, 1.0)], 0.0);
        assert!((found / libm::log(20.0) - 1.0).abs() < 0.02, "{found}");
        let waited = percentile(&[exponential(10.0, 4.0, 1.0)], 0.0);
        assert!((waited - found - 4.0).abs() < 0.02, "{waited}");
    }

    /// By hand: nine in ten take e^-t over t, one in ten 5 seconds and e^-t more. The slowest twentieth is half of the latter:
    /// 5 + ln 2, where 0.9 e^-5.7 more are left of the others.
    #[test]
    fn a_few_slow_requests_are_the_slowest() {
        let found = percentile(&[exponential(90.0, 0.0, 1.0), exponential(10.0, 5.0, 1.0)], 0.0);
        assert!((found - (5.0 + libm::log(2.0))).abs() < 0.1, "{found}");
    }

    /// Three in a hundred that fail leave two for the percentile; six leave none.
    #[test]
    fn what_fails_is_slower_than_anything() {
        let group = exponential(97.0, 0.0, 1.0);
        let found = percentile(&[group], 3.0);
        assert!((found / libm::log(97.0 / 2.0) - 1.0).abs() < 0.02, "{found}");
        assert_eq!(percentile(&[Group { requests: 94.0, ..group }], 6.0), LONGEST);
        assert_eq!(percentile(&[], 0.0), 0.0);
    }
}
