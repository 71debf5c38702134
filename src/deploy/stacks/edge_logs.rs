//! Access logs of CloudFront, in a closed bucket.

use serde_json::json;

use super::storage;
use crate::deploy::template::{Keep, Resource, Template, attribute, reference, sub};

/// Access logs by CloudWatch's delivery, which needs neither ACLs nor a bucket of another Region.
pub(super) fn add(stack: &mut Template) {
    let bucket = storage::for_logs(sub("${Site}-edge-logs-${AWS::AccountId}"));
    let bucket = Resource::new("EdgeLogs", "AWS::S3::Bucket", bucket).keep(Keep::Itself);
    stack.add(bucket.skip("CKV_AWS_18", "it holds logs"));
    let writes = json!({
        "Sid": "LogsWrite",
        "Effect": "Allow",
        "Principal": {"Service": "delivery.logs.amazonaws.com"},
        "Action": "s3:PutObject",
        "Resource": sub("${EdgeLogs.Arn}/*"),
        "Condition": {"StringEquals": {"aws:SourceAccount": reference("AWS::AccountId")}},
    });
    storage::policy(stack, "EdgeLogs", vec![writes]);
    stack.add(Resource::new(
        "EdgeLogSource",
        "AWS::Logs::DeliverySource",
        json!({
            "Name": sub("${Site}-edge"),
            "LogType": "ACCESS_LOGS",
            "ResourceArn": sub("arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Distribution}"),
        }),
    ));
    stack.add(
        Resource::new(
            "EdgeLogDestination",
            "AWS::Logs::DeliveryDestination",
            json!({"Name": sub("${Site}-edge"), "OutputFormat": "parquet", "DestinationResourceArn": attribute("EdgeLogs", "Arn")}),
        )
        .after("EdgeLogsPolicy"),
    );
    stack.add(
        Resource::new(
            "EdgeLogDelivery",
            "AWS::Logs::Delivery",
            json!({"DeliverySourceName": reference("EdgeLogSource"), "DeliveryDestinationArn": attribute("EdgeLogDestination", "Arn")}),
        ),
    );
}
