use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::codec::ClosedSet;

/// Where the database runs, and what stands by.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray,
)]
pub enum Database {
    /// On the web server.
    #[default]
    #[strum(serialize = "server")]
    Server,
    /// Amazon RDS for MySQL in one zone.
    #[strum(serialize = "rds")]
    RdsSingle,
    /// Amazon RDS for MySQL with a standby in another zone.
    #[strum(serialize = "rds-multi-az")]
    RdsMultiAz,
    /// Amazon Aurora MySQL with a reader in another zone.
    #[strum(serialize = "aurora")]
    Aurora,
    /// Amazon Aurora MySQL Serverless v2 with a reader in another zone.
    #[strum(serialize = "aurora-serverless")]
    AuroraServerless,
    /// Lightsail managed database, standard plan.
    #[strum(serialize = "lightsail")]
    Lightsail,
    /// Lightsail managed database, high-availability plan.
    #[strum(serialize = "lightsail-ha")]
    LightsailHa,
}

impl ClosedSet for Database {
    fn label(self) -> &'static str {
        match self {
            Self::Server => "database on the server",
            Self::RdsSingle => "RDS in one zone",
            Self::RdsMultiAz => "RDS Multi-AZ",
            Self::Aurora => "Aurora with a reader",
            Self::AuroraServerless => "Aurora Serverless v2 with a reader",
            Self::Lightsail => "Lightsail standard database",
            Self::LightsailHa => "Lightsail high-availability database",
        }
    }
}
