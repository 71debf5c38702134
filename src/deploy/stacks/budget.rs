//! A budget at the high end of the bill: told when a month is forecast to go beyond what was expected at the most.

use serde_json::json;

use crate::{
    deploy::{
        site::Site,
        template::{Parameter, Resource, Template, reference, sub},
    },
    questionnaire::WorkInTotal,
    workload::Case,
};

/// Holds the limit.
pub(in crate::deploy) const PARAMETER: &str = "BudgetLimit";

/// The high end of the bill in whole dollars, without people's hours.
pub(in crate::deploy) fn limit(site: &Site<'_>) -> u32 {
    let high = |case| site.assessment.monthly(case, WorkInTotal::Apart).value();
    high(Case::High).max(high(Case::Typical)).ceil().max(1.0) as u32
}

pub(super) fn add(stack: &mut Template, site: &Site<'_>) {
    let limit = limit(site);
    stack.take(
        Parameter::new(PARAMETER, "Number", "Dollars a month at the most, as the bill has it").or(limit.to_string()),
    );
    let subscribers = json!([{"SubscriptionType": "EMAIL", "Address": reference("OperatorEmail")}]);
    let told = |kind: &str| {
        json!({
            "Notification": {
                "NotificationType": kind, "ComparisonOperator": "GREATER_THAN", "Threshold": 100, "ThresholdType": "PERCENTAGE",
            },
            "Subscribers": subscribers,
        })
    };
    stack.add(Resource::new(
        "Budget",
        "AWS::Budgets::Budget",
        json!({
            "Budget": {
                "BudgetName": sub("${Site}-month"),
                "BudgetType": "COST",
                "TimeUnit": "MONTHLY",
                "BudgetLimit": {"Amount": reference("BudgetLimit"), "Unit": "USD"},
            },
            "NotificationsWithSubscribers": [told("FORECASTED"), told("ACTUAL")],
        }),
    ));
}
