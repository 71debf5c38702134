//! `server/`: one configuration for every server, whatever it stands on. What depends on the site is in `site.env` and in the
//! files of sizes; everything else is the same to the byte, and so is tested once for all.

use super::{
    file::{KitFile, Mode},
    site::{Files, Ground, Site, Tls},
    sizes,
};
use crate::{
    choices::{Database, Media, Objects},
    options::Changes,
};

/// The files that are the same for every site.
const STATIC: [(&str, &str); 30] = [
    ("install.sh", include_str!("../../assets/deploy/server/install.sh")),
    ("bin/secrets.sh", include_str!("../../assets/deploy/server/bin/secrets.sh")),
    ("bin/secrets.php", include_str!("../../assets/deploy/server/bin/secrets.php")),
    ("bin/media.sh", include_str!("../../assets/deploy/server/bin/media.sh")),
    ("bin/install-site.php", include_str!("../../assets/deploy/server/bin/install-site.php")),
    ("bin/webroot.sh", include_str!("../../assets/deploy/server/bin/webroot.sh")),
    ("bin/cron.php", include_str!("../../assets/deploy/server/bin/cron.php")),
    ("bin/purge-edge.sh", include_str!("../../assets/deploy/server/bin/purge-edge.sh")),
    ("nginx/nginx.conf", include_str!("../../assets/deploy/server/nginx/nginx.conf")),
    ("nginx/rules.conf", include_str!("../../assets/deploy/server/nginx/rules.conf")),
    ("nginx/php.conf", include_str!("../../assets/deploy/server/nginx/php.conf")),
    ("os/al2023.env", include_str!("../../assets/deploy/server/os/al2023.env")),
    ("os/debian.env", include_str!("../../assets/deploy/server/os/debian.env")),
    ("systemd/wordpress.tmpfiles", include_str!("../../assets/deploy/server/systemd/wordpress.tmpfiles")),
    ("systemd/wp-cron.service", include_str!("../../assets/deploy/server/systemd/wp-cron.service")),
    ("systemd/wp-cron.timer", include_str!("../../assets/deploy/server/systemd/wp-cron.timer")),
    ("systemd/purge-edge.service", include_str!("../../assets/deploy/server/systemd/purge-edge.service")),
    ("systemd/purge-edge.timer", include_str!("../../assets/deploy/server/systemd/purge-edge.timer")),
    ("wordpress/wp-config.php", include_str!("../../assets/deploy/server/wordpress/wp-config.php")),
    ("wordpress/healthz.php", include_str!("../../assets/deploy/server/wordpress/healthz.php")),
    ("wordpress/db.php", include_str!("../../assets/deploy/server/wordpress/db.php")),
    (
        "wordpress/mu-plugins/personal-pages.php",
        include_str!("../../assets/deploy/server/wordpress/mu-plugins/personal-pages.php"),
    ),
    (
        "wordpress/mu-plugins/purge-on-publish.php",
        include_str!("../../assets/deploy/server/wordpress/mu-plugins/purge-on-publish.php"),
    ),
    (
        "wordpress/mu-plugins/media-without-acl.php",
        include_str!("../../assets/deploy/server/wordpress/mu-plugins/media-without-acl.php"),
    ),
    ("bin/database.sh", include_str!("../../assets/deploy/server/bin/database.sh")),
    ("bin/certificate.sh", include_str!("../../assets/deploy/server/bin/certificate.sh")),
    ("bin/tell-database.sh", include_str!("../../assets/deploy/server/bin/tell-database.sh")),
    ("bin/container.sh", include_str!("../../assets/deploy/server/bin/container.sh")),
    ("systemd/certificate.service", include_str!("../../assets/deploy/server/systemd/certificate.service")),
    ("systemd/certificate.timer", include_str!("../../assets/deploy/server/systemd/certificate.timer")),
];
const HTTP: &str = include_str!("../../assets/deploy/server/nginx/server-http.conf");
const TLS: &str = include_str!("../../assets/deploy/server/nginx/server-tls.conf");

/// The folder, file by file.
pub(super) fn files(site: &Site<'_>) -> Vec<KitFile> {
    let mut files: Vec<KitFile> = STATIC
        .iter()
        .filter(|(path, _)| is_wanted(path, site))
        .map(|(path, text)| KitFile::new(format!("server/{path}"), *text))
        .collect();
    let listens = match site.tls() {
        Tls::Here => TLS,
        Tls::Before => HTTP,
    };
    files.push(KitFile::new("server/nginx/server.conf", listens));
    files.push(KitFile::new("server/nginx/sizes.conf", sizes::nginx(site)));
    files.push(KitFile::new("server/php/site.ini", sizes::php(site)));
    files.push(KitFile::new("server/php/pool.conf", sizes::pool(site)));
    if site.design().database == Database::Server || site.is_staged() {
        files.push(KitFile::new("server/mariadb/site.cnf", sizes::mariadb(site)));
    }
    if site.design().objects == Objects::Server {
        files.push(KitFile::new("server/valkey/valkey.conf", sizes::valkey(site)));
    }
    files.push(KitFile { path: "server/site.env".to_owned(), text: environment(site), mode: Mode::Plain });
    files
}

fn is_wanted(path: &str, site: &Site<'_>) -> bool {
    match path {
        "wordpress/db.php" => {
            site.has_database() || matches!(site.design().database, Database::Lightsail | Database::LightsailHa)
        }
        "wordpress/mu-plugins/media-without-acl.php" => site.has_bucket(),
        "bin/database.sh" => site.design().database == Database::Server || site.is_staged(),
        "bin/certificate.sh" | "systemd/certificate.service" | "systemd/certificate.timer" => site.tls() == Tls::Here,
        "bin/tell-database.sh" => matches!(site.design().database, Database::Lightsail | Database::LightsailHa),
        "bin/container.sh" => site.in_containers(),
        "os/al2023.env" => site.in_vpc() && !matches!(site.files(), Files::Gluster | Files::Container),
        "os/debian.env" => !site.in_vpc() || matches!(site.files(), Files::Gluster | Files::Container),
        _ => true,
    }
}

/// What the scripts and `wp-config.php` go by.
fn environment(site: &Site<'_>) -> String {
    let design = site.design();
    let database = match design.database {
        Database::Server => "server",
        Database::RdsSingle
        | Database::RdsMultiAz
        | Database::Aurora
        | Database::AuroraServerless
        | Database::Lightsail
        | Database::LightsailHa => "managed",
    };
    let objects = match design.objects {
        Objects::None => "none",
        Objects::Server => "server",
        Objects::OneNode | Objects::EachZone => "cluster",
    };
    let media = match design.media {
        Media::Disk => "disk",
        Media::Bucket => "s3",
        Media::Shared => "shared",
    };
    let webroot = match site.files() {
        Files::OnServer | Files::OnEach => "server",
        Files::Efs => "efs",
        Files::FileServer => "nfs",
        Files::Gluster => "gluster",
        Files::Git => "git",
        Files::Image => "image",
        Files::Container => "container",
    };
    let changes = match site.assessment.hosting.changes {
        Changes::InAdmin => "wp-admin",
        Changes::ThroughDeployment => "deployment",
    };
    let tls = match site.tls() {
        Tls::Here => "here",
        Tls::Before => "before",
    };
    let mut out =
        String::from("# What this site is. What its servers are told at boot, in stack.env, goes before it.\n");
    for (name, value) in [
        ("SITE", "site"),
        ("DOMAIN", "www.example.org"),
        ("REGION", site.region().code()),
        ("DATABASE", database),
        ("OBJECTS", objects),
        ("MEDIA", media),
        ("MEDIA_BY", if site.serves_bucket() { "server" } else { "" }),
        ("WEBROOT", webroot),
        ("CHANGES", changes),
        ("TLS", tls),
        ("PHP_MEMORY", "256M"),
        // The other servers drop a changed page within a minute; only then may CloudFront fetch it anew.
        ("PURGE_DELAY", if site.is_group() || site.ground() == Ground::LightsailPair { "90" } else { "0" }),
    ] {
        out.push_str(&format!("{name}=\"{value}\"\n"));
    }
    out
}
