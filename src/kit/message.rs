//! What the page and the site around it say to each other: JSON texts, versioned. docs/embed.md is the contract.

use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Map, Value};

use super::{Kit, Passed, arrival::VERSION};
use crate::{
    codec::{self, Format, Problem},
    options::OptionId,
    session::LONGEST_LINK,
};

/// What the site may ask for, and what in its message was not understood.
#[derive(Clone, Debug, PartialEq)]
pub enum FromHost {
    /// To present itself as this kit says. The answers stay.
    Configure(Box<Kit>, Vec<Problem>),
    /// To open other answers: a fragment.
    Open(String, Vec<Problem>),
    /// To know how far its upper edge lies above what the reader sees, in CSS pixels.
    View(f64),
}

/// What the page tells the site. Answers are never in it, unless the reader has agreed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", content = "payload", rename_all = "kebab-case")]
pub enum ToHost<'a> {
    /// The page has started and receives messages.
    Ready {
        /// The version of the page.
        version: &'a str,
    },
    /// How high the page is, in CSS pixels.
    Resize {
        /// The height.
        height: u32,
    },
    /// An answer was changed; which one, but not to what. None when many changed at once.
    Change {
        /// The question's key.
        question: Option<&'a str>,
    },
    /// There is a result.
    Result {
        /// The option recommended; none when none meets the must-haves.
        option: Option<OptionId>,
        /// What it is called.
        name: Option<&'a str>,
    },
    /// The reader has followed the call to action.
    Cta {
        /// What the reader agreed to pass on.
        #[serde(flatten, serialize_with = "consent")]
        passed: Option<&'a Passed>,
    },
}

/// What stands around what the page tells.
#[derive(Serialize)]
struct Envelope<'a> {
    source: &'static str,
    version: u32,
    #[serde(flatten)]
    message: &'a ToHost<'a>,
}

/// A message of the site as it is written.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct HostMessage {
    source: String,
    version: u32,
    r#type: Option<Kind>,
    kit: Option<Map<String, Value>>,
    link: Option<String>,
    top: Option<f64>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Configure,
    Open,
    View,
}

/// The highest frame, in CSS pixels, as the loader has it.
const HIGHEST: f64 = 30_000.0;
const FORMAT: Format = Format { name: "message", like: "a JSON object", longest: 100_000 };

impl FromHost {
    /// Reads a message. What is not one of ours, is of another version or lacks what its type needs, is none.
    pub fn read(text: &str) -> Option<Self> {
        let (message, problems) = codec::lenient::<HostMessage>(FORMAT.name, FORMAT.object(text).ok()?);
        if message.source != "groundplan-host" || message.version != VERSION {
            return None;
        }
        let mut problems: Vec<Problem> = problems.into_iter().map(|problem| problem.within("message")).collect();
        match message.r#type? {
            Kind::Configure => {
                let (kit, found) = Kit::read(message.kit?);
                problems.extend(found);
                Some(Self::Configure(Box::new(kit), problems))
            }
            Kind::Open => {
                let link = message.link.filter(|link| link.len() <= LONGEST_LINK)?;
                Some(Self::Open(link, problems))
            }
            Kind::View => message.top.filter(|top| (0.0..=HIGHEST).contains(top)).map(Self::View),
        }
    }
}

impl ToHost<'_> {
    /// That the page has started, with its version.
    pub const READY: Self = Self::Ready { version: env!("CARGO_PKG_VERSION") };

    /// The message as it is sent.
    pub fn written(&self) -> String {
        codec::compact(&Envelope { source: "groundplan", version: VERSION, message: self })
    }
}

/// Whether the reader agreed, and what to.
fn consent<S: Serializer>(passed: &Option<&Passed>, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Consent<'a> {
        consent: bool,
        #[serde(flatten)]
        passed: Option<&'a Passed>,
    }
    Consent { consent: passed.is_some(), passed: *passed }.serialize(serializer)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_site_may_say_what_is_seen() {
        let read = |top: &str| {
            FromHost::read(&format!(r#"{{"source":"groundplan-host","version":1,"type":"view","top":{top}}}"#))
        };
        assert_eq!(read("120.5"), Some(FromHost::View(120.5)));
        for wrong in ["-1", "1e9", "\"120\"", "null"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_site_may_configure_and_open() {
        let read = FromHost::read(
            r#"{"source":"groundplan-host","version":1,"type":"configure","kit":{"name":"A & B","colour":1}}"#,
        );
        let Some(FromHost::Configure(kit, problems)) = read else { unreachable!("{read:?}") };
        assert_eq!((kit.name.as_deref(), problems.len()), (Some("A & B"), 1));
        let read = FromHost::read(r#"{"type":"open","link":"preset=shop","version":1,"source":"groundplan-host"}"#);
        assert_eq!(read, Some(FromHost::Open("preset=shop".to_owned(), Vec::new())));
    }

    #[test]
    fn every_field_that_is_not_understood_is_named_and_the_rest_taken() {
        let text = r#"{"source":"groundplan-host","version":1,"type":"configure","kti":1,"link":7,"__proto__":{"kit":1},
            "kit":{"name":"A","vat":true,"acent":"x"}}"#;
        let Some(FromHost::Configure(kit, problems)) = FromHost::read(text) else { unreachable!() };
        assert_eq!(kit.name.as_deref(), Some("A"));
        let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "message.__proto__: is not a known field; known are source, version, type, kit, link, top",
                "message.kti: is not a known field; \"kit\" is the nearest",
                "message.link: must be a text; 7 was given",
                "acent: is not a known field; \"accent\" is the nearest",
                "vat: must be a text or a number; true was given",
            ]
        );
    }

    #[test]
    fn what_is_not_of_the_contract_is_none() {
        for text in [
            "",
            "null",
            "[]",
            "{}",
            r#"{"type":"open","link":"preset=shop"}"#,
            r#"{"source":"groundplan","version":1,"type":"open","link":""}"#,
            r#"{"source":"groundplan-host","version":2,"type":"open","link":""}"#,
            r#"{"source":"groundplan-host","version":"1","type":"open","link":""}"#,
            r#"{"source":"groundplan-host","version":1,"type":"open","link":["a"]}"#,
            r#"{"source":"groundplan-host","version":1,"type":"configure","kit":"x"}"#,
            r#"{"source":"groundplan-host","version":1,"type":"eval","code":"1"}"#,
            r#"{"source":"groundplan-host","version":1}"#,
            r#"{"source":"groundplan-host","version":1,"type":"open","link":"a","link":"b"}"#,
            r#"{"source":"groundplan-host","version":1,"type":"configure","kit":{"name":"a","name":"b"}}"#,
        ] {
            assert_eq!(FromHost::read(text), None, "{text}");
        }
    }

    #[test]
    fn messages_are_written_as_the_contract_says() {
        assert_eq!(
            ToHost::Resize { height: 812 }.written(),
            r#"{"source":"groundplan","version":1,"type":"resize","payload":{"height":812}}"#
        );
        assert_eq!(
            ToHost::READY.written(),
            r#"{"source":"groundplan","version":1,"type":"ready","payload":{"version":"0.1.0"}}"#
        );
        let result = ToHost::Result { option: Some(OptionId("lightsail")), name: Some("Lightsail") };
        assert_eq!(
            result.written(),
            r#"{"source":"groundplan","version":1,"type":"result","payload":{"option":"lightsail","name":"Lightsail"}}"#
        );
    }

    #[test]
    fn without_consent_the_call_carries_nothing() {
        assert!(ToHost::Cta { passed: None }.written().contains(r#""payload":{"consent":false}"#));
        let passed = Passed { summary: "s".to_owned(), link: "https://a.example/#v=1".to_owned() };
        let written = ToHost::Cta { passed: Some(&passed) }.written();
        assert!(written.contains(r##""consent":true,"summary":"s","link":"https://a.example/#v=1""##), "{written}");
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            FromHost::read(&String::from_utf8_lossy(&bytes));
        }

        #[test]
        fn any_kit_and_link_are_read_without_a_fault(kind in "configure|open|.{0,9}", field in "kit|link", text in ".{0,99}") {
            let message = serde_json::json!({ "source": "groundplan-host", "version": VERSION, "type": kind, field: { text.clone(): text } });
            FromHost::read(&message.to_string());
        }
    }
}
