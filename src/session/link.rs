//! The address: readable `key=value` pairs of what differs from the default, after the `#`, which no browser sends to a
//! server. `#v=1&site=shop&visits=200k&budget=500`

use super::{
    Scenarios, WhatIfs,
    pairs::{MOST_REFUSED, VERSION, differences, note, pairs, read},
    scenario_link::{read_scenarios, scenario_pairs},
};
use crate::questionnaire::{Answers, Problem};

/// Longest link that is read. An honest one has a few hundred characters, 20,000 with every price replaced, and 120,000 where
/// four scenarios replace every price by others.
pub const LONGEST_LINK: usize = 128_000;
/// The most that is said about one link.
const MOST_NOTES: usize = 10;

/// What was found in a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded {
    /// The answers, with the default for whatever was not understood.
    pub answers: Answers,
    /// The scenarios beside these answers.
    pub scenarios: Scenarios,
    /// What the simulated week is to bring.
    pub what_ifs: WhatIfs,
    /// What was not understood.
    pub notes: Vec<Problem>,
}

/// The answers as a fragment without its `#`; empty for the default answers.
pub fn encode(answers: &Answers) -> String {
    fragment(differences(answers, &Answers::default()))
}

/// The same with the scenarios beside them, each as what differs from these answers.
pub fn encode_all(answers: &Answers, scenarios: &Scenarios) -> String {
    let mut pairs = differences(answers, &Answers::default());
    pairs.extend(scenario_pairs(answers, scenarios));
    fragment(pairs)
}

fn fragment(pairs: Vec<String>) -> String {
    if pairs.is_empty() { String::new() } else { format!("v={VERSION}&{}", pairs.join("&")) }
}

/// Reads any fragment, with or without its `#`, and never fails: what is not understood is left at its default and
/// noted. `preset=shop` starts from a preset's answers.
pub fn decode(fragment: &str) -> Decoded {
    decode_over(fragment, &Answers::default())
}

/// The same, over other answers than the default ones: those a consultant starts from. A link that was written here names
/// all that differs from the default, and so stands for itself; what a person wrote by hand, without a version, is laid
/// over the answers given.
pub(super) fn decode_over(fragment: &str, defaults: &Answers) -> Decoded {
    let mut notes = Vec::new();
    let fragment = bounded(fragment.trim_start_matches('#'), &mut notes);
    let (beside, pairs): (Vec<_>, Vec<_>) = pairs(fragment).into_iter().partition(|(key, _)| key.starts_with("s."));
    let mut what_ifs = WhatIfs::default();
    let answers = read(&pairs, defaults, Some(&mut what_ifs), &mut notes);
    let scenarios = read_scenarios(&beside, &answers, &mut notes);
    if notes.len() > MOST_NOTES {
        let more = notes.len() - MOST_NOTES;
        notes.truncate(MOST_NOTES);
        let message = if more < MOST_REFUSED - MOST_NOTES {
            format!("{more} more parts of it were not understood")
        } else {
            format!("{more} more parts of it were not understood, and the rest was not read")
        };
        notes.push(note("link", message));
    }
    Decoded { answers, scenarios, what_ifs, notes }
}

fn bounded<'a>(fragment: &'a str, notes: &mut Vec<Problem>) -> &'a str {
    if fragment.len() <= LONGEST_LINK {
        return fragment;
    }
    notes.push(note("link", format!("only its first {LONGEST_LINK} characters were read")));
    let end = (0..=LONGEST_LINK).rev().find(|end| fragment.is_char_boundary(*end)).unwrap_or(0);
    &fragment[..end]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        catalog::Catalog,
        questionnaire::{ClosedSet, Criterion, Input, NOT_SURE, PRESETS, ParameterId, QUESTIONS, QuestionId, Weights},
        session::{Field, Scenario, percent, scenarios::named},
    };

    fn nothing() -> Decoded {
        decode("")
    }

    #[test]
    fn the_default_needs_no_link_and_a_change_is_readable() {
        let usual = Answers::default();
        assert_eq!(encode(&usual), "");
        let mut answers = Field::Question(QuestionId::Visits).answer(&usual, "200,000").unwrap();
        answers = Field::Question(QuestionId::Site).answer(&answers, "shop").unwrap();
        answers.weights = Weights::new([20.0, 15.0, 15.0, 10.0, 10.0, 14.0, 6.0, 10.0]);
        answers.overrides.insert("ppv".to_owned(), 2.5);
        answers.overrides.insert("nat.hour".to_owned(), 0.02);
        assert_eq!(
            encode(&answers),
            "v=1&site=shop&visits=200k&points=20.15.15.10.10.14.6.10&p.nat.hour=0.02&a.ppv=2.5"
        );
    }

    #[test]
    fn presets_make_short_links_and_come_back() {
        for preset in PRESETS {
            let answers = (preset.answers)();
            let link = encode(&answers);
            assert!(link.len() < 300, "{}: {} characters", preset.id, link.len());
            assert_eq!(decode(&link), Decoded { answers: answers.clone(), ..nothing() });
            assert_eq!(decode(&format!("#preset={}", preset.id)).answers, answers);
        }
    }

    #[test]
    fn what_is_not_understood_is_noted_and_the_rest_taken() {
        let decoded = decode("#v=7&visits=lots&budgte=5&site=shop&points=1.2&a.moon=3&zone=%79es&preset=forum&x");
        let notes: Vec<String> = decoded.notes.iter().map(ToString::to_string).collect();
        assert_eq!(
            notes,
            [
                "preset: \"forum\" is not a preset of this version",
                "v: this link is of version 7, newer than this page's 1; what is known of it was taken",
                "visits: Visits a month must be a number, like 300k, or \"unsure\"; \"lots\" is not",
                "budgte: is not a question of this version; did you mean budget?",
                "points: must be eight numbers from 0 to 100, like 20.15.15.10.10.15.5.10; \"1.2\" is not",
                "a.moon: is not an assumption of this version",
                "x: is not a question of this version",
            ]
        );
        assert_eq!(encode(&decoded.answers), "v=1&site=shop&zone=yes");
    }

    #[test]
    fn a_flood_is_cut_short() {
        let flood = "é=1&".repeat(100_000);
        let decoded = decode(&flood);
        assert_eq!(decoded.answers, Answers::default());
        assert_eq!(decoded.notes.len(), MOST_NOTES + 1);
    }

    /// Any answers a person could have given: each question by any of its choices or any number in its range.
    fn arbitrary() -> impl Strategy<Value = Answers> {
        let each = prop::collection::vec((any::<u32>(), 0.0..=1.0_f64, any::<bool>()), QUESTIONS.len());
        let points = prop::collection::vec((0.0..=100.0_f64, any::<bool>()), Criterion::ALL.len());
        let own = prop::collection::vec((any::<prop::sample::Index>(), 0.0..=1.0_f64), 0..6);
        (each, points, own).prop_map(|(each, points, own)| {
            let answers =
                QUESTIONS.iter().zip(each).fold(Answers::default(), |answers, (question, (pick, share, round))| {
                    let text = match question.input {
                        _ if question.may_be_open() && pick % 5 == 0 => NOT_SURE.to_owned(),
                        Input::Choice(choices) => choices()[pick as usize % choices().len()].0.to_owned(),
                        Input::Number { unlimited: Some(word), .. } if pick % 7 == 0 => word.to_owned(),
                        Input::Number { min, max, .. } => {
                            let value = min + (max - min) * share * share * share;
                            format!("{}", if round { value.round().max(min) } else { value })
                        }
                    };
                    // A rate of dollars into dollars is refused.
                    let is_asked = question.id != QuestionId::Exchange || (question.relevant)(&answers);
                    if is_asked { question.answer(&answers, &text).unwrap() } else { answers }
                });
            let answers = Criterion::ALL.iter().zip(points).fold(answers, |answers, (criterion, (value, round))| {
                let value = if round { value.round() } else { value };
                Field::Points(*criterion).answer(&answers, &format!("{value}")).unwrap()
            });
            let mut keys: Vec<Field> = ParameterId::all().map(Field::Assumption).collect();
            keys.extend(Catalog::bundled().skus().map(|sku| Field::Price(sku.to_owned())));
            own.into_iter().fold(answers, |answers, (pick, share)| {
                let field = pick.get(&keys);
                let [least, most] = if let Field::Assumption(id) = field { id.range() } else { [0.0, 1.0] };
                field.answer(&answers, &format!("{}", least + (most - least) * share)).unwrap()
            })
        })
    }

    /// Any scenarios beside some answers.
    fn beside() -> impl Strategy<Value = Scenarios> {
        let other =
            ("[ a-zé&=%~]{0,20}", arbitrary()).prop_map(|(name, answers)| Scenario { name: named(&name), answers });
        ("[a-z]{0,9}", 0..Scenarios::MOST, prop::collection::vec(other, 1..Scenarios::MOST))
            .prop_map(|(name, place, others)| Scenarios::of(&name, place, others))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn a_link_brings_all_scenarios(answers in arbitrary(), scenarios in beside()) {
            let link = encode_all(&answers, &scenarios);
            prop_assert_eq!(decode(&link), Decoded { answers, scenarios, ..nothing() });
        }

        #[test]
        fn a_link_brings_the_same_answers(answers in arbitrary()) {
            prop_assert_eq!(decode(&encode(&answers)), Decoded { answers, ..nothing() });
        }

        #[test]
        fn json_brings_the_same_answers(answers in arbitrary()) {
            prop_assert_eq!(Answers::from_json(&answers.to_json()), Ok(answers));
        }

        #[test]
        fn any_text_is_read_without_a_fault(text in ".{0,300}") {
            let decoded = decode(&text);
            prop_assert_eq!(decode(&encode(&decoded.answers)).answers, decoded.answers);
        }

        #[test]
        fn any_value_of_any_known_key_is_read_without_a_fault(pick: prop::sample::Index, value in ".{0,40}") {
            let mut keys = vec!["v", "points", "preset", "a.ppv", "p.nat.hour", "points.cost"];
            keys.extend(QUESTIONS.iter().map(|question| question.id.token()));
            let decoded = decode(&format!("{}={}", pick.get(&keys), percent::encode(&value)));
            prop_assert_eq!(decode(&encode(&decoded.answers)).answers, decoded.answers);
        }
    }
}
