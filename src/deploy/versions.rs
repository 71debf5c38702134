//! Every version a kit names, with the end of its support and who says so. Kits die of versions, so they are all here.

use serde_json::{Value, json};

use super::site::Site;
use crate::{
    choices::{Database, Objects},
    deploy::site::{Files, Ground},
};

pub(super) const MYSQL: &str = "8.4";
pub(super) const MYSQL_FAMILY: &str = "mysql8.4";
pub(super) const AURORA: &str = "8.0.mysql_aurora.3.10.0";
pub(super) const AURORA_FAMILY: &str = "aurora-mysql8.0";
pub(super) const VALKEY: &str = "8.2";
pub(super) const VALKEY_FAMILY: &str = "valkey8";
pub(super) const LIGHTSAIL_BLUEPRINT: &str = "ubuntu_24_04";
pub(super) const LIGHTSAIL_DATABASE: &str = "mysql_8_0";
pub(super) const BUILD_IMAGE: &str = "aws/codebuild/amazonlinux-x86_64-standard:5.0";
pub(super) const BUILD_IMAGE_ARM: &str = "aws/codebuild/amazonlinux-aarch64-standard:3.0";

/// What is used in one version.
#[derive(Clone, Copy, Debug)]
pub(super) struct Version {
    pub(super) what: &'static str,
    pub(super) version: &'static str,
    /// The day support ends, none where the newest is always the supported one.
    pub(super) until: Option<&'static str>,
    pub(super) source: &'static str,
}

const fn of(what: &'static str, version: &'static str, until: Option<&'static str>, source: &'static str) -> Version {
    Version { what, version, until, source }
}

/// The versions in a kit.
pub(super) fn of_kit(site: &Site<'_>) -> Vec<Version> {
    let mut all = Vec::new();
    let php_source = "https://www.php.net/supported-versions.php";
    match (site.ground(), site.files()) {
        (Ground::Elsewhere | Ground::Managed | Ground::Containers, _) | (_, Files::Gluster) => {
            all.push(of("Debian", "13", Some("2028-08-09"), "https://www.debian.org/releases/trixie/"));
            all.push(of("PHP", "8.4", Some("2028-12-31"), php_source));
        }
        (Ground::Lightsail | Ground::LightsailPair | Ground::Export, _) => {
            all.push(of("Ubuntu", "24.04 LTS", Some("2029-05-31"), "https://ubuntu.com/about/release-cycle"));
            all.push(of("PHP", "8.3", Some("2027-12-31"), php_source));
        }
        (Ground::Instance | Ground::GroupOfOne | Ground::Group, _) => {
            let source = "https://docs.aws.amazon.com/linux/al2023/ug/release-cadence.html";
            all.push(of("Amazon Linux", "2023", Some("2029-06-30"), source));
            all.push(of("PHP", "8.4", Some("2028-12-31"), php_source));
        }
    }
    all.push(of("WordPress", "newest", None, "https://wordpress.org/download/releases/"));
    match site.design().database {
        Database::Server => all.push(match site.ground() {
            Ground::Elsewhere | Ground::Managed => {
                of("MariaDB", "11.8", Some("2028-06-04"), "https://mariadb.org/about/#maintenance-policy")
            }
            Ground::Lightsail
            | Ground::LightsailPair
            | Ground::Export
            | Ground::Instance
            | Ground::GroupOfOne
            | Ground::Group
            | Ground::Containers => {
                of("MariaDB", "10.11", Some("2028-02-16"), "https://mariadb.org/about/#maintenance-policy")
            }
        }),
        Database::RdsSingle | Database::RdsMultiAz => all.push(of(
            "RDS for MySQL",
            MYSQL,
            Some("2029-07-31"),
            "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.VersionMgmt.html",
        )),
        Database::Aurora | Database::AuroraServerless => all.push(of(
            "Aurora MySQL",
            AURORA,
            Some("2028-04-30"),
            "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.release-calendars.html",
        )),
        Database::Lightsail | Database::LightsailHa => all.push(of(
            "Lightsail managed MySQL",
            "8.0",
            None,
            "https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-databases.html",
        )),
    }
    match site.design().objects {
        Objects::None => {}
        Objects::Server | Objects::OneNode | Objects::EachZone => all.push(of(
            "Valkey",
            if site.has_cache() { VALKEY } else { "of the system" },
            None,
            "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html",
        )),
    }
    all
}

/// `versions.json`.
pub(super) fn file(site: &Site<'_>) -> String {
    let all: Vec<Value> = of_kit(site)
        .iter()
        .map(|of| json!({"what": of.what, "version": of.version, "end_of_support": of.until, "source": of.source}))
        .collect();
    pretty(&json!({"versions": all}))
}

/// JSON as people read it.
pub(super) fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
