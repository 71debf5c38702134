use yew::prelude::*;

use crate::{
    advice::{CHECKLIST_SOURCE, Holds},
    ui::advice::Advised,
    units::text,
};

/// The seven points on whether AWS is right at all.
pub(super) fn checklist(advised: &Advised) -> Html {
    let points = &advised.checklist;
    let met = points.iter().filter(|point| point.holds == Holds::Yes).count();
    html! {
        <section class="panel" aria-labelledby="checklist-title">
            <h2 id="checklist-title">{ format!("Is AWS right at all? {met} of {} points say so", points.len()) }</h2>
            <ul class="checklist">
                { for points.iter().map(|point| {
                    let (class, mark, word) = match point.holds {
                        Holds::Yes => ("holds", "✓", "Yes: "),
                        Holds::No => ("holds-not", "–", "No: "),
                    };
                    html! {
                        <li {class}>
                            <span class="mark" aria-hidden="true">{ mark }</span>
                            <span><span class="unseen">{ word }</span>{ point.says }<small>{ format!("{}.", text::capital(&point.because)) }</small></span>
                        </li>
                    }
                }) }
            </ul>
            <cite>{ CHECKLIST_SOURCE }</cite>
        </section>
    }
}
