//! A workshop as a file: JSON with a version, to be saved, mailed and loaded again.

use super::{
    Entry, Moment, PAGES, Workshop,
    log::{LONGEST_WHO, LONGEST_WHY, MOST, bounded},
};
use crate::{
    json::{self, Map, Value},
    questionnaire::{Answers, Problem},
    session::{Field, decode, encode},
};

/// The version of files written today.
const VERSION: usize = 1;
/// The most text that is read: a full log of full notes has less.
const LONGEST: usize = 2_000_000;

impl Workshop {
    /// The workshop and its answers as the text of a file.
    pub fn to_file(&self, answers: &Answers) -> String {
        let entries: Vec<Value> = self
            .log
            .entries()
            .iter()
            .map(|entry| {
                json::object([
                    ("field", entry.field.key().into()),
                    ("from", entry.from.as_str().into()),
                    ("to", entry.to.as_str().into()),
                    ("who", entry.who.as_str().into()),
                    ("why", entry.why.as_str().into()),
                    ("at", entry.at.as_str().into()),
                ])
            })
            .collect();
        let file = json::object([
            ("groundplan", "workshop".into()),
            ("version", (VERSION as f64).into()),
            ("title", self.title.as_str().into()),
            ("page", (self.page as f64).into()),
            ("speaker", self.speaker.as_str().into()),
            ("answers", encode(answers).into()),
            ("log", Value::List(entries)),
        ]);
        format!("{file:#}")
    }

    /// Reads a file: the workshop, its answers, and what in it was not understood and left out.
    ///
    /// # Errors
    /// Says what would be right, when it is no file of a workshop at all.
    pub fn from_file(text: &str) -> Result<(Self, Answers, Vec<Problem>), Problem> {
        let file = object(text).map_err(|message| problem("file", message))?;
        let mut problems = Vec::new();
        let text_of = |key: &str| file.text(key).unwrap_or_default();
        let decoded = decode(text_of("answers"));
        problems.extend(decoded.notes);
        let page = file.get("page").and_then(Value::count).unwrap_or(0);
        let mut workshop = Self {
            title: bounded(text_of("title"), LONGEST_WHO),
            page: page.min(PAGES.len() - 1),
            speaker: bounded(text_of("speaker"), LONGEST_WHO),
            ..Self::default()
        };
        let log = file.get("log").and_then(Value::list).unwrap_or_default();
        if log.len() > MOST {
            problems.push(problem("log", format!("only its first {MOST} entries were read")));
        }
        let mut unread = 0_usize;
        for value in log.iter().take(MOST) {
            match entry(value) {
                Some(entry) => workshop.log.push(entry),
                None => unread += 1,
            }
        }
        if unread > 0 {
            problems.push(problem("log", format!("{unread} of its entries were not understood and left out")));
        }
        Ok((workshop, decoded.answers, problems))
    }
}

fn object(text: &str) -> Result<Map<'_>, String> {
    if text.len() > LONGEST {
        return Err(format!("must be at most {} MB", LONGEST / 1_000_000));
    }
    let Ok(Value::Object(file)) = json::read(text) else {
        return Err("must be a file saved by a workshop".to_owned());
    };
    if file.text("groundplan") != Some("workshop") {
        return Err("must be a file saved by a workshop; this is JSON of something else".to_owned());
    }
    match file.get("version").and_then(Value::count) {
        Some(1..=VERSION) => Ok(file),
        Some(version) => Err(format!("is of version {version}, newer than this page's {VERSION}: load the page again")),
        None => Err("must name its version".to_owned()),
    }
}

fn entry(value: &Value<'_>) -> Option<Entry> {
    let text = |key: &str| value.members()?.text(key);
    Some(Entry {
        field: Field::from_key(text("field")?).ok()?,
        from: bounded(text("from")?, LONGEST_WHO),
        to: bounded(text("to")?, LONGEST_WHO),
        who: bounded(text("who").unwrap_or_default(), LONGEST_WHO),
        why: bounded(text("why").unwrap_or_default(), LONGEST_WHY),
        at: Moment::parse(text("at").unwrap_or_default()).unwrap_or_default(),
    })
}

fn problem(field: &str, message: String) -> Problem {
    Problem { field: field.to_owned(), message }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::workshop::Deed;

    fn held() -> (Workshop, Answers) {
        let answers = decode("preset=shop&zone=yes&a.ppv=2.5").answers;
        let workshop = Workshop::default()
            .after(Deed::Call("Harbour & Lane".to_owned()))
            .after(Deed::Speaks("Ada".to_owned()))
            .after(Deed::Turn(4))
            .after(Deed::Decided {
                before: Box::default(),
                after: Box::new(answers.clone()),
                at: Moment::parse("2026-11-22T09:41:00Z").unwrap(),
            })
            .after(Deed::Why(2, "\"Quoted\"\nand on a second line <b>".to_owned()));
        (workshop, answers)
    }

    #[test]
    fn a_file_brings_everything_back() {
        let (workshop, answers) = held();
        let text = workshop.to_file(&answers);
        assert_eq!(Workshop::from_file(&text), Ok((workshop, answers, Vec::new())));
    }

    #[test]
    fn what_is_no_such_file_is_refused_with_what_would_be_right() {
        let refused = |text: &str| Workshop::from_file(text).unwrap_err().to_string();
        assert_eq!(refused("PK\u{3}\u{4}"), "file: must be a file saved by a workshop");
        assert_eq!(
            refused("{\"visits\": 5}"),
            "file: must be a file saved by a workshop; this is JSON of something else"
        );
        assert_eq!(
            refused(r#"{"groundplan": "workshop", "version": 9}"#),
            "file: is of version 9, newer than this page's 1: load the page again"
        );
        assert_eq!(refused(&" ".repeat(LONGEST + 1)), "file: must be at most 2 MB");
    }

    #[test]
    fn what_is_broken_inside_is_left_out_and_told() {
        let text = r#"{"groundplan": "workshop", "version": 1, "page": 4000000, "answers": "v=1&site=shop&moon=1",
            "log": [7, {"field": "zone", "from": "no", "to": "yes"}, {"field": "moon", "from": "", "to": ""}]}"#;
        let (workshop, answers, problems) = Workshop::from_file(text).unwrap();
        assert_eq!((workshop.page(), workshop.log().entries().len()), (PAGES.len() - 1, 1));
        assert_eq!(encode(&answers), "v=1&site=shop");
        let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            ["moon: is not a question of this version", "log: 2 of its entries were not understood and left out"]
        );
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            drop(Workshop::from_file(&String::from_utf8_lossy(&bytes)));
        }

        #[test]
        fn a_file_cut_or_changed_anywhere_is_read_without_a_fault(at in any::<prop::sample::Index>(), with in ".{0,3}") {
            let (workshop, answers) = held();
            let mut text: Vec<char> = workshop.to_file(&answers).chars().collect();
            let at = at.index(text.len());
            text.splice(at..at, with.chars());
            if let Ok((read, answers, _)) = Workshop::from_file(&text.into_iter().collect::<String>()) {
                let again = Workshop::from_file(&read.to_file(&answers));
                prop_assert_eq!(again.map(|(read, answers, _)| (read, answers)), Ok((read, answers)));
            }
        }
    }
}
