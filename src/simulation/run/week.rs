//! One week of one architecture, and how it is set up.

use crate::{
    architecture::{Architecture, Fleet},
    simulation::{
        Rules,
        cpu::server_cpu::{Rationed, Unrationed},
        fleet::{
            auto_scaling::{FixedFleet, Group, MOST_SERVERS, Servers},
            server_pool::{ServerPool, loads},
        },
        meter::{lived::Lived, outcome::Week, recorder::Tape, series::Series},
        run::{event::Events, setting::Setting, step::Prepared, traffic::Traffic},
    },
    workload::{Demand, Shape},
};

/// Simulates one week.
///
/// The week is taken as representative: what happens in it happens every week. Where no spike is among the events, the
/// worst one the answers let expect comes at the busiest time.
pub fn simulate(architecture: &Architecture, demand: &Demand, shape: &Shape, events: &Events, rules: &Rules) -> Week {
    live(architecture, demand, shape, events, rules).on(architecture, demand, rules)
}

/// The same, as other architectures may have lived it.
pub fn live(architecture: &Architecture, demand: &Demand, shape: &Shape, events: &Events, rules: &Rules) -> Lived {
    Setting { architecture, demand, shape, events, rules: &rules.on(architecture) }.run(None)
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
        Setting { architecture, demand, shape, events, rules: &rules.on(architecture) }.run(Some(&mut tape));
        tape.into_series()
    }
}

impl Setting<'_> {
    /// Picks the kind of fleet, so that the minute itself need not.
    fn run(&self, tape: Option<&mut Tape>) -> Lived {
        let web = &self.architecture.web;
        match web.fleet {
            Fleet::Fixed(count) => {
                let count = (count.value() as usize).min(MOST_SERVERS);
                self.with_servers(FixedFleet::new(count), count, tape)
            }
            Fleet::Scaling { min, max, target } => {
                // A group that may shrink to nothing would have nothing to measure; one server stays.
                let min = (min.value() as usize).clamp(1, MOST_SERVERS);
                let max = (max.value() as usize).clamp(min, MOST_SERVERS);
                let group = Group::new(min, max, target, web.delivery, self.rules);
                self.with_servers(group, max, tape)
            }
        }
    }

    /// Picks the kind of CPU.
    fn with_servers<S: Servers>(&self, servers: S, most: usize, tape: Option<&mut Tape>) -> Lived {
        let pool = ServerPool::new(self.architecture, self.demand, self.rules);
        let loads = loads(self.architecture, self.demand, pool.cpu);
        let traffic = Traffic::new(self.demand, self.shape, self.events, loads);
        let usual = traffic.mean_busy() / self.architecture.web.fleet.min().value().max(1.0);
        let prepared = Prepared { setting: *self, pool, traffic, most };
        match Rationed::new(&self.architecture.web.machine, &self.architecture.web.fleet, usual, self.rules) {
            Some(cpu) => prepared.run(servers, cpu, tape),
            None => prepared.run(servers, Unrationed, tape),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        architecture::{Delivery, EfsThroughput, Webroot, Zone},
        catalog::CreditMode,
        questionnaire::PRESETS,
        simulation::{Event, Meter, fixtures::*, run::traffic::Loads},
        units::{Count, Minutes, Ratio, Requests},
        workload::Workload,
    };

    const EFS: Webroot = Webroot::Efs(EfsThroughput::Bursting);

    fn week_of(architecture: &Architecture, workload: &Workload, events: &Events) -> Week {
        simulate(architecture, workload.typical(), &workload.shape, events, &Rules::default())
    }

    fn week(architecture: &Architecture, id: &str, events: &Events) -> Week {
        week_of(architecture, &workload(id), events)
    }

    fn kinds() -> [Architecture; 6] {
        [
            single(ec2("t2.micro", CreditMode::Standard)),
            single(ec2("t3.small", CreditMode::Unlimited)),
            single(fixed(4.0)),
            group(ec2("t4g.medium", CreditMode::Unlimited), 2.0, 8.0, Delivery::Mounted, EFS),
            group(fixed(2.0), 2.0, 10.0, Delivery::InstalledFromGit, Webroot::Local),
            group(ec2("t2.small", CreditMode::Standard), 2.0, 6.0, Delivery::Baked, Webroot::Local),
        ]
    }

    fn tuesday(hour: f64) -> Minutes {
        Minutes::new(1_440.0 + hour * 60.0)
    }

    fn spike(height: f64) -> Event {
        Event::Spike {
            start: tuesday(19.0),
            height: Count::new(height),
            rise: Minutes::new(5.0),
            length: Minutes::new(90.0),
        }
    }

    fn trouble() -> Events {
        vec![
            spike(8.0),
            Event::InstanceFailure { start: tuesday(3.0) },
            Event::ZoneLoss { start: tuesday(30.5), length: Minutes::new(180.0), zone: Zone::B },
            Event::Deployment { start: tuesday(10.0) },
            Event::PluginInstall { start: tuesday(11.0) },
        ]
    }

    #[test]
    fn no_request_is_served_twice_or_lost_uncounted() {
        for preset in PRESETS {
            let workload = Workload::new(&(preset.answers)());
            for architecture in &kinds() {
                for events in [Vec::new(), trouble()] {
                    let out = week_of(architecture, &workload, &events).outcome;
                    let sum = out.served + out.failed;
                    assert!((sum / out.arrived - 1.0).abs() < 1e-9);
                    assert!(out.failed >= Requests::ZERO && out.arrived > Requests::ZERO);
                    assert!(out.median_response <= out.slow_response, "{} {out:?}", preset.id);
                }
            }
        }
    }

    /// The quiet hours of a week are passed over quickly, those of its curves never: both come to the same.
    #[test]
    fn the_curves_tell_the_same_week() {
        for preset in PRESETS {
            let workload = Workload::new(&(preset.answers)());
            for architecture in &kinds() {
                for events in [Vec::new(), trouble()] {
                    let (demand, rules) = (workload.typical(), Rules::default());
                    let setting =
                        Setting { architecture, demand, shape: &workload.shape, events: &events, rules: &rules };
                    let mut tape = Tape::new(architecture);
                    let (quick, full) = (setting.run(None), setting.run(Some(&mut tape)));
                    let (quick, full): (Week, Week) =
                        [quick, full].map(|lived| lived.on(architecture, demand, &rules)).into();
                    let close = |a: f64, b: f64| (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1e-3);
                    let numbers = |week: &Week| {
                        let out = &week.outcome;
                        let use_ = &week.usage;
                        [
                            out.arrived.value(),
                            out.failed.value(),
                            out.headroom.value(),
                            out.throttled.value(),
                            out.mean_servers.value(),
                            out.most_servers.value(),
                            out.least_credits.map_or(0.0, crate::units::Credits::value),
                            use_.web_hours.value(),
                            use_.web_surplus.value(),
                            use_.lcu_hours.value(),
                            use_.efs_read.value(),
                        ]
                    };
                    for (index, (a, b)) in numbers(&quick).into_iter().zip(numbers(&full)).enumerate() {
                        assert!(close(a, b), "{} {}: {index}: {a} {b}", preset.id, architecture.web.machine.name);
                    }
                    // Credits of the file system are looked at hour by hour where they are plenty.
                    let left = |week: &Week| week.outcome.least_file_credits.map_or(0.0, crate::units::Gib::value);
                    assert!((left(&quick) - left(&full)).abs() <= 1e-3 * left(&full));
                    let series = tape.into_series();
                    let sum =
                        |meter: Meter| series.iter().find(|s| s.meter == meter).map_or(0.0, |s| s.values.iter().sum());
                    assert!(close(sum(Meter::PhpDemand) * 60.0, full.outcome.arrived.value()));
                    assert!(close(sum(Meter::Servers) / 10_080.0, full.outcome.mean_servers.value()));
                    assert!(series.iter().all(|s| s.values.len() == 10_080 && s.values.iter().all(|v| v.is_finite())));
                }
            }
        }
    }

    /// A t2.micro with more to do than its baseline of 10 % for good is at it day and night.
    #[test]
    fn a_small_burstable_server_under_a_large_site_runs_dry() {
        let out = week(&single(ec2("t2.micro", CreditMode::Standard)), "membership", &Vec::new()).outcome;
        assert_eq!(out.least_credits, Some(crate::units::Credits::ZERO));
        assert!(out.dry_at.is_some() && out.throttled > Minutes::new(9_000.0) && out.headroom < Ratio::new(0.2));
        let fixed = week(&single(fixed(8.0)), "blog", &Vec::new()).outcome;
        assert_eq!((fixed.dry_at, fixed.least_credits, fixed.throttled), (None, None, Minutes::ZERO));
    }

    /// A log's fortnight is lived through in one piece and told as its average week: two weeks alike come to what one does, and
    /// credits that outlast the first are spent in the second.
    #[test]
    fn two_weeks_alike_come_to_one_and_credits_are_carried_over() {
        let workload = workload("membership");
        let week: Vec<_> = (0..10_080_u32).map(|minute| [20 + minute % 1_440 / 60, 5, 3, 0, 0, 0]).collect();
        let twice = [week.clone(), week.clone()].concat();
        let shape =
            |minutes| crate::workload::Shape::replayed(&crate::questionnaire::Replay::new("a log", minutes).unwrap());
        let (one, two) = (shape(week), shape(twice));
        let after = |architecture: &Architecture, shape| {
            simulate(architecture, workload.typical(), shape, &Vec::new(), &Rules::default())
        };
        let architecture = single(fixed(4.0));
        let (first, both) = (after(&architecture, &one), after(&architecture, &two));
        assert_eq!(
            Week::series(&architecture, workload.typical(), &two, &Vec::new(), &Rules::default())[0].values.len(),
            20_160
        );
        let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(1.0);
        let (a, b) = (&first.outcome, &both.outcome);
        assert!(near(a.arrived.value(), b.arrived.value()) && near(a.served.value(), b.served.value()));
        assert!(near(a.slow_minutes.value(), b.slow_minutes.value()) && near(a.response.value(), b.response.value()));
        assert!(near(first.usage.web_hours.value(), both.usage.web_hours.value()));
        // Full at the start, a credit less in each minute than is earned: what lasts a week need not last two.
        let burstable = single(ec2("t3.small", CreditMode::Standard));
        let (first, both) = (after(&burstable, &one).outcome, after(&burstable, &two).outcome);
        assert!(both.least_credits <= first.least_credits, "{:?} {:?}", both.least_credits, first.least_credits);
    }

    /// What is charged is what is used above the baseline, once the surplus of a day is used up: by hand from the mean
    /// load of a server that is never overloaded.
    #[test]
    fn unlimited_mode_charges_what_the_week_uses_above_the_baseline() {
        let workload = workload("membership");
        let architecture = single(ec2("t3.xlarge", CreditMode::Unlimited));
        let mut demand = workload.typical().clone();
        demand.ordinary_peak = Ratio::new(1.2);
        let shape = crate::workload::Shape::new(crate::questionnaire::Peaks::Steady, demand.ordinary_peak);
        let demand = scaled(&demand, 1.75);
        let week = simulate(&architecture, &demand, &shape, &Vec::new(), &Rules::default());
        let pool = ServerPool::new(&architecture, &demand, &Rules::default());
        let Loads { people, bots, .. } = loads(&architecture, &demand, pool.cpu);
        let mean = people.busy * demand.mean_views().value() + bots.busy * demand.mean_bots().value();
        assert!(mean > 1.6 && week.outcome.headroom > Ratio::ONE, "{mean} {:?}", week.outcome);
        let expected = (mean - 4.0 * 0.4) * 730.0;
        assert!(
            (week.usage.web_surplus.value() / expected - 1.0).abs() < 0.01,
            "{:?} {expected}",
            week.usage.web_surplus
        );
    }

    fn scaled(demand: &Demand, factor: f64) -> Demand {
        Demand {
            visits: demand.visits * factor,
            page_views: demand.page_views * factor,
            bot_requests: demand.bot_requests * factor,
            spike: demand.spike * factor,
            ..demand.clone()
        }
    }

    #[test]
    fn a_spike_that_outruns_scaling_fails_requests_and_a_quicker_boot_fails_fewer() {
        let events = vec![spike(30.0)];
        let at =
            |delivery| week(&group(fixed(2.0), 2.0, 20.0, delivery, Webroot::Local), "membership", &events).outcome;
        let (baked, git) = (at(Delivery::Baked), at(Delivery::InstalledFromGit));
        assert!(git.failed > baked.failed && baked.failed > Requests::ZERO, "{baked:?} {git:?}");
        assert!(git.failing_minutes >= baked.failing_minutes && git.headroom < Ratio::ONE);
        assert!(baked.most_servers > Count::new(6.0));
        // Afterwards they go again.
        assert!(baked.mean_servers < Count::new(4.0));
        // Enough servers from the start serve everyone.
        let ready =
            week(&group(fixed(2.0), 20.0, 20.0, Delivery::Baked, Webroot::Local), "membership", &events).outcome;
        assert_eq!(ready.failed, Requests::ZERO);
    }

    #[test]
    fn losing_one_server_of_one_is_an_outage_and_one_of_two_is_a_minute() {
        let events = vec![Event::InstanceFailure { start: tuesday(20.0) }];
        let alone = week(&single(fixed(2.0)), "blog", &events).outcome;
        assert_eq!(alone.failing_minutes, Minutes::new(6.0), "a minute to notice, five to recover");
        let two = group(fixed(2.0), 2.0, 4.0, Delivery::Baked, Webroot::Local);
        let two = week(&two, "blog", &events).outcome;
        assert_eq!(two.failing_minutes, Minutes::new(1.0));
        assert!(two.failed < alone.failed);
    }

    #[test]
    fn losing_a_zone_ends_a_single_server_and_is_survived_in_two() {
        let events = vec![Event::ZoneLoss { start: tuesday(12.0), length: Minutes::new(240.0), zone: Zone::A }];
        let alone = week(&single(fixed(2.0)), "blog", &events).outcome;
        assert_eq!(alone.failing_minutes, Minutes::new(95.0), "an hour until somebody comes, 35 minutes to restore");
        let two = week(&group(fixed(2.0), 2.0, 4.0, Delivery::Baked, Webroot::Local), "blog", &events).outcome;
        assert!(two.failing_minutes <= Minutes::new(2.0), "{two:?}");
        let other = vec![Event::ZoneLoss { start: tuesday(12.0), length: Minutes::new(240.0), zone: Zone::B }];
        assert_eq!(week(&single(fixed(2.0)), "blog", &other).outcome.failed, Requests::ZERO);
    }

    /// What an instance has accrued outlasts its recovery on another host, and not its replacement by a new one (Amazon EC2
    /// User Guide, key concepts).
    #[test]
    fn credits_outlast_a_failed_server_and_not_a_lost_zone() {
        let least = |event| {
            let architecture = single(ec2("t3.large", CreditMode::Standard));
            week(&architecture, "blog", &vec![event]).outcome.least_credits.unwrap().value()
        };
        let failed = least(Event::InstanceFailure { start: tuesday(3.0) });
        let lost = least(Event::ZoneLoss { start: tuesday(3.0), length: Minutes::new(180.0), zone: Zone::A });
        assert!(failed > 800.0 && lost < 1.0, "{failed} and {lost}");
    }

    #[test]
    fn a_webroot_on_efs_is_slow_where_it_is_quiet_and_cold() {
        let at = |webroot| week(&group(fixed(2.0), 2.0, 4.0, Delivery::Mounted, webroot), "blog", &Vec::new()).outcome;
        let (local, efs, gluster) = (at(Webroot::Local), at(EFS), at(Webroot::Gluster));
        assert!(
            efs.slow_response > local.slow_response && efs.cold_response.value() > 3.0 * local.cold_response.value()
        );
        assert!(gluster.cold_response > efs.cold_response);
        assert_eq!(
            efs.least_file_credits.map(|left| left.value().round()),
            Some(2_150.0),
            "credits are not what slows it down"
        );
    }

    #[test]
    fn the_expected_spike_is_part_of_the_week_until_another_is_asked_for() {
        let workload = workload("viral");
        let architecture = single(fixed(16.0));
        let expected = week_of(&architecture, &workload, &Vec::new()).outcome;
        let mild = week_of(&architecture, &workload, &vec![spike(0.1)]).outcome;
        assert!(expected.arrived > mild.arrived && expected.headroom < mild.headroom);
        assert!(crate::simulation::run::traffic::expected_spike(workload.typical(), &workload.shape).is_some());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        /// Whatever is built, a week ends with finite figures.
        #[test]
        fn odd_architectures_do_no_harm(
            (cores, workers) in (0.0..80.0_f64, 0.0..400.0_f64),
            (min, max, target) in (0.0..90.0_f64, 0.0..90.0_f64, 0.0..1.0_f64),
            (earned, cap) in (0.0..200.0_f64, 0.0..5_000.0_f64),
            unlimited in proptest::bool::ANY,
            traffic in 0.0..50.0_f64,
        ) {
            let workload = workload("shop");
            let mode = if unlimited { CreditMode::Unlimited } else { CreditMode::Standard };
            let mut machine = fixed(cores);
            machine.cpu = crate::architecture::CpuAllowance::Credits {
                baseline: Ratio::new(earned / 60.0 / cores.max(0.1)),
                earned_per_hour: crate::units::Credits::new(earned),
                cap: crate::units::Credits::new(cap),
                launch: crate::units::Credits::ZERO,
                mode,
            };
            let mut architecture = group(machine, min, max, Delivery::Mounted, EFS);
            architecture.web.workers = Count::new(workers);
            architecture.web.fleet = Fleet::Scaling { min: Count::new(min), max: Count::new(max), target: Ratio::new(target) };
            let demand = scaled(workload.typical(), traffic);
            let week = simulate(&architecture, &demand, &workload.shape, &trouble(), &Rules::default());
            let out = &week.outcome;
            let finite = [out.arrived.value(), out.failed.value(), out.headroom.value(), out.median_response.value(), out.slow_response.value(), week.usage.web_surplus.value(), week.usage.efs_read.value()];
            prop_assert!(finite.iter().all(|value| value.is_finite() && *value >= 0.0), "{finite:?}");
            let sum = out.served + out.failed;
            prop_assert!((sum.value() - out.arrived.value()).abs() <= 1e-6 * out.arrived.value().max(1.0), "{out:?}");
        }

        #[test]
        fn more_traffic_never_leaves_more_headroom_and_a_larger_machine_never_less(
            factor in 0.05..6.0_f64,
            more in 1.0..3.0_f64,
            cores in 1.0..8.0_f64,
        ) {
            let workload = workload("shop");
            let headroom = |demand: &Demand, cores: f64| {
                let mut architecture = single(fixed(cores));
                architecture.web.workers = Count::new(16.0);
                simulate(&architecture, demand, &workload.shape, &Vec::new(), &Rules::default()).outcome.headroom
            };
            let light = scaled(workload.typical(), factor);
            let heavy = scaled(&light, more);
            prop_assert!(headroom(&heavy, cores).value() <= headroom(&light, cores).value() * (1.0 + 1e-9));
            prop_assert!(headroom(&light, cores * more).value() >= headroom(&light, cores).value() * (1.0 - 1e-9));
        }
    }
}
