use yew::prelude::*;

use crate::{charts::form_glyph, options::OptionId};

/// The sign of a form, of the shape it has on the map; colours stand for the parts of scores here.
pub(crate) fn form_sign(option: OptionId) -> Html {
    html! {
        <svg class="form-sign" viewBox="0 0 16 16" aria-hidden="true">
            <path d={form_glyph(option, 8.0, 8.0, 6.0)} />
        </svg>
    }
}
