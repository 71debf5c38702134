use yew::prelude::*;

use crate::{
    session::{Figure, figures},
    ui::advice::Advised,
};

#[derive(Properties, PartialEq)]
pub(super) struct FiguresProps {
    pub advised: Advised,
    /// The advice the present one is compared with.
    pub before: Option<Advised>,
}

/// The figures of the option that comes first, each with what it was before the last change.
#[component]
pub(super) fn Figures(props: &FiguresProps) -> Html {
    let before = props.before.as_ref().map(|before| figures(before)).unwrap_or_default();
    let was = |figure: &Figure| {
        let earlier = before.iter().find(|earlier| earlier.name == figure.name);
        earlier.filter(|earlier| earlier.value != figure.value).map(|earlier| format!("was {}", earlier.value))
    };
    html! {
        <dl class="figures">
            { for figures(&props.advised).iter().map(|figure| html! {
                <div>
                    <dt>{ figure.name }</dt>
                    <dd>
                        <strong>{ figure.value.clone() }</strong>
                        <span>{ figure.more.clone() }</span>
                        <span class="was">{ was(figure) }</span>
                    </dd>
                </div>
            }) }
        </dl>
    }
}
