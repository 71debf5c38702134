//! Reads one file of the catalog, and says where it is wrong.

use serde::Deserialize;

/// Why a catalog file cannot be read: the file, the place in it, what stands there and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(String);

/// The contents of a file. Texts are borrowed from it, so they must stand there without escapes.
///
/// The place of a fault is its line and column: each entry has a line of its own. The path to it, as [`crate::codec`] tells
/// it of strangers' files, would make the page's program a tenth larger for files that the tests have read.
pub(super) fn load<T: Deserialize<'static>>(file: &str, text: &'static str) -> Result<T, Unreadable> {
    serde_json::from_str(text).map_err(|fault| Unreadable(format!("{file}: {fault}")))
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unreadable {}

#[cfg(test)]
mod tests {
    use super::{super::price_file::PriceFile, *};

    /// What is said of a price file with one row in its table.
    fn fault(row: &str) -> String {
        let file = format!(
            r#"{{"readings":[],"tables":[
                {{"of":"EC2","unit":"hour","page":"","columns":[["us-east-1",0]],"rows":[{row}]}}
            ]}}"#
        );
        load::<PriceFile>("prices/ec2.json", file.leak()).unwrap_err().to_string()
    }

    #[test]
    fn a_fault_names_its_file_its_place_and_what_would_be_right() {
        for (row, said) in [
            (
                r#"["ec2.t3.micro","x"]"#,
                "prices/ec2.json: invalid value: string \"x\", expected a price, a price with its reading, null or \"-\"",
            ),
            (
                r#"{"item":"ec2.t3.micro"}"#,
                "prices/ec2.json: invalid type: map, expected an item and its cells, as in \
                 [\"ec2.t3.micro\",0.0104,null,\"-\"]",
            ),
            (
                r#"["ec2.t3.micro",[1]]"#,
                "prices/ec2.json: invalid length 1, expected a price, a price with its reading, null or \"-\"",
            ),
        ] {
            let fault = fault(row);
            let (found, place) = fault.rsplit_once(" at line ").unwrap_or_default();
            assert_eq!(found, said);
            assert!(place.starts_with("2 column "), "{place}");
        }
    }

    #[test]
    fn what_follows_the_end_and_what_is_no_json_is_refused() {
        assert_eq!(
            load::<Vec<f64>>("facts.json", "[1] 2").unwrap_err().to_string(),
            "facts.json: trailing characters at line 1 column 5"
        );
        let cut = load::<Vec<f64>>("facts.json", "[1,").unwrap_err().to_string();
        assert!(cut.starts_with("facts.json: ") && cut.contains("EOF"), "{cut}");
    }
}
