use yew::prelude::*;

use crate::{
    advice::{Finding, Severity, View},
    ui::{
        advice::Advised,
        parts::{cite::cite, panel::panel},
    },
    units::text,
};

/// So many of what others say are shown at once.
const MOST_VIEWS: usize = 3;

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
            {views(&finding.views)}
            <p class="remedy"><strong>{"What to do: "}</strong>{&finding.remedy}{"."}</p>
            {cite(finding.source)}
        </li>
    }
}

/// What others say of it; where that is a long list, it is folded away.
fn views(views: &[View]) -> Html {
    let all = html! {
        <div class="views">
            for said in views {
                {view(said)}
            }
        </div>
    };
    match views.len() {
        0 => Html::default(),
        1..=MOST_VIEWS => all,
        many => html! {
            <details class="more">
                <summary>{format!("Show all {many}")}</summary>
                {all}
            </details>
        },
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
