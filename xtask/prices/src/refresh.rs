//! What official prices change in the catalog, as a person reviews it.

use std::{collections::BTreeMap, fmt, path::Path};

use super::{
    Quote, Read, Result,
    catalog::{self, Cell, File, Reading},
    dollars::Dollars,
};

/// A change beyond so many per cent is refused unless it is allowed.
const LARGE: f64 = 50.0;

/// Items their publishers call free.
const FREE: [&str; 3] = ["cloudflare.free", "cloudfront.flat-rate.free", "codedeploy.ec2"];

/// What else is taken than what is refused otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allow {
    /// Nothing.
    Nothing,
    /// Changes beyond ± 50 %, looked at by a person.
    LargeChanges,
}

/// What would be written, and what is not understood.
pub struct Refresh {
    files: Vec<(File, Counts)>,
    changes: Vec<Change>,
    refused: Vec<String>,
    unknown: usize,
}

#[derive(Clone, Copy, Default)]
struct Counts {
    changed: usize,
    confirmed: usize,
}

struct Change {
    item: String,
    region: &'static str,
    before: Cell,
    after: Dollars,
}

impl Refresh {
    pub(crate) fn new(folder: &Path, read: Read, allow: Allow) -> Result<Self> {
        let files = catalog::read(folder)?.into_iter().map(|file| (file, Counts::default())).collect();
        let mut refresh = Self { files, changes: Vec::new(), refused: read.refused, unknown: 0 };
        for quote in refresh.agreed(read.quotes) {
            refresh.take(&quote, allow);
        }
        Ok(refresh)
    }

    /// One quote an item and Region: of several days the newest. Two prices of one day are refused.
    fn agreed(&mut self, quotes: Vec<Quote>) -> Vec<Quote> {
        let mut newest: BTreeMap<(String, &'static str), Quote> = BTreeMap::new();
        for quote in quotes {
            let key = (quote.item.clone(), quote.region);
            match newest.get(&key) {
                Some(known) if known.date == quote.date && known.usd != quote.usd => self.refused.push(format!(
                    "{} in {}: {} and {} on the same day",
                    quote.item, quote.region, known.usd, quote.usd
                )),
                Some(known) if known.date >= quote.date => {}
                Some(_) | None => {
                    newest.insert(key, quote);
                }
            }
        }
        newest.into_values().collect()
    }

    fn take(&mut self, quote: &Quote, allow: Allow) {
        let Some((file, counts, table, row, column)) = find(&mut self.files, quote) else {
            self.unknown += 1;
            return;
        };
        let Some(before) = file.tables[table].items[row].cells.get(column).cloned() else { return };
        let of = format!("{} in {}", quote.item, quote.region);
        if quote.usd == Dollars::ZERO && !FREE.contains(&quote.item.as_str()) {
            self.refused.push(format!("{of}: a price of 0"));
            return;
        }
        let same = before.usd() == Some(quote.usd);
        if let Cell::Price(_, reading) = before {
            let known = file.readings.get(reading).map_or("", |reading| reading.1.as_str());
            if known != "undated" && known > quote.date.as_str() {
                if !same {
                    self.refused
                        .push(format!("{of}: {} of {}, but the catalog has read {known}", quote.usd, quote.date));
                }
                return;
            }
            let beyond = before.usd().map_or(0.0, |before| quote.usd.above(before).abs());
            if beyond > LARGE && allow == Allow::Nothing {
                let before = before.usd().map_or_else(String::new, |usd| usd.to_string());
                self.refused.push(format!("{of}: {before} → {}, {beyond:.0} % apart", quote.usd));
                return;
            }
        }
        let reading = Reading("AWS price list".to_owned(), quote.date.clone(), "high".to_owned(), quote.copy.clone());
        let reading = file.reading(&reading);
        // A price is written as it was where it has not changed.
        let written = match &before {
            Cell::Price(text, _) if same => text.clone(),
            Cell::Price(..) | Cell::Unknown | Cell::NotSold => quote.usd.to_string(),
        };
        let after = Cell::Price(written, reading);
        if after == before {
            return;
        }
        file.tables[table].items[row].cells[column] = after;
        if same {
            counts.confirmed += 1;
        } else {
            counts.changed += 1;
            self.changes.push(Change { item: quote.item.clone(), region: quote.region, before, after: quote.usd });
        }
    }

    /// Why nothing may be written.
    pub fn refused(&self) -> &[String] {
        &self.refused
    }

    /// Writes the files that changed; refused while anything is not understood.
    pub fn write(&mut self) -> Result {
        if !self.refused.is_empty() {
            return Err(format!("{} prices were refused, so nothing was written", self.refused.len()).into());
        }
        for (file, counts) in &mut self.files {
            if counts.changed + counts.confirmed > 0 {
                let text = file.text()?;
                std::fs::write(&file.path, text)?;
            }
        }
        Ok(())
    }
}

/// The cell of the catalog a quote is for.
fn find<'a>(
    files: &'a mut [(File, Counts)],
    quote: &Quote,
) -> Option<(&'a mut File, &'a mut Counts, usize, usize, usize)> {
    for (file, counts) in files {
        for (table, of) in file.tables.iter().enumerate() {
            let Some(row) = of.items.iter().position(|item| item.name == quote.item) else { continue };
            let column = of.columns.iter().position(|(region, _)| region.as_deref() == Some(quote.region))?;
            return Some((file, counts, table, row, column));
        }
    }
    None
}

impl fmt::Display for Refresh {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.changes.is_empty() {
            writeln!(f, "{:<52} {:<16} {:>12} {:>12} {:>9}", "item", "Region", "before", "after", "change")?;
        }
        for Change { item, region, before, after } in &self.changes {
            let (was, change) = match before.usd() {
                Some(usd) => (usd.to_string(), format!("{:+.1} %", after.above(usd))),
                None if *before == Cell::NotSold => ("not sold".to_owned(), "new".to_owned()),
                None => ("unknown".to_owned(), "new".to_owned()),
            };
            writeln!(f, "{item:<52} {region:<16} {was:>12} {:>12} {change:>9}", after.to_string())?;
        }
        for (file, counts) in &self.files {
            if counts.changed + counts.confirmed > 0 {
                let name = file.path.file_name().unwrap_or_default().to_string_lossy();
                writeln!(f, "{name}: {} changed, {} confirmed", counts.changed, counts.confirmed)?;
            }
        }
        if self.unknown > 0 {
            writeln!(f, "{} prices are of items the catalog does not carry", self.unknown)?;
        }
        for refused in &self.refused {
            writeln!(f, "refused: {refused}")?;
        }
        Ok(())
    }
}
