use yew::prelude::*;

use crate::{
    browser::{event, leaving},
    questionnaire::ClosedSet,
    session::{Action, Asked, Setting, WhatIf, WhatIfs},
    ui::{
        act::Act,
        parts::{
            field_group::field_group,
            number_field::{NumberField, number_field},
            problem::problem_id,
            tick_box::tick_box,
        },
    },
};

/// What the week is to bring: several things at once, and below the figures of those that are asked for.
pub(super) fn week_events(what_ifs: &WhatIfs, act: &Act) -> Html {
    html! {
        <fieldset class="week-ifs">
            <legend>{"What if"}</legend>
            <div class="week-boxes">
                for what_if in what_ifs.iter() {
                    {event_box(what_if, act)}
                }
            </div>
            for what_if in what_ifs.asked() {
                <div
                    key={what_if.happening.token()}
                    class="week-settings"
                    role="group"
                    aria-label={what_if.happening.label()}
                >
                    <strong aria-hidden="true">{what_if.happening.label()}</strong>
                    for setting in what_if.happening.settings() {
                        <EventSetting key={setting.token()} what_if={what_if.clone()} setting={*setting} {act} />
                    }
                </div>
            }
            <p class="quiet">
                {"It changes the week shown here, not the recommendation. A spike replaces the one from your answers."}
            </p>
        </fieldset>
    }
}

fn event_box(what_if: &WhatIf, act: &Act) -> Html {
    let happening = what_if.happening;
    let ontick = act.reform(move |ticked| Action::Ask(happening, if ticked { Asked::Yes } else { Asked::No }));
    tick_box("switch", happening.label(), what_if.asked == Asked::Yes, &ontick)
}

#[derive(Properties, PartialEq)]
struct EventSettingProps {
    what_if: WhatIf,
    setting: Setting,
    act: Act,
}

/// A figure of something that is to happen: a list to choose from, or a number. What is typed takes effect when the field
/// is left, or the page; what is wrong with it stands below until it is righted.
#[component]
fn EventSetting(EventSettingProps { what_if, setting, act }: &EventSettingProps) -> Html {
    let draft = use_state_eq(|| None::<String>);
    let (happening, setting) = (what_if.happening, *setting);
    use_effect_with(act.clone(), {
        let draft = draft.clone();
        move |act| {
            let act = act.clone();
            let listeners = leaving::before_leaving(move || {
                if let Some(text) = (*draft).clone() {
                    act.emit(Action::Adjust(happening, setting, text));
                }
            });
            move || drop(listeners)
        }
    });
    let id = format!("if-{}-{}", happening.token(), setting.token());
    let choices = setting.choices();
    let used = what_if.used(setting);
    if !choices.is_empty() {
        let onchange = act.reform(move |chosen: Event| Action::Adjust(happening, setting, event::value(&chosen)));
        let list = html! {
            <select id={id.clone()} {onchange}>
                for (token, words) in choices {
                    <option value={token.clone()} selected={token == used}>{words}</option>
                }
            </select>
        };
        return field_group(&id, None, setting.label(), list, None);
    }
    let problem = what_if.problem(setting);
    let invalid = problem.is_some();
    let complaint = problem.map(|problem| format!("{problem}. Until then {used} is used.")).unwrap_or_default();
    let taken = what_if.shown(setting);
    let shown = (*draft).clone().unwrap_or_else(|| taken.clone());
    let ontype = {
        let draft = draft.setter();
        move |text| draft.set(Some(text))
    };
    let onsettle = {
        let act = act.clone();
        move |text| {
            draft.set(None);
            if text != taken {
                act.emit(Action::Adjust(happening, setting, text));
            }
        }
    };
    let control = number_field(NumberField {
        id: id.clone().into(),
        shown: shown.into(),
        describedby: problem_id(&id).into(),
        invalid,
        size: Some("5"),
        ontype: ontype.into(),
        onsettle: onsettle.into(),
    });
    field_group(&id, None, setting.label(), control, Some(complaint))
}
