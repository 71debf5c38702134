//! AWS CodePipeline (V2) and AWS CodeBuild: by the minute, after a small free allowance. Deploying to EC2 is free.

use super::metered::Metered;
use crate::{architecture::Service, billing::CostLine, units::Count};

/// Action minutes of V2 pipelines free each month (AWS CodePipeline pricing page).
const FREE_ACTION_MINUTES: f64 = 100.0;

pub(super) fn lines(metered: &Metered<'_>) -> Vec<CostLine> {
    let minutes = metered.usage.build.value();
    let mut lines = Vec::new();
    if let Some(id) = metered.first(|service| matches!(service, Service::Pipeline)) {
        let paid = (minutes - FREE_ACTION_MINUTES).max(0.0);
        lines.push(
            metered
                .line(
                    "AWS CodePipeline",
                    Some(id),
                    "Action execution (V2)",
                    "codepipeline.v2.action-minute",
                    Count::new(paid),
                )
                .noted("after 100 free minutes a month"),
        );
    }
    if let Some(id) = metered.first(|service| matches!(service, Service::Build)) {
        lines.push(metered.line(
            "AWS CodeBuild",
            Some(id),
            "Build minutes (Linux, general1.small)",
            "codebuild.linux.small.minute",
            Count::new(minutes),
        ));
    }
    lines
}
