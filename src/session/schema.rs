//! The answers as JSON Schema, so that an editor can help who writes them by hand. Made of the rows that ask, not of a type.

use schemars::{Schema, json_schema};
use serde_json::{Map, Value, json};

use super::{
    field::{LARGEST_PRICE, parameter},
    json::{MEASURED, OVERRIDES, PINS, WEIGHTS},
};
use crate::{
    choices::ChoiceId,
    codec,
    questionnaire::{Answers, ClosedSet, Criterion, Input, NOT_SURE, ParameterId, QUESTIONS, Question, number},
};

/// JSON Schema (draft 2020-12) of what [`Answers::from_json`] takes, indented.
pub fn schema() -> String {
    let mut properties: Map<String, Value> =
        QUESTIONS.iter().map(|question| (question.id.to_string(), property(question).to_value())).collect();
    let points: Map<String, Value> = Criterion::ALL
        .iter()
        .map(|criterion| {
            let about = format!("{}: {}", criterion.label(), criterion.swing());
            let points = json_schema!({ "type": "number", "minimum": 0, "maximum": 100, "description": about });
            (criterion.token().to_owned(), points.to_value())
        })
        .collect();
    let weights = json_schema!({
        "type": "object", "additionalProperties": false, "properties": points,
        "description": "What matters most: 100 points over the criteria. Other sums are rescaled.",
    });
    let overrides = json_schema!({
        "type": "object", "additionalProperties": false, "properties": own_figures(),
        // Names of prices have dots, names of assumptions have none.
        "patternProperties": {
            "^[a-z0-9_-]+(\\.[a-z0-9_-]+)+$": { "type": "number", "minimum": 0, "maximum": codec::number(LARGEST_PRICE) },
        },
        "description": "Figures of your own in place of an assumption (ppv) or a price in US dollars (nat.hour).",
    });
    properties.insert(WEIGHTS.to_owned(), weights.to_value());
    let measured = json_schema!({
        "type": "object",
        "properties": { "source": { "type": "string", "description": "File and span, like access.log, 2026-03-02 to 2026-03-15." } },
        "additionalProperties": { "type": "array", "items": { "type": "number", "minimum": 0 }, "minItems": 3, "maxItems": 3 },
        "description": "Figures measured in the site's own access log: the lowest, the typical and the highest. They hold as long as the answer beside them is the typical one.",
    });
    properties.insert(OVERRIDES.to_owned(), overrides.to_value());
    properties.insert(MEASURED.to_owned(), measured.to_value());
    let pins: Map<String, Value> =
        ChoiceId::ALL.iter().map(|choice| (choice.token().to_owned(), pin(*choice))).collect();
    let pins = json_schema!({
        "type": "object", "additionalProperties": false, "properties": pins,
        "description": "Choices of the design that are made already; what is left out is decided for you.",
    });
    properties.insert(PINS.to_owned(), pins.to_value());
    let schema = json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Groundplan answers",
        "description": "What is left out keeps its default.",
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    });
    codec::pretty(&schema) + "\n"
}

fn pin(choice: ChoiceId) -> Value {
    let tokens: Vec<&str> = choice.values().into_iter().map(|(token, _)| token).collect();
    match tokens.is_empty() {
        true => json!({ "type": ["string", "number"], "description": choice.label() }),
        false => json!({ "enum": tokens, "description": choice.label() }),
    }
}

/// The figures that can stand in place of an assumption.
fn own_figures() -> Map<String, Value> {
    let figure = |id: ParameterId| {
        let ([least, most], parameter) = (id.range(), parameter(id));
        let unit = if parameter.unit.is_empty() { String::new() } else { format!(" ({})", parameter.unit) };
        let figure = json_schema!({
            "type": "number", "minimum": codec::number(least), "maximum": codec::number(most),
            "description": format!("{}{unit}", parameter.name),
        });
        (id.token().to_owned(), figure.to_value())
    };
    ParameterId::all().map(figure).collect()
}

fn property(question: &Question) -> Schema {
    let about = format!("{} ({}). Why it is asked: {}.", question.label, question.hint, question.why);
    let default = question.read(&Answers::default());
    match question.input {
        Input::Choice(choices) => {
            let mut tokens: Vec<&str> = choices().into_iter().map(|(token, _)| token).collect();
            if question.may_be_open() {
                tokens.push(NOT_SURE);
            }
            json_schema!({ "description": about, "enum": tokens, "default": default })
        }
        Input::Number { min, max, unit, example, unlimited } => {
            let words: Vec<Value> = unlimited
                .into_iter()
                .flat_map(|word| [json!(word), Value::Null])
                .chain((question.may_be_open()).then(|| json!(NOT_SURE)))
                .collect();
            let unit = if unit.is_empty() { String::new() } else { format!(" Unit: {unit}.") };
            let mut ways = vec![
                json!({ "type": "number", "minimum": codec::number(min), "maximum": codec::number(max) }),
                json!({ "type": "string", "pattern": "[0-9]", "description": format!("like {example}") }),
            ];
            if !words.is_empty() {
                ways.push(json!({ "enum": words }));
            }
            let default = number::parse(&default, "").map_or_else(|| json!(default), codec::number);
            json_schema!({ "description": format!("{about}{unit}"), "anyOf": ways, "default": default })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_written_answers_is_described_and_every_default_holds() {
        let schema: Value = serde_json::from_str(&schema()).unwrap();
        let mut answers = Answers::default();
        answers.overrides.insert("ppv".to_owned(), 2.0);
        let written: Value = serde_json::from_str(&answers.to_json()).unwrap();
        for (field, value) in written.as_object().unwrap() {
            let property = &schema["properties"][field];
            assert!(property.is_object(), "{field}");
            if let Some(default) = property.get("default") {
                assert_eq!(default, value, "{field}");
            }
        }
    }
}
