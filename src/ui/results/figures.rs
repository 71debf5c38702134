use yew::prelude::*;

use crate::{
    session::{Figure, figures},
    ui::advice::Advised,
};

/// The figures of the option that comes first, each with what it was before the last change.
pub(super) fn figure_tiles(advised: &Advised, before: Option<&Advised>) -> Html {
    let before = before.map(|before| figures(before)).unwrap_or_default();
    html! {
        <dl class="figures">
            for figure in figures(advised) {
                {tile(&figure, &before)}
            }
        </dl>
    }
}

fn tile(figure: &Figure, before: &[Figure]) -> Html {
    let earlier = before.iter().find(|earlier| earlier.name == figure.name);
    let was = earlier.filter(|earlier| earlier.value != figure.value);
    html! {
        <div>
            <dt>{figure.name}</dt>
            <dd>
                <strong>{&figure.value}</strong>
                <span>{&figure.more}</span>
                <span class="was">
                    if let Some(earlier) = was {
                        {"was "}{&earlier.value}
                    }
                </span>
            </dd>
        </div>
    }
}
