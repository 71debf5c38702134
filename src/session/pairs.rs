//! Answers as `key=value` pairs of what differs from others, and read again.

use super::{Field, WhatIfs, measured, percent};
use crate::{
    questionnaire::{
        Answers, ClosedSet, Criterion, Measured, Priorities, Problem, QUESTIONS, QuestionId, Weights, number, preset,
    },
    units::{Points, text},
};

/// The version of links written today. A change of a key's meaning raises it.
pub const VERSION: u32 = 1;

/// A link in which more than this is not understood is not one of ours, and the rest of it is not looked at.
pub(super) const MOST_REFUSED: usize = 100;

/// What answers say otherwise than the usual ones, as pairs. An empty value takes away what the usual ones have.
pub(super) fn differences(answers: &Answers, usual: &Answers) -> Vec<String> {
    let mut pairs: Vec<String> = QUESTIONS
        .iter()
        .filter(|question| question.read(answers) != question.read(usual))
        .map(|question| format!("{}={}", question.id, percent::encode(&question.read(answers))))
        .collect();
    if answers.weights != usual.weights {
        pairs.push(format!("points={}", points(&answers.weights)));
    }
    let own = |id: &str| format!("{}.{}=", if id.contains('.') { 'p' } else { 'a' }, percent::encode(id));
    let replaced = answers.overrides.iter().filter(|(id, value)| usual.overrides.get(id) != Some(*value));
    pairs.extend(replaced.map(|(id, value)| format!("{}{value}", own(id))));
    let released = usual.overrides.iter().filter(|(id, _)| answers.overrides.get(id).is_none());
    pairs.extend(released.map(|(id, _)| own(id)));
    if answers.measured != usual.measured {
        let measured = answers.measured.iter();
        pairs.extend(
            measured
                .map(|(id, range)| format!("m.{}={}", <&str>::from(id), percent::encode(&measured::written(range)))),
        );
        let source = if answers.measured.is_empty() { "" } else { answers.measured.source() };
        pairs.push(format!("measured={}", percent::encode(source)));
    }
    let pinned = answers.pins.iter().filter(|(choice, value)| usual.pins.get(*choice) != Some(*value));
    pairs.extend(pinned.map(|(choice, value)| format!("pin.{choice}={}", percent::encode(value))));
    let open = usual.pins.iter().filter(|(choice, _)| answers.pins.get(*choice).is_none());
    pairs.extend(open.map(|(choice, _)| format!("pin.{choice}=")));
    pairs
}

/// The pairs of a fragment.
pub(super) fn pairs(fragment: &str) -> Vec<(String, String)> {
    fragment
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(key, value)| (percent::decode(key), percent::decode(value)))
        .collect()
}

/// Reads pairs as answers over others, and as what the week is to bring where that is asked for.
pub(super) fn read(
    pairs: &[(String, String)],
    defaults: &Answers,
    mut what_ifs: Option<&mut WhatIfs>,
    notes: &mut Vec<Problem>,
) -> Answers {
    // A rate is taken for the currency beside it, wherever that stands.
    let mut pairs: Vec<_> = pairs.iter().collect();
    pairs.sort_by_key(|(key, _)| key == QuestionId::Exchange.token());
    let is_whole = pairs.iter().any(|(key, _)| key == "v");
    let mut answers = if is_whole { Answers::default() } else { defaults.clone() };
    for (_, value) in pairs.iter().filter(|(key, _)| key == "preset") {
        match preset(value) {
            Some(preset) if is_whole => answers = (preset.answers)(),
            Some(preset) => answers = with_defaults((preset.answers)(), defaults),
            None => notes.push(note("preset", format!("\"{}\" is not a preset of this version", text::cut(value, 40)))),
        }
    }
    if let Some((_, source)) = pairs.iter().find(|(key, _)| key == "measured") {
        answers.measured = Measured::new(source);
    }
    for (key, value) in pairs {
        if notes.len() >= MOST_REFUSED {
            break;
        }
        let taken = match (key.as_str(), &mut what_ifs) {
            ("preset" | "measured", _) => continue,
            ("v", _) => version(value).map(|()| answers.clone()),
            (key, _) if key.starts_with("m.") => measured::read(&key[2..], value)
                .map(|(id, range)| {
                    let mut next = answers.clone();
                    next.measured.insert(id, range);
                    next
                })
                .map_err(|message| note(key, message)),
            ("points", _) => weights(value).map(|weights| Answers { weights, ..answers.clone() }),
            (key, Some(what_ifs)) if key.starts_with("if.") => {
                what_ifs.take(&key[3..], value).map(|()| answers.clone())
            }
            (key, _) => Field::from_key(key).and_then(|field| field.answer(&answers, value)),
        };
        match taken {
            Ok(changed) => answers = changed,
            Err(problem) => notes.push(note(&problem.field, problem.message)),
        }
    }
    if answers.measured.is_empty() {
        answers.measured = Measured::default();
    }
    answers
}

/// What a consultant sets once for all sites.
const CONSULTANT_DEFAULTS: [QuestionId; 6] = [
    QuestionId::Region,
    QuestionId::Rate,
    QuestionId::Work,
    QuestionId::Currency,
    QuestionId::Exchange,
    QuestionId::Vat,
];

/// A preset's answers with the consultant's region, money and tax, as far as the consultant has set them.
pub(super) fn with_defaults(answers: Answers, defaults: &Answers) -> Answers {
    let usual = Answers::default();
    let asked = CONSULTANT_DEFAULTS.iter().map(|id| id.question());
    let set = asked.filter(|asked| asked.read(defaults) != asked.read(&usual));
    set.fold(answers, |answers, asked| asked.answer(&answers, &asked.read(defaults)).unwrap_or(answers))
}

fn version(text: &str) -> Result<(), Problem> {
    match text.parse::<u32>() {
        Ok(version) if version <= VERSION => Ok(()),
        Ok(version) => Err(note(
            "v",
            format!(
                "this link is of version {version}, newer than this page's {VERSION}; what is known of it was taken"
            ),
        )),
        Err(_) => {
            Err(note("v", format!("the version must be a number, like {VERSION}; \"{}\" is not", text::cut(text, 40))))
        }
    }
}

/// Points as the name of a ready-made spread, or as numbers in the order of the criteria.
fn points(weights: &Weights) -> String {
    let ready = Priorities::ALL.iter().find(|priorities| priorities.weights() == *weights);
    if let Some(priorities) = ready {
        return priorities.token().to_owned();
    }
    let values: Vec<f64> = Criterion::ALL.iter().map(|criterion| weights.of(*criterion).value()).collect();
    let separator = if values.iter().all(|value| value.trunc() == *value) { "." } else { "-" };
    values.iter().map(|value| format!("{value}")).collect::<Vec<_>>().join(separator)
}

fn weights(text: &str) -> Result<Weights, Problem> {
    if let Some(priorities) = Priorities::from_token(text) {
        return Ok(priorities.weights());
    }
    let separator = if text.contains('-') { '-' } else { '.' };
    let values: Vec<Option<f64>> = text
        .split(separator)
        .map(|part| number::parse(part, "").filter(|value| (0.0..=100.0).contains(value)))
        .collect();
    let values: Option<Vec<f64>> = values.into_iter().collect();
    match values {
        Some(values) if values.len() == Criterion::ALL.len() => {
            let spread = Criterion::ALL.iter().zip(values);
            Ok(spread.fold(Weights::new([0.0; 8]), |weights, (criterion, value)| {
                weights.with(*criterion, Points::new(value))
            }))
        }
        Some(_) | None => {
            let message = format!(
                "must be eight numbers from 0 to 100, like 20.15.15.10.10.15.5.10; \"{}\" is not",
                text::cut(text, 40)
            );
            Err(note("points", message))
        }
    }
}

pub(super) fn note(field: &str, message: String) -> Problem {
    Problem { field: text::cut(field, 40), message }
}
