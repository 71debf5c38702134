use yew::prelude::*;

use crate::ui::{advice::Advised, background::use_sureness, parts::jump::jump_to};

#[derive(Properties, PartialEq)]
pub(super) struct OddsLineProps {
    pub advised: Advised,
}

/// How sure the verdict is: what is at risk first, then the odds, then the question that would settle most. It has its place
/// before the odds are there, so that nothing jumps.
#[component]
pub(super) fn OddsLine(OddsLineProps { advised }: &OddsLineProps) -> Html {
    let sure = use_sureness();
    let Some((confidence, done)) = sure.known() else {
        return html! { <div class="sure"><p class="quiet">{"Trying the answer in 1,000 possible futures …"}</p></div> };
    };
    let said = confidence.said(advised);
    html! {
        <div class="sure" aria-busy={(done < 1.0).to_string()}>
            if let Some(at_risk) = said.at_risk {
                <p><strong class="at-risk">{"At risk: "}</strong>{at_risk}</p>
            }
            <p>
                if let Some(sureness) = said.sureness {
                    <strong>{crate::units::text::capital(sureness.label())}{": "}</strong>
                }
                {said.sure}
            </p>
            if let Some(hangs_on) = said.hangs_on {
                <p>
                    {hangs_on}
                    if let Some(question) = said.question {
                        {" "}{jump_to(question.token(), "settle", html! { {"Answer it"} })}
                    }
                </p>
            }
        </div>
    }
}
