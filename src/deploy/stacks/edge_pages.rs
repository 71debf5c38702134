//! CloudFront before exported pages: one closed bucket, index pages by a function, and a page for what is not there.

use serde_json::json;

use super::{
    distribution::{CACHING_OPTIMIZED, READS, access, behavior, distribution},
    firewall,
};
use crate::architecture::EdgeBilling;
use crate::deploy::template::{Parameter, Resource, Template, attribute, reference, sub};

const FUNCTION: &str = include_str!("../../../assets/deploy/edge/index-pages.js");

pub(super) fn add(stack: &mut Template, billing: &EdgeBilling) {
    stack.take(Parameter::text("PagesBucketDomain", "The name of the bucket of pages for CloudFront"));
    access(stack, "PagesAccess", "${Site}-pages");
    stack.add(Resource::new(
        "IndexFunction",
        "AWS::CloudFront::Function",
        json!({
            "Name": sub("${Site}-index"),
            "AutoPublish": true,
            "FunctionConfig": {"Comment": "A folder is its index page", "Runtime": "cloudfront-js-2.0"},
            "FunctionCode": FUNCTION,
        }),
    ));
    let origin = json!({
        "Id": "pages",
        "DomainName": reference("PagesBucketDomain"),
        "OriginPath": "/pages",
        "OriginAccessControlId": attribute("PagesAccess", "Id"),
        "S3OriginConfig": {"OriginAccessIdentity": ""},
    });
    let mut pages = behavior("", "pages", json!(CACHING_OPTIMIZED), &READS);
    pages["FunctionAssociations"] =
        json!([{"EventType": "viewer-request", "FunctionARN": attribute("IndexFunction", "FunctionARN")}]);
    // A closed bucket says 403 of what is not there.
    let missing =
        json!([{"ErrorCode": 403, "ResponseCode": 404, "ResponsePagePath": "/404.html", "ErrorCachingMinTTL": 60}]);
    distribution(
        stack,
        firewall::named(billing),
        json!([origin]),
        json!([]),
        pages,
        Some(("CustomErrorResponses", missing)),
    );
}
