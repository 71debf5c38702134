//! Weeks and credit traces as text, for the command line.

use super::{
    Meter, Outcome, Series, Week,
    cpu::credit_trace::{CreditTrace, TracedSpan},
};
use crate::{
    architecture::{CpuAllowance, Machine},
    catalog::CreditMode,
    units::{Credits, Minutes, Usd, text},
};

/// A week of servers like this one in plain text.
pub fn plain(title: &str, machine: &Machine, week: &Week) -> String {
    let mut lines = vec![title.to_owned(), String::new()];
    lines.extend(rows(machine, week).into_iter().map(|(name, value)| format!("{name:<44} {value}")));
    lines.join("\n")
}

/// The curves of a week as comma-separated values, one line a minute: minute of the week, then one column a curve.
pub fn csv(series: &[Series]) -> String {
    let mut out = String::from("minute");
    for curve in series {
        out.push(',');
        out.push_str(curve.meter.column());
    }
    let minutes = series.iter().map(|curve| curve.values.len()).max().unwrap_or(0);
    for minute in 0..minutes {
        out.push_str(&format!("\n{minute}"));
        for curve in series {
            let value = curve.values.get(minute).copied().unwrap_or(0.0);
            out.push_str(&format!(",{}", text::trimmed(value, 4)));
        }
    }
    out.push('\n');
    out
}

/// A trace of CPU credits in plain text; `price` is what a vCPU-hour of surplus credits costs.
pub fn credits(name: &str, trace: &CreditTrace, price: Option<Usd>) -> String {
    let spans = trace.follow();
    let terms = &trace.terms;
    let (mode, end) = match terms.mode {
        CreditMode::Standard if terms.ramp > Minutes::ZERO => {
            ("standard", format!(", lowered to the baseline over {}", terms.ramp))
        }
        CreditMode::Standard => ("standard", ", a hard end".to_owned()),
        CreditMode::Unlimited => ("unlimited", String::new()),
    };
    let mut out = format!(
        "{name}, {mode} mode{end}: {} credits earned an hour, {} at the most\n\n{:>10} {:>10} {:>10} {:>10} {:>10} {:>10}\n",
        number(terms.earned_per_hour.value()),
        number(terms.cap.value()),
        "minute",
        "wanted %",
        "granted %",
        "balance",
        "surplus",
        "charged"
    );
    let mut time = 0.0;
    for span in &spans {
        time += span.length.value();
        out.push_str(&format!(
            "{:>10} {:>10} {:>10} {:>10} {:>10} {:>10}\n",
            number(time),
            number(span.wanted.as_percent()),
            number(span.granted.as_percent()),
            number(span.balance.value()),
            number(span.surplus.value()),
            number(span.charged.value()),
        ));
    }
    out.push('\n');
    out.push_str(&exhaustion(&spans));
    out.push_str(&charge(&spans, price));
    out
}

fn exhaustion(spans: &[TracedSpan]) -> String {
    let mut time = 0.0;
    for span in spans {
        if let Some(after) = span.dry_after {
            let at = time + after.value();
            let hour = (at / 60.0).floor();
            return format!(
                "Credits run out after {} minutes: {} minutes into hour {}.\n",
                text::trimmed(at, 1),
                text::trimmed(at - hour * 60.0, 1),
                hour + 1.0
            );
        }
        time += span.length.value();
    }
    "Credits do not run out.\n".to_owned()
}

fn charge(spans: &[TracedSpan], price: Option<Usd>) -> String {
    let Some(last) = spans.last() else { return String::new() };
    let worth = |credits: Credits| {
        let hours = credits.value() / 60.0;
        let cost = price.map_or("not priced".to_owned(), |price| (price * hours).to_string());
        format!("{} vCPU-hours, {cost}", text::trimmed(hours, 2))
    };
    let (charged, outstanding) = (last.charged, last.surplus);
    let mut said = if charged > Credits::ZERO {
        format!("{} surplus credits are charged: {}.\n", number(charged.value()), worth(charged))
    } else {
        "No surplus credits are charged so far.\n".to_owned()
    };
    // "Surplus credits spent are charged when the instance is stopped or terminated": Amazon EC2 User Guide, unlimited mode
    // concepts, surplus credits can incur charges.
    if outstanding > Credits::ZERO {
        said.push_str(&format!(
            "{} surplus credits are outstanding: stopping the instance, terminating it or switching it to standard mode now \
             charges them, {}; use below the baseline pays them back.\n",
            number(outstanding.value()),
            worth(outstanding)
        ));
    }
    said
}

fn rows(machine: &Machine, week: &Week) -> Vec<(&'static str, String)> {
    let Outcome {
        arrived,
        served: _,
        failed,
        slow_minutes,
        failing_minutes,
        lost_minutes,
        headroom,
        median_response,
        slow_response,
        response,
        idle_response,
        cold_response,
        plugin_install,
        most_servers,
        mean_servers,
        least_credits,
        dry_at,
        throttled,
        least_file_credits,
        file_credits_last,
    } = &week.outcome;
    let ms = |value: f64| format!("{} ms", text::grouped(value));
    let mut rows = vec![
        ("PHP requests that arrived", text::grouped(arrived.value())),
        ("PHP requests that failed", text::grouped(failed.value())),
        ("Minutes in which requests failed", failing_minutes.to_string()),
        ("The same, each by the share that failed", lost_minutes.to_string()),
        ("Minutes with a 95th percentile above 2 s", slow_minutes.to_string()),
        ("Capacity over demand at the worst minute", text::significant(headroom.value(), 3)),
        ("Median response time", ms(median_response.value())),
        ("95th percentile in the busiest hour", ms(slow_response.value())),
        ("95th percentile over the week", ms(response.value())),
        ("The same on an idle server with a disk of its own", ms(idle_response.value())),
        ("First page of a new server", ms(cold_response.value())),
        ("Installing a plugin in wp-admin", plugin_install.to_string()),
        ("Servers, mean and most", format!("{} and {}", text::trimmed(mean_servers.value(), 2), most_servers.value())),
    ];
    if let Some(least) = least_credits {
        let dry = dry_at.map_or("never".to_owned(), |at| moment(at.value()));
        match machine.cpu {
            // Lightsail counts minutes of the whole instance (Amazon Lightsail User Guide, CPU burst capacity).
            CpuAllowance::BurstCapacity { .. } => {
                let minutes = text::trimmed(least.value() / machine.vcpus.value(), 1);
                rows.push(("Least CPU burst capacity", format!("{minutes} minutes at full burst")));
                rows.push(("CPU burst capacity runs out", dry));
            }
            CpuAllowance::Credits { .. } | CpuAllowance::Fixed | CpuAllowance::Elastic { .. } => {
                rows.push(("Least CPU credits", text::trimmed(least.value(), 1)));
                rows.push(("CPU credits run out", dry));
            }
        }
        rows.push(("Slowed down for", throttled.to_string()));
    }
    if let Some(least) = least_file_credits {
        rows.push(("Least EFS burst credits", format!("{} GiB", text::grouped(least.value()))));
        let last = file_credits_last.map_or("for ever".to_owned(), |days| text::counted(days.value().round(), "day"));
        rows.push(("EFS burst credits of a new file system last", last));
    }
    let usage = &week.usage;
    rows.extend([
        ("Web server hours a month", text::grouped(usage.web_hours.value())),
        ("Surplus CPU credits a month, vCPU-hours", text::trimmed(usage.web_surplus.value(), 1)),
        ("Load balancer capacity units a month", text::trimmed(usage.lcu_hours.value(), 1)),
    ]);
    rows
}

/// The days of a week.
pub const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A minute of the week in words: `Tuesday 19:05`, and of the second one where a log gave two, `second Tuesday 19:05`.
pub fn moment(minute: f64) -> String {
    let minute = minute.max(0.0) as usize;
    format!("{} {:02}:{:02}", day(minute / 1_440), minute % 1_440 / 60, minute % 60)
}

/// A day in words, counted from the first Monday: `Tuesday`, `second Tuesday`.
pub fn day(number: usize) -> String {
    format!("{}{}", if number < 7 { "" } else { "second " }, DAYS[number % 7])
}

fn number(value: f64) -> String {
    text::trimmed(value, 2)
}

impl Meter {
    /// The name of its column in files.
    const fn column(self) -> &'static str {
        match self {
            Self::Demand => "pages_per_second",
            Self::PhpDemand => "php_requests_per_second",
            Self::Capacity => "php_capacity_per_second",
            Self::Servers => "servers",
            Self::Utilisation => "cpu_percent",
            Self::Credits => "cpu_credits",
            Self::BurstCapacity => "burst_minutes",
            Self::Surplus => "surplus_credits",
            Self::MedianResponse => "median_ms",
            Self::SlowResponse => "p95_ms",
            Self::Failed => "failed_percent",
            Self::FileThroughput => "efs_metered_mib_per_second",
            Self::FileCredits => "efs_credits_gib",
        }
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::{super::cpu::credit_trace::terms, *};
    use crate::{
        catalog::Catalog,
        units::{Gib, Ratio, Vcpus},
    };

    #[test]
    fn the_cat_site_on_the_command_line() {
        let catalog = Catalog::bundled();
        let terms = terms(catalog.instance("t2.micro").unwrap(), CreditMode::Standard, Minutes::ZERO).unwrap();
        let spans = [0.0, 10.0, 100.0, 5.0, 100.0, 100.0].map(|percent| (Ratio::percent(percent), Minutes::new(60.0)));
        let trace = CreditTrace { terms, start: Credits::new(138.0), launch: Credits::ZERO, spans: spans.to_vec() };
        expect![[r#"
            t2.micro, standard mode, a hard end: 6 credits earned an hour, 144 at the most

                minute   wanted %  granted %    balance    surplus    charged
                    60          0          0        144          0          0
                   120         10         10        144          0          0
                   180        100        100         90          0          0
                   240          5          5         93          0          0
                   300        100        100         39          0          0
                   360        100         75          0          0          0

            Credits run out after 343.3 minutes: 43.3 minutes into hour 6.
            No surplus credits are charged so far.
        "#]]
        .assert_eq(&credits("t2.micro", &trace, None));
    }

    /// Two hours at 100 % in unlimited mode: nothing is charged yet, and 216 credits are owed.
    #[test]
    fn surplus_credits_that_are_owed_are_told_with_what_they_would_cost() {
        let catalog = Catalog::bundled();
        let terms = terms(catalog.instance("t3.micro").unwrap(), CreditMode::Unlimited, Minutes::ZERO).unwrap();
        let told = |hours: usize| {
            let spans = vec![(Ratio::ONE, Minutes::new(60.0)); hours];
            let trace = CreditTrace { terms, start: Credits::ZERO, launch: Credits::ZERO, spans };
            let text = credits("t3.micro", &trace, Some(Usd::new(0.05)));
            text.lines().rev().take(2).map(str::to_owned).collect::<Vec<_>>()
        };
        let owed = |credits: &str, cost: &str| {
            format!(
                "{credits} surplus credits are outstanding: stopping the instance, terminating it or switching it to standard \
                 mode now charges them, {cost}; use below the baseline pays them back."
            )
        };
        assert_eq!(
            told(2),
            [owed("216", "3.6 vCPU-hours, $0.18"), "No surplus credits are charged so far.".to_owned()]
        );
        assert_eq!(
            told(4),
            [
                owed("288", "4.8 vCPU-hours, $0.24"),
                "144 surplus credits are charged: 2.4 vCPU-hours, $0.12.".to_owned()
            ]
        );
    }

    #[test]
    fn what_lightsail_holds_is_named_as_lightsail_names_it() {
        let server = Machine {
            name: "Lightsail 2 GB".to_owned(),
            vcpus: Vcpus::new(2.0),
            memory: Gib::new(2.0),
            cpu: CpuAllowance::BurstCapacity { baseline: Ratio::percent(20.0), cap: Minutes::new(288.0) },
        };
        let mut week = Week::default();
        week.outcome.least_credits = Some(Credits::new(100.0));
        let text = plain("A week", &server, &week);
        let row = |name: &str, value: &str| text.lines().any(|line| line == format!("{name:<44} {value}"));
        assert!(row("Least CPU burst capacity", "50 minutes at full burst"), "{text}");
        assert!(row("CPU burst capacity runs out", "never") && !text.contains("CPU credits run out"), "{text}");
    }

    #[test]
    fn curves_become_columns() {
        let curve = |meter, values: &[f64]| Series { meter, values: values.to_vec() };
        let text = csv(&[curve(Meter::Servers, &[2.0, 3.0]), curve(Meter::Failed, &[0.0, 1.234_56])]);
        assert_eq!(text, "minute,servers,failed_percent\n0,2,0\n1,3,1.2346\n");
        assert_eq!(moment(1_440.0 + 19.0 * 60.0 + 5.0), "Tuesday 19:05");
    }
}
