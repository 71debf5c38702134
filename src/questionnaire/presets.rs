//! Six sites to start from. Traffic figures follow the sizing model's worked examples; the rest is what such clients say.

use super::{
    Answers, AwsTies, BackIn, DataLoss, GitSkill, Operator, Peaks, PluginChanges, Priorities, Said, SiteKind, Theme,
    ZoneLoss,
};
use crate::units::{Count, Gigabytes, Hours, Minutes, Ratio, Requests, Usd};

/// A ready-made set of answers.
pub struct Preset {
    /// The key on the command line and in links.
    pub id: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// One line on what it stands for.
    pub summary: &'static str,
    /// The answers.
    pub answers: fn() -> Answers,
}

/// The presets, from small to large.
pub static PRESETS: &[Preset] = &[
    Preset {
        id: "brochure",
        name: "Brochure site",
        summary: "5,000 visits a month, a few pages, nobody on call",
        answers: brochure,
    },
    Preset {
        id: "blog",
        name: "Busy blog",
        summary: "300,000 visits a month, editors at work in wp-admin",
        answers: blog,
    },
    Preset {
        id: "news",
        name: "News with spikes",
        summary: "5 million visits a month, breaking news without warning",
        answers: news,
    },
    Preset {
        id: "shop",
        name: "WooCommerce shop",
        summary: "200,000 visits a month, half of the views uncacheable",
        answers: shop,
    },
    Preset {
        id: "membership",
        name: "Membership site",
        summary: "1 million visits a month, most of them logged in",
        answers: membership,
    },
    Preset { id: "viral", name: "Viral hit", summary: "20 million visits a month on a few pages", answers: viral },
];

/// The preset with this key.
pub fn preset(id: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|preset| preset.id == id)
}

impl Default for Answers {
    /// A busy blog, the first preset a stranger sees. Links say what differs from it.
    fn default() -> Self {
        blog()
    }
}

fn brochure() -> Answers {
    Answers {
        site: SiteKind::Brochure,
        visits: Said::Known(Requests::new(5_000.0)),
        peaks: Said::Known(Peaks::Steady),
        growth: Said::Known(Ratio::percent(5.0)),
        media: Said::Known(Gigabytes::new(2.0)),
        media_growth: Said::Known(Gigabytes::new(0.05)),
        theme: Said::Known(Theme::Builder),
        plugins: Said::Known(Count::new(12.0)),
        plugin_changes: PluginChanges::EditorsInAdmin,
        git: GitSkill::No,
        operator: Operator::Nobody,
        operator_hours: Said::Known(Hours::new(2.0)),
        aws: AwsTies::None,
        budget: Some(Usd::new(40.0)),
        max_outage: Some(Minutes::new(14_400.0)),
        zone_loss: ZoneLoss::May,
        data_loss: DataLoss::Day,
        back_in: BackIn::ThreeDays,
        weights: Priorities::SmallBusiness.weights(),
        ..Answers::nothing_said()
    }
}

fn blog() -> Answers {
    Answers {
        site: SiteKind::Blog,
        visits: Said::Known(Requests::new(300_000.0)),
        peaks: Said::Known(Peaks::Steady),
        growth: Said::Known(Ratio::percent(20.0)),
        media: Said::Known(Gigabytes::new(20.0)),
        media_growth: Said::Known(Gigabytes::new(0.5)),
        theme: Said::Known(Theme::Classic),
        plugins: Said::Known(Count::new(18.0)),
        plugin_changes: PluginChanges::EditorsInAdmin,
        git: GitSkill::Learning,
        operator: Operator::Agency,
        operator_hours: Said::Known(Hours::new(8.0)),
        aws: AwsTies::None,
        budget: Some(Usd::new(300.0)),
        max_outage: Some(Minutes::new(7_200.0)),
        zone_loss: ZoneLoss::May,
        data_loss: DataLoss::Day,
        back_in: BackIn::Day,
        weights: Priorities::Editorial.weights(),
        ..Answers::nothing_said()
    }
}

fn news() -> Answers {
    Answers {
        site: SiteKind::News,
        visits: Said::Known(Requests::new(5_000_000.0)),
        peaks: Said::Known(Peaks::Viral),
        peak_factor: Said::Known(Count::new(16.0)),
        growth: Said::Known(Ratio::percent(20.0)),
        media: Said::Known(Gigabytes::new(400.0)),
        media_growth: Said::Known(Gigabytes::new(8.0)),
        theme: Said::Known(Theme::Block),
        plugins: Said::Known(Count::new(25.0)),
        plugin_changes: PluginChanges::Developers,
        git: GitSkill::Daily,
        operator: Operator::InHouse,
        operator_hours: Said::Known(Hours::new(40.0)),
        aws: AwsTies::Wants,
        budget: Some(Usd::new(4_000.0)),
        max_outage: Some(Minutes::new(1_000.0)),
        zone_loss: ZoneLoss::MustSurvive,
        data_loss: DataLoss::Minutes,
        back_in: BackIn::Hour,
        weights: Priorities::Spikes.weights(),
        ..Answers::nothing_said()
    }
}

fn shop() -> Answers {
    Answers {
        site: SiteKind::Shop,
        visits: Said::Known(Requests::new(200_000.0)),
        peaks: Said::Known(Peaks::Campaigns),
        peak_factor: Said::Known(Count::new(8.0)),
        growth: Said::Known(Ratio::percent(20.0)),
        media: Said::Known(Gigabytes::new(40.0)),
        media_growth: Said::Known(Gigabytes::new(1.0)),
        theme: Said::Known(Theme::Classic),
        plugins: Said::Known(Count::new(25.0)),
        plugin_changes: PluginChanges::Rarely,
        git: GitSkill::Learning,
        operator: Operator::Consultant,
        operator_hours: Said::Known(Hours::new(16.0)),
        aws: AwsTies::Wants,
        budget: Some(Usd::new(900.0)),
        max_outage: Some(Minutes::new(2_000.0)),
        zone_loss: ZoneLoss::May,
        data_loss: DataLoss::Minutes,
        back_in: BackIn::Hour,
        weights: Priorities::Shop.weights(),
        ..Answers::nothing_said()
    }
}

fn membership() -> Answers {
    Answers {
        site: SiteKind::Membership,
        visits: Said::Known(Requests::new(1_000_000.0)),
        peaks: Said::Known(Peaks::OfficeHours),
        growth: Said::Known(Ratio::percent(40.0)),
        media: Said::Known(Gigabytes::new(150.0)),
        media_growth: Said::Known(Gigabytes::new(4.0)),
        theme: Said::Known(Theme::Block),
        plugins: Said::Known(Count::new(30.0)),
        plugin_changes: PluginChanges::Developers,
        git: GitSkill::Daily,
        operator: Operator::InHouse,
        operator_hours: Said::Known(Hours::new(40.0)),
        aws: AwsTies::Already,
        budget: Some(Usd::new(3_500.0)),
        max_outage: Some(Minutes::new(1_000.0)),
        zone_loss: ZoneLoss::MustSurvive,
        data_loss: DataLoss::None,
        back_in: BackIn::Hour,
        weights: Priorities::Members.weights(),
        ..Answers::nothing_said()
    }
}

fn viral() -> Answers {
    Answers {
        site: SiteKind::News,
        visits: Said::Known(Requests::new(20_000_000.0)),
        pages_per_visit: Said::Known(Count::new(1.4)),
        peaks: Said::Known(Peaks::Viral),
        peak_factor: Said::Known(Count::new(28.0)),
        media: Said::Known(Gigabytes::new(60.0)),
        media_growth: Said::Known(Gigabytes::new(2.0)),
        theme: Said::Known(Theme::Classic),
        plugins: Said::Known(Count::new(20.0)),
        plugin_changes: PluginChanges::Rarely,
        git: GitSkill::Learning,
        operator: Operator::Consultant,
        operator_hours: Said::Known(Hours::new(20.0)),
        aws: AwsTies::Wants,
        budget: Some(Usd::new(6_000.0)),
        max_outage: Some(Minutes::new(1_440.0)),
        zone_loss: ZoneLoss::May,
        data_loss: DataLoss::Hour,
        back_in: BackIn::FourHours,
        weights: Priorities::Spikes.weights(),
        ..Answers::nothing_said()
    }
}
