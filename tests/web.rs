//! In a real browser: the wasm build advises as the native one does, to the bit, and the page's components do what only
//! a browser shows.

#![cfg(target_arch = "wasm32")]

mod components;
mod digests;

use groundplan::questionnaire::PRESETS;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The advice for each preset as it was natively.
const ADVICE: [(&str, &str); 6] = [
    ("brochure", include_str!("goldens/advice/brochure.json")),
    ("blog", include_str!("goldens/advice/blog.json")),
    ("news", include_str!("goldens/advice/news.json")),
    ("shop", include_str!("goldens/advice/shop.json")),
    ("membership", include_str!("goldens/advice/membership.json")),
    ("viral", include_str!("goldens/advice/viral.json")),
];

#[wasm_bindgen_test]
fn advice_is_the_same_as_natively_to_the_bit() {
    for preset in PRESETS {
        let (_, was) = ADVICE.into_iter().find(|(id, _)| *id == preset.id).unwrap_or_default();
        assert_eq!(digests::first_difference(was, &digests::advice(preset)), None, "{}", preset.id);
    }
    assert_eq!(digests::digests(), include_str!("goldens/digests.txt"));
}
