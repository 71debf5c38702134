use std::ops::RangeInclusive;

use crate::{
    catalog::Catalog,
    choices::ChoiceId,
    codec::nearest,
    questionnaire::{Answers, ClosedSet, Criterion, ParameterId, Problem, QUESTIONS, QuestionId, number},
    simulation::Rules,
    units::{Points, text},
    workload::{Parameter, Workload},
};

/// What can be typed into: a question, the points of a criterion, or a figure of one's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// A question.
    Question(QuestionId),
    /// The points given to a criterion.
    Points(Criterion),
    /// A figure in place of an assumption.
    Assumption(ParameterId),
    /// A price in place of the catalog's, by the item's name.
    Price(String),
    /// A choice of the design that the client has made.
    Pin(ChoiceId),
}

/// The largest price of one unit: more than this is a slip.
pub(super) const LARGEST_PRICE: f64 = 1e8;

impl Field {
    /// The field's name, in links and on the page: `visits`, `points.cost`, `a.ppv`, `p.nat.hour`.
    pub fn key(&self) -> String {
        match self {
            Self::Question(id) => id.to_string(),
            Self::Points(criterion) => format!("points.{}", criterion.token()),
            Self::Assumption(id) => format!("a.{}", id.token()),
            Self::Price(sku) => format!("p.{sku}"),
            Self::Pin(choice) => format!("pin.{choice}"),
        }
    }

    /// What it is called, for people.
    pub fn label(&self) -> String {
        match self {
            Self::Question(id) => id.question().label.to_owned(),
            Self::Points(criterion) => format!("Points for {}", criterion.label().to_ascii_lowercase()),
            Self::Assumption(ParameterId::Demand(id)) => Workload::parameter(*id).name.to_owned(),
            Self::Assumption(ParameterId::Week(id)) => Rules::parameter(*id).name.to_owned(),
            Self::Price(sku) => format!("Unit price of {sku}"),
            Self::Pin(choice) => choice.label().to_owned(),
        }
    }

    /// What a figure of the reader's own is called, by its key: a price where there is a point in it.
    pub(super) fn own_figure(key: &str) -> String {
        match ParameterId::from_token(key) {
            Some(id) => Self::Assumption(id).label(),
            None => Self::Price(key.to_owned()).label(),
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
            let near = || nearest(sku, catalog.skus());
            return if known { Ok(Self::Price(sku.to_owned())) } else { Err(problem("a price", near())) };
        }
        if let Some(token) = key.strip_prefix("pin.") {
            let near = || nearest(token, ChoiceId::ALL.iter().map(|choice| choice.token()));
            let known = ChoiceId::from_token(token).map(Self::Pin);
            return known.ok_or_else(|| problem("a choice", near()));
        }
        if let Some(id) = key.strip_prefix("a.") {
            if ParameterId::from_token(id).is_none() && QuestionId::from_token(id).is_some() {
                let message = "is a question and no assumption: give it beside the other answers".to_owned();
                return Err(Problem { field: key.to_owned(), message });
            }
            let near = || nearest(id, ParameterId::all().map(ParameterId::token));
            let known = ParameterId::from_token(id).map(Self::Assumption);
            return known.ok_or_else(|| problem("an assumption", near()));
        }
        if let Some(token) = key.strip_prefix("points.") {
            let known = Criterion::ALL.iter().map(|criterion| criterion.token());
            return Criterion::from_token(token)
                .map(Self::Points)
                .ok_or_else(|| problem("a criterion", nearest(token, known)));
        }
        let known = QUESTIONS.iter().map(|question| question.id.token());
        QuestionId::from_token(key).map(Self::Question).ok_or_else(|| problem("a question", nearest(key, known)))
    }

    /// The present value as text; empty where no figure of one's own is in place.
    pub fn read(&self, answers: &Answers) -> String {
        let own = |id: &str| answers.overrides.get(id).map(number::token).unwrap_or_default();
        match self {
            Self::Question(id) => id.question().read(answers),
            Self::Points(criterion) => number::token(answers.weights.of(*criterion).value()),
            Self::Assumption(id) => own(id.token()),
            Self::Price(sku) => own(sku),
            Self::Pin(choice) => answers.pins.get(*choice).unwrap_or_default().to_owned(),
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
            Self::Question(id) => return id.question().answer(answers, text),
            Self::Points(criterion) => {
                let points = within(text, "", 0.0..=100.0, criterion.label()).map_err(problem)?;
                changed.weights = changed.weights.with(*criterion, Points::new(points));
            }
            Self::Pin(choice) if text.trim().is_empty() => changed.pins.release(*choice),
            Self::Pin(choice) => {
                let value = choice.value(text);
                let value = value.map_err(|message| problem(format!("the {} {message}", choice.label())))?;
                changed.pins.pin(*choice, value);
            }
            Self::Assumption(id) if text.trim().is_empty() => changed.overrides.remove(id.token()),
            Self::Price(sku) if text.trim().is_empty() => changed.overrides.remove(sku),
            Self::Assumption(id) => {
                let figure = figure(&parameter(*id), text).map_err(problem)?;
                changed.overrides.insert(id.token().to_owned(), figure);
            }
            Self::Price(sku) => {
                let price = within(text, "USD", 0.0..=LARGEST_PRICE, "A price in US dollars").map_err(problem)?;
                changed.overrides.insert(sku.clone(), price);
            }
        }
        Ok(changed)
    }
}

/// The parameter behind an assumption.
pub(super) fn parameter(id: ParameterId) -> Parameter {
    match id {
        ParameterId::Demand(id) => Workload::parameter(id),
        ParameterId::Week(id) => Rules::parameter(id),
    }
}

/// A figure in place of an assumption; a share may be given in per cent.
fn figure(parameter: &Parameter, text: &str) -> Result<f64, String> {
    let [least, most] = parameter.id.range();
    let read = if parameter.unit.is_empty() { number::parse_share(text) } else { number::parse(text, parameter.unit) };
    taken(read, text, least..=most, parameter.name)
}

pub(super) fn within(text: &str, unit: &str, range: RangeInclusive<f64>, name: &str) -> Result<f64, String> {
    taken(number::parse(text, unit), text, range, name)
}

/// What was read of a text, if it lies in the range.
fn taken(read: Option<f64>, text: &str, range: RangeInclusive<f64>, name: &str) -> Result<f64, String> {
    let given = text::cut(text.trim(), 40);
    let (low, high) = (text::short(*range.start()), text::short(*range.end()));
    match read {
        Some(value) if range.contains(&value) => Ok(value),
        Some(_) => Err(format!("{name} must be between {low} and {high}; you gave {given}")),
        None => Err(format!("{name} must be a number from {low} to {high}; \"{given}\" is not")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::DemandParameter;

    const HIT_ORIGIN: ParameterId = ParameterId::Demand(DemandParameter::HitOrigin);

    #[test]
    fn every_field_is_found_again_by_its_key() {
        for field in [
            Field::Question(QuestionId::Visits),
            Field::Points(Criterion::Effort),
            Field::Assumption(HIT_ORIGIN),
            Field::Price("nat.hour".to_owned()),
            Field::Pin(ChoiceId::Nat),
        ] {
            assert_eq!(Field::from_key(&field.key()), Ok(field));
        }
    }

    #[test]
    fn assumptions_and_prices_cannot_be_mistaken_for_one_another() {
        assert!(ParameterId::all().all(|id| !id.token().contains('.')));
        assert!(Catalog::bundled().skus().all(|sku| sku.contains('.')));
    }

    #[test]
    fn a_figure_of_ones_own_is_taken_in_its_unit_and_taken_away_again() {
        let field = Field::Assumption(HIT_ORIGIN);
        let set = field.answer(&Answers::default(), "95 %").unwrap();
        assert_eq!(field.read(&set), "0.95");
        assert_eq!(field.answer(&set, " ").unwrap(), Answers::default());
        let refused = field.answer(&set, "95").unwrap_err();
        assert_eq!(
            refused.to_string(),
            "a.h_origin: Page cache hit ratio on the server must be between 0 and 1; you gave 95"
        );
        let time = Field::Assumption(ParameterId::Demand(DemandParameter::CpuCore)).answer(&set, "30 ms").unwrap();
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
