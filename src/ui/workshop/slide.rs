use yew::prelude::*;

use super::pictures::Pictures;
use crate::{
    questionnaire::{Answers, ClosedSet, Criterion, PRESETS},
    ui::parts::bar::bar,
    units::text,
    workshop::Shows,
};

/// A page as the audience has it: to be read, not to be touched.
pub(super) fn slide(shows: Shows, answers: &Answers, pictures: &Pictures<'_>) -> Html {
    match shows {
        Shows::Presets => html! {
            <ul class="slide-presets">
                for preset in PRESETS {
                    <li class={classes!(((preset.answers)() == *answers).then_some("selected"))}>
                        <strong>{preset.name}</strong>
                        <span>{preset.summary}</span>
                    </li>
                }
            </ul>
        },
        Shows::Questions(ids) => html! {
            <dl class="slide-answers">
                for asked in ids.iter().map(|id| id.question()) {
                    <div><dt>{asked.label}</dt><dd>{asked.spoken(answers)}</dd></div>
                }
            </dl>
        },
        Shows::Points => html! {
            <dl class="slide-points">
                for criterion in Criterion::ALL {
                    <div>
                        <dt>{criterion.label()}</dt>
                        <dd>
                            {bar(answers.weights.share(*criterion), "accent")}
                            {text::trimmed(answers.weights.of(*criterion).value(), 1)}
                        </dd>
                    </div>
                }
            </dl>
        },
        Shows::Ranking | Shows::Failures | Shows::Costs | Shows::Trials | Shows::Scenarios | Shows::Result => {
            pictures.of(shows)
        }
    }
}
