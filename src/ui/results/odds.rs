use yew::prelude::*;

use super::{
    odds_map::MapPanel, odds_method::MethodPanel, odds_outlook::OutlookPanel, odds_table::odds_table,
    odds_turning::TurningPanel,
};
use crate::{
    odds::{Confidence, percent},
    ui::{
        act::Act,
        advice::Advised,
        background::use_sureness,
        parts::{bar::bar, jump::jump_to, panel::panel},
    },
    units::text,
};

#[derive(Properties, PartialEq)]
pub(super) struct OddsSectionProps {
    pub advised: Advised,
    pub act: Act,
}

/// How sure the advice is, and what it hangs on.
#[component]
pub(super) fn OddsSection(OddsSectionProps { advised, act }: &OddsSectionProps) -> Html {
    let sure = use_sureness();
    let content = match sure.known() {
        None => html! { <p class="quiet">{"Trying the answer in 1,000 possible futures …"}</p> },
        Some((confidence, done)) => html! {
            <>
                {progress(confidence, done)}
                {odds_table(&confidence.odds, advised)}
                {hangs_on(confidence)}
            </>
        },
    };
    html! {
        <>
            {panel("odds-title", "How sure is this?", content)}
            <TurningPanel {advised} {act} />
            <OutlookPanel {advised} />
            <MapPanel {advised} />
            <MethodPanel {advised} />
        </>
    }
}

fn progress(confidence: &Confidence, done: f64) -> Html {
    let worlds = text::grouped(confidence.odds.worlds as f64);
    html! {
        <>
            <p>
                {"Everything uncertain was drawn anew in "}{worlds}{" possible futures: traffic, prices, repairs, open answers. "}
                {"Up to 30 of the 100 points may count for anything. Every option then lived through its week again."}
            </p>
            if done < 1.0 {
                <progress max="1" value={done.to_string()} aria-label="Futures tried"></progress>
            }
            if confidence.odds.none_admitted > 0.0 {
                <p><strong>{"In "}{percent(confidence.odds.none_admitted)}{" of them no option meets every must-have."}</strong></p>
            }
        </>
    }
}

/// What carries the doubt about the first option.
fn hangs_on(confidence: &Confidence) -> Html {
    if confidence.carried.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{"What the doubt hangs on"}</h3>
            <table class="carried">
                <thead>
                    <tr>
                        <th scope="col">{"Not known"}</th>
                        <th scope="col">{"Share of the doubt"}</th>
                        <th scope="col">{"Odds of the first option then"}</th>
                    </tr>
                </thead>
                <tbody>
                    for carried in confidence.carried.iter().take(6) {
                        <tr>
                            <th scope="row">
                                {text::capital(&carried.name)}
                                if let Some(question) = carried.question {
                                    {" "}{jump_to(question.token(), "settle", html! { {"Answer it"} })}
                                }
                            </th>
                            <td>{bar(carried.share, "odds-bar")}<span class="given">{percent(carried.share)}</span></td>
                            <td>
                                {percent(carried.halves[0])}{" with "}{carried.ends()[0]}{", "}
                                {percent(carried.halves[1])}{" with "}{carried.ends()[1]}
                            </td>
                        </tr>
                    }
                </tbody>
            </table>
            <p class="quiet">
                {"Share of the variance of “it is best” that each explains alone: Sobol’s first-order index, from the same futures."}
            </p>
        </>
    }
}
