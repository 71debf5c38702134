use yew::prelude::*;

use super::{
    reasons::{reasons, risks},
    worked_out::worked_out,
};
use crate::{
    decision::{Standing, Verdict},
    options::OptionId,
    session::{Figure, figures},
    ui::{act::Act, advice::Advised, background::use_sureness, parts::verdict_tag::verdict_tag},
    units::text,
};

#[derive(Properties, PartialEq)]
pub(super) struct ChosenProps {
    pub advised: Advised,
    /// The advice it is compared with.
    pub before: Option<Advised>,
    pub looked_at: Option<OptionId>,
    pub act: Act,
}

/// The option looked at: what it is, its figures with what they were before, and what it misses.
#[component]
pub(super) fn Chosen(ChosenProps { advised, before, looked_at, act }: &ChosenProps) -> Html {
    let sure = use_sureness();
    let Some(standing) = advised.looked_at(*looked_at) else { return Html::default() };
    let hosting = standing.assessment.hosting;
    let earlier = before.as_ref().and_then(|before| Some((before, before.option(hosting.id.0)?)));
    let earlier = earlier.map(|(before, standing)| figures(before, standing, None)).unwrap_or_default();
    html! {
        <section class="chosen" aria-labelledby="chosen-title">
            <div class="panel-head">
                <h3 id="chosen-title">{hosting.name}</h3>
                {verdict_tag(standing.verdict)}
            </div>
            <p class="quiet">{text::sentence(hosting.summary)}</p>
            <dl class="figures">
                for figure in figures(advised, standing, sure.bands()) {
                    {tile(&figure, &earlier)}
                }
            </dl>
            // Those of the first stand with the verdict.
            if !advised.standings.first().is_some_and(|first| std::ptr::eq(first, standing)) {
                {worked_out("Formulas and sources", standing, advised)}
            }
            {misses(standing, advised, act)}
        </section>
    }
}

fn misses(standing: &Standing, advised: &Advised, act: &Act) -> Html {
    html! {
        <>
            if standing.is_at_risk() {
                {risks(standing)}
            }
            if standing.verdict == Verdict::RuledOut {
                {reasons(standing, &advised.answers, act)}
            }
        </>
    }
}

fn tile(figure: &Figure, before: &[Figure]) -> Html {
    let earlier = before.iter().find(|earlier| earlier.name == figure.name);
    let was = earlier.filter(|earlier| earlier.value != figure.value);
    html! {
        <div>
            <dt>{figure.name}</dt>
            <dd>
                <strong>{&figure.value}</strong>
                <span class="was">
                    if let Some(earlier) = was {
                        {"was "}{&earlier.value}
                    }
                </span>
                <span>{&figure.more}</span>
            </dd>
        </div>
    }
}
