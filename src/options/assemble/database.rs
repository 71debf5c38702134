//! The database, what stands by for it, and the tier the week is simulated on.

use super::Draft;
use crate::{
    architecture::{
        CpuAllowance, DatabasePart, DatabaseTier, Failover, ManagedDatabase, Path, Place, Service, Tier, Zone,
    },
    choices::Database,
    options::{parts, sizes::Managed},
    units::Gib,
};

impl Draft<'_> {
    pub(super) fn database(&mut self) -> DatabaseTier {
        let Some(Managed { name, machine }) = &self.sizes.database else { return DatabaseTier::SameServer };
        let storage = Gib::new((self.brief.demand.database.value() * 2.0).ceil().max(20.0));
        let part = |part| ManagedDatabase { class: name.clone(), part, storage };
        let role = "Holds posts, users and orders, restorable to five minutes ago";
        let size = match machine.cpu {
            CpuAllowance::Elastic { .. } => machine.name.clone(),
            CpuAllowance::Fixed | CpuAllowance::Credits { .. } | CpuAllowance::BurstCapacity { .. } => {
                format!("{}, {}", machine.name, parts::words(machine))
            }
        };
        let (writer, standby, failover) = match self.design.database {
            Database::Server => return DatabaseTier::SameServer,
            Database::Lightsail => {
                (Service::LightsailDatabase(name.clone(), DatabasePart::Writer), None, Failover::None)
            }
            Database::LightsailHa => {
                let standby = Service::LightsailDatabase(name.clone(), DatabasePart::Standby);
                let role = "Stands by with every write, and takes over";
                let writer = Service::LightsailDatabase(name.clone(), DatabasePart::Writer);
                (writer, Some((standby, role)), Failover::MultiAzStandby)
            }
            Database::RdsSingle => (Service::Rds(part(DatabasePart::Writer)), None, Failover::None),
            Database::RdsMultiAz => {
                let standby = Service::Rds(part(DatabasePart::Standby));
                let role = "Stands by with every write, and takes over";
                (Service::Rds(part(DatabasePart::Writer)), Some((standby, role)), Failover::MultiAzStandby)
            }
            Database::Aurora | Database::AuroraServerless => {
                let reader = Service::Aurora(part(DatabasePart::Reader));
                let role = "Reads, and takes over when the writer fails";
                (Service::Aurora(part(DatabasePart::Writer)), Some((reader, role)), Failover::AuroraReplica)
            }
        };
        self.add(parts::DATABASE, writer, Place::In(Zone::A, Tier::Data), size, role);
        for web in self.web() {
            self.connect(web, parts::DATABASE, Path::Data, "MySQL 3306");
        }
        if let Some((service, role)) = standby {
            self.add(parts::STANDBY, service, Place::In(Zone::B, Tier::Data), machine.name.clone(), role);
            self.connect(parts::DATABASE, parts::STANDBY, Path::Replication, "replication");
        }
        DatabaseTier::Managed { machine: machine.clone(), failover }
    }
}
