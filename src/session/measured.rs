//! What was measured, as links and files write it.

use super::Field;
use crate::questionnaire::{Answers, DemandParameter, ParameterId, number};

/// A range of a parameter, read strictly: each figure has to be one that a reader could put in its place.
pub(super) fn figure(name: &str, range: [f64; 3]) -> Result<(DemandParameter, [f64; 3]), String> {
    let id: DemandParameter = name.parse().map_err(|_| "is not an assumption of this version".to_owned())?;
    let field = Field::Assumption(ParameterId::Demand(id));
    for value in range {
        field.answer(&Answers::default(), &number::token(value)).map_err(|problem| problem.message)?;
    }
    let [low, typical, high] = range;
    if low <= typical && typical <= high {
        Ok((id, range))
    } else {
        Err("must be a lowest, a typical and a highest figure, in this order".to_owned())
    }
}

/// A range as links write it: `900~1k~1.4k`.
pub(super) fn written(range: [f64; 3]) -> String {
    range.map(number::token).join("~")
}

/// The same read.
pub(super) fn read(name: &str, text: &str) -> Result<(DemandParameter, [f64; 3]), String> {
    let parts: Option<Vec<f64>> = text.split('~').map(|part| number::parse(part, "")).collect();
    match parts.as_deref() {
        Some([low, typical, high]) => figure(name, [*low, *typical, *high]),
        Some(_) | None => Err("must be three numbers, like 900~1k~1.4k".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        questionnaire::Measured,
        session::link::{decode, encode},
    };

    fn answers() -> Answers {
        let mut measured = Measured::new("access.log & more, 2026-03-02 to 2026-03-15");
        measured.insert(DemandParameter::Visits, [900.0, 1_000.0, 14_000.0]);
        measured.insert(DemandParameter::Uncacheable, [0.1, 0.123, 0.3]);
        Answers { measured, ..Answers::default() }
    }

    #[test]
    fn figures_travel_in_links_and_files_and_their_source_with_them() {
        let answers = answers();
        let link = encode(&answers);
        assert!(link.contains("m.visits=900~1000~14k&"), "{link}");
        let decoded = decode(&link);
        assert_eq!((decoded.answers, decoded.notes), (answers.clone(), Vec::new()));
        assert_eq!(Answers::from_json(&answers.to_json()), Ok(answers));
    }

    #[test]
    fn what_could_not_have_been_measured_is_refused() {
        for (name, text) in
            [("moon", "1~2~3"), ("visits", "3~2~1"), ("visits", "1~2"), ("s_u", "0.1~0.5~7"), ("visits", "-1~2~3")]
        {
            assert!(read(name, text).is_err(), "{name} {text}");
        }
        let notes = decode("#m.visits=3~2~1&measured=x").notes;
        assert_eq!(notes.len(), 1, "{notes:?}");
        assert!(Answers::from_json(r#"{"measured": {"source": "x", "visits": [1, 2]}}"#).is_err());
        assert!(Answers::from_json(r#"{"measured": 7}"#).is_err());
    }
}
