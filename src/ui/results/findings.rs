use yew::prelude::*;

use crate::{
    advice::{Finding, Severity, View},
    ui::{advice::Advised, parts::panel::panel},
    units::text,
};

#[derive(Properties, PartialEq)]
pub(super) struct FindingsPanelProps {
    pub advised: Advised,
}

/// What else the client should know, the weightiest first.
#[component]
pub(super) fn FindingsPanel(FindingsPanelProps { advised }: &FindingsPanelProps) -> Html {
    if advised.findings.is_empty() {
        return Html::default();
    }
    let content = html! {
        <>
            <ul class="findings">
                for found in &advised.findings {
                    {finding(found)}
                }
            </ul>
        </>
    };
    panel("findings-title", "Risks and notes", content)
}

/// One finding.
pub(super) fn finding(finding: &Finding) -> Html {
    let (class, mark, word) = match finding.severity {
        Severity::Warning => ("warning", "!", "Warning"),
        Severity::Consider => ("consider", "?", "Decision needed"),
        Severity::Note => ("note", "i", "Good to know"),
    };
    html! {
        <li key={finding.rule} class={classes!("finding", class)}>
            <p class="severity"><span aria-hidden="true">{mark}</span>{word}</p>
            <h3>{&finding.title}{"."}</h3>
            <p>{text::sentence(&finding.detail)}</p>
            if !finding.views.is_empty() {
                <div class="views">
                    for said in &finding.views {
                        {view(said)}
                    }
                </div>
            }
            <p class="remedy"><strong>{"What to do: "}</strong>{&finding.remedy}{"."}</p>
            <cite>{finding.source}</cite>
        </li>
    }
}

fn view(view: &View) -> Html {
    html! {
        <section>
            <h4>{view.who}</h4>
            <p>{text::sentence(&view.says)}</p>
            <p class="here"><strong>{"For your site: "}</strong>{&view.here}{"."}</p>
        </section>
    }
}
