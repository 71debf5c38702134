//! The scripts an operator runs, what they go by, and what a site in version control starts from.

use serde_json::json;

use super::{
    file::{KitFile, Mode},
    site::Site,
    stacks::edge,
    template::Template,
    versions::pretty,
};
use crate::deploy::site::{Files, Ground};

/// Scripts of every kit, then those of kits with stacks.
const ALWAYS: [(&str, &str); 2] = [
    ("bin/smoke.sh", include_str!("../../assets/deploy/bin/smoke.sh")),
    ("bin/check-versions.sh", include_str!("../../assets/deploy/bin/check-versions.sh")),
];
const WITH_STACKS: [(&str, &str); 3] = [
    ("bin/deploy.sh", include_str!("../../assets/deploy/bin/deploy.sh")),
    ("bin/preflight.sh", include_str!("../../assets/deploy/bin/preflight.sh")),
    ("bin/output.sh", include_str!("../../assets/deploy/bin/output.sh")),
];
const RELEASES: [(&str, &str); 9] = [
    ("bin/release.sh", include_str!("../../assets/deploy/bin/release.sh")),
    ("site/composer.json", include_str!("../../assets/deploy/site/composer.json")),
    ("site/.gitignore", include_str!("../../assets/deploy/site/gitignore")),
    ("site/release.sh", include_str!("../../assets/deploy/site/release.sh")),
    ("pipeline/buildspec.yml", include_str!("../../assets/deploy/pipeline/buildspec.yml")),
    (".github/workflows/check.yml", include_str!("../../assets/deploy/pipeline/check.yml")),
    (".github/workflows/deploy.yml", include_str!("../../assets/deploy/pipeline/deploy.yml")),
    ("renovate.json", include_str!("../../assets/deploy/pipeline/renovate.json")),
    ("site/compose.yaml", include_str!("../../assets/deploy/site/compose.yaml")),
];

pub(super) fn files(site: &Site<'_>, stacks: &[Template]) -> Vec<KitFile> {
    let mut wanted: Vec<(&str, &str)> = ALWAYS.into();
    if site.ground() != Ground::Elsewhere {
        wanted.extend(WITH_STACKS);
    }
    if site.in_vpc() {
        wanted.push(("bin/upload-server.sh", include_str!("../../assets/deploy/bin/upload-server.sh")));
    }
    if site.has_database() {
        wanted.push(("bin/create-database-user.sh", include_str!("../../assets/deploy/bin/create-database-user.sh")));
    }
    match site.files() {
        Files::Git => wanted.extend(RELEASES),
        Files::Image => wanted.push(("bin/bake.sh", include_str!("../../assets/deploy/bin/bake.sh"))),
        Files::Gluster => {
            wanted.push((
                "bin/create-gluster-volume.sh",
                include_str!("../../assets/deploy/bin/create-gluster-volume.sh"),
            ));
        }
        Files::OnServer | Files::Efs | Files::FileServer => {}
    }
    let mut files: Vec<KitFile> = wanted.into_iter().map(|(path, text)| KitFile::new(path, text)).collect();
    if site.ground() != Ground::Elsewhere {
        files.push(KitFile { path: "site.env".to_owned(), text: environment(site), mode: Mode::Plain });
        files.push(KitFile::new("parameters/production.json", parameters(stacks)));
    }
    files
}

/// What an operator fills in; nothing of it is secret.
fn environment(site: &Site<'_>) -> String {
    let mut out = String::from("# Fill this in first. Nothing in it is secret.\n");
    let mut line = |comment: &str, name: &str, value: &str| out.push_str(&format!("# {comment}\n{name}=\"{value}\"\n"));
    line("Short name, the first part of every name.", "SITE", "site");
    line("Name of the site, as readers type it.", "DOMAIN", "www.example.org");
    line("Where it is built.", "REGION", site.region().code());
    line("Who gets alarms and the budget's mails.", "OPERATOR_EMAIL", "operator@example.org");
    line("Hosted zone of the domain in Route 53.", "HOSTED_ZONE", "");
    line("Which file of parameters/ is used.", "ENVIRONMENT", "production");
    if site.files() == Files::Git {
        line("Owner and name of the repository.", "REPOSITORY", "owner/site");
    }
    if site.ground() == Ground::Lightsail {
        line("Availability Zone of the server.", "ZONE_OF_SERVER", &format!("{}a", site.region().code()));
    }
    if edge::needs_origin_name(site) {
        line(
            "Name of the server itself, which CloudFront fetches from; enter its address in DNS.",
            "ORIGIN_NAME",
            "origin.example.org",
        );
    }
    out
}

/// The sizes of this design, for `aws cloudformation deploy`; a copy with smaller ones makes a staging environment.
fn parameters(stacks: &[Template]) -> String {
    let mut known: Vec<(&str, &str)> = Vec::new();
    for parameter in stacks.iter().flat_map(|stack| &stack.parameters) {
        if let Some(default) = &parameter.default
            && !matches!(parameter.name, "Site" | "DistributionId")
            && !known.iter().any(|(name, _)| *name == parameter.name)
        {
            known.push((parameter.name, default));
        }
    }
    let entries: Vec<_> =
        known.iter().map(|(name, value)| json!({"ParameterKey": name, "ParameterValue": value})).collect();
    pretty(&json!(entries))
}
