//! About the site itself.

use crate::{
    questionnaire::{
        Answers, DemandParameter, Depth, Input, Peaks, Question, QuestionId, Readers, Section, SiteKind, Theme,
        Touches, Unsure, UntilKnown,
        question::{COMMON, choice_token, number_token, offered, perhaps},
    },
    units::{Count, Gigabytes, Ratio, Requests},
};

pub(super) const SITE: Question = Question {
    id: QuestionId::Site,
    section: Section::Site,
    depth: Depth::First,
    label: "What kind of site is it?",
    hint: "The nearest one will do",
    why: "It decides how many page views a page cache can serve: nearly all of a blog's, half of a shop's, few of a membership site's",
    input: Input::Choice(offered::<SiteKind>),
    touches: Touches::Demand,
    read: |answers| choice_token(answers.site),
    write: |answers, given| Ok(Answers { site: given.choice()?, ..answers }),
    ..COMMON
};

pub(super) const VISITS: Question = Question {
    id: QuestionId::Visits,
    section: Section::Site,
    depth: Depth::First,
    label: "Visits a month",
    hint: "People only, as analytics counts them",
    why: "Everything scales with it, though less than most people think",
    input: Input::Number { min: 100.0, max: 100_000_000.0, unit: "visits", example: "300k", unlimited: None },
    unsure: Unsure::Offered(UntilKnown::Range { of: DemandParameter::Visits, unit: "visits" }),
    touches: Touches::Demand,
    read: |answers| perhaps(answers.visits.map(Requests::value), number_token),
    write: |answers, given| Ok(Answers { visits: given.perhaps_number()?.map(Requests::new), ..answers }),
    ..COMMON
};

pub(super) const PAGES: Question = Question {
    id: QuestionId::Pages,
    section: Section::Site,
    label: "Pages per visit",
    hint: "Analytics calls it pages per session",
    why: "Visits times pages is the load the servers see",
    input: Input::Number { min: 1.0, max: 50.0, unit: "pages", example: "1.7", unlimited: None },
    unsure: Unsure::Offered(UntilKnown::Range { of: DemandParameter::PagesPerVisit, unit: "pages" }),
    touches: Touches::Demand,
    read: |answers| perhaps(answers.pages_per_visit.map(Count::value), number_token),
    write: |answers, given| Ok(Answers { pages_per_visit: given.perhaps_number()?.map(Count::new), ..answers }),
    ..COMMON
};

pub(super) const PEAKS: Question = Question {
    id: QuestionId::Peaks,
    section: Section::Site,
    depth: Depth::First,
    label: "How does traffic peak?",
    hint: "Think of the worst week of the last year",
    why: "A spike that arrives faster than servers can start has to be met by capacity that is already there, or by a cache",
    input: Input::Choice(offered::<Peaks>),
    unsure: Unsure::Offered(UntilKnown::Says("steady traffic")),
    touches: Touches::Demand,
    read: |answers| perhaps(answers.peaks, choice_token),
    write: |answers, given| Ok(Answers { peaks: given.perhaps_choice()?, ..answers }),
    ..COMMON
};

pub(super) const PEAK: Question = Question {
    id: QuestionId::Peak,
    section: Section::Site,
    label: "Peak-to-average ratio",
    hint: "Busiest ten minutes of a month, 5 means five times the mean",
    why: "Capacity is bought for the peak and paid for all month",
    input: Input::Number { min: 1.0, max: 100.0, unit: "times", example: "5", unlimited: None },
    unsure: Unsure::Offered(UntilKnown::Peak),
    touches: Touches::Demand,
    read: |answers| perhaps(answers.peak_factor.map(Count::value), number_token),
    write: |answers, given| Ok(Answers { peak_factor: given.perhaps_number()?.map(Count::new), ..answers }),
    ..COMMON
};

pub(super) const GROWTH: Question = Question {
    id: QuestionId::Growth,
    section: Section::Site,
    label: "Annual growth",
    hint: "Expected change of traffic in per cent",
    why: "Tells how soon each option is outgrown",
    input: Input::Number { min: -90.0, max: 1_000.0, unit: "%", example: "20", unlimited: None },
    unsure: Unsure::Offered(UntilKnown::Growth),
    touches: Touches::Demand,
    read: |answers| perhaps(answers.growth.map(Ratio::as_percent), number_token),
    write: |answers, given| Ok(Answers { growth: given.perhaps_number()?.map(Ratio::percent), ..answers }),
    ..COMMON
};

pub(super) const UNCACHEABLE: Question = Question {
    id: QuestionId::Uncacheable,
    section: Section::Site,
    depth: Depth::First,
    label: "Uncacheable page views",
    hint: "Logged-in users, carts, personal pages, in per cent",
    why: "These page views always cost PHP and database time; no cache helps",
    input: Input::Number { min: 0.0, max: 100.0, unit: "%", example: "35", unlimited: None },
    unsure: Unsure::Offered(UntilKnown::Percent { of: DemandParameter::Uncacheable }),
    touches: Touches::Demand,
    read: |answers| perhaps(answers.uncacheable.map(Ratio::as_percent), number_token),
    write: |answers, given| Ok(Answers { uncacheable: given.perhaps_number()?.map(Ratio::percent), ..answers }),
    ..COMMON
};

pub(super) const MEDIA: Question = Question {
    id: QuestionId::Media,
    section: Section::Site,
    depth: Depth::First,
    label: "Media library",
    hint: "Size of wp-content/uploads today",
    why: "Sets storage and backup cost, and whether media should leave the server",
    input: Input::Number { min: 0.0, max: 100_000.0, unit: "GB", example: "20", unlimited: None },
    unsure: Unsure::Offered(UntilKnown::Range { of: DemandParameter::Media, unit: "GB" }),
    touches: Touches::Demand,
    read: |answers| perhaps(answers.media.map(Gigabytes::value), number_token),
    write: |answers, given| Ok(Answers { media: given.perhaps_number()?.map(Gigabytes::new), ..answers }),
    ..COMMON
};

pub(super) const MEDIA_GROWTH: Question = Question {
    id: QuestionId::MediaGrowth,
    section: Section::Site,
    label: "Media added each month",
    hint: "New uploads including their thumbnails",
    why: "Storage is priced for a year from now",
    input: Input::Number { min: 0.0, max: 5_000.0, unit: "GB", example: "0.5", unlimited: None },
    unsure: Unsure::Offered(UntilKnown::MediaGrowth),
    touches: Touches::Demand,
    read: |answers| perhaps(answers.media_growth.map(Gigabytes::value), number_token),
    write: |answers, given| Ok(Answers { media_growth: given.perhaps_number()?.map(Gigabytes::new), ..answers }),
    ..COMMON
};

pub(super) const READERS: Question = Question {
    id: QuestionId::Readers,
    section: Section::Site,
    label: "Where are most visitors?",
    hint: "It sets the price of data transfer out",
    why: "CloudFront's price for a gigabyte depends on where it is delivered",
    input: Input::Choice(offered::<Readers>),
    touches: Touches::Architecture,
    read: |answers| choice_token(answers.readers),
    write: |answers, given| Ok(Answers { readers: given.choice()?, ..answers }),
    ..COMMON
};

pub(super) const THEME: Question = Question {
    id: QuestionId::Theme,
    section: Section::Site,
    label: "How are pages built?",
    hint: "Look under Appearance in wp-admin",
    why: "A page builder or a block theme needs three to eight times the PHP time of a classic theme",
    input: Input::Choice(offered::<Theme>),
    unsure: Unsure::Offered(UntilKnown::Range { of: DemandParameter::CpuCore, unit: "ms of PHP time a page" }),
    touches: Touches::Demand,
    read: |answers| perhaps(answers.theme, choice_token),
    write: |answers, given| Ok(Answers { theme: given.perhaps_choice()?, ..answers }),
    ..COMMON
};

pub(super) const PLUGINS: Question = Question {
    id: QuestionId::Plugins,
    section: Section::Site,
    label: "Active plugins",
    hint: "The number wp-admin shows under Plugins",
    why: "Each adds PHP time to every uncached page and files to the webroot",
    input: Input::Number { min: 0.0, max: 300.0, unit: "plugins", example: "18", unlimited: None },
    unsure: Unsure::Offered(UntilKnown::Range { of: DemandParameter::Plugins, unit: "plugins" }),
    touches: Touches::Demand,
    read: |answers| perhaps(answers.plugins.map(Count::value), number_token),
    write: |answers, given| Ok(Answers { plugins: given.perhaps_number()?.map(Count::new), ..answers }),
    ..COMMON
};

pub(super) const ITEMS: Question = Question {
    id: QuestionId::Items,
    section: Section::Site,
    label: "Posts, pages and products",
    hint: "All together, as wp-admin counts them",
    why: "Sizes the database and the memory it needs; orders and accounts are reckoned from the visits",
    input: Input::Number { min: 0.0, max: 10_000_000.0, unit: "items", example: "500", unlimited: None },
    unsure: Unsure::Offered(UntilKnown::Range { of: DemandParameter::Items, unit: "items" }),
    touches: Touches::Demand,
    read: |answers| perhaps(answers.items.map(Count::value), number_token),
    write: |answers, given| Ok(Answers { items: given.perhaps_number()?.map(Count::new), ..answers }),
    ..COMMON
};
