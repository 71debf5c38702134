use super::quantity::quantity;

quantity! {
    /// US dollars, list price before tax and discounts.
    Usd
}

impl Usd {
    /// A unit price with all its digits: `$0.0192`, `$0.00043`, `$12.00`.
    pub fn exact(self) -> String {
        let digits = super::text::trimmed(self.value(), 7);
        let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        if decimals < 2 { format!("${:.2}", self.value()) } else { format!("${digits}") }
    }
}

impl std::fmt::Display for Usd {
    /// Whole dollars with thousands separated; cents below 100 dollars, and as many digits as it takes below a cent.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let value = self.value();
        if value < 0.0 {
            return write!(f, "-{}", Self::new(-value));
        }
        match value {
            0.0 => f.write_str("$0"),
            v if v < 0.01 => write!(f, "${}", super::text::significant(v, 2)),
            v if v < 99.995 => write!(f, "${v:.2}"),
            v => write!(f, "${}", super::text::grouped(v)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dollars_read_as_a_person_writes_them() {
        let said = |v: f64| Usd::new(v).to_string();
        assert_eq!(said(0.0), "$0");
        assert_eq!(said(0.000_4), "$0.0004");
        assert_eq!(said(7.0), "$7.00");
        assert_eq!(said(99.999), "$100");
        assert_eq!(said(1_234_567.4), "$1,234,567");
        assert_eq!(said(-12.5), "-$12.50");
    }

    #[test]
    fn unit_prices_keep_all_their_digits() {
        let said = |v: f64| Usd::new(v).exact();
        assert_eq!(said(0.0192), "$0.0192");
        assert_eq!(said(0.000_000_43), "$0.0000004");
        assert_eq!(said(0.00043), "$0.00043");
        assert_eq!(said(12.0), "$12.00");
        assert_eq!(said(2.4), "$2.40");
        assert_eq!(said(0.0), "$0.00");
    }
}
