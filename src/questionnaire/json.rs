//! Answers as JSON, for files and the command line: an object with the questions' keys, each with a number or a word.

use super::{
    Answers, Choice, Criterion, Input, Overrides, Problem, QUESTIONS, Question, nearest::nearest, number, question,
};
use crate::{
    json::{self, Map, Value},
    units::{Points, text},
};

/// The field of the 100 points.
pub(super) const WEIGHTS: &str = "weights";
/// The field of the reader's own figures.
pub(super) const OVERRIDES: &str = "overrides";
/// The most text that is read as answers; the largest honest file has a few kilobytes.
const LONGEST: usize = 256 * 1024;

impl Answers {
    /// Reads answers from JSON. What is left out keeps its default.
    ///
    /// # Errors
    /// Every field that could not be taken, each with what would be right.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        let fields = object(text).map_err(|message| vec![Problem { field: "answers".to_owned(), message }])?;
        let mut answers = Self::default();
        let mut problems = Vec::new();
        for (field, value) in fields.iter() {
            let taken = match (field.as_ref(), question(field)) {
                (WEIGHTS, _) => weights(&answers, value),
                (OVERRIDES, _) => overrides(&answers, value),
                (_, Some(question)) => answer(question, &answers, value),
                (_, None) => Err(vec![unknown(field, "", known())]),
            };
            match taken {
                Ok(changed) => answers = changed,
                Err(found) => problems.extend(found),
            }
        }
        if problems.is_empty() { Ok(answers) } else { Err(problems) }
    }

    /// Writes every answer as JSON, indented, in the order asked; [`Self::from_json`] reads it back unchanged.
    pub fn to_json(&self) -> String {
        let mut lines: Vec<String> = QUESTIONS
            .iter()
            .map(|question| format!("  \"{}\": {}", question.id, written(question, &question.read(self))))
            .collect();
        let points: Vec<_> = Criterion::ALL
            .iter()
            .map(|criterion| format!("\"{}\": {}", criterion.token(), self.weights.of(*criterion).value()))
            .collect();
        lines.push(format!("  \"{WEIGHTS}\": {{ {} }}", points.join(", ")));
        if !self.overrides.is_empty() {
            let own: Vec<_> = self.overrides.iter().map(|(id, value)| format!("\"{id}\": {value}")).collect();
            lines.push(format!("  \"{OVERRIDES}\": {{ {} }}", own.join(", ")));
        }
        format!("{{\n{}\n}}\n", lines.join(",\n"))
    }
}

/// Whether a text can be the name of an assumption or a price: these are the letters they are made of.
pub fn is_override_key(key: &str) -> bool {
    (1..=80).contains(&key.len())
        && key
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'_' | b'-'))
}

fn object(text: &str) -> Result<Map<'_>, String> {
    if text.len() > LONGEST {
        return Err(format!("must be at most {} KB; {} KB were given", LONGEST / 1024, text.len() / 1024));
    }
    match json::read(text) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(other) => Err(format!("must be a JSON object, like {{\"visits\": \"300k\"}}, not {}", shown(&other))),
        Err(error) => Err(format!("must be a JSON object, like {{\"visits\": \"300k\"}}: {error}")),
    }
}

fn known() -> impl Iterator<Item = &'static str> {
    QUESTIONS.iter().map(|question| question.id.token()).chain([WEIGHTS, OVERRIDES])
}

fn unknown<'a>(field: &str, prefix: &str, known: impl Iterator<Item = &'a str>) -> Problem {
    let field = text::cut(field, 60);
    let known: Vec<_> = known.collect();
    let message = match nearest(&field, known.iter().copied()) {
        Some(near) => format!("is not a known field; \"{prefix}{near}\" is the nearest"),
        None => format!("is not a known field; known are {}", known.join(", ")),
    };
    Problem { field: format!("{prefix}{field}"), message }
}

fn answer(question: &Question, answers: &Answers, value: &Value<'_>) -> Result<Answers, Vec<Problem>> {
    let (numeric, unlimited) = match question.input {
        Input::Number { unlimited, .. } => (Some(()), unlimited),
        Input::Choice(_) => (None, None),
    };
    let text = match (value, numeric, unlimited) {
        (Value::Text(text), _, _) => text.clone().into_owned(),
        (Value::Number(number), Some(()), _) => number::token(*number),
        (Value::Null, _, Some(word)) => word.to_owned(),
        _ => {
            let wanted = if numeric.is_some() { "a number" } else { "a word in quotes" };
            let message = format!("{} must be {wanted}; {} was given", question.label, shown(value));
            return Err(vec![Problem { field: question.id.to_string(), message }]);
        }
    };
    question.answer(answers, &text).map_err(|problem| vec![problem])
}

fn weights(answers: &Answers, value: &Value<'_>) -> Result<Answers, Vec<Problem>> {
    let mut answers = answers.clone();
    let mut problems = Vec::new();
    for (token, value) in members(WEIGHTS, value)?.iter() {
        match (Criterion::from_token(token), value.number()) {
            (None, _) => {
                let known = Criterion::ALL.iter().map(|criterion| criterion.token());
                problems.push(unknown(token, "weights.", known));
            }
            (Some(criterion), Some(points)) if (0.0..=100.0).contains(&points) => {
                answers.weights = answers.weights.with(criterion, Points::new(number::kept(points)));
            }
            (Some(_), _) => {
                let message = format!("must be a number of points from 0 to 100; {} was given", shown(value));
                problems.push(Problem { field: format!("weights.{token}"), message });
            }
        }
    }
    if problems.is_empty() { Ok(answers) } else { Err(problems) }
}

fn overrides(answers: &Answers, value: &Value<'_>) -> Result<Answers, Vec<Problem>> {
    let mut own = Overrides::default();
    let mut problems = Vec::new();
    for (key, value) in members(OVERRIDES, value)?.iter() {
        let problem = |message| Problem { field: format!("overrides.{}", text::cut(key, 60)), message };
        match value.number() {
            _ if !is_override_key(key) => {
                problems.push(problem("must be the name of an assumption or a price, like ppv or nat.hour".to_owned()));
            }
            Some(figure) if figure.is_finite() && figure >= 0.0 => {
                own.insert(key.clone().into_owned(), number::kept(figure));
            }
            Some(_) | None => {
                problems.push(problem(format!("must be a number of zero or more; {} was given", shown(value))));
            }
        }
    }
    if problems.is_empty() { Ok(Answers { overrides: own, ..answers.clone() }) } else { Err(problems) }
}

fn members<'v, 'a>(field: &str, value: &'v Value<'a>) -> Result<&'v Map<'a>, Vec<Problem>> {
    value.members().ok_or_else(|| {
        let message = format!("must be an object of numbers; {} was given", shown(value));
        vec![Problem { field: field.to_owned(), message }]
    })
}

/// A wrong value, short enough for a message.
fn shown(value: &Value<'_>) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::List(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        Value::Bool(_) | Value::Number(_) | Value::Text(_) => text::cut(&value.to_string(), 40),
    }
}

/// A token as JSON: numbers plain, words in quotes. Tokens need no escaping, they are made of plain letters.
fn written(question: &Question, token: &str) -> String {
    match (question.input, number::parse(token, "")) {
        (Input::Number { .. }, Some(value)) => format!("{value}"),
        (Input::Number { .. }, None) | (Input::Choice(_), _) => format!("\"{token}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::PRESETS;

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
                r#"{"vists": 5, "zone": true, "visits": 7, "git": "sometimes", "weights": {"cots": 3, "cost": 900},
                    "overrides": {"PPV": 1, "ppv": -1}}"#
            ),
            [
                "git: Are Git and CI/CD at home with you? must be one of yes, learning, no; \"sometimes\" is not among them",
                "overrides.PPV: must be the name of an assumption or a price, like ppv or nat.hour",
                "overrides.ppv: must be a number of zero or more; -1 was given",
                "visits: Visits a month must be between 100 and 100m visits; you gave 7",
                "vists: is not a known field; \"visits\" is the nearest",
                "weights.cost: must be a number of points from 0 to 100; 900 was given",
                "weights.cots: is not a known field; \"weights.cost\" is the nearest",
                "zone: Must it survive an Availability Zone? must be a word in quotes; true was given",
            ]
        );
    }

    #[test]
    fn what_is_not_an_object_is_refused() {
        assert_eq!(complaints("[1]"), ["answers: must be a JSON object, like {\"visits\": \"300k\"}, not a list"]);
        assert!(complaints("{")[0].starts_with("answers: must be a JSON object"));
        assert!(complaints(&" ".repeat(LONGEST + 1))[0].starts_with("answers: must be at most 256 KB"));
    }
}
