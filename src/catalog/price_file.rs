//! `prices/<service>.json`: what one service costs, an item a row, a Region a column.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{Error, SeqAccess, Visitor},
};

use super::{AsOf, Confidence, PriceUnit, Region, Source};
use crate::units::Usd;

/// One file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub(super) struct PriceFile {
    pub readings: Vec<PriceReading>,
    pub tables: Vec<PriceTable>,
}

/// One source as it was read on one day; a row of these cells.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PriceReading {
    /// What was read, as a client names it: `AWS price list`.
    pub source: Source,
    pub as_of: AsOf,
    pub confidence: Confidence,
    /// The stored copy it was read from; empty where the source itself was.
    pub copy: &'static str,
}

/// Prices of one service in one unit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PriceTable {
    /// The service, and what of it.
    pub of: &'static str,
    pub unit: PriceUnit,
    /// The publisher's own page of these prices; empty where there is none.
    pub page: &'static str,
    pub columns: Vec<Column>,
    pub rows: Vec<PriceRow>,
}

/// The Region of a column, or none where a price holds everywhere, and the place of the reading its prices come from.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Column {
    pub region: Option<Region>,
    pub reading: usize,
}

/// One item: its name, then a cell for each column.
#[derive(Debug)]
pub(super) struct PriceRow {
    pub item: &'static str,
    pub cells: Vec<Cell>,
}

/// What stands in a column of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cell {
    /// `0.0104`: a price, from the reading of its column.
    Price(Usd),
    /// `[0.0104,3]`: a price, from a reading of its own.
    From(Usd, usize),
    /// `null`: no sourced price was found.
    Unknown,
    /// `"-"`: the price list of the Region does not carry the item.
    NotSold,
}

impl<'de: 'static> Deserialize<'de> for PriceRow {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Row;

        impl<'de: 'static> Visitor<'de> for Row {
            type Value = PriceRow;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an item and its cells, as in [\"ec2.t3.micro\",0.0104,null,\"-\"]")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut row: A) -> Result<PriceRow, A::Error> {
                let item = row.next_element()?.ok_or_else(|| Error::invalid_length(0, &self))?;
                let mut cells = Vec::new();
                while let Some(cell) = row.next_element()? {
                    cells.push(cell);
                }
                Ok(PriceRow { item, cells })
            }
        }

        deserializer.deserialize_seq(Row)
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read;

        impl<'de> Visitor<'de> for Read {
            type Value = Cell;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a price, a price with its reading, null or \"-\"")
            }

            fn visit_f64<E: Error>(self, usd: f64) -> Result<Cell, E> {
                Ok(Cell::Price(Usd::new(usd)))
            }

            fn visit_u64<E: Error>(self, usd: u64) -> Result<Cell, E> {
                self.visit_f64(usd as f64)
            }

            fn visit_unit<E: Error>(self) -> Result<Cell, E> {
                Ok(Cell::Unknown)
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Cell, E> {
                if text == "-" {
                    Ok(Cell::NotSold)
                } else {
                    Err(E::invalid_value(serde::de::Unexpected::Str(text), &self))
                }
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut pair: A) -> Result<Cell, A::Error> {
                let usd = pair.next_element()?.ok_or_else(|| Error::invalid_length(0, &self))?;
                let reading = pair.next_element()?.ok_or_else(|| Error::invalid_length(1, &self))?;
                Ok(Cell::From(usd, reading))
            }
        }

        deserializer.deserialize_any(Read)
    }
}

/// The files by name.
pub(super) const PRICES: [(&str, &str); 25] = [
    ("prices/aurora.json", include_str!("../../assets/catalog/prices/aurora.json")),
    ("prices/backup.json", include_str!("../../assets/catalog/prices/backup.json")),
    ("prices/cdn.json", include_str!("../../assets/catalog/prices/cdn.json")),
    ("prices/cloudfront.json", include_str!("../../assets/catalog/prices/cloudfront.json")),
    ("prices/cloudwatch.json", include_str!("../../assets/catalog/prices/cloudwatch.json")),
    ("prices/code.json", include_str!("../../assets/catalog/prices/code.json")),
    ("prices/data-transfer.json", include_str!("../../assets/catalog/prices/data-transfer.json")),
    ("prices/ebs.json", include_str!("../../assets/catalog/prices/ebs.json")),
    ("prices/ec2.json", include_str!("../../assets/catalog/prices/ec2.json")),
    ("prices/ec2-reserved.json", include_str!("../../assets/catalog/prices/ec2-reserved.json")),
    ("prices/efs.json", include_str!("../../assets/catalog/prices/efs.json")),
    ("prices/elasticache.json", include_str!("../../assets/catalog/prices/elasticache.json")),
    ("prices/fargate.json", include_str!("../../assets/catalog/prices/fargate.json")),
    ("prices/lightsail.json", include_str!("../../assets/catalog/prices/lightsail.json")),
    ("prices/load-balancing.json", include_str!("../../assets/catalog/prices/load-balancing.json")),
    ("prices/managed.json", include_str!("../../assets/catalog/prices/managed.json")),
    ("prices/rds.json", include_str!("../../assets/catalog/prices/rds.json")),
    ("prices/rds-reserved.json", include_str!("../../assets/catalog/prices/rds-reserved.json")),
    ("prices/route53.json", include_str!("../../assets/catalog/prices/route53.json")),
    ("prices/s3.json", include_str!("../../assets/catalog/prices/s3.json")),
    ("prices/secrets-manager.json", include_str!("../../assets/catalog/prices/secrets-manager.json")),
    ("prices/servers.json", include_str!("../../assets/catalog/prices/servers.json")),
    ("prices/ses.json", include_str!("../../assets/catalog/prices/ses.json")),
    ("prices/vpc.json", include_str!("../../assets/catalog/prices/vpc.json")),
    ("prices/waf.json", include_str!("../../assets/catalog/prices/waf.json")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_a_price_a_price_with_its_reading_a_gap_or_not_sold() {
        let row: PriceRow = serde_json::from_str(r#"["ec2.t3.micro",0.0104,2,[0.0114,3],null,"-"]"#).unwrap();
        assert_eq!(row.item, "ec2.t3.micro");
        let price = |usd| Cell::Price(Usd::new(usd));
        assert_eq!(
            row.cells,
            [price(0.0104), price(2.0), Cell::From(Usd::new(0.0114), 3), Cell::Unknown, Cell::NotSold]
        );
        for wrong in [r#"["a.b","x"]"#, r#"["a.b",[1]]"#, r#"["a.b",[1,2,3]]"#, r#"["a.b",-1,true]"#, "[]"] {
            assert!(serde_json::from_str::<PriceRow>(wrong).is_err(), "{wrong}");
        }
    }
}
