use yew::prelude::*;

use crate::{
    session::{Field, Session},
    ui::{
        Act,
        advice::Advised,
        markup::{column, panel, scroller, tag},
        parts::text_field::{complaint, text_field},
    },
    units::text,
    workload::{Assumption, Whose},
};

/// Everything that was taken for granted, with its range and evidence, and room for a figure of one's own.
pub(super) fn assumptions(session: &Session, advised: &Advised, act: &Act) -> Html {
    let assumptions = &advised.workload.assumptions;
    let own = assumptions.iter().filter(|assumption| assumption.whose == Whose::Yours).count();
    let title = match own {
        0 => format!("Technical assumptions ({})", assumptions.len()),
        own => format!("Technical assumptions ({}, {own} of them yours)", assumptions.len()),
    };
    panel("assumptions-title", title)
        .add(tag("p").class("quiet").add(
            "What nobody said is taken from these ranges. Put a figure of your own in place \
             of any; empty the field to take ours again.",
        ))
        .add(
            tag("details").class("more").flag("open", own > 0).add(tag("summary").add("Show and change them")).add(
                scroller("Technical assumptions".into()).class("scroller").add(
                    tag("table")
                        .class("assumptions")
                        .add(
                            tag("thead").add(
                                tag("tr")
                                    .add(column().add("Assumption"))
                                    .add(column().class("number").add("Low"))
                                    .add(column().class("number").add("Typical"))
                                    .add(column().class("number").add("High"))
                                    .add(column().add("Yours"))
                                    .add(column().add("Evidence")),
                            ),
                        )
                        .add(tag("tbody").all(assumptions.iter().map(|assumption| row(assumption, session, act)))),
                ),
            ),
        )
        .html()
}

fn row(assumption: &Assumption, session: &Session, act: &Act) -> Html {
    let parameter = &assumption.parameter;
    let field = Field::Assumption(parameter.id.to_owned());
    let id = field.key();
    let [low, typical, high] = assumption.used.map(|value| text::significant(value, 3));
    tag("tr")
        .key(parameter.id)
        .class(if assumption.whose == Whose::Yours { "yours" } else { "" })
        .add(
            tag("th")
                .set("scope", "row")
                .add(tag("label").attr("for", id.clone()).add(parameter.name))
                .add(tag("small").add(format!("{}; {}", unit(parameter.unit), assumption.whose.label()))),
        )
        .add(tag("td").class("number").add(low))
        .add(tag("td").class("number").add(typical))
        .add(tag("td").class("number").add(high))
        .add(tag("td").add(text_field(&field, &id, session, act)).add(complaint(&field, &id, session)))
        .add(tag("td").class("source").add(format!(
            "{}; {} confidence",
            text::capital(parameter.evidence),
            parameter.confidence
        )))
        .html()
}

const fn unit(unit: &'static str) -> &'static str {
    if unit.is_empty() { "a share, 0 to 1" } else { unit }
}
