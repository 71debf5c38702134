use super::{AsOf, Confidence, PriceUnit, Region, Source};
use crate::units::Usd;

/// A list price before tax and discounts, with where and when it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Price {
    /// US dollars for one unit; zero only where the publisher calls it free.
    pub usd: Usd,
    /// What one price pays for.
    pub unit: PriceUnit,
    /// The region it holds in, or none where it holds everywhere.
    pub region: Option<Region>,
    /// What was read: `AWS price list`.
    pub source: Source,
    /// When it was read or published.
    pub as_of: AsOf,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// The publisher's own page of the price, a link; empty where there is none.
    pub page: &'static str,
    /// The stored copy of the source it was read from; empty where the source itself was read.
    pub copy: &'static str,
    /// Who put it there.
    pub provenance: Provenance,
}

impl Price {
    /// Where it was read, when, and how far it can be trusted, each said once:
    /// `AWS price list, Europe (Frankfurt), 2026-09-03 (high)`.
    pub fn cited(&self) -> String {
        match self.provenance {
            Provenance::Yours => self.source.as_str().to_owned(),
            Provenance::Catalog => format!("{} ({})", self.named(), self.confidence),
        }
    }

    /// What was read and when, as a client names it: `AWS price list, Europe (Frankfurt), 2026-09-03`.
    pub fn named(&self) -> String {
        let (source, date) = (self.source.as_str(), self.as_of.as_str());
        let mut named = source.to_owned();
        if let (Some(region), Provenance::Catalog) = (self.region, self.provenance) {
            named = format!("{named}, {}", region.place());
        }
        if self.provenance == Provenance::Catalog && !source.contains(date) {
            named = format!("{named}, {date}");
        }
        named
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
    /// Where it is not sold: a region that does, on the same continent if there is one.
    pub elsewhere: Option<Region>,
}

/// Why an item has no price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WhyNotPriced {
    /// The catalog carries the item, but no sourced price for this region.
    NotInThisRegion,
    /// The price list of this region does not carry the item: it is not sold there.
    NotSoldHere,
    /// The catalog does not carry the item.
    UnknownItem,
}

impl std::fmt::Display for WhyNotPriced {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::NotInThisRegion => "no sourced price was found for this region, and another region's is not borrowed",
            Self::NotSoldHere => "it is not sold in this region",
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
            elsewhere: None,
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
            region: None,
            source: Source::new(source),
            as_of: AsOf::new("2026-09-03"),
            confidence: Confidence::High,
            page: "",
            copy: "",
            provenance,
        };
        assert_eq!(price("a list", Provenance::Catalog).cited(), "a list, 2026-09-03 (high)");
        assert_eq!(price("a list of 2026-09-03", Provenance::Catalog).cited(), "a list of 2026-09-03 (high)");
        let local = Price { region: Some(Region::Frankfurt), ..price("AWS price list", Provenance::Catalog) };
        assert_eq!(local.cited(), "AWS price list, Europe (Frankfurt), 2026-09-03 (high)");
        assert_eq!(price("your answer", Provenance::Yours).cited(), "your answer");
    }
}
