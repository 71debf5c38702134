use yew::prelude::*;

use super::question::Row;
use crate::{
    browser::event,
    questionnaire::{Input, NOT_SURE, Question, Unsure},
    session::{Action, Field},
};

/// One of a closed set: all to be seen where there are few, a list where there are many.
pub(super) fn choice_input(row: &Row<'_>, help: Html, described: String) -> Html {
    let offered = offered(row.asked);
    if offered.len() <= 4 { radios(row, offered, help, described) } else { list(row, offered, help, described) }
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

fn radios(row: &Row<'_>, offered: Offered, help: Html, described: String) -> Html {
    let id = row.asked.id;
    html! {
        <fieldset class="radios" aria-describedby={described}>
            <legend>{ row.asked.label }</legend>
            { help }
            <div class="options">
                { for offered.into_iter().map(|(token, label)| html! {
                    <label class="option">
                        <input
                            type="radio"
                            name={id}
                            value={token}
                            checked={row.value == token}
                            onchange={row.act.reform(move |_| Action::Choose(Field::Question(id), token.to_owned()))}
                        />
                        <span>{ label }</span>
                    </label>
                }) }
            </div>
        </fieldset>
    }
}

fn list(row: &Row<'_>, offered: Offered, help: Html, described: String) -> Html {
    let id = row.asked.id;
    let choose = row.act.reform(move |event: Event| Action::Choose(Field::Question(id), event::value(&event)));
    html! {
        <>
            <label class="asked" for={id}>{ row.asked.label }</label>
            { help }
            <select {id} aria-describedby={described} onchange={choose}>
                { for offered.into_iter().map(|(token, label)| html! {
                    <option value={token} selected={row.value == token}>{ label }</option>
                }) }
            </select>
        </>
    }
}
