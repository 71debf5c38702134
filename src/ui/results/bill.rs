use yew::prelude::*;

use super::{
    bill_line::{Context, bill_line},
    option_row::chooser,
};
use crate::{
    billing::{Bill, Section},
    browser::event,
    questionnaire::{Answers, WorkInTotal},
    session::{Action, Field, Session},
    ui::{
        Act,
        advice::Advised,
        markup::{column, scroller, tag, tick_box},
    },
    units::{Usd, text},
    workload::Case,
};

/// The bill of the option looked at, line by line.
pub(super) fn bill_section(session: &Session, advised: &Advised, act: &Act) -> Html {
    let Some(standing) = advised.looked_at(session.looked_at()) else { return Html::default() };
    let bill = standing.assessment.bill(Case::Typical);
    let answers = &advised.answers;
    let more = bill.more();
    let lines = |section: Section| {
        bill.by_service(section)
            .into_iter()
            .map(|(service, total)| service_lines(&Context { session, answers, act }, bill, section, service, total))
            .collect::<Vec<_>>()
    };
    let missing = bill.not_priced().count();
    tag("section")
        .class("panel")
        .set("aria-labelledby", "bill-title")
        .add(
            tag("div")
                .class("panel-head")
                .add(tag("h2").set("id", "bill-title").add("What it costs a month"))
                .add(chooser("bill-option", advised, session.looked_at(), act)),
        )
        .add((missing > 0).then(|| {
            tag("p").class("callout warn").add(format!(
                "{} below {} no known price in this region. The total leaves {} out; put a price \
                 of your own to count {} in.",
                text::counted(missing as f64, "line"),
                if missing == 1 { "has" } else { "have" },
                if missing == 1 { "it" } else { "them" },
                if missing == 1 { "it" } else { "them" },
            ))
        }))
        .add(
            scroller("Bill".into()).class("scroller").add(
                tag("table")
                    .class("bill")
                    .add(
                        tag("thead").add(
                            tag("tr")
                                .add(column().add("Item"))
                                .add(column().class("number").add("Quantity"))
                                .add(column().class("number").add("Unit price"))
                                .add(column().class("number").add("A month"))
                                .add(column().add("Source")),
                        ),
                    )
                    .all(lines(Section::Infrastructure))
                    .add(tag("tbody").class("subtotal").add(sum(
                        "Infrastructure, typical month",
                        answers,
                        (bill.total(Section::Infrastructure), more),
                    )))
                    .all(lines(Section::Work))
                    .add(totals(answers, |case| standing.assessment.monthly(case, answers.work), more)),
            ),
        )
        .add(
            tick_box(
                answers.work == WorkInTotal::Counted,
                act.reform(|changed: Event| {
                    let answer = if event::ticked(&changed) { "yes" } else { "no" };
                    Action::Choose(Field::Question("work"), answer.to_owned())
                }),
            )
            .class("switch")
            .add(tag("span").add("Count people's hours in the total")),
        )
        .html()
}

fn service_lines(context: &Context<'_>, bill: &Bill, section: Section, service: &'static str, total: Usd) -> Html {
    let lines = || bill.lines.iter().filter(|line| line.section == section && line.service == service);
    let missing = lines().filter(|line| line.price.is_err()).count();
    let more = if missing > 0 { "+" } else { "" };
    // Nothing known is not nothing to pay.
    let total = (missing < lines().count()).then(|| context.answers.amount(total) + more);
    tag("tbody")
        .key(service)
        .add(
            tag("tr")
                .class("service")
                .add(tag("th").set("scope", "rowgroup").set("colspan", "3").add(service))
                .add(tag("td").class("number").add(total))
                .add(tag("td")),
        )
        .all(lines().map(|line| bill_line(line, context)))
        .html()
}

fn sum(name: &'static str, answers: &Answers, (usd, more): (Usd, &str)) -> Html {
    tag("tr")
        .add(tag("th").set("scope", "row").set("colspan", "3").add(name))
        .add(tag("td").class("number").add(answers.amount(usd) + more))
        .add(tag("td"))
        .html()
}

fn totals(answers: &Answers, month: impl Fn(Case) -> Usd, more: &str) -> Html {
    let amount = |usd: Usd| answers.amount(usd) + more;
    let with_tax = |usd: Usd| answers.tax(usd).map(|tax| usd + tax);
    let counted = match answers.work {
        WorkInTotal::Counted => "with people's hours",
        WorkInTotal::Apart => "without people's hours",
    };
    let (low, high) = (amount(month(Case::Low)), amount(month(Case::High)));
    let range = if low == high {
        "light and heavy months alike".to_owned()
    } else {
        format!("light month {low}, heavy month {high}")
    };
    tag("tbody")
        .class("subtotal total")
        .add(
            tag("tr")
                .add(tag("th").set("scope", "row").set("colspan", "3").add(format!("Total, {counted}")))
                .add(tag("td").class("number").add(amount(month(Case::Typical))))
                .add(tag("td").add(range)),
        )
        .add(with_tax(month(Case::Typical)).map(|total| {
            tag("tr")
                .add(
                    tag("th")
                        .set("scope", "row")
                        .set("colspan", "3")
                        .add(format!("With {} value added tax", answers.vat)),
                )
                .add(tag("td").class("number").add(amount(total)))
                .add(tag("td"))
        }))
        .html()
}
