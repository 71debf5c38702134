use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use super::ClosedSet;
use crate::units::text;

/// A choice as its token: how any closed set of answers is read and written by serde.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<T>(pub T);

impl<T: ClosedSet> Serialize for Token<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.token())
    }
}

impl<'de, T: ClosedSet> Deserialize<'de> for Token<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl<T: ClosedSet> FromStr for Token<T> {
    type Err = String;

    fn from_str(given: &str) -> Result<Self, String> {
        T::from_token(given).map(Self).ok_or_else(|| {
            let known: Vec<&str> = T::ALL.iter().map(|choice| choice.token()).collect();
            format!("must be one of {}; \"{}\" is not among them", known.join(", "), text::cut(given, 40))
        })
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl<T: ClosedSet> schemars::JsonSchema for Token<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Token".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let known: Vec<&str> = T::ALL.iter().map(|choice| choice.token()).collect();
        schemars::json_schema!({ "enum": known })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::{EnumString, IntoStaticStr, VariantArray};

    use crate::codec;

    #[derive(Clone, Copy, Debug, PartialEq, EnumString, IntoStaticStr, VariantArray)]
    #[strum(serialize_all = "lowercase")]
    enum Door {
        No,
        Yes,
    }

    impl ClosedSet for Door {
        fn label(self) -> &'static str {
            self.token()
        }
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Asked {
        zone: Token<Door>,
    }

    #[test]
    fn a_choice_is_its_token_and_nothing_else() {
        let written = serde_json::json!({ "zone": Token(Door::Yes) });
        assert_eq!(written["zone"], "yes");
        assert_eq!(codec::decode("asked", &written), Ok(Asked { zone: Token(Door::Yes) }));
        let message = |value: serde_json::Value| {
            codec::decode::<Asked>("asked", &serde_json::json!({ "zone": value })).unwrap_err().to_string()
        };
        assert_eq!(message("perhaps".into()), "zone: must be one of no, yes; \"perhaps\" is not among them");
        assert_eq!(message(true.into()), "zone: must be a text; true was given");
    }
}
