use yew::prelude::*;

use super::{
    decimal_field::decimal_field,
    problem::{problem, problem_id},
};
use crate::{
    browser::event,
    session::{Action, Field, Session},
    ui::Act,
};

/// A text field: it shows what was typed, or else its value, and complains when it is left with something wrong.
/// The complaint is to be shown with [`complaint`].
pub(crate) fn text_field(field: &Field, id: &str, session: &Session, act: &Act) -> Html {
    let typed = session.typed(field);
    let shown = typed.map_or_else(|| field.read(session.answers()), |typed| typed.text.clone());
    let wrong = typed.is_some_and(|typed| typed.problem.is_some());
    let (typing, settling) = (field.clone(), field.clone());
    decimal_field(id.to_owned().into(), shown, problem_id(id), wrong)
        .oninput(act.reform(move |event: InputEvent| Action::Type(typing.clone(), event::value(&event))))
        .onblur(act.reform(move |_| Action::Settle(settling.clone())))
        .html()
}

/// What is wrong with the text in a field, if anything is.
pub(crate) fn complaint(field: &Field, id: &str, session: &Session) -> Html {
    let wrong = session.typed(field).and_then(|typed| typed.problem.as_ref());
    let text = wrong.map(|problem| format!("{}.", problem.message)).unwrap_or_default();
    problem(id, text)
}
