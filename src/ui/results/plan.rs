use yew::prelude::*;

use crate::{
    browser::event,
    options::OptionId,
    questionnaire::Answers,
    session::{Action, Field, Hindrance, Planned, Session, consequences, hindrances, pinned_value, plan},
    ui::{
        act::Act,
        advice::Advised,
        parts::{panel::panel, scroller::scroller},
    },
    units::text,
};

#[derive(Properties, PartialEq)]
pub(super) struct PlanPanelProps {
    pub advised: Advised,
    pub looked_at: Option<OptionId>,
    pub act: Act,
}

/// The plan of the option looked at: each choice with its value, what the next best would cost or lose, and a control that
/// pins another.
#[component]
pub(super) fn PlanPanel(PlanPanelProps { advised, looked_at, act }: &PlanPanelProps) -> Html {
    let hindered = use_memo((advised.clone(), *looked_at), |(advised, looked_at)| {
        advised.looked_at(*looked_at).map(|standing| hindrances(advised, standing)).unwrap_or_default()
    });
    let choices = use_memo((advised.clone(), *looked_at), |(advised, looked_at)| {
        advised.looked_at(*looked_at).map(|standing| plan(advised, standing)).unwrap_or_default()
    });
    let Some(standing) = advised.looked_at(*looked_at) else { return Html::default() };
    let hosting = standing.assessment.hosting;
    let table = html! {
        <table class="plan">
            <caption class="unseen">{"Choices of the design, with the next best value of each"}</caption>
            <thead>
                <tr>
                    <th scope="col">{"Choice"}</th>
                    <th scope="col">{"Value"}</th>
                    <th scope="col">{"Next best"}</th>
                    <th scope="col">{"What that would cost or lose"}</th>
                </tr>
            </thead>
            <tbody>
                for planned in choices.iter() {
                    {row(planned, &advised.answers, act)}
                }
            </tbody>
        </table>
    };
    let content = html! {
        <>
            if let Some(searched) = advised.searched(hosting.id) {
                <p class="quiet">{text::sentence(&searched.counts.to_string())}</p>
            }
            {hindered_by_pins(&hindered, &advised.answers, act)}
            {scroller("Choices of the design", "scroller", table)}
        </>
    };
    panel("plan-title", format!("Plan: {}", hosting.name), content)
}

fn row(planned: &Planned, answers: &Answers, act: &Act) -> Html {
    let Planned { choice, value, pinned, offered, next } = planned;
    let id = format!("plan-{choice}");
    let label = text::capital(choice.label());
    html! {
        <tr key={choice.token()} class={classes!(pinned.is_some().then_some("pinned"))}>
            <th scope="row">
                if offered.is_empty() {
                    {label}
                } else {
                    <label for={id.clone()}>{label}</label>
                }
                if let Some(pinned) = pinned {
                    {" "}<span class="pin-mark">{if pinned.is_followed { "Pinned" } else { "Pinned, not possible here" }}</span>
                }
            </th>
            <td class="value">
                if offered.is_empty() {
                    {text::capital(value)}
                } else {
                    {chooser(planned, id, act)}
                }
            </td>
            <td class="next">
                if let Some(next) = next {
                    {text::capital(&next.value)}
                } else if pinned.is_none() {
                    <span class="quiet">{if offered.is_empty() { "Fixed by this option" } else { "None" }}</span>
                }
            </td>
            <td class="costs">
                if let Some(next) = next {
                    {consequences(next, answers).join(" · ")}
                }
            </td>
        </tr>
    }
}

fn chooser(planned: &Planned, id: String, act: &Act) -> Html {
    let Planned { choice, value, pinned, offered, .. } = planned;
    let choice = *choice;
    let onchange = act.reform(move |chosen: Event| Action::Choose(Field::Pin(choice), event::value(&chosen)));
    let token = pinned.as_ref().map(|pinned| pinned.token.as_str());
    let open = if token.is_some() { "Leave open".to_owned() } else { format!("Best: {value}") };
    // What is pinned may be of another form and is then not among what this one offers.
    let foreign = token.filter(|token| offered.iter().all(|(known, _)| known != token));
    html! {
        <select {id} {onchange}>
            <option value="" selected={token.is_none()}>{open}</option>
            for (known, label) in offered {
                <option value={known.clone()} selected={token == Some(known.as_str())}>{text::capital(label)}</option>
            }
            if let Some(foreign) = foreign {
                <option value={foreign.to_owned()} selected={true}>{text::capital(&pinned_value(choice, foreign))}</option>
            }
        </select>
    }
}

/// What pins make impossible, when and why, with a way out of each.
fn hindered_by_pins(hindered: &[Hindrance], answers: &Answers, act: &Act) -> Html {
    html! {
        if !hindered.is_empty() {
            <ul class="hindered" aria-label="What your pins make impossible">
                for Hindrance { because, pins } in hindered {
                    <li>
                        <p>
                            <strong>
                                {"With "}
                                {pins.iter().map(|pin| pinned_value(*pin, answers.pins.get(*pin).unwrap_or_default())).collect::<Vec<_>>().join(" or ")}
                                {" pinned: "}
                            </strong>
                            {text::sentence(because)}
                        </p>
                        for pin in pins {
                            <button type="button" onclick={release(*pin, act)}>{format!("Release the {}", pin.label())}</button>
                        }
                    </li>
                }
            </ul>
        }
    }
}

fn release(choice: crate::choices::ChoiceId, act: &Act) -> Callback<MouseEvent> {
    act.reform(move |_| Action::Choose(Field::Pin(choice), String::new()))
}

/// The choices that are pinned, each with a button that releases it, and one that releases all.
pub(super) fn pins(session: &Session, act: &Act) -> Html {
    let answers = session.answers();
    if answers.pins.is_empty() {
        return Html::default();
    }
    let released = Answers { pins: Default::default(), ..answers.clone() };
    html! {
        <section class="pins" aria-label="Pinned choices">
            <ul>
                for (choice, token) in answers.pins.iter() {
                    <li>
                        <span class="pin-mark">{"Pinned"}</span>
                        <span>{text::capital(choice.label())}{": "}<strong>{pinned_value(choice, token)}</strong></span>
                        <button type="button" class="icon" title={format!("Release the {}", choice.label())} onclick={release(choice, act)}>
                            <span aria-hidden="true">{"×"}</span>
                            <span class="unseen">{format!("Release the {}", choice.label())}</span>
                        </button>
                    </li>
                }
            </ul>
            <button type="button" onclick={act.reform(move |_| Action::Take(Box::new(released.clone())))}>{"Release all pins"}</button>
        </section>
    }
}
