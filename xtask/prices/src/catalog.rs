//! The catalog's price files as they lie there, so that what is not refreshed stays as it is, to the byte. What the cells
//! mean stands in `assets/catalog/README.md`.

use std::{
    collections::BTreeSet,
    fmt::Write,
    path::{Path, PathBuf},
};

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{Result, dollars::Dollars};

/// One file.
#[derive(Deserialize)]
pub(crate) struct File {
    #[serde(skip)]
    pub path: PathBuf,
    pub readings: Vec<Reading>,
    pub tables: Vec<Table>,
}

/// Source, date, confidence, copy.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Reading(pub String, pub String, pub String, pub String);

#[derive(Deserialize)]
pub(crate) struct Table {
    of: String,
    unit: String,
    page: String,
    pub columns: Vec<(Option<String>, usize)>,
    rows: Vec<Vec<Box<RawValue>>>,
    #[serde(skip)]
    pub items: Vec<Item>,
}

/// A row: the item and what stands in its cells.
pub(crate) struct Item {
    pub name: String,
    pub cells: Vec<Cell>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    /// A price as it is written, and its reading.
    Price(String, usize),
    /// `null`.
    Unknown,
    /// `"-"`.
    NotSold,
}

impl Cell {
    /// What it costs.
    pub(crate) fn usd(&self) -> Option<Dollars> {
        match self {
            Self::Price(text, _) => Dollars::parse(text),
            Self::Unknown | Self::NotSold => None,
        }
    }
}

/// All price files of the catalog, by name.
pub(crate) fn read(folder: &Path) -> Result<Vec<File>> {
    let entries = std::fs::read_dir(folder).map_err(|fault| format!("{} cannot be read: {fault}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "json")).map(open).collect()
}

fn open(path: PathBuf) -> Result<File> {
    let wrong = |fault: String| format!("{}: {fault}", path.display());
    let text = std::fs::read_to_string(&path).map_err(|fault| wrong(fault.to_string()))?;
    let mut file = File::parse(&text).map_err(|fault| wrong(fault.to_string()))?;
    file.path.clone_from(&path);
    Ok(file)
}

impl File {
    pub(crate) fn parse(text: &str) -> Result<Self> {
        let mut file: Self = serde_json::from_str(text)?;
        for table in &mut file.tables {
            for row in std::mem::take(&mut table.rows) {
                let (name, cells) = row.split_first().ok_or("a row is empty")?;
                let name: String = serde_json::from_str(name.get())?;
                let cells = table
                    .columns
                    .iter()
                    .zip(cells)
                    .map(|((_, reading), cell)| Self::cell(cell.get(), *reading))
                    .collect::<Result<_>>()?;
                table.items.push(Item { name, cells });
            }
        }
        Ok(file)
    }

    fn cell(text: &str, of_column: usize) -> Result<Cell> {
        Ok(match text {
            "null" => Cell::Unknown,
            "\"-\"" => Cell::NotSold,
            _ => match text.strip_prefix('[').and_then(|text| text.strip_suffix(']')?.split_once(',')) {
                Some((price, reading)) => Cell::Price(price.to_owned(), reading.parse()?),
                None => Cell::Price(text.to_owned(), of_column),
            },
        })
    }

    /// The place of a reading in the list; at the end where it is new.
    pub(crate) fn reading(&mut self, reading: &Reading) -> usize {
        self.readings.iter().position(|known| known == reading).unwrap_or_else(|| {
            self.readings.push(reading.clone());
            self.readings.len() - 1
        })
    }

    /// The file as text. Readings that no price comes from any more are taken out.
    pub(crate) fn text(&mut self) -> Result<String> {
        self.tidy();
        let mut text = String::from("{\"readings\":[\n");
        let readings: Vec<String> = self
            .readings
            .iter()
            .map(|Reading(source, date, confidence, copy)| {
                Ok(format!("  {}", serde_json::to_string(&[source, date, confidence, copy])?))
            })
            .collect::<Result<_>>()?;
        let _ = write!(text, "{}\n ],\n \"tables\":[\n", readings.join(",\n"));
        let tables: Vec<String> = self.tables.iter().map(Table::text).collect::<Result<_>>()?;
        let _ = write!(text, "{}\n ]}}\n", tables.join(",\n"));
        Ok(text)
    }

    /// Gives a column whose own reading no price has any more the one most of its prices have, and fills the place of an
    /// unused reading with the last one, so that the numbers of the others stay.
    fn tidy(&mut self) {
        for table in &mut self.tables {
            for (at, (_, own)) in table.columns.iter_mut().enumerate() {
                let used: Vec<usize> = table.items.iter().filter_map(|item| reading_of(item.cells.get(at)?)).collect();
                if !used.contains(own) {
                    let count = |reading: &usize| used.iter().filter(|other| *other == reading).count();
                    *own = used
                        .iter()
                        .copied()
                        .max_by_key(|reading| (count(reading), usize::MAX - reading))
                        .unwrap_or(*own);
                }
            }
        }
        loop {
            let used: BTreeSet<usize> = self.cells().filter_map(reading_of).collect();
            let Some(unused) = (0..self.readings.len()).find(|reading| !used.contains(reading)) else { break };
            let last = self.readings.len() - 1;
            self.readings.swap_remove(unused);
            self.renumber(last, unused);
        }
    }

    fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.tables.iter().flat_map(|table| &table.items).flat_map(|item| &item.cells)
    }

    fn renumber(&mut self, from: usize, to: usize) {
        for table in &mut self.tables {
            for (_, own) in &mut table.columns {
                if *own == from {
                    *own = to;
                }
            }
            for cell in table.items.iter_mut().flat_map(|item| &mut item.cells) {
                if let Cell::Price(_, reading) = cell
                    && *reading == from
                {
                    *reading = to;
                }
            }
        }
    }
}

fn reading_of(cell: &Cell) -> Option<usize> {
    match cell {
        Cell::Price(_, reading) => Some(*reading),
        Cell::Unknown | Cell::NotSold => None,
    }
}

impl Table {
    fn text(&self) -> Result<String> {
        let quoted = |text: &String| serde_json::to_string(text);
        let columns: Vec<String> = self
            .columns
            .iter()
            .map(|(region, reading)| Ok(format!("[{},{reading}]", serde_json::to_string(region)?)))
            .collect::<Result<_>>()?;
        let rows: Vec<String> = self
            .items
            .iter()
            .map(|item| {
                let cells = self.columns.iter().zip(&item.cells).map(|((_, own), cell)| match cell {
                    Cell::Price(price, reading) if reading == own => price.clone(),
                    Cell::Price(price, reading) => format!("[{price},{reading}]"),
                    Cell::Unknown => "null".to_owned(),
                    Cell::NotSold => "\"-\"".to_owned(),
                });
                Ok(format!("  [{},{}]", quoted(&item.name)?, cells.collect::<Vec<_>>().join(",")))
            })
            .collect::<Result<_>>()?;
        Ok(format!(
            " {{\"of\":{},\"unit\":{},\"page\":{},\n  \"columns\":[{}],\n  \"rows\":[\n{}\n  ]}}",
            quoted(&self.of)?,
            quoted(&self.unit)?,
            quoted(&self.page)?,
            columns.join(","),
            rows.join(",\n")
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A refresh changes nothing but prices, because every file is what would be written of it.
    #[test]
    fn every_file_of_the_catalog_is_written_as_it_is_read() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/catalog/prices");
        let mut files = read(&folder).unwrap();
        assert!(files.len() > 20);
        for file in &mut files {
            let written = file.text().unwrap();
            assert!(written == std::fs::read_to_string(&file.path).unwrap(), "{} differs", file.path.display());
        }
    }

    const FILE: &str = r#"{"readings":[
  ["a","2025","high",""],
  ["b","2025","high",""],
  ["c","2025","high",""]
 ],
 "tables":[
 {"of":"x","unit":"hour","page":"",
  "columns":[["us-east-1",0],["us-east-2",1]],
  "rows":[
  ["x.one",0.10,1],
  ["x.two",[2.50,2],"-"]
  ]}
 ]}
"#;

    #[test]
    fn the_place_of_an_unused_reading_is_taken_by_the_last_one() {
        let mut file = File::parse(FILE).unwrap();
        let new = file.reading(&Reading("d".to_owned(), "2026".to_owned(), "high".to_owned(), String::new()));
        file.tables[0].items[0].cells[1] = Cell::Price("1.5".to_owned(), new);
        assert_eq!(
            file.text().unwrap(),
            FILE.replace("[\"b\",\"2025\"", "[\"d\",\"2026\"").replace("[\"x.one\",0.10,1]", "[\"x.one\",0.10,1.5]")
        );
    }
}
