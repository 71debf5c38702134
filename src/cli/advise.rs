use groundplan::{advice::advise, catalog::Catalog, report};

use super::{Format, read_answers};

/// Advice for the answers in a file, written as asked.
pub(super) fn run(path: &str, format: Format) -> Result<String, String> {
    let advice = advise(&read_answers(path)?, &Catalog::bundled());
    Ok(match format {
        Format::Text => report::plain(&advice),
        Format::Json => report::json(&advice),
        Format::Markdown => report::markdown(&advice),
    })
}
