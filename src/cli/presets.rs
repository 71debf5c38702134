use groundplan::questionnaire::{PRESETS, preset};

/// The names of all presets, one a line, or the answers of one.
pub(super) fn run(name: Option<&str>) -> Result<String, String> {
    let names = || PRESETS.iter().map(|preset| preset.id).collect::<Vec<_>>();
    let Some(name) = name else { return Ok(names().join("\n")) };
    preset(name)
        .map(|preset| (preset.answers)().to_json())
        .ok_or_else(|| format!("presets: there is no preset \"{name}\"; there are {}", names().join(", ")))
}
