use super::page::Page;
use crate::{
    billing::CostKind,
    deploy::{
        additions::{self, Addition},
        site::Site,
        stacks::budget,
        template::Template,
    },
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
    let added = additions::of(site, stacks);
    let adds = additions::monthly(&added);
    if site.in_vpc() {
        page.say(&format!(
            "The budget tells the operator when a month is forecast to go beyond ${}: the busy one, and what the kit adds. It looks at the whole account.",
            f64::from(budget::limit(site)) + adds.value().ceil()
        ));
    }
    if !added.is_empty() {
        page.heading("What the kit adds to that bill");
        page.say("Groundplan's bill does not count these yet; they are counted here from the templates of this kit.");
        table(&mut page, &added);
        page.say(&format!("Together {} a month, and what is not priced.", cents(adds)));
    }
    let firewall = additions::firewall(site, stacks);
    if !firewall.is_empty() {
        page.heading("What a firewall would add");
        page.say(&format!(
            "None is built unless `{}` is `true` in `parameters/production.json`. Then it adds {} a month:",
            crate::deploy::stacks::firewall::PARAMETER,
            cents(additions::monthly(&firewall)),
        ));
        table(&mut page, &firewall);
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

fn table(page: &mut Page, all: &[Addition]) {
    page.table(
        ["what", "how much of it", "a month"],
        all.iter().map(|addition| {
            let amount = addition.monthly().map_or_else(|| "not priced".to_owned(), cents);
            let many = if addition.quantity.fract() == 0.0 {
                text::counted(addition.quantity, addition.unit)
            } else {
                text::quantity(addition.quantity, addition.unit)
            };
            [addition.what.to_owned(), many, amount]
        }),
    );
}

fn cents(usd: Usd) -> String {
    format!("${:.2}", usd.value())
}
