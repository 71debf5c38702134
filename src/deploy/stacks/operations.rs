//! Who is told of what, what is copied where, and what a month may cost.

use serde_json::json;

use super::{alarms, backup, budget, parameters::site_name};
use crate::{
    architecture::Service,
    deploy::{
        site::Site,
        template::{Parameter, Resource, Template, reference, sub},
    },
};

pub(super) fn stack(site: &Site<'_>) -> Template {
    let mut stack = Template {
        name: "operations",
        order: 50,
        description: "Alarms, backups and the budget of a WordPress site".to_owned(),
        parameters: vec![
            site_name(),
            Parameter::text("KeyArn", "The key"),
            Parameter::text("OperatorEmail", "Who is told").like("^[^@ ]+@[^@ ]+\\.[^@ ]+$"),
        ],
        ..Template::default()
    };
    stack.add(Resource::new(
        "Alarms",
        "AWS::SNS::Topic",
        json!({"TopicName": sub("${Site}-alarms"), "KmsMasterKeyId": reference("KeyArn")}),
    ));
    stack.add(Resource::new(
        "Operator",
        "AWS::SNS::Subscription",
        json!({"TopicArn": reference("Alarms"), "Protocol": "email", "Endpoint": reference("OperatorEmail")}),
    ));
    alarms::add(&mut stack, site);
    if site.has(|service| matches!(service, Service::Backup)) {
        backup::add(&mut stack, site);
    }
    backup::second_region(&mut stack, site);
    budget::add(&mut stack, site);
    stack.take(super::parameters::domain());
    stack.add(Resource::new(
        "Mail",
        "AWS::SES::EmailIdentity",
        json!({
            "EmailIdentity": reference("DomainName"),
            "DkimSigningAttributes": {"NextSigningKeyLength": "RSA_2048_BIT"},
        }),
    ));
    stack
}
