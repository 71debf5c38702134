use yew::prelude::*;

use super::{
    number_field::{NumberField, number_field},
    problem::{problem, problem_id},
};
use crate::{
    session::{Action, Field, Session},
    ui::act::Act,
};

/// The text field of something a session holds: it shows what was typed, or else the value, and the session complains
/// when it is left with something wrong. The complaint is to be shown with [`complaint`].
pub(crate) fn text_field(field: &Field, id: &str, session: &Session, act: &Act) -> Html {
    let typed = session.typed(field);
    let shown = typed.map_or_else(|| field.read(session.answers()), |typed| typed.text.clone());
    let invalid = typed.is_some_and(|typed| typed.problem.is_some());
    html! { <TextField field={field.clone()} id={id.to_owned()} {shown} {invalid} {act} /> }
}

/// What is wrong with the text in the field of something a session holds, if anything is.
pub(crate) fn complaint(field: &Field, id: &str, session: &Session) -> Html {
    problem(id, complaint_text(field, session))
}

/// The words of a [`complaint`].
pub(crate) fn complaint_text(field: &Field, session: &Session) -> String {
    let wrong = session.typed(field).and_then(|typed| typed.problem.as_ref());
    wrong.map(|problem| format!("{}.", problem.message)).unwrap_or_default()
}

#[derive(Properties, PartialEq)]
struct TextFieldProps {
    field: Field,
    id: AttrValue,
    shown: AttrValue,
    invalid: bool,
    act: Act,
}

/// A component, for there are a hundred of them on the page, and each change concerns one.
#[component]
fn TextField(TextFieldProps { field, id, shown, invalid, act }: &TextFieldProps) -> Html {
    let (typing, settling) = (field.clone(), field.clone());
    let ontype = act.reform(move |text| Action::Type(typing.clone(), text));
    let onsettle = act.reform(move |_| Action::Settle(settling.clone()));
    let (id, shown, describedby) = (id.clone(), shown.clone(), problem_id(id).into());
    number_field(NumberField { id, shown, describedby, invalid: *invalid, size: None, ontype, onsettle })
}

#[cfg(all(test, feature = "ssr", not(target_arch = "wasm32")))]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::{questionnaire::Criterion, ui::testing::drawn_html};

    #[test]
    fn a_text_field_shows_what_was_typed_and_complains_once_it_is_left() {
        let field = Field::Points(Criterion::Cost);
        let typed = Session::default().after(Action::Type(field.clone(), "lots".to_owned()));
        let left = typed.after(Action::Settle(field.clone()));
        let shown = |session: &Session| {
            let [control, below] =
                [text_field(&field, "cost", session, &Act::noop()), complaint(&field, "cost", session)];
            drawn_html(html! { <>{control}{below}</> })
        };
        expect![[r#"<input value="lots" id="cost" type="text" inputmode="decimal" autocomplete="off" spellcheck="false" aria-describedby="cost-problem" aria-invalid="false"><p id="cost-problem" class="problem"></p>"#]].assert_eq(&shown(&typed));
        expect![[r#"<input value="lots" id="cost" type="text" inputmode="decimal" autocomplete="off" spellcheck="false" aria-describedby="cost-problem" aria-invalid="true"><p id="cost-problem" class="problem">Monthly cost must be a number from 0 to 100; "lots" is not.</p>"#]].assert_eq(&shown(&left));
    }
}
