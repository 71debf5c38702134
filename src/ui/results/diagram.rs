use yew::prelude::*;

use super::{failure_chooser::failure_chooser, in_words::in_words, picture::drawn, save_picture::save_picture};
use crate::{
    architecture::Architecture,
    availability::{Broken, failure},
    browser::screen,
    diagram::{Callout, Legend, Orientation, Overlay, Picture, draw, outline},
    options::OptionId,
    report,
    simulation::Rules,
    ui::{
        advice::Advised,
        parts::{panel::panel, scroller::scroller},
    },
    units::text,
};

/// A picture wider than this is turned on paper.
const WIDE: i32 = 720;

#[derive(Properties, PartialEq)]
pub(super) struct ArchitecturePictureProps {
    pub advised: Advised,
    pub looked_at: Option<OptionId>,
    /// Leads to the picture with all that is told of it.
    pub onopen: Callback<MouseEvent>,
}

/// The picture of the option looked at, to be looked at. Where it would be higher than the screen, the way to it.
#[component]
pub(super) fn ArchitecturePicture(props: &ArchitecturePictureProps) -> Html {
    let ArchitecturePictureProps { advised, looked_at, onopen } = props;
    let orientation = use_orientation();
    let Some(standing) = advised.looked_at(*looked_at) else { return Html::default() };
    if orientation == Orientation::Portrait {
        return html! {
            <button type="button" class="open-picture" onclick={onopen}>{"Show the architecture diagram"}</button>
        };
    }
    let picture = draw(&standing.assessment.architecture, orientation);
    let costs = report::overlay(standing, &advised.answers, Legend::Hidden);
    html! {
        <figure class="summary-picture">
            <figcaption>
                <strong>{"Architecture"}</strong>
                <span class="quiet">{"Labels show monthly cost; identical parts share one."}</span>
            </figcaption>
            {scroller("Architecture diagram", "canvas", drawn(&picture, &costs))}
        </figure>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct PrintedArchitectureProps {
    pub advised: Advised,
    pub looked_at: Option<OptionId>,
}

/// The picture on paper, with what each part does.
#[component]
pub(super) fn PrintedArchitecture(PrintedArchitectureProps { advised, looked_at }: &PrintedArchitectureProps) -> Html {
    let Some(standing) = advised.looked_at(*looked_at) else { return Html::default() };
    let architecture = &standing.assessment.architecture;
    let picture = draw(architecture, Orientation::Landscape);
    let costs = report::overlay(standing, &advised.answers, Legend::Hidden);
    html! {
        <section class="sheet">
            <h2>{"Architecture"}</h2>
            <figure class="printed-picture">{drawn(&picture, &costs)}</figure>
            {parts(architecture, &picture, &costs)}
        </section>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct DiagramPanelProps {
    pub advised: Advised,
    pub looked_at: Option<OptionId>,
}

/// The architecture of the option looked at: drawn, told part by part, and how its sizes were arrived at.
#[component]
pub(super) fn DiagramPanel(DiagramPanelProps { advised, looked_at }: &DiagramPanelProps) -> Html {
    let orientation = use_orientation();
    let broken = use_state_eq(|| None::<Broken>);
    let full = use_state_eq(|| false);
    let Some(standing) = advised.looked_at(*looked_at) else { return Html::default() };
    let hosting = standing.assessment.hosting;
    let architecture = &standing.assessment.architecture;
    let picture = draw(architecture, orientation);
    let rules = Rules::new(&advised.answers.overrides, advised.answers.operator);
    // What was chosen may not be there any more under other answers: then nothing stops.
    let failure = (*broken).map(|broken| failure(architecture, &rules, broken));
    let failure = failure.filter(|failure| !failure.stops.is_empty());
    let costs = report::overlay(standing, &advised.answers, Legend::Hidden);
    let overlay = failure.as_ref().map_or_else(|| costs.clone(), report::failing);
    let canvas = classes!("canvas", full.then_some("full"), (picture.width > WIDE).then_some("wide"));
    let turn = {
        let full = full.clone();
        move |_: MouseEvent| full.set(!*full)
    };
    let choose = Callback::from(move |chosen| broken.set(chosen));
    let content = html! {
        <>
            {failure_chooser(architecture, failure.as_ref(), &choose)}
            <figure>
                <figcaption>{text::sentence(hosting.summary)}</figcaption>
                {scroller("Diagram", canvas, drawn(&picture, &overlay))}
                <div class="picture-tools">
                    <button type="button" aria-pressed={full.to_string()} onclick={turn}>{"Enlarge"}</button>
                    {save_picture(&picture, &overlay, hosting.id)}
                </div>
                <p class="quiet">
                    if failure.is_some() {
                        {"A cross marks what stops, a green frame what takes over, a label after how long."}
                    } else {
                        {"Labels show monthly cost; identical parts share one."}
                    }
                    if !overlay.weak.is_empty() {
                        {" A red frame marks a part that takes the site down when it fails alone."}
                    }
                </p>
            </figure>
            {parts(architecture, &picture, &costs)}
            {in_words(&outline(architecture, &picture))}
        </>
    };
    panel("diagram-title", format!("Architecture: {}", hosting.name), content)
}

fn parts(architecture: &Architecture, picture: &Picture, costs: &Overlay) -> Html {
    html! {
        <>
            <h3>{"What each part does"}</h3>
            <ol class="parts">
                for callout in &picture.callouts {
                    {part(callout, costs)}
                }
            </ol>
            <h3>{"How it was sized"}</h3>
            <ul class="sizing">
                for reason in &architecture.sizing {
                    <li>{reason}{"."}</li>
                }
            </ul>
        </>
    }
}

fn part(callout: &Callout, costs: &Overlay) -> Html {
    html! {
        <li>
            <span class="part-number" aria-hidden="true">{callout.number}</span>
            <span><strong>{callout.name}</strong>{": "}{callout.told(costs)}{"."}</span>
        </li>
    }
}

/// How the picture stands: upright where the screen is too narrow for one that reads from left to right.
#[hook]
fn use_orientation() -> Orientation {
    let narrow = use_state_eq(|| false);
    use_effect_with((), {
        let narrow = narrow.setter();
        move |()| {
            narrow.set(screen::is_narrow());
            let listener = screen::on_narrow(move |now| narrow.set(now));
            move || drop(listener)
        }
    });
    if *narrow { Orientation::Portrait } else { Orientation::Landscape }
}
