use yew::prelude::*;

use crate::browser::event;

/// What a field for a number is drawn from.
pub(crate) struct NumberField {
    pub id: AttrValue,
    /// The text in it.
    pub shown: AttrValue,
    /// Identifiers of what describes it, with spaces between them.
    pub describedby: AttrValue,
    /// Whether the text in it could not be taken.
    pub invalid: bool,
    /// Width in characters, where the style sheet does not decide.
    pub size: Option<&'static str>,
    /// Gets the text with each change.
    pub ontype: Callback<String>,
    /// Gets the text when the field is left or Enter is pressed.
    pub onsettle: Callback<String>,
}

/// A text field for a number. It knows text only: what is a number, and what is wrong with it, others say.
///
/// A `type="number"` field would hide from the page what it cannot read itself, such as "12k" or "1,5".
pub(crate) fn number_field(field: NumberField) -> Html {
    let NumberField { id, shown, describedby, invalid, size, ontype, onsettle } = field;
    let oninput = ontype.reform(|typed: InputEvent| event::value(&typed));
    let onblur = onsettle.reform(|left: FocusEvent| event::value(&left));
    let onkeydown = move |key: KeyboardEvent| {
        if event::is_enter(&key) {
            onsettle.emit(event::value(&key));
        }
    };
    html! {
        <input
            {id}
            type="text"
            inputmode="decimal"
            autocomplete="off"
            spellcheck="false"
            {size}
            value={shown}
            aria-describedby={describedby}
            aria-invalid={invalid.to_string()}
            {oninput}
            {onblur}
            {onkeydown}
        />
    }
}

#[cfg(all(test, feature = "ssr", not(target_arch = "wasm32")))]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::ui::testing::drawn_html;

    #[test]
    fn a_number_field_says_what_describes_it_and_whether_it_is_wrong() {
        let field = NumberField {
            id: "visits".into(),
            shown: "lots".into(),
            describedby: "visits-hint visits-problem".into(),
            invalid: true,
            size: None,
            ontype: Callback::noop(),
            onsettle: Callback::noop(),
        };
        expect![[r#"<input value="lots" id="visits" type="text" inputmode="decimal" autocomplete="off" spellcheck="false" aria-describedby="visits-hint visits-problem" aria-invalid="true">"#]]
            .assert_eq(&drawn_html(number_field(field)));
    }
}
