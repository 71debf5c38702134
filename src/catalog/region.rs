use serde::Deserialize;

/// A region whose prices the catalog carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub enum Region {
    /// us-east-1.
    NorthVirginia,
    /// us-west-2.
    Oregon,
    /// eu-west-1.
    Ireland,
    /// eu-central-1.
    Frankfurt,
    /// ap-southeast-2.
    Sydney,
    /// ap-northeast-1.
    Tokyo,
    /// ap-south-1.
    Mumbai,
    /// sa-east-1.
    SaoPaulo,
}

impl Region {
    /// All regions, in the order shown.
    pub const ALL: [Self; 8] = [
        Self::NorthVirginia,
        Self::Oregon,
        Self::Ireland,
        Self::Frankfurt,
        Self::Sydney,
        Self::Tokyo,
        Self::Mumbai,
        Self::SaoPaulo,
    ];

    /// The code AWS uses in its interfaces: `eu-central-1`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NorthVirginia => "us-east-1",
            Self::Oregon => "us-west-2",
            Self::Ireland => "eu-west-1",
            Self::Frankfurt => "eu-central-1",
            Self::Sydney => "ap-southeast-2",
            Self::Tokyo => "ap-northeast-1",
            Self::Mumbai => "ap-south-1",
            Self::SaoPaulo => "sa-east-1",
        }
    }

    /// The name AWS gives the region, with its code: `Europe (Frankfurt), eu-central-1`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NorthVirginia => "US East (N. Virginia), us-east-1",
            Self::Oregon => "US West (Oregon), us-west-2",
            Self::Ireland => "Europe (Ireland), eu-west-1",
            Self::Frankfurt => "Europe (Frankfurt), eu-central-1",
            Self::Sydney => "Asia Pacific (Sydney), ap-southeast-2",
            Self::Tokyo => "Asia Pacific (Tokyo), ap-northeast-1",
            Self::Mumbai => "Asia Pacific (Mumbai), ap-south-1",
            Self::SaoPaulo => "South America (São Paulo), sa-east-1",
        }
    }

    /// The region with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|region| region.code() == code)
    }
}

impl TryFrom<String> for Region {
    type Error = String;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        Self::from_code(&code).ok_or_else(|| format!("must be the code of a region such as us-east-1, not \"{code}\""))
    }
}
