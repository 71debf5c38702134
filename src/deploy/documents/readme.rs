use super::page::Page;
use crate::{
    deploy::{
        proofs::{NOT_PROVED, PROVED},
        site::{Files, Ground, Site, Tls},
        stacks::edge,
        template::Template,
    },
    questionnaire::{DataLoss, WorkInTotal},
    report::facts,
    units::text,
    workload::Case,
};

/// What the kit builds, what that costs, what to do first, and how to remove it again.
pub(super) fn text(site: &Site<'_>, stacks: &[Template]) -> String {
    let hosting = site.assessment.hosting;
    let mut page = Page::titled(&format!("{}: the kit", hosting.name));
    page.say(
        "**This kit was never run against AWS itself.** What was proved without AWS, and what was not, is said at the end. \
         Read the change sets before you agree to them, and try it in an account of its own first.",
    );
    builds(&mut page, site, stacks);
    costs(&mut page, site);
    steps(&mut page, site);
    leaves_out(&mut page, site);
    proved(&mut page, site);
    page.heading("How to remove it");
    page.say(if site.ground() == Ground::Managed {
        "`runbooks/leave-the-host.md` says how to leave with everything."
    } else {
        "`runbooks/tear-down.md` has the order, what stays on purpose, and what that costs."
    });
    page.text
}

fn builds(page: &mut Page, site: &Site<'_>, stacks: &[Template]) {
    page.heading("What it builds");
    page.say(&format!("{}.", site.assessment.hosting.summary));
    page.table(
        ["part", "size", "what for"],
        site.assessment
            .architecture
            .components
            .iter()
            .filter(|component| !matches!(component.service, crate::architecture::Service::Readers))
            .map(|component| [component.name().to_owned(), component.size.clone(), component.role.clone()]),
    );
    if !stacks.is_empty() {
        page.say("In these stacks, one for each file in `cloudformation/`:");
        page.table(
            ["stack", "what is in it", "resources"],
            stacks
                .iter()
                .map(|stack| [stack.name.to_owned(), stack.description.clone(), stack.resources.len().to_string()]),
        );
    }
    page.say("How each size was arrived at:");
    page.list(site.assessment.architecture.sizing.iter().map(|reason| text::sentence(reason)));
}

fn costs(page: &mut Page, site: &Site<'_>) {
    page.heading("What it costs");
    let monthly = |case| site.assessment.monthly(case, WorkInTotal::Apart);
    let more = site.assessment.bill(Case::Typical).more();
    page.say(&format!(
        "{}{more} a month is expected, {} to {} between a quiet and a busy one, before tax and without people's hours. `COSTS.md` has every line.",
        monthly(Case::Typical),
        monthly(Case::Low),
        monthly(Case::High),
    ));
    let work = &site.assessment.operations;
    let setup = &site.assessment.hosting.setup;
    page.say(&format!(
        "Setting it up takes about {} hours ({} to {}), running it {} hours a month ({} to {}).",
        text::trimmed(setup.typical.value(), 0),
        text::trimmed(setup.low.value(), 0),
        text::trimmed(setup.high.value(), 0),
        text::trimmed(work.typical.value(), 1),
        text::trimmed(work.low.value(), 1),
        text::trimmed(work.high.value(), 1),
    ));
}

fn steps(page: &mut Page, site: &Site<'_>) {
    page.heading("How to build it");
    match site.ground() {
        Ground::Managed => page.say("There is nothing to build: the host does that. `CHECKLIST.md` has what to ask before anything is signed, and what to prove afterwards; `runbooks/migrate-in.md` has the move by the hour."),
        Ground::Elsewhere => {
            page.say("Edit the three lines of `stack.env` in `cloud-init.yaml`, order the server with that file as its user data, and point the name at it. Then, on the server, the certificate:");
            page.code("sudo bash -c '. /etc/wordpress/stack.env; export DOMAIN OPERATOR_EMAIL; /opt/wordpress/server/bin/certificate.sh'\nbin/smoke.sh https://www.example.org");
        }
        Ground::Lightsail
        | Ground::LightsailPair
        | Ground::Export
        | Ground::Instance
        | Ground::GroupOfOne
        | Ground::Group
        | Ground::Containers => {
            page.say("Edit `site.env`: the name, who is told, the hosted zone. Nothing secret goes in there. Then:");
            let mut commands = String::from("bin/check-versions.sh\nbin/preflight.sh\nbin/deploy.sh\n");
            match site.files() {
                Files::Gluster => commands.push_str("bin/create-gluster-volume.sh\n"),
                Files::Image => commands.push_str("bin/bake.sh\n"),
                Files::OnServer
                | Files::OnEach
                | Files::Efs
                | Files::FileServer
                | Files::Git
                | Files::Container => {}
            }
            match (site.has_database(), site.in_containers()) {
                (true, true) => commands.push_str("bin/task.sh database-user\n"),
                (true, false) => commands.push_str("bin/create-database-user.sh\n"),
                (false, _) => {}
            }
            if site.ground() == Ground::Export {
                commands.push_str("bin/export.sh\n");
            }
            commands.push_str("bin/smoke.sh https://www.example.org\n");
            page.code(&commands);
        }
    }
    page.say("`CHECKLIST.md` says what to prove before, during and after, and by which command.");
}

/// What an engineer would otherwise find out at night.
fn leaves_out(page: &mut Page, site: &Site<'_>) {
    page.heading("What it does not do");
    if site.ground() == Ground::Managed {
        page.list([
            "It sets nothing up at the host, and knows no host's panel: names of buttons differ, what to look for does not.",
            "It builds nothing on AWS: there is no template in it.",
        ]);
        return;
    }
    let mut items = vec![
        "It sends no mail by itself: mail goes by Amazon SES and a plugin that uses the server's role, and a new account has to leave the SES sandbox first.".to_owned(),
    ];
    match site.files() {
        Files::FileServer => items.insert(0, "**The file server is a single point of failure.** When it is gone, so is the site, however many web servers there are.".to_owned()),
        Files::Gluster => items.insert(0, "**GlusterFS is past its vendor's end**: Red Hat ended its product on 2024-12-31, and Amazon Linux has no package, so these servers run Debian.".to_owned()),
        Files::OnServer | Files::OnEach | Files::Efs | Files::Git | Files::Image | Files::Container => {}
    }
    if site.edge().is_none() && site.has_stacks() {
        items.push("There is no firewall (AWS WAF) before it: the design has no CloudFront. The log-in page is limited by nginx on each server.".to_owned());
    }
    if matches!(site.edge(), Some(crate::architecture::EdgeBilling::PayAsYouGo)) {
        items.push("It builds no firewall (AWS WAF) unless `ChooseFirewall` is `true` in `parameters/production.json`; `COSTS.md` says what that adds.".to_owned());
    }
    if site.has_other_network() {
        items.push("The other network is set up by hand, in its console: the site and its names, TLS to the origin with the certificate checked (\"full, strict\"), and the record that proves the certificate to AWS.".to_owned());
        items.push("The servers can be reached around it by their own address; let in its published addresses alone once they are known to be right.".to_owned());
    }
    if edge::needs_origin_name(site) && site.on_lightsail() {
        items.push("The server can be reached around CloudFront by its own name, `origin.` and the site's: Lightsail has no way to let CloudFront alone in.".to_owned());
    }
    if site.on_lightsail() && site.has_bucket() {
        items.push("A Lightsail instance takes no role: its bucket is Lightsail's own, which lets the instance in without a key. It lets no CloudFront of yours in, so what lies there can be read by whoever knows its name, as on the site. Nothing but media belongs there.".to_owned());
    }
    for lack in of_form(site) {
        items.push((*lack).to_owned());
    }
    if matches!(site.edge(), Some(crate::architecture::EdgeBilling::FlatRate(_))) {
        items.push("The flat-rate plan is subscribed to in the CloudFront console, once the distribution is there; until then use is paid.".to_owned());
    }
    if site.in_vpc() && site.edge().is_some() {
        items.push(
            "Some zones take no VPC origin yet; if CloudFormation says so, choose other zones in `10-network.yaml`."
                .to_owned(),
        );
    }
    if site.tls() == Tls::Before && site.is_group() {
        items.push("Between load balancer and servers it is HTTP, inside the network.".to_owned());
    }
    if site.in_vpc() {
        let asked = site.advice.answers.data_loss < DataLoss::Day;
        let advice = if asked { " Your answers allow less than a day to be lost, so do it." } else { "" };
        items.push(format!("Nothing is copied to a second Region, nor out of reach of whoever can delete in this one. Make a vault in another Region (`aws backup create-backup-vault`), name its ARN as `CopyVault` in `parameters/production.json`, and database, media and files are copied there daily, for 35 days, at the price of their storage.{advice}"));
    }
    page.list(items);
}

/// What is particular to a form.
fn of_form(site: &Site<'_>) -> &'static [&'static str] {
    match site.ground() {
        Ground::LightsailPair => &[
            "Nothing brings a change to both servers by itself: `runbooks/deploy-plugins-and-themes.md` has the order. A lost server is replaced by hand.",
            "Both servers can be reached around the load balancer by HTTP: Lightsail has no way to let it alone in.",
        ],
        Ground::Export => &[
            "Nothing exports by itself after a change: an editor, or a timer on a machine that is signed in to AWS, runs `bin/export.sh`. A Lightsail server takes no role, and a key on it would be one to lose.",
            "Search, comments and forms do not work on exported pages; each needs a service of its own.",
        ],
        Ground::GroupOfOne => &[
            "A replacement takes some minutes, in which the site is down. A PHP that hangs while its machine runs is not noticed.",
            "Auto Scaling may replace the server at any time: what is not on the shared files or in the database is gone with it.",
        ],
        Ground::Containers => &[
            "There is no way into a container: what has to be done once is a task of its own (`bin/task.sh`).",
            "No container was ever built or started by a test: there was no registry to take its base from.",
        ],
        Ground::Elsewhere | Ground::Managed | Ground::Lightsail | Ground::Instance | Ground::Group => &[],
    }
}

fn proved(page: &mut Page, site: &Site<'_>) {
    page.heading("What was proved, and what not");
    if site.ground() == Ground::Managed {
        page.say("Nothing of it can be proved by a test: it is a list for people.");
        page.say(&facts::disclaimer(site.advice));
        return;
    }
    page.say("Proved, by `cargo xtask test kit` of Groundplan:");
    page.list(PROVED.map(text::sentence));
    page.say("Not proved:");
    page.list(NOT_PROVED.map(text::sentence));
    page.say("`bin/smoke.sh` asks the live site the questions that the tests ask.");
    page.say(&facts::disclaimer(site.advice));
}
