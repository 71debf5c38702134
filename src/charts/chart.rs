use super::{Table, cost_curve::CostCurve, design_map::DesignMap, plot::Plot, stacks::Stacks};

/// A chart of options.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// What something is made up of, option by option.
    Stacks(Stacks),
    /// What a month costs at any number of visits.
    CostCurve(CostCurve),
    /// Every design considered, by cost and downtime.
    Map(DesignMap),
}

impl Chart {
    /// What it shows, in a few words.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Stacks(stacks) => stacks.title,
            Self::CostCurve(_) => CostCurve::TITLE,
            Self::Map(_) => DesignMap::TITLE,
        }
    }

    /// What there is to see in it, in a sentence or two.
    pub fn finding(&self) -> String {
        match self {
            Self::Stacks(stacks) => stacks.finding.clone(),
            Self::CostCurve(curve) => curve.finding(),
            Self::Map(map) => map.finding(),
        }
    }

    /// Its numbers, without units: those stand in the heads of the columns.
    pub fn table(&self) -> Table {
        match self {
            Self::Stacks(stacks) => stacks.table(),
            Self::CostCurve(curve) => curve.table(),
            Self::Map(map) => map.table(),
        }
    }

    /// Its shapes in so many CSS pixels of width.
    pub fn plot(&self, width: f64) -> Plot {
        match self {
            Self::Stacks(stacks) => stacks.plot(width),
            Self::CostCurve(curve) => curve.plot(width),
            Self::Map(map) => map.plot(width),
        }
    }
}
