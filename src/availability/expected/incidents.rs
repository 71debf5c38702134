//! The incidents of a year in one setting: how often, and how many minutes each.

use super::{
    cause::Cause,
    figure::{Figure, Level},
    rates::*,
    setting::{Balancer, Database, Delivery, Files, Provider, Releases, Servers, Setting},
};
use crate::{questionnaire::Operator, units::Minutes};

/// Weeks a year.
const WEEKS: f64 = 365.25 / 7.0;

/// One kind of incident: two that end in different ways are two kinds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Incident {
    pub(super) cause: Cause,
    /// How often a year.
    pub(super) rate: f64,
    /// How many minutes each takes, on average.
    pub(super) each: f64,
}

impl Incident {
    /// Minutes a year.
    pub(super) fn minutes(&self) -> f64 {
        self.rate * self.each
    }
}

/// All incidents that can happen in a setting.
pub(super) fn incidents(setting: &Setting, level: Level) -> Vec<Incident> {
    let any = setting.response.map_or_else(|| response(setting.operator).at_shared(level), Minutes::value);
    let year = Year { setting, level, any };
    let mut found = Vec::new();
    year.machines(&mut found);
    year.network(&mut found);
    year.database(&mut found);
    year.planned_work(&mut found);
    year.load(&mut found);
    year.people(&mut found);
    year.files(&mut found);
    found.retain(|incident| incident.minutes() > 0.0);
    found
}

struct Year<'a> {
    setting: &'a Setting,
    level: Level,
    /// Minutes until somebody comes, at a random moment.
    any: f64,
}

impl Year<'_> {
    fn at(&self, figure: Figure) -> f64 {
        figure.at(self.level)
    }

    fn is_elsewhere(&self) -> bool {
        self.setting.provider == Provider::Elsewhere
    }

    fn nobody(&self) -> bool {
        self.setting.operator == Operator::Nobody
    }

    /// One kind of incident: this often, this long.
    fn incident(&self, cause: Cause, rate: f64, each: f64) -> Incident {
        Incident { cause, rate, each }
    }

    /// Some end by themselves, the others wait for people.
    fn healing(&self, cause: Cause, rate: f64, by_itself: f64, healed: f64, by_hand: f64) -> [Incident; 2] {
        [
            self.incident(cause, rate * by_itself, healed),
            self.incident(cause, rate * (1.0 - by_itself), self.any + by_hand),
        ]
    }

    fn machines(&self, found: &mut Vec<Incident>) {
        match self.setting.servers {
            Servers::Single => {
                self.single_host(found);
                let volume = if self.is_elsewhere() { VOLUME_ELSEWHERE } else { VOLUME_EBS };
                found.push(self.incident(Cause::VolumeLoss, self.at(volume), self.any + self.at(RESTORE)));
                found.push(self.single_zone(Cause::Zone));
            }
            Servers::Managed => {
                found.push(self.incident(Cause::ServerHardware, self.at(HOST_ELSEWHERE), self.at(HOST_RESTORED)));
                found.push(self.incident(
                    Cause::HostMaintenance,
                    self.at(MAINTENANCE_ELSEWHERE),
                    self.at(RESTART_ELSEWHERE),
                ));
                found.push(self.incident(Cause::Zone, self.at(ZONE), self.at(DATA_CENTRE_BACK)));
            }
            Servers::SelfReplacing => {
                found.push(self.incident(Cause::ServerHardware, self.at(HOST_EC2), self.at(REPLACED)));
                let planned = self.at(RETIREMENT) + self.at(MAINTENANCE_EC2);
                found.push(self.incident(Cause::HostMaintenance, planned, self.at(REPLACED_IN_TIME)));
                found.push(self.incident(Cause::Zone, self.at(ZONE), self.at(OTHER_ZONE)));
            }
            // S3 fails as a Region does, which is counted there.
            Servers::Objects => {}
            Servers::Fleet => {
                found.push(self.incident(Cause::ServerHardware, self.at(HOST_EC2), self.at(TAKEN_OUT)));
                let [itself, by_hand] = self.healing(
                    Cause::Zone,
                    2.0 * self.at(ZONE),
                    ZONE_BY_ITSELF,
                    self.at(ZONE_TAKEN_OUT),
                    ZONE_BY_HAND,
                );
                found.extend([itself, by_hand]);
            }
        }
    }

    /// The host of one server that nothing replaces: it dies, is retired, or is restarted.
    fn single_host(&self, found: &mut Vec<Incident>) {
        let hardware = Cause::ServerHardware;
        match self.setting.provider {
            Provider::Ec2 => {
                let by_hand = self.at(START_BY_HAND);
                let healed = self.at(AUTOMATIC_RECOVERY);
                found.extend(self.healing(hardware, self.at(HOST_EC2), RECOVERS_BY_ITSELF, healed, by_hand));
            }
            Provider::Lightsail => {
                found.push(self.incident(hardware, self.at(HOST_EC2), self.at(HOST_BACK_LIGHTSAIL)));
            }
            Provider::Elsewhere => {
                found.push(self.incident(hardware, self.at(HOST_ELSEWHERE), self.at(HOST_BACK_ELSEWHERE)));
            }
        }
        let maintenance = Cause::HostMaintenance;
        if self.is_elsewhere() {
            found.push(self.incident(maintenance, self.at(MAINTENANCE_ELSEWHERE), self.at(RESTART_ELSEWHERE)));
            return;
        }
        let restart = self.at(RESTART_EC2);
        // Where nobody reads the mail, half of the retirements stop the server and it stays stopped.
        let read = if self.nobody() { 0.5 } else { 1.0 };
        found.push(self.incident(maintenance, self.at(RETIREMENT) * read, restart));
        found.push(self.incident(maintenance, self.at(RETIREMENT) * (1.0 - read), self.any));
        found.push(self.incident(maintenance, self.at(MAINTENANCE_EC2), restart));
    }

    /// A zone or data centre takes one machine with it: the provider repairs it, or somebody restores elsewhere.
    fn single_zone(&self, cause: Cause) -> Incident {
        let back = self.at(if self.is_elsewhere() { DATA_CENTRE_BACK } else { ZONE_BACK });
        self.incident(cause, self.at(ZONE), back.min(self.any + self.at(RESTORE) + ADDRESSES))
    }

    fn network(&self, found: &mut Vec<Incident>) {
        let (rate, back, region, region_back) = if self.is_elsewhere() {
            (NETWORK_ELSEWHERE, NETWORK_BACK_ELSEWHERE, PROVIDER, PROVIDER_BACK)
        } else {
            (NETWORK_AWS, NETWORK_BACK_AWS, REGION, REGION_BACK)
        };
        let share = match self.setting.servers {
            Servers::Fleet | Servers::Objects => NETWORK_OF_FLEET,
            Servers::Single | Servers::Managed | Servers::SelfReplacing => 1.0,
        };
        found.push(self.incident(Cause::Network, self.at(rate) * share, self.at(back)));
        found.push(self.incident(Cause::Region, self.at(region), self.at(region_back)));
        match self.setting.delivery {
            Delivery::Direct => {}
            Delivery::CloudFront => {
                found.push(self.incident(Cause::Cdn, self.at(CLOUDFRONT), self.at(CLOUDFRONT_BACK)));
            }
            Delivery::OtherCdn => found.push(self.incident(Cause::Cdn, self.at(OTHER_CDN), self.at(OTHER_CDN_BACK))),
        }
        found.push(self.incident(Cause::Dns, self.at(DNS), self.at(DNS_BACK)));
        if self.setting.balancer == Balancer::Present {
            found.push(self.incident(Cause::LoadBalancer, self.at(BALANCER), self.at(BALANCER_BACK)));
        }
    }

    fn database(&self, found: &mut Vec<Incident>) {
        let (patches, patch, back) = match self.setting.database {
            Database::SameServer => return,
            Database::Single => (PATCHES_RDS, PATCH_SINGLE, DATABASE_BACK),
            Database::MultiAz => (PATCHES_RDS, PATCH_MULTI_AZ, FAILOVER_MULTI_AZ),
            Database::AuroraReplica => (PATCHES_AURORA, PATCH_REPLICA, FAILOVER_AURORA),
        };
        found.push(self.incident(Cause::DatabaseMaintenance, self.at(patches), self.at(patch)));
        found.push(self.incident(Cause::Database, self.at(DATABASE_HOST), self.at(back)));
        if self.setting.database == Database::Single {
            found.push(self.single_zone(Cause::Database));
            found.push(self.incident(Cause::Database, self.at(VOLUME_EBS), self.any + self.at(RESTORE)));
        }
    }

    fn planned_work(&self, found: &mut Vec<Incident>) {
        let nobody = self.nobody();
        let upgrades = self.at(if nobody { UPGRADES_BY_NOBODY } else { UPGRADES });
        let share = match self.setting.servers {
            Servers::Single => {
                found.push(self.reboots());
                1.0
            }
            // The host upgrades PHP and the database; what the site does not get along with is left.
            Servers::Managed => 0.3,
            Servers::SelfReplacing => 0.5,
            Servers::Fleet => 0.2,
            // Readers see the last export meanwhile.
            Servers::Objects => return,
        };
        found.push(self.incident(Cause::Upgrades, upgrades * share, self.at(UPGRADE)));
        let updates = match self.setting.releases {
            Releases::ThroughDeployment => return,
            Releases::OnLiveSite => UPDATES,
            Releases::RarelyOnLiveSite => UPDATES_RARELY,
        };
        found.push(self.incident(Cause::LiveUpdates, self.at(updates), self.at(UPDATE)));
    }

    fn reboots(&self) -> Incident {
        let reboots = if self.nobody() { REBOOTS_BY_NOBODY } else { REBOOTS };
        self.incident(Cause::SystemUpdates, self.at(reboots), self.at(REBOOT))
    }

    fn load(&self, found: &mut Vec<Incident>) {
        let (share, by_itself, healed) = match (self.setting.servers, self.setting.database) {
            (Servers::Single, Database::SameServer) => (1.0, RESTARTS_BY_ITSELF, SERVICE_RESTART),
            (Servers::Single, _) => (0.7, RESTARTS_BY_ITSELF, SERVICE_RESTART),
            (Servers::Managed, _) => (0.5, REPLACES_BY_ITSELF, SERVICE_RESTART),
            (Servers::SelfReplacing, _) => (0.7, REPLACES_BY_ITSELF, STUCK_REPLACED),
            (Servers::Fleet, _) => (0.3, REPLACES_BY_ITSELF, STUCK_REPLACED),
            // No request of a reader reaches a server, and a flood meets the edge.
            (Servers::Objects, _) => return,
        };
        let rate = self.at(EXHAUSTION) * share;
        found.extend(self.healing(Cause::Exhaustion, rate, by_itself, self.at(healed), self.at(MAKE_ROOM)));
        let behind_cdn = if self.setting.delivery == Delivery::Direct { 1.0 } else { FLOODS_BEHIND_CDN };
        let on_fleet = if self.setting.servers == Servers::Fleet { FLOODS_ON_FLEET } else { 1.0 };
        found.push(self.incident(Cause::Overload, WEEKS, self.setting.overload.value()));
        found.push(self.incident(Cause::Floods, self.at(FLOODS) * behind_cdn * on_fleet, self.at(FLOOD)));
    }

    fn people(&self, found: &mut Vec<Incident>) {
        let at_work = response_at_work(self.setting.operator).at_shared(self.level);
        // A bad export is taken back like a bad release.
        let releases = match self.setting.servers {
            Servers::Objects => Releases::ThroughDeployment,
            Servers::Single | Servers::Managed | Servers::SelfReplacing | Servers::Fleet => self.setting.releases,
        };
        let (breaks, mended) = match releases {
            Releases::OnLiveSite => (BREAKS, MENDED),
            Releases::RarelyOnLiveSite => (BREAKS_RARELY, MENDED),
            Releases::ThroughDeployment => (BREAKS_IN_DEPLOYMENT, TAKEN_BACK),
        };
        found.push(self.incident(Cause::BreakingChange, self.at(breaks), at_work + self.at(mended)));
        let (fewer, more) = if self.nobody() { (0.5, 2.0) } else { (1.0, 1.0) };
        let parts = if self.setting.servers == Servers::Fleet { SLIPS_ON_FLEET } else { 1.0 };
        found.push(self.incident(Cause::OperatorError, self.at(SLIPS) * fewer * parts, at_work + self.at(MENDED)));
        let by_others = matches!(self.setting.servers, Servers::Objects | Servers::Managed);
        let renews = self.setting.balancer == Balancer::Present || by_others;
        let acm = if renews { EXPIRY_WITH_ACM } else { 1.0 };
        found.push(self.incident(Cause::Expiry, self.at(EXPIRY) * more * acm, self.any + self.at(RENEWED)));
        let read_only = if releases == Releases::ThroughDeployment { BREAK_INS_READ_ONLY } else { 1.0 };
        let cleaned = self.at(if self.nobody() { CLEANED_BY_NOBODY } else { CLEANED });
        found.push(self.incident(Cause::BreakIn, self.at(BREAK_INS) * more * read_only, cleaned));
    }

    fn files(&self, found: &mut Vec<Incident>) {
        match self.setting.files {
            Files::Local => {}
            Files::Efs => found.push(self.incident(Cause::SharedFiles, self.at(EFS), self.at(EFS_BACK))),
            Files::Gluster => {
                let each = self.any + self.at(SPLIT_BRAIN_MENDED);
                found.push(self.incident(Cause::SharedFiles, self.at(SPLIT_BRAIN), each));
            }
            // A server of one's own, on which all web servers wait.
            Files::FileServer => {
                let mut its_own = Vec::new();
                self.single_host(&mut its_own);
                its_own.push(self.incident(Cause::VolumeLoss, self.at(VOLUME_EBS), self.any + self.at(RESTORE)));
                its_own.push(self.single_zone(Cause::Zone));
                let rate = self.at(EXHAUSTION) * EXHAUSTION_OF_FILE_SERVER;
                let healed = self.at(SERVICE_RESTART);
                its_own.extend(self.healing(Cause::Exhaustion, rate, RESTARTS_BY_ITSELF, healed, self.at(MAKE_ROOM)));
                found.extend(its_own.into_iter().map(|incident| Incident { cause: Cause::SharedFiles, ..incident }));
                found.push(self.reboots());
            }
        }
    }
}
