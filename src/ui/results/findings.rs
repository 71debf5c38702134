use yew::prelude::*;

use crate::{
    advice::{Finding, Severity},
    ui::{
        advice::Advised,
        markup::{about, panel, tag},
    },
    units::text,
};

/// What else the client should know, the weightiest first.
pub(super) fn findings(advised: &Advised) -> Html {
    if advised.findings.is_empty() {
        return Html::default();
    }
    panel("findings-title", "What to know before you decide")
        .add(tag("ul").class("findings").all(advised.findings.iter().map(finding)))
        .html()
}

fn finding(finding: &Finding) -> Html {
    let (class, mark, word) = match finding.severity {
        Severity::Warning => ("finding warning", "!", "Warning"),
        Severity::Consider => ("finding consider", "?", "To decide"),
        Severity::Note => ("finding note", "i", "Good to know"),
    };
    tag("li")
        .class(class)
        .key(finding.rule)
        .add(tag("p").class("severity").add(tag("span").set("aria-hidden", "true").add(mark)).add(word))
        .add(tag("h3").add(format!("{}.", finding.title)))
        .add(tag("p").add(text::sentence(&finding.detail)))
        .add((!finding.views.is_empty()).then(|| {
            tag("div").class("views").all(finding.views.iter().map(|view| {
                tag("section")
                    .add(tag("h4").add(view.who))
                    .add(tag("p").add(text::sentence(&view.says)))
                    .add(about("Here: ", &view.here).class("here"))
                    .html()
            }))
        }))
        .add(about("What to do: ", &finding.remedy).class("remedy"))
        .add(tag("cite").add(finding.source))
        .html()
}
