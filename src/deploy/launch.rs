//! The first start of a server without a stack's help: its whole `server/` in what it is started with.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Value, json};

use super::{
    archive, server,
    site::{Ground, Site},
    template::sub,
    yaml,
};

/// The bucket of a Lightsail site's media.
pub(super) const LIGHTSAIL_MEDIA: &str = "${Site}-media-${AWS::AccountId}";

/// What EC2 and Lightsail take as user data at the most, in bytes (Amazon EC2 User Guide, April 2026).
#[cfg(test)]
pub(super) const MOST: usize = 16_384;

/// The folder without its comment lines, which are for people and lie beside it.
fn packed(site: &Site<'_>) -> String {
    let mut files = server::files(site);
    for file in &mut files {
        let is_php = file.path.ends_with(".php");
        let comment = |line: &&str| {
            let line = line.trim_start();
            if is_php {
                ["// ", "/**", "* ", "*/"].iter().any(|start| line.starts_with(start))
            } else {
                !line.starts_with("#!") && line.starts_with(['#', ';'])
            }
        };
        file.text = file.text.lines().filter(|line| !comment(line)).map(|line| format!("{line}\n")).collect();
    }
    BASE64_STANDARD.encode(archive::tar_gz(files.iter()))
}

/// As a script for Lightsail, which hands user data to a shell.
pub(super) fn script(site: &Site<'_>) -> Value {
    let packed = packed(site);
    let rows: Vec<&str> =
        (0..packed.len()).step_by(120).filter_map(|at| packed.get(at..packed.len().min(at + 120))).collect();
    // Readers never come to the server that pages are exported from.
    let domain = if site.ground() == Ground::Export { "edit.${DomainName}" } else { "${DomainName}" };
    let bucket = if site.has_bucket() { LIGHTSAIL_MEDIA } else { "" };
    sub(format!(
        "#!/bin/bash\n# The folder server/ of the kit, packed without its comment lines.\nset -euo pipefail\n\
         install -d /opt/wordpress /etc/wordpress\n\
         printf 'SITE=\"%s\"\\nDOMAIN=\"%s\"\\nOPERATOR_EMAIL=\"%s\"\\nMEDIA_BUCKET=\"%s\"\\n' '${{Site}}' '{domain}' '${{OperatorEmail}}' '{bucket}' > /etc/wordpress/stack.env\n\
         base64 -d <<'PACKED' | tar -xz -C /opt/wordpress\n{}\nPACKED\n\
         bash /opt/wordpress/server/install.sh > /var/log/wordpress-boot.log 2>&1\n",
        rows.join("\n")
    ))
}

/// As cloud-config for a server of any other provider.
pub(super) fn cloud_config(site: &Site<'_>) -> String {
    let config = json!({
        "package_update": true,
        "package_upgrade": true,
        "packages": ["curl", "nftables", "restic", "unattended-upgrades"],
        "ssh_pwauth": false,
        "write_files": [
            {
                "path": "/etc/wordpress/stack.env",
                "permissions": "0644",
                "content": "SITE=\"site\"\nDOMAIN=\"www.example.org\"\nOPERATOR_EMAIL=\"operator@example.org\"\n",
            },
            {"path": "/root/server.tar.gz", "encoding": "b64", "permissions": "0600", "content": packed(site)},
            {"path": "/etc/nftables.conf", "permissions": "0644", "content": FIREWALL},
        ],
        "runcmd": [
            ["systemctl", "enable", "--now", "nftables"],
            ["install", "-d", "/opt/wordpress"],
            ["tar", "-xzf", "/root/server.tar.gz", "-C", "/opt/wordpress"],
            ["bash", "/opt/wordpress/server/install.sh"],
        ],
    });
    let mut out = String::from(
        "#cloud-config\n# Edit the three lines of /etc/wordpress/stack.env below; the rest is packed from server/.\n",
    );
    let mut body = String::new();
    yaml::write(&mut body, &config, 0);
    out.push_str(body.trim_start_matches('\n'));
    out
}

/// Who may come in: readers, and whoever has a key for SSH.
const FIREWALL: &str = include_str!("../../assets/deploy/boot/nftables.conf");
