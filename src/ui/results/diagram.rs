use yew::prelude::*;

use super::option_row::Chooser;
use crate::{
    options::OptionId,
    ui::{Act, advice::Advised},
};

#[derive(Properties, PartialEq)]
pub(super) struct DiagramProps {
    pub advised: Advised,
    pub looked_at: Option<OptionId>,
    pub act: Act,
}

/// The architecture of the option looked at, with how its sizes were arrived at.
#[component]
pub(super) fn Diagram(props: &DiagramProps) -> Html {
    let Some(standing) = props.advised.looked_at(props.looked_at) else { return Html::default() };
    let hosting = standing.assessment.hosting;
    html! {
        <section class="panel" aria-labelledby="diagram-title">
            <div class="panel-head">
                <h2 id="diagram-title">{ "Architecture" }</h2>
                <Chooser id="diagram-option" advised={props.advised.clone()} looked_at={props.looked_at} act={props.act.clone()} />
            </div>
            <p>{ format!("{}.", hosting.summary) }</p>
            <h3>{ "How it was sized" }</h3>
            <ul class="sizing">
                { for standing.assessment.architecture.sizing.iter().map(|reason| html! {
                    <li>{ format!("{reason}.") }</li>
                }) }
            </ul>
        </section>
    }
}
