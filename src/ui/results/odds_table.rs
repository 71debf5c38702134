use yew::prelude::*;

use crate::{
    odds::{Band, Kept, Odds, OptionOdds, percent},
    questionnaire::{ClosedSet, Criterion},
    ui::{
        advice::Advised,
        parts::{bar::bar, scroller::scroller},
    },
    units::{Usd, text},
};

/// All options with their odds, the chances of what was asked, and where cost and downtime lie in eight futures of ten.
pub(super) fn odds_table(odds: &Odds, advised: &Advised) -> Html {
    let content = html! {
        <table class="odds-table">
            <thead>
                <tr>
                    <th scope="col">{"Option"}</th>
                    <th scope="col">{"Best"}</th>
                    <th scope="col">{"Meets every must-have"}</th>
                    <th scope="col">{"Cost a month"}</th>
                    <th scope="col">{"Downtime a year"}</th>
                    <th scope="col">{"Outgrown"}</th>
                    <th scope="col">{"Whom it is for"}</th>
                </tr>
            </thead>
            <tbody>
                for option in &odds.options {
                    {row(option, odds, advised)}
                }
            </tbody>
        </table>
    };
    scroller("Odds of all options", "scroller", content)
}

fn row(option: &OptionOdds, odds: &Odds, advised: &Advised) -> Html {
    let Some(standing) = advised.option(option.id.0) else { return Html::default() };
    let (first, admitted) = (option.acceptability.first(), option.acceptability.admitted());
    let money = |usd: f64| advised.answers.amount(Usd::new(usd));
    html! {
        <tr key={option.id.0}>
            <th scope="row">{standing.assessment.hosting.name}</th>
            <td>{bar(first, "odds-bar")}<span class="given">{percent(first)}</span></td>
            <td>
                <span class="given">{percent(admitted)}</span>
                {missed(option)}
            </td>
            <td class="span">{between(option.cost, money)}</td>
            <td class="span">{between(option.downtime, text::brief_duration)}</td>
            <td>
                {percent(option.outgrown)}
                if option.dry > 0.0 {
                    <small>{"CPU credits run out in "}{percent(option.dry)}</small>
                }
            </td>
            <td>{for_whom(option, odds, advised)}</td>
        </tr>
    }
}

/// The must-haves that are at risk or fail, the most frequently missed first.
fn missed(option: &OptionOdds) -> Html {
    let missed = option.missed.iter().filter(|(_, missed)| Kept::of(*missed) != Kept::Met);
    missed
        .take(3)
        .map(|(question, missed)| {
            html! {
                <small>
                    {question.question().label.trim_end_matches('?')}{": "}
                    {Kept::of(*missed).label()}{", missed in "}{percent(*missed)}
                </small>
            }
        })
        .collect()
}

/// Where a figure lies in eight futures of ten, with its middle.
fn between(band: Option<Band>, shown: impl Fn(f64) -> String) -> Html {
    let Some(band) = band else { return Html::default() };
    let [low, middle, high] = [band.p10, band.p50, band.p90].map(shown);
    if low == high {
        return html! { {low} };
    }
    html! { <>{low}{" to "}{high}<small>{"middle "}{middle}</small></> }
}

/// The criterion that counts more for those whose best option this is than for this client.
fn for_whom(option: &OptionOdds, odds: &Odds, advised: &Advised) -> Html {
    let Some(central) = option.acceptability.central_weights else {
        return html! { <small>{"Best in no future"}</small> };
    };
    let weights = &advised.answers.weights;
    let more = |at: usize| central[at] - weights.share(Criterion::ALL[at]);
    let most = (0..Criterion::ALL.len()).max_by(|a, b| more(*a).total_cmp(&more(*b)));
    let unclear =
        option.acceptability.confidence.is_some_and(|confidence| confidence < 0.5 * (1.0 - odds.none_admitted));
    html! {
        <>
            if let Some(at) = most {
                {"Those who give "}{Criterion::ALL[at].label().to_ascii_lowercase()}{" "}
                {text::grouped(central[at] * 100.0)}{" points"}
                <small>{"you give "}{text::grouped(weights.share(Criterion::ALL[at]) * 100.0)}</small>
            }
            if unclear {
                <small>{"Too little is known to say it is for anybody"}</small>
            }
        </>
    }
}
