use yew::prelude::*;

use super::question::QuestionRowProps;
use crate::{
    browser::event,
    questionnaire::{Input, NOT_SURE, Question, Unsure},
    session::{Action, Field},
};

/// One of a closed set: all to be seen where there are few, a list where there are many.
pub(super) fn choice_input(asked: &'static Question, props: &QuestionRowProps, help: Html, described: String) -> Html {
    let offered = offered(asked);
    if offered.len() <= 4 {
        radios(asked, props, offered, help, described)
    } else {
        list(asked, props, offered, help, described)
    }
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

fn radios(asked: &Question, props: &QuestionRowProps, offered: Offered, help: Html, described: String) -> Html {
    let id = props.id;
    html! {
        <fieldset class="radios" aria-describedby={described}>
            <legend>{ asked.label }</legend>
            { help }
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

fn list(asked: &Question, props: &QuestionRowProps, offered: Offered, help: Html, described: String) -> Html {
    let id = props.id;
    let choose = props.act.reform(move |event: Event| Action::Choose(Field::Question(id), event::value(&event)));
    html! {
        <>
            <label class="asked" for={id}>{ asked.label }</label>
            { help }
            <select {id} aria-describedby={described} onchange={choose}>
                { for offered.into_iter().map(|(token, label)| html! {
                    <option value={token} selected={props.value == token}>{ label }</option>
                }) }
            </select>
        </>
    }
}
