use super::{
    Table, cost_curve::CostCurve, design_map::DesignMap, outlook_chart::OutlookChart, plot::Plot,
    region_chart::RegionChart, stacks::Stacks,
};

/// A chart of options.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// What something is made up of, option by option.
    Stacks(Stacks),
    /// What a month costs at any number of visits.
    CostCurve(CostCurve),
    /// Every design considered, by cost and downtime.
    Map(DesignMap),
    /// What a month costs over three years.
    Outlook(OutlookChart),
    /// Where each option wins.
    Regions(RegionChart),
}

impl Chart {
    /// What it shows, in a few words.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Stacks(stacks) => stacks.title,
            Self::CostCurve(_) => CostCurve::TITLE,
            Self::Map(_) => DesignMap::TITLE,
            Self::Outlook(_) => OutlookChart::TITLE,
            Self::Regions(_) => RegionChart::TITLE,
        }
    }

    /// What there is to see in it, in a sentence or two.
    pub fn finding(&self) -> String {
        match self {
            Self::Stacks(stacks) => stacks.finding.clone(),
            Self::CostCurve(curve) => curve.finding(),
            Self::Map(map) => map.finding(),
            Self::Outlook(outlook) => outlook.finding(),
            Self::Regions(regions) => regions.finding(),
        }
    }

    /// Its numbers, without units: those stand in the heads of the columns.
    pub fn table(&self) -> Table {
        match self {
            Self::Stacks(stacks) => stacks.table(),
            Self::CostCurve(curve) => curve.table(),
            Self::Map(map) => map.table(),
            Self::Outlook(outlook) => outlook.table(),
            Self::Regions(regions) => regions.table(),
        }
    }

    /// Its shapes in so many CSS pixels of width.
    pub fn plot(&self, width: f64) -> Plot {
        match self {
            Self::Stacks(stacks) => stacks.plot(width),
            Self::CostCurve(curve) => curve.plot(width),
            Self::Map(map) => map.plot(width),
            Self::Outlook(outlook) => outlook.plot(width),
            Self::Regions(regions) => regions.plot(width),
        }
    }
}
