use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{PAGES, Trial};
use crate::{
    codec::{self, Format},
    questionnaire::{Answers, Token},
    session::{self, Appearance, Scenarios},
    units::words,
};

/// What the audience sees: answers and a page. There is no place in it for notes.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// Which of [`PAGES`].
    pub page: usize,
    /// The answers, from which the audience's window works everything else out by itself.
    pub answers: Answers,
    /// The scenarios beside them.
    pub scenarios: Scenarios,
    /// Light or dark.
    pub appearance: Appearance,
    /// The part that fails on the picture, by its key; none where it is empty.
    pub broken: String,
    /// What is tried out.
    pub trial: Trial,
}

/// The slide as it goes from window to window.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Message {
    source: String,
    version: u32,
    page: usize,
    link: String,
    appearance: Token<Appearance>,
    broken: String,
    trial: Token<Trial>,
}

/// Longest key of a part, in characters.
const LONGEST_KEY: usize = 80;
const SOURCE: &str = "groundplan-workshop";
/// The version of the message.
const VERSION: u32 = 2;
const FORMAT: Format = Format { name: "slide", like: "a JSON object", longest: 256_000 };

impl Slide {
    /// The slide as text, for the audience's window.
    pub fn written(&self) -> String {
        codec::compact(&Message {
            source: SOURCE.to_owned(),
            version: VERSION,
            page: self.page,
            link: session::encode_all(&self.answers, &self.scenarios),
            appearance: Token(self.appearance),
            broken: self.broken.clone(),
            trial: Token(self.trial),
        })
    }

    /// Reads a slide; none when the text is not one, or of another version.
    pub fn read(text: &str) -> Option<Self> {
        let members = FORMAT.object(text).ok()?;
        let Message { source, version, page, link, appearance, broken, trial } =
            codec::decode(FORMAT.name, &Value::Object(members)).ok()?;
        let is_ours = source == SOURCE && version == VERSION && page < PAGES.len();
        let session::Decoded { answers, scenarios, .. } = session::decode(&link);
        is_ours.then(|| Self {
            page,
            answers,
            scenarios,
            appearance: appearance.0,
            broken: words::prose(&broken, LONGEST_KEY),
            trial: trial.0,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        questionnaire::PRESETS,
        workshop::{Moment, PresenterAction, Workshop},
    };

    #[test]
    fn a_slide_comes_back_and_carries_no_notes() {
        let answers = (PRESETS[3].answers)();
        let workshop = Workshop::default()
            .after(PresenterAction::SetTitle("Acme, second day".to_owned()))
            .after(PresenterAction::SetSpeaker("Grace".to_owned()))
            .after(PresenterAction::Next)
            .after(PresenterAction::Break("zone A".to_owned()))
            .after(PresenterAction::Try(Trial::Spike))
            .after(PresenterAction::Log {
                before: Box::default(),
                after: Box::new(answers.clone()),
                at: Moment::parse("2026-11-22T09:41:00Z").unwrap(),
            })
            .after(PresenterAction::SetWhy(0, "Between us: they will not pay for it".to_owned()));
        let slide = workshop.slide(&answers, &session::decode("s.2=visits%3D5k").scenarios, Appearance::Dark);
        let text = slide.written();
        assert_eq!(Slide::read(&text), Some(slide));
        for secret in ["Grace", "Acme", "Between us", "09:41"] {
            assert!(!text.contains(secret), "{text}");
        }
    }

    #[test]
    fn what_is_no_slide_is_none() {
        for text in [
            "",
            "{}",
            r#"{"source":"groundplan-workshop","version":1,"page":0,"link":"","appearance":"auto","broken":"","trial":"none"}"#,
            r#"{"source":"groundplan-workshop","version":2,"page":99,"link":"","appearance":"auto","broken":"","trial":"none"}"#,
            r#"{"source":"groundplan-workshop","version":2,"page":-1,"link":"","appearance":"auto","broken":"","trial":"none"}"#,
            r#"{"source":"groundplan-workshop","version":2,"page":0,"link":7,"appearance":"auto","broken":"","trial":"none"}"#,
            r#"{"source":"elsewhere","version":2,"page":0,"link":"","appearance":"auto","broken":"","trial":"none"}"#,
        ] {
            assert_eq!(Slide::read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            Slide::read(&String::from_utf8_lossy(&bytes));
        }
    }
}
