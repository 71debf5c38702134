//! In a real browser: the wasm build advises as the native one does, to the bit.

#![cfg(target_arch = "wasm32")]

mod digests;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn advice_is_the_same_as_natively_to_the_bit() {
    assert_eq!(digests::digests(), include_str!("goldens/digests.txt"));
}
