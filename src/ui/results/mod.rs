//! What comes of the answers: the verdict, and everything that stands behind it.

mod assumptions;
mod bill;
mod bill_line;
mod checklist;
mod compared;
mod data_table;
mod diagram;
mod downtime;
mod failure_chooser;
mod figures;
mod findings;
mod in_words;
mod option_chooser;
mod option_panel;
mod option_row;
mod picture;
mod points;
mod reasons;
mod ruled_out;
mod save_picture;
mod score;
mod verdict;
mod week;
mod week_chart;
mod week_events;
mod week_examples;

use yew::prelude::*;

use assumptions::AssumptionsPanel;
use bill::BillPanel;
use checklist::ChecklistPanel;
use compared::compared;
use diagram::DiagramPanel;
use figures::figure_tiles;
use findings::FindingsPanel;
use ruled_out::RuledOutPanel;
use score::ScorePanel;
pub(super) use verdict::verdict_bar;
use week::WeekPanel;

use super::{
    act::Act,
    advice::Advised,
    progressive::{Deferred, Part},
    shared::Shared,
};
use crate::{report::facts, session::Session};

/// How much is shown at once.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// Everything.
    Whole,
    /// The answer, and what stands behind it folded away: another page has other things to show.
    Folded,
}

/// The recommendation and all that stands behind it. `before` is what the advice is compared with, `after` what follows
/// the answer: a consultant's call to action.
pub(super) fn results(
    session: &Shared<Session>,
    advised: &Advised,
    before: Option<&Advised>,
    extent: Extent,
    after: Html,
    act: &Act,
) -> Html {
    let behind = behind(session, advised, act);
    html! {
        <section class="results" id="result" aria-label="Recommendation" tabindex="-1">
            {verdict_bar(advised)}
            {figure_tiles(advised, before)}
            {compared(session, advised, before, act)}
            <Deferred part={Part::Diagram}>
                <DiagramPanel {advised} looked_at={session.looked_at()} {act} />
            </Deferred>
            {match extent {
                Extent::Whole => html! { <>{behind}{after}</> },
                Extent::Folded => html! {
                    <>
                        {after}
                        <details class="behind">
                            <summary>
                                {"What stands behind it: the bill, the scores, the findings and every assumption"}
                            </summary>
                            {behind}
                        </details>
                    </>
                },
            }}
            <footer class="small-print"><p>{facts::disclaimer(advised)}</p></footer>
        </section>
    }
}

/// What the recommendation stands on.
fn behind(session: &Shared<Session>, advised: &Advised, act: &Act) -> Html {
    html! {
        <>
            <Deferred part={Part::Bill}>
                <BillPanel {session} {advised} {act} />
            </Deferred>
            <Deferred part={Part::Week}>
                <WeekPanel
                    {advised}
                    looked_at={session.looked_at()}
                    what_ifs={session.what_ifs().clone()}
                    appearance={session.appearance()}
                    {act}
                />
            </Deferred>
            <Deferred part={Part::Scores}>
                <ScorePanel {session} {advised} {act} />
            </Deferred>
            <Deferred part={Part::RuledOut}>
                <RuledOutPanel {session} {advised} {act} />
            </Deferred>
            <Deferred part={Part::Findings}>
                <FindingsPanel {advised} />
            </Deferred>
            <Deferred part={Part::Checklist}>
                <ChecklistPanel {advised} />
            </Deferred>
            <Deferred part={Part::Assumptions}>
                <AssumptionsPanel {session} {advised} {act} />
            </Deferred>
        </>
    }
}
