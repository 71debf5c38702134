use yew::prelude::*;

use crate::browser::event;

/// A box to tick, with its label. `ontick` gets whether the box is ticked now.
pub(crate) fn tick_box(
    class: &'static str,
    label: impl Into<AttrValue>,
    ticked: bool,
    ontick: &Callback<bool>,
) -> Html {
    let onchange = ontick.reform(|changed: Event| event::ticked(&changed));
    let label = label.into();
    html! {
        <label {class}>
            <input type="checkbox" checked={ticked} {onchange} />
            <span>{label}</span>
        </label>
    }
}

#[cfg(all(test, feature = "ssr", not(target_arch = "wasm32")))]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::ui::testing::drawn_html;

    fn no_limit(ticked: bool) -> String {
        drawn_html(tick_box("switch", "No limit", ticked, &Callback::noop()))
    }

    #[test]
    fn a_tick_box_stands_in_its_label() {
        expect![[r#"<label class="switch"><input type="checkbox"><span>No limit</span></label>"#]]
            .assert_eq(&no_limit(false));
        expect![[r#"<label class="switch"><input checked type="checkbox"><span>No limit</span></label>"#]]
            .assert_eq(&no_limit(true));
    }
}
