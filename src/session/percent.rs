//! Percent-encoding (RFC 3986, section 2.1), as far as a fragment needs it.

/// Letters, digits and the unreserved marks stay; everything else is written as its bytes.
pub(crate) fn encode(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// The text behind an encoded one. What is no proper escape stays as it is, what is no UTF-8 becomes �.
pub(crate) fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while let Some(byte) = bytes.get(i) {
        let escaped = (*byte == b'%').then(|| bytes.get(i + 1..i + 3)).flatten().and_then(hex);
        out.push(escaped.unwrap_or(*byte));
        i += if escaped.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn hex(digits: &[u8]) -> Option<u8> {
    let digits = core::str::from_utf8(digits).ok()?;
    digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then(|| u8::from_str_radix(digits, 16).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_read_and_broken_ones_left_alone() {
        assert_eq!(decode("a%20b%C3%A9"), "a bé");
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%2"), "%2");
        assert_eq!(decode("%zz%+1"), "%zz%+1");
        assert_eq!(decode("%FF"), "\u{fffd}");
        assert_eq!(decode(&encode("a b/é&=#")), "a b/é&=#");
    }
}
