//! What the page and the site around it say to each other: JSON texts, versioned. docs/embed.md is the contract.

use super::{Kit, Passed, arrival::VERSION, consultant};
use crate::{
    json::{Value, object},
    options::OptionId,
    questionnaire::Problem,
};

/// What the site may ask for.
#[derive(Clone, Debug, PartialEq)]
pub enum FromHost {
    /// To present itself as this kit says, and what was wrong with it. The answers stay.
    Configure(Box<Kit>, Vec<Problem>),
    /// To open other answers: a fragment.
    Open(String),
}

/// What the page tells the site. Answers are never in it, unless the reader has agreed.
#[derive(Clone, Debug, PartialEq)]
pub enum ToHost<'a> {
    /// The page has started and hears messages.
    Ready,
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
        passed: Option<&'a Passed>,
    },
}

/// Longest link a site may open.
const LONGEST_LINK: usize = 16_000;

impl FromHost {
    /// Reads a message. What is not one of ours, or of another version, is none.
    pub fn read(text: &str) -> Option<Self> {
        let message = consultant::object(text).ok()?;
        if message.text("source") != Some("groundplan-host") || message.get("version") != Some(&VERSION.into()) {
            return None;
        }
        match message.text("type")? {
            "configure" => {
                let (kit, problems) = Kit::read(message.get("kit")?.members()?);
                Some(Self::Configure(Box::new(kit), problems))
            }
            "open" => {
                let link = message.text("link")?;
                (link.len() <= LONGEST_LINK).then(|| Self::Open(link.to_owned()))
            }
            _ => None,
        }
    }
}

impl ToHost<'_> {
    /// The message as it is sent.
    pub fn written(&self) -> String {
        let (kind, payload) = match self {
            Self::Ready => ("ready", object([("version", env!("CARGO_PKG_VERSION").into())])),
            Self::Resize { height } => ("resize", object([("height", (*height).into())])),
            Self::Change { question } => ("change", object([("question", (*question).into())])),
            Self::Result { option, name } => {
                ("result", object([("option", option.map(|id| id.0).into()), ("name", (*name).into())]))
            }
            Self::Cta { passed: None } => ("cta", object([("consent", Value::Bool(false))])),
            Self::Cta { passed: Some(Passed { summary, link }) } => (
                "cta",
                object([
                    ("consent", Value::Bool(true)),
                    ("summary", summary.as_str().into()),
                    ("link", link.as_str().into()),
                ]),
            ),
        };
        let source = ("source", "groundplan".into());
        object([source, ("version", VERSION.into()), ("type", kind.into()), ("payload", payload)]).to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_site_may_configure_and_open() {
        let read = FromHost::read(
            r#"{"source":"groundplan-host","version":1,"type":"configure","kit":{"name":"A & B","colour":1}}"#,
        );
        let Some(FromHost::Configure(kit, problems)) = read else { unreachable!("{read:?}") };
        assert_eq!((kit.name.as_deref(), problems.len()), (Some("A & B"), 1));
        let read = FromHost::read(r#"{"type":"open","link":"preset=shop","version":1,"source":"groundplan-host"}"#);
        assert_eq!(read, Some(FromHost::Open("preset=shop".to_owned())));
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
        ] {
            assert_eq!(FromHost::read(text), None, "{text}");
        }
    }

    #[test]
    fn messages_are_written_as_the_contract_says() {
        assert_eq!(
            ToHost::Resize { height: 812 }.written(),
            r#"{"payload":{"height":812},"source":"groundplan","type":"resize","version":1}"#
        );
        let result = ToHost::Result { option: Some(OptionId("lightsail")), name: Some("Lightsail") };
        assert_eq!(
            result.written(),
            r#"{"payload":{"name":"Lightsail","option":"lightsail"},"source":"groundplan","type":"result","version":1}"#
        );
    }

    #[test]
    fn without_consent_the_call_carries_nothing() {
        assert!(ToHost::Cta { passed: None }.written().contains(r#""payload":{"consent":false}"#));
        let passed = Passed { summary: "s".to_owned(), link: "https://a.example/#v=1".to_owned() };
        let written = ToHost::Cta { passed: Some(&passed) }.written();
        assert!(written.contains(r##""consent":true,"link":"https://a.example/#v=1","summary":"s""##), "{written}");
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            FromHost::read(&String::from_utf8_lossy(&bytes));
        }

        #[test]
        fn any_kit_and_link_are_read_without_a_fault(kind in "configure|open|.{0,9}", field in "kit|link", text in ".{0,99}") {
            let inner = object([(text.as_str(), text.as_str().into())]);
            let message = object([
                ("source", "groundplan-host".into()), ("version", VERSION.into()), ("type", kind.into()), (field.as_str(), inner),
            ]);
            FromHost::read(&message.to_string());
        }
    }
}
