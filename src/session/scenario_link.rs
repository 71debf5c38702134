//! Scenarios in a link, each as what differs from the one that is edited.

use super::{
    Scenario, Scenarios,
    pairs::{MOST_REFUSED, differences, note, pairs, read},
    percent,
    scenarios::{LONGEST_NAME, named},
};
use crate::questionnaire::{Answers, Problem};

/// The key of a scenario's name.
const NAME: &str = "s.name";

/// The scenarios beside the answers: `s.name` is what these are called, `s.2` the second of all as what differs from them,
/// pairs once more. The number that is missing is the place of the answers themselves.
pub(super) fn scenario_pairs(answers: &Answers, scenarios: &Scenarios) -> Vec<String> {
    let name = |name: &str| (!name.is_empty()).then(|| format!("{NAME}={}", percent::encode(name)));
    let others = scenarios.others().map(|(place, other)| {
        let pairs = name(&other.name).into_iter().chain(differences(&other.answers, answers));
        format!("s.{}={}", place + 1, percent::encode(&pairs.collect::<Vec<_>>().join("&")))
    });
    name(scenarios.name()).into_iter().chain(others).collect()
}

/// Reads the scenarios beside some answers. In a scenario there are none.
pub(super) fn read_scenarios(beside: &[(String, String)], answers: &Answers, notes: &mut Vec<Problem>) -> Scenarios {
    let mut found: [Option<Scenario>; Scenarios::MOST] = Default::default();
    let mut name = String::new();
    for (key, value) in beside {
        let number = key[2..].parse::<usize>().ok().filter(|number| (1..=Scenarios::MOST).contains(number));
        let slot = number.and_then(|number| found.get_mut(number - 1));
        match slot {
            _ if notes.len() >= MOST_REFUSED => break,
            _ if key == NAME => name = checked_name(key, value, notes),
            Some(Some(_)) => notes.push(note(key, "is there twice; the first was taken".to_owned())),
            Some(slot) => {
                let (names, pairs): (Vec<_>, Vec<_>) = pairs(value).into_iter().partition(|(key, _)| key == NAME);
                let mut inner = Vec::new();
                let name = names.first().map(|(key, value)| checked_name(key, value, &mut inner)).unwrap_or_default();
                *slot = Some(Scenario { name, answers: read(&pairs, answers, None, &mut inner) });
                notes.extend(
                    inner.into_iter().map(|problem| note(&format!("{key} {}", problem.field), problem.message)),
                );
            }
            None => {
                let message = format!("is no scenario: they are numbered from 1 to {}", Scenarios::MOST);
                notes.push(note(key, message));
            }
        }
    }
    let place = found.iter().position(Option::is_none);
    if place.is_none() {
        let most = Scenarios::MOST;
        notes.push(note(&format!("s.{most}"), format!("is one more than the {most} scenarios there can be")));
    }
    Scenarios::of(&name, place.unwrap_or(Scenarios::MOST - 1), found.into_iter().flatten().collect())
}

/// A scenario's name as it is held; told where something of it is not.
fn checked_name(key: &str, text: &str, notes: &mut Vec<Problem>) -> String {
    let name = named(text);
    if name.is_empty() && !text.trim().is_empty() {
        notes.push(note(key, "must have characters that can be seen".to_owned()));
    } else if text.chars().count() > LONGEST_NAME {
        notes.push(note(key, format!("has more than {LONGEST_NAME} characters and was cut")));
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Decoded, decode, encode_all};

    #[test]
    fn scenarios_are_told_by_what_differs() {
        let today = decode("visits=300k&a.ppv=2.5&pin.nat=one").answers;
        let twice = decode("visits=600k&a.ppv=2.5").answers;
        let two = Scenarios::default().adding("Twice the traffic", &today).unwrap();
        let link = encode_all(&twice, &two);
        assert_eq!(link, "v=1&visits=600k&a.ppv=2.5&s.name=Twice%20the%20traffic&s.1=visits%3D300k%26pin.nat%3Done");
        let (edited, first) = two.editing(0, &twice).unwrap();
        let back = encode_all(&edited, &first);
        assert_eq!(
            back,
            "v=1&a.ppv=2.5&pin.nat=one&s.2=s.name%3DTwice%2520the%2520traffic%26visits%3D600k%26pin.nat%3D"
        );
        for (link, answers, scenarios) in [(link, twice, two), (back, edited, first)] {
            assert_eq!(decode(&link), Decoded { answers, scenarios, ..decode("") });
        }
    }

    #[test]
    fn what_is_wrong_about_scenarios_is_noted_and_the_rest_taken() {
        let nested = "s.1=s.2%3Dvisits%253D5k%26if.spike%3Dwed%26visits%3Dlots%26budget%3D500";
        let decoded = decode(&format!("{nested}&s.1=&s.9=&s.x&s.name=%E2%80%8B&s.3=s.name%3D{}", "n".repeat(50)));
        let notes: Vec<String> = decoded.notes.iter().map(ToString::to_string).collect();
        assert_eq!(
            notes,
            [
                "s.1 s.2: is not a question of this version",
                "s.1 if.spike: is not a question of this version",
                "s.1 visits: Visits a month must be a number, like 300k, or \"unsure\"; \"lots\" is not",
                "s.1: is there twice; the first was taken",
                "s.9: is no scenario: they are numbered from 1 to 4",
                "s.x: is no scenario: they are numbered from 1 to 4",
                "s.name: must have characters that can be seen",
                "s.3 s.name: has more than 40 characters and was cut",
            ]
        );
        let names: Vec<String> = decoded.scenarios.all(&decoded.answers).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["Scenario A", "Scenario B", &"n".repeat(40)]);
        assert_eq!(decode("s.1&s.2&s.3&s.4").notes.len(), 1);
    }
}
