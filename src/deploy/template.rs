//! A CloudFormation template as a value: what is declared, and how it is written down.

use serde_json::{Value, json};

use super::yaml;

/// What happens to a resource that its stack no longer has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    /// It goes.
    Nothing,
    /// It stays, unless its very creation failed.
    Itself,
    /// It stays as a snapshot.
    Snapshot,
}

/// One resource.
#[derive(Clone, Debug)]
pub(super) struct Resource {
    pub(super) id: String,
    pub(super) kind: &'static str,
    pub(super) keep: Keep,
    pub(super) condition: Option<&'static str>,
    pub(super) depends: Vec<String>,
    /// Sections beside the properties: `Metadata`, `UpdatePolicy`.
    pub(super) beside: Vec<(&'static str, Value)>,
    pub(super) properties: Value,
}

impl Resource {
    pub(super) fn new(id: impl Into<String>, kind: &'static str, properties: Value) -> Self {
        Self {
            id: id.into(),
            kind,
            keep: Keep::Nothing,
            condition: None,
            depends: Vec::new(),
            beside: Vec::new(),
            properties,
        }
    }

    pub(super) const fn keep(mut self, keep: Keep) -> Self {
        self.keep = keep;
        self
    }

    pub(super) const fn only_if(mut self, condition: &'static str) -> Self {
        self.condition = Some(condition);
        self
    }

    pub(super) fn after(mut self, id: impl Into<String>) -> Self {
        self.depends.push(id.into());
        self
    }

    pub(super) fn beside(mut self, section: &'static str, value: Value) -> Self {
        self.beside.push((section, value));
        self
    }

    /// A policy check that does not apply here, with the reason, where checkov looks for it.
    pub(super) fn skip(self, check: &str, reason: &str) -> Self {
        self.beside("Metadata", json!({"checkov": {"skip": [{"id": check, "comment": reason}]}}))
    }
}

/// One parameter.
#[derive(Clone, Debug)]
pub(super) struct Parameter {
    pub(super) name: &'static str,
    pub(super) kind: &'static str,
    pub(super) description: &'static str,
    pub(super) default: Option<String>,
    pub(super) pattern: Option<&'static str>,
}

impl Parameter {
    pub(super) const fn new(name: &'static str, kind: &'static str, description: &'static str) -> Self {
        Self { name, kind, description, default: None, pattern: None }
    }

    /// A text.
    pub(super) const fn text(name: &'static str, description: &'static str) -> Self {
        Self::new(name, "String", description)
    }

    pub(super) fn or(mut self, default: impl Into<String>) -> Self {
        self.default = Some(default.into());
        self
    }

    pub(super) const fn like(mut self, pattern: &'static str) -> Self {
        self.pattern = Some(pattern);
        self
    }

    fn value(&self) -> Value {
        let mut value = json!({"Type": self.kind, "Description": self.description});
        if let Some(default) = &self.default {
            value["Default"] = json!(default);
        }
        if let Some(pattern) = self.pattern {
            value["AllowedPattern"] = json!(pattern);
        }
        value
    }
}

/// A template.
#[derive(Clone, Debug, Default)]
pub(super) struct Template {
    /// The name of its stack after the site's, and of its file: `data` in `20-data.yaml`.
    pub(super) name: &'static str,
    /// Where it stands in the order.
    pub(super) order: u8,
    pub(super) description: String,
    pub(super) parameters: Vec<Parameter>,
    pub(super) rules: Vec<(&'static str, Value)>,
    pub(super) conditions: Vec<(&'static str, Value)>,
    pub(super) resources: Vec<Resource>,
    /// Name, what it is, value.
    pub(super) outputs: Vec<(String, &'static str, Value)>,
}

impl Template {
    pub(super) fn file(&self) -> String {
        format!("{}-{}.yaml", self.order, self.name)
    }

    pub(super) fn add(&mut self, resource: Resource) {
        self.resources.push(resource);
    }

    pub(super) fn take(&mut self, parameter: Parameter) {
        if !self.parameters.iter().any(|known| known.name == parameter.name) {
            self.parameters.push(parameter);
        }
    }

    pub(super) fn give(&mut self, name: impl Into<String>, description: &'static str, value: Value) {
        self.outputs.push((name.into(), description, value));
    }

    /// The template as a file.
    pub(super) fn text(&self) -> String {
        let mut out = String::from("---\nAWSTemplateFormatVersion: \"2010-09-09\"\n");
        yaml::entry(&mut out, "Description", &json!(self.description), 0);
        section(&mut out, "Parameters", self.parameters.iter().map(|of| (of.name, of.value())));
        section(&mut out, "Rules", self.rules.iter().map(|(name, value)| (*name, value.clone())));
        section(&mut out, "Conditions", self.conditions.iter().map(|(name, value)| (*name, value.clone())));
        out.push_str("\nResources:\n");
        for resource in &self.resources {
            write_resource(&mut out, resource);
        }
        section(
            &mut out,
            "Outputs",
            self.outputs
                .iter()
                .map(|(name, description, value)| (name.as_str(), json!({"Description": description, "Value": value}))),
        );
        out
    }
}

fn section<'a>(out: &mut String, name: &str, entries: impl Iterator<Item = (&'a str, Value)>) {
    let mut entries = entries.peekable();
    if entries.peek().is_none() {
        return;
    }
    out.push_str(&format!("\n{name}:\n"));
    for (key, value) in entries {
        yaml::entry(out, key, &value, 2);
    }
}

fn write_resource(out: &mut String, resource: &Resource) {
    out.push_str(&format!("  {}:\n    Type: {}\n", resource.id, resource.kind));
    if let Some(condition) = resource.condition {
        yaml::entry(out, "Condition", &json!(condition), 4);
    }
    let policy = match resource.keep {
        Keep::Nothing => None,
        Keep::Itself => Some(("RetainExceptOnCreate", "Retain")),
        Keep::Snapshot => Some(("Snapshot", "Snapshot")),
    };
    if let Some((deletion, replacement)) = policy {
        yaml::entry(out, "DeletionPolicy", &json!(deletion), 4);
        yaml::entry(out, "UpdateReplacePolicy", &json!(replacement), 4);
    }
    if !resource.depends.is_empty() {
        yaml::entry(out, "DependsOn", &json!(resource.depends), 4);
    }
    for (section, value) in &resource.beside {
        yaml::entry(out, section, value, 4);
    }
    if resource.properties.as_object().is_some_and(|properties| !properties.is_empty()) {
        yaml::entry(out, "Properties", &resource.properties, 4);
    }
}

/// What a parameter or a resource is named by.
pub(super) fn reference(id: impl Into<String>) -> Value {
    json!({"Ref": id.into()})
}

/// An attribute of a resource.
pub(super) fn attribute(id: &str, name: &str) -> Value {
    json!({"Fn::GetAtt": [id, name]})
}

/// A text with names in `${}`.
pub(super) fn sub(text: impl Into<String>) -> Value {
    json!({"Fn::Sub": text.into()})
}

/// Several as one text, with commas.
pub(super) fn joined(values: Vec<Value>) -> Value {
    json!({"Fn::Join": [",", values]})
}
