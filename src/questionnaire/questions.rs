//! The questions, in the order asked.

use super::{
    Choice, number,
    question::{Input, Question, Refusal, Section, Unsure, chosen, offered, perhaps, ranged, written},
};
use crate::{
    catalog::Region,
    units::{Count, Gigabytes, Hours, Minutes, Ratio, Requests, Usd},
};

/// A number in a range, kept in the unit `$type`; `$scale` is what one typed unit is worth.
macro_rules! number {
    ($id:literal, $section:ident, $label:literal, $hint:literal, $why:literal, $example:literal,
     $min:literal ..= $max:literal $unit:literal, $field:ident: $type:ident x $scale:literal, not_sure) => {
        Question {
            input: Input::Number { min: $min, max: $max, unit: $unit, example: $example, unlimited: None },
            unsure: Unsure::Offered,
            read: |answers| written(answers.$field, |said| number::token(number::tidy(said.value() / $scale))),
            write: |answers, text| {
                answers.$field =
                    perhaps(text, |text| ranged(text, $min, $max, $unit).map(|value| $type::new(value * $scale)))?;
                Ok(())
            },
            ..asked($id, Section::$section, $label, $hint, $why)
        }
    };
    ($id:literal, $section:ident, $label:literal, $hint:literal, $why:literal, $example:literal,
     $min:literal ..= $max:literal $unit:literal, $field:ident: $type:ident x $scale:literal, known) => {
        Question {
            input: Input::Number { min: $min, max: $max, unit: $unit, example: $example, unlimited: None },
            read: |answers| number::token(number::tidy(answers.$field.value() / $scale)),
            write: |answers, text| {
                answers.$field = $type::new(ranged(text, $min, $max, $unit)? * $scale);
                Ok(())
            },
            ..asked($id, Section::$section, $label, $hint, $why)
        }
    };
    ($id:literal, $section:ident, $label:literal, $hint:literal, $why:literal, $example:literal,
     $min:literal ..= $max:literal $unit:literal, $field:ident: $type:ident x $scale:literal, or $word:literal) => {
        Question {
            input: Input::Number { min: $min, max: $max, unit: $unit, example: $example, unlimited: Some($word) },
            read: |answers| {
                answers
                    .$field
                    .map_or_else(|| $word.to_owned(), |limit| number::token(number::tidy(limit.value() / $scale)))
            },
            write: |answers, text| {
                answers.$field = if text.eq_ignore_ascii_case($word) {
                    None
                } else {
                    Some($type::new(ranged(text, $min, $max, $unit)? * $scale))
                };
                Ok(())
            },
            ..asked($id, Section::$section, $label, $hint, $why)
        }
    };
}

/// One of a closed set.
macro_rules! choice {
    ($id:literal, $section:ident, $label:literal, $hint:literal, $why:literal, $field:ident: $type:ident, not_sure) => {
        Question {
            input: Input::Choice(offered::<super::$type>),
            unsure: Unsure::Offered,
            read: |answers| written(answers.$field, |said| said.token().to_owned()),
            write: |answers, text| {
                answers.$field = perhaps(text, chosen)?;
                Ok(())
            },
            ..asked($id, Section::$section, $label, $hint, $why)
        }
    };
    ($id:literal, $section:ident, $label:literal, $hint:literal, $why:literal, $field:ident: $type:ident, known) => {
        Question {
            input: Input::Choice(offered::<super::$type>),
            read: |answers| answers.$field.token().to_owned(),
            write: |answers, text| {
                answers.$field = chosen(text)?;
                Ok(())
            },
            ..asked($id, Section::$section, $label, $hint, $why)
        }
    };
}

/// Every question, in the order asked.
pub static QUESTIONS: &[Question] = &[
    choice!(
        "site", Site, "What kind of site is it?", "The nearest one will do",
        "It decides how many page views a page cache can serve: nearly all of a blog's, half of a shop's, few of a membership site's",
        site: SiteKind, known
    ),
    number!(
        "visits", Site, "Visits a month", "People only, as analytics counts them",
        "Everything scales with it, though less than most people think",
        "300k", 100.0 ..= 100000000.0 "visits", visits: Requests x 1.0, not_sure
    ),
    number!(
        "pages", Site, "Pages per visit", "Analytics calls it pages per session",
        "Visits times pages is the load the servers see",
        "1.7", 1.0 ..= 50.0 "pages", pages_per_visit: Count x 1.0, not_sure
    ),
    choice!(
        "peaks", Site, "How does traffic peak?", "Think of the worst week of the last year",
        "A spike that arrives faster than servers can start has to be met by capacity that is already there, or by a cache",
        peaks: Peaks, not_sure
    ),
    number!(
        "peak", Site, "Peak compared with the average", "Busiest ten minutes of a month, 5 means five times the mean",
        "Capacity is bought for the peak and paid for all month",
        "5", 1.0 ..= 100.0 "times", peak_factor: Count x 1.0, not_sure
    ),
    number!(
        "growth", Site, "Growth a year", "Expected change of traffic in per cent",
        "Tells how soon each option is outgrown",
        "20", -90.0 ..= 1000.0 "%", growth: Ratio x 0.01, not_sure
    ),
    number!(
        "uncacheable", Site, "Views that must not be cached", "Logged-in users, carts, personal pages, in per cent",
        "These page views always cost PHP and database time; no cache helps",
        "35", 0.0 ..= 100.0 "%", uncacheable: Ratio x 0.01, not_sure
    ),
    number!(
        "media", Site, "Media library", "Size of wp-content/uploads today",
        "Sets storage and backup cost, and whether media should leave the server",
        "20", 0.0 ..= 100000.0 "GB", media: Gigabytes x 1.0, not_sure
    ),
    number!(
        "media_growth", Site, "Media added each month", "New uploads including their thumbnails",
        "Storage is priced for a year from now",
        "0.5", 0.0 ..= 5000.0 "GB", media_growth: Gigabytes x 1.0, not_sure
    ),
    choice!(
        "readers", Site, "Where are most readers?", "It sets the price of data transfer out",
        "CloudFront's price for a gigabyte depends on where it is delivered",
        readers: Readers, known
    ),
    choice!(
        "theme", Site, "How are pages built?", "Look under Appearance in wp-admin",
        "A page builder or a block theme needs three to eight times the PHP time of a classic theme",
        theme: Theme, not_sure
    ),
    number!(
        "plugins", Site, "Active plugins", "The number wp-admin shows under Plugins",
        "Each adds PHP time to every uncached page and files to the webroot",
        "18", 0.0 ..= 300.0 "plugins", plugins: Count x 1.0, not_sure
    ),
    choice!(
        "changes", Work, "Who installs and updates plugins?", "On the live site, as it is done today",
        "With several servers the webroot has to be shared, or changed only through deployment: this answer decides between them",
        plugin_changes: PluginChanges, known
    ),
    choice!(
        "git", Work, "Are Git and CI/CD at home with you?", "Whoever changes the code counts",
        "A version-controlled webroot is the better architecture only for people who can work with it",
        git: GitSkill, known
    ),
    choice!(
        "operator", Work, "Who operates the servers?", "Who is called when it is down",
        "Several servers need somebody who knows them",
        operator: Operator, known
    ),
    number!(
        "hours", Work, "Hours a month they have", "For updates, monitoring and incidents",
        "An option that needs more hours than there are will be neglected",
        "8", 0.0 ..= 2000.0 "hours", operator_hours: Hours x 1.0, not_sure
    ),
    choice!(
        "local_writes", Work, "Do plugins write to the local disk?", "Caches, generated CSS, exports, licence files",
        "What one server writes the others do not see, unless the webroot is shared",
        local_writes: LocalWrites, not_sure
    ),
    choice!(
        "sessions", Work, "Do plugins use PHP sessions?", "WordPress itself does not",
        "Sessions on a local disk break behind a load balancer without sticky sessions or a shared store",
        php_sessions: PhpSessions, not_sure
    ),
    choice!(
        "aws", Work, "Are you on AWS, or want its services?", "RDS, IAM, S3, CloudFront and others",
        "Without either, a server elsewhere does the same for less",
        aws: AwsTies, known
    ),
    number!(
        "budget", Musts, "Monthly budget cap", "In US dollars, or none",
        "Options above it are ruled out; the page says by how much",
        "500", 5.0 ..= 1000000.0 "USD", budget: Usd x 1.0, or "none"
    ),
    number!(
        "outage", Musts, "Longest outage a year", "Expected minutes down in all, or none",
        "Options expected to be down for longer are ruled out",
        "480", 1.0 ..= 100000.0 "minutes", max_outage: Minutes x 1.0, or "none"
    ),
    choice!(
        "zone", Musts, "Must it survive an Availability Zone?", "The loss of a data centre, without people stepping in",
        "Only servers and data in two zones do; that is where most of the cost of high availability goes",
        zone_loss: ZoneLoss, known
    ),
    choice!(
        "rpo", Musts, "How much data may be lost?", "The recovery point objective, RPO",
        "Daily snapshots lose a day; a managed database loses minutes or nothing",
        data_loss: DataLoss, known
    ),
    choice!(
        "rto", Musts, "How soon must it be back?", "The recovery time objective, RTO",
        "What a person restores by hand takes hours, what fails over takes minutes",
        back_in: BackIn, known
    ),
    Question {
        input: Input::Choice(|| Region::ALL.into_iter().map(|region| (region.code(), region.name())).collect()),
        read: |answers| answers.region.code().to_owned(),
        write: |answers, text| {
            answers.region = Region::from_code(&text.to_ascii_lowercase()).ok_or(Refusal::UnknownChoice)?;
            Ok(())
        },
        ..asked(
            "region",
            Section::Musts,
            "In which region?",
            "Prices and the law that applies depend on it",
            "Every price is of this region; what is not priced there is said so, never taken from another",
        )
    },
    number!(
        "rate", Money, "An hour of work costs", "In US dollars",
        "Hours are money: a cheap server that needs care is not cheap",
        "75", 0.0 ..= 1000.0 "USD", hourly_rate: Usd x 1.0, known
    ),
    choice!(
        "work", Money, "Count people's hours in the total?", "They are always shown as their own section",
        "Decides whether the totals and the budget cap see infrastructure alone; the score counts hours once, as effort",
        work: WorkInTotal, known
    ),
    choice!(
        "currency", Money, "Show amounts in", "List prices are in US dollars",
        "Only how amounts are shown, and the exchange rate is yours to set",
        currency: Currency, known
    ),
    number!(
        "exchange", Money, "One US dollar is", "In the currency above; amounts stay in dollars until this is set",
        "There is no live rate: the page works offline",
        "0.92", 0.0001 ..= 100000.0 "", exchange: Ratio x 1.0, known
    ),
    number!(
        "vat", Money, "Value added tax", "In per cent, 0 for none",
        "AWS list prices are before tax",
        "19", 0.0 ..= 50.0 "%", vat: Ratio x 0.01, known
    ),
];

/// The question with this key.
pub fn question(id: &str) -> Option<&'static Question> {
    QUESTIONS.iter().find(|question| question.id == id)
}

/// A question with only its words; how it is answered is filled in beside it.
const fn asked(
    id: &'static str,
    section: Section,
    label: &'static str,
    hint: &'static str,
    why: &'static str,
) -> Question {
    Question {
        id,
        section,
        label,
        hint,
        why,
        input: Input::Choice(Vec::new),
        unsure: Unsure::NotOffered,
        read: |_| String::new(),
        write: |_, _| Err(Refusal::UnknownChoice),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::{Answers, NOT_SURE, PRESETS};

    #[test]
    fn what_a_question_reads_it_takes_back_unchanged() {
        for preset in PRESETS {
            let answers = (preset.answers)();
            for question in QUESTIONS {
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
            Some("zone: Must it survive an Availability Zone? must be one of no, yes; \"maybe\" is not among them")
        );
        assert_eq!(refusal("budget", "none"), None);
        assert_eq!(refusal("growth", NOT_SURE), None);
    }

    #[test]
    fn questions_are_worded_as_the_style_asks() {
        for question in QUESTIONS {
            assert!(question.hint.len() <= 90 && !question.hint.ends_with('.'), "{}", question.hint);
            assert!(!question.why.is_empty() && !question.why.ends_with('.'), "{}", question.why);
            for text in [question.label, question.hint, question.why] {
                for word in ["please", "sorry", "invalid", "oops", "forbidden", "illegal"] {
                    assert!(!text.to_ascii_lowercase().contains(word), "{text}");
                }
            }
        }
    }
}
