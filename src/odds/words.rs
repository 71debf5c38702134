use super::sampling::{Odds, OptionOdds};

/// How sure it is that an option is the one to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sureness {
    /// It is best in fewer than four worlds of ten, and so may be another.
    Open,
    /// Best in four to six and a half of ten.
    Close,
    /// Best in two thirds and more.
    Likely,
    /// Best in nine of ten and more.
    Clear,
}

impl Sureness {
    /// By the share of worlds in which it is best.
    pub fn of(first: f64) -> Self {
        match first {
            clear if clear >= 0.9 => Self::Clear,
            likely if likely >= 0.67 => Self::Likely,
            close if close >= 0.4 => Self::Close,
            _ => Self::Open,
        }
    }

    /// The word for it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Close => "close",
            Self::Likely => "likely",
            Self::Clear => "clear",
        }
    }
}

/// Whether a must-have is kept, by the share of worlds in which it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// In 19 of 20 worlds and more.
    Met,
    /// In more than half.
    AtRisk,
    /// In half or fewer.
    Fails,
}

impl Kept {
    /// By the share of worlds in which it is missed.
    pub fn of(missed: f64) -> Self {
        match missed {
            seldom if seldom <= 0.05 => Self::Met,
            sometimes if sometimes < 0.5 => Self::AtRisk,
            _ => Self::Fails,
        }
    }

    /// The word for it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::AtRisk => "at risk",
            Self::Fails => "fails",
        }
    }
}

/// A share as people say it: whole per cent, and never certainty from a sample.
pub fn percent(share: f64) -> String {
    let percent = share * 100.0;
    match percent {
        none if none <= 0.0 => "0 %".to_owned(),
        few if few < 1.0 => "under 1 %".to_owned(),
        most if most > 99.0 && most < 100.0 => "over 99 %".to_owned(),
        some => format!("{} %", some.round()),
    }
}

impl Odds {
    /// The option that is best most often, with its odds.
    pub fn best(&self) -> Option<&OptionOdds> {
        self.options.iter().max_by(|a, b| a.acceptability.first().total_cmp(&b.acceptability.first()))
    }

    /// How sure it is that an option is the one to take, of those worlds in which any is.
    pub fn sureness(&self, option: &OptionOdds) -> Sureness {
        let some = 1.0 - self.none_admitted;
        Sureness::of(if some > 0.0 { option.acceptability.first() / some } else { 0.0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_begin_where_the_method_says() {
        let of = |share| Sureness::of(share).label();
        assert_eq!([0.9, 0.89, 0.67, 0.66, 0.4, 0.39].map(of), ["clear", "likely", "likely", "close", "close", "open"]);
        let kept = |missed| Kept::of(missed).label();
        assert_eq!([0.0, 0.05, 0.06, 0.49, 0.5, 1.0].map(kept), ["met", "met", "at risk", "at risk", "fails", "fails"]);
        assert_eq!([0.0, 0.004, 0.124, 0.996, 1.0].map(percent), ["0 %", "under 1 %", "12 %", "over 99 %", "100 %"]);
    }
}
