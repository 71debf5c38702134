//! The scripts an operator runs, what they go by, and what a site in version control starts from.

use serde_json::json;

use super::{
    file::{KitFile, Mode},
    site::{Files, Ground, Site},
    template::Template,
    versions::pretty,
};

/// Scripts of every kit, then those of kits with stacks.
const ALWAYS: (&str, &str) = ("bin/check-versions.sh", include_str!("../../assets/deploy/bin/check-versions.sh"));
/// What is asked of a live site, and of exported pages.
const SMOKE: &str = include_str!("../../assets/deploy/bin/smoke.sh");
const SMOKE_PAGES: &str = include_str!("../../assets/deploy/bin/smoke-pages.sh");
const WITH_STACKS: [(&str, &str); 3] = [
    ("bin/deploy.sh", include_str!("../../assets/deploy/bin/deploy.sh")),
    ("bin/preflight.sh", include_str!("../../assets/deploy/bin/preflight.sh")),
    ("bin/output.sh", include_str!("../../assets/deploy/bin/output.sh")),
];
/// What a site in version control starts from.
const RELEASED: [(&str, &str); 6] = [
    ("site/composer.json", include_str!("../../assets/deploy/site/composer.json")),
    ("site/.gitignore", include_str!("../../assets/deploy/site/gitignore")),
    ("site/release.sh", include_str!("../../assets/deploy/site/release.sh")),
    ("site/compose.yaml", include_str!("../../assets/deploy/site/compose.yaml")),
    (".github/workflows/check.yml", include_str!("../../assets/deploy/pipeline/check.yml")),
    ("renovate.json", include_str!("../../assets/deploy/pipeline/renovate.json")),
];
/// How its releases reach servers, and containers.
const TO_SERVERS: [(&str, &str); 3] = [
    ("bin/release.sh", include_str!("../../assets/deploy/bin/release.sh")),
    ("pipeline/buildspec.yml", include_str!("../../assets/deploy/pipeline/buildspec.yml")),
    (".github/workflows/deploy.yml", include_str!("../../assets/deploy/pipeline/deploy.yml")),
];
const TO_CONTAINERS: [(&str, &str); 6] = [
    ("bin/release.sh", include_str!("../../assets/deploy/bin/release-image.sh")),
    ("bin/task.sh", include_str!("../../assets/deploy/bin/task.sh")),
    ("container/Dockerfile", include_str!("../../assets/deploy/container/Dockerfile")),
    ("container/push.sh", include_str!("../../assets/deploy/container/push.sh")),
    ("pipeline/buildspec.yml", include_str!("../../assets/deploy/pipeline/buildspec-container.yml")),
    (".github/workflows/deploy.yml", include_str!("../../assets/deploy/pipeline/deploy-container.yml")),
];

pub(super) fn files(site: &Site<'_>, stacks: &[Template]) -> Vec<KitFile> {
    let smoke = if site.ground() == Ground::Export { SMOKE_PAGES } else { SMOKE };
    let mut wanted = vec![ALWAYS, ("bin/smoke.sh", smoke)];
    if site.has_stacks() {
        wanted.extend(WITH_STACKS);
    }
    if site.in_vpc() && (!site.in_containers() || site.is_staged()) {
        wanted.push(("bin/upload-server.sh", include_str!("../../assets/deploy/bin/upload-server.sh")));
    }
    if site.has_database() && !site.in_containers() {
        wanted.push(("bin/create-database-user.sh", include_str!("../../assets/deploy/bin/create-database-user.sh")));
    }
    if site.ground() == Ground::Export {
        wanted.push(("bin/export.sh", include_str!("../../assets/deploy/bin/export.sh")));
    }
    if site.is_released() {
        wanted.extend(RELEASED);
    }
    match site.files() {
        Files::Git => wanted.extend(TO_SERVERS),
        Files::Container => wanted.extend(TO_CONTAINERS),
        Files::Image => wanted.push(("bin/bake.sh", include_str!("../../assets/deploy/bin/bake.sh"))),
        Files::Gluster => {
            wanted.push((
                "bin/create-gluster-volume.sh",
                include_str!("../../assets/deploy/bin/create-gluster-volume.sh"),
            ));
        }
        Files::OnServer | Files::OnEach | Files::Efs | Files::FileServer => {}
    }
    let mut files: Vec<KitFile> = wanted.into_iter().map(|(path, text)| KitFile::new(path, text)).collect();
    if site.has_stacks() {
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
    if site.is_released() {
        line("Owner and name of the repository.", "REPOSITORY", "owner/site");
    }
    if site.on_lightsail() {
        line("Availability Zone of the server.", "ZONE_OF_SERVER", &format!("{}a", site.region().code()));
    }
    if site.ground() == Ground::LightsailPair {
        line("Availability Zone of the other server.", "ZONE_OF_OTHER", &format!("{}b", site.region().code()));
    }
    if site.ground() == Ground::Export {
        line("Addresses people write and export from, with commas between.", "EDITORS", "203.0.113.7/32");
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
