use super::page::Page;
use crate::{
    choices::Database,
    deploy::{
        file::KitFile,
        site::{Files, Ground, Site},
    },
    units::{Minutes, text},
};

/// A text of `assets/deploy/runbooks`.
macro_rules! text_of {
    ($name:literal) => {
        include_str!(concat!("../../../assets/deploy/runbooks/", $name, ".md"))
    };
}

/// Runbooks: what happened, who acts, how long it takes on this site, then what to do, how to see that it worked and how to go back.
pub(super) fn all(site: &Site<'_>) -> Vec<KitFile> {
    let recovery = &site.assessment.recovery;
    let copies = by_hand(recovery.spoiled.time(), recovery.spoiled.point);
    let lost = format!("{}; {}", recovery.zone.way, by_hand(recovery.zone.time(), recovery.zone.point));
    let owner = "The operator, with the owner's word";
    let spoiled = "Data was spoiled, or the server is lost";
    let changed = "A plugin or theme is added or updated";
    if site.ground() == Ground::Managed {
        return vec![
            book("restore-everything", spoiled, owner, &copies, text_of!("restore-everything.managed")),
            book(
                "deploy-plugins-and-themes",
                changed,
                deployer(site),
                "half an hour with the looking",
                text_of!("deploy-plugins-and-themes.managed"),
            ),
            book("leave-the-host", "Another host is chosen", owner, "a day", text_of!("tear-down.managed")),
            migrate(site, text_of!("migrate-in.managed")),
        ];
    }
    let by_itself = site.is_group() || site.is_alone() || site.ground() == Ground::LightsailPair;
    vec![
        book(
            "restore-a-file",
            "A file was deleted or spoiled",
            "The operator",
            "minutes, once somebody is there",
            restore_file(site),
        ),
        book("restore-everything", spoiled, owner, &copies, restore_all(site)),
        book(
            "lose-a-zone",
            "An Availability Zone does not answer",
            if by_itself { "Nobody, then the operator" } else { "The operator" },
            &lost,
            lose_zone(site),
        ),
        book("deploy-plugins-and-themes", changed, deployer(site), "half an hour with the looking", deploy(site)),
        book("roll-back", "A change has broken something", deployer(site), "one to ten minutes", roll_back(site)),
        book(
            "rotate-credentials",
            "Somebody has left, or a secret was seen",
            "The operator",
            "half an hour",
            rotate(site),
        ),
        book(
            "scale-up",
            "It is slow, or a busy day is known",
            "The operator",
            "minutes for web servers, a quarter of an hour for the rest",
            &scale_up(site),
        ),
        book(
            "update-wordpress",
            "WordPress or a plugin has a new version, or a hole is in the news",
            deployer(site),
            "hours from notice to live, not days",
            if site.is_released() { text_of!("update-wordpress.git") } else { text_of!("update-wordpress.admin") },
        ),
        book(
            "tear-down",
            "The site ends, or this kit does",
            owner,
            "an hour",
            if site.in_vpc() { text_of!("tear-down.vpc") } else { text_of!("tear-down.one") },
        ),
        migrate(site, text_of!("migrate-in")),
    ]
}

/// How long somebody takes, and what is gone afterwards.
fn by_hand(minutes: Minutes, point: Minutes) -> String {
    if point == Minutes::ZERO {
        return format!("about {minutes}, and nothing that was written is lost");
    }
    format!("about {minutes}; what was written in the last {point} before is lost")
}

fn book(name: &str, when: &str, who: &str, how_long: &str, body: &str) -> KitFile {
    let title = name.replace('-', " ");
    let mut page = Page::titled(&text::capital(&title));
    page.table(["when", "who", "how long"], [[when.to_owned(), who.to_owned(), how_long.to_owned()]]);
    page.say(body.trim_end());
    KitFile::new(format!("runbooks/{name}.md"), page.text)
}

/// Moving in, with the sizes of this client: a line of 50 Mbit/s carries 20 GB an hour.
fn migrate(site: &Site<'_>, body: &str) -> KitFile {
    const GB_AN_HOUR: f64 = 20.0;
    let demand = site.demand();
    let (media, database) = (demand.media.value(), demand.database.value());
    let hours = |gb: f64| Minutes::new((gb / GB_AN_HOUR * 60.0).max(5.0));
    let how_long = format!(
        "media {} GB: {} at 50 Mbit/s; database {} GiB: {} frozen, loading and looking included",
        text::grouped(media),
        hours(media),
        text::trimmed(database, 1),
        hours(database * 3.0) + Minutes::new(30.0),
    );
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
        Files::Git | Files::Container => "A developer",
        Files::Image => "Whoever looks after staging",
        Files::OnEach => "The operator",
        Files::OnServer | Files::Efs | Files::FileServer | Files::Gluster => "Whoever may change plugins in wp-admin",
    }
}

fn restore_file(site: &Site<'_>) -> &'static str {
    if site.has_bucket() && site.in_vpc() {
        text_of!("restore-a-file.s3")
    } else if site.in_vpc() {
        text_of!("restore-a-file.backup")
    } else {
        text_of!("restore-a-file.server")
    }
}

fn restore_all(site: &Site<'_>) -> &'static str {
    match site.design().database {
        Database::Aurora | Database::AuroraServerless => text_of!("restore-everything.aurora"),
        Database::RdsSingle | Database::RdsMultiAz => text_of!("restore-everything.rds"),
        Database::Lightsail | Database::LightsailHa => text_of!("restore-everything.lightsail"),
        Database::Server => text_of!("restore-everything.server"),
    }
}

fn lose_zone(site: &Site<'_>) -> &'static str {
    match site.ground() {
        Ground::Group => text_of!("lose-a-zone.group"),
        Ground::Containers => text_of!("lose-a-zone.container"),
        Ground::GroupOfOne => text_of!("lose-a-zone.alone"),
        Ground::LightsailPair => text_of!("lose-a-zone.pair"),
        Ground::Export => text_of!("lose-a-zone.export"),
        Ground::Elsewhere | Ground::Managed | Ground::Lightsail | Ground::Instance => text_of!("lose-a-zone.one"),
    }
}

fn rotate(site: &Site<'_>) -> &'static str {
    match site.design().database {
        Database::Lightsail | Database::LightsailHa => text_of!("rotate-credentials.lightsail"),
        Database::Server => text_of!("rotate-credentials.server"),
        Database::RdsSingle | Database::RdsMultiAz | Database::Aurora | Database::AuroraServerless
            if site.in_containers() =>
        {
            text_of!("rotate-credentials.container")
        }
        Database::RdsSingle | Database::RdsMultiAz | Database::Aurora | Database::AuroraServerless => {
            text_of!("rotate-credentials.vpc")
        }
    }
}

fn scale_up(site: &Site<'_>) -> String {
    let web = match site.ground() {
        Ground::Group => text_of!("scale-up.web"),
        Ground::Containers => text_of!("scale-up.container"),
        Ground::Instance | Ground::GroupOfOne => text_of!("scale-up.alone"),
        Ground::LightsailPair => return text_of!("scale-up.pair").to_owned(),
        Ground::Elsewhere | Ground::Managed | Ground::Lightsail | Ground::Export => {
            return text_of!("scale-up.one").to_owned();
        }
    };
    format!("{web}{}", text_of!("scale-up.vpc"))
}

fn deploy(site: &Site<'_>) -> &'static str {
    match site.files() {
        Files::Git => text_of!("deploy-plugins-and-themes.git"),
        Files::Container => text_of!("deploy-plugins-and-themes.container"),
        Files::Image => text_of!("deploy-plugins-and-themes.image"),
        Files::OnEach => text_of!("deploy-plugins-and-themes.each"),
        Files::OnServer if site.ground() == Ground::Export => text_of!("deploy-plugins-and-themes.export"),
        Files::OnServer | Files::Efs | Files::FileServer | Files::Gluster => {
            text_of!("deploy-plugins-and-themes.admin")
        }
    }
}

fn roll_back(site: &Site<'_>) -> &'static str {
    match site.files() {
        Files::Git | Files::Container => text_of!("roll-back.git"),
        Files::Image => text_of!("roll-back.image"),
        Files::OnEach => text_of!("roll-back.each"),
        Files::OnServer if site.ground() == Ground::Export => text_of!("roll-back.export"),
        Files::OnServer | Files::Efs | Files::FileServer | Files::Gluster => text_of!("roll-back.admin"),
    }
}
