//! Reads official price files and rewrites the catalog's prices with their source and date.
//!
//! Two kinds of files are understood: offer files of the AWS Price List Bulk API
//! (<https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/bulk-api-reading-price-list-files.html>), and the files AWS's own
//! pricing pages are drawn from, one a service for all Regions. What is not understood is refused, and then nothing is written.

mod catalog;
mod dollars;
mod feed;
pub mod fetch;
mod offer;
mod places;
mod refresh;

use std::path::Path;

pub use refresh::{Allow, Refresh};

/// An error is a sentence for the person at the keyboard.
pub type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

/// What one official file says of one item in one Region.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Quote {
    /// The item of the catalog.
    pub item: String,
    /// The code of the Region.
    pub region: &'static str,
    pub usd: dollars::Dollars,
    /// The day its file was published.
    pub date: String,
    /// The file, as a reading names its copy.
    pub copy: String,
}

/// What stands in a file: its quotes, and what it says that is not understood.
#[derive(Debug, Default)]
pub(crate) struct Read {
    pub quotes: Vec<Quote>,
    pub refused: Vec<String>,
}

/// Reads all price files of a folder, and says what that changes in the catalog. Nothing is written yet.
pub fn compare(folder: &Path, catalog: &Path, allow: Allow) -> Result<Refresh> {
    let mut read = Read::default();
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .map_err(|fault| format!("{} cannot be read: {fault}", folder.display()))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(format!("there are no .json files in {}", folder.display()).into());
    }
    for path in files {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).map_err(|fault| format!("{name} cannot be read: {fault}"))?;
        let Read { quotes, refused } = if text.contains("\"offerCode\"") {
            offer::read(&text).map_err(|fault| format!("{name}: {fault}"))?
        } else if text.contains("\"manifest\"") {
            feed::read(&text).map_err(|fault| format!("{name}: {fault}"))?
        } else {
            return Err(format!("{name} is neither an offer file nor a file of the pricing pages").into());
        };
        read.quotes.extend(quotes);
        read.refused.extend(refused.into_iter().map(|refused| format!("{name}: {refused}")));
    }
    Refresh::new(catalog, read, allow)
}
