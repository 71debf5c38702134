//! What the services hold as free or included is what the facts of the catalog say.

use super::{aurora, cloudfront, cloudwatch, data_transfer, delivery, efs};
use crate::catalog::facts;

#[test]
fn allowances_are_those_of_the_facts() {
    let facts = facts().unwrap();
    for (id, held) in [
        ("cloudfront.free.transfer", cloudfront::FREE_TRANSFER.value()),
        ("cloudfront.free.requests", cloudfront::FREE_REQUESTS.value()),
        ("cloudfront.free.invalidations", cloudfront::FREE_INVALIDATIONS.value()),
        ("internet.free.transfer", data_transfer::FREE.value()),
        ("cloudwatch.free.logs", cloudwatch::FREE_LOGS.value()),
        ("cloudwatch.free.metrics", cloudwatch::FREE_METRICS.value()),
        ("codepipeline.v2.free-minutes", delivery::FREE_ACTIONS.value()),
        ("codebuild.free-minutes", delivery::FREE_BUILDS.value()),
        ("aurora.least-storage", aurora::LEAST_STORAGE.value()),
        ("efs.provisioned.included", efs::INCLUDED.value()),
    ] {
        let fact = facts.iter().find(|fact| fact.id == id).unwrap();
        assert_eq!(held, fact.typical, "{id}");
    }
}
