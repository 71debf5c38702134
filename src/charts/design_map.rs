//! Every design that was considered, by what it costs and how long it is expected to be down.

use super::Table;
use crate::{
    advice::Advice,
    decision::{Standing, Verdict},
    options::{self, Hosting, OptionId},
    questionnaire::Answers,
    search::Considered,
    units::text as told,
    workload::Case,
};

/// The map of a client's designs. It begins with the best of each form.
#[derive(Clone, Debug, PartialEq)]
pub struct DesignMap {
    /// The forms as they rank.
    pub(super) forms: Vec<OptionId>,
    /// All designs, the cheapest first.
    pub(super) places: Vec<Place>,
    /// The most a month may cost and the longest it may be down in a year, where there are such limits.
    pub(super) budget: Option<f64>,
    pub(super) limit: Option<f64>,
    /// What AWS's whitepaper draws.
    pub(super) reference: Option<(f64, f64)>,
    /// What runs today, at the bill it has.
    pub(super) today: Option<(f64, f64)>,
    /// The rate and the sign of the currency shown.
    pub(super) money: (f64, &'static str),
    /// The code of that currency.
    code: &'static str,
    /// Whether an option is recommended at all.
    pub(super) is_recommended: bool,
    /// The forms that are still to be considered in full.
    left: Vec<OptionId>,
}

/// A design on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The design, and what it came to.
    pub design: Considered,
    /// In US dollars a month, as the client counts.
    pub(super) cost: f64,
    /// In minutes a year.
    pub(super) down: f64,
    /// The rank of its form, from 0.
    pub(super) form: usize,
    /// Whether it is the one its form stands for.
    pub(super) is_best: bool,
    /// Whether no other is both cheaper and less down.
    pub(super) is_front: bool,
}

impl Place {
    pub(super) fn is_out(&self) -> bool {
        self.design.verdict == Verdict::RuledOut
    }
}

impl DesignMap {
    pub(super) const TITLE: &'static str = "Cost and downtime of every design";

    /// Begins with the best design of each form.
    pub fn new(advice: &Advice) -> Self {
        let answers = &advice.answers;
        let shown = answers.shown_in();
        let reference = advice.reference.as_ref().map(|standing| place_of(standing, answers));
        let today = advice.today.as_ref().map(|today| {
            let (_, down) = place_of(&today.standing, answers);
            (today.paid.value().max(0.01), down)
        });
        let forms: Vec<OptionId> = advice.standings.iter().map(|standing| standing.assessment.hosting.id).collect();
        let mut map = Self {
            left: forms.clone(),
            forms,
            places: Vec::new(),
            budget: answers.budget.map(|budget| budget.value()),
            limit: answers.max_outage.map(|limit| limit.value()),
            reference,
            today,
            money: (answers.exchange.value(), shown.sign()),
            code: shown.code(),
            is_recommended: advice.recommended().is_some(),
        };
        for standing in &advice.standings {
            map.add(Considered::of(standing, answers), true);
        }
        map.settle();
        map
    }

    /// The forms whose designs are not all on it yet.
    pub fn left(&self) -> impl Iterator<Item = &'static Hosting> + use<> {
        self.left.clone().into_iter().filter_map(|form| options::hosting(form.0))
    }

    /// Puts in all designs considered, of all forms.
    pub fn take(&mut self, all: Vec<Considered>) {
        self.left.clear();
        for design in all {
            // The best of each form are there already.
            let is_known = |place: &Place| place.design.option == design.option && place.design.design == design.design;
            if !self.places.iter().any(|place| place.is_best && is_known(place)) {
                self.add(design, false);
            }
        }
        self.settle();
    }

    fn add(&mut self, design: Considered, is_best: bool) {
        let Some(form) = self.forms.iter().position(|form| *form == design.option) else { return };
        let (cost, down) = (design.total.value().max(0.01), design.down.value().max(0.1));
        self.places.push(Place { design, cost, down, form, is_best, is_front: false });
    }

    /// Puts the cheapest first, and finds the front.
    fn settle(&mut self) {
        self.places.sort_by(|a, b| a.cost.total_cmp(&b.cost).then_with(|| a.down.total_cmp(&b.down)));
        let mut least = f64::INFINITY;
        for place in &mut self.places {
            place.is_front = place.down < least;
            least = least.min(place.down);
        }
    }

    pub(super) fn finding(&self) -> String {
        let considered = told::counted(self.places.len() as f64, "design");
        let fit = self.places.iter().filter(|place| !place.is_out()).count();
        let front = self.places.iter().filter(|place| place.is_front).count();
        let still = if self.left.is_empty() { "" } else { " so far" };
        format!(
            "{considered} considered{still}; {} meet every requirement. On the line lie {}: no other is both cheaper and less down.",
            told::grouped(fit as f64),
            told::grouped(front as f64)
        )
    }

    /// A row a design that differs from the others in what it costs, is down, or is made of.
    pub(super) fn table(&self) -> Table {
        let columns = [
            "Option".to_owned(),
            format!("Monthly cost ({})", self.code),
            "Expected downtime (minutes a year)".to_owned(),
            "Score".to_owned(),
            "Meets requirements".to_owned(),
            "On the front".to_owned(),
            "Design".to_owned(),
        ];
        let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
        let rows = self.places.iter().map(|place| {
            vec![
                self.name(place).to_owned(),
                told::trimmed(place.cost * self.money.0, 2),
                told::trimmed(place.down, 1),
                told::trimmed(place.design.points.value(), 1),
                yes(!place.is_out()),
                yes(place.is_front),
                place.design.told().join(", "),
            ]
        });
        Table { columns: columns.to_vec(), rows: rows.collect() }
    }

    pub(super) fn name(&self, place: &Place) -> &'static str {
        options::hosting(place.design.option.0).map_or("", |hosting| hosting.name)
    }

    /// What there is to read of a design.
    pub(super) fn says(&self, place: &Place) -> String {
        let (rate, sign) = self.money;
        let verdict = match (&place.design.misses, place.design.verdict) {
            (Some(misses), _) => format!("Excluded: {misses}"),
            (None, Verdict::AtRisk) => "Meets requirements, at risk".to_owned(),
            (None, Verdict::Recommended | Verdict::Eligible | Verdict::RuledOut) => "Meets requirements".to_owned(),
        };
        format!(
            "{}: {sign}{}{}/month, {} down a year, {} points. {verdict}. {}; {}.",
            self.name(place),
            told::grouped(place.cost * rate),
            place.design.more,
            told::brief_duration(place.down),
            told::grouped(place.design.points.value()),
            place.design.sizes,
            place.design.told().join(", ")
        )
    }
}

fn place_of(standing: &Standing, answers: &Answers) -> (f64, f64) {
    let assessment = &standing.assessment;
    (assessment.monthly(Case::Typical, answers.work).value().max(0.01), assessment.expected.typical.value().max(0.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        advice::advise, assessment::Client, catalog::Catalog, charts::Shape, questionnaire::PRESETS,
        search::Considering,
    };

    fn whole(id: &str) -> (Advice, DesignMap) {
        let preset = PRESETS.iter().find(|preset| preset.id == id).unwrap();
        let advice = advise(&(preset.answers)(), &Catalog::bundled());
        let mut map = DesignMap::new(&advice);
        let client = Client::new(&advice.answers, &advice.workload, &advice.catalog);
        map.take(map.left().flat_map(|form| Considering::new(form, &client)).collect());
        (advice, map)
    }

    #[test]
    fn every_design_considered_is_on_it_once() {
        for id in ["blog", "shop", "viral"] {
            let (advice, map) = whole(id);
            let considered: usize = advice.searched.iter().map(|searched| searched.counts.considered).sum();
            assert_eq!(map.places.len(), considered, "{id}");
            assert_eq!(map.places.iter().filter(|place| place.is_best).count(), advice.standings.len());
            assert_eq!(map.table().rows.len(), considered);
        }
    }

    /// Against the definition, by brute force.
    #[test]
    fn the_front_is_what_no_other_design_beats() {
        let (_, map) = whole("shop");
        for place in &map.places {
            let beaten = map.places.iter().any(|other| {
                other.cost <= place.cost
                    && other.down <= place.down
                    && (other.cost < place.cost || other.down < place.down)
            });
            if place.is_front {
                assert!(!beaten, "{}", map.says(place));
            } else {
                let as_good = map
                    .places
                    .iter()
                    .any(|other| other.is_front && other.cost <= place.cost && other.down <= place.down);
                assert!(as_good, "{}", map.says(place));
            }
        }
    }

    #[test]
    fn nothing_is_drawn_outside_and_each_form_is_labelled_once() {
        for id in ["brochure", "shop"] {
            let (advice, map) = whole(id);
            for width in [300.0, 640.0, 990.0, 1_300.0] {
                let plot = map.plot(width);
                assert_eq!(plot.readings.len(), map.read_at(width).len());
                assert!((advice.standings.len()..50 * advice.standings.len()).contains(&plot.readings.len()));
                for shape in &plot.shapes {
                    match shape {
                        Shape::Text { x, y, text, anchor, .. } => {
                            let long = super::super::plot::width(text, crate::typeface::Weight::Bold);
                            let (from, to) = match anchor {
                                super::super::Anchor::Start => (*x, x + long),
                                super::super::Anchor::Middle => (x - long / 2.0, x + long / 2.0),
                                super::super::Anchor::End => (x - long, *x),
                            };
                            assert!(from >= -1.0 && to <= width + 1.0, "{id} at {width}: {text} {from} {to}");
                            assert!(*y >= 0.0 && *y <= plot.height, "{text}");
                        }
                        Shape::Rect { area, .. } => assert!(area.width >= 0.0 && area.height >= 0.0),
                        Shape::Path { .. } | Shape::Dot { .. } => {}
                    }
                }
                for reading in &plot.readings {
                    assert!(reading.area.x >= 0.0 && reading.area.x + reading.area.width <= width + 1.0);
                }
            }
        }
    }
}
