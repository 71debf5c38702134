//! How prices lie in `assets/catalog/prices.json`: tables of one service and unit, a column per region, a row per item.

use super::entry::Entry;
use super::{AsOf, Confidence, PriceUnit, Region, Source};
use crate::units::Usd;

/// One source as it was read on one day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    pub source: Source,
    pub as_of: AsOf,
    pub confidence: Confidence,
}

/// One item and its prices.
#[derive(Debug)]
pub(super) struct Item {
    pub unit: PriceUnit,
    pub listed: Vec<Listed>,
}

/// One price of an item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Listed {
    /// The region, or none when the price holds everywhere.
    pub region: Option<Region>,
    pub usd: Usd,
    /// Which of the readings it comes from.
    pub reading: usize,
}

impl Reading {
    pub(super) fn read(entry: Entry) -> Self {
        let mut row = entry.row(3);
        Self { source: Source::new(row.text()), as_of: AsOf::new(row.text()), confidence: row.word() }
    }
}

/// The tables turned into one list of items, sorted by name.
pub(super) fn items(tables: Entry) -> Vec<(&'static str, Item)> {
    let mut items: Vec<(&'static str, Item)> = Vec::new();
    for table in tables.entries() {
        let unit = table.word_of("unit");
        let regions = table.get("regions").entries();
        let readings = table.get("readings").entries();
        for row in table.get("rows").entries() {
            let columns = regions.iter().zip(&readings).zip(row.entries());
            let listed = columns.filter_map(|((region, reading), cell)| price(cell, *region, *reading)).collect();
            let sku = row.name();
            let (Ok(place) | Err(place)) = items.binary_search_by(|(other, _)| (*other).cmp(sku));
            items.insert(place, (sku, Item { unit, listed }));
        }
    }
    items
}

/// A price in its column, if the cell has one: a number, the word `free`, or a list of that and a reading of its own.
fn price(cell: Entry, column: Entry, of_column: Entry) -> Option<Listed> {
    if cell.is_null() {
        return None;
    }
    let (price, reading) = if cell.is_list() {
        let mut row = cell.row(2);
        (row.next(), row.next())
    } else {
        (cell, of_column)
    };
    let usd = if price.is("free") { 0.0 } else { price.number() };
    if !(usd > 0.0 || price.is("free")) {
        price.wrong("a price above 0, \"free\", or [price, reading]");
    }
    Some(Listed { region: region(column), usd: Usd::new(usd), reading: reading.number() as usize })
}

/// The region of a column, or none for prices that hold everywhere.
fn region(column: Entry) -> Option<Region> {
    if column.is("global") {
        return None;
    }
    let region = Region::from_code(column.text());
    if region.is_none() {
        column.wrong("a region or global");
    }
    region
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::entry;

    fn cell(text: &'static str) -> Result<Option<(f64, usize)>, String> {
        let listed = entry::read("prices.json", text, |row| {
            let mut row = row.row(3);
            price(row.next(), row.next(), row.next())
        });
        let listed = listed.map_err(|wrong| wrong.to_string())?;
        Ok(listed.map(|listed| (listed.usd.value(), listed.reading)))
    }

    #[test]
    fn a_cell_is_a_price_the_word_free_or_a_price_with_its_reading() {
        assert_eq!(cell(r#"[0.0104, "us-east-1", 3]"#), Ok(Some((0.0104, 3))));
        assert_eq!(cell(r#"[18, "global", 3]"#), Ok(Some((18.0, 3))));
        assert_eq!(cell(r#"["free", "us-east-1", 3]"#), Ok(Some((0.0, 3))));
        assert_eq!(cell(r#"[[0.33, 7], "us-east-1", 3]"#), Ok(Some((0.33, 7))));
        assert_eq!(cell(r#"[null, "us-east-1", 3]"#), Ok(None));
    }

    #[test]
    fn zero_negative_and_foreign_cells_are_refused() {
        for json in [
            r#"[0, "us-east-1", 3]"#,
            r#"[0.0, "us-east-1", 3]"#,
            r#"[-1.5, "us-east-1", 3]"#,
            r#"["gratis", "us-east-1", 3]"#,
            r#"[[0.33], "us-east-1", 3]"#,
            r#"[[0.33,7,8], "us-east-1", 3]"#,
            r#"[[0.33,null], "us-east-1", 3]"#,
            r#"[[], "us-east-1", 3]"#,
            r#"[true, "us-east-1", 3]"#,
            r#"[1, "mars-north-1", 3]"#,
        ] {
            let wrong = cell(json).unwrap_err();
            assert!(wrong.starts_with("prices.json, ") && wrong.contains("expected"), "{json}: {wrong}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_table_is_named_with_its_item() {
        let table =
            r#"[{"of":"EC2","unit":"hour","regions":["us-east-1"],"readings":[0],"rows":{"ec2.t3.micro":["x"]}}]"#;
        let wrong = entry::read("prices.json", table, items).unwrap_err();
        assert_eq!(wrong.to_string(), "prices.json, \"ec2.t3.micro\": expected a number, found \"x\"");
    }
}
