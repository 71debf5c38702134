use yew::prelude::*;

use crate::{
    browser::event,
    questionnaire::{Input, NOT_SURE, Question, Unsure, question},
    session::{Action, Field},
    ui::Act,
};

#[derive(Properties, PartialEq)]
pub(super) struct ChoiceInputProps {
    pub id: &'static str,
    pub value: String,
    pub help: Html,
    /// The elements that describe the field.
    pub described: String,
    pub act: Act,
}

/// One of a closed set: all to be seen where there are few, a list where there are many.
#[component]
pub(super) fn ChoiceInput(props: &ChoiceInputProps) -> Html {
    let Some(asked) = question(props.id) else { return Html::default() };
    let offered = offered(asked);
    if offered.len() <= 4 { radios(props, asked, offered) } else { list(props, asked, offered) }
}

type Offered = Vec<(&'static str, &'static str)>;

fn offered(asked: &Question) -> Offered {
    let mut offered = match asked.input {
        Input::Choice(choices) => choices(),
        Input::Number { .. } => Vec::new(),
    };
    if asked.unsure == Unsure::Offered {
        offered.push((NOT_SURE, "I'm not sure"));
    }
    offered
}

fn radios(props: &ChoiceInputProps, asked: &Question, offered: Offered) -> Html {
    let id = props.id;
    html! {
        <fieldset class="radios" aria-describedby={props.described.clone()}>
            <legend>{ asked.label }</legend>
            { props.help.clone() }
            <div class="options">
                { for offered.into_iter().map(|(token, label)| html! {
                    <label class="option">
                        <input
                            type="radio"
                            name={id}
                            value={token}
                            checked={props.value == token}
                            onchange={props.act.reform(move |_| Action::Choose(Field::Question(id), token.to_owned()))}
                        />
                        <span>{ label }</span>
                    </label>
                }) }
            </div>
        </fieldset>
    }
}

fn list(props: &ChoiceInputProps, asked: &Question, offered: Offered) -> Html {
    let id = props.id;
    let choose = props.act.reform(move |event: Event| Action::Choose(Field::Question(id), event::value(&event)));
    html! {
        <>
            <label class="asked" for={id}>{ asked.label }</label>
            { props.help.clone() }
            <select {id} aria-describedby={props.described.clone()} onchange={choose}>
                { for offered.into_iter().map(|(token, label)| html! {
                    <option value={token} selected={props.value == token}>{ label }</option>
                }) }
            </select>
        </>
    }
}
