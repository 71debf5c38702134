//! How prices lie in `assets/catalog/prices.json`: tables of one service and unit, a column per region, a row per item.

use std::collections::BTreeMap;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, SeqAccess, Visitor};

use super::{AsOf, Confidence, PriceUnit, Region, Source};
use crate::units::Usd;

/// The whole file.
#[derive(Debug, serde::Deserialize)]
pub(super) struct PriceFile {
    /// The day the catalog was put together.
    pub version: &'static str,
    /// Sources with date and confidence, in the order the tables number them.
    pub readings: Vec<Reading>,
    /// All tables.
    pub tables: Vec<Table>,
}

/// One source as it was read on one day.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Reading {
    pub source: Source,
    pub as_of: AsOf,
    pub confidence: Confidence,
}

/// Prices of one service in one unit.
#[derive(Debug, serde::Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Table {
    pub unit: PriceUnit,
    pub regions: Vec<Place>,
    /// The reading of each column, for the cells that name none.
    pub readings: Vec<usize>,
    #[serde(deserialize_with = "rows")]
    pub rows: Vec<Row>,
}

/// An item and its price in every column that has one.
pub(super) type Row = (&'static str, Vec<Option<Cell>>);

fn rows<D: Deserializer<'static>>(deserializer: D) -> Result<Vec<Row>, D::Error> {
    BTreeMap::deserialize(deserializer).map(|rows| rows.into_iter().collect())
}

/// Where a column of prices holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    In(Region),
    Everywhere,
}

/// One price: a number, the word `free`, or a number with a reading of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cell {
    pub usd: Usd,
    pub reading: Option<usize>,
}

impl Place {
    /// The region, or none when the price holds everywhere.
    pub(super) const fn region(self) -> Option<Region> {
        match self {
            Self::In(region) => Some(region),
            Self::Everywhere => None,
        }
    }
}

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = <&str>::deserialize(deserializer)?;
        if code == "global" {
            return Ok(Self::Everywhere);
        }
        Region::from_code(code).map(Self::In).ok_or_else(|| D::Error::custom(format_args!("unknown region {code}")))
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CellVisitor)
    }
}

struct CellVisitor;

impl<'de> Visitor<'de> for CellVisitor {
    type Value = Cell;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a price above 0, \"free\", or [price, reading]")
    }

    fn visit_f64<E: Error>(self, usd: f64) -> Result<Cell, E> {
        if usd > 0.0 && usd.is_finite() {
            return Ok(Cell { usd: Usd::new(usd), reading: None });
        }
        Err(E::custom("a price is above 0; write \"free\" for what costs nothing"))
    }

    fn visit_u64<E: Error>(self, usd: u64) -> Result<Cell, E> {
        self.visit_f64(usd as f64)
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<Cell, E> {
        if word == "free" {
            return Ok(Cell { usd: Usd::ZERO, reading: None });
        }
        Err(E::custom(format_args!("unknown price {word}")))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut cell: A) -> Result<Cell, A::Error> {
        let priced: Cell = cell.next_element()?.ok_or_else(|| A::Error::custom("a price is missing"))?;
        let reading = cell.next_element()?.ok_or_else(|| A::Error::custom("a reading is missing"))?;
        if cell.next_element::<IgnoredAny>()?.is_some() {
            return Err(A::Error::custom("a cell holds a price and a reading, no more"));
        }
        Ok(Cell { reading: Some(reading), ..priced })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(json: &str) -> Option<(f64, Option<usize>)> {
        let cell: Cell = serde_json::from_str(json).ok()?;
        Some((cell.usd.value(), cell.reading))
    }

    #[test]
    fn a_cell_is_a_price_the_word_free_or_a_price_with_its_reading() {
        assert_eq!(cell("0.0104"), Some((0.0104, None)));
        assert_eq!(cell("18"), Some((18.0, None)));
        assert_eq!(cell("\"free\""), Some((0.0, None)));
        assert_eq!(cell("[0.33, 7]"), Some((0.33, Some(7))));
    }

    #[test]
    fn zero_negative_and_foreign_cells_are_refused() {
        for json in ["0", "0.0", "-1.5", "\"gratis\"", "[0.33]", "[0.33,7,8]", "[]", "true"] {
            assert_eq!(cell(json), None, "{json}");
        }
    }
}
