use std::ops::RangeInclusive;

use crate::{
    catalog::Catalog,
    questionnaire::{Answers, Choice, Criterion, Problem, QUESTIONS, nearest, number, question},
    units::{Points, text},
    workload::{Parameter, Workload},
};

/// What can be typed into: a question, the points of a criterion, or a figure of one's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// A question, by its key.
    Question(&'static str),
    /// The points given to a criterion.
    Points(Criterion),
    /// A figure in place of an assumption, by the assumption's key.
    Assumption(String),
    /// A price in place of the catalog's, by the item's name.
    Price(String),
}

/// Shares lie between nothing and all; of anything else more than this is a slip.
const LARGEST: f64 = 1e8;

impl Field {
    /// The field's name, in links and on the page: `visits`, `points.cost`, `a.ppv`, `p.nat.hour`.
    pub fn key(&self) -> String {
        match self {
            Self::Question(id) => (*id).to_owned(),
            Self::Points(criterion) => format!("points.{}", criterion.token()),
            Self::Assumption(id) => format!("a.{id}"),
            Self::Price(sku) => format!("p.{sku}"),
        }
    }

    /// The field with this name.
    ///
    /// # Errors
    /// Says what it is near to, when there is no such field.
    pub fn from_key(key: &str) -> Result<Self, Problem> {
        let problem = |kind: &str, near: Option<&str>| {
            let hint = near.map(|near| format!("; did you mean {near}?")).unwrap_or_default();
            Problem { field: key.to_owned(), message: format!("is not {kind} of this version{hint}") }
        };
        if let Some(sku) = key.strip_prefix("p.") {
            let catalog = Catalog::bundled();
            let known = catalog.skus().any(|known| known == sku);
            return if known { Ok(Self::Price(sku.to_owned())) } else { Err(problem("a price", None)) };
        }
        if let Some(id) = key.strip_prefix("a.") {
            let known: Vec<_> = Workload::parameters().into_iter().map(|parameter| parameter.id).collect();
            return match known.contains(&id) {
                true => Ok(Self::Assumption(id.to_owned())),
                false => Err(problem("an assumption", nearest(id, known))),
            };
        }
        if let Some(token) = key.strip_prefix("points.") {
            let known = Criterion::ALL.iter().map(|criterion| criterion.token());
            return Criterion::from_token(token)
                .map(Self::Points)
                .ok_or_else(|| problem("a criterion", nearest(token, known)));
        }
        let known = QUESTIONS.iter().map(|question| question.id);
        question(key).map(|known| Self::Question(known.id)).ok_or_else(|| problem("a question", nearest(key, known)))
    }

    /// The present value as text; empty where no figure of one's own is in place.
    pub fn read(&self, answers: &Answers) -> String {
        let own = |id: &str| answers.overrides.get(id).map(number::token).unwrap_or_default();
        match self {
            Self::Question(id) => question(id).map(|known| known.read(answers)).unwrap_or_default(),
            Self::Points(criterion) => number::token(answers.weights.of(*criterion).value()),
            Self::Assumption(id) | Self::Price(id) => own(id),
        }
    }

    /// The same answers with this field changed. Nothing typed takes a figure of one's own away again.
    ///
    /// # Errors
    /// Says what would be right.
    pub fn answer(&self, answers: &Answers, text: &str) -> Result<Answers, Problem> {
        let problem = |message| Problem { field: self.key(), message };
        let mut changed = answers.clone();
        match self {
            Self::Question(id) => {
                let known = question(id).ok_or_else(|| problem("is not a question of this version".to_owned()))?;
                return known.answer(answers, text);
            }
            Self::Points(criterion) => {
                let points = within(text, "", 0.0..=100.0, criterion.label()).map_err(problem)?;
                changed.weights = changed.weights.with(*criterion, Points::new(points));
            }
            Self::Assumption(id) | Self::Price(id) if text.trim().is_empty() => {
                changed.overrides.remove(id);
            }
            Self::Assumption(id) => {
                let parameter = Workload::parameters().into_iter().find(|known| known.id == id.as_str());
                let parameter = parameter.ok_or_else(|| problem("is not an assumption of this version".to_owned()))?;
                changed.overrides.insert(id.clone(), figure(&parameter, text).map_err(problem)?);
            }
            Self::Price(sku) => {
                let price = within(text, "USD", 0.0..=LARGEST, "A price in US dollars").map_err(problem)?;
                changed.overrides.insert(sku.clone(), price);
            }
        }
        Ok(changed)
    }
}

/// A figure in place of an assumption; a share may be given in per cent.
fn figure(parameter: &Parameter, text: &str) -> Result<f64, String> {
    if !parameter.unit.is_empty() {
        return within(text, parameter.unit, 0.0..=LARGEST, parameter.name);
    }
    let (unit, whole) = if text.contains('%') { ("%", 100.0) } else { ("", 1.0) };
    within(text, unit, 0.0..=whole, parameter.name).map(|value| value / whole)
}

pub(super) fn within(text: &str, unit: &str, range: RangeInclusive<f64>, name: &str) -> Result<f64, String> {
    let given = text::cut(text.trim(), 40);
    let (low, high) = (text::short(*range.start()), text::short(*range.end()));
    match number::parse(text, unit) {
        Some(value) if range.contains(&value) => Ok(value),
        Some(_) => Err(format!("{name} must be between {low} and {high}; you gave {given}")),
        None => Err(format!("{name} must be a number from {low} to {high}; \"{given}\" is not")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_found_again_by_its_key() {
        for field in [
            Field::Question("visits"),
            Field::Points(Criterion::Effort),
            Field::Assumption("h_origin".to_owned()),
            Field::Price("nat.hour".to_owned()),
        ] {
            assert_eq!(Field::from_key(&field.key()), Ok(field));
        }
    }

    #[test]
    fn assumptions_and_prices_cannot_be_mistaken_for_one_another() {
        let parameters = Workload::parameters();
        assert!(parameters.iter().all(|parameter| !parameter.id.contains('.')));
        assert!(Catalog::bundled().skus().all(|sku| sku.contains('.')));
    }

    #[test]
    fn a_figure_of_ones_own_is_taken_in_its_unit_and_taken_away_again() {
        let field = Field::Assumption("h_origin".to_owned());
        let set = field.answer(&Answers::default(), "95 %").unwrap();
        assert_eq!(field.read(&set), "0.95");
        assert_eq!(field.answer(&set, " ").unwrap(), Answers::default());
        let refused = field.answer(&set, "95").unwrap_err();
        assert_eq!(
            refused.to_string(),
            "a.h_origin: Page cache hit ratio on the server must be between 0 and 1; you gave 95"
        );
        let time = Field::Assumption("c_core".to_owned()).answer(&set, "30 ms").unwrap();
        assert_eq!(time.overrides.get("c_core"), Some(30.0));
    }

    #[test]
    fn a_key_that_is_not_known_names_the_one_that_was_meant() {
        let message = |key| Field::from_key(key).unwrap_err().to_string();
        assert_eq!(message("vists"), "vists: is not a question of this version; did you mean visits?");
        assert_eq!(message("a.pvp"), "a.pvp: is not an assumption of this version; did you mean ppv?");
        assert_eq!(message("p.moon.hour"), "p.moon.hour: is not a price of this version");
        assert_eq!(message("points.cots"), "points.cots: is not a criterion of this version; did you mean cost?");
    }
}
