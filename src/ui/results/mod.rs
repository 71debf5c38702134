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

#[derive(Properties, PartialEq)]
pub(super) struct ResultsProps {
    pub session: Shared<Session>,
    pub advised: Advised,
    /// What the advice is compared with.
    pub before: Option<Advised>,
    pub extent: Extent,
    /// What follows the answer: a consultant's call to action.
    pub after: Html,
    pub act: Act,
}

/// The recommendation and all that stands behind it.
#[component]
pub(super) fn Results(props: &ResultsProps) -> Html {
    let ResultsProps { session, advised, before, extent, after, act } = props;
    html! {
        <section class="results" id="result" aria-label="Recommendation" tabindex="-1">
            {verdict_bar(advised)}
            {figure_tiles(advised, before.as_ref())}
            {compared(session, advised, before.as_ref(), act)}
            <Deferred part={Part::Diagram}>
                <DiagramPanel {advised} looked_at={session.looked_at()} {act} />
            </Deferred>
            {match extent {
                Extent::Whole => html! { <>{behind(props)}{after.clone()}</> },
                Extent::Folded => html! {
                    <>
                        {after.clone()}
                        <details class="behind">
                            <summary>
                                {"What stands behind it: the bill, the scores, the findings and every assumption"}
                            </summary>
                            {behind(props)}
                        </details>
                    </>
                },
            }}
            <footer class="small-print"><p>{facts::disclaimer(advised)}</p></footer>
        </section>
    }
}

/// What the recommendation stands on.
fn behind(ResultsProps { session, advised, act, .. }: &ResultsProps) -> Html {
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
