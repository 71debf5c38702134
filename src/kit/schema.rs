//! The kit as JSON Schema. Most fields are texts that only a reader of ours can judge; here stands what an editor can use.

use schemars::{Schema, SchemaGenerator, json_schema, schema_for};

use super::file::KitFile;
use crate::{
    codec,
    options::OPTIONS,
    questionnaire::{Input, PRESETS, QuestionId},
};

/// JSON Schema (draft 2020-12) of what `Kit::from_json` takes, indented.
pub fn schema() -> String {
    codec::pretty(&schema_for!(KitFile)) + "\n"
}

pub(super) fn line(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "maxLength": 60 })
}

pub(super) fn logo(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^data:image/[a-z+]+;base64,", "maxLength": 70_000 })
}

pub(super) fn colour(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^#([0-9A-Fa-f]{3}){1,2}$" })
}

pub(super) fn address(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "pattern": "^(https://|mailto:)", "maxLength": 1_000 })
}

pub(super) fn options(_: &mut SchemaGenerator) -> Schema {
    let known: Vec<_> = OPTIONS.iter().map(|option| option.id.0).collect();
    json_schema!({ "anyOf": [
        { "type": "array", "items": { "enum": known }, "minItems": 2 },
        { "type": "string", "description": "set apart by blanks or commas" },
    ] })
}

pub(super) fn preset(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": PRESETS.iter().map(|preset| preset.id).collect::<Vec<_>>() })
}

pub(super) fn region(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": tokens(QuestionId::Region) })
}

pub(super) fn currency(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": tokens(QuestionId::Currency) })
}

pub(super) fn figure(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "anyOf": [{ "type": "number", "minimum": 0 }, { "type": "string", "pattern": "[0-9]" }] })
}

/// What may be answered to a question.
fn tokens(id: QuestionId) -> Vec<&'static str> {
    match id.question().input {
        Input::Choice(choices) => choices().into_iter().map(|(token, _)| token).collect(),
        Input::Number { .. } => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn every_field_is_described_and_none_is_needed() {
        let schema: Value = serde_json::from_str(&schema()).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!((&schema["additionalProperties"], &schema["required"]), (&Value::Bool(false), &Value::Null));
        let properties = schema["properties"].as_object().unwrap();
        assert_eq!(properties.len(), 13);
        for (name, property) in properties {
            assert!(property["description"].is_string(), "{name}: {property}");
            assert!(property.get("enum").or(property.get("type")).or(property.get("anyOf")).is_some(), "{name}");
        }
        assert!(properties["region"]["enum"].as_array().unwrap().contains(&"eu-central-1".into()));
        assert!(properties["currency"]["enum"].as_array().unwrap().contains(&"eur".into()));
        assert_eq!(properties["theme"]["enum"], serde_json::json!(["auto", "light", "dark"]));
    }
}
