use super::quantity::quantity;

quantity! {
    /// US dollars, list price before tax and discounts.
    Usd
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
}
