//! Tables for spreadsheets (RFC 4180), in UTF-8 with its mark, by which Excel knows it.

use crate::{charts::Table, decision::Standing, questionnaire::Answers, units::text, workload::Case};

/// A table as a file.
pub fn csv(table: &Table) -> String {
    let line = |cells: &[String]| cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",") + "\r\n";
    let rows = table.rows.iter().map(|row| line(row));
    std::iter::once("\u{feff}".to_owned()).chain([line(&table.columns)]).chain(rows).collect()
}

/// A cell that begins like a formula would be computed by a spreadsheet; a space in front keeps it a text.
fn quoted(cell: &str) -> String {
    let is_number = cell.parse::<f64>().is_ok();
    let cell = if !is_number && cell.starts_with(['=', '+', '-', '@']) { format!(" {cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

/// The bill of an option, a line a row: currency and units in columns of their own, so that numbers are numbers.
pub fn bill_table(standing: &Standing, answers: &Answers) -> Table {
    let rate = answers.exchange.value();
    let code = answers.shown_in().code();
    let amount = |usd: f64, decimals| text::trimmed(usd * rate, decimals);
    let bill = standing.assessment.bill(Case::Typical);
    let rows = bill.lines.iter().map(|line| {
        let (price, source, date) = match &line.price {
            Ok(price) => (amount(price.usd.value(), 8), price.source.to_string(), price.as_of.to_string()),
            Err(missing) => (String::new(), missing.why.to_string(), String::new()),
        };
        let monthly = line.monthly().map(|usd| amount(usd.value(), 2)).unwrap_or_default();
        let quantity = text::trimmed(line.quantity.value(), 6);
        [line.service(), &line.name, &quantity, line.unit(), &price, &monthly, code, &source, &date]
            .map(str::to_owned)
            .to_vec()
    });
    let columns =
        ["Service", "Item", "Quantity", "Unit", "Unit price", "Monthly cost", "Currency", "Price source", "Price date"];
    Table { columns: columns.map(str::to_owned).to_vec(), rows: rows.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{advice::advise, catalog::Catalog, questionnaire::preset};

    #[test]
    fn cells_with_commas_quotes_and_signs_stay_cells() {
        let table = Table {
            columns: vec!["a".to_owned(), "b".to_owned()],
            rows: vec![vec!["1,5 \"x\"".to_owned(), "=1+1".to_owned()], vec!["-3".to_owned(), String::new()]],
        };
        assert_eq!(csv(&table), "\u{feff}a,b\r\n\"1,5 \"\"x\"\"\", =1+1\r\n-3,\r\n");
    }

    #[test]
    fn the_lines_of_a_bill_add_up_to_its_total() {
        let advice = advise(&(preset("shop").unwrap().answers)(), &Catalog::bundled());
        let standing = &advice.standings[0];
        let table = bill_table(standing, &advice.answers);
        let sum: f64 = table.rows.iter().map(|row| row[5].parse::<f64>().unwrap()).sum();
        let bill = standing.assessment.bill(Case::Typical);
        let total =
            bill.lines.iter().filter_map(crate::billing::CostLine::monthly).map(crate::units::Usd::value).sum::<f64>();
        assert!((sum - total).abs() < 0.01 * table.rows.len() as f64, "{sum} against {total}");
        assert!(table.rows.iter().all(|row| row[6] == "USD"));
    }
}
