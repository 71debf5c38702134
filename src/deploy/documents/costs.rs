use super::page::Page;
use crate::{
    billing::CostKind,
    deploy::{additions, site::Site, stacks::budget, template::Template},
    questionnaire::WorkInTotal,
    units::{Usd, text},
    workload::Case,
};

/// The bill, line for line.
pub(super) fn text(site: &Site<'_>, stacks: &[Template]) -> String {
    let bill = site.assessment.bill(Case::Typical);
    let mut page = Page::titled("What a month costs");
    page.say(
        "Before tax, in US dollars, at the dated prices of Groundplan's catalog; what has no price there says so.",
    );
    page.table(
        ["service", "what", "how much of it", "a month"],
        bill.lines.iter().filter(|line| line.kind == CostKind::Infrastructure).map(|line| {
            let amount = line.monthly().map_or_else(|| "not priced".to_owned(), cents);
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
            "The budget tells the operator when a month is forecast to go beyond ${}: the busy one, and what the kit adds. It looks at the whole account.",
            f64::from(budget::limit(site)) + additions::monthly(site, stacks).value().ceil()
        ));
    }
    let added = additions::of(site, stacks);
    if !added.is_empty() {
        page.heading("What the kit adds to that bill");
        page.say("Groundplan's bill does not count these yet; they are counted here from the templates of this kit.");
        page.table(
            ["what", "how much of it", "a month"],
            added.iter().map(|addition| {
                let amount = addition.monthly().map_or_else(|| "not priced".to_owned(), cents);
                [addition.what.to_owned(), text::quantity(addition.quantity, addition.unit), amount]
            }),
        );
        page.say(&format!("Together {} a month, and what is not priced.", cents(additions::monthly(site, stacks))));
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

fn cents(usd: Usd) -> String {
    format!("${:.2}", usd.value())
}
