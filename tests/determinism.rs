//! The same answers give the same advice, to the bit: here natively, and in a browser by `tests/web.rs`, against the
//! same golden file.

#![cfg(not(target_arch = "wasm32"))]

mod digests;

#[test]
fn advice_is_the_same_to_the_bit() {
    let first = digests::digests();
    assert_eq!(first, digests::digests(), "twice in the same run");
    expect_test::expect_file!["goldens/digests.txt"].assert_eq(&first);
}
