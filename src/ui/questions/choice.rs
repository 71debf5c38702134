use yew::prelude::*;

use crate::{
    browser::event,
    questionnaire::{Input, NOT_SURE, Question, QuestionId},
    session::{Action, Field},
    ui::act::Act,
};

#[derive(Properties, PartialEq)]
pub(super) struct ChoiceInputProps {
    pub id: QuestionId,
    /// The answer as a token.
    pub value: AttrValue,
    /// Identifiers of what describes the answer, with spaces between them.
    pub describedby: AttrValue,
    /// What stands between the label and the choices.
    pub help: Html,
    pub act: Act,
}

/// One of a closed set: all to be seen where there are few, a list where there are many.
#[component]
pub(super) fn ChoiceInput(props: &ChoiceInputProps) -> Html {
    let offered = offered(props.id.question());
    if offered.len() <= 4 { radios(props, offered) } else { list(props, offered) }
}

/// Tokens with their labels.
type Offered = Vec<(&'static str, &'static str)>;

fn offered(asked: &Question) -> Offered {
    let mut offered = match asked.input {
        Input::Choice(choices) => choices(),
        Input::Number { .. } => Vec::new(),
    };
    if asked.may_be_open() {
        offered.push((NOT_SURE, "I'm not sure"));
    }
    offered
}

fn radios(ChoiceInputProps { id, value, describedby, help, act }: &ChoiceInputProps, offered: Offered) -> Html {
    let choose = |token: &'static str| {
        let field = Field::Question(*id);
        act.reform(move |_: Event| Action::Choose(field.clone(), token.to_owned()))
    };
    html! {
        <fieldset class="radios" aria-describedby={describedby}>
            <legend>{id.question().label}</legend>
            {help.clone()}
            <div class="options">
                for (token, label) in offered {
                    <label class="option">
                        <input type="radio" name={id.token()} value={token} checked={*value == token} onchange={choose(token)} />
                        <span>{label}</span>
                    </label>
                }
            </div>
        </fieldset>
    }
}

fn list(ChoiceInputProps { id, value, describedby, help, act }: &ChoiceInputProps, offered: Offered) -> Html {
    let field = Field::Question(*id);
    let choose = act.reform(move |event: Event| Action::Choose(field.clone(), event::value(&event)));
    html! {
        <>
            <label class="asked" for={id.token()}>{id.question().label}</label>
            {help.clone()}
            <select id={id.token()} aria-describedby={describedby} onchange={choose}>
                for (token, label) in offered {
                    <option value={token} selected={*value == token}>{label}</option>
                }
            </select>
        </>
    }
}
