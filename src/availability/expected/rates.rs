//! How often things fail a year, and how many minutes it takes until they are back.
//!
//! Rates and times marked E are estimates from the evidence beside them; those of people and load make half to nine tenths
//! of every total. They were set knowing measured uptime (bare servers 25 to 47 minutes a year, WordPress hosts 99.62 to
//! 99.98 %), so that the sum is not absurd; it is no proof that each is right.

use super::figure::Figure;
use crate::{questionnaire::Operator, simulation::delays};

/// A host dies. Vishwanath and Nagappan, SoCC 2010: 8 % of servers a year, most of it disks; live migration has halved it
/// since (Azure, 2018). E.
pub(super) const HOST_EC2: Figure = Figure::new(0.03, 0.08, 0.2);
/// The same without live migration. E.
pub(super) const HOST_ELSEWHERE: Figure = Figure::new(0.05, 0.12, 0.4);
/// EC2 moves an instance to another host by itself in 9 of 10 cases (EC2 User Guide, automatic recovery: "a few minutes").
pub(super) const RECOVERS_BY_ITSELF: f64 = 0.9;
/// Minutes of EC2's automatic recovery.
pub(super) const AUTOMATIC_RECOVERY: Figure = Figure::of(delays::RECOVERY);
/// Minutes until somebody has started it elsewhere, once there.
pub(super) const START_BY_HAND: Figure = Figure::exactly(10.0);
/// Lightsail documents no recovery; the host is back, or the instance moved. E.
pub(super) const HOST_BACK_LIGHTSAIL: Figure = Figure::new(10.0, 30.0, 120.0);
/// Greenhost 2024-12-12: 2 h 12; DigitalOcean 2024-07-24: over an hour.
pub(super) const HOST_BACK_ELSEWHERE: Figure = Figure::new(20.0, 60.0, 480.0);
/// A managed host has brought a site back on another machine. E.
pub(super) const HOST_RESTORED: Figure = Figure::of(delays::HOST_RESTORE);
/// Auto Scaling notices and starts another server. E, from its documented timers.
pub(super) const REPLACED: Figure = Figure::new(3.0, 5.0, 12.0);
/// The load balancer stops using a dead server, times its share of the requests (`alb.detection`).
pub(super) const TAKEN_OUT: Figure = Figure::of(delays::DETECTION);

/// An instance is stopped on a date that was mailed before (EC2 User Guide, retirement). E.
pub(super) const RETIREMENT: Figure = Figure::new(0.02, 0.05, 0.15);
/// A restart for maintenance of the host. E.
pub(super) const MAINTENANCE_EC2: Figure = Figure::new(0.05, 0.1, 0.3);
/// The same elsewhere. E.
pub(super) const MAINTENANCE_ELSEWHERE: Figure = Figure::new(0.1, 0.3, 1.0);
/// Minutes of a stop and start on EC2.
pub(super) const RESTART_EC2: Figure = Figure::new(3.0, 5.0, 10.0);
/// Minutes of a restart elsewhere. E.
pub(super) const RESTART_ELSEWHERE: Figure = Figure::new(5.0, 15.0, 60.0);
/// Minutes of a replacement at a chosen time by Auto Scaling.
pub(super) const REPLACED_IN_TIME: Figure = Figure::new(0.2, 1.0, 5.0);

/// EBS volumes lost a year (EBS User Guide: 0.1 to 0.2 %).
pub(super) const VOLUME_EBS: Figure = Figure::new(0.001, 0.0015, 0.002);
/// Local disks of other providers. E.
pub(super) const VOLUME_ELSEWHERE: Figure = Figure::new(0.002, 0.005, 0.02);
/// Minutes of a restore from a snapshot by hand (`lightsail.restore`).
pub(super) const RESTORE: Figure = Figure::of(delays::RESTORE);
/// Minutes to point addresses at what was restored. E.
pub(super) const ADDRESSES: f64 = 10.0;

/// A zone event reaches a server: 19 known events in 1,010 zone-years 2011 to 2026, each part of its zone; smaller ones are
/// not published. AWS post-event summaries and press.
pub(super) const ZONE: Figure = Figure::new(0.005, 0.02, 0.06);
/// Minutes until the zone is back.
pub(super) const ZONE_BACK: Figure = Figure::new(30.0, 180.0, 1_200.0);
/// Minutes until a data centre without zones is back (Hetzner 2018: 9 to 32 h; OVH 2021: days).
pub(super) const DATA_CENTRE_BACK: Figure = Figure::new(60.0, 360.0, 2_880.0);
/// Minutes until Auto Scaling has started the server in another zone.
pub(super) const OTHER_ZONE: Figure = Figure::new(5.0, 10.0, 60.0);
/// Minutes of trouble for a fleet that loses a zone, in 9 of 10 events.
pub(super) const ZONE_TAKEN_OUT: Figure = Figure::new(0.5, 2.0, 20.0);
/// How often a fleet goes on by itself.
pub(super) const ZONE_BY_ITSELF: f64 = 0.9;
/// Minutes of repair where it does not.
pub(super) const ZONE_BY_HAND: f64 = 30.0;

/// Short trouble of the network; fits measured uptime of bare servers.
pub(super) const NETWORK_AWS: Figure = Figure::new(1.0, 2.0, 6.0);
/// The same elsewhere.
pub(super) const NETWORK_ELSEWHERE: Figure = Figure::new(1.0, 3.0, 8.0);
/// Minutes of it.
pub(super) const NETWORK_BACK_AWS: Figure = Figure::new(1.0, 4.0, 10.0);
/// Minutes of it elsewhere.
pub(super) const NETWORK_BACK_ELSEWHERE: Figure = Figure::new(1.0, 5.0, 15.0);
/// What is left of it for a fleet over zones. E.
pub(super) const NETWORK_OF_FLEET: f64 = 0.25;

/// A Region stops running sites: about 4.5 events in 335 region-years, as many again unlisted.
pub(super) const REGION: Figure = Figure::new(0.01, 0.03, 0.15);
/// A provider's whole network. E.
pub(super) const PROVIDER: Figure = Figure::new(0.03, 0.1, 0.5);
/// Minutes.
pub(super) const REGION_BACK: Figure = Figure::new(20.0, 120.0, 600.0);
/// Minutes.
pub(super) const PROVIDER_BACK: Figure = Figure::new(15.0, 60.0, 300.0);

/// CloudFront: 2014-11-26 and 2026-02-10, two in 16 years.
pub(super) const CLOUDFRONT: Figure = Figure::new(0.05, 0.1, 0.3);
/// Minutes.
pub(super) const CLOUDFRONT_BACK: Figure = Figure::new(30.0, 75.0, 120.0);
/// Another network, as Cloudflare: 2019, 2020, 2022, twice in 2025.
pub(super) const OTHER_CDN: Figure = Figure::new(0.3, 0.6, 1.5);
/// Minutes.
pub(super) const OTHER_CDN_BACK: Figure = Figure::new(20.0, 45.0, 180.0);
/// Name resolution. E.
pub(super) const DNS: Figure = Figure::new(0.01, 0.03, 0.1);
/// Minutes.
pub(super) const DNS_BACK: Figure = Figure::new(30.0, 120.0, 480.0);
/// The load balancer: a Region's in 2012. E.
pub(super) const BALANCER: Figure = Figure::new(0.01, 0.05, 0.3);
/// Minutes.
pub(super) const BALANCER_BACK: Figure = Figure::new(10.0, 30.0, 180.0);
/// EFS as a whole: twice in 2025, 18 minutes (Axiom).
pub(super) const EFS: Figure = Figure::new(0.02, 0.1, 0.5);
/// Minutes.
pub(super) const EFS_BACK: Figure = Figure::new(10.0, 30.0, 180.0);
/// A replicated volume disagrees with itself. E.
pub(super) const SPLIT_BRAIN: Figure = Figure::new(0.1, 0.3, 1.0);
/// Minutes of repair.
pub(super) const SPLIT_BRAIN_MENDED: Figure = Figure::new(20.0, 60.0, 240.0);

/// Patches that need the database offline (RDS User Guide: once every few months).
pub(super) const PATCHES_RDS: Figure = Figure::new(2.0, 3.0, 6.0);
/// The same for Aurora. E.
pub(super) const PATCHES_AURORA: Figure = Figure::new(1.0, 2.0, 4.0);
/// Minutes, one instance (AWS's mail of 2016: 5 to 10 minutes).
pub(super) const PATCH_SINGLE: Figure = Figure::new(3.0, 8.0, 15.0);
/// Minutes, Multi-AZ.
pub(super) const PATCH_MULTI_AZ: Figure = Figure::new(1.0, 3.0, 8.0);
/// Minutes, Aurora with a replica.
pub(super) const PATCH_REPLICA: Figure = Figure::new(0.2, 0.5, 1.0);
/// The database's host fails, as often as any. E.
pub(super) const DATABASE_HOST: Figure = Figure::new(0.05, 0.1, 0.3);
/// Minutes, one instance.
pub(super) const DATABASE_BACK: Figure = Figure::new(5.0, 15.0, 60.0);
/// Minutes, Multi-AZ (RDS User Guide: 60 to 120 seconds).
pub(super) const FAILOVER_MULTI_AZ: Figure = Figure::of(delays::FAILOVER_RDS);
/// Minutes, Aurora (Aurora User Guide: under 60 seconds).
pub(super) const FAILOVER_AURORA: Figure = Figure::of(delays::FAILOVER_AURORA);

/// Restarts after system updates a year. E.
pub(super) const REBOOTS: Figure = Figure::new(4.0, 8.0, 12.0);
/// The same where nobody does them. E.
pub(super) const REBOOTS_BY_NOBODY: Figure = Figure::new(0.5, 1.0, 4.0);
/// Minutes.
pub(super) const REBOOT: Figure = Figure::new(1.0, 2.0, 5.0);
/// Rounds of updates on the live site a year. E.
pub(super) const UPDATES: Figure = Figure::new(12.0, 40.0, 100.0);
/// The same where it is done rarely. E.
pub(super) const UPDATES_RARELY: Figure = Figure::new(6.0, 12.0, 30.0);
/// Minutes in WordPress's maintenance mode. E.
pub(super) const UPDATE: Figure = Figure::new(0.1, 0.3, 1.0);
/// Upgrades a year. E.
pub(super) const UPGRADES: Figure = Figure::new(0.5, 1.0, 3.0);
/// The same where nobody does them. E.
pub(super) const UPGRADES_BY_NOBODY: Figure = Figure::new(0.1, 0.25, 1.0);
/// Minutes.
pub(super) const UPGRADE: Figure = Figure::new(10.0, 30.0, 120.0);

/// Memory, disk, workers, credits run out, or the database crashes. E.
pub(super) const EXHAUSTION: Figure = Figure::new(0.3, 1.0, 4.0);
/// A file server's share of that. E.
pub(super) const EXHAUSTION_OF_FILE_SERVER: f64 = 0.2;
/// How often one server comes back by a restart of its service, and in how many minutes. E.
pub(super) const RESTARTS_BY_ITSELF: f64 = 0.6;
/// Minutes of that.
pub(super) const SERVICE_RESTART: Figure = Figure::new(1.0, 3.0, 10.0);
/// How often a group replaces what is stuck. E.
pub(super) const REPLACES_BY_ITSELF: f64 = 0.9;
/// Minutes of that.
pub(super) const STUCK_REPLACED: Figure = Figure::new(3.0, 6.0, 12.0);
/// Minutes to make room by hand.
pub(super) const MAKE_ROOM: Figure = Figure::new(10.0, 20.0, 60.0);

/// Floods, bots and crowds. E.
pub(super) const FLOODS: Figure = Figure::new(0.1, 0.3, 1.5);
/// Minutes.
pub(super) const FLOOD: Figure = Figure::new(15.0, 60.0, 240.0);
/// What is left behind a content delivery network. E.
pub(super) const FLOODS_BEHIND_CDN: f64 = 0.4;
/// What is left for a fleet that grows. E.
pub(super) const FLOODS_ON_FLEET: f64 = 0.6;

/// Changes on the live site that break it. WP Engine's survey: 38 % of businesses had major trouble from updates in a year. E.
pub(super) const BREAKS: Figure = Figure::new(0.3, 1.0, 3.0);
/// The same through a deployment that was tried on staging (DORA 2024: 5 to 40 % of changes need repair). E.
pub(super) const BREAKS_IN_DEPLOYMENT: Figure = Figure::new(0.1, 0.4, 1.5);
/// The same where it is done rarely. E.
pub(super) const BREAKS_RARELY: Figure = Figure::new(0.1, 0.25, 1.0);
/// Minutes to mend it on the live site.
pub(super) const MENDED: Figure = Figure::new(10.0, 30.0, 120.0);
/// Minutes to take a release back.
pub(super) const TAKEN_BACK: Figure = Figure::new(3.0, 10.0, 30.0);
/// Slips of a hand a year. E.
pub(super) const SLIPS: Figure = Figure::new(0.05, 0.2, 0.6);
/// More parts, more to slip on. E.
pub(super) const SLIPS_ON_FLEET: f64 = 1.5;
/// Certificates, domains and cards that expire. E.
pub(super) const EXPIRY: Figure = Figure::new(0.01, 0.05, 0.2);
/// Minutes to renew.
pub(super) const RENEWED: Figure = Figure::new(20.0, 60.0, 240.0);
/// What is left with a certificate that renews itself. E.
pub(super) const EXPIRY_WITH_ACM: f64 = 0.4;
/// Sites broken into a year (Wordfence 2024: about 3 %), half of which go off the net.
pub(super) const BREAK_INS: Figure = Figure::new(0.005, 0.015, 0.05);
/// Minutes of cleaning (SiteLock: about 6 h; Patchstack: 4 to 8 h, a suspended account longer).
pub(super) const CLEANED: Figure = Figure::new(240.0, 480.0, 2_880.0);
/// The same where nobody does it.
pub(super) const CLEANED_BY_NOBODY: Figure = Figure::new(1_440.0, 2_880.0, 10_080.0);
/// What is left where code is read-only. E.
pub(super) const BREAK_INS_READ_ONLY: f64 = 0.4;

/// Minutes until somebody who can help is at work, at a random moment. E; office hours alone make 15 h of waiting.
pub(super) const fn response(operator: Operator) -> Figure {
    Figure::of(delays::by_hand(operator))
}

/// The same after a change of one's own, when one is already there. E.
pub(super) const fn response_at_work(operator: Operator) -> Figure {
    match operator {
        Operator::InHouse | Operator::Consultant => Figure::new(5.0, 15.0, 60.0),
        Operator::Agency => Figure::new(15.0, 60.0, 480.0),
        Operator::Nobody => Figure::new(60.0, 480.0, 2_880.0),
    }
}
