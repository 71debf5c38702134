//! What a web server may, and nothing else: read its own secrets and releases, keep media, say that a page has changed.

use serde_json::{Value, json};

use crate::{
    deploy::site::Files,
    deploy::{
        site::Site,
        template::{Resource, Template, reference, sub},
    },
};

pub(super) fn add(stack: &mut Template, site: &Site<'_>) {
    let mut secrets = vec![reference("DatabaseSecret"), reference("SaltsSecret")];
    if site.has_cache() {
        secrets.push(reference("CacheSecret"));
    }
    let mut allowed = vec![
        statement("ItsSecrets", &["secretsmanager:GetSecretValue"], json!(secrets)),
        statement("TheirKey", &["kms:Decrypt", "kms:GenerateDataKey"], json!([reference("KeyArn")])),
        statement("Releases", &["s3:GetObject"], json!([sub("arn:${AWS::Partition}:s3:::${Releases}/*")])),
        statement(
            "ItsLogs",
            &["logs:CreateLogStream", "logs:PutLogEvents"],
            json!([sub("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/${Site}/web:*")]),
        ),
    ];
    if site.has_bucket() {
        allowed.push(statement(
            "Media",
            &["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
            json!([sub("arn:${AWS::Partition}:s3:::${MediaBucket}/wp-content/uploads/*")]),
        ));
        allowed.push(statement(
            "MediaList",
            &["s3:ListBucket"],
            json!([sub("arn:${AWS::Partition}:s3:::${MediaBucket}")]),
        ));
    }
    if site.pages_at_edge() {
        allowed.push(statement(
            "ChangedPages",
            &["cloudfront:CreateInvalidation"],
            json!([sub("arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${DistributionId}")]),
        ));
    }
    if site.is_group() {
        allowed.push(statement(
            "ItIsReady",
            &["autoscaling:CompleteLifecycleAction"],
            json!([sub(
                "arn:${AWS::Partition}:autoscaling:${AWS::Region}:${AWS::AccountId}:autoScalingGroup:*:autoScalingGroupName/${Site}-web",
            )]),
        ));
    }
    if site.files() == Files::Efs {
        allowed.push(statement(
            "SharedFiles",
            &["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite", "elasticfilesystem:ClientRootAccess"],
            json!([sub(
                "arn:${AWS::Partition}:elasticfilesystem:${AWS::Region}:${AWS::AccountId}:file-system/${FileSystem}"
            )]),
        ));
    }
    allowed.push(statement(
        "Mail",
        &["ses:SendEmail", "ses:SendRawEmail"],
        json!([sub("arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/${DomainName}")]),
    ));
    stack.add(Resource::new(
        "WebRole",
        "AWS::IAM::Role",
        json!({
            "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{
                "Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole",
            }]},
            // Session Manager is the way in: no key, no open port.
            "ManagedPolicyArns": [sub("arn:${AWS::Partition}:iam::aws:policy/AmazonSSMManagedInstanceCore")],
            "Policies": [{"PolicyName": "web", "PolicyDocument": {"Version": "2012-10-17", "Statement": allowed}}],
        }),
    ));
    stack.add(Resource::new("WebProfile", "AWS::IAM::InstanceProfile", json!({"Roles": [reference("WebRole")]})));
    stack.give("WebRole", "Role of the web servers", reference("WebRole"));
}

pub(super) fn statement(sid: &str, actions: &[&str], on: Value) -> Value {
    json!({"Sid": sid, "Effect": "Allow", "Action": actions, "Resource": on})
}
