//! What an answer that was left open is counted with.

use std::cell::LazyCell;

use super::{Case, Whose, Workload};
use crate::{
    questionnaire::{Answers, DemandParameter, NOT_SURE, Question, Unsure, UntilKnown},
    units::text,
};

/// Says what stands in for an answer nobody knows, with the range it spans; nothing where the answer is known.
pub fn left_open(asked: &Question, answers: &Answers) -> Option<String> {
    let Unsure::Offered(until) = asked.unsure else { return None };
    if asked.read(answers) != NOT_SURE {
        return None;
    }
    // A page asks about every question at each key pressed: what needs no workload has none computed.
    let workload = LazyCell::new(|| Workload::new(answers));
    let used = |of: DemandParameter| workload.assumption(of).used;
    Some(match until {
        UntilKnown::Range { of, unit } => until_known(used(of), unit),
        UntilKnown::Percent { of } => until_known(used(of).map(|share| share * 100.0), "%"),
        UntilKnown::Peak => until_known(Case::ALL.map(|case| workload.case(case).peak_factor().value()), "times"),
        UntilKnown::Growth => until_known(Case::ALL.map(|case| workload.case(case).growth.as_percent()), "%"),
        UntilKnown::MediaGrowth => until_known(Case::ALL.map(|case| workload.case(case).media_growth.value()), "GB"),
        UntilKnown::Says(what) => format!("Until you know: {what}"),
    })
}

/// Says what was measured in place of an answer, with its range and where it is from; nothing where it was not, or where
/// somebody has said otherwise since.
pub fn measured(asked: &Question, answers: &Answers) -> Option<String> {
    let Unsure::Offered(UntilKnown::Range { of, .. } | UntilKnown::Percent { of }) = asked.unsure else { return None };
    // Nothing is computed where nothing was measured.
    answers.measured.get(of)?;
    let scale = if matches!(asked.unsure, Unsure::Offered(UntilKnown::Percent { .. })) { 100.0 } else { 1.0 };
    let assumption = *Workload::new(answers).assumption(of);
    if assumption.whose != Whose::Measured {
        return None;
    }
    let [low, typical, high] = assumption.used.map(|value| text::significant(value * scale, 2));
    let range = if low == high { String::new() } else { format!(": {low} to {high}, typically {typical}") };
    Some(format!("Measured in {}{range}", answers.measured.source()))
}

fn until_known(used: [f64; 3], unit: &str) -> String {
    let [low, typical, high] = used.map(|value| text::significant(value, 2));
    if low == high {
        return format!("Until you know: {typical} {unit}");
    }
    format!("Until you know: {low} to {high} {unit}, typically {typical}, which widens the range of the result")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::{QUESTIONS, QuestionId};

    fn open(asked: &Question) -> String {
        left_open(asked, &asked.answer(&Answers::default(), NOT_SURE).unwrap()).unwrap()
    }

    #[test]
    fn an_open_answer_says_what_is_used_and_how_far_it_ranges() {
        expect_test::expect![[r#"
            visits: Until you know: 38,000 to 110,000 visits, typically 68,000, which widens the range of the result
            pages: Until you know: 1.5 to 2.1 pages, typically 1.8, which widens the range of the result
            peaks: Until you know: steady traffic
            peak: Until you know: 4.4 to 7 times, typically 5.5, which widens the range of the result
            growth: Until you know: 20 %
            uncacheable: Until you know: 2.9 to 3.2 %, typically 3, which widens the range of the result
            media: Until you know: 11 to 44 GB, typically 24, which widens the range of the result
            media_growth: Until you know: 0.6 GB
            theme: Until you know: 61 to 76 ms of PHP time a page, typically 68, which widens the range of the result
            plugins: Until you know: 19 to 31 plugins, typically 24, which widens the range of the result
            items: Until you know: 690 to 3,000 items, typically 1,600, which widens the range of the result
            today_bill: Until you know: the list price of that machine, set up as proposed here
            hours: Until you know: no option is ruled out for it
            local_writes: Until you know: no option is ruled out for it
            sessions: Until you know: no option is ruled out for it
        "#]]
        .assert_eq(
            &QUESTIONS
                .iter()
                .filter(|asked| asked.may_be_open())
                .map(|asked| format!("{}: {}\n", asked.id, open(asked)))
                .collect::<String>(),
        );
    }

    #[test]
    fn a_known_answer_needs_nothing_in_its_place() {
        let asked = QuestionId::Visits.question();
        assert_eq!(left_open(asked, &asked.answer(&Answers::default(), "40k").unwrap()), None);
    }

    #[test]
    fn a_figure_of_ones_own_takes_the_place_of_the_range() {
        let asked = QuestionId::Pages.question();
        let mut answers = asked.answer(&Answers::default(), NOT_SURE).unwrap();
        answers.overrides.insert("ppv".to_owned(), 4.0);
        assert_eq!(left_open(asked, &answers).as_deref(), Some("Until you know: 4 pages"));
    }
}
