use yew::prelude::*;

use super::problem::problem;

#[derive(Properties, PartialEq)]
pub(crate) struct FieldGroupProps {
    /// Identifier of the control.
    pub id: AttrValue,
    pub label: Html,
    #[prop_or_default]
    pub class: Classes,
    /// What is wrong with the text in the control: empty while nothing is, none for a control that cannot be wrong.
    #[prop_or_default]
    pub complaint: Option<AttrValue>,
    /// The control.
    pub children: Html,
}

/// A control below its label, and below it what is wrong with it.
#[component]
pub(crate) fn FieldGroup(FieldGroupProps { id, label, class, complaint, children }: &FieldGroupProps) -> Html {
    html! {
        <div class={class.clone()}>
            <label for={id}>{label.clone()}</label>
            {children.clone()}
            if let Some(complaint) = complaint {
                {problem(id, complaint)}
            }
        </div>
    }
}

#[cfg(all(test, feature = "ssr", not(target_arch = "wasm32")))]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::ui::testing::drawn;

    fn group(complaint: Option<AttrValue>) -> String {
        let props = FieldGroupProps {
            id: "hours".into(),
            label: "Hours".into(),
            class: classes!("own"),
            complaint,
            children: html! { <input id="hours" /> },
        };
        drawn::<FieldGroup>(props)
    }

    #[test]
    fn a_field_group_labels_its_control_and_complains_below_it() {
        expect![[r#"<div class="own"><label for="hours">Hours</label><input id="hours"><p id="hours-problem" class="problem">must be a number</p></div>"#]]
            .assert_eq(&group(Some("must be a number".into())));
        expect![[r#"<div class="own"><label for="hours">Hours</label><input id="hours"></div>"#]]
            .assert_eq(&group(None));
    }
}
