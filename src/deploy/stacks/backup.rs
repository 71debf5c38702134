//! AWS Backup of what lies on disks and file systems: daily, restored once a month to prove it. Databases and buckets keep
//! their own history.

use serde_json::{Value, json};

use super::roles;
use crate::{
    choices::Database,
    deploy::{
        site::{Files, Site},
        template::{Keep, Parameter, Resource, Template, attribute, reference, sub},
    },
};

/// Days a copy is kept: as drawn for a single server, as long as AWS Backup's own default plan for shared files.
pub(in crate::deploy) const fn kept(files: Files) -> u32 {
    match files {
        Files::OnServer | Files::OnEach => 7,
        Files::Efs | Files::FileServer | Files::Gluster | Files::Git | Files::Image | Files::Container => 35,
    }
}

pub(super) fn add(stack: &mut Template, site: &Site<'_>) {
    stack.add(
        Resource::new(
            "Vault",
            "AWS::Backup::BackupVault",
            json!({"BackupVaultName": sub("${Site}"), "EncryptionKeyArn": reference("KeyArn")}),
        )
        .keep(Keep::Itself),
    );
    stack.add(Resource::new(
        "BackupPlan",
        "AWS::Backup::BackupPlan",
        json!({"BackupPlan": {
            "BackupPlanName": sub("${Site}"),
            "BackupPlanRule": [{
                "RuleName": "daily",
                "TargetBackupVault": reference("Vault"),
                "ScheduleExpression": "cron(0 2 * * ? *)",
                "StartWindowMinutes": 60,
                "CompletionWindowMinutes": 480,
                "Lifecycle": {"DeleteAfterDays": kept(site.files())},
            }],
        }}),
    ));
    stack.add(role("BackupRole", &["Backup", "Restores"]));
    stack.add(Resource::new(
        "BackedUp",
        "AWS::Backup::BackupSelection",
        json!({
            "BackupPlanId": reference("BackupPlan"),
            "BackupSelection": {
                "SelectionName": "daily",
                "IamRoleArn": attribute("BackupRole", "Arn"),
                "Resources": ["*"],
                "Conditions": {"StringEquals": [
                    {"ConditionKey": "aws:ResourceTag/Backup", "ConditionValue": "daily"},
                    {"ConditionKey": "aws:ResourceTag/Site", "ConditionValue": reference("Site")},
                ]},
            },
        }),
    ));
    stack.add(Resource::new(
        "RestoreTest",
        "AWS::Backup::RestoreTestingPlan",
        json!({
            "RestoreTestingPlanName": "monthly",
            "ScheduleExpression": "cron(0 5 1 * ? *)",
            "StartWindowHours": 8,
            "RecoveryPointSelection": {
                "Algorithm": "LATEST_WITHIN_WINDOW",
                "RecoveryPointTypes": ["SNAPSHOT"],
                "IncludeVaults": [attribute("Vault", "BackupVaultArn")],
                "SelectionWindowDays": 2,
            },
        }),
    ));
    let kind = match site.files() {
        Files::Efs => "EFS",
        Files::FileServer | Files::Gluster => "EBS",
        Files::OnServer | Files::OnEach | Files::Git | Files::Image | Files::Container => "EC2",
    };
    stack.add(
        Resource::new(
            "RestoreTested",
            "AWS::Backup::RestoreTestingSelection",
            json!({
                "RestoreTestingPlanName": "monthly",
                "RestoreTestingSelectionName": "site",
                "ProtectedResourceType": kind,
                "IamRoleArn": attribute("BackupRole", "Arn"),
                "ProtectedResourceArns": ["*"],
                "ValidationWindowHours": 1,
            }),
        )
        .after("RestoreTest"),
    );
}

/// A role of AWS Backup, with what it needs to do these.
fn role(id: &str, what: &[&str]) -> Resource {
    let managed = |name: &str| sub(format!("arn:${{AWS::Partition}}:iam::aws:policy/{name}"));
    let policies: Vec<Value> = what
        .iter()
        .map(|name| match *name {
            "S3" => managed("AWSBackupServiceRolePolicyForS3Backup"),
            name => managed(&format!("service-role/AWSBackupServiceRolePolicyFor{name}")),
        })
        .collect();
    Resource::new(
        id,
        "AWS::IAM::Role",
        json!({
            "AssumeRolePolicyDocument": roles::taken_by("backup.amazonaws.com"),
            "ManagedPolicyArns": policies,
        }),
    )
}

/// Copies of what holds data in another Region, where somebody names a vault there: they are paid for, and the bill has none.
pub(super) fn second_region(stack: &mut Template, site: &Site<'_>) {
    let mut what = Vec::new();
    if site.has_database() {
        let kind = if site.design().database == Database::Aurora { "cluster" } else { "db" };
        what.push(sub(format!(
            "arn:${{AWS::Partition}}:rds:${{AWS::Region}}:${{AWS::AccountId}}:{kind}:${{DatabaseId}}"
        )));
        stack.take(Parameter::text("DatabaseId", "The database"));
    }
    if site.has_bucket() {
        what.push(sub("arn:${AWS::Partition}:s3:::${MediaBucket}"));
        stack.take(Parameter::text("MediaBucket", "Bucket of the media library"));
    }
    if site.files() == Files::Efs {
        what.push(sub(
            "arn:${AWS::Partition}:elasticfilesystem:${AWS::Region}:${AWS::AccountId}:file-system/${FileSystem}",
        ));
        stack.take(Parameter::text("FileSystem", "The shared files"));
    }
    if what.is_empty() {
        let server = "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:instance/${ServerId}";
        what.push(sub(server));
        stack.take(Parameter::text("ServerId", "The server"));
    }
    let only = "WithCopies";
    stack.take(
        Parameter::text("CopyVault", "ARN of a backup vault in another Region; none without copies there").or("none"),
    );
    stack.conditions.push((only, json!({"Fn::Not": [{"Fn::Equals": [reference("CopyVault"), "none"]}]})));
    let vault = json!({"BackupVaultName": sub("${Site}-copied"), "EncryptionKeyArn": reference("KeyArn")});
    stack.add(Resource::new("CopiedVault", "AWS::Backup::BackupVault", vault).keep(Keep::Itself).only_if(only));
    let plan = json!({"BackupPlan": {
        "BackupPlanName": sub("${Site}-copied"),
        "BackupPlanRule": [{
            "RuleName": "daily-to-another-region",
            "TargetBackupVault": reference("CopiedVault"),
            "ScheduleExpression": "cron(0 3 * * ? *)",
            "StartWindowMinutes": 60,
            "CompletionWindowMinutes": 720,
            // What counts is the copy; the one here is only its source.
            "Lifecycle": {"DeleteAfterDays": 2},
            "CopyActions": [{"DestinationBackupVaultArn": reference("CopyVault"), "Lifecycle": {"DeleteAfterDays": 35}}],
        }],
    }});
    stack.add(Resource::new("CopyPlan", "AWS::Backup::BackupPlan", plan).only_if(only));
    stack.add(role("CopyRole", &["Backup", "S3"]).only_if(only));
    let selection = json!({
        "BackupPlanId": reference("CopyPlan"),
        "BackupSelection": {"SelectionName": "all", "IamRoleArn": attribute("CopyRole", "Arn"), "Resources": what},
    });
    stack.add(Resource::new("Copied", "AWS::Backup::BackupSelection", selection).only_if(only));
}
