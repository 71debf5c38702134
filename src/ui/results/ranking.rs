use yew::prelude::*;

use super::{
    missed::{Missed, missed},
    score_bar::{score_bar, score_legend},
};
use crate::{
    advice::siblings,
    decision::{Standing, Verdict},
    odds::percent,
    options::OptionId,
    report::{facts, today_status},
    search::Counts,
    session::Action,
    ui::{
        act::Act,
        advice::Advised,
        background::{Sure, use_sureness},
        parts::{cost_range::cost_range, form_sign::form_sign, scroller::scroller},
    },
    units::{Usd, text},
    workload::Case,
};

#[derive(Properties, PartialEq)]
pub(super) struct RankingProps {
    pub advised: Advised,
    pub looked_at: Option<OptionId>,
    pub act: Act,
}

/// All options in one table, the first in front. Pressing a row shows that option in everything below.
#[component]
pub(super) fn Ranking(RankingProps { advised, looked_at, act }: &RankingProps) -> Html {
    let shown = advised.looked_at(*looked_at).map(|standing| standing.assessment.hosting.id);
    let axis = CostAxis::of(advised);
    let sure = use_sureness();
    let content = html! {
        <table class="ranking">
            <caption class="unseen">{"All options, the first in front"}</caption>
            <thead>
                <tr>
                    <th scope="col" class="rank"><span aria-hidden="true">{"#"}</span><span class="unseen">{"Rank"}</span></th>
                    <th scope="col">{"Option"}</th>
                    <th scope="col" class="score">{"Score of 100"}</th>
                    <th scope="col" class="odds"><abbr title="Share of possible futures in which it is best">{"Odds"}</abbr></th>
                    <th scope="col" class="cost">{"Monthly cost"}</th>
                    <th scope="col" class="down">{"Downtime / year"}</th>
                    <th scope="col" class="back"><abbr title="Recovery time">{"RTO"}</abbr></th>
                    <th scope="col" class="hours">{"Work / month"}</th>
                    <th scope="col" class="status">{"Status"}</th>
                </tr>
            </thead>
            <tbody>
                for (at, standing) in advised.standings.iter().enumerate() {
                    {row(at, standing, advised, &axis, &sure, shown, act)}
                }
            </tbody>
            {beside(advised, &axis)}
        </table>
    };
    html! {
        <section class="ranking-panel" aria-label="Ranking">
            {scroller("Ranking of all options", "scroller", content)}
            <div class="ranking-foot">
                {score_legend(advised)}
                <p class="counts">{counted(advised)}</p>
            </div>
        </section>
    }
}

/// How many designs stood for election, of all forms.
fn counted(advised: &Advised) -> String {
    let counts = |of: fn(&Counts) -> usize| advised.searched.iter().map(|searched| of(&searched.counts)).sum::<usize>();
    format!(
        "{} considered, {} simulated",
        text::counted(counts(|counts| counts.considered) as f64, "design"),
        text::grouped(counts(|counts| counts.weeks) as f64)
    )
}

/// The costs between the cheapest and the dearest month of any option, by powers of ten.
struct CostAxis {
    least: f64,
    most: f64,
    budget: Option<Usd>,
}

impl CostAxis {
    fn of(advised: &Advised) -> Self {
        let costs = |case| {
            let all = advised.standings.iter();
            all.map(move |standing| standing.assessment.monthly(case, advised.answers.work).value().max(1.0))
        };
        Self {
            least: costs(Case::Low).fold(f64::INFINITY, f64::min),
            most: costs(Case::High).fold(1.0, f64::max),
            budget: advised.answers.budget,
        }
    }

    /// Where a month's cost stands, 0 to 1.
    fn place(&self, cost: Usd) -> f64 {
        let (least, most) = (libm::log(self.least), libm::log(self.most));
        (libm::log(cost.value().max(1.0)) - least) / (most - least).max(1e-9)
    }
}

fn row(
    at: usize,
    standing: &Standing,
    advised: &Advised,
    axis: &CostAxis,
    sure: &Sure,
    shown: Option<OptionId>,
    act: &Act,
) -> Html {
    let (answers, assessment) = (&advised.answers, &standing.assessment);
    let id = assessment.hosting.id;
    let is_shown = shown == Some(id);
    let above = at.checked_sub(1).and_then(|above| advised.standings.get(above));
    let is_sibling = above.is_some_and(|above| siblings(above, standing).is_some());
    // The first is looked at as such: whatever comes first next is then looked at in its place.
    let onclick = act.reform(move |_: MouseEvent| Action::Look((at > 0).then_some(id)));
    let out = (standing.verdict == Verdict::RuledOut).then_some("out");
    let missed = missed(standing);
    let month = |case| assessment.monthly(case, answers.work);
    let band = sure.bands().and_then(|odds| odds.of(id.0)?.cost);
    let ends = band.map_or_else(|| [month(Case::Low), month(Case::High)], |band| [band.p10, band.p90].map(Usd::new));
    let range = [ends[0], month(Case::Typical), ends[1]].map(|usd| axis.place(usd));
    let cell = |of: Missed, class: &'static str| classes!(class, missed.contains(&of).then_some("missed"));
    html! {
        <tr key={id.0} class={classes!(out, is_shown.then_some("shown"))} {onclick}>
            <td class="rank">{at + 1}</td>
            <th scope="row" class="name">
                {form_sign(id)}
                if is_sibling {
                    <span class="sibling" title="Built like the option above; the site reaches the servers in another way">
                        <span aria-hidden="true">{"↳ "}</span><span class="unseen">{"Sibling of the option above: "}</span>
                    </span>
                }
                <button type="button" aria-pressed={is_shown.to_string()}>{assessment.hosting.name}</button>
            </th>
            <td class="score">{score_bar(standing)}<span>{text::grouped(standing.score.total.value())}</span></td>
            <td class="odds">{sure.known().and_then(|(confidence, _)| Some(percent(confidence.odds.of(id.0)?.acceptability.first())))}</td>
            <td class={cell(Missed::Budget, "cost")}>
                {cost_range(range, axis.budget.map(|budget| axis.place(budget)))}
                <span>{facts::month(standing, answers, Case::Typical)}</span>
            </td>
            <td class={cell(Missed::Downtime, "down")}>{text::brief_duration(assessment.expected.typical.value())}</td>
            <td class={cell(Missed::Recovery, "back")}>{text::brief_duration(assessment.recovery.time().value())}</td>
            <td class={cell(Missed::Hours, "hours")}>
                {text::trimmed(assessment.operations.typical.value(), 1)}{" h"}
            </td>
            <td class="status">{status(standing, &missed)}</td>
        </tr>
    }
}

/// What is set beside the options and is none itself: what runs today, and what AWS's whitepaper draws.
fn beside(advised: &Advised, axis: &CostAxis) -> Html {
    let answers = &advised.answers;
    let today = advised.today.as_ref().map(|today| {
        let name = format!("Today: {}", today.machine());
        let status = text::capital(&today_status(today, answers));
        let place = axis.place(today.paid);
        beside_row(name, &today.standing, [place; 3], answers.amount(today.paid), status)
    });
    let reference = advised.reference.as_ref().map(|standing| {
        let name = "AWS reference architecture".to_owned();
        let range = [Case::Low, Case::Typical, Case::High]
            .map(|case| axis.place(standing.assessment.monthly(case, answers.work)));
        beside_row(name, standing, range, facts::month(standing, answers, Case::Typical), "For comparison".to_owned())
    });
    html! { <tbody class="beside">{today}{reference}</tbody> }
}

fn beside_row(name: String, standing: &Standing, range: [f64; 3], cost: String, status: String) -> Html {
    let assessment = &standing.assessment;
    html! {
        <tr>
            <td class="rank"></td>
            <th scope="row" class="name">{name}</th>
            <td class="score">{score_bar(standing)}<span>{text::grouped(standing.score.total.value())}</span></td>
            <td class="odds"></td>
            <td class="cost">{cost_range(range, None)}<span>{cost}</span></td>
            <td class="down">{text::brief_duration(assessment.expected.typical.value())}</td>
            <td class="back">{text::brief_duration(assessment.recovery.time().value())}</td>
            <td class="hours">{text::trimmed(assessment.operations.typical.value(), 1)}{" h"}</td>
            <td class="status">{status}</td>
        </tr>
    }
}

/// What became of an option, in a mark and few words.
fn status(standing: &Standing, missed: &[Missed]) -> Html {
    let (class, mark, words) = match standing.verdict {
        Verdict::Recommended => ("best", "★", "Recommended".to_owned()),
        Verdict::Eligible => ("fits", "✓", "Meets all".to_owned()),
        Verdict::AtRisk => ("risk", "!", "At risk".to_owned()),
        Verdict::RuledOut => {
            let words: Vec<_> = missed.iter().map(|missed| missed.word()).collect();
            ("out", "✕", text::capital(&words.join(", ")))
        }
    };
    let words = match (standing.verdict, standing.at_risk.is_empty()) {
        (Verdict::Recommended, false) => format!("{words}, at risk"),
        (Verdict::Recommended | Verdict::Eligible | Verdict::AtRisk | Verdict::RuledOut, _) => words,
    };
    html! { <span class={class}><span aria-hidden="true">{mark}{" "}</span>{words}</span> }
}
