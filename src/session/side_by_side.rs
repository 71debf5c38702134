//! Scenarios side by side: what is recommended for each, what that costs service by service, and which answers make the
//! difference. The first is the one the others are compared with.

use super::changes;
use crate::{
    advice::Advice,
    billing::{BilledService, CostKind},
    decision::{Standing, Verdict},
    report::facts,
    units::{Minutes, Usd, text},
    workload::Case,
};

/// Rows that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they are about; empty for the first ones.
    pub title: &'static str,
    /// The rows.
    pub rows: Vec<Row>,
}

impl Group {
    /// The title of the bills.
    pub const BILL: &'static str = "Bill by service";
}

/// One thing that is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub what: String,
    /// What each scenario has, in order.
    pub cells: Vec<Cell>,
}

/// What one scenario has.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Cell {
    /// The figure or the words.
    pub value: String,
    /// Its range, or what it means.
    pub more: String,
    /// How it differs from the first scenario.
    pub change: Option<Change>,
}

/// A difference from the first scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which way.
    pub direction: Direction,
    /// By how much, with its sign.
    pub told: String,
}

/// Which way a figure differs. Of all that is compared, less is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More than in the first scenario.
    Up,
    /// Less.
    Down,
}

/// The comparison of what was advised on each scenario.
pub fn side_by_side(scenarios: &[&Advice]) -> Vec<Group> {
    let first: Vec<(&Advice, &Standing)> =
        scenarios.iter().filter_map(|advice| Some((*advice, advice.standings.first()?))).collect();
    let (Some(base), true) = (first.first(), first.len() == scenarios.len()) else { return Vec::new() };
    let differing = Group { title: "Answers that differ", rows: answers(scenarios) };
    let groups = [
        Group { title: "", rows: results(&first, base) },
        Group { title: Group::BILL, rows: bill(&first, base) },
        differing,
    ];
    groups.into_iter().filter(|group| !group.rows.is_empty()).collect()
}

fn row<T>(what: impl Into<String>, of: &[T], cell: impl Fn(&T) -> Cell) -> Row {
    Row { what: what.into(), cells: of.iter().map(cell).collect() }
}

fn words(value: impl Into<String>, more: impl Into<String>) -> Cell {
    Cell { value: value.into(), more: more.into(), change: None }
}

type Recommended<'a> = (&'a Advice, &'a Standing);

fn results(all: &[Recommended<'_>], base: &Recommended<'_>) -> Vec<Row> {
    let down = |standing: &Standing| standing.assessment.expected.typical;
    let back = |standing: &Standing| standing.assessment.recovery.time();
    let time = |(_, standing): &Recommended<'_>, of: fn(&Standing) -> Minutes, more: String| {
        let minutes = of(standing);
        let change = change((minutes - of(base.1)).value(), 0.5, text::brief_duration);
        Cell { value: text::brief_duration(minutes.value()), more, change }
    };
    vec![
        row("Recommendation", all, |(_, standing)| {
            let more = match standing.verdict {
                Verdict::Recommended => "Recommended",
                Verdict::Eligible => "Meets all requirements",
                Verdict::AtRisk => "Requirements at risk",
                Verdict::RuledOut => "No option meets all requirements; this one comes nearest",
            };
            words(standing.assessment.hosting.name, more)
        }),
        row("Design", all, |(_, standing)| words(standing.assessment.sizes.told(), "")),
        row("Monthly cost", all, |recommended| {
            let (advice, standing) = recommended;
            let month = |case| facts::month(standing, &advice.answers, case);
            let (low, high) = (month(Case::Low), month(Case::High));
            let more = if low == high { String::new() } else { format!("{low} to {high}") };
            let monthly = |(advice, standing): &Recommended<'_>| {
                let priced = standing.assessment.bill(Case::Typical).more().is_empty();
                priced.then(|| standing.assessment.monthly(Case::Typical, advice.answers.work))
            };
            let change = cost_change(recommended, base, monthly(recommended), monthly(base));
            Cell { value: month(Case::Typical), more, change }
        }),
        row("Expected downtime / year", all, |recommended| {
            let expected = &recommended.1.assessment.expected;
            let [low, high] = [expected.low, expected.high].map(|time| text::brief_duration(time.value()));
            time(recommended, down, format!("{low} to {high}"))
        }),
        row("Recovery time (RTO)", all, |recommended| time(recommended, back, String::new())),
        row("Operations effort / month", all, |(_, standing)| {
            let hours = |standing: &Standing| standing.assessment.operations.typical.value();
            let told = |hours| format!("{} h", text::trimmed(hours, 1));
            let change = change(hours(standing) - hours(base.1), 0.05, told);
            Cell { value: told(hours(standing)), more: String::new(), change }
        }),
    ]
}

/// What each service costs, in the order the bills have them, then labour.
fn bill(all: &[Recommended<'_>], base: &Recommended<'_>) -> Vec<Row> {
    let mut services: Vec<BilledService> = Vec::new();
    for kind in [CostKind::Infrastructure, CostKind::Work] {
        for (_, standing) in all {
            for (service, _) in standing.assessment.bill(Case::Typical).by_service(kind) {
                if !services.contains(&service) {
                    services.push(service);
                }
            }
        }
    }
    let rows = services.into_iter().map(|service| {
        row(service.name(), all, |recommended| {
            let (advice, standing) = recommended;
            let bill = standing.assessment.bill(Case::Typical);
            let lines = || bill.lines.iter().filter(|line| line.item.service() == service);
            let change = cost_change(recommended, base, priced(standing, service), priced(base.1, service));
            let missing = lines().filter(|line| line.price.is_err()).count();
            let value = match (lines().count(), missing) {
                (0, _) => "–".to_owned(),
                (lines, missing) if lines == missing => "not priced".to_owned(),
                (_, 0) => advice.answers.amount(bill.of(service)),
                (_, _) => advice.answers.amount(bill.of(service)) + "+",
            };
            Cell { value, more: String::new(), change }
        })
    });
    rows.collect()
}

/// What a service costs; none where something of it has no known price.
fn priced(standing: &Standing, service: BilledService) -> Option<Usd> {
    let bill = standing.assessment.bill(Case::Typical);
    let is_missing = bill.not_priced().any(|line| line.item.service() == service);
    (!is_missing).then(|| bill.of(service))
}

/// A difference of costs, where both are known and in one currency.
fn cost_change(
    (advice, _): &Recommended<'_>,
    (base, _): &Recommended<'_>,
    cost: Option<Usd>,
    before: Option<Usd>,
) -> Option<Change> {
    let is_one_currency = advice.answers.shown_in() == base.answers.shown_in();
    let (cost, before) = cost.zip(before).filter(|_| is_one_currency)?;
    change((cost - before).value(), 0.005, |by| advice.answers.amount(Usd::new(by)))
}

/// A difference that is worth telling.
fn change(by: f64, least: f64, told: impl Fn(f64) -> String) -> Option<Change> {
    let (direction, sign) = if by > 0.0 { (Direction::Up, "+") } else { (Direction::Down, "−") };
    (by.abs() >= least).then(|| Change { direction, told: format!("{sign}{}", told(by.abs())) })
}

/// The answers that are not the same in all.
fn answers(scenarios: &[&Advice]) -> Vec<Row> {
    let Some((base, others)) = scenarios.split_first() else { return Vec::new() };
    let mut rows: Vec<Row> = Vec::new();
    for (at, other) in others.iter().enumerate() {
        for difference in changes(&base.answers, &other.answers, |sku| {
            facts::price_name(base, sku).or_else(|| facts::price_name(other, sku))
        }) {
            let as_first = words(difference.before.clone(), "");
            let known = rows.iter().position(|row| row.what == difference.what).unwrap_or(rows.len());
            if known == rows.len() {
                rows.push(Row { what: difference.what, cells: vec![as_first; scenarios.len()] });
            }
            if let Some(cell) = rows.get_mut(known).and_then(|row| row.cells.get_mut(at + 1)) {
                *cell = words(difference.after, "");
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::{advice::advise, catalog::Catalog, session::decode};

    /// The comparison as lines: what is read, and by what it differs.
    fn told(links: &[&str]) -> String {
        let advice: Vec<Advice> = links.iter().map(|link| advise(&decode(link).answers, &Catalog::bundled())).collect();
        let mut out = String::new();
        for Group { title, rows } in side_by_side(&advice.iter().collect::<Vec<_>>()) {
            out += &format!("{title}\n");
            for Row { what, cells } in rows {
                let cells = cells.iter().map(|cell| {
                    let change = cell.change.as_ref().map(|change| format!(" [{}]", change.told)).unwrap_or_default();
                    format!("{}{change}", cell.value)
                });
                out += &format!("  {what}: {}\n", cells.collect::<Vec<_>>().join(" | "));
            }
        }
        out
    }

    #[test]
    fn a_shop_beside_itself_with_twice_the_traffic() {
        expect![[r#"

              Recommendation: Auto Scaling with version-controlled webroot | Auto Scaling with version-controlled webroot
              Design: 2 × t4g.small (2 vCPU, 2 GiB), db.t4g.medium, cache.t4g.small | 2 × t4g.small (2 vCPU, 2 GiB), db.t4g.large
              Monthly cost: $221 | $321 [+$99.94]
              Expected downtime / year: 1 h 22 min | 1 h 22 min
              Recovery time (RTO): 48 s | 48 s
              Operations effort / month: 7 h | 7 h
            Bill by service
              Amazon Route 53: $0.60 | $0.76 [+$0.16]
              Cloudflare: $0 | $0
              Elastic Load Balancing: $20.25 | $8.02 [−$12.23]
              Amazon EC2: $28.03 | $28.03
              Amazon EBS: $3.24 | $3.24
              Amazon S3: $1.99 | $2.39 [+$0.40]
              Amazon ElastiCache: $21.02 | – [−$21.02]
              Amazon Aurora: $125 | $252 [+$126]
              Amazon VPC: $14.60 | $14.60
              Data transfer: $5.06 | $11.36 [+$6.30]
              Amazon CloudWatch: $1.20 | $1.20
              People: $525 | $525
            Answers that differ
              Visits a month: 200,000 visits | 600,000 visits
              Unit price: Elastic Load Balancing, Application Load Balancer: default | 0.01
              Pages per visit: default | 2
        "#]].assert_eq(&told(&["preset=shop", "preset=shop&visits=600k&a.ppv=2&p.alb.hour=0.01"]));
    }

    #[test]
    fn each_bill_adds_up_to_its_cost() {
        let advice = advise(&decode("preset=news&work=yes").answers, &Catalog::bundled());
        let groups = side_by_side(&[&advice, &advice]);
        let amount = |cell: &Cell| cell.value.replace([',', '$', '+'], "").parse::<f64>().unwrap_or(0.0);
        let sum: f64 = groups[1].rows.iter().map(|row| amount(&row.cells[0])).sum();
        let cost = amount(&groups[0].rows[2].cells[0]);
        assert!((sum - cost).abs() < groups[1].rows.len() as f64, "{sum} and {cost}");
        assert!(
            groups.iter().flat_map(|group| &group.rows).flat_map(|row| &row.cells).all(|cell| cell.change.is_none())
        );
        assert_eq!(groups.len(), 2, "no answer differs");
    }
}
