use super::{AsOf, Confidence, PriceUnit, Region, Source};
use crate::units::Usd;

/// A list price before tax and discounts, with where and when it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Price {
    /// US dollars for one unit; zero only where the publisher calls it free.
    pub usd: Usd,
    /// What one price pays for.
    pub unit: PriceUnit,
    /// Where it was read.
    pub source: Source,
    /// When it was read or published.
    pub as_of: AsOf,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// Who put it there.
    pub provenance: Provenance,
}

impl Price {
    /// Where it was read, when, and how far it can be trusted, each said once: `AWS Price List, 2026-09-03 (high)`.
    pub fn cited(&self) -> String {
        let (source, date) = (self.source.as_str(), self.as_of.as_str());
        match self.provenance {
            Provenance::Yours => source.to_owned(),
            Provenance::Catalog if source.contains(date) => format!("{source} ({})", self.confidence),
            Provenance::Catalog => format!("{source}, {date} ({})", self.confidence),
        }
    }
}

/// Who put a price there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Provenance {
    /// The catalog that comes with Groundplan.
    Catalog,
    /// The person using it.
    Yours,
}

/// One price as the catalog lists it, with the place it holds in.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing<'a> {
    /// The item.
    pub sku: &'a str,
    /// The title of the table it stands in: a service, and what of it.
    pub of: &'a str,
    /// The region, or none when the price holds everywhere.
    pub region: Option<Region>,
    /// What it costs there.
    pub price: Price,
}

/// An item without a price. It is never billed at zero, nor at the price of another region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotPriced {
    /// The item asked for.
    pub sku: String,
    /// The region asked for.
    pub region: Region,
    /// What one price would pay for; none where the catalog does not carry the item.
    pub unit: Option<PriceUnit>,
    /// Why there is no price.
    pub why: WhyNotPriced,
}

/// Why an item has no price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WhyNotPriced {
    /// The catalog carries the item, but no sourced price for this region.
    NotInThisRegion,
    /// The catalog does not carry the item.
    UnknownItem,
}

impl std::fmt::Display for WhyNotPriced {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::NotInThisRegion => "no sourced price was found for this region, and another region's is not borrowed",
            Self::UnknownItem => "the catalog does not carry this item",
        })
    }
}

impl std::fmt::Display for NotPriced {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{} is not priced in {}: {}; enter your own price to include it",
            self.sku,
            self.region.code(),
            self.why
        )
    }
}

impl std::error::Error for NotPriced {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_price_says_what_would_help() {
        let missing = NotPriced {
            sku: "efs.storage.standard".into(),
            region: Region::SaoPaulo,
            unit: Some(PriceUnit::GbMonth),
            why: WhyNotPriced::NotInThisRegion,
        };
        assert_eq!(
            missing.to_string(),
            "efs.storage.standard is not priced in sa-east-1: no sourced price was found for this region, and another \
             region's is not borrowed; enter your own price to include it"
        );
    }

    #[test]
    fn a_price_names_its_source_and_its_date_once() {
        let price = |source, provenance| Price {
            usd: Usd::new(1.0),
            unit: PriceUnit::Hour,
            source: Source::new(source),
            as_of: AsOf::new("2026-09-03"),
            confidence: Confidence::High,
            provenance,
        };
        assert_eq!(price("a list", Provenance::Catalog).cited(), "a list, 2026-09-03 (high)");
        assert_eq!(price("a list of 2026-09-03", Provenance::Catalog).cited(), "a list of 2026-09-03 (high)");
        assert_eq!(price("your answer", Provenance::Yours).cited(), "your answer");
    }
}
