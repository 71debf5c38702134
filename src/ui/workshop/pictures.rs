use yew::prelude::*;

use super::trials::Trials;
use crate::{
    billing::{Bill, BilledService, CostKind},
    decision::Verdict,
    questionnaire::Answers,
    report::facts,
    session::Session,
    ui::{
        advice::Advised,
        parts::{bar::bar, form_sign::form_sign, verdict_tag::verdict_tag},
        results::{Detail, scenario_table, score_bar, stage_picture},
        scenarios::Compared,
    },
    units::{Usd, ordered, text},
    workload::Case,
    workshop::{PresenterAction, Shows, Trial},
};

/// What is looked at across the whole width, the same for presenter and audience.
pub(super) struct Pictures<'a> {
    pub advised: &'a Advised,
    pub compared: &'a Compared,
    pub broken: &'a str,
    pub trial: Trial,
    /// What is done with what is pressed; none on the wall.
    pub dispatch: Option<&'a Callback<PresenterAction>>,
}

impl Pictures<'_> {
    /// The picture of a page; nothing where something is asked.
    pub(super) fn of(&self, shows: Shows) -> Html {
        let Self { advised, compared, broken, trial, dispatch } = self;
        match shows {
            Shows::Ranking => ranking(advised, usize::MAX),
            Shows::Result => ranking(advised, FIRST),
            Shows::Failures => stage_picture(
                advised,
                broken,
                dispatch.map(|dispatch| dispatch.reform(PresenterAction::Break)).as_ref(),
            ),
            Shows::Costs => costs(advised),
            Shows::Trials => {
                html! { <Trials advised={(*advised).clone()} trial={*trial} dispatch={dispatch.cloned()} /> }
            }
            Shows::Scenarios if compared.len() == 1 => {
                html! { <p class="stage-said">{"There is one scenario so far."}</p> }
            }
            Shows::Scenarios => scenario_table(compared, Detail::Brief),
            Shows::Presets | Shows::Questions(_) | Shows::Points => Html::default(),
        }
    }
}

/// How many options stand beside the recommendation: those that were in question.
const FIRST: usize = 4;

/// The first options in a table that can be read from afar.
fn ranking(advised: &Advised, most: usize) -> Html {
    let answers = &advised.answers;
    html! {
        <table class="standings">
            <thead>
                <tr>
                    for title in ["#", "Option", "Score", "Monthly cost", "Downtime / year", "Verdict"] {
                        <th scope="col">{title}</th>
                    }
                </tr>
            </thead>
            <tbody>
                for (at, standing) in advised.standings.iter().take(most).enumerate() {
                    <tr class={(standing.verdict == Verdict::RuledOut).then_some("out")}>
                        <td>{at + 1}</td>
                        <th scope="row">{form_sign(standing.assessment.hosting.id)}{standing.assessment.hosting.name}</th>
                        <td>{score_bar(standing)}{text::grouped(standing.score.total.value())}</td>
                        <td>{facts::month(standing, answers, Case::Typical)}</td>
                        <td>{text::brief_duration(standing.assessment.expected.typical.value())}</td>
                        <td>{verdict_tag(standing.verdict)}</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}

/// What the first two options cost a month, service by service, the dearest first.
fn costs(advised: &Advised) -> Html {
    let shown: Vec<_> = advised.standings.iter().take(2).collect();
    let bills: Vec<_> = shown.iter().map(|standing| standing.assessment.bill(Case::Typical)).collect();
    let of = |bill: &Bill| bill.by_service(CostKind::Infrastructure);
    let mut services: Vec<(BilledService, f64)> = Vec::new();
    for (service, usd) in bills.iter().flat_map(|bill| of(bill)) {
        match services.iter_mut().find(|(known, _)| *known == service) {
            Some((_, most)) => *most = most.max(usd.value()),
            None => services.push((service, usd.value())),
        }
    }
    let services = ordered(services, |a, b| b.1.total_cmp(&a.1));
    let most = services.first().map_or(1.0, |(_, most)| most.max(1e-9));
    let answers = &advised.answers;
    let amount = |bill: &Bill, service: BilledService| of(bill).into_iter().find(|(known, _)| *known == service);
    html! {
        <table class="standings costs">
            <thead>
                <tr>
                    <th scope="col">{"Monthly cost"}</th>
                    for standing in &shown {
                        <th scope="col">{standing.assessment.hosting.name}</th>
                    }
                </tr>
            </thead>
            <tbody>
                for (service, _) in services {
                    <tr>
                        <th scope="row">{service.name()}</th>
                        for bill in &bills {
                            <td>
                                if let Some((_, usd)) = amount(bill, service) {
                                    {bar(usd.value() / most, "accent")}{answers.amount(usd)}
                                } else {
                                    {"–"}
                                }
                            </td>
                        }
                    </tr>
                }
            </tbody>
            <tfoot>
                <tr>
                    <th scope="row">{"Infrastructure"}</th>
                    for bill in &bills {
                        <td><strong>{answers.amount(bill.total(CostKind::Infrastructure))}{bill.more()}</strong></td>
                    }
                </tr>
            </tfoot>
        </table>
    }
}

/// Which scenario is talked about, where there are several.
pub(super) fn edited(session: &Session, compared: &Compared) -> Html {
    let scenario = compared.get(session.scenarios().place()).filter(|_| compared.len() > 1);
    scenario.map_or_else(Html::default, |scenario| html! { <p class="eyebrow">{scenario.name.clone()}</p> })
}

/// What the last change did to the option that comes first: its price and its downtime, as differences.
pub(super) fn deltas(advised: &Advised, before: Option<&Advised>) -> Html {
    let pair = before.and_then(|before| Some((before.standings.first()?, before, advised.standings.first()?)));
    let Some((was, before, is)) = pair else { return Html::default() };
    let cost = |standing: &crate::decision::Standing, answers: &Answers| {
        standing.assessment.monthly(Case::Typical, answers.work)
    };
    let (from, to) = (cost(was, &before.answers), cost(is, &advised.answers));
    let down = |standing: &crate::decision::Standing| standing.assessment.expected.typical.value();
    let (down_from, down_to) = (down(was), down(is));
    let answers = &advised.answers;
    let mut said = Vec::new();
    if (to - from).value().abs() >= 0.5 {
        let sign = if to > from { "+" } else { "−" };
        let by = answers.amount(Usd::new((to - from).value().abs()));
        said.push(format!("Monthly cost {sign}{by} ({} → {})", answers.amount(from), answers.amount(to)));
    }
    if (down_to - down_from).abs() >= 1.0 {
        let sign = if down_to > down_from { "+" } else { "−" };
        let by = text::brief_duration((down_to - down_from).abs());
        let [from, to] = [down_from, down_to].map(text::brief_duration);
        said.push(format!("Downtime {sign}{by} a year ({from} → {to})"));
    }
    if was.assessment.hosting.id != is.assessment.hosting.id {
        said.push(format!("{} came first", was.assessment.hosting.name));
    }
    html! {
        <p class="deltas" aria-label="What the last change did">
            if said.is_empty() {
                {"The last change moved neither cost nor downtime."}
            } else {
                {said.join(" · ")}
            }
        </p>
    }
}
