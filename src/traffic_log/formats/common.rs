//! Apache and nginx: `address ident user [time] "request" status bytes "referer" "user agent"` and what people append.
//!
//! Sources: httpd `mod_log_config`, `docs/conf/httpd.conf.in`; nginx `ngx_http_log_module`; Debian `apache2.conf`.

use std::borrow::Cow;

use crate::traffic_log::{
    broken::Broken,
    clock::Stamp,
    edge::{Origin, address, origin},
    format::Format,
    line::{Edge, Line, decimal, request, status, whole},
};

/// The format of a line, if it is one of these.
pub(in crate::traffic_log) fn recognise(line: &[u8]) -> Option<Format> {
    let (_, parts) = parse(line).ok()?;
    Some(match (parts.host, parts.agent) {
        (Host::InFront, _) => Format::VirtualHost,
        (Host::None, Agent::None) => Format::Common,
        (Host::None, Agent::There) => Format::Combined,
    })
}

/// A line taken apart.
pub(in crate::traffic_log) fn line(text: &[u8]) -> Result<Line<'_>, Broken> {
    parse(text).map(|(line, _)| line)
}

struct Parts {
    host: Host,
    agent: Agent,
}

#[derive(PartialEq)]
enum Host {
    None,
    InFront,
}

enum Agent {
    None,
    There,
}

fn parse(text: &[u8]) -> Result<(Line<'_>, Parts), Broken> {
    let (front, time, rest) = around_time(text)?;
    let (address, host) = client(front);
    let rest = rest.trim_ascii_start();
    let asked = rest.strip_prefix(b"\"").ok_or(Broken::Shape)?;
    let (asked, rest) = quoted(asked).ok_or(Broken::Shape)?;
    let (method, target) = request(asked);
    let mut words = Words(rest);
    let status = status(words.next().unwrap_or_default()).ok_or(Broken::Status)?;
    let bytes = whole(words.next().unwrap_or_default()).ok_or(Broken::Shape)?;
    let referer = words.next();
    let agent = match referer {
        Some(_) => words.next(),
        None => None,
    };
    let mut line = Line {
        address: Cow::Borrowed(address),
        time,
        method,
        target: Cow::Borrowed(target),
        query: None,
        status,
        bytes,
        agent: agent.map(Cow::Borrowed),
        seconds: None,
        edge: Edge::Unsaid,
    };
    if !words.0.is_empty() {
        appended(&mut line, words);
    }
    let agent = if line.agent.is_some() { Agent::There } else { Agent::None };
    Ok((line, Parts { host, agent }))
}

/// What stands before the time, the time, and what stands behind it.
fn around_time(text: &[u8]) -> Result<(&[u8], Stamp, &[u8]), Broken> {
    let mut seen = Broken::Shape;
    for open in memchr::memchr_iter(b'[', text).take(4) {
        let inside = &text[open + 1..];
        let Some(close) = memchr::memchr(b']', &inside[..inside.len().min(40)]) else { continue };
        seen = Broken::Time;
        if let Some(time) = Stamp::common(&inside[..close]).or_else(|| Stamp::iso(&inside[..close])) {
            return Ok((&text[..open], time, &inside[close + 1..]));
        }
    }
    Err(seen)
}

/// The client's address, and whether a host stands before it. User names may hold spaces: only the first words matter.
fn client(front: &[u8]) -> (&[u8], Host) {
    let mut words = front.split(|byte| *byte == b' ').filter(|word| !word.is_empty());
    let first = words.next().map(without_comma).unwrap_or_default();
    if address(first).is_some() || first == b"-" {
        return (first, Host::None);
    }
    match words.next().map(without_comma) {
        Some(second) if address(second).is_some() => (second, Host::InFront),
        Some(_) | None => (first, Host::None),
    }
}

/// Where a list of forwarded addresses stands in place of one, the first is the reader's.
fn without_comma(word: &[u8]) -> &[u8] {
    word.strip_suffix(b",").unwrap_or(word)
}

/// What stands up to the next quote that is not escaped, and what stands behind it.
fn quoted(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = memchr::memchr_iter(b'"', text).find(|end| {
        let escapes = text[..*end].iter().rev().take_while(|byte| **byte == b'\\').count();
        escapes % 2 == 0
    })?;
    Some((&text[..end], &text[end + 1..]))
}

/// The words of a line, quoted or not.
struct Words<'a>(&'a [u8]);

impl<'a> Iterator for Words<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let text = self.0.trim_ascii_start();
        if let Some(inside) = text.strip_prefix(b"\"") {
            // A line that was cut off ends in an open quote.
            let (word, rest) = quoted(inside).unwrap_or((inside, &[]));
            self.0 = rest;
            return Some(word);
        }
        let end = memchr::memchr(b' ', text).unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        self.0 = rest;
        (!word.is_empty()).then_some(word)
    }
}

/// What people append: the address a proxy passes on, how long it took, what a cache did.
fn appended(line: &mut Line<'_>, words: Words<'_>) {
    let behind_proxy = address(&line.address).is_none_or(|peer| origin(peer) != Origin::Public);
    let mut forwarded = None;
    let mut times = [None; 2];
    for word in words.take(16) {
        let equals = memchr::memchr(b'=', word);
        let (key, value) = equals.map_or((&[][..], word), |at| (&word[..at], &word[at + 1..]));
        let value = value.strip_prefix(b"\"").unwrap_or(value);
        let value = value.strip_suffix(b"\"").unwrap_or(value);
        let first = value.split(|byte| matches!(byte, b',' | b' ')).next().unwrap_or_default();
        match key {
            b"" if behind_proxy && forwarded.is_none() && address(first).is_some() => forwarded = Some(first.to_vec()),
            b"forwarded_for" if behind_proxy => forwarded = address(first).map(|_| first.to_vec()),
            // nginx: $request_time, then $upstream_response_time, both in seconds with three decimals.
            b"" if memchr::memchr(b'.', first).is_some() => {
                if let Some(place) = times.iter_mut().find(|time| time.is_none()) {
                    *place = decimal(first);
                }
            }
            b"rt" => times[0] = decimal(first),
            b"urt" => times[1] = decimal(first),
            // Acquia writes microseconds, nginx users seconds.
            b"request_time" => {
                times[0] =
                    decimal(first).map(|time| if memchr::memchr(b'.', first).is_some() { time } else { time / 1e6 })
            }
            b"" if matches!(first, b"HIT" | b"STALE" | b"UPDATING" | b"REVALIDATED") => line.edge = Edge::Hit,
            b"" if matches!(first, b"MISS" | b"BYPASS" | b"EXPIRED") => line.edge = Edge::Miss,
            _ => {}
        }
    }
    if let Some(address) = forwarded {
        line.address = Cow::Owned(address);
    }
    line.seconds = times[1].or(times[0]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::traffic_log::line::Method;

    fn read(text: &str) -> Line<'_> {
        line(text.as_bytes()).unwrap()
    }

    #[test]
    fn the_variants_are_recognised() {
        for (text, format) in [
            (r#"10.0.11.6 - - [28/Mar/2024:16:43:31 +0000] "GET / HTTP/1.1" 200 5147"#, Format::Common),
            (
                r#"198.18.0.1 - - [28/Mar/2024:16:43:31 +0000] "GET / HTTP/1.1" 200 5147 "-" "Mozilla/5.0 (X11)""#,
                Format::Combined,
            ),
            (
                r#"198.18.0.1 [28/Mar/2024:16:43:31 +0000] "GET / HTTP/1.1" 200 5147 "-" "Mozilla/5.0 (X11)" 0.012"#,
                Format::Combined,
            ),
            (
                r#"example.org:443 2001:db8::1 - - [28/Mar/2024:16:43:31 +0000] "GET / HTTP/1.1" 200 5147 "-" "x""#,
                Format::VirtualHost,
            ),
        ] {
            assert_eq!(recognise(text.as_bytes()), Some(format), "{text}");
        }
        for text in [
            "",
            "not a log",
            "198.18.0.1 - - [28/Mar/2024:16:43:31 +0000] GET",
            "198.18.0.1 - - [] \"GET / HTTP/1.1\" 200 1",
        ] {
            assert_eq!(recognise(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn quotes_inside_fields_end_nothing() {
        let line = read(
            r#"198.18.0.1 - some user [28/Mar/2024:16:43:31 +0100] "GET /a\"b HTTP/1.1" 404 - "-" "say \"hi\"" 182 408"#,
        );
        assert_eq!((line.method, &*line.target, line.status, line.bytes), (Method::Get, &br#"/a\"b"#[..], 404, 0));
        assert_eq!(line.agent.as_deref(), Some(&br#"say \"hi\""#[..]));
        assert_eq!(line.time.offset, 60);
        assert_eq!(line.seconds, None);
    }

    #[test]
    fn the_readers_address_is_taken_from_behind_a_load_balancer_only() {
        let behind =
            r#"10.0.1.7 - - [28/Mar/2024:16:43:31 +0000] "GET / HTTP/1.1" 200 5 "-" "x" "198.18.9.9, 10.0.0.2""#;
        assert_eq!(&*read(behind).address, b"198.18.9.9");
        let open = behind.replace("10.0.1.7", "198.18.0.1");
        assert_eq!(&*read(&open).address, b"198.18.0.1", "anybody can write the header");
        assert_eq!(&*read(&behind.replace("198.18.9.9, 10.0.0.2", "-")).address, b"10.0.1.7");
    }

    #[test]
    fn times_are_read_where_they_are_appended() {
        let head = r#"198.18.0.1 - - [28/Mar/2024:16:43:31 +0000] "GET / HTTP/1.1" 200 5 "-" "x""#;
        for (tail, seconds) in [
            ("0.250", Some(0.25)),
            ("0.250 0.240", Some(0.24)),
            ("\"-\" 0.250 -", Some(0.25)),
            ("rt=0.250 uct=\"0.000\" urt=\"0.200\"", Some(0.2)),
            ("vhost=x host=y request_time=250000 forwarded_for=\"198.18.0.3, 198.18.0.4\"", Some(0.25)),
            ("182 408", None),
        ] {
            assert_eq!(read(&format!("{head} {tail}")).seconds, seconds, "{tail}");
        }
    }

    #[test]
    fn a_request_that_is_none_is_a_line_all_the_same() {
        for asked in ["-", "", r"\x16\x03\x01\x02", "SSH-2.0-Go", r#"{\"method\":1}"#] {
            let text = format!("198.18.0.1 - - [28/Mar/2024:16:43:31 +0000] \"{asked}\" 400 0 \"-\" \"-\"");
            assert_eq!(read(&text).method, Method::None, "{asked}");
        }
    }
}
