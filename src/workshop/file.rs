//! A workshop as a file: JSON with a version, to be saved, mailed and loaded again.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    Entry, Moment, PAGES, Workshop,
    log::{LONGEST_WHY, MOST, named},
};
use crate::{
    codec::{self, Format, Problem},
    questionnaire::Answers,
    session::{Decoded, Field, Scenarios, decode, encode_all},
    units::words,
};

/// The version of files written today.
const VERSION: u64 = 1;
/// The largest file, in bytes. A full log has 1,000 entries, each with at most 840 characters of up to four bytes and 250
/// bytes of names and blanks; the answers have at most 16,000.
const LARGEST: usize = 4_000_000;
const FORMAT: Format = Format { name: "file", like: "a file saved by a workshop", longest: LARGEST };

/// Longest answer as its token, in characters.
const LONGEST_TOKEN: usize = 80;

/// The file as it is written. It is read with entries of any kind, so that one that is broken costs no other.
#[derive(Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(title = "Groundplan workshop"))]
#[serde(deny_unknown_fields, bound(deserialize = "E: Deserialize<'de>"))]
struct File<E> {
    groundplan: Kind,
    /// The version of this format.
    version: u64,
    /// What the workshop is called.
    #[serde(default)]
    title: String,
    /// The page shown, from 0.
    #[serde(default)]
    page: usize,
    /// Who is speaking.
    #[serde(default)]
    speaker: String,
    /// The answers, as a share link has them after its #.
    #[serde(default)]
    answers: String,
    /// What was decided, oldest first.
    #[serde(default)]
    log: Vec<E>,
}

/// What a file of ours is of.
#[derive(Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Workshop,
}

/// An entry of the log as it is written.
#[derive(Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(rename = "Entry"))]
#[serde(deny_unknown_fields)]
struct Row {
    /// What was answered: a question's key, or `points.` and a criterion.
    field: String,
    /// The answer before.
    from: String,
    /// The answer after.
    to: String,
    /// Who insisted on it.
    #[serde(default)]
    who: String,
    /// Why.
    #[serde(default)]
    why: String,
    /// When, like 2026-11-22T09:41:00Z.
    #[serde(default)]
    at: String,
}

/// JSON Schema (draft 2020-12) of a workshop's file, indented.
#[cfg(not(target_arch = "wasm32"))]
pub fn schema() -> String {
    codec::pretty(&schemars::schema_for!(File<Row>)) + "\n"
}

impl Workshop {
    /// The largest file that is written or read, in bytes.
    pub const LARGEST_FILE: usize = LARGEST;

    /// The workshop, its answers and the scenarios beside them as the text of a file.
    pub fn to_file(&self, answers: &Answers, scenarios: &Scenarios) -> String {
        codec::pretty(&File {
            groundplan: Kind::Workshop,
            version: VERSION,
            title: self.title.clone(),
            page: self.page,
            speaker: self.speaker.clone(),
            answers: encode_all(answers, scenarios),
            log: self.log.entries().iter().map(Row::of).collect(),
        })
    }

    /// Reads a file: the workshop, its answers with the scenarios beside them, and what in it was not understood and left out.
    ///
    /// # Errors
    /// Says what would be right, when it is no file of a workshop or has a field that is wrong.
    pub fn from_file(text: &str) -> Result<(Self, Decoded), Problem> {
        let file = read(text)?;
        let mut decoded = decode(&file.answers);
        let problems = &mut decoded.notes;
        for (field, name) in [("title", &file.title), ("speaker", &file.speaker)] {
            problems.extend(words::name(name).err().map(|message| Problem::new(field, message)));
        }
        let mut workshop = Self {
            title: named(&file.title),
            page: file.page.min(PAGES.len() - 1),
            speaker: named(&file.speaker),
            ..Self::default()
        };
        if file.log.len() > MOST {
            problems.push(Problem::new("log", format!("only its first {MOST} entries were read")));
        }
        let mut unread = Vec::new();
        for (at, value) in file.log.iter().take(MOST).enumerate() {
            let entry = codec::decode::<Row>("", value).and_then(Row::entry);
            match entry {
                Ok(entry) => workshop.log.push(entry),
                Err(problem) => unread.push(problem.within(&format!("log[{at}]"))),
            }
        }
        if let Some(first) = unread.first() {
            let message = format!("{} of its entries were not understood and left out; {first}", unread.len());
            problems.push(Problem::new("log", message));
        }
        Ok((workshop, decoded))
    }
}

/// Reads all but the entries. What is no workshop, or one of a later version, is told before what is wrong in it.
fn read(text: &str) -> Result<File<Value>, Problem> {
    let members = FORMAT.object(text)?;
    if members.get("groundplan").and_then(Value::as_str) != Some("workshop") {
        let message = format!("must be {}; this is JSON of something else", FORMAT.like);
        return Err(Problem::new(FORMAT.name, message));
    }
    match members.get("version").and_then(Value::as_u64) {
        Some(1..=VERSION) => codec::decode(FORMAT.name, &Value::Object(members)),
        Some(version) => {
            let message = format!("is of version {version}, newer than this page's {VERSION}: load the page again");
            Err(Problem::new(FORMAT.name, message))
        }
        None => Err(Problem::new(FORMAT.name, "must name its version")),
    }
}

impl Row {
    fn of(entry: &Entry) -> Self {
        Self {
            field: entry.field.key(),
            from: entry.from.clone(),
            to: entry.to.clone(),
            who: entry.who.clone(),
            why: entry.why.clone(),
            at: entry.at.as_str().to_owned(),
        }
    }

    fn entry(self) -> Result<Entry, Problem> {
        Ok(Entry {
            field: Field::from_key(&self.field)?,
            from: words::prose(&self.from, LONGEST_TOKEN),
            to: words::prose(&self.to, LONGEST_TOKEN),
            who: named(&self.who),
            why: words::prose(&self.why, LONGEST_WHY),
            at: Moment::parse(&self.at).unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::workshop::{PresenterAction, log::LONGEST_WHO};

    fn held() -> (Workshop, Answers) {
        let answers = decode("preset=shop&zone=yes&a.ppv=2.5").answers;
        let workshop = Workshop::default()
            .after(PresenterAction::SetTitle("Harbour & Lane".to_owned()))
            .after(PresenterAction::SetSpeaker("Ada".to_owned()))
            .after(PresenterAction::GoTo(4))
            .after(PresenterAction::Log {
                before: Box::default(),
                after: Box::new(answers.clone()),
                at: Moment::parse("2026-11-22T09:41:00Z").unwrap(),
            })
            .after(PresenterAction::SetWhy(2, "\"Quoted\"\nand on a second line <b>".to_owned()));
        (workshop, answers)
    }

    #[test]
    fn a_file_brings_everything_back() {
        let (workshop, answers) = held();
        let scenarios = decode("s.1=s.name%3DToday").scenarios;
        let text = workshop.to_file(&answers, &scenarios);
        assert_eq!(Workshop::from_file(&text), Ok((workshop, Decoded { answers, scenarios, ..decode("") })));
    }

    #[test]
    fn what_is_no_such_file_is_refused_with_what_would_be_right() {
        let refused = |text: &str| Workshop::from_file(text).unwrap_err().to_string();
        assert_eq!(
            refused("PK\u{3}\u{4}"),
            "file: must be a file saved by a workshop: expected value at line 1 column 1"
        );
        assert_eq!(
            refused("{\"visits\": 5}"),
            "file: must be a file saved by a workshop; this is JSON of something else"
        );
        assert_eq!(
            refused(r#"{"groundplan": "workshop", "version": 9, "moon": 1}"#),
            "file: is of version 9, newer than this page's 1: load the page again"
        );
        assert_eq!(refused(r#"{"groundplan": "workshop"}"#), "file: must name its version");
        assert_eq!(refused(&" ".repeat(LARGEST + 1)), "file: must be at most 4 MB; 4.1 MB were given");
        let with = |more: &str| refused(&format!(r#"{{"groundplan": "workshop", "version": 1, {more}}}"#));
        assert_eq!(with(r#""titel": "x""#), "titel: is not a known field; \"title\" is the nearest");
        assert_eq!(with(r#""title": 7"#), "title: must be a text; 7 was given");
        assert_eq!(with(r#""page": -1"#), "page: must be a whole number of zero or more; -1 was given");
        assert_eq!(with(r#""log": {}"#), "log: must be a list; an object was given");
        assert_eq!(with(r#""log": [{"to": 1, "to": 2}]"#), "log[0].to: is there twice at line 1 column 65");
    }

    /// Whatever the script: letters of one byte, of three and of four, and what JSON has to escape.
    #[test]
    fn a_full_log_of_full_notes_is_saved_and_loaded_again() {
        let (one, two) = (Answers::default(), decode("zone=yes").answers);
        for letter in ["a", "\"", "\\", "議", "𐐀"] {
            let longest = |count: usize| letter.repeat(count);
            let mut workshop = Workshop::default()
                .after(PresenterAction::SetTitle(longest(LONGEST_WHO)))
                .after(PresenterAction::SetSpeaker(longest(LONGEST_WHO)));
            for i in 0..MOST {
                let (before, after) = if i % 2 == 0 { (&one, &two) } else { (&two, &one) };
                workshop.log.note(before, after, &longest(LONGEST_WHO), &Moment::default());
                workshop.log.annotate(i, None, Some(&longest(LONGEST_WHY)));
            }
            assert_eq!(workshop.log().entries().len(), MOST);
            let text = workshop.to_file(&one, &Scenarios::default());
            assert!(text.len() > 1000 * (LONGEST_WHO + LONGEST_WHY) && text.len() <= LARGEST, "{} bytes", text.len());
            assert_eq!(Workshop::from_file(&text), Ok((workshop, decode(""))));
        }
    }

    #[test]
    fn names_that_cannot_be_seen_are_left_out_and_told() {
        let text =
            r#"{"groundplan": "workshop", "version": 1, "title": "\u200b\u061c", "speaker": "Ada\u202e", "log": []}"#;
        let (workshop, Decoded { notes: problems, .. }) = Workshop::from_file(text).unwrap();
        assert_eq!((workshop.title(), workshop.speaker()), ("", "Ada"));
        assert_eq!(
            problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["title: must have characters that can be seen; all of those given are invisible"]
        );
    }

    #[test]
    fn the_schema_knows_every_field_of_a_written_file() {
        let (workshop, answers) = held();
        let written: Value = serde_json::from_str(&workshop.to_file(&answers, &Scenarios::default())).unwrap();
        let schema: Value = serde_json::from_str(&schema()).unwrap();
        let known = |schema: &Value, value: &Value| {
            let names: Vec<_> = value.as_object().unwrap().keys().cloned().collect();
            let mut properties: Vec<_> = schema["properties"].as_object().unwrap().keys().cloned().collect();
            properties.sort();
            assert_eq!((properties, &schema["additionalProperties"]), (names, &Value::Bool(false)));
        };
        known(&schema, &written);
        known(&schema["$defs"]["Entry"], &written["log"][0]);
    }

    #[test]
    fn what_is_broken_inside_is_left_out_and_told() {
        let text = r#"{"groundplan": "workshop", "version": 1, "page": 4000000, "answers": "v=1&site=shop&moon=1",
            "log": [7, {"field": "zone", "from": "no", "to": "yes"}, {"field": "moon", "from": "", "to": ""}]}"#;
        let (workshop, Decoded { answers, notes: problems, .. }) = Workshop::from_file(text).unwrap();
        assert_eq!((workshop.page(), workshop.log().entries().len()), (PAGES.len() - 1, 1));
        assert_eq!(encode_all(&answers, &Scenarios::default()), "v=1&site=shop");
        let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "moon: is not a question of this version",
                "log: 2 of its entries were not understood and left out; log[0]: must be an object; 7 was given"
            ]
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
            let mut text: Vec<char> = workshop.to_file(&answers, &Scenarios::default()).chars().collect();
            let at = at.index(text.len());
            text.splice(at..at, with.chars());
            if let Ok((read, Decoded { answers, scenarios, .. })) = Workshop::from_file(&text.into_iter().collect::<String>()) {
                let again = Workshop::from_file(&read.to_file(&answers, &scenarios));
                prop_assert_eq!(again.map(|(read, told)| (read, told.answers, told.scenarios)), Ok((read, answers, scenarios)));
            }
        }
    }
}
