use yew::prelude::*;

use crate::{
    advice::{CHECKLIST_SOURCE, Holds, Point},
    ui::{
        advice::Advised,
        parts::{cite::cite, panel::panel},
    },
    units::text,
};

#[derive(Properties, PartialEq)]
pub(super) struct ChecklistPanelProps {
    pub advised: Advised,
}

/// The seven points on whether AWS is right at all.
#[component]
pub(super) fn ChecklistPanel(ChecklistPanelProps { advised }: &ChecklistPanelProps) -> Html {
    let points = &advised.checklist;
    let met = points.iter().filter(|point| point.holds == Holds::Yes).count();
    let title = format!("Do you need AWS? {met} of {} criteria met", points.len());
    let content = html! {
        <>
            <ul class="checklist">
                for point in points {
                    {entry(point)}
                }
            </ul>
            {cite(CHECKLIST_SOURCE)}
        </>
    };
    panel("checklist-title", title, content)
}

fn entry(point: &Point) -> Html {
    let (class, mark, word) = match point.holds {
        Holds::Yes => ("holds", "✓", "Yes: "),
        Holds::No => ("holds-not", "–", "No: "),
    };
    html! {
        <li {class}>
            <span class="mark" aria-hidden="true">{mark}</span>
            <span>
                <span class="unseen">{word}</span>
                {point.says}
                <small>{text::sentence(&point.because)}</small>
            </span>
        </li>
    }
}
