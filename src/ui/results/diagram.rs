use yew::prelude::*;

use super::{in_words::in_words, option_row::chooser, picture::drawn, save_picture::save_picture, what_if::what_if};
use crate::{
    availability::{Broken, failure},
    browser::screen,
    catalog::Catalog,
    diagram::{Callout, Legend, Orientation, draw, outline},
    options::OptionId,
    report,
    ui::{Act, advice::Advised},
    units::text,
};

/// A picture wider than this is turned on paper.
const WIDE: i32 = 720;

#[derive(Properties, PartialEq)]
pub(super) struct DiagramProps {
    pub advised: Advised,
    pub looked_at: Option<OptionId>,
    pub act: Act,
}

/// The architecture of the option looked at: drawn, told part by part, and how its sizes were arrived at.
#[component]
pub(super) fn Diagram(props: &DiagramProps) -> Html {
    let narrow = use_narrow();
    let broken = use_state(|| None::<Broken>);
    let full = use_state(|| false);
    let Some(standing) = props.advised.looked_at(props.looked_at) else { return Html::default() };
    let architecture = &standing.assessment.architecture;
    let orientation = if narrow { Orientation::Portrait } else { Orientation::Landscape };
    let picture = draw(architecture, orientation);
    let choose = Callback::from({
        let broken = broken.clone();
        move |chosen| broken.set(chosen)
    });
    let turn = Callback::from({
        let full = full.clone();
        move |_: MouseEvent| full.set(!*full)
    });
    // What was chosen may not be there any more under other answers: then nothing stops.
    let failure = broken.map(|broken| failure(architecture, &Catalog::bundled(), broken));
    let failure = failure.filter(|failure| !failure.stops.is_empty());
    let overlay = match &failure {
        Some(failure) => report::failing(failure),
        None => report::overlay(standing, &props.advised.answers, Legend::Hidden),
    };
    let weak = !standing.assessment.availability.single_points.is_empty();
    html! {
        <section class="panel" aria-labelledby="diagram-title">
            <div class="panel-head">
                <h2 id="diagram-title">{ "Architecture" }</h2>
                { chooser("diagram-option", &props.advised, props.looked_at, &props.act) }
            </div>
            <figure>
                <figcaption>{ format!("{}.", text::capital(standing.assessment.hosting.summary)) }</figcaption>
                <div class={classes!("canvas", full.then_some("full"), (picture.width > WIDE).then_some("wide"))} role="region" aria-label="Diagram" tabindex="0">
                    { drawn(&picture, &overlay) }
                </div>
                <div class="picture-tools">
                    <button type="button" aria-pressed={if *full { "true" } else { "false" }} onclick={turn}>{ "Full size" }</button>
                    { save_picture(&picture, &overlay, standing.assessment.hosting.id) }
                </div>
                { what_if(architecture, failure.as_ref(), &choose) }
                <p class="quiet">
                    { "A pill is what a part costs a month. " }
                    if weak { { "A red frame marks a part that takes the site down when it fails alone." } }
                </p>
            </figure>
            <details class="more">
                <summary>{ "What each part does, and how it was sized" }</summary>
                <ol class="parts">{ for picture.callouts.iter().map(part) }</ol>
                <h3>{ "How it was sized" }</h3>
                <ul class="sizing">{ for architecture.sizing.iter().map(|reason| html! { <li>{ format!("{reason}.") }</li> }) }</ul>
            </details>
            { in_words(&outline(architecture, &picture)) }
        </section>
    }
}

fn part(callout: &Callout) -> Html {
    html! {
        <li>
            <span class="part-number" aria-hidden="true">{ callout.number }</span>
            <span>
                <strong>{ callout.name }</strong>
                if !callout.size.is_empty() { { format!(", {}", callout.size) } }
                { format!(": {}.", callout.role) }
            </span>
        </li>
    }
}

/// Whether the screen is too narrow for a picture that reads from left to right.
#[hook]
fn use_narrow() -> bool {
    let narrow = use_state(|| false);
    use_effect_with((), {
        let narrow = narrow.clone();
        move |()| {
            narrow.set(screen::is_narrow());
            let listener = screen::on_narrow(move |now| narrow.set(now));
            move || drop(listener)
        }
    });
    *narrow
}
