use yew::prelude::*;

use super::row::QuestionRowProps;
use crate::{
    browser::event,
    catalog::Region,
    questionnaire::{Input, NOT_SURE, Question, QuestionId, seller},
    session::{Action, Field},
};

/// One of a closed set: all to be seen where there are few, a list where there are many.
/// `describedby` is of identifiers with spaces between them; `help` stands between the label and the choices.
pub(super) fn choice_input(props: &QuestionRowProps, describedby: AttrValue, help: Html) -> Html {
    let offered = offered(props.id.question());
    if offered.len() <= 4 { radios(props, describedby, help, offered) } else { list(props, describedby, help, offered) }
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

fn radios(props: &QuestionRowProps, describedby: AttrValue, help: Html, offered: Offered) -> Html {
    let QuestionRowProps { id, value, act, .. } = props;
    let choose = |token: &'static str| {
        let field = Field::Question(*id);
        act.reform(move |_: Event| Action::Choose(field.clone(), token.to_owned()))
    };
    html! {
        <fieldset class="radios" aria-describedby={describedby}>
            <legend>{id.question().label}</legend>
            {help}
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

fn list(props: &QuestionRowProps, describedby: AttrValue, help: Html, offered: Offered) -> Html {
    let QuestionRowProps { id, value, act, .. } = props;
    let field = Field::Question(*id);
    let choose = act.reform(move |event: Event| Action::Choose(field.clone(), event::value(&event)));
    html! {
        <>
            <label class="asked" for={id.token()}>{id.question().label}</label>
            {help}
            <select id={id.token()} aria-describedby={describedby} onchange={choose}>
                for group in offered.chunk_by(|(a, _), (b, _)| group_of(*id, a) == group_of(*id, b)) {
                    {options(*id, value, group)}
                }
            </select>
        </>
    }
}

/// Choices of a list that stand together, under the name of what they have in common.
fn options(id: QuestionId, value: &str, group: &[(&'static str, &'static str)]) -> Html {
    let options = html! {
        for &(token, label) in group {
            <option value={token} selected={value == token}>{label}</option>
        }
    };
    match group.first().and_then(|(token, _)| group_of(id, token)) {
        Some(name) => html! { <optgroup label={name}>{options}</optgroup> },
        None => options,
    }
}

/// What a choice is listed under: a Region under its continent, a machine under who sells it.
fn group_of(id: QuestionId, token: &str) -> Option<&'static str> {
    if id == QuestionId::Region {
        Region::from_code(token).map(|region| region.continent().name())
    } else if id == QuestionId::Today {
        seller(token)
    } else {
        None
    }
}
