//! Scenarios: which one is edited, what there is to do with them, and all of them side by side.

use yew::prelude::*;

use crate::{
    questionnaire::{Answers, QuestionId, number},
    report::facts,
    session::{Action, Cell, Direction, Field, Group, Row, Session, side_by_side},
    ui::{
        act::Act,
        advice::Advised,
        parts::{name_field::NameField, panel::panel, scroller::scroller},
        scenarios::Compared,
        shared::Shared,
    },
    workload::{Case, usual_visits},
};

/// The scenarios to choose from, and what there is to do with the edited one. Nothing where there is only one.
pub(crate) fn scenario_bar(
    session: &Session,
    compared: &Compared,
    act: &Act,
    oncompare: Option<Callback<MouseEvent>>,
) -> Html {
    let scenarios = session.scenarios();
    if scenarios.is_single() {
        return Html::default();
    }
    html! {
        <section class="scenario-bar" aria-label="Edited scenario">
            <div role="group" aria-label="Scenario to edit" class="scenario-tabs">
                for (place, scenario) in compared.iter().enumerate() {
                    <button
                        type="button"
                        aria-pressed={(place == scenarios.place()).to_string()}
                        onclick={act.reform(move |_: MouseEvent| Action::EditScenario(place))}
                    >
                        {scenario.name.clone()}
                        if let Some(cost) = cost(scenario.advised.as_ref()) {
                            <span class="count">{" "}{cost}</span>
                        }
                    </button>
                }
            </div>
            if let Some(onclick) = oncompare {
                <button type="button" {onclick}>{"Compare scenarios"}</button>
            }
            {scenario_additions(session, act)}
            <details class="rename">
                <summary>{"Rename or remove"}</summary>
                <label for="scenario-name">{"Name of this scenario"}</label>
                <NameField
                    key={scenarios.place()}
                    id="scenario-name"
                    value={scenarios.name().to_owned()}
                    onname={act.reform(Action::NameScenario)}
                />
                <button type="button" onclick={act.reform(|_: MouseEvent| Action::RemoveScenario)}>
                    {"Remove this scenario"}
                </button>
            </details>
        </section>
    }
}

/// What the recommendation of a scenario costs a month.
fn cost(advised: Option<&Advised>) -> Option<String> {
    let advised = advised?;
    Some(facts::month(advised.standings.first()?, &advised.answers, Case::Typical))
}

/// The buttons that add a scenario to the one that is edited.
pub(crate) fn scenario_additions(session: &Session, act: &Act) -> Html {
    if session.scenarios().is_full() {
        return Html::default();
    }
    html! {
        <>
            {add("Duplicate", session, act)}
            if let Some(doubled) = doubled(session.answers()) {
                <button type="button" onclick={act.reform(move |_: MouseEvent| {
                    Action::AddScenario("Twice the traffic".to_owned(), Box::new(doubled.clone()))
                })}>
                    {"Duplicate with twice the traffic"}
                </button>
            }
        </>
    }
}

/// The button that adds a copy of the answers, to be changed.
pub(super) fn add(label: &'static str, session: &Session, act: &Act) -> Html {
    let answers = session.answers().clone();
    let onclick = act.reform(move |_: MouseEvent| Action::AddScenario(String::new(), Box::new(answers.clone())));
    html! { <button type="button" {onclick}>{label}</button> }
}

/// The answers with twice the visits; none where that is more than can be asked about.
fn doubled(answers: &Answers) -> Option<Answers> {
    let visits = answers.visits.or(usual_visits(answers.site)) * 2.0;
    Field::Question(QuestionId::Visits).answer(answers, &number::token(visits.value())).ok()
}

#[derive(Properties, PartialEq)]
pub(super) struct ScenariosPanelProps {
    pub session: Shared<Session>,
    pub compared: Compared,
    pub act: Act,
}

/// All scenarios side by side; what one is for, where there are no others.
#[component]
pub(super) fn ScenariosPanel(ScenariosPanelProps { session, compared, act }: &ScenariosPanelProps) -> Html {
    let content = if session.scenarios().is_single() {
        html! {
            <>
                <p class="quiet">{"A scenario is a copy of your answers that you change, to see both results side by side."}</p>
                <p class="buttons">{scenario_additions(session, act)}</p>
            </>
        }
    } else {
        scenario_table(compared, Detail::All)
    };
    panel("scenarios-title", "Scenarios", content)
}

/// How much of the comparison is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Detail {
    /// With the bill by service.
    All,
    /// Without it: what can be read from the last row.
    Brief,
}

/// All scenarios side by side, each figure with its difference from the first.
pub(crate) fn scenario_table(compared: &Compared, detail: Detail) -> Html {
    let advised: Option<Vec<&Advised>> = compared.iter().map(|scenario| scenario.advised.as_ref()).collect();
    let Some(advised) = advised else {
        return html! { <p role="status">{"Working out the other scenarios."}</p> };
    };
    let mut groups = side_by_side(&advised.iter().map(|advised| &***advised).collect::<Vec<_>>());
    if detail == Detail::Brief {
        groups.retain(|group| group.title != Group::BILL);
    }
    let table = html! {
        <table class="scenarios">
            <thead>
                <tr>
                    <td></td>
                    for scenario in compared.iter() {
                        <th scope="col">{scenario.name.clone()}</th>
                    }
                </tr>
            </thead>
            for Group { title, rows } in groups {
                <tbody key={title}>
                    if !title.is_empty() {
                        <tr class="service"><th scope="rowgroup" colspan={(compared.len() + 1).to_string()}>{title}</th></tr>
                    }
                    for Row { what, cells } in rows {
                        <tr>
                            <th scope="row">{what}</th>
                            for shown in cells {
                                {cell(shown)}
                            }
                        </tr>
                    }
                </tbody>
            }
        </table>
    };
    scroller("Comparison of scenarios", "scroller", table)
}

fn cell(Cell { value, more, change }: Cell) -> Html {
    html! {
        <td>
            {value}
            if let Some(change) = change {
                <strong class={match change.direction { Direction::Up => "change up", Direction::Down => "change down" }}>
                    {change.told}
                </strong>
            }
            if !more.is_empty() {
                <small>{more}</small>
            }
        </td>
    }
}
