use super::page::Page;
use crate::{
    architecture::EdgeBilling,
    choices::Database,
    deploy::{
        site::{Files, Ground, Site, Tls},
        stacks::alarms,
    },
    units::text,
};

/// Every line has a command that proves it.
pub(super) fn text(site: &Site<'_>) -> String {
    let mut page = Page::titled("Checklist");
    page.say("Each line is done when its command says so. `. ./site.env` first.");
    if site.ground() == Ground::Managed {
        return managed(site);
    }
    let on_aws = site.has_stacks();
    page.heading("Before");
    let mut lines: Vec<(&str, &str)> = vec![("No version is past its end of support", "`bin/check-versions.sh`")];
    if on_aws {
        lines.push(("Tools, account, zone and templates are there", "`bin/preflight.sh`"));
        lines.push(("The account's root user has MFA and no key", "`aws iam get-account-summary --query 'SummaryMap.[AccountMFAEnabled,AccountAccessKeysPresent]'` gives 1 and 0"));
        lines.push(("The hosted zone answers for the name", "`dig +short NS \"${DOMAIN#*.}\"` gives the names of `aws route53 get-hosted-zone --id \"$HOSTED_ZONE\"`; `aws route53 create-hosted-zone` makes one"));
    }
    lines.push((
        "The site was copied and the copy was opened",
        "`runbooks/migrate-in.md`, the lines of two days before",
    ));
    write(&mut page, &lines);
    during(&mut page, site);
    after(&mut page, site);
    page.heading("Every month");
    page.list([
        "`bin/check-versions.sh`: half a year before an end it says so.".to_owned(),
        "A restore: `runbooks/restore-a-file.md`, with a file nobody misses.".to_owned(),
        "The bill against `COSTS.md`.".to_owned(),
    ]);
    page.text
}

fn during(page: &mut Page, site: &Site<'_>) {
    page.heading("During");
    let mut lines: Vec<(&str, &str)> = Vec::new();
    if !site.has_stacks() {
        lines.push(("cloud-init has ended well", "`cloud-init status --wait` says done"));
    } else {
        lines.push(("Every stack is complete", "`aws cloudformation describe-stacks --region \"$REGION\" --query \"Stacks[?starts_with(StackName,'$SITE')].[StackName,StackStatus]\" --output table`"));
    }
    if site.in_vpc() {
        lines.push(("What must survive is protected", "`aws cloudformation describe-stacks --region \"$REGION\" --stack-name \"$SITE-data\" --query 'Stacks[0].EnableTerminationProtection'` gives true"));
        lines.push(("Somebody gets the alarms", "`aws sns list-subscriptions --region \"$REGION\" --query \"Subscriptions[?contains(TopicArn,'$SITE')].SubscriptionArn\"` shows no PendingConfirmation"));
    }
    match (site.has_database(), site.in_containers()) {
        (true, true) => {
            lines.push(("WordPress has a user of its own", "`bin/task.sh database-user` says that it is ready"))
        }
        (true, false) => {
            lines.push(("WordPress has a user of its own", "`bin/create-database-user.sh` says that it is ready"))
        }
        (false, _) => {}
    }
    if matches!(site.design().database, Database::Lightsail | Database::LightsailHa) {
        lines.push(("Each server knows the database", "in its browser console, `sudo /usr/local/share/wordpress/tell-database.sh HOST`, with what `aws lightsail get-relational-database --relational-database-name \"$SITE-database\" --query relationalDatabase.masterEndpoint.address` and `aws lightsail get-relational-database-master-user-password --relational-database-name \"$SITE-database\"` say"));
    }
    if site.ground() == Ground::LightsailPair {
        lines.push(("The certificate is proved", "the records of `aws lightsail get-load-balancer-tls-certificates --load-balancer-name \"$SITE-web\" --query 'tlsCertificates[0].domainValidationRecords'` are in DNS, and its status is ISSUED; then `CertificateAttached` becomes `true` in `parameters/production.json` and `bin/deploy.sh` runs again"));
        lines.push(("The name leads to the load balancer", "a CNAME to `aws lightsail get-load-balancer --load-balancer-name \"$SITE-web\" --query loadBalancer.dnsName`, where CloudFront does not answer it"));
    }
    if site.tls() == Tls::Here {
        lines.push(("The server has its certificate", "on it, `sudo systemctl start certificate.service`, once its name leads there; `openssl x509 -in /etc/wordpress/tls/fullchain.pem -noout -issuer` then names the authority"));
    }
    lines.push((
        "A new site is installed; one that moves here brings its database instead",
        if site.in_containers() {
            "`bin/task.sh install \"Title\" editor@example.org` says the password once; it is in the log group until then, so change it"
        } else {
            "on a web server, `sudo -u www-data php /usr/local/share/wordpress/install-site.php \"Title\" editor@example.org` says the password once"
        },
    ));
    match site.files() {
        Files::Git | Files::Container => {
            lines.push(("The pipeline may read the repository", "`aws codeconnections list-connections --region \"$REGION\" --query 'Connections[].[ConnectionName,ConnectionStatus]'` gives AVAILABLE; a new one is PENDING until somebody agrees in the console"));
            lines.push(("A release is there", "`bin/release.sh` lists one"));
        }
        Files::Image => lines.push((
            "An image was baked",
            "`aws ssm get-parameter --region \"$REGION\" --name \"/$SITE/web-image\" --query Parameter.Value`",
        )),
        Files::Gluster => lines.push((
            "The volume is started",
            "`bin/create-gluster-volume.sh`, then `gluster volume status site` on a file server",
        )),
        Files::OnServer | Files::OnEach | Files::Efs | Files::FileServer => {}
    }
    write(page, &lines);
}

fn after(page: &mut Page, site: &Site<'_>) {
    page.heading("After");
    let mut lines: Vec<(&str, &str)> =
        vec![("Readers, editors and attackers get what they should", "`bin/smoke.sh \"https://$DOMAIN\"`")];
    if site.has_bucket() && site.in_vpc() {
        lines.push((
            "An upload is in the bucket",
            "upload a picture, then `aws s3 ls --recursive \"s3://$(bin/output.sh data MediaBucket)/\"` lists it",
        ));
        lines.push((
            "Nobody reads the bucket by its own name",
            "`curl -sI \"https://$(bin/output.sh data MediaBucketDomain)/wp-content/uploads/\"` gives 403",
        ));
    }
    if site.in_vpc() {
        lines.push((
            "Mail leaves the sandbox",
            "`aws sesv2 get-account --region \"$REGION\" --query ProductionAccessEnabled` gives true",
        ));
        lines.push(("Mail is signed", "`aws sesv2 get-email-identity --region \"$REGION\" --email-identity \"$DOMAIN\" --query DkimAttributes.Status` gives SUCCESS"));
    }
    if site.ground() == Ground::Export {
        lines.push((
            "Nobody reads the bucket by its own name",
            "`curl -sI \"https://$(bin/output.sh pages PagesBucketDomain)/pages/index.html\"` gives 403",
        ));
        lines.push((
            "Readers never reach WordPress",
            "`curl -sI --max-time 5 \"https://edit.$DOMAIN/\"` from an address that is not in EDITORS gives no answer",
        ));
    }
    if site.is_alone() {
        lines.push((
            "A lost server is replaced",
            "`runbooks/lose-a-zone.md` has the command that ends one; `bin/smoke.sh` passes some minutes later",
        ));
    }
    match site.edge() {
        Some(EdgeBilling::FlatRate(_)) => lines
            .push(("The flat-rate plan is active", "the CloudFront console shows the plan beside the distribution")),
        Some(EdgeBilling::PayAsYouGo) | None => {}
    }
    if site.edge().is_some() {
        lines.push(("After two weeks, where there is one: the firewall blocks", "counts of `AWSManagedRulesCommonRuleSet` were read in the WAF console, then `Count` became `None` in `cloudformation/40-edge.yaml`"));
    }
    write(page, &lines);
    let alarms = alarms::all(site);
    if site.in_vpc() && !alarms.is_empty() {
        page.say(&format!("{} tell the operator, each with its runbook:", text::counted(alarms.len() as f64, "alarm")));
        page.list(
            alarms.iter().map(|alarm| {
                format!("`{}`: {}, `runbooks/{}.md`", alarm.id, text::capital(&alarm.what), alarm.runbook)
            }),
        );
    }
}

/// What to ask a host before anything is signed, and what to look at once the site is there.
fn managed(site: &Site<'_>) -> String {
    let mut page = Page::titled("Checklist");
    page.say("Each line is done when what stands behind it is so.");
    page.heading("Before anything is signed");
    let workers = format!(
        "{} at once are counted with here; the host's answer is in writing",
        text::counted(f64::from(site.workers()), "PHP worker")
    );
    write(
        &mut page,
        &[
            ("How many PHP workers does the plan have", &workers),
            (
                "How are visits counted, and what do more of them cost",
                "bots are in or out, in writing; the bill's high end is still bearable",
            ),
            ("Which plugins are banned", "none of the site's is on the list, or another does its work"),
            (
                "Where is the data centre",
                "near the readers, and where the law wants it; the processing agreement is there to sign",
            ),
            ("How long are backups kept, and can you take one along", "a copy was downloaded and opened"),
            ("Is there staging", "a push of files without the database is possible"),
            ("Is there SSH, WP-CLI and Git", "needed where developers deploy"),
            ("How does one leave", "`runbooks/leave-the-host.md` was read"),
        ],
    );
    page.heading("The move");
    write(&mut page, &[("By the hour", "`runbooks/migrate-in.md`")]);
    page.heading("After");
    write(
        &mut page,
        &[
            ("Readers get HTTPS", "`curl -sI http://www.example.org/` leads to https"),
            ("Pages are cached", "`curl -sI https://www.example.org/` twice: the host's cache header says hit"),
            ("Personal pages are not", "signed in, the same page shows the toolbar"),
            (
                "xmlrpc.php is refused",
                "`curl -s -o /dev/null -w '%{http_code}' https://www.example.org/xmlrpc.php` gives 403 or 405",
            ),
            ("Mail arrives", "a form's mail passes SPF and DKIM"),
            ("Jobs run", "Site Health says that scheduled events are on time"),
            ("A restore works", "once onto staging, with `runbooks/restore-everything.md`"),
        ],
    );
    page.heading("Every month");
    page.list([
        "Visits and workers against the plan: the panel shows both.",
        "Plugins: updated, and those nobody needs removed.",
        "A copy of one's own: downloaded, kept elsewhere.",
    ]);
    page.text
}

fn write(page: &mut Page, lines: &[(&str, &str)]) {
    page.list(lines.iter().map(|(what, proof)| format!("[ ] {what}: {proof}.")));
}
