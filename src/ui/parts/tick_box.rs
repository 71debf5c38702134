use yew::prelude::*;

use crate::browser::event;

#[derive(Properties, PartialEq)]
pub(crate) struct TickBoxProps {
    pub label: AttrValue,
    #[prop_or_default]
    pub class: Classes,
    pub ticked: bool,
    /// Gets whether the box is ticked now.
    pub ontick: Callback<bool>,
}

/// A box to tick, with its label.
#[component]
pub(crate) fn TickBox(TickBoxProps { label, class, ticked, ontick }: &TickBoxProps) -> Html {
    let onchange = ontick.reform(|changed: Event| event::ticked(&changed));
    html! {
        <label class={class.clone()}>
            <input type="checkbox" checked={*ticked} {onchange} />
            <span>{label}</span>
        </label>
    }
}

#[cfg(all(test, feature = "ssr", not(target_arch = "wasm32")))]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::ui::testing::drawn;

    fn tick_box(ticked: bool) -> String {
        let label = "No limit".into();
        drawn::<TickBox>(TickBoxProps { label, class: classes!("switch"), ticked, ontick: Callback::noop() })
    }

    #[test]
    fn a_tick_box_stands_in_its_label() {
        expect![[r#"<label class="switch"><input type="checkbox"><span>No limit</span></label>"#]]
            .assert_eq(&tick_box(false));
        expect![[r#"<label class="switch"><input checked type="checkbox"><span>No limit</span></label>"#]]
            .assert_eq(&tick_box(true));
    }
}
