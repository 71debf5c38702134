use super::page::Page;
use crate::{
    architecture::EdgeBilling,
    deploy::site::{Files, Ground},
    deploy::{site::Site, stacks::alarms},
    units::text,
};

/// Every line has a command that proves it.
pub(super) fn text(site: &Site<'_>) -> String {
    let mut page = Page::titled("Checklist");
    page.say("Each line is done when its command says so. `. ./site.env` first.");
    let on_aws = site.ground() != Ground::Elsewhere;
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
    if site.ground() == Ground::Elsewhere {
        lines.push(("cloud-init has ended well", "`cloud-init status --wait` says done"));
    } else {
        lines.push(("Every stack is complete", "`aws cloudformation describe-stacks --region \"$REGION\" --query \"Stacks[?starts_with(StackName,'$SITE')].[StackName,StackStatus]\" --output table`"));
    }
    if site.in_vpc() {
        lines.push(("What must survive is protected", "`aws cloudformation describe-stacks --region \"$REGION\" --stack-name \"$SITE-data\" --query 'Stacks[0].EnableTerminationProtection'` gives true"));
        lines.push(("Somebody gets the alarms", "`aws sns list-subscriptions --region \"$REGION\" --query \"Subscriptions[?contains(TopicArn,'$SITE')].SubscriptionArn\"` shows no PendingConfirmation"));
    }
    if site.has_database() {
        lines.push(("WordPress has a user of its own", "`bin/create-database-user.sh` says that it is ready"));
    }
    lines.push((
        "A new site is installed; one that moves here brings its database instead",
        "on a web server, `sudo -u www-data php /usr/local/share/wordpress/install-site.php \"Title\" editor@example.org` says the password once",
    ));
    match site.files() {
        Files::Git => {
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
        Files::OnServer | Files::Efs | Files::FileServer => {}
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
    match site.edge() {
        Some(EdgeBilling::FlatRate(_)) => lines
            .push(("The flat-rate plan is active", "the CloudFront console shows the plan beside the distribution")),
        Some(EdgeBilling::PayAsYouGo) | None => {}
    }
    if site.edge().is_some() {
        lines.push(("After two weeks: the firewall blocks", "counts of `AWSManagedRulesCommonRuleSet` were read in the WAF console, then `Count` became `None` in `cloudformation/40-edge.yaml`"));
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

fn write(page: &mut Page, lines: &[(&str, &str)]) {
    page.list(lines.iter().map(|(what, proof)| format!("[ ] {what}: {proof}.")));
}
