use super::page::Page;
use crate::{
    choices::Database,
    deploy::site::{Files, Ground},
    deploy::{file::KitFile, site::Site},
    units::Minutes,
};

/// Runbooks: what happened, who acts, how long it takes on this site, then what to do, how to see that it worked and how to go back.
pub(super) fn all(site: &Site<'_>) -> Vec<KitFile> {
    let recovery = &site.assessment.recovery;
    let by_hand = |minutes: Minutes, point: Minutes| {
        format!("about {minutes}, of which what was written in the last {point} is lost")
    };
    let copies = by_hand(recovery.spoiled.time(), recovery.spoiled.point);
    let lost = format!("{}; {}", recovery.zone.way, by_hand(recovery.zone.time(), recovery.zone.point));
    let vpc = site.in_vpc();
    let mut all = vec![
        book(
            "restore-a-file",
            "A file was deleted or spoiled",
            "The operator",
            "minutes, once somebody is there",
            restore_file(site),
        ),
        book(
            "restore-everything",
            "Data was spoiled, or the server is lost",
            "The operator, with the owner's word",
            &copies,
            restore_all(site),
        ),
        book(
            "lose-a-zone",
            "An Availability Zone does not answer",
            if site.is_group() { "Nobody, then the operator" } else { "The operator" },
            &lost,
            if site.is_group() {
                include_str!("../../../assets/deploy/runbooks/lose-a-zone.group.md")
            } else {
                include_str!("../../../assets/deploy/runbooks/lose-a-zone.one.md")
            },
        ),
        book(
            "deploy-plugins-and-themes",
            "A plugin or theme is added or updated",
            deployer(site),
            "half an hour with the looking",
            deploy(site),
        ),
        book("roll-back", "A change has broken something", deployer(site), "one to ten minutes", roll_back(site)),
        book(
            "rotate-credentials",
            "Somebody has left, or a secret was seen",
            "The operator",
            "half an hour",
            if site.has_database() {
                include_str!("../../../assets/deploy/runbooks/rotate-credentials.vpc.md")
            } else {
                include_str!("../../../assets/deploy/runbooks/rotate-credentials.server.md")
            },
        ),
        book(
            "scale-up",
            "It is slow, or a busy day is known",
            "The operator",
            "minutes for web servers, a quarter of an hour for the rest",
            if vpc {
                include_str!("../../../assets/deploy/runbooks/scale-up.vpc.md")
            } else {
                include_str!("../../../assets/deploy/runbooks/scale-up.one.md")
            },
        ),
        book(
            "update-wordpress",
            "WordPress or a plugin has a new version, or a hole is in the news",
            deployer(site),
            "hours from notice to live, not days",
            if site.files() == Files::Git {
                include_str!("../../../assets/deploy/runbooks/update-wordpress.git.md")
            } else {
                include_str!("../../../assets/deploy/runbooks/update-wordpress.admin.md")
            },
        ),
        book(
            "tear-down",
            "The site ends, or this kit does",
            "The operator, with the owner's word",
            "an hour",
            if vpc {
                include_str!("../../../assets/deploy/runbooks/tear-down.vpc.md")
            } else {
                include_str!("../../../assets/deploy/runbooks/tear-down.one.md")
            },
        ),
    ];
    all.push(migrate(site));
    all
}

fn book(name: &str, when: &str, who: &str, how_long: &str, body: &str) -> KitFile {
    let title = name.replace('-', " ");
    let mut page = Page::titled(&crate::units::text::capital(&title));
    page.table(["when", "who", "how long"], [[when.to_owned(), who.to_owned(), how_long.to_owned()]]);
    page.say(body.trim_end());
    KitFile::new(format!("runbooks/{name}.md"), page.text)
}

/// Moving in, with the sizes of this client: a line of 50 Mbit/s carries 20 GB an hour.
fn migrate(site: &Site<'_>) -> KitFile {
    const GB_AN_HOUR: f64 = 20.0;
    let demand = site.demand();
    let (media, database) = (demand.media.value(), demand.database.value());
    let hours = |gb: f64| Minutes::new((gb / GB_AN_HOUR * 60.0).max(5.0));
    let how_long = format!(
        "media {} GB: {} at 50 Mbit/s; database {} GiB: {} frozen, loading and looking included",
        crate::units::text::grouped(media),
        hours(media),
        crate::units::text::trimmed(database, 1),
        hours(database * 3.0) + Minutes::new(30.0),
    );
    let body = include_str!("../../../assets/deploy/runbooks/migrate-in.md");
    book(
        "migrate-in",
        "The site moves here from where it runs today",
        "The operator, the editors, whoever owns the names",
        &how_long,
        body,
    )
}

fn deployer(site: &Site<'_>) -> &'static str {
    match site.files() {
        Files::Git => "A developer",
        Files::Image => "Whoever looks after staging",
        Files::OnServer | Files::Efs | Files::FileServer | Files::Gluster => "Whoever may change plugins in wp-admin",
    }
}

fn restore_file(site: &Site<'_>) -> &'static str {
    if site.has_bucket() && site.in_vpc() {
        include_str!("../../../assets/deploy/runbooks/restore-a-file.s3.md")
    } else if site.in_vpc() {
        include_str!("../../../assets/deploy/runbooks/restore-a-file.backup.md")
    } else {
        include_str!("../../../assets/deploy/runbooks/restore-a-file.server.md")
    }
}

fn restore_all(site: &Site<'_>) -> &'static str {
    match (site.design().database, site.ground()) {
        (Database::Aurora, _) => include_str!("../../../assets/deploy/runbooks/restore-everything.aurora.md"),
        (Database::RdsSingle | Database::RdsMultiAz, Ground::Group | Ground::Instance) => {
            include_str!("../../../assets/deploy/runbooks/restore-everything.rds.md")
        }
        (
            Database::RdsSingle | Database::RdsMultiAz | Database::Server | Database::Lightsail | Database::LightsailHa,
            _,
        ) => {
            include_str!("../../../assets/deploy/runbooks/restore-everything.server.md")
        }
    }
}

fn deploy(site: &Site<'_>) -> &'static str {
    match site.files() {
        Files::Git => include_str!("../../../assets/deploy/runbooks/deploy-plugins-and-themes.git.md"),
        Files::Image => include_str!("../../../assets/deploy/runbooks/deploy-plugins-and-themes.image.md"),
        Files::OnServer | Files::Efs | Files::FileServer | Files::Gluster => {
            include_str!("../../../assets/deploy/runbooks/deploy-plugins-and-themes.admin.md")
        }
    }
}

fn roll_back(site: &Site<'_>) -> &'static str {
    match site.files() {
        Files::Git => include_str!("../../../assets/deploy/runbooks/roll-back.git.md"),
        Files::Image => include_str!("../../../assets/deploy/runbooks/roll-back.image.md"),
        Files::OnServer | Files::Efs | Files::FileServer | Files::Gluster => {
            include_str!("../../../assets/deploy/runbooks/roll-back.admin.md")
        }
    }
}
