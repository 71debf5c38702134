//! What every report says of an option, in the same words.

use crate::{
    advice::Advice,
    choices::Purchase,
    decision::{Standing, chance_told},
    odds::{Band, Odds},
    questionnaire::Answers,
    units::{Usd, text},
    workload::Case,
};

/// One option in a table.
pub struct Row {
    /// Its name.
    pub name: &'static str,
    /// What became of it.
    pub verdict: &'static str,
    /// Its points of 100.
    pub points: String,
    /// A typical month.
    pub typical: String,
    /// A low month.
    pub low: String,
    /// A high month.
    pub high: String,
    /// Expected downtime a year.
    pub down: String,
    /// Recovery time.
    pub back: String,
    /// Hours a month.
    pub hours: String,
}

/// What the service level agreements of an option's parts come to: a threshold for refunds.
pub fn component_slas(standing: &Standing) -> String {
    let slas = &standing.assessment.component_slas;
    format!("{}, {} a year", slas.availability, slas.downtime)
}

/// The causes of downtime that count most, in a sentence.
pub fn largest_causes(standing: &Standing) -> String {
    let largest = standing.assessment.expected.largest();
    let told = largest.iter().map(|share| format!("{} {}", share.cause.label(), share.downtime));
    told.collect::<Vec<_>>().join(", ")
}

/// How likely a year over the client's limit is, where there is a limit.
pub fn over_limit(standing: &Standing, answers: &Answers) -> Option<String> {
    Some(chance_told(answers.max_outage?, standing.over_limit?))
}

/// What a month costs, with a plus sign where something has no known price and is left out.
pub fn month(standing: &Standing, answers: &Answers, case: Case) -> String {
    let more = standing.assessment.bill(case).more();
    format!("{}{more}", answers.amount(standing.assessment.monthly(case, answers.work)))
}

/// What a price pays for, as the bills say it, by its item in the catalog.
pub fn price_name(advice: &Advice, sku: &str) -> Option<String> {
    let mut lines = advice.standings.iter().flat_map(|standing| &standing.assessment.bill(Case::Typical).lines);
    let line = lines.find(|line| line.item.sku() == sku)?;
    Some(format!("{}, {}", line.service(), line.name))
}

/// Between which amounts a month lies: in eight of ten possible futures where those have been lived through, or else in the
/// low and the high case (docs/decisions/018).
pub fn month_range(standing: &Standing, answers: &Answers, odds: Option<&Odds>) -> String {
    let band = odds.and_then(|odds| odds.of(standing.assessment.hosting.id.0)?.cost);
    let more = standing.assessment.bill(Case::Typical).more();
    let (low, high, of) = match band {
        Some(Band { p10, p90, .. }) => {
            let amount = |usd| format!("{}{more}", answers.amount(Usd::new(usd)));
            (amount(p10), amount(p90), "8 of 10 futures")
        }
        None => (month(standing, answers, Case::Low), month(standing, answers, Case::High), "low and high months"),
    };
    if low == high { format!("same in {of}") } else { format!("{low} to {high}") }
}

/// An option's row. A total that leaves something out carries a plus sign.
pub fn row(standing: &Standing, advice: &Advice) -> Row {
    let assessment = &standing.assessment;
    let amount = |case| month(standing, &advice.answers, case);
    Row {
        name: assessment.hosting.name,
        verdict: standing.verdict.token(),
        points: text::grouped(standing.score.total.value()),
        typical: amount(Case::Typical),
        low: amount(Case::Low),
        high: amount(Case::High),
        down: assessment.expected.typical.to_string(),
        back: assessment.recovery.time().to_string(),
        hours: text::trimmed(assessment.operations.typical.value(), 1),
    }
}

/// A price of one unit: all its digits in US dollars, as the list has it, or else the digits that tell it from its like.
pub fn unit_price(usd: Usd, answers: &Answers) -> String {
    if answers.converts() { answers.unit_price(usd) } else { usd.exact() }
}

/// What a commitment costs, what it saves and from when on it pays; none where there is nothing to commit to.
pub fn commitment(standing: &Standing, answers: &Answers) -> Option<String> {
    let month = standing.assessment.bill(Case::Typical).committable()?;
    let amount = |usd| answers.amount(usd);
    let (on_demand, committed, saved) = (amount(month.on_demand), amount(month.committed), amount(month.saved()));
    let term = month.term.words();
    let pays = text::trimmed(month.pays_after().value(), 1);
    Some(match standing.assessment.design.purchase {
        Purchase::OnDemand => format!(
            "What runs all month costs {on_demand} of it on demand. Committed to for {term}, with nothing paid upfront, it would be {committed}, \
             {saved} less, and would pay after {pays} months"
        ),
        Purchase::OneYear | Purchase::ThreeYears => format!(
            "What runs all month is committed to for {term}, with nothing paid upfront: {committed} of it instead of {on_demand} on demand, {saved} \
             less. It pays after {pays} months; who stops earlier has paid more"
        ),
    })
}

/// How old the prices of a bill are, where some were read more than a year before this day; the shell knows which day it is.
pub fn old_prices(standing: &Standing, today: &str) -> Option<String> {
    let old = standing.assessment.bill(Case::Typical).older_than_a_year(today);
    let (_, as_of) = old.first()?;
    Some(match old.len() {
        1 => format!("One price in its bill is over a year old, of {as_of}"),
        many => format!("{many} prices in its bill are over a year old, the oldest of {as_of}"),
    })
}

/// What it costs in a year and over three, with the setting up beside them.
pub fn over_time(standing: &Standing, answers: &Answers) -> String {
    let time = standing.assessment.over_time(answers);
    let more = standing.assessment.bill(Case::Typical).more();
    let amount = |usd| answers.amount(usd) + more;
    format!(
        "{} a year; setting it up takes {} hours once, {}; three years with that and with people's hours come to {}",
        amount(time.year),
        text::trimmed(standing.assessment.hosting.setup.typical.value(), 1),
        answers.amount(time.setup),
        amount(time.three_years)
    )
}

/// The tax on a typical month's total as counted, and its rate in words; none where no tax was asked for.
pub fn tax(standing: &Standing, advice: &Advice) -> Option<(String, Usd)> {
    let answers = &advice.answers;
    let amount = answers.tax(standing.assessment.monthly(Case::Typical, answers.work))?;
    Some((format!("Value added tax, {}", answers.vat), amount))
}

/// How many figures are the reader's own, and which; none where all are ours.
pub fn own_figures(answers: &Answers) -> Option<String> {
    let own: Vec<String> = answers.overrides.iter().map(|(id, value)| format!("{id} {value}")).collect();
    let (is, one) = if own.len() == 1 { ("is", "one") } else { ("are", "ones") };
    let count = text::counted(own.len() as f64, "figure");
    (!own.is_empty()).then(|| format!("{count} of your own {is} in place of the {one} here: {}", own.join(", ")))
}

/// What every figure stands on.
pub fn disclaimer(advice: &Advice) -> String {
    let answers = &advice.answers;
    let shown = if answers.converts() {
        format!(", shown in {} at your rate of {}", answers.currency.code(), answers.exchange.value())
    } else {
        String::new()
    };
    let own = own_figures(answers).map(|own| own + ". ").unwrap_or_default();
    format!(
        "An estimate, not a quote: US dollar list prices on demand in {}, catalog of {}, before tax and discounts{shown}; a \
         month is 730 hours. {own}A plus sign marks totals that leave out what has no known price. AWS service names are used \
         to identify the services; Groundplan is not affiliated with AWS.",
        answers.region.name(),
        advice.catalog.version()
    )
}
