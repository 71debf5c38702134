//! What several commands read: answers, pins, keys of forms.

use std::path::Path;

use groundplan::{options::OPTIONS, questionnaire::Answers, session::Field};

/// Answers from a file or, for "-", from standard input.
pub(super) fn read_answers(path: &str) -> Result<Answers, String> {
    let from_standard_input = path == "-";
    let name = if from_standard_input { "standard input" } else { path };
    let text = if from_standard_input {
        std::io::read_to_string(std::io::stdin())
    } else {
        std::fs::read_to_string(Path::new(path))
    };
    let text = text.map_err(|error| {
        if error.kind() == std::io::ErrorKind::NotFound {
            format!("{name}: there is no such file; `groundplan presets NAME` prints answers to start from")
        } else {
            format!("{name}: {error}")
        }
    })?;
    Answers::from_json(&text)
        .map_err(|problems| problems.iter().map(|problem| format!("{name}: {problem}\n")).collect())
}

/// The answers with pins laid over them: `nat=none`.
pub(super) fn pinned(answers: Answers, pins: &[String]) -> Result<Answers, String> {
    pins.iter().try_fold(answers, |answers, pin| {
        let (choice, value) =
            pin.split_once('=').ok_or_else(|| format!("--pin {pin}: write CHOICE=VALUE, like nat=none"))?;
        let field = Field::from_key(&format!("pin.{choice}"));
        field
            .and_then(|field| field.answer(&answers, value))
            .map_err(|problem| format!("--pin {pin}: {}", problem.message))
    })
}

/// The keys of all hosting options, for help and messages.
pub(super) fn known_options() -> String {
    OPTIONS.iter().map(|option| option.id.0).collect::<Vec<_>>().join(", ")
}
