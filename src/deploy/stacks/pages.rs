//! The bucket of exported pages: closed, read by CloudFront alone, with each export kept for a while to go back to.

use serde_json::json;

use super::{parameters::site_name, storage};
use crate::deploy::template::{Keep, Resource, Template, attribute, reference, sub};

pub(super) fn stack() -> Template {
    let mut stack = Template {
        name: "pages",
        order: 20,
        description: "Exported pages of a WordPress site, in a bucket that CloudFront alone reads".to_owned(),
        parameters: vec![site_name()],
        ..Template::default()
    };
    let mut bucket = storage::private(sub("${Site}-pages-${AWS::AccountId}-${AWS::Region}"), 35);
    if let Some(rules) = bucket["LifecycleConfiguration"]["Rules"].as_array_mut() {
        rules.push(json!({"Id": "old-exports", "Status": "Enabled", "Prefix": "exports/", "ExpirationInDays": 35}));
    }
    let bucket = Resource::new("PagesBucket", "AWS::S3::Bucket", bucket).keep(Keep::Itself);
    stack.add(bucket.skip("CKV_AWS_18", "readers come by CloudFront, which has logs of its own"));
    let reads = storage::read_by_cloudfront("${PagesBucket.Arn}/pages/*");
    storage::policy(&mut stack, "PagesBucket", vec![reads]);
    stack.give("PagesBucket", "Bucket of exported pages", reference("PagesBucket"));
    stack.give("PagesBucketDomain", "Its name for CloudFront", attribute("PagesBucket", "RegionalDomainName"));
    stack
}
