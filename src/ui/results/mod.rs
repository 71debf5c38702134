//! What comes of the answers: the verdict, and everything that stands behind it.

mod assumptions;
mod bill;
mod bill_line;
mod checklist;
mod compared;
mod diagram;
mod figures;
mod findings;
mod option_panel;
mod option_row;
mod picture;
mod points;
mod ruled_out;
mod score;
mod verdict;

use std::rc::Rc;

use assumptions::Assumptions;
use bill::BillSection;
use checklist::Checklist;
use compared::Compared;
use diagram::Diagram;
use figures::Figures;
use findings::Findings;
use ruled_out::RuledOutSection;
use score::ScoreSection;
use verdict::VerdictBar;
use yew::prelude::*;

use super::{Act, advice::Advised};
use crate::{report::facts, session::Session};

#[derive(Properties, PartialEq)]
pub(super) struct ResultsProps {
    pub session: Rc<Session>,
    pub advised: Advised,
    /// The advice the present one is compared with.
    pub before: Option<Advised>,
    pub act: Act,
}

/// The recommendation and all that stands behind it.
#[component]
pub(super) fn Results(props: &ResultsProps) -> Html {
    let ResultsProps { session, advised, before, act } = props;
    let looked_at = session.looked_at();
    html! {
        <section class="results" id="result" aria-label="Recommendation" tabindex="-1">
            <VerdictBar advised={advised.clone()} />
            <Figures advised={advised.clone()} before={before.clone()} />
            <Compared session={Rc::clone(session)} advised={advised.clone()} before={before.clone()} act={act.clone()} />
            <Diagram advised={advised.clone()} {looked_at} act={act.clone()} />
            <BillSection session={Rc::clone(session)} advised={advised.clone()} act={act.clone()} />
            <ScoreSection session={Rc::clone(session)} advised={advised.clone()} act={act.clone()} />
            <RuledOutSection session={Rc::clone(session)} advised={advised.clone()} act={act.clone()} />
            <Findings advised={advised.clone()} />
            <Checklist advised={advised.clone()} />
            <Assumptions session={Rc::clone(session)} advised={advised.clone()} act={act.clone()} />
            <footer class="small-print"><p>{ facts::disclaimer(advised) }</p></footer>
        </section>
    }
}
