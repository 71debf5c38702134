use super::{
    AwsTies, BackIn, Currency, DataLoss, GitSkill, LocalWrites, Measured, Operator, Overrides, Peaks, PhpSessions,
    PluginChanges, Priorities, Readers, Replay, Said, SiteKind, Theme, Weights, WorkInTotal, WouldCommit, ZoneLoss,
};
use crate::{
    catalog::Region,
    choices::{Pages, Pins},
    units::{Count, Gigabytes, Hours, Minutes, Ratio, Requests, Seconds, Usd},
};

/// What the client said, as said. The engine works with what follows from it, the workload.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    /// What the site is.
    pub site: SiteKind,
    /// Visits a month, people only, as analytics counts them.
    pub visits: Said<Requests>,
    /// Pages looked at in one visit.
    pub pages_per_visit: Said<Count>,
    /// How a week is shaped.
    pub peaks: Said<Peaks>,
    /// The busiest ten minutes of an ordinary month compared with the month's mean.
    pub peak_factor: Said<Count>,
    /// Growth of traffic a year; 0.2 is a fifth more.
    pub growth: Said<Ratio>,
    /// Share of page views that no page cache may serve: logged in, with a cart, personal.
    pub uncacheable: Said<Ratio>,
    /// Size of the media library today.
    pub media: Said<Gigabytes>,
    /// What the media library grows by each month.
    pub media_growth: Said<Gigabytes>,
    /// Where most readers are.
    pub readers: Readers,
    /// How pages are built.
    pub theme: Said<Theme>,
    /// Active plugins.
    pub plugins: Said<Count>,
    /// Posts, pages and products in all.
    pub items: Said<Count>,

    /// The machine that runs the site today, by its name in the catalog; none where nothing does, or something else.
    pub today: Option<&'static str>,
    /// What that costs a month.
    pub today_bill: Said<Usd>,
    /// Where pages are cached today.
    pub today_pages: Pages,

    /// Who changes plugins and themes, and where.
    pub plugin_changes: PluginChanges,
    /// Whether the team uses Git and CI/CD.
    pub git: GitSkill,
    /// Who operates it.
    pub operator: Operator,
    /// Hours a month the operator has.
    pub operator_hours: Said<Hours>,
    /// Whether plugins write to the local file system.
    pub local_writes: Said<LocalWrites>,
    /// Whether plugins use PHP sessions.
    pub php_sessions: Said<PhpSessions>,
    /// The client's relation to AWS.
    pub aws: AwsTies,

    /// The most it may cost a month, or no cap.
    pub budget: Option<Usd>,
    /// The time within which 95 of 100 page views that reach PHP have to be answered, or no limit.
    pub max_response: Option<Seconds>,
    /// The longest outage a year that is acceptable, or no limit.
    pub max_outage: Option<Minutes>,
    /// Whether it has to survive the loss of an Availability Zone.
    pub zone_loss: ZoneLoss,
    /// How much data may be lost.
    pub data_loss: DataLoss,
    /// How soon it has to be back.
    pub back_in: BackIn,
    /// Where it is to be hosted.
    pub region: Region,

    /// What matters most.
    pub weights: Weights,

    /// How what runs all month is bought.
    pub purchase: WouldCommit,
    /// What an hour of human work costs.
    pub hourly_rate: Usd,
    /// Whether human work is in the total.
    pub work: WorkInTotal,
    /// The currency amounts are shown in.
    pub currency: Currency,
    /// What one US dollar is in that currency.
    pub exchange: Ratio,
    /// Value added tax put on top; zero for none.
    pub vat: Ratio,

    /// Figures the reader put in place of ours: assumption or price identifier, and the value.
    pub overrides: Overrides,
    /// Figures measured in the client's access log.
    pub measured: Measured,
    /// The week of that log, in place of a made-up one; for this session only.
    pub replay: Option<Replay>,
    /// Choices of the design that the client has made already.
    pub pins: Pins,
}

impl Answers {
    /// Nothing said at all: open wherever a question may be left open, no limit, and the least that is asked of anybody.
    /// What presets start from, so that a new question is open in each until somebody answers it there.
    pub fn nothing_said() -> Self {
        Self {
            site: SiteKind::Blog,
            visits: Said::NotSure,
            pages_per_visit: Said::NotSure,
            peaks: Said::NotSure,
            peak_factor: Said::NotSure,
            growth: Said::NotSure,
            uncacheable: Said::NotSure,
            media: Said::NotSure,
            media_growth: Said::NotSure,
            readers: Readers::Europe,
            theme: Said::NotSure,
            plugins: Said::NotSure,
            items: Said::NotSure,
            today: None,
            today_bill: Said::NotSure,
            today_pages: Pages::Server,
            plugin_changes: PluginChanges::EditorsInAdmin,
            git: GitSkill::No,
            operator: Operator::Nobody,
            operator_hours: Said::NotSure,
            local_writes: Said::NotSure,
            php_sessions: Said::NotSure,
            aws: AwsTies::None,
            budget: None,
            max_response: Some(Seconds::new(2.0)),
            max_outage: None,
            zone_loss: ZoneLoss::May,
            data_loss: DataLoss::Day,
            back_in: BackIn::ThreeDays,
            region: Region::Frankfurt,
            weights: Priorities::Balanced.weights(),
            purchase: WouldCommit::No,
            hourly_rate: Usd::new(75.0),
            work: WorkInTotal::Apart,
            currency: Currency::Usd,
            exchange: Ratio::ONE,
            vat: Ratio::ZERO,
            overrides: Overrides::default(),
            measured: Measured::default(),
            replay: None,
            pins: Pins::default(),
        }
    }
}
