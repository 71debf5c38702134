use crate::{advice::Advice, questionnaire::QuestionId};

/// The questions whose answers are told with a result, because a reply could not do without them.
const TOLD: [QuestionId; 4] = [QuestionId::Site, QuestionId::Visits, QuestionId::Budget, QuestionId::Region];

/// A result in a few words, for a consultant's inbox.
pub fn summary(advice: &Advice) -> String {
    let told: Vec<String> = TOLD
        .iter()
        .map(|id| id.question())
        .map(|asked| format!("{}: {}", asked.label.trim_end_matches('?'), asked.spoken(&advice.answers)))
        .collect();
    format!("{}. {}.", advice.headline.verdict, told.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{advice::advise, catalog::Catalog, questionnaire::PRESETS};

    #[test]
    fn it_is_short_and_says_what_was_asked_and_what_came_of_it() {
        for preset in PRESETS {
            let advice = advise(&(preset.answers)(), &Catalog::bundled());
            let text = summary(&advice);
            assert!(text.len() < 400, "{text}");
            assert!(text.starts_with(&advice.headline.verdict) && text.contains("Visits a month: "), "{text}");
        }
    }
}
