use yew::prelude::*;

use super::problem::{problem, problem_id};
use crate::{browser::event, units::words};

#[derive(Properties, PartialEq)]
pub(crate) struct NameFieldProps {
    pub id: AttrValue,
    /// What it is called by those who do not see it; without, a label elsewhere names it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    #[prop_or_default]
    pub placeholder: Option<&'static str>,
    /// The name as it is held.
    pub value: AttrValue,
    /// Gets what is typed; an empty text where it is no name.
    pub onname: Callback<String>,
}

/// A field for a name. It shows what is typed, blanks at the end included, while what is held is the name in it; and it says
/// so when nothing of what was typed can be seen.
#[component]
pub(crate) fn NameField(NameFieldProps { id, label, placeholder, value, onname }: &NameFieldProps) -> Html {
    let typed = use_state_eq(String::new);
    let name = words::name(&typed);
    let is_held = name.as_deref().unwrap_or_default() == value.as_str();
    let shown = if is_held { AttrValue::from((*typed).clone()) } else { value.clone() };
    let wrong = name.err().filter(|_| is_held).map(|message| format!("A name {message}."));
    let oninput = {
        let (typed, onname) = (typed.setter(), onname.clone());
        move |input: InputEvent| {
            let text = event::value(&input);
            onname.emit(words::name(&text).unwrap_or_default());
            typed.set(text);
        }
    };
    html! {
        <>
            <input
                id={id.clone()}
                type="text"
                autocomplete="off"
                aria-label={label.clone()}
                aria-describedby={wrong.is_some().then(|| problem_id(id))}
                aria-invalid={wrong.is_some().then_some("true")}
                placeholder={*placeholder}
                value={shown}
                {oninput}
            />
            if let Some(wrong) = wrong {
                {problem(id, wrong)}
            }
        </>
    }
}
