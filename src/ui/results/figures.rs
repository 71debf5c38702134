use yew::prelude::*;

use crate::{
    session::{Figure, figures},
    ui::advice::Advised,
};

/// The figures of the option that comes first, each with what it was before the last change.
pub(super) fn figure_tiles(advised: &Advised, before: Option<&Advised>) -> Html {
    let before = before.map(|before| figures(before)).unwrap_or_default();
    let was = |figure: &Figure| {
        let earlier = before.iter().find(|earlier| earlier.name == figure.name);
        earlier.filter(|earlier| earlier.value != figure.value).map(|earlier| format!("was {}", earlier.value))
    };
    html! {
        <dl class="figures">
            { for figures(advised).iter().map(|figure| html! {
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
