use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use serde_path_to_error::Segment;

use super::{Problem, shown};

/// The most members that [`lenient`] looks at: each that is at fault costs another reading.
const MOST_MEMBERS: usize = 1_000;

/// Makes a `T` of an object; `name` stands in messages for the whole of it.
///
/// # Errors
/// The first fault.
pub fn decode<T: DeserializeOwned>(name: &str, value: &Value) -> Result<T, Problem> {
    if !value.is_object() {
        // Derived types would take a list too, as their fields in order.
        return Err(Problem::new(name, format!("must be an object; {} was given", shown(value))));
    }
    serde_path_to_error::deserialize(value)
        .map_err(|error| Problem::of_serde(name, value, error.path(), &error.inner().to_string()))
}

/// Makes a `T` of those members of an object that can be taken, and tells of every other one. `T` has a default for each of
/// its fields.
pub fn lenient<T: DeserializeOwned + Default>(name: &str, members: Map<String, Value>) -> (T, Vec<Problem>) {
    if members.len() > MOST_MEMBERS {
        let message = format!("must have at most {MOST_MEMBERS} fields; {} were given", members.len());
        return (T::default(), vec![Problem::new(name, message)]);
    }
    let mut members = Value::Object(members);
    let mut problems = Vec::new();
    // Serde stops at the first fault, so the member at fault is taken out and the rest is read again.
    loop {
        let error = match serde_path_to_error::deserialize::<_, T>(&members) {
            Ok(taken) => return (taken, problems),
            Err(error) => error,
        };
        problems.push(Problem::of_serde(name, &members, error.path(), &error.inner().to_string()));
        let taken_out = match (error.path().iter().next(), &mut members) {
            (Some(Segment::Map { key }), Value::Object(members)) => members.remove(key).is_some(),
            _ => false,
        };
        if !taken_out {
            return (T::default(), problems);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::json;

    use super::*;

    #[derive(Debug, Default, Deserialize, PartialEq)]
    #[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
    struct Thing {
        visits: f64,
        pages_seen: u32,
        name: String,
        open: bool,
        kind: Kind,
        parts: Vec<Part>,
    }

    #[derive(Debug, Default, Deserialize, PartialEq)]
    #[serde(rename_all = "kebab-case")]
    enum Kind {
        #[default]
        Plain,
        VeryFancy,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Part {
        size: f64,
    }

    /// One message of each kind, so that other words of serde's are noticed.
    #[test]
    fn the_first_fault_is_told_with_its_path_what_was_given_and_what_would_be_right() {
        for (value, message) in [
            (json!([]), "thing: must be an object; a list was given"),
            (json!(7), "thing: must be an object; 7 was given"),
            (json!({"visits": "many, expected few"}), "visits: must be a number; \"many, expected few\" was given"),
            (json!({"visits": {}}), "visits: must be a number; an object was given"),
            (json!({"pages-seen": -1}), "pages-seen: must be a whole number of zero or more; -1 was given"),
            (json!({"pages-seen": 1.5}), "pages-seen: must be a whole number of zero or more; 1.5 was given"),
            (json!({"name": null}), "name: must be a text; null was given"),
            (json!({"name": ["x"]}), "name: must be a text; a list was given"),
            (json!({"open": "yes"}), "open: must be true or false; \"yes\" was given"),
            (json!({"parts": 1}), "parts: must be a list; 1 was given"),
            (json!({"kind": "fancy"}), "kind: must be one of plain, very-fancy; \"fancy\" is not among them"),
            (json!({"kind": 3}), "kind: must be a word in quotes; 3 was given"),
            (json!({"parts": [{"size": 1}, {"size": "x"}]}), "parts[1].size: must be a number; \"x\" was given"),
            (json!({"parts": [{}]}), "parts[0].size: is missing"),
            (json!({"parts": [{"siez": 1}]}), "parts[0].siez: is not a known field; \"size\" is the nearest"),
            (json!({"vists": 1}), "vists: is not a known field; \"visits\" is the nearest"),
            (
                json!({"__proto__": {"visits": 1}}),
                "__proto__: is not a known field; known are visits, pages-seen, name, open, kind, parts",
            ),
        ] {
            assert_eq!(decode::<Thing>("thing", &value).unwrap_err().to_string(), message, "{value}");
        }
        let long = decode::<Thing>("thing", &json!({ "visits": "x".repeat(1_000), }));
        assert!(long.unwrap_err().to_string().len() < 100);
        let long = decode::<Thing>("thing", &json!({ "x".repeat(1_000): 1 }));
        assert!(long.unwrap_err().to_string().len() < 200);
    }

    #[test]
    fn every_fault_is_told_and_the_rest_taken() {
        let given = json!({"visits": 5, "vists": 1, "a.b": 2, "name": 7, "open": true, "parts": [{"size": null}]});
        let Value::Object(members) = given else { unreachable!() };
        let (thing, problems) = lenient::<Thing>("thing", members);
        assert_eq!(thing, Thing { visits: 5.0, open: true, ..Thing::default() });
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "a.b: is not a known field; known are visits, pages-seen, name, open, kind, parts",
                "name: must be a text; 7 was given",
                "parts[0].size: must be a number; null was given",
                "vists: is not a known field; \"visits\" is the nearest",
            ]
        );
        let flood = (0..=MOST_MEMBERS).map(|i| (format!("x{i}"), json!(1))).collect();
        let (thing, problems) = lenient::<Thing>("thing", flood);
        assert_eq!(thing, Thing::default());
        assert_eq!(problems, [Problem::new("thing", "must have at most 1000 fields; 1001 were given")]);
    }
}
