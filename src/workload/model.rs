use strum::VariantArray;

use super::{
    assumption::{Assumption, Case, Parameter, Whose},
    demand::{Demand, Uncached},
    parameters,
    shape::Shape,
};
use crate::{
    questionnaire::{Answers, DemandParameter as Id, Peaks, Said, SiteKind, Theme},
    units::{Count, Gib, Gigabytes, Milliseconds, Ratio, Requests, RequestsPerSecond},
};

/// Every parameter of the sizing model as it was used, in the order of [`Id`].
type Assumptions = [Assumption; Id::VARIANTS.len()];

/// What the answers ask of whatever hosts the site: three cases, the shape of the week, and the assumptions.
#[derive(Clone, Debug, PartialEq)]
pub struct Workload {
    cases: [Demand; 3],
    /// How ordinary traffic runs through the week, in the typical case.
    pub shape: Shape,
    /// Everything that was assumed, as it was used.
    pub assumptions: Assumptions,
}

impl Workload {
    /// What follows from the answers.
    pub fn new(answers: &Answers) -> Self {
        let assumptions: Assumptions = std::array::from_fn(|index| assumption(Id::VARIANTS[index], answers));
        let cases = Case::ALL.map(|case| demand(answers, &assumptions, case));
        let shape = match &answers.replay {
            Some(replay) => Shape::replayed(replay),
            None => Shape::new(answers.peaks.or(Peaks::Steady), cases[Case::Typical as usize].ordinary_peak),
        };
        Self { cases, shape, assumptions }
    }

    /// A parameter that can be replaced by a figure of one's own, with the range for the default answers.
    pub fn parameter(id: Id) -> Parameter {
        parameters::of(id, &Answers::default()).0
    }

    /// What was assumed for a parameter.
    pub const fn assumption(&self, id: Id) -> &Assumption {
        &self.assumptions[id as usize]
    }

    /// The demand of one case.
    pub const fn case(&self, case: Case) -> &Demand {
        &self.cases[case as usize]
    }

    /// The demand expected.
    pub const fn typical(&self) -> &Demand {
        self.case(Case::Typical)
    }
}

/// A parameter as it is used: the reader's own figure, or what the client said, or the quantiles of its range.
fn assumption(id: Id, answers: &Answers) -> Assumption {
    let (parameter, said) = parameters::of(id, answers);
    // What no question asks for can only be measured; an answer has to be the one that was measured still.
    let asked = matches!(id, Id::Visits | Id::PagesPerVisit | Id::Uncacheable | Id::Peak | Id::Plugins | Id::Media);
    let measured = if asked { answers.measured.range_of(id, said) } else { answers.measured.get(id) };
    let (used, whose) = match (answers.overrides.get(parameter.id.token()), measured, said) {
        (Some(own), _, _) => ([own; 3], Whose::Yours),
        (None, Some(range), _) => (range, Whose::Measured),
        (None, None, Some(said)) => ([said; 3], Whose::Said),
        (None, None, None) => (Case::ALL.map(|case| parameter.at(case)), Whose::Ours),
    };
    Assumption { parameter, used, whose }
}

fn demand(answers: &Answers, assumptions: &Assumptions, case: Case) -> Demand {
    let at = |id: Id| assumptions[id as usize].at(case);
    let shop = if answers.site == SiteKind::Shop { 1.0 } else { 0.0 };
    let builder = if answers.theme.or(Theme::Builder) == Theme::Builder { 1.0 } else { 0.0 };
    let plugins = at(Id::Plugins);

    let visits = at(Id::Visits);
    let views = visits * at(Id::PagesPerVisit);
    let bots = views * at(Id::Bots) / (1.0 - at(Id::Bots)).max(0.05);
    let mean = views / 2_629_800.0;

    let ordinary = at(Id::DayFactor) * at(Id::HourFactor) * at(Id::BurstFactor);
    let said_peak = at(Id::Peak);
    let (ordinary_peak, spike) = match answers.peaks.or(Peaks::Steady) {
        Peaks::Steady if matches!(answers.peak_factor, Said::NotSure) => (ordinary, 0.0),
        Peaks::Steady | Peaks::OfficeHours => (said_peak, 0.0),
        Peaks::Campaigns | Peaks::Viral => {
            let ordinary = ordinary.min(said_peak);
            (ordinary, ((said_peak - ordinary) * mean).max(at(Id::Event)))
        }
    };

    let share = at(Id::Uncacheable);
    let uncached = |hits: f64, bot_hits: f64| Uncached {
        pages: Ratio::new(share + (1.0 - share) * (1.0 - hits)),
        // A spike concentrates on few pages: half the personal share, a fifth of the misses.
        spike: Ratio::new(share / 2.0 + (1.0 - share / 2.0) * (1.0 - hits) * if hits > 0.0 { 0.2 } else { 1.0 }),
        bots: Ratio::new(1.0 - bot_hits),
    };

    let page_cpu = at(Id::CpuCore) + plugins * at(Id::CpuPlugin) + shop * at(Id::CpuWoo) + builder * at(Id::CpuBuilder);
    let page_database = (at(Id::DbCore) + plugins * at(Id::DbPlugin) + shop * at(Id::DbWoo)) * at(Id::DbSize);

    let pages_per_visit = at(Id::PagesPerVisit);
    let weight = 1.0 + (pages_per_visit - 1.0).max(0.0) * at(Id::Repeat);
    let egress = visits * at(Id::PageWeight) * weight * at(Id::FirstParty) / 1e6 + bots * super::HTML.value();
    // Files per first page 50, per later page 20: HTTP Archive counts 66 to 71 requests a page, about three quarters
    // of them the site's own; the browser's cache keeps most of them from the second page on.
    let requests = visits * (50.0 + (pages_per_visit - 1.0).max(0.0) * 20.0) + bots;

    Demand {
        visits: Requests::new(visits),
        page_views: Requests::new(views),
        bot_requests: Requests::new(bots),
        ajax: Ratio::new(at(Id::AjaxCalls) * at(Id::AjaxCost)),
        ordinary_peak: Ratio::new(ordinary_peak),
        spike: RequestsPerSecond::new(spike),
        uncached: [
            uncached(0.0, 0.0),
            uncached(at(Id::HitOrigin), at(Id::HitBots)),
            uncached(at(Id::HitEdge), at(Id::HitBots)),
        ],
        page_cpu: Milliseconds::new(page_cpu / at(Id::Speed).max(0.05)),
        page_database: Milliseconds::new(page_database / at(Id::Speed).max(0.05)),
        object_cache: Ratio::new(at(Id::ObjectCache)),
        // Measured: 12 to 32 queries on core, 45 to 75 with WooCommerce, 119 to 154 with ten heavy plugins.
        queries: Count::new(15.0 + 3.0 * plugins + 45.0 * shop),
        wait: Ratio::new(at(Id::Wait)),
        target: Ratio::new(at(Id::CpuTarget)),
        worker_memory: Gib::new(at(Id::WorkerMemory) / 1_024.0),
        // Measured: 409 to 423 files on core, 1,265 to 1,330 with WooCommerce, about 2,300 on a heavy site with ten
        // plugins; fifteen for a small plugin, 115 for a substantial one, one in three taken as substantial.
        files_per_page: Count::new(420.0 + 850.0 * shop + plugins * 48.0 + 300.0 * builder),
        // Measured: about 10 on core and WooCommerce, 276 opens and 39 directory reads on a page builder's page.
        file_operations: Count::new(10.0 + 310.0 * builder),
        webroot_files: Count::new(2_800.0 + 400.0 * plugins + 5_000.0 * shop + 1_000.0 * builder),
        webroot: Gib::new((65.0 + 7.0 * plugins + 75.0 * shop + 45.0 * builder) / 1_024.0),
        database: Gib::new(database_size(answers.site)),
        media: media_in_a_year(answers, Gigabytes::new(at(Id::Media))),
        egress: Gigabytes::new(egress),
        requests: Requests::new(requests),
        static_hits: Ratio::new(at(Id::HitStatic)),
        growth: answers.growth.or(Ratio::percent(20.0)),
    }
}

/// Tables and indexes in GiB: 0.15 GiB of core and options, twice 20 KB a post, 15 KB an order, 5 KB a user, for sites
/// of the kind (estimate, low confidence; a large shop has more).
const fn database_size(site: SiteKind) -> f64 {
    match site {
        SiteKind::Brochure => 0.2,
        SiteKind::Blog => 0.5,
        SiteKind::News => 4.0,
        SiteKind::Shop => 3.0,
        SiteKind::Membership => 5.0,
    }
}

/// Uploads not said to grow otherwise grow by three per cent a month (estimate).
fn media_in_a_year(answers: &Answers, today: Gigabytes) -> Gigabytes {
    today + answers.media_growth.or(today * 0.03) * 12.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        architecture::PageCache,
        questionnaire::{PRESETS, ParameterId, preset},
    };

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
            let workload = workload(id);
            let got = workload.typical().page_views.value() / 1e6;
            assert!((got / views - 1.0).abs() < 0.02, "{id}: {got} million page views against {views}");
            for case in Case::ALL {
                let demand = workload.case(case);
                let busy = demand.busy_web(demand.peak(PageCache::Off)).value() / demand.target.value();
                let ratio = busy / vcpus[case as usize];
                assert!((0.6..1.65).contains(&ratio), "{id} {case:?}: {busy} vCPU is {ratio} of the sampled figure");
                let ratio = demand.egress.value() / egress[case as usize];
                assert!(
                    (0.85..1.2).contains(&ratio),
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
        let answers =
            Answers { theme: Said::Known(Theme::Block), plugins: Said::Known(Count::ZERO), ..Answers::default() };
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
        let unsure: [(Answers, Figure); 4] = [
            (Answers { visits: Said::NotSure, ..sure.clone() }, |demand| demand.page_views.value()),
            (Answers { theme: Said::NotSure, ..sure.clone() }, |demand| demand.page_cpu.value()),
            (Answers { plugins: Said::NotSure, ..sure.clone() }, |demand| demand.page_cpu.value()),
            (Answers { media: Said::NotSure, ..sure.clone() }, |demand| demand.media.value()),
        ];
        for (unsure, of) in unsure {
            assert!(
                spread(&unsure, of) > 1.15 * spread(&sure, of),
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
}
