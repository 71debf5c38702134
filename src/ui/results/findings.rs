use yew::prelude::*;

use crate::{
    advice::{Finding, Severity},
    ui::advice::Advised,
    units::text,
};

/// What else the client should know, the weightiest first.
pub(super) fn findings(advised: &Advised) -> Html {
    if advised.findings.is_empty() {
        return Html::default();
    }
    html! {
        <section class="panel" aria-labelledby="findings-title">
            <h2 id="findings-title">{ "What to know before you decide" }</h2>
            <ul class="findings">{ for advised.findings.iter().map(finding) }</ul>
        </section>
    }
}

fn finding(finding: &Finding) -> Html {
    let (class, mark, word) = match finding.severity {
        Severity::Warning => ("finding warning", "!", "Warning"),
        Severity::Consider => ("finding consider", "?", "To decide"),
        Severity::Note => ("finding note", "i", "Good to know"),
    };
    html! {
        <li {class} key={finding.rule}>
            <p class="severity"><span aria-hidden="true">{ mark }</span>{ word }</p>
            <h3>{ format!("{}.", finding.title) }</h3>
            <p>{ format!("{}.", text::capital(&finding.detail)) }</p>
            if !finding.views.is_empty() {
                <div class="views">
                    { for finding.views.iter().map(|view| html! {
                        <section>
                            <h4>{ view.who }</h4>
                            <p>{ format!("{}.", text::capital(&view.says)) }</p>
                            <p class="here"><strong>{ "Here: " }</strong>{ format!("{}.", view.here) }</p>
                        </section>
                    }) }
                </div>
            }
            <p class="remedy"><strong>{ "What to do: " }</strong>{ format!("{}.", finding.remedy) }</p>
            <cite>{ finding.source }</cite>
        </li>
    }
}
