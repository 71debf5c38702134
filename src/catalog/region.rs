use serde::Deserialize;

/// An AWS Region open to every account; its prices stand in columns of the catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub enum Region {
    /// us-east-1.
    NorthVirginia,
    /// us-east-2.
    Ohio,
    /// us-west-1.
    NorthCalifornia,
    /// us-west-2.
    Oregon,
    /// ca-central-1.
    Canada,
    /// ca-west-1.
    Calgary,
    /// mx-central-1.
    Mexico,
    /// sa-east-1.
    SaoPaulo,
    /// eu-central-1.
    Frankfurt,
    /// eu-central-2.
    Zurich,
    /// eu-west-1.
    Ireland,
    /// eu-west-2.
    London,
    /// eu-west-3.
    Paris,
    /// eu-north-1.
    Stockholm,
    /// eu-south-1.
    Milan,
    /// eu-south-2.
    Spain,
    /// il-central-1.
    TelAviv,
    /// me-central-1.
    Uae,
    /// me-south-1.
    Bahrain,
    /// af-south-1.
    CapeTown,
    /// ap-south-1.
    Mumbai,
    /// ap-south-2.
    Hyderabad,
    /// ap-southeast-1.
    Singapore,
    /// ap-southeast-2.
    Sydney,
    /// ap-southeast-3.
    Jakarta,
    /// ap-southeast-4.
    Melbourne,
    /// ap-southeast-5.
    Malaysia,
    /// ap-southeast-6.
    NewZealand,
    /// ap-southeast-7.
    Thailand,
    /// ap-east-1.
    HongKong,
    /// ap-east-2.
    Taipei,
    /// ap-northeast-1.
    Tokyo,
    /// ap-northeast-2.
    Seoul,
    /// ap-northeast-3.
    Osaka,
}

/// The part of the world a Region lies in, as AWS divides its list of Regions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Continent {
    /// North America.
    NorthAmerica,
    /// South America.
    SouthAmerica,
    /// Europe.
    Europe,
    /// The Middle East.
    MiddleEast,
    /// Africa.
    Africa,
    /// Asia and the Pacific.
    AsiaPacific,
}

impl Region {
    /// All Regions, in the order shown: by continent.
    pub const ALL: [Self; 34] = [
        Self::NorthVirginia,
        Self::Ohio,
        Self::NorthCalifornia,
        Self::Oregon,
        Self::Canada,
        Self::Calgary,
        Self::Mexico,
        Self::SaoPaulo,
        Self::Frankfurt,
        Self::Zurich,
        Self::Ireland,
        Self::London,
        Self::Paris,
        Self::Stockholm,
        Self::Milan,
        Self::Spain,
        Self::TelAviv,
        Self::Uae,
        Self::Bahrain,
        Self::CapeTown,
        Self::Mumbai,
        Self::Hyderabad,
        Self::Singapore,
        Self::Sydney,
        Self::Jakarta,
        Self::Melbourne,
        Self::Malaysia,
        Self::NewZealand,
        Self::Thailand,
        Self::HongKong,
        Self::Taipei,
        Self::Tokyo,
        Self::Seoul,
        Self::Osaka,
    ];

    /// The code AWS uses in its interfaces: `eu-central-1`.
    pub const fn code(self) -> &'static str {
        self.words().0
    }

    /// The name AWS gives the Region, with its code: `Europe (Frankfurt), eu-central-1`.
    pub const fn name(self) -> &'static str {
        self.words().1
    }

    /// The name AWS gives the Region: `Europe (Frankfurt)`.
    pub fn place(self) -> &'static str {
        let (code, name) = self.words();
        name.strip_suffix(code).and_then(|name| name.strip_suffix(", ")).unwrap_or(name)
    }

    /// Code, and name with code (AWS Regions and Availability Zones User Guide, list of Regions).
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::NorthVirginia => ("us-east-1", "US East (N. Virginia), us-east-1"),
            Self::Ohio => ("us-east-2", "US East (Ohio), us-east-2"),
            Self::NorthCalifornia => ("us-west-1", "US West (N. California), us-west-1"),
            Self::Oregon => ("us-west-2", "US West (Oregon), us-west-2"),
            Self::Canada => ("ca-central-1", "Canada (Central), ca-central-1"),
            Self::Calgary => ("ca-west-1", "Canada West (Calgary), ca-west-1"),
            Self::Mexico => ("mx-central-1", "Mexico (Central), mx-central-1"),
            Self::SaoPaulo => ("sa-east-1", "South America (São Paulo), sa-east-1"),
            Self::Frankfurt => ("eu-central-1", "Europe (Frankfurt), eu-central-1"),
            Self::Zurich => ("eu-central-2", "Europe (Zurich), eu-central-2"),
            Self::Ireland => ("eu-west-1", "Europe (Ireland), eu-west-1"),
            Self::London => ("eu-west-2", "Europe (London), eu-west-2"),
            Self::Paris => ("eu-west-3", "Europe (Paris), eu-west-3"),
            Self::Stockholm => ("eu-north-1", "Europe (Stockholm), eu-north-1"),
            Self::Milan => ("eu-south-1", "Europe (Milan), eu-south-1"),
            Self::Spain => ("eu-south-2", "Europe (Spain), eu-south-2"),
            Self::TelAviv => ("il-central-1", "Israel (Tel Aviv), il-central-1"),
            Self::Uae => ("me-central-1", "Middle East (UAE), me-central-1"),
            Self::Bahrain => ("me-south-1", "Middle East (Bahrain), me-south-1"),
            Self::CapeTown => ("af-south-1", "Africa (Cape Town), af-south-1"),
            Self::Mumbai => ("ap-south-1", "Asia Pacific (Mumbai), ap-south-1"),
            Self::Hyderabad => ("ap-south-2", "Asia Pacific (Hyderabad), ap-south-2"),
            Self::Singapore => ("ap-southeast-1", "Asia Pacific (Singapore), ap-southeast-1"),
            Self::Sydney => ("ap-southeast-2", "Asia Pacific (Sydney), ap-southeast-2"),
            Self::Jakarta => ("ap-southeast-3", "Asia Pacific (Jakarta), ap-southeast-3"),
            Self::Melbourne => ("ap-southeast-4", "Asia Pacific (Melbourne), ap-southeast-4"),
            Self::Malaysia => ("ap-southeast-5", "Asia Pacific (Malaysia), ap-southeast-5"),
            Self::NewZealand => ("ap-southeast-6", "Asia Pacific (New Zealand), ap-southeast-6"),
            Self::Thailand => ("ap-southeast-7", "Asia Pacific (Thailand), ap-southeast-7"),
            Self::HongKong => ("ap-east-1", "Asia Pacific (Hong Kong), ap-east-1"),
            Self::Taipei => ("ap-east-2", "Asia Pacific (Taipei), ap-east-2"),
            Self::Tokyo => ("ap-northeast-1", "Asia Pacific (Tokyo), ap-northeast-1"),
            Self::Seoul => ("ap-northeast-2", "Asia Pacific (Seoul), ap-northeast-2"),
            Self::Osaka => ("ap-northeast-3", "Asia Pacific (Osaka), ap-northeast-3"),
        }
    }

    /// Where it lies.
    pub const fn continent(self) -> Continent {
        match self {
            Self::NorthVirginia
            | Self::Ohio
            | Self::NorthCalifornia
            | Self::Oregon
            | Self::Canada
            | Self::Calgary
            | Self::Mexico => Continent::NorthAmerica,
            Self::SaoPaulo => Continent::SouthAmerica,
            Self::Frankfurt
            | Self::Zurich
            | Self::Ireland
            | Self::London
            | Self::Paris
            | Self::Stockholm
            | Self::Milan
            | Self::Spain => Continent::Europe,
            Self::TelAviv | Self::Uae | Self::Bahrain => Continent::MiddleEast,
            Self::CapeTown => Continent::Africa,
            Self::Mumbai
            | Self::Hyderabad
            | Self::Singapore
            | Self::Sydney
            | Self::Jakarta
            | Self::Melbourne
            | Self::Malaysia
            | Self::NewZealand
            | Self::Thailand
            | Self::HongKong
            | Self::Taipei
            | Self::Tokyo
            | Self::Seoul
            | Self::Osaka => Continent::AsiaPacific,
        }
    }

    /// The Region with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|region| region.code() == code)
    }
}

impl Continent {
    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NorthAmerica => "North America",
            Self::SouthAmerica => "South America",
            Self::Europe => "Europe",
            Self::MiddleEast => "Middle East",
            Self::Africa => "Africa",
            Self::AsiaPacific => "Asia Pacific",
        }
    }
}

impl TryFrom<String> for Region {
    type Error = String;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        Self::from_code(&code).ok_or_else(|| format!("must be the code of a region such as us-east-1, not \"{code}\""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_shown_continent_by_continent_each_with_a_place_of_its_own() {
        assert!(Region::ALL.is_sorted_by_key(|region| region.continent()));
        for region in Region::ALL {
            assert_eq!(region.name(), format!("{}, {}", region.place(), region.code()));
            assert_eq!(Region::from_code(region.code()), Some(region));
        }
        assert_eq!(Region::Frankfurt.place(), "Europe (Frankfurt)");
        assert_eq!(Region::from_code("eu-central-9"), None);
    }
}
