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
    let mut allowed = Vec::new();
    // A container gets its secrets and its image from ECS, which has a role of its own for that.
    if !site.in_containers() {
        allowed = secrets_and_logs(site);
        allowed.push(statement(
            "Releases",
            &["s3:GetObject"],
            json!([sub("arn:${AWS::Partition}:s3:::${Releases}/*")]),
        ));
    }
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
    if site.replaces_servers() {
        allowed.push(statement(
            "ItIsReady",
            &["autoscaling:CompleteLifecycleAction"],
            json!([sub(
                "arn:${AWS::Partition}:autoscaling:${AWS::Region}:${AWS::AccountId}:autoScalingGroup:*:autoScalingGroupName/${Site}-web",
            )]),
        ));
    }
    if site.is_alone() {
        let ours = "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}";
        allowed.push(statement(
            "TakesTheAddressOver",
            &["ec2:AssociateAddress"],
            json!([sub(format!("{ours}:elastic-ip/${{Address.AllocationId}}"))]),
        ));
        let mut itself = statement("ForItself", &["ec2:AssociateAddress"], json!([sub(format!("{ours}:instance/*"))]));
        itself["Condition"] =
            json!({"StringEquals": {"aws:ResourceTag/Site": reference("Site"), "aws:ResourceTag/Role": "web"}});
        allowed.push(itself);
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
    if site.in_containers() {
        stack.add(role("WebRole", "ecs-tasks.amazonaws.com", "web", allowed));
        return;
    }
    stack.add(Resource::new(
        "WebRole",
        "AWS::IAM::Role",
        json!({
            "AssumeRolePolicyDocument": taken_by_instances(),
            // Session Manager is the way in: no key, no open port.
            "ManagedPolicyArns": [sub("arn:${AWS::Partition}:iam::aws:policy/AmazonSSMManagedInstanceCore")],
            "Policies": [{"PolicyName": "web", "PolicyDocument": {"Version": "2012-10-17", "Statement": allowed}}],
        }),
    ));
    stack.add(Resource::new("WebProfile", "AWS::IAM::InstanceProfile", json!({"Roles": [reference("WebRole")]})));
    stack.give("WebRole", "Role of the web servers", reference("WebRole"));
}

/// What is read at the start, and written all along.
pub(super) fn secrets_and_logs(site: &Site<'_>) -> Vec<Value> {
    let mut secrets = vec![reference("DatabaseSecret"), reference("SaltsSecret")];
    if site.has_cache() {
        secrets.push(reference("CacheSecret"));
    }
    vec![
        statement("ItsSecrets", &["secretsmanager:GetSecretValue"], json!(secrets)),
        statement("TheirKey", &["kms:Decrypt", "kms:GenerateDataKey"], json!([reference("KeyArn")])),
        statement(
            "ItsLogs",
            &["logs:CreateLogStream", "logs:PutLogEvents"],
            json!([sub("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/${Site}/web:*")]),
        ),
    ]
}

/// Who takes a role: a service of AWS, for this account alone.
pub(super) fn taken_by(service: &str) -> Value {
    json!({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow",
        "Principal": {"Service": service},
        "Action": "sts:AssumeRole",
        "Condition": {"StringEquals": {"aws:SourceAccount": reference("AWS::AccountId")}},
    }]})
}

/// Who takes the role of a server: its instances.
pub(super) fn taken_by_instances() -> Value {
    json!({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole",
    }]})
}

/// A role that a service of AWS takes for this account alone.
pub(super) fn role(id: &str, service: &str, policy: &str, allowed: Vec<Value>) -> Resource {
    Resource::new(
        id,
        "AWS::IAM::Role",
        json!({
            "AssumeRolePolicyDocument": taken_by(service),
            "Policies": [{"PolicyName": policy, "PolicyDocument": {"Version": "2012-10-17", "Statement": allowed}}],
        }),
    )
}

pub(super) fn statement(sid: &str, actions: &[&str], on: Value) -> Value {
    json!({"Sid": sid, "Effect": "Allow", "Action": actions, "Resource": on})
}
