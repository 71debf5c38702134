//! What comes of the answers: the verdict, and everything that stands behind it.

mod assumptions;
mod bill;
mod bill_line;
mod checklist;
mod compared;
mod diagram;
mod figures;
mod findings;
mod in_words;
mod option_chooser;
mod option_panel;
mod option_row;
mod picture;
mod points;
mod ruled_out;
mod save_picture;
mod score;
mod verdict;
mod week;
mod week_asks;
mod week_examples;
mod what_if;

use yew::prelude::*;

use assumptions::assumptions;
use bill::BillPanel;
use checklist::Checklist;
use compared::compared;
use diagram::{Diagram, DiagramProps};
use figures::figure_tiles;
use findings::findings;
use ruled_out::ruled_out_section;
use score::score_section;
pub(super) use verdict::verdict_bar;
use week::{SimulatedWeek, SimulatedWeekProps};

use super::{
    advice::Advised,
    markup::{component, tag, together},
    parts::steady::{Shown, steady},
    shared::Shared,
    unfolding::Unfolded,
};
use crate::report::facts;

/// How much is shown at once.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// Everything.
    Whole,
    /// The answer, and what stands behind it folded away: another page has other things to show.
    Folded,
}

/// The recommendation and all that stands behind it.
///
/// `after` is what follows the answer: a consultant's call to action.
pub(super) fn results(
    shown: &Shown,
    before: Option<&Advised>,
    (extent, unfolded, after): (Extent, Unfolded, Html),
) -> Html {
    let Shown { session, advised, act, .. } = shown;
    let looked_at = session.looked_at();
    let is_there = |part: Unfolded| unfolded >= part;
    let behind = together((
        is_there(Unfolded::Bill)
            .then(|| html! { <BillPanel session={Shared::from(session.clone())} {advised} {act} /> }),
        is_there(Unfolded::Week).then(|| {
            component::<SimulatedWeek>(SimulatedWeekProps {
                advised: advised.clone(),
                looked_at,
                what_ifs: session.what_ifs().clone(),
                appearance: session.appearance(),
                act: act.clone(),
            })
        }),
        is_there(Unfolded::Scores)
            .then(|| steady(shown, |shown| score_section(&shown.session, &shown.advised, &shown.act))),
        is_there(Unfolded::Findings).then(|| {
            steady(shown, |Shown { session, advised, act, .. }| {
                together((ruled_out_section(session, advised, act), findings(advised)))
            })
        }),
        is_there(Unfolded::Whole)
            .then(|| together((html! { <Checklist {advised} /> }, assumptions(session, advised, act)))),
    ));
    let rest = match extent {
        Extent::Whole => together((behind, after)),
        Extent::Folded => together((
            after,
            tag("details")
                .class("behind")
                .add(
                    tag("summary")
                        .add("What stands behind it: the bill, the scores, the findings and every assumption"),
                )
                .add(behind),
        )),
    };
    tag("section")
        .class("results")
        .set("id", "result")
        .set("aria-label", "Recommendation")
        .set("tabindex", "-1")
        .add(verdict_bar(advised))
        .add(figure_tiles(advised, before))
        .add(compared(session, advised, before, act))
        .add(
            is_there(Unfolded::Picture)
                .then(|| component::<Diagram>(DiagramProps { advised: advised.clone(), looked_at, act: act.clone() })),
        )
        .add(rest)
        .add(tag("footer").class("small-print").add(tag("p").add(facts::disclaimer(advised))))
        .html()
}
