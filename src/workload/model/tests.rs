use super::*;
use crate::{
    architecture::PageCache,
    questionnaire::{PRESETS, ParameterId, preset},
};
use crate::{questionnaire::Said, workload::PeakFrom};

fn workload(id: &str) -> Workload {
    Workload::new(&preset(id).map(|preset| (preset.answers)()).unwrap_or_default())
}

/// Percentiles of 20,000 sampled draws over the same parameters: page views in millions (P50), vCPUs with no cache
/// at all and CDN gigabytes (P10, P50, P90). Page views hang on few parameters, so only their middle is compared.
#[test]
fn the_three_cases_stand_where_the_sampled_percentiles_do() {
    let sampled = [
        ("shop", 1.03, [2.0, 3.5, 6.2], [781.0, 1_160.0, 1_733.0]),
        ("membership", 7.02, [9.0, 15.0, 24.0], [2_822.0, 4_392.0, 6_765.0]),
        ("news", 10.42, [13.0, 21.0, 35.0], [10_755.0, 15_554.0, 22_444.0]),
    ];
    for (id, views, vcpus, egress) in sampled {
        // The draws knew of no stated peak.
        let open = Answers { peak_factor: Said::NotSure, ..preset(id).map(|preset| (preset.answers)()).unwrap() };
        let workload = if id == "shop" { Workload::new(&open) } else { workload(id) };
        let got = workload.typical().page_views.value() / 1e6;
        assert!((got / views - 1.0).abs() < 0.02, "{id}: {got} million page views against {views}");
        for case in Case::ALL {
            let demand = workload.case(case);
            let busy = demand.busy_web(demand.peak(PageCache::Off)).value() / demand.target.value();
            let ratio = busy / vcpus[case as usize];
            assert!((0.6..1.65).contains(&ratio), "{id} {case:?}: {busy} vCPU is {ratio} of the sampled figure");
            let ratio = demand.egress.value() / egress[case as usize];
            assert!(
                (0.8..1.2).contains(&ratio),
                "{id} {case:?}: {} is {ratio} of the sampled figure",
                demand.egress.value()
            );
        }
    }
}

/// Kinsta's benchmark of December 2025: WordPress 6.8 without plugins or cache served 148 requests a second to 15
/// concurrent clients on PHP 8.4, 101 ms each. A block theme without plugins is what that is.
#[test]
fn a_bare_block_theme_costs_what_kinsta_measured() {
    let answers = Answers { theme: Said::Known(Theme::Block), plugins: Said::Known(Count::ZERO), ..Answers::default() };
    let demand = Workload::new(&answers).typical().clone();
    let total = demand.page_cpu.value() + demand.page_database.value();
    assert!((total / 101.0 - 1.0).abs() < 0.1, "{total} ms");
}

/// digitbin.com, 2019: six million page views a month on one vCPU and 1 GB behind Cloudflare.
#[test]
fn six_million_cached_page_views_fit_on_one_vcpu() {
    let answers = Answers {
        visits: Said::Known(Requests::new(3_530_000.0)),
        uncacheable: Said::Known(Ratio::percent(1.0)),
        plugins: Said::Known(Count::new(15.0)),
        ..Answers::default()
    };
    let demand = Workload::new(&answers).typical().clone();
    let busy = demand.busy_web(demand.peak(PageCache::Edge)).value();
    assert!((0.1..0.9).contains(&busy), "{busy} vCPU at the peak");
}

#[test]
fn every_assumption_stands_at_its_own_place() {
    for id in Id::VARIANTS {
        assert_eq!(Workload::parameter(*id).id, ParameterId::Demand(*id));
    }
}

#[test]
fn a_heavier_case_never_asks_for_less() {
    for preset in PRESETS {
        let workload = Workload::new(&(preset.answers)());
        let [low, typical, high] = &workload.cases;
        for (light, heavy) in [(low, typical), (typical, high)] {
            for cache in [PageCache::Off, PageCache::Origin, PageCache::Edge] {
                assert!(light.peak(cache) <= heavy.peak(cache), "{}", preset.id);
                assert!(light.busy_web(light.peak(cache)) <= heavy.busy_web(heavy.peak(cache)), "{}", preset.id);
            }
            assert!(light.egress <= heavy.egress && light.requests <= heavy.requests, "{}", preset.id);
        }
    }
}

#[test]
fn not_being_sure_widens_the_range_and_never_narrows_it() {
    let sure = Answers::default();
    type Figure = fn(&Demand) -> f64;
    let spread = |answers: &Answers, of: Figure| {
        let workload = Workload::new(answers);
        of(workload.case(Case::High)) / of(workload.case(Case::Low))
    };
    let unsure: [(Answers, Figure); 5] = [
        (Answers { visits: Said::NotSure, ..sure.clone() }, |demand| demand.page_views.value()),
        (Answers { theme: Said::NotSure, ..sure.clone() }, |demand| {
            demand.busy_web(demand.peak(PageCache::Edge)).value()
        }),
        (Answers { plugins: Said::NotSure, ..sure.clone() }, |demand| demand.page_cpu.value()),
        (Answers { items: Said::Known(Count::new(1_600.0)), ..sure.clone() }, |demand| 1.0 / demand.database.value()),
        (Answers { media: Said::NotSure, ..sure.clone() }, |demand| demand.media.value()),
    ];
    for (unsure, of) in unsure {
        assert!(
            spread(&unsure, of) > 1.04 * spread(&sure, of),
            "{} against {}",
            spread(&unsure, of),
            spread(&sure, of)
        );
    }
}

#[test]
fn a_figure_of_the_readers_own_is_used_in_every_case_and_named_as_theirs() {
    let mut answers = Answers::default();
    answers.overrides.insert("ppv".to_owned(), 3.0);
    let workload = Workload::new(&answers);
    for case in Case::ALL {
        assert_eq!(workload.case(case).page_views, Requests::new(900_000.0));
    }
    assert_eq!(workload.assumption(Id::PagesPerVisit).whose, Whose::Yours);
}

/// A doubt that outweighs all others stands near its 10th and 90th percentile: of visits between a third and three times
/// what is usual, 0.55 and 2.1 times.
#[test]
fn a_large_doubt_stands_further_out_than_many_small_ones() {
    let open = Workload::new(&Answers { visits: Said::NotSure, ..Answers::default() });
    let [low, typical, high] = open.assumption(Id::Visits).used;
    assert!(low < 0.62 * typical && high > 1.5 * typical, "{low} {typical} {high}");
    let [low, typical, high] = open.assumption(Id::Bots).used;
    assert!(low > 0.8 * typical && high < 1.25 * typical, "{low} {typical} {high}");
}

/// A stated peak is what the site is sized for; an event counts where nobody said.
#[test]
fn a_stated_peak_wins_over_what_events_bring_elsewhere() {
    let shop = |peak| {
        let answers = Answers {
            site: SiteKind::Shop,
            visits: Said::Known(Requests::new(5_000.0)),
            peaks: Said::Known(Peaks::Campaigns),
            peak_factor: peak,
            ..Answers::default()
        };
        Workload::new(&answers).typical().clone()
    };
    let stated = shop(Said::Known(Count::new(2.0)));
    assert_eq!(stated.peak_from, PeakFrom::StatedFactor);
    assert!((stated.ordinary_peak.value() + stated.spike.value() / stated.mean_views().value() - 2.0).abs() < 1e-9);
    let open = shop(Said::NotSure);
    assert_eq!(open.peak_from, PeakFrom::Event);
    // A fifth of the month's views in two hours.
    assert!((open.spike.value() * 6_600.0 / open.page_views.value() - 0.2).abs() < 1e-9, "{:?}", open.spike);
}

#[test]
fn a_tiny_shop_has_a_tiny_database_and_a_large_one_a_large_one() {
    let size = |visits: f64| {
        let answers =
            Answers { site: SiteKind::Shop, visits: Said::Known(Requests::new(visits)), ..Answers::default() };
        Workload::new(&answers).typical().database.value()
    };
    assert!(size(100.0) < 0.17 && (2.0..5.0).contains(&size(200_000.0)), "{} {}", size(100.0), size(200_000.0));
}

#[test]
fn media_that_does_not_grow_is_not_uploaded() {
    let answers = Answers {
        media: Said::Known(Gigabytes::new(2_000.0)),
        media_growth: Said::Known(Gigabytes::ZERO),
        ..Answers::default()
    };
    let demand = Workload::new(&answers).typical().clone();
    assert_eq!((demand.media, demand.media_growth), (Gigabytes::new(2_000.0), Gigabytes::ZERO));
}
