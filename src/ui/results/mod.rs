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
mod option_panel;
mod option_row;
mod picture;
mod points;
mod ruled_out;
mod save_picture;
mod score;
mod verdict;
mod what_if;

use assumptions::assumptions;
use bill::bill_section;
use checklist::checklist;
use compared::compared;
use diagram::Diagram;
pub(super) use figures::figure_tiles;
use findings::findings;
use ruled_out::ruled_out_section;
use score::score_section;
pub(super) use verdict::verdict_bar;
use yew::prelude::*;

use super::{Act, advice::Advised};
use crate::{report::facts, session::Session};

/// The recommendation and all that stands behind it.
///
/// `after` is what follows the answer: a consultant's call to action.
pub(super) fn results(session: &Session, advised: &Advised, before: Option<&Advised>, after: Html, act: &Act) -> Html {
    let looked_at = session.looked_at();
    html! {
        <section class="results" id="result" aria-label="Recommendation" tabindex="-1">
            { verdict_bar(advised) }
            { figure_tiles(advised, before) }
            { compared(session, advised, before, act) }
            <Diagram advised={advised.clone()} {looked_at} act={act.clone()} />
            { bill_section(session, advised, act) }
            { score_section(session, advised, act) }
            { ruled_out_section(session, advised, act) }
            { findings(advised) }
            { checklist(advised) }
            { assumptions(session, advised, act) }
            { after }
            <footer class="small-print"><p>{ facts::disclaimer(advised) }</p></footer>
        </section>
    }
}
