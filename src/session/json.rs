//! Answers as JSON, for files and the command line: an object with the questions' keys, each with a number or a word.
//!
//! What is read becomes an answer as on the page and in links, through [`Field`], so that the same ranges hold everywhere and
//! the same words say so.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::{Field, measured::figure};
use crate::{
    codec::{self, Format, Problem, shown},
    questionnaire::{
        Answers, ClosedSet, Criterion, Input, Measured, QUESTIONS, Question, QuestionId, number, question,
    },
};

/// The field of the 100 points.
pub(super) const WEIGHTS: &str = "weights";
/// The field of the reader's own figures.
pub(super) const OVERRIDES: &str = "overrides";
/// The field of what was measured.
pub(super) const MEASURED: &str = "measured";
/// Within it, where.
const SOURCE: &str = "source";
/// The field of the choices that are made already.
pub(super) const PINS: &str = "pins";

/// The largest honest file has a few kilobytes.
const FORMAT: Format = Format { name: "answers", like: "a JSON object, like {\"visits\": \"300k\"}", longest: 256_000 };

impl Answers {
    /// Reads answers from JSON. What is left out keeps its default.
    ///
    /// # Errors
    /// Every field that could not be taken, each with what would be right.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        let members = FORMAT.object(text).map_err(|problem| vec![problem])?;
        let mut reading = Reading::default();
        // A rate is taken for the currency beside it, wherever that stands.
        let mut members: Vec<_> = members.iter().collect();
        members.sort_by_key(|(name, _)| *name == QuestionId::Exchange.token());
        for (name, value) in members {
            if reading.is_full() {
                break;
            }
            match (name.as_str(), question(name)) {
                (WEIGHTS, _) => reading.figures(WEIGHTS, value, |token| format!("points.{token}")),
                (OVERRIDES, _) => reading.figures(OVERRIDES, value, own_key),
                (MEASURED, _) => reading.measured(value),
                (PINS, _) => reading.pins(value),
                (_, Some(question)) => reading.take(name, Ok(Field::Question(question.id)), said(question, value)),
                (_, None) => reading.problems.push(codec::unknown(name, known())),
            }
        }
        if reading.problems.is_empty() { Ok(reading.answers) } else { Err(reading.problems) }
    }

    /// Writes every answer as JSON, indented, in the order asked; [`Self::from_json`] reads it back unchanged.
    pub fn to_json(&self) -> String {
        let answers = QUESTIONS.iter().map(|question| (question.id.token(), written(question, &question.read(self))));
        let points = Criterion::ALL.iter().map(|one| (one.token(), codec::number(self.weights.of(*one).value())));
        codec::pretty(&File {
            answers: InOrder(answers.collect()),
            weights: InOrder(points.collect()),
            overrides: self.overrides.iter().map(|(id, value)| (id, codec::number(value))).collect(),
            measured: written_measured(&self.measured),
            pins: InOrder(self.pins.iter().map(|(choice, value)| (choice.token(), value.into())).collect()),
        }) + "\n"
    }
}

/// Answers as they are written, in the order asked.
#[derive(Serialize)]
struct File<'a> {
    #[serde(flatten)]
    answers: InOrder,
    weights: InOrder,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    overrides: BTreeMap<&'a str, Value>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    measured: BTreeMap<&'a str, Value>,
    #[serde(skip_serializing_if = "InOrder::is_empty")]
    pins: InOrder,
}

/// The members of an object, written in the order they have here.
struct InOrder(Vec<(&'static str, Value)>);

impl InOrder {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for InOrder {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// Where so much is wrong, the rest is not looked at: nothing of the file is taken anyway.
const MOST_PROBLEMS: usize = 100;

/// The answers so far, and what could not be taken.
#[derive(Default)]
struct Reading {
    answers: Answers,
    problems: Vec<Problem>,
}

impl Reading {
    /// Takes one figure or word as if it had been typed into its field.
    fn take(&mut self, path: &str, field: Result<Field, Problem>, text: Result<String, String>) {
        let answered = field.and_then(|field| {
            let text = text.map_err(|message| Problem::new(path, message))?;
            field.answer(&self.answers, &text)
        });
        match answered {
            Ok(answers) => self.answers = answers,
            Err(problem) => self.problems.push(Problem::new(path, problem.message)),
        }
    }

    /// Takes what was measured: a source, and a range for each parameter.
    fn measured(&mut self, value: &Value) {
        let Some(members) = value.as_object() else {
            let message = format!("must be an object of ranges; {} was given", shown(value));
            return self.problems.push(Problem::new(MEASURED, message));
        };
        let mut measured = Measured::new(members.get(SOURCE).and_then(Value::as_str).unwrap_or("a log"));
        for (name, value) in members.iter().filter(|(name, _)| *name != SOURCE) {
            let numbers: Option<Vec<f64>> = value.as_array().and_then(|list| list.iter().map(Value::as_f64).collect());
            let taken = match numbers.as_deref() {
                Some([low, typical, high]) => figure(name, [*low, *typical, *high]),
                Some(_) | None => Err(format!("must be a list of three numbers; {} was given", shown(value))),
            };
            match taken {
                Ok((id, range)) => measured.insert(id, range),
                Err(message) => self.problems.push(Problem::new(&format!("{MEASURED}.{name}"), message)),
            }
        }
        if !measured.is_empty() {
            self.answers.measured = measured;
        }
    }

    /// Takes an object of choices with their values.
    fn pins(&mut self, value: &Value) {
        let Some(members) = value.as_object() else {
            let message = format!("must be an object, like {{\"nat\": \"none\"}}; {} was given", shown(value));
            return self.problems.push(Problem::new(PINS, message));
        };
        for (inner, value) in members {
            let text = match value {
                Value::String(text) => Ok(text.clone()),
                Value::Number(number) => Ok(number.to_string()),
                Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => {
                    Err(format!("must be a word in quotes or a number; {} was given", shown(value)))
                }
            };
            self.take(&format!("{PINS}.{inner}"), Field::from_key(&format!("pin.{inner}")), text);
        }
    }

    fn is_full(&self) -> bool {
        self.problems.len() >= MOST_PROBLEMS
    }

    /// Takes an object of numbers, whose names become keys of fields.
    fn figures(&mut self, name: &str, value: &Value, key: fn(&str) -> String) {
        let Some(members) = value.as_object() else {
            let message = format!("must be an object of numbers; {} was given", shown(value));
            return self.problems.push(Problem::new(name, message));
        };
        for (inner, value) in members {
            if self.is_full() {
                return;
            }
            let text = value.as_f64().map(number::token);
            let text = text.ok_or_else(|| format!("must be a number; {} was given", shown(value)));
            self.take(&format!("{name}.{inner}"), Field::from_key(&key(inner)), text);
        }
    }
}

/// What was measured, by parameter, and its source; empty where nothing was.
fn written_measured(measured: &Measured) -> BTreeMap<&str, Value> {
    let figures = measured.iter().map(|(id, range)| (id.into(), range.map(codec::number).to_vec().into()));
    let source = (!measured.is_empty()).then(|| (SOURCE, measured.source().into()));
    figures.chain(source).collect()
}

/// The key of the field that a figure of one's own goes to: names of prices have dots, names of assumptions have none.
fn own_key(name: &str) -> String {
    let kind = if name.contains('.') { 'p' } else { 'a' };
    format!("{kind}.{name}")
}

fn known() -> impl Iterator<Item = &'static str> {
    QUESTIONS.iter().map(|question| question.id.token()).chain([WEIGHTS, OVERRIDES, MEASURED, PINS])
}

/// The text that a value stands for as an answer to this question.
fn said(question: &Question, value: &Value) -> Result<String, String> {
    let wanted = match (question.input, value) {
        (_, Value::String(text)) => return Ok(text.clone()),
        (Input::Number { .. }, Value::Number(number)) => {
            return Ok(number.as_f64().map_or_else(|| number.to_string(), number::token));
        }
        (Input::Number { unlimited: Some(word), .. }, Value::Null) => return Ok(word.to_owned()),
        (Input::Number { .. }, _) => "a number",
        (Input::Choice(_), _) => "a word in quotes",
    };
    Err(format!("{} must be {wanted}; {} was given", question.label, shown(value)))
}

/// A token as JSON: numbers plain, words in quotes.
fn written(question: &Question, token: &str) -> Value {
    match (question.input, number::parse(token, "")) {
        (Input::Number { .. }, Some(value)) => codec::number(value),
        (Input::Number { .. }, None) | (Input::Choice(_), _) => token.into(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Map;

    use super::*;
    use crate::{questionnaire::PRESETS, session::decode};

    fn complaints(text: &str) -> Vec<String> {
        Answers::from_json(text).err().unwrap_or_default().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn presets_come_back_unchanged() {
        for preset in PRESETS {
            let mut answers = (preset.answers)();
            answers.overrides.insert("ppv".to_owned(), 2.5);
            answers.overrides.insert("ec2.t4g.small".to_owned(), 0.0123);
            assert_eq!(Answers::from_json(&answers.to_json()), Ok(answers), "{}", preset.id);
        }
    }

    #[test]
    fn answers_are_written_in_the_order_asked_and_numbers_plainly() {
        let written = Answers::default().to_json();
        assert!(written.starts_with("{\n  \"site\": \"blog\",\n  \"visits\": 300000,\n"), "{written}");
        assert!(written.ends_with("\n    \"deploys\": 5\n  }\n}\n"), "{written}");
    }

    #[test]
    fn numbers_may_be_written_as_people_do_and_limits_left_open() {
        let answers = Answers::from_json(r#"{"visits": "1.2m", "budget": null, "outage": "none", "growth": "unsure"}"#);
        let answers = answers.unwrap();
        assert_eq!(answers.visits.known().map(|visits| visits.value()), Some(1_200_000.0));
        assert_eq!((answers.budget, answers.max_outage, answers.growth.known()), (None, None, None));
    }

    #[test]
    fn every_field_that_is_wrong_is_named_with_what_would_be_right() {
        assert_eq!(
            complaints(
                r#"{"vists": 5, "zone": true, "visits": 7, "git": "sometimes", "weights": {"cots": 3, "cost": 900, "effort": "x"},
                    "overrides": {"PPV": 1, "ppv": -1, "h_origin": 95, "nat.hour": null, "moon.hour": 1, "__proto__": 1}}"#
            ),
            [
                "git: Does your team use Git and CI/CD? must be one of yes, learning, no; \"sometimes\" is not among them",
                "overrides.PPV: is not an assumption of this version; did you mean ppv?",
                "overrides.__proto__: is not an assumption of this version",
                "overrides.h_origin: Page cache hit ratio on the server must be between 0 and 1; you gave 95",
                "overrides.moon.hour: is not a price of this version",
                "overrides.nat.hour: must be a number; null was given",
                "overrides.ppv: Pages per visit must be between 1 and 50; you gave -1",
                "visits: Visits a month must be between 100 and 100m visits; you gave 7",
                "vists: is not a known field; \"visits\" is the nearest",
                "weights.cost: Monthly cost must be between 0 and 100; you gave 900",
                "weights.cots: is not a criterion of this version; did you mean cost?",
                "weights.effort: must be a number; \"x\" was given",
                "zone: Must it survive the loss of an Availability Zone? must be a word in quotes; true was given",
            ]
        );
        assert_eq!(
            complaints(r#"{"weights": [1], "overrides": 7}"#),
            [
                "overrides: must be an object of numbers; 7 was given",
                "weights: must be an object of numbers; a list was given",
            ]
        );
    }

    /// What is out of range is so whether it comes in a link, in a file or from the page, and in the same words.
    #[test]
    fn ranges_are_the_same_wherever_a_value_comes_from() {
        for (key, json, given) in [
            ("visits", "{\"visits\": 7}", "7"),
            ("vat", "{\"vat\": -1}", "-1"),
            ("a.h_origin", "{\"overrides\": {\"h_origin\": 95}}", "95"),
            ("p.nat.hour", "{\"overrides\": {\"nat.hour\": 1e9}}", "1000000000"),
        ] {
            let typed = Field::from_key(key).unwrap().answer(&Answers::default(), given).unwrap_err();
            let linked = decode(&format!("{key}={given}")).notes.remove(0);
            let filed = Answers::from_json(json).unwrap_err().remove(0);
            assert_eq!((&linked.message, linked.field.as_str()), (&typed.message, key));
            let numbers_as_given = filed.message.replace("1000m", "1000000000");
            assert_eq!(numbers_as_given, typed.message);
        }
    }

    #[test]
    fn what_is_not_an_object_is_refused() {
        assert_eq!(complaints("[1]"), ["answers: must be a JSON object, like {\"visits\": \"300k\"}, not a list"]);
        assert!(complaints("{")[0].starts_with("answers: must be a JSON object"));
        assert_eq!(complaints(&" ".repeat(256_001)), ["answers: must be at most 256 KB; 257 KB were given"]);
        let twice = r#"{"overrides": {"s_u": 0.1, "s_u": 0.2}}"#;
        assert_eq!(complaints(twice), ["overrides.s_u: is there twice at line 1 column 34"]);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            drop(Answers::from_json(&String::from_utf8_lossy(&bytes)));
        }

        #[test]
        fn any_value_of_any_field_is_read_without_a_fault(
            pick in any::<prop::sample::Index>(), number in any::<f64>(), text in ".{0,20}", inner in "[a-z._]{0,9}",
        ) {
            let names: Vec<&str> = known().collect();
            for value in [codec::number(number), text.into(), serde_json::json!({ inner: number })] {
                let mut file = Map::new();
                file.insert((*pick.get(&names)).to_owned(), value);
                if let Ok(answers) = Answers::from_json(&codec::compact(&file)) {
                    prop_assert_eq!(Answers::from_json(&answers.to_json()), Ok(answers));
                }
            }
        }
    }
}
