//! The closed sets of tiers that prices by volume come in.

use crate::units::Count;

/// Tiers of data transfer out to the internet (Amazon EC2 pricing page, data transfer).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InternetTier {
    /// Up to 10 TB.
    First10Tb,
    /// Up to 50 TB.
    Next40Tb,
    /// Up to 150 TB.
    Next100Tb,
    /// All beyond.
    Over150Tb,
}

/// Tiers of data transfer out of CloudFront (Amazon CloudFront pricing page).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CdnTier {
    /// Up to 10 TB.
    First10Tb,
    /// Up to 50 TB.
    Next40Tb,
    /// Up to 150 TB.
    Next100Tb,
    /// Up to 500 TB.
    Next350Tb,
    /// Up to 1 PB.
    Next524Tb,
    /// Up to 5 PB.
    Next4Pb,
    /// All beyond.
    Over5Pb,
}

/// Tiers of S3 Standard storage (Amazon S3 pricing page).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObjectTier {
    /// Up to 50 TB.
    First50Tb,
    /// Up to 500 TB.
    Next450Tb,
    /// All beyond.
    Over500Tb,
}

/// Gigabytes in a terabyte, as AWS bills it.
const TB: f64 = 1_024.0;

impl InternetTier {
    /// All, lowest first.
    pub const ALL: [Self; 4] = [Self::First10Tb, Self::Next40Tb, Self::Next100Tb, Self::Over150Tb];

    /// How the catalog names it.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::First10Tb => "first-10tb",
            Self::Next40Tb => "next-40tb",
            Self::Next100Tb => "next-100tb",
            Self::Over150Tb => "over-150tb",
        }
    }

    /// How it is called, and how many gigabytes it holds.
    pub(super) const fn named(self) -> (&'static str, Option<Count>) {
        match self {
            Self::First10Tb => ("first 10 TB", terabytes(10.0)),
            Self::Next40Tb => ("next 40 TB", terabytes(40.0)),
            Self::Next100Tb => ("next 100 TB", terabytes(100.0)),
            Self::Over150Tb => ("over 150 TB", None),
        }
    }
}

impl CdnTier {
    /// All, lowest first.
    pub const ALL: [Self; 7] = [
        Self::First10Tb,
        Self::Next40Tb,
        Self::Next100Tb,
        Self::Next350Tb,
        Self::Next524Tb,
        Self::Next4Pb,
        Self::Over5Pb,
    ];

    /// How the catalog names it.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::First10Tb => "first-10tb",
            Self::Next40Tb => "next-40tb",
            Self::Next100Tb => "next-100tb",
            Self::Next350Tb => "next-350tb",
            Self::Next524Tb => "next-524tb",
            Self::Next4Pb => "next-4pb",
            Self::Over5Pb => "over-5pb",
        }
    }

    /// How it is called, and how many gigabytes it holds.
    pub(super) const fn named(self) -> (&'static str, Option<Count>) {
        match self {
            Self::First10Tb => ("first 10 TB", terabytes(10.0)),
            Self::Next40Tb => ("next 40 TB", terabytes(40.0)),
            Self::Next100Tb => ("next 100 TB", terabytes(100.0)),
            Self::Next350Tb => ("next 350 TB", terabytes(350.0)),
            Self::Next524Tb => ("next 524 TB", terabytes(524.0)),
            Self::Next4Pb => ("next 4 PB", terabytes(4_096.0)),
            Self::Over5Pb => ("over 5 PB", None),
        }
    }
}

impl ObjectTier {
    /// All, lowest first.
    pub const ALL: [Self; 3] = [Self::First50Tb, Self::Next450Tb, Self::Over500Tb];

    /// The item of the catalog.
    pub(super) const fn sku(self) -> &'static str {
        match self {
            Self::First50Tb => "s3.standard.gb-month",
            Self::Next450Tb => "s3.standard.next-450tb.gb-month",
            Self::Over500Tb => "s3.standard.over-500tb.gb-month",
        }
    }

    /// How it is called, and how many gigabytes it holds.
    pub(super) const fn named(self) -> (&'static str, Option<Count>) {
        match self {
            Self::First50Tb => ("first 50 TB", terabytes(50.0)),
            Self::Next450Tb => ("next 450 TB", terabytes(450.0)),
            Self::Over500Tb => ("over 500 TB", None),
        }
    }
}

const fn terabytes(size: f64) -> Option<Count> {
    Some(Count::new(size * TB))
}
