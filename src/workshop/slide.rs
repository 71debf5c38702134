use super::PAGES;
use crate::{
    json::{self, object},
    questionnaire::{Answers, Choice},
    session::{self, Appearance},
};

/// What the audience sees: answers and a page. There is no place in it for notes.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// Which of [`PAGES`].
    pub page: usize,
    /// The answers, from which the audience's window works everything else out by itself.
    pub answers: Answers,
    /// Light or dark.
    pub appearance: Appearance,
}

/// The version of the text.
const VERSION: u32 = 1;
/// Longest text that is read.
const LONGEST: usize = 32_000;

impl Slide {
    /// The slide as text, for the audience's window.
    pub fn written(&self) -> String {
        object([
            ("source", "groundplan-workshop".into()),
            ("version", VERSION.into()),
            ("page", (self.page as f64).into()),
            ("link", session::encode(&self.answers).into()),
            ("appearance", self.appearance.token().into()),
        ])
        .to_string()
    }

    /// Reads a slide; none when the text is not one, or of another version.
    pub fn read(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let value = json::read(text).ok()?;
        let slide = value.members()?;
        if slide.text("source")? != "groundplan-workshop" || slide.get("version")? != &VERSION.into() {
            return None;
        }
        let page = slide.get("page")?.count().filter(|page| *page < PAGES.len())?;
        let answers = session::decode(slide.text("link")?).answers;
        let appearance = Appearance::from_token(slide.text("appearance")?)?;
        Some(Self { page, answers, appearance })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        questionnaire::PRESETS,
        workshop::{Deed, Moment, Workshop},
    };

    #[test]
    fn a_slide_comes_back_and_carries_no_notes() {
        let answers = (PRESETS[3].answers)();
        let workshop = Workshop::default()
            .after(Deed::Call("Acme, second day".to_owned()))
            .after(Deed::Speaks("Grace".to_owned()))
            .after(Deed::Next)
            .after(Deed::Decided {
                before: Box::default(),
                after: Box::new(answers.clone()),
                at: Moment::parse("2026-11-22T09:41:00Z").unwrap(),
            })
            .after(Deed::Why(0, "Between us: they will not pay for it".to_owned()));
        let slide = workshop.slide(&answers, Appearance::Dark);
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
            r#"{"source":"groundplan-workshop","version":2,"page":0,"link":"","appearance":"auto"}"#,
            r#"{"source":"groundplan-workshop","version":1,"page":99,"link":"","appearance":"auto"}"#,
            r#"{"source":"groundplan-workshop","version":1,"page":-1,"link":"","appearance":"auto"}"#,
            r#"{"source":"groundplan-workshop","version":1,"page":0,"link":7,"appearance":"auto"}"#,
            r#"{"source":"elsewhere","version":1,"page":0,"link":"","appearance":"auto"}"#,
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
