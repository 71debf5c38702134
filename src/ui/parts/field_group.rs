use yew::prelude::*;

use super::problem::problem;

/// A control below its label, and below it what is wrong with it: empty while nothing is, none for a control that cannot
/// be wrong. `id` is the control's.
pub(crate) fn field_group(
    id: &str,
    class: Option<&'static str>,
    label: &'static str,
    control: Html,
    complaint: Option<String>,
) -> Html {
    html! {
        <div {class}>
            <label for={id.to_owned()}>{label}</label>
            {control}
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
    use crate::ui::testing::drawn_html;

    fn group(complaint: Option<String>) -> String {
        drawn_html(field_group("hours", Some("own"), "Hours", html! { <input id="hours" /> }, complaint))
    }

    #[test]
    fn a_field_group_labels_its_control_and_complains_below_it() {
        expect![[r#"<div class="own"><label for="hours">Hours</label><input id="hours"><p id="hours-problem" class="problem">must be a number</p></div>"#]]
            .assert_eq(&group(Some("must be a number".into())));
        expect![[r#"<div class="own"><label for="hours">Hours</label><input id="hours"></div>"#]]
            .assert_eq(&group(None));
    }
}
