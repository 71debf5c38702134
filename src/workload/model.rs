use super::{
    assumption::{Assumption, Case, Parameter, Whose},
    demand::{Demand, Uncached},
    parameters as p,
    shape::Shape,
};
use crate::{
    catalog::Confidence,
    questionnaire::{Answers, Peaks, Said, SiteKind, Theme},
    units::{Count, Gib, Gigabytes, Milliseconds, Ratio, Requests, RequestsPerSecond},
};

/// What the answers ask of whatever hosts the site: three cases, the shape of the week, and the assumptions.
#[derive(Clone, Debug, PartialEq)]
pub struct Workload {
    cases: [Demand; 3],
    /// How ordinary traffic runs through the week, in the typical case.
    pub shape: Shape,
    /// Everything that was assumed, as it was used.
    pub assumptions: Vec<Assumption>,
}

impl Workload {
    /// What follows from the answers.
    pub fn new(answers: &Answers) -> Self {
        let inputs = Inputs::new(answers);
        let cases = Case::ALL.map(|case| demand(answers, &inputs, case));
        let shape = Shape::new(answers.peaks.or(Peaks::Steady), cases[Case::Typical as usize].ordinary_peak);
        Self { cases, shape, assumptions: inputs.assumptions }
    }

    /// Every parameter that can be replaced by a figure of one's own; ranges are those of the default answers.
    pub fn parameters() -> Vec<Parameter> {
        Inputs::new(&Answers::default()).assumptions.into_iter().map(|known| known.parameter).collect()
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

/// The assumptions as used, found again by key.
struct Inputs {
    assumptions: Vec<Assumption>,
}

impl Inputs {
    fn new(answers: &Answers) -> Self {
        let mut inputs = Self { assumptions: Vec::new() };
        let site = answers.site;
        let peaks = answers.peaks.or(Peaks::Steady);
        let visits = answers.visits.or(usual_visits(site)).value();
        let unsure_visits = Parameter::more_load(
            "visits",
            "Visits a month",
            "visits",
            [visits / 3.0, visits, visits * 3.0],
            Confidence::Low,
            "not said; a third to three times what such sites usually have",
        );
        inputs.said(unsure_visits, answers.visits.known().map(Requests::value), answers);
        inputs.said(p::pages_per_visit(site), answers.pages_per_visit.known().map(Count::value), answers);
        inputs.said(p::uncacheable(site), answers.uncacheable.known().map(Ratio::value), answers);
        inputs.said(p::peak_factor(peaks), answers.peak_factor.known().map(Count::value), answers);
        inputs.ours(p::event(peaks), answers);
        inputs.ours(p::ajax_calls(site), answers);
        inputs.ours(p::page_weight(site), answers);
        inputs.said(p::PLUGINS, answers.plugins.known().map(Count::value), answers);
        inputs.said(p::MEDIA, answers.media.known().map(Gigabytes::value), answers);
        inputs.ours(p::page_cpu(answers.theme), answers);
        inputs.ours(p::page_builder(answers.theme), answers);
        inputs.ours(if visits < 10_000.0 { p::HIT_STATIC_SMALL } else { p::HIT_STATIC }, answers);
        for parameter in [
            p::BOTS,
            p::DAY_FACTOR,
            p::HOUR_FACTOR,
            p::BURST_FACTOR,
            p::HIT_ORIGIN,
            p::HIT_EDGE,
            p::HIT_BOTS,
            p::CPU_PLUGIN,
            p::CPU_WOO,
            p::DB_CORE,
            p::DB_WOO,
            p::DB_PLUGIN,
            p::DB_SIZE,
            p::OBJECT_CACHE,
            p::AJAX_COST,
            p::WAIT,
            p::SPEED,
            p::CPU_TARGET,
            p::WORKER_MEMORY,
            p::FIRST_PARTY,
            p::REPEAT,
        ] {
            inputs.ours(parameter, answers);
        }
        inputs
    }

    /// A parameter that the client may have settled.
    fn said(&mut self, parameter: Parameter, said: Option<f64>, answers: &Answers) {
        match said {
            Some(value) if !answers.overrides.contains_key(parameter.id) => {
                self.assumptions.push(Assumption { parameter, used: [value; 3], whose: Whose::Said });
            }
            Some(_) | None => self.ours(parameter, answers),
        }
    }

    /// A parameter of ours, unless the reader put a figure in its place.
    fn ours(&mut self, parameter: Parameter, answers: &Answers) {
        let (used, whose) = match answers.overrides.get(parameter.id) {
            Some(value) => ([value; 3], Whose::Yours),
            None => (Case::ALL.map(|case| parameter.at(case)), Whose::Ours),
        };
        self.assumptions.push(Assumption { parameter, used, whose });
    }

    fn at(&self, id: &str, case: Case) -> f64 {
        self.assumptions.iter().find(|known| known.parameter.id == id).map_or(0.0, |known| known.at(case))
    }
}

/// Visits a month that sites of a kind usually have, when nobody knows.
pub fn usual_visits(site: SiteKind) -> Requests {
    Requests::new(match site {
        SiteKind::Brochure => 5_000.0,
        SiteKind::Blog => 50_000.0,
        SiteKind::Shop => 50_000.0,
        SiteKind::Membership => 100_000.0,
        SiteKind::News => 1_000_000.0,
    })
}

fn demand(answers: &Answers, inputs: &Inputs, case: Case) -> Demand {
    let at = |id: &str| inputs.at(id, case);
    let shop = if answers.site == SiteKind::Shop { 1.0 } else { 0.0 };
    let builder = if answers.theme.or(Theme::Builder) == Theme::Builder { 1.0 } else { 0.0 };
    let plugins = at("plugins");

    let visits = at("visits");
    let views = visits * at("ppv");
    let bots = views * at("bots") / (1.0 - at("bots")).max(0.05);
    let mean = views / 2_629_800.0;

    let ordinary = at("f_day") * at("f_hour") * at("f_burst");
    let said_peak = at("peak");
    let (ordinary_peak, spike) = match answers.peaks.or(Peaks::Steady) {
        Peaks::Steady if matches!(answers.peak_factor, Said::NotSure) => (ordinary, 0.0),
        Peaks::Steady | Peaks::OfficeHours => (said_peak, 0.0),
        Peaks::Campaigns | Peaks::Viral => {
            let ordinary = ordinary.min(said_peak);
            (ordinary, ((said_peak - ordinary) * mean).max(at("event")))
        }
    };

    let share = at("s_u");
    let uncached = |hits: f64, bot_hits: f64| Uncached {
        pages: Ratio::new(share + (1.0 - share) * (1.0 - hits)),
        // A spike concentrates on few pages: half the personal share, a fifth of the misses.
        spike: Ratio::new(share / 2.0 + (1.0 - share / 2.0) * (1.0 - hits) * if hits > 0.0 { 0.2 } else { 1.0 }),
        bots: Ratio::new(1.0 - bot_hits),
    };

    let page_cpu = at("c_core") + plugins * at("c_plug") + shop * at("c_woo") + builder * at("c_builder");
    let page_database = (at("d_core") + plugins * at("d_plug") + shop * at("d_woo")) * at("d_size");

    let pages_per_visit = at("ppv");
    let weight = 1.0 + (pages_per_visit - 1.0).max(0.0) * at("rep");
    let egress = visits * at("k") * weight * at("fp") / 1e6 + bots * super::HTML.value();
    // Files per first page 50, per later page 20: HTTP Archive counts 66 to 71 requests a page, about three quarters
    // of them the site's own; the browser's cache keeps most of them from the second page on.
    let requests = visits * (50.0 + (pages_per_visit - 1.0).max(0.0) * 20.0) + bots;

    Demand {
        visits: Requests::new(visits),
        page_views: Requests::new(views),
        bot_requests: Requests::new(bots),
        ajax: Ratio::new(at("ajax") * at("ajax_cost")),
        ordinary_peak: Ratio::new(ordinary_peak),
        spike: RequestsPerSecond::new(spike),
        uncached: [uncached(0.0, 0.0), uncached(at("h_origin"), at("h_bot")), uncached(at("h_edge"), at("h_bot"))],
        page_cpu: Milliseconds::new(page_cpu / at("speed").max(0.05)),
        page_database: Milliseconds::new(page_database / at("speed").max(0.05)),
        object_cache: Ratio::new(at("oc")),
        // Measured: 12 to 32 queries on core, 45 to 75 with WooCommerce, 119 to 154 with ten heavy plugins.
        queries: Count::new(15.0 + 3.0 * plugins + 45.0 * shop),
        wait: Ratio::new(at("wait")),
        target: Ratio::new(at("rho")),
        worker_memory: Gib::new(at("mb") / 1_024.0),
        // Measured: 409 to 423 files on core, 1,265 to 1,330 with WooCommerce, about 2,300 on a heavy site with ten
        // plugins; fifteen for a small plugin, 115 for a substantial one, one in three taken as substantial.
        files_per_page: Count::new(420.0 + 850.0 * shop + plugins * 48.0 + 300.0 * builder),
        // Measured: about 10 on core and WooCommerce, 276 opens and 39 directory reads on a page builder's page.
        file_operations: Count::new(10.0 + 310.0 * builder),
        webroot_files: Count::new(2_800.0 + 400.0 * plugins + 5_000.0 * shop + 1_000.0 * builder),
        webroot: Gib::new((65.0 + 7.0 * plugins + 75.0 * shop + 45.0 * builder) / 1_024.0),
        database: Gib::new(database_size(answers.site)),
        media: media_in_a_year(answers, Gigabytes::new(at("media"))),
        egress: Gigabytes::new(egress),
        requests: Requests::new(requests),
        static_hits: Ratio::new(at("h_static")),
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
        questionnaire::{PRESETS, preset},
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
        let assumption = workload.assumptions.iter().find(|known| known.parameter.id == "ppv");
        assert_eq!(assumption.map(|known| known.whose), Some(Whose::Yours));
    }
}
