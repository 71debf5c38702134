use std::borrow::Cow;

use super::clock::Stamp;

/// What a log may say of one request. Texts are as they stand in the log, escaped as it escapes them.
pub(super) struct Line<'a> {
    /// Address of the client, as text.
    pub(super) address: Cow<'a, [u8]>,
    /// When.
    pub(super) time: Stamp,
    /// The method; none where what was asked is no HTTP request.
    pub(super) method: Method,
    /// What was asked for, with or without its query; absolute or not.
    pub(super) target: Cow<'a, [u8]>,
    /// The query, where the log has it apart.
    pub(super) query: Option<Cow<'a, [u8]>>,
    /// The status; 0 where the log has none.
    pub(super) status: u16,
    /// Bytes sent, with or without headers as the log has it; 0 where the log has none.
    pub(super) bytes: u64,
    /// The user agent; none where the format has no place for it.
    pub(super) agent: Option<Cow<'a, [u8]>>,
    /// How long it took, in seconds.
    pub(super) seconds: Option<f64>,
    /// What a cache in front did.
    pub(super) edge: Edge,
}

/// The method of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Get,
    Head,
    Post,
    /// Another word.
    Other,
    /// Nothing that could be one: an empty request, `-`, bytes of TLS.
    None,
}

impl Method {
    pub(super) fn of(word: &[u8]) -> Self {
        match word {
            b"GET" => Self::Get,
            b"HEAD" => Self::Head,
            b"POST" => Self::Post,
            [] => Self::None,
            _ if word.iter().all(|byte| byte.is_ascii_uppercase() || *byte == b'-') && word != b"-" => Self::Other,
            _ => Self::None,
        }
    }
}

/// What a cache in front of the servers did with a request, where its log says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// The log says nothing.
    Unsaid,
    /// Answered by the cache.
    Hit,
    /// Passed on to the origin.
    Miss,
}

/// Takes a request apart as it stands between quotes: `GET /path?query HTTP/1.1`, also without the protocol (HTTP/0.9).
pub(super) fn request(text: &[u8]) -> (Method, &[u8]) {
    let Some(space) = memchr::memchr(b' ', text) else { return (Method::None, &[]) };
    let (word, rest) = text.split_at(space);
    let method = Method::of(word);
    if method == Method::None {
        return (method, &[]);
    }
    let rest = rest.trim_ascii();
    let target = match memchr::memrchr(b' ', rest) {
        Some(last) if rest[last + 1..].starts_with(b"HTTP/") => rest[..last].trim_ascii_end(),
        Some(_) | None => rest,
    };
    if target.starts_with(b"HTTP/") { (method, &[]) } else { (method, target) }
}

/// A whole number; `-` and nothing are zero.
pub(super) fn whole(text: &[u8]) -> Option<u64> {
    if matches!(text, b"-" | b"") {
        return Some(0);
    }
    text.iter().try_fold(0_u64, |sum, byte| {
        byte.is_ascii_digit().then(|| sum.saturating_mul(10).saturating_add(u64::from(byte - b'0')))
    })
}

/// A status of three digits; `-` and `000` are 0.
pub(super) fn status(text: &[u8]) -> Option<u16> {
    match text {
        b"-" | b"0" => Some(0),
        [a, b, c] if [a, b, c].iter().all(|byte| byte.is_ascii_digit()) => {
            Some(u16::from(a - b'0') * 100 + u16::from(b - b'0') * 10 + u16::from(c - b'0'))
        }
        _ => None,
    }
}

/// A decimal number that is not negative.
pub(super) fn decimal(text: &[u8]) -> Option<f64> {
    let value: f64 = std::str::from_utf8(text).ok()?.parse().ok()?;
    (value.is_finite() && value >= 0.0).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_taken_apart_whatever_was_asked() {
        for (text, method, target) in [
            ("GET / HTTP/1.1", Method::Get, "/"),
            ("POST //xmlrpc.php HTTP/1.0", Method::Post, "//xmlrpc.php"),
            ("GET /", Method::Get, "/"),
            ("GET /a b HTTP/1.1", Method::Get, "/a b"),
            ("HEAD /x HTTP/1.0\\n", Method::Head, "/x"),
            ("PRI * HTTP/2.0", Method::Other, "*"),
            ("CONNECT example.org:443 HTTP/1.1", Method::Other, "example.org:443"),
            ("-", Method::None, ""),
            ("", Method::None, ""),
            ("\\x16\\x03\\x01\\x02 x", Method::None, ""),
            ("SSH-2.0-Go", Method::None, ""),
            ("{\\\"method\\\": 1}", Method::None, ""),
        ] {
            assert_eq!(request(text.as_bytes()), (method, target.as_bytes()), "{text}");
        }
    }

    #[test]
    fn a_dash_is_nothing_and_no_fault() {
        assert_eq!((whole(b"-"), whole(b"5147"), whole(b"1x")), (Some(0), Some(5_147), None));
        assert_eq!((status(b"-"), status(b"000"), status(b"404"), status(b"4o4")), (Some(0), Some(0), Some(404), None));
    }
}
