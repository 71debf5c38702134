//! Buckets: media, releases, logs. All private, none with ACLs, versions kept.

use serde_json::{Value, json};

use crate::deploy::{
    site::Site,
    template::{Keep, Parameter, Resource, Template, attribute, reference, sub},
};

pub(super) fn add(stack: &mut Template, site: &Site<'_>) {
    if site.is_group() {
        log_bucket(stack);
    }
    bucket(stack, "ReleaseBucket", site, "releases", 90);
    policy(stack, "ReleaseBucket", Vec::new());
    stack.give("Releases", "Bucket of releases and of the servers' configuration", reference("ReleaseBucket"));
    if site.has_bucket() {
        // Versions of media are kept for as long as backups are.
        bucket(stack, "MediaBucket", site, "media", 35);
        if site.serves_bucket() {
            stack.take(Parameter::text("ObjectStoreEndpoint", "The way to S3 inside the network"));
        }
        policy(stack, "MediaBucket", readers(site));
        stack.give("MediaBucket", "Bucket of the media library", reference("MediaBucket"));
        stack.give("MediaBucketDomain", "Its name for CloudFront", attribute("MediaBucket", "RegionalDomainName"));
    }
}

/// CloudFront reads by origin access control. Any distribution of this account may, so that neither stack waits for the other.
fn readers(site: &Site<'_>) -> Vec<Value> {
    if site.serves_bucket() {
        return vec![json!({
            "Sid": "ServersHandMediaOn",
            "Effect": "Allow",
            // Whoever comes by the one endpoint of this network, and nobody else: nginx cannot sign its requests.
            "Principal": {"AWS": "*"},
            "Action": "s3:GetObject",
            "Resource": sub("${MediaBucket.Arn}/wp-content/uploads/*"),
            "Condition": {"StringEquals": {"aws:SourceVpce": reference("ObjectStoreEndpoint")}},
        })];
    }
    if site.edge().is_none() {
        return Vec::new();
    }
    vec![read_by_cloudfront("${MediaBucket.Arn}/wp-content/uploads/*")]
}

/// What a distribution of this account may read.
pub(super) fn read_by_cloudfront(objects: &str) -> Value {
    json!({
        "Sid": "CloudFrontReads",
        "Effect": "Allow",
        "Principal": {"Service": "cloudfront.amazonaws.com"},
        "Action": "s3:GetObject",
        "Resource": sub(objects),
        "Condition": {"ArnLike": {"AWS:SourceArn": sub("arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/*")}},
    })
}

fn bucket(stack: &mut Template, id: &str, site: &Site<'_>, name: &str, kept: u32) {
    let mut properties = private(sub(format!("${{Site}}-{name}-${{AWS::AccountId}}-${{AWS::Region}}")), kept);
    if site.is_group() {
        properties["LoggingConfiguration"] =
            json!({"DestinationBucketName": reference("LogBucket"), "LogFilePrefix": format!("{name}/")});
    }
    let resource = Resource::new(id, "AWS::S3::Bucket", properties).keep(Keep::Itself);
    let reason =
        "a single server has no bucket of logs; its requests are in CloudTrail's data events where they are wanted";
    stack.add(if site.is_group() { resource } else { resource.skip("CKV_AWS_18", reason) });
}

/// What every bucket of a kit has in common.
pub(super) fn private(name: Value, kept: u32) -> Value {
    json!({
        "BucketName": name,
        "BucketEncryption": {"ServerSideEncryptionConfiguration": [
            {"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}, "BucketKeyEnabled": true},
        ]},
        "OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]},
        "PublicAccessBlockConfiguration": {
            "BlockPublicAcls": true, "BlockPublicPolicy": true, "IgnorePublicAcls": true, "RestrictPublicBuckets": true,
        },
        "VersioningConfiguration": {"Status": "Enabled"},
        "LifecycleConfiguration": {"Rules": [
            {"Id": "old-versions", "Status": "Enabled", "NoncurrentVersionExpiration": {"NoncurrentDays": kept}},
            {"Id": "broken-uploads", "Status": "Enabled", "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}},
        ]},
    })
}

/// A closed bucket whose objects go after 90 days.
pub(super) fn for_logs(name: Value) -> Value {
    let mut properties = private(name, 7);
    properties["LifecycleConfiguration"] = json!({"Rules": [{
        "Id": "old-logs", "Status": "Enabled", "ExpirationInDays": 90,
        "NoncurrentVersionExpiration": {"NoncurrentDays": 7},
        "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7},
    }]});
    properties
}

fn log_bucket(stack: &mut Template) {
    let properties = for_logs(sub("${Site}-logs-${AWS::AccountId}-${AWS::Region}"));
    let resource = Resource::new("LogBucket", "AWS::S3::Bucket", properties).keep(Keep::Itself);
    stack.add(resource.skip("CKV_AWS_18", "it holds the logs of the others"));
    let balancer = json!({
        "Sid": "LoadBalancerWrites",
        "Effect": "Allow",
        "Principal": {"Service": "logdelivery.elasticloadbalancing.amazonaws.com"},
        "Action": "s3:PutObject",
        "Resource": sub("${LogBucket.Arn}/balancer/AWSLogs/${AWS::AccountId}/*"),
    });
    let buckets = json!({
        "Sid": "BucketsWrite",
        "Effect": "Allow",
        "Principal": {"Service": "logging.s3.amazonaws.com"},
        "Action": "s3:PutObject",
        "Resource": sub("${LogBucket.Arn}/*"),
        "Condition": {"StringEquals": {"aws:SourceAccount": reference("AWS::AccountId")}},
    });
    policy(stack, "LogBucket", vec![balancer, buckets]);
    stack.give("LogBucket", "Bucket of logs", reference("LogBucket"));
}

/// Container images, looked at for known holes when they are pushed; thirty are kept to go back to.
pub(super) fn images(stack: &mut Template) {
    let rule = json!({"rules": [{
        "rulePriority": 1,
        "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 30},
        "action": {"type": "expire"},
    }]});
    let repository = Resource::new(
        "Images",
        "AWS::ECR::Repository",
        json!({
            "RepositoryName": sub("${Site}"),
            "EncryptionConfiguration": {"EncryptionType": "KMS", "KmsKey": attribute("Key", "Arn")},
            "ImageScanningConfiguration": {"ScanOnPush": true},
            "ImageTagMutability": "MUTABLE",
            "LifecyclePolicy": {"LifecyclePolicyText": rule.to_string()},
        }),
    );
    let reason = "the tag current is moved by a release, and moved back to undo it; releases have names of their own";
    stack.add(repository.keep(Keep::Itself).skip("CKV_AWS_51", reason));
    stack.give("ImagesUri", "Repository of container images", attribute("Images", "RepositoryUri"));
}

/// Encrypted ways only, whoever asks, and what else is allowed.
pub(super) fn policy(stack: &mut Template, bucket: &str, mut statements: Vec<Value>) {
    let arn = format!("${{{bucket}.Arn}}");
    statements.insert(
        0,
        json!({
            "Sid": "EncryptedWaysOnly",
            "Effect": "Deny",
            "Principal": {"AWS": "*"},
            "Action": "s3:*",
            "Resource": [sub(arn.clone()), sub(format!("{arn}/*"))],
            "Condition": {"Bool": {"aws:SecureTransport": "false"}},
        }),
    );
    stack.add(Resource::new(
        format!("{bucket}Policy"),
        "AWS::S3::BucketPolicy",
        json!({"Bucket": reference(bucket), "PolicyDocument": {"Version": "2012-10-17", "Statement": statements}}),
    ));
}
