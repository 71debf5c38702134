//! The questions, in the order asked, a row each.

mod money;
mod musts;
mod site;
mod today;
mod work;

use strum::VariantArray;

use super::{Answers, QuestionId, question::Question};

/// Every question, in the order asked, which is that of [`QuestionId`].
pub static QUESTIONS: [Question; QuestionId::VARIANTS.len()] = [
    site::SITE,
    site::VISITS,
    site::PAGES,
    site::PEAKS,
    site::PEAK,
    site::GROWTH,
    site::UNCACHEABLE,
    site::MEDIA,
    site::MEDIA_GROWTH,
    site::READERS,
    site::THEME,
    site::PLUGINS,
    site::ITEMS,
    today::TODAY,
    today::TODAY_BILL,
    today::TODAY_PAGES,
    work::CHANGES,
    work::GIT,
    work::OPERATOR,
    work::HOURS,
    work::LOCAL_WRITES,
    work::SESSIONS,
    work::AWS,
    musts::BUDGET,
    musts::RESPONSE,
    musts::OUTAGE,
    musts::ZONE,
    musts::RPO,
    musts::RTO,
    musts::REGION,
    money::PURCHASE,
    money::RATE,
    money::WORK,
    money::CURRENCY,
    money::EXCHANGE,
    money::VAT,
];

/// A row in another place than its name would be found under that of its neighbour.
const _: () = {
    let mut at = 0;
    while at < QUESTIONS.len() {
        assert!(QUESTIONS[at].id as usize == at, "the rows stand in the order of QuestionId");
        at += 1;
    }
};

/// The questions that decide most, which are asked first: what is hosted, how much of it, how it is worked on, and the two
/// limits that exclude most options.
pub const KEY_QUESTIONS: [QuestionId; 5] =
    [QuestionId::Site, QuestionId::Visits, QuestionId::Changes, QuestionId::Budget, QuestionId::Outage];

impl QuestionId {
    /// The question of this name.
    pub fn question(self) -> &'static Question {
        &QUESTIONS[self as usize]
    }
}

/// The question with this key.
pub fn question(key: &str) -> Option<&'static Question> {
    QuestionId::from_token(key).map(QuestionId::question)
}

/// The questions that make sense after what was said, in the order asked.
pub fn asked(answers: &Answers) -> impl Iterator<Item = &'static Question> {
    QUESTIONS.iter().filter(|question| (question.relevant)(answers))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::{Answers, Depth, NOT_SURE, PRESETS};

    #[test]
    fn what_decides_most_is_asked_of_everybody() {
        for id in KEY_QUESTIONS {
            assert_eq!(id.question().depth, Depth::First, "{id}");
            for preset in PRESETS {
                assert!((id.question().relevant)(&(preset.answers)()), "{id}");
            }
        }
    }

    #[test]
    fn what_a_question_reads_it_takes_back_unchanged() {
        for preset in PRESETS {
            let answers = (preset.answers)();
            for question in &QUESTIONS {
                let token = question.read(&answers);
                let again = question.answer(&answers, &token);
                assert_eq!(again.as_ref(), Ok(&answers), "{}: {token}", question.id);
            }
        }
    }

    #[test]
    fn a_refused_answer_says_what_would_be_right() {
        let refusal = |id: &str, text: &str| {
            question(id).and_then(|q| q.answer(&Answers::default(), text).err()).map(|problem| problem.to_string())
        };
        assert_eq!(
            refusal("visits", "many").as_deref(),
            Some("visits: Visits a month must be a number, like 300k, or \"unsure\"; \"many\" is not")
        );
        assert_eq!(
            refusal("visits", "5").as_deref(),
            Some("visits: Visits a month must be between 100 and 100m visits; you gave 5")
        );
        assert_eq!(
            refusal("zone", "maybe").as_deref(),
            Some(
                "zone: Must it survive the loss of an Availability Zone? must be one of no, yes; \"maybe\" is not among them"
            )
        );
        assert_eq!(refusal("budget", "none"), None);
        assert_eq!(refusal("growth", NOT_SURE), None);
    }

    #[test]
    fn questions_are_worded_as_the_style_asks() {
        for question in &QUESTIONS {
            assert!(!question.label.is_empty() && !question.hint.is_empty(), "{}", question.id);
            assert!(question.hint.len() <= 90 && !question.hint.ends_with('.'), "{}", question.hint);
            assert!(!question.why.is_empty() && !question.why.ends_with('.'), "{}", question.why);
            for text in [question.label, question.hint, question.why] {
                for word in ["please", "sorry", "invalid", "oops", "forbidden", "illegal"] {
                    assert!(!text.to_ascii_lowercase().contains(word), "{text}");
                }
            }
        }
    }

    #[test]
    fn only_who_is_offered_it_may_be_unsure() {
        for question in &QUESTIONS {
            let taken = question.answer(&Answers::default(), NOT_SURE).is_ok();
            assert_eq!(taken, question.may_be_open(), "{}", question.id);
        }
    }

    #[test]
    fn nothing_said_leaves_open_what_may_be_left_open() {
        let nothing = Answers::nothing_said();
        for question in &QUESTIONS {
            assert_eq!(question.read(&nothing) == NOT_SURE, question.may_be_open(), "{}", question.id);
        }
    }
}
