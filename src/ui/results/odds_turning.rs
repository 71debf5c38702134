use yew::prelude::*;

use crate::{
    background::{Ask, Told},
    decision::Standing,
    odds::{Turning, TurningPoint, least_points_moved},
    questionnaire::{ClosedSet, Criterion},
    session::{Action, Field},
    ui::{act::Act, advice::Advised, background::use_told, parts::panel::panel},
    units::text,
};

#[derive(Properties, PartialEq)]
pub(super) struct TurningPanelProps {
    pub advised: Advised,
    pub act: Act,
}

/// The smallest changes that bring another option to the front, each with a button that tries it.
#[component]
pub(super) fn TurningPanel(TurningPanelProps { advised, act }: &TurningPanelProps) -> Html {
    let told = use_told(Ask::TurningPoints, advised);
    let (turning, done) = match told.as_deref() {
        Some(Told::TurningPoints(turning, done)) => (Some(turning), *done),
        Some(Told::Odds(..) | Told::Outlook(..) | Told::Regions(..)) | None => (None, 0.0),
    };
    let content = html! {
        <>
            <ul class="turning">
                for point in turning.iter().flat_map(|turning| &turning.found) {
                    {turning_point(point, advised, act)}
                }
                {priorities(advised)}
            </ul>
            if done < 1.0 {
                <progress max="1" value={done.to_string()} aria-label="Answers tried"></progress>
            }
            <p class="quiet" role="status">{searched(turning, done)}</p>
        </>
    };
    panel("turning-title", "What would change the answer", content)
}

fn searched(turning: Option<&Turning>, done: f64) -> String {
    let tried = text::grouped(turning.map_or(0.0, |turning| turning.tried as f64));
    match turning {
        Some(turning) if done >= 1.0 && turning.found.is_empty() => format!(
            "No single answer turns it: {tried} others were tried, numbers from a hundredth to a hundred times."
        ),
        Some(_) if done >= 1.0 => {
            format!("The nearest, one answer at a time, found by working {tried} others out anew.")
        }
        Some(_) | None => format!("Trying other answers, the nearest first: {tried} so far."),
    }
}

fn turning_point(point: &TurningPoint, advised: &Advised, act: &Act) -> Html {
    let onclick = {
        let (question, answer) = (point.question, point.answer.clone());
        act.reform(move |_: MouseEvent| Action::Choose(Field::Question(question), answer.clone()))
    };
    let overtakes = point.overtakes.and_then(|id| advised.option(id.0)).map_or_else(
        || "nothing meets every must-have any more".to_owned(),
        |standing| format!("{} comes first", standing.assessment.hosting.name),
    );
    let asked = point.question.question().label;
    html! {
        <li key={point.question.token()}>
            <p>
                <strong>{asked.trim_end_matches('?')}{": "}{&point.shown}</strong>{" (now "}{&point.now}{"): "}{overtakes}{"."}
                if !point.because.is_empty() {
                    <small>{text::sentence(&point.because)}</small>
                }
            </p>
            <button type="button" {onclick}>{"Try it"}<span class="unseen">{": "}{asked}{" "}{&point.shown}</span></button>
        </li>
    }
}

/// The fewest points that have to move for another option to draw level, in closed form.
fn priorities(advised: &Advised) -> Html {
    let Some((first, others)) = advised.standings.split_first() else { return Html::default() };
    let values = |standing: &Standing| -> [f64; 8] {
        std::array::from_fn(|k| standing.score.contributions.get(k).map_or(0.0, |one| one.performance.value))
    };
    let client: [f64; 8] = std::array::from_fn(|k| advised.answers.weights.share(Criterion::ALL[k]));
    let rivals = others.iter().filter(|other| other.tier() == first.tier());
    let changes =
        rivals.filter_map(|rival| Some((rival, least_points_moved(&values(first), &values(rival), &client)?)));
    let Some((rival, change)) = changes.min_by(|a, b| a.1.moved.total_cmp(&b.1.moved)) else {
        return html! {
            <li><p>{"No spread of the 100 points brings another option that fits to the front."}</p></li>
        };
    };
    let from: Vec<String> =
        change.from.iter().map(|(giver, _)| Criterion::ALL[*giver].label().to_ascii_lowercase()).collect();
    html! {
        <li>
            <p>
                <strong>{"Your priorities: "}{text::significant((change.moved * 100.0).max(0.1), 2)}{" of 100 points"}</strong>
                {" from "}{from.join(" and ")}{" to "}{Criterion::ALL[change.to].label().to_ascii_lowercase()}{": "}
                {rival.assessment.hosting.name}{" draws level."}
            </p>
        </li>
    }
}
