//! CloudFormation's YAML: keys in one order, intrinsic functions in their short form, nothing else.

use serde_json::Value;

/// Intrinsic functions that are written as tags.
const TAGS: [(&str, &str); 9] = [
    ("Ref", "!Ref"),
    ("Fn::GetAtt", "!GetAtt"),
    ("Fn::Sub", "!Sub"),
    ("Fn::Join", "!Join"),
    ("Fn::Select", "!Select"),
    ("Fn::GetAZs", "!GetAZs"),
    ("Fn::If", "!If"),
    ("Fn::Not", "!Not"),
    ("Fn::Equals", "!Equals"),
];

/// A value below a key or a dash, at so many spaces.
pub(super) fn write(out: &mut String, value: &Value, indent: usize) {
    match value {
        Value::Null => out.push_str(" null\n"),
        Value::Bool(flag) => line(out, if *flag { "true" } else { "false" }),
        Value::Number(number) => line(out, &number.to_string()),
        Value::String(text) => string(out, text, indent),
        Value::Array(items) if items.is_empty() => line(out, "[]"),
        Value::Array(items) => {
            out.push('\n');
            sequence(out, items, indent);
        }
        Value::Object(map) if map.is_empty() => line(out, "{}"),
        Value::Object(map) => match tagged(value) {
            Some((tag, inner)) => function(out, tag, inner, indent),
            None => {
                out.push('\n');
                let mut keys: Vec<&String> = map.keys().collect();
                keys.sort();
                for key in keys {
                    entry(out, key, &map[key], indent);
                }
            }
        },
    }
}

/// A key with its value.
pub(super) fn entry(out: &mut String, key: &str, value: &Value, indent: usize) {
    out.push_str(&" ".repeat(indent));
    out.push_str(&scalar(key));
    out.push(':');
    write(out, value, indent + 2);
}

fn line(out: &mut String, text: &str) {
    out.push(' ');
    out.push_str(text);
    out.push('\n');
}

fn sequence(out: &mut String, items: &[Value], indent: usize) {
    for item in items {
        out.push_str(&" ".repeat(indent));
        out.push('-');
        let mut nested = String::new();
        write(&mut nested, item, indent + 2);
        // A mapping begins on the line of its dash.
        match nested.strip_prefix('\n') {
            Some(block) => {
                out.push(' ');
                out.push_str(block.trim_start_matches(' '));
            }
            None => out.push_str(&nested),
        }
    }
}

fn tagged(value: &Value) -> Option<(&'static str, &Value)> {
    let map = value.as_object().filter(|map| map.len() == 1)?;
    let (key, inner) = map.iter().next()?;
    TAGS.iter().find(|(name, _)| name == key).map(|(_, tag)| (*tag, inner))
}

fn function(out: &mut String, tag: &str, inner: &Value, indent: usize) {
    out.push(' ');
    out.push_str(tag);
    match inner {
        Value::Array(items) if tag == "!GetAtt" => {
            let path: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            line(out, &path.join("."));
        }
        Value::Array(_) | Value::Object(_) | Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {
            write(out, inner, indent);
        }
    }
}

fn string(out: &mut String, text: &str, indent: usize) {
    if !text.contains('\n') {
        return line(out, &scalar(text));
    }
    out.push_str(if text.ends_with('\n') { " |\n" } else { " |-\n" });
    for row in text.lines() {
        if !row.is_empty() {
            out.push_str(&" ".repeat(indent));
            out.push_str(row);
        }
        out.push('\n');
    }
}

/// Plain where no reader of YAML could take it for anything else, quoted otherwise.
fn scalar(text: &str) -> String {
    const WORDS: [&str; 8] = ["true", "false", "yes", "no", "on", "off", "null", "y"];
    let begins = text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '/');
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-./:,() '+=".contains(c);
    let ends = !text.ends_with([' ', ':']);
    let is_word = WORDS.contains(&text.to_ascii_lowercase().as_str());
    if begins && ends && !is_word && text.chars().all(plain) && !text.contains(": ") {
        return text.to_owned();
    }
    Value::String(text.to_owned()).to_string()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_kind_of_value_reads_back_as_what_it_was() {
        let value = json!({
            "Zones": [{"Ref": "A"}, {"Fn::GetAtt": ["Key", "Arn"]}],
            "Flag": true, "Word": "true", "Number": 8, "Version": "8.4", "Empty": [], "Star": "*",
            "Text": "one\n\ntwo\n", "Colon": "a: b", "Data": {"Fn::Base64": {"Fn::Sub": "a ${B}\nc\n"}},
            "List": [{"Key": "Site", "Value": {"Fn::Sub": "${X}-web"}}, "b"],
            "If": {"Fn::If": ["Yes", 1, {"Ref": "AWS::NoValue"}]},
        });
        let mut out = String::new();
        write(&mut out, &value, 0);
        let wanted = "
Colon: \"a: b\"
Data:
  Fn::Base64: !Sub |
    a ${B}
    c
Empty: []
Flag: true
If: !If
  - \"Yes\"
  - 1
  - !Ref AWS::NoValue
List:
  - Key: Site
    Value: !Sub \"${X}-web\"
  - b
Number: 8
Star: \"*\"
Text: |
  one

  two
Version: \"8.4\"
Word: \"true\"
Zones:
  - !Ref A
  - !GetAtt Key.Arn
";
        assert_eq!(out, wanted);
    }
}
