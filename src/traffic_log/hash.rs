//! A hash that is the same on every platform and in every run: clients are told apart by it, and nothing else of them is kept.

/// The multiplier of FxHash (Firefox, rustc): an odd number with bits spread evenly.
const MULTIPLIER: u64 = 0x517c_c1b7_2722_0a95;

/// Mixes bytes into a state.
pub(super) fn mix(state: u64, bytes: &[u8]) -> u64 {
    let add = |state: u64, word: u64| (state.rotate_left(5) ^ word).wrapping_mul(MULTIPLIER);
    let (words, rest) = bytes.as_chunks::<8>();
    let mut state = words.iter().fold(state, |state, word| add(state, u64::from_le_bytes(*word)));
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    state = add(state, u64::from_le_bytes(last));
    add(state, bytes.len() as u64)
}

/// Spreads what was mixed over all bits (the finaliser of MurmurHash3, public domain). Never zero: zero marks an empty place.
pub(super) const fn finish(state: u64) -> u64 {
    let state = (state ^ (state >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let state = (state ^ (state >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    (state ^ (state >> 33)) | 1 << 63
}

/// The hash of one text.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    finish(mix(0, bytes))
}
