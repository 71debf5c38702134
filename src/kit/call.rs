use std::str::FromStr;

use serde::Serialize;

use crate::session::percent;

/// A call to action: what the reader can do after the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// What stands on the button.
    pub label: String,
    /// Where it leads; without it the embedding site is told and does the rest.
    pub target: Option<Target>,
}

/// Where a call to action leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// A page, with or without the blanks `{summary}` and `{link}`.
    Page(String),
    /// A mail address.
    Mail(String),
}

/// What the reader agreed to pass on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passed {
    /// The result in a few words.
    pub summary: String,
    /// The share link.
    pub link: String,
}

const LONGEST: usize = 1_000;
/// The default text of a button without one of its own.
pub(super) const LABEL: &str = "Talk about this result";

impl FromStr for Target {
    type Err = String;

    /// Reads an `https:` or `mailto:` address.
    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let page = text.strip_prefix("https://").filter(|rest| text.len() <= LONGEST && is_page(rest));
        let mail = text.strip_prefix("mailto:").filter(|rest| is_mail(rest));
        match (page, mail) {
            (Some(_), _) => Ok(Self(Kind::Page(text.to_owned()))),
            (_, Some(mail)) => Ok(Self(Kind::Mail(mail.to_owned()))),
            (None, None) => Err("must be an address like https://example.com/book or mailto:me@example.com".to_owned()),
        }
    }
}

impl Target {
    /// Who the reader is led to, to be shown beside the button: a host, or a mail address.
    pub fn place(&self) -> &str {
        match &self.0 {
            Kind::Page(page) => host_of(page),
            Kind::Mail(mail) => mail,
        }
    }

    /// The address to open. Without the reader's consent it carries nothing of the session.
    pub fn address(&self, passed: Option<&Passed>) -> String {
        match (&self.0, passed) {
            (Kind::Page(page), None) => blanks_filled(page, "", "").unwrap_or_else(|| page.clone()),
            (Kind::Page(page), Some(passed)) => filled(page, passed),
            (Kind::Mail(mail), None) => format!("mailto:{mail}"),
            (Kind::Mail(mail), Some(Passed { summary, link })) => {
                let subject = percent::encode("WordPress hosting");
                let body = percent::encode(&format!("{summary}\r\n\r\n{link}\r\n"));
                format!("mailto:{mail}?subject={subject}&body={body}")
            }
        }
    }
}

/// Puts what is passed on into the blanks, or behind the address where it has none.
fn filled(page: &str, Passed { summary, link }: &Passed) -> String {
    let (summary, link) = (percent::encode(summary), percent::encode(link));
    if let Some(filled) = blanks_filled(page, &summary, &link) {
        return filled;
    }
    let (before, fragment) = page.split_once('#').map_or((page, None), |(before, after)| (before, Some(after)));
    let mark = if before.contains('?') { '&' } else { '?' };
    let fragment = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
    format!("{before}{mark}summary={summary}&link={link}{fragment}")
}

/// The address with its blanks `{summary}` and `{link}` filled, where it has one.
fn blanks_filled(page: &str, summary: &str, link: &str) -> Option<String> {
    let mut parts = page.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    let mut any = false;
    for part in parts {
        let blank = part.split_once('}').and_then(|(name, rest)| match name {
            "summary" => Some((summary, rest)),
            "link" => Some((link, rest)),
            _ => None,
        });
        any |= blank.is_some();
        let (text, rest) = blank.unwrap_or(("{", part));
        filled.push_str(text);
        filled.push_str(rest);
    }
    any.then_some(filled)
}

fn host_of(page: &str) -> &str {
    let rest = page.strip_prefix("https://").unwrap_or(page);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// What stands behind `https://`: a plain host name, and a path of plain characters. A name and password before the host
/// would only serve to make one address look like another.
fn is_page(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, port) = host.split_once(':').map_or((host, None), |(name, port)| (name, Some(port)));
    is_host(name)
        && port.is_none_or(|port| (1..=5).contains(&port.len()) && port.bytes().all(|byte| byte.is_ascii_digit()))
        && rest
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\'' | b'<' | b'>' | b'\\' | b'`'))
}

fn is_mail(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'+');
    text.len() <= 254
        && text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && name.bytes().all(plain) && is_host(host))
}

fn is_host(name: &str) -> bool {
    name.len() <= 253
        && name.contains('.')
        && name.split('.').all(|part| {
            !part.is_empty()
                && part.len() <= 63
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passed() -> Passed {
        Passed { summary: "Lightsail, $40 a month".to_owned(), link: "https://plan.example/#v=1&site=shop".to_owned() }
    }

    #[test]
    fn without_consent_nothing_of_the_session_is_in_the_address() {
        let address = |text: &str| text.parse::<Target>().unwrap().address(None);
        assert_eq!(address("https://a.example/b?n={summary}&l={link}"), "https://a.example/b?n=&l=");
        assert_eq!(address("https://a.example/{x}{{link}?{summary"), "https://a.example/{x}{?{summary");
        assert_eq!(address("mailto:me@a.example"), "mailto:me@a.example");
    }

    #[test]
    fn with_consent_the_summary_and_the_link_go_along() {
        let address = |text: &str| text.parse::<Target>().unwrap().address(Some(&passed()));
        let (summary, link) =
            ("Lightsail%2C%20%2440%20a%20month", "https%3A%2F%2Fplan.example%2F%23v%3D1%26site%3Dshop");
        assert_eq!(
            address("https://a.example/b?n={summary}&l={link}#form"),
            format!("https://a.example/b?n={summary}&l={link}#form")
        );
        assert_eq!(
            address("https://a.example/b#form"),
            format!("https://a.example/b?summary={summary}&link={link}#form")
        );
        assert_eq!(
            address("https://a.example/b?x=1"),
            format!("https://a.example/b?x=1&summary={summary}&link={link}")
        );
        assert_eq!(
            address("mailto:me@a.example"),
            format!("mailto:me@a.example?subject=WordPress%20hosting&body={summary}%0D%0A%0D%0A{link}%0D%0A")
        );
    }

    #[test]
    fn only_plain_web_and_mail_addresses_are_taken() {
        for text in ["https://book.example", "https://book.example:8443/a?b=c#d", " https://ex-ample.co.uk/{link} "] {
            assert!(text.parse::<Target>().is_ok(), "{text}");
        }
        for text in [
            "javascript:alert(1)",
            "http://book.example",
            "https://me:secret@book.example/",
            "https://book.example@evil.example/",
            "https://",
            "https://localhost",
            "https://book.example/\"onclick=",
            "https://book.example/a b",
            "https://bücher.example/",
            "data:text/html,x",
            "mailto:",
            "mailto:a@b.example?bcc=c@d.example",
            "mailto:a@b@c.example",
            "//book.example",
        ] {
            assert!(text.parse::<Target>().is_err(), "{text}");
        }
        assert_eq!("https://book.example:8443/a".parse::<Target>().unwrap().place(), "book.example:8443");
    }
}
