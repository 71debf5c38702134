use yew::prelude::*;

use crate::{
    decision::Standing,
    questionnaire::{ClosedSet, Criterion},
    ui::advice::Advised,
    units::text,
};

/// A score as a bar of what each criterion brings; the table of scores says the same in numbers.
pub(in crate::ui) fn score_bar(standing: &Standing) -> Html {
    let mut from = 0.0;
    let parts = standing.score.contributions.iter().map(|contribution| {
        let width = contribution.points.value().max(0.0);
        let x = from;
        from += width;
        (contribution.criterion, x, width)
    });
    html! {
        <svg class="score-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="track" width="100" height="8" />
            for (criterion, x, width) in parts {
                <rect class={series(criterion)} x={format!("{x:.2}")} width={format!("{width:.2}")} height="8" />
            }
        </svg>
    }
}

/// Which colour stands for which criterion, with the most it can bring.
pub(super) fn score_legend(advised: &Advised) -> Html {
    let weights = &advised.answers.weights;
    html! {
        <ul class="score-legend" aria-label="Parts of the score">
            for criterion in Criterion::ALL.iter().filter(|criterion| weights.share(**criterion) > 0.0) {
                <li class={series(*criterion)}>
                    {criterion.label()}
                    <span>{" "}{text::grouped(weights.share(*criterion) * 100.0)}</span>
                </li>
            }
        </ul>
    }
}

/// The class of a criterion's colour.
pub(super) const fn series(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Cost => "series-1",
        Criterion::Headroom => "series-2",
        Criterion::Availability => "series-3",
        Criterion::Recovery => "series-4",
        Criterion::EditorFreedom => "series-5",
        Criterion::Effort => "series-6",
        Criterion::Runway => "series-7",
        Criterion::DeploymentSafety => "series-8",
    }
}
