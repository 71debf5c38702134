use yew::prelude::*;

use super::{in_words::in_words, option_row::chooser, picture::drawn, save_picture::save_picture, what_if::what_if};
use crate::{
    availability::{Broken, failure},
    browser::screen,
    catalog::Catalog,
    diagram::{Callout, Legend, Orientation, Overlay, draw, outline},
    options::OptionId,
    report,
    ui::{
        Act,
        advice::Advised,
        hooks::{use_after, use_value},
        markup::{button, scroller, tag},
    },
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
    let broken = use_value(|| None::<Broken>);
    let full = use_value(|| false);
    let is_full = *full.get();
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
        move |_: MouseEvent| full.change(|full| !full)
    });
    // What was chosen may not be there any more under other answers: then nothing stops.
    let failure = broken.get().map(|broken| failure(architecture, &Catalog::bundled(), broken));
    let failure = failure.filter(|failure| !failure.stops.is_empty());
    let costs = report::overlay(standing, &props.advised.answers, Legend::Hidden);
    let overlay = failure.as_ref().map_or_else(|| costs.clone(), report::failing);
    tag("section")
        .class("panel")
        .set("aria-labelledby", "diagram-title")
        .add(tag("div").class("panel-head").add(tag("h2").set("id", "diagram-title").add("Architecture")).add(chooser(
            "diagram-option",
            &props.advised,
            props.looked_at,
            &props.act,
        )))
        .add(
            tag("figure")
                .add(tag("figcaption").add(text::sentence(standing.assessment.hosting.summary)))
                .add(
                    scroller("Diagram".into())
                        .attr(
                            "class",
                            classes!("canvas", is_full.then_some("full"), (picture.width > WIDE).then_some("wide")),
                        )
                        .add(drawn(&picture, &overlay)),
                )
                .add(
                    tag("div")
                        .class("picture-tools")
                        .add(
                            button()
                                .attr("aria-pressed", if is_full { "true" } else { "false" })
                                .onclick(turn)
                                .add("Full size"),
                        )
                        .add(save_picture(&picture, &overlay, standing.assessment.hosting.id)),
                )
                .add(what_if(architecture, failure.as_ref(), &choose))
                .add(
                    tag("p")
                        .class("quiet")
                        .add(if failure.is_some() {
                            "A cross marks what stops, a green frame what takes over, a pill after how long."
                        } else {
                            "A pill is what a part costs a month; equal parts billed together share one."
                        })
                        .add(
                            (!overlay.weak.is_empty())
                                .then_some(" A red frame marks a part that takes the site down when it fails alone."),
                        ),
                ),
        )
        .add(
            // The numbers on the picture want their list; on a narrow screen it is long.
            tag("details")
                .class("more")
                .flag("open", !narrow)
                .add(tag("summary").add("What each part does, and how it was sized"))
                .add(tag("ol").class("parts").all(picture.callouts.iter().map(|callout| part(callout, &costs))))
                .add(tag("h3").add("How it was sized"))
                .add(
                    tag("ul")
                        .class("sizing")
                        .all(architecture.sizing.iter().map(|reason| tag("li").add(format!("{reason}.")).html())),
                ),
        )
        .add(in_words(&outline(architecture, &picture)))
        .html()
}

fn part(callout: &Callout, costs: &Overlay) -> Html {
    tag("li")
        .add(tag("span").class("part-number").set("aria-hidden", "true").add(callout.number.to_string()))
        .add(tag("span").add(tag("strong").add(callout.name)).add(format!(": {}.", callout.told(costs))))
        .html()
}

/// Whether the screen is too narrow for a picture that reads from left to right.
#[hook]
fn use_narrow() -> bool {
    let narrow = use_value(|| false);
    use_after((), {
        let narrow = narrow.clone();
        move |()| {
            narrow.set(screen::is_narrow());

            screen::on_narrow(move |now| narrow.set(now))
        }
    });

    *narrow.get()
}
