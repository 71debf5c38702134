use strum::VariantArray;

use super::{
    assumption::{Assumption, Case, Parameter, Whose},
    content,
    demand::{Demand, Uncached},
    doubt, parameters, peak,
    shape::Shape,
};
use crate::{
    questionnaire::{Answers, DemandParameter as Id, Peaks, SiteKind, Theme},
    units::{Count, Gib, Gigabytes, Milliseconds, Ratio, Requests},
};

/// Every parameter of the sizing model as it was used, in the order of [`Id`].
type Assumptions = [Assumption; doubt::ALL];

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
        let middle: Assumptions = std::array::from_fn(|index| assumption(Id::VARIANTS[index], answers, 0.0));
        let weights = doubt::weights(&middle, |assumptions| demand(answers, assumptions, Case::Typical));
        let assumptions: Assumptions =
            std::array::from_fn(|index| assumption(Id::VARIANTS[index], answers, weights[index]));
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

/// A parameter as it is used: the reader's own figure, or what the client said, or its range, as far out in the low and
/// the high case as its doubt weighs.
fn assumption(id: Id, answers: &Answers, weight: f64) -> Assumption {
    let (parameter, said) = parameters::of(id, answers);
    // What no question asks for can only be measured; an answer has to be the one that was measured still.
    let asked =
        matches!(id, Id::Visits | Id::PagesPerVisit | Id::Uncacheable | Id::Peak | Id::Plugins | Id::Items | Id::Media);
    let measured = if asked { answers.measured.range_of(id, said) } else { answers.measured.get(id) };
    let (used, whose) = match (answers.overrides.get(parameter.id.token()), measured, said) {
        (Some(own), _, _) => ([own; 3], Whose::Yours),
        (None, Some(range), _) => (range, Whose::Measured),
        (None, None, Some(said)) => ([said; 3], Whose::Said),
        (None, None, None) => (Case::ALL.map(|case| parameter.at(case, weight)), Whose::Ours),
    };
    Assumption { parameter, used, whose }
}

fn demand(answers: &Answers, assumptions: &[Assumption], case: Case) -> Demand {
    let at = |id: Id| assumptions[id as usize].at(case);
    let shop = if answers.site == SiteKind::Shop { 1.0 } else { 0.0 };
    let builder = if answers.theme.or(Theme::Builder) == Theme::Builder { 1.0 } else { 0.0 };
    let plugins = at(Id::Plugins);

    let visits = at(Id::Visits);
    let views = visits * at(Id::PagesPerVisit);
    let bots = views * at(Id::Bots) / (1.0 - at(Id::Bots)).max(0.01);

    let peak = peak::of(answers, assumptions, case, views);
    let content = content::of(answers.site, visits, at(Id::Items), at(Id::Orders), at(Id::Accounts));
    let media_growth = media_growth(answers, Gigabytes::new(at(Id::Media)));

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
        ordinary_peak: peak.ordinary,
        spike: peak.spike,
        peak_from: peak.from,
        uncached: [
            uncached(0.0, 0.0),
            uncached(at(Id::HitOrigin), at(Id::HitBots)),
            uncached(at(Id::HitEdge), at(Id::HitBots)),
            Uncached { pages: Ratio::ZERO, spike: Ratio::ZERO, bots: Ratio::ZERO },
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
        content,
        database: content.size(),
        media: Gigabytes::new(at(Id::Media)) + media_growth * 12.0,
        media_growth,
        edits: Count::new(at(Id::Edits)),
        egress: Gigabytes::new(egress),
        requests: Requests::new(requests),
        static_hits: Ratio::new(at(Id::HitStatic)),
        growth: answers.growth.or(Ratio::percent(20.0)),
    }
}

/// Uploads not said to grow otherwise grow by three per cent a month (estimate).
fn media_growth(answers: &Answers, today: Gigabytes) -> Gigabytes {
    answers.media_growth.or(today * 0.03)
}

#[cfg(test)]
mod tests;
