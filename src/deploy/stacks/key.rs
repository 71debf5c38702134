//! One key of the client's own for everything that is stored.

use serde_json::json;

use crate::deploy::template::{Keep, Resource, Template, attribute, reference, sub};

pub(super) fn add(stack: &mut Template) {
    let root = json!({
        "Sid": "TheAccountDecides",
        "Effect": "Allow",
        "Principal": {"AWS": sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root")},
        "Action": "kms:*",
        "Resource": "*",
    });
    let services = json!({
        "Sid": "LogsAlarmsAndBudgets",
        "Effect": "Allow",
        "Principal": {"Service": [
            sub("logs.${AWS::Region}.amazonaws.com"), "cloudwatch.amazonaws.com", "budgets.amazonaws.com", "backup.amazonaws.com",
        ]},
        "Action": ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*", "kms:DescribeKey"],
        "Resource": "*",
        "Condition": {"StringEquals": {"aws:SourceAccount": reference("AWS::AccountId")}},
    });
    stack.add(
        Resource::new(
            "Key",
            "AWS::KMS::Key",
            json!({
                "Description": sub("Everything that ${Site} stores"),
                "EnableKeyRotation": true,
                "PendingWindowInDays": 30,
                "KeyPolicy": {"Version": "2012-10-17", "Statement": [root, services]},
            }),
        )
        .keep(Keep::Itself),
    );
    stack.add(Resource::new(
        "KeyAlias",
        "AWS::KMS::Alias",
        json!({"AliasName": sub("alias/${Site}"), "TargetKeyId": reference("Key")}),
    ));
    stack.give("KeyArn", "The key", attribute("Key", "Arn"));
}
