//! What a server is told at its first start: names, no secrets, then the script that fetches the rest.

use serde_json::{Value, json};

use crate::{
    deploy::site::Files,
    deploy::{site::Site, template::sub},
};

const BOOT: &str = include_str!("../../../assets/deploy/boot/boot.sh");
const DEBIAN: &str = include_str!("../../../assets/deploy/boot/debian.sh");

pub(super) fn user_data(site: &Site<'_>) -> Value {
    let mut script = String::from("#!/bin/bash\n");
    let mut tell = |name: &str, value: &str| script.push_str(&format!("export {name}=\"{value}\"\n"));
    tell("SITE_NAME", "${Site}");
    tell("DOMAIN", "${DomainName}");
    tell("REGION", "${AWS::Region}");
    tell("RELEASES", "${Releases}");
    tell("DATABASE_SECRET", "${DatabaseSecret}");
    tell("SALTS_SECRET", "${SaltsSecret}");
    tell("DISTRIBUTION", "${DistributionId}");
    tell("GROUP", if site.replaces_servers() { "${Site}-web" } else { "" });
    tell("ADDRESS", if site.is_alone() { "${Address.AllocationId}" } else { "" });
    if site.has_database() {
        tell("DATABASE_HOST", "${DatabaseEndpoint}");
    }
    if site.has_cache() {
        tell("CACHE_HOST", "${CacheEndpoint}");
        tell("CACHE_SECRET", "${CacheSecret}");
    }
    if site.has_bucket() {
        tell("MEDIA_BUCKET", "${MediaBucket}");
    }
    match site.files() {
        Files::Efs => tell("FILE_SYSTEM", "${FileSystem}"),
        Files::FileServer => tell("FILE_SERVER", "${FileServer}"),
        Files::Gluster => {
            tell("FILE_SERVER", "${FileServer}");
            tell("FILE_SERVERS_TOO", "${FileServersToo}");
        }
        Files::OnServer | Files::OnEach | Files::Git | Files::Image | Files::Container => {}
    }
    if site.files() == Files::Gluster {
        script.push_str(DEBIAN);
    }
    script.push_str(BOOT);
    json!({"Fn::Base64": sub(script)})
}

/// The staging server keeps everything on itself.
pub(super) fn staging() -> Value {
    let mut script = String::from("#!/bin/bash\n");
    for (name, value) in [
        ("SITE_NAME", "${Site}"),
        ("DOMAIN", "staging.${DomainName}"),
        ("REGION", "${AWS::Region}"),
        ("RELEASES", "${Releases}"),
        ("GROUP", ""),
        ("ADDRESS", ""),
        ("DATABASE", "server"),
        ("OBJECTS", "none"),
        ("MEDIA", "disk"),
        ("WEBROOT", "server"),
        ("CHANGES", "wp-admin"),
        ("TLS", "before"),
    ] {
        script.push_str(&format!("export {name}=\"{value}\"\n"));
    }
    script.push_str(BOOT);
    json!({"Fn::Base64": sub(script)})
}
