use std::str::FromStr;

/// A picture that brings its own data: the page loads nothing from anywhere, so that no picture can count its readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo(String);

/// Most characters of a logo. A drawing has a few thousand; more would only make every page that carries it slow.
const LONGEST: usize = 70_000;

/// Kinds of pictures. A drawing shown as a picture runs no script and loads nothing (SVG 2, "secure static mode").
const KINDS: [&str; 5] = ["image/png", "image/jpeg", "image/webp", "image/gif", "image/svg+xml"];

impl FromStr for Logo {
    type Err = String;

    /// Reads a `data:` address in base64.
    fn from_str(text: &str) -> Result<Self, String> {
        if text.len() > LONGEST {
            return Err(format!("must be a picture of at most {} KB", LONGEST * 3 / 4 / 1000));
        }
        let data = text.strip_prefix("data:").and_then(|rest| rest.split_once(";base64,"));
        match data {
            Some((kind, data)) if KINDS.contains(&kind) && is_base64(data) => Ok(Self(text.to_owned())),
            Some(_) | None => Err(format!(
                "must be a picture as data, like data:image/svg+xml;base64,…; the kinds are {}",
                KINDS.join(", ")
            )),
        }
    }
}

impl Logo {
    /// The picture's `data:` address.
    pub fn address(&self) -> &str {
        &self.0
    }
}

fn is_base64(data: &str) -> bool {
    let body = data.trim_end_matches('=');
    !body.is_empty()
        && data.len() - body.len() <= 2
        && data.len().is_multiple_of(4)
        && body.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pictures_that_bring_their_data_are_taken() {
        assert!("data:image/png;base64,iVBORw0KGgo=".parse::<Logo>().is_ok());
        for text in [
            "https://example.com/logo.png",
            "data:text/html;base64,PHNjcmlwdD4=",
            "data:image/svg+xml,<svg onload=alert(1)>",
            "data:image/png;base64,",
            "data:image/png;base64,abc\"",
            "data:image/png;charset=x;base64,iVBORw0KGgo=",
            "javascript:alert(1)",
        ] {
            assert!(text.parse::<Logo>().unwrap_err().starts_with("must be a picture as data"), "{text}");
        }
        let large = format!("data:image/png;base64,{}", "A".repeat(LONGEST));
        assert_eq!(large.parse::<Logo>().unwrap_err(), "must be a picture of at most 52 KB");
    }
}
