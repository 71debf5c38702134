//! AWS Backup of what lies on disks and file systems: daily, restored once a month to prove it. Databases and buckets keep
//! their own history.

use serde_json::json;

use crate::{
    deploy::site::Files,
    deploy::{
        site::Site,
        template::{Keep, Resource, Template, attribute, reference, sub},
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
    let managed = |name: &str| sub(format!("arn:${{AWS::Partition}}:iam::aws:policy/service-role/{name}"));
    stack.add(Resource::new(
        "BackupRole",
        "AWS::IAM::Role",
        json!({
            "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{
                "Effect": "Allow",
                "Principal": {"Service": "backup.amazonaws.com"},
                "Action": "sts:AssumeRole",
                "Condition": {"StringEquals": {"aws:SourceAccount": reference("AWS::AccountId")}},
            }]},
            "ManagedPolicyArns": [managed("AWSBackupServiceRolePolicyForBackup"), managed("AWSBackupServiceRolePolicyForRestores")],
        }),
    ));
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
