use super::page::Page;
use crate::{
    billing::CostKind,
    deploy::{site::Site, stacks::budget},
    questionnaire::WorkInTotal,
    workload::Case,
};

/// The bill, line for line.
pub(super) fn text(site: &Site<'_>) -> String {
    let bill = site.assessment.bill(Case::Typical);
    let mut page = Page::titled("What a month costs");
    page.say(
        "Before tax, in US dollars, at the dated prices of Groundplan's catalog; what has no price there says so.",
    );
    page.table(
        ["service", "what", "how much of it", "a month"],
        bill.lines.iter().filter(|line| line.kind == CostKind::Infrastructure).map(|line| {
            let amount = line.monthly().map_or_else(|| "not priced".to_owned(), |usd| usd.exact());
            let what = if line.note.is_empty() { line.name.clone() } else { format!("{} ({})", line.name, line.note) };
            [line.service().to_owned(), what, line.amount(), amount]
        }),
    );
    let total = |case| site.assessment.monthly(case, WorkInTotal::Apart);
    page.say(&format!(
        "**{}{}** in a typical month, {} in a quiet one, {} in a busy one.",
        total(Case::Typical),
        bill.more(),
        total(Case::Low),
        total(Case::High)
    ));
    if site.in_vpc() {
        page.say(&format!(
            "The budget tells the operator when a month is forecast to go beyond ${}: the busy one. It looks at the whole account.",
            budget::limit(site)
        ));
    }
    page.heading("What the bill does not count");
    let mut items = vec!["Tax, and the hours of people."];
    if site.in_vpc() {
        items.push("Enhanced monitoring of the database and the servers' own logs beyond what is counted, within CloudWatch's free allowance on small sites.");
        items.push("The monthly restore test: an hour of what it restores.");
        items.push("Snapshots and images made by hand.");
    }
    if site.is_staged() {
        items.push("Image builds and staging beyond the hours counted.");
    }
    page.list(items);
    page.text
}
