//! AWS CodePipeline (V2) and AWS CodeBuild: by the minute, after a small free allowance each. Deploying to EC2 is free.

use super::bill_inputs::BillInputs;
use crate::{
    architecture::Service,
    billing::{CostLine, Item},
    units::{Count, Minutes},
};

/// Action minutes of V2 pipelines free each month (AWS CodePipeline pricing page).
pub(super) const FREE_ACTIONS: Minutes = Minutes::new(100.0);
/// Build minutes on general1.small free each month (AWS CodeBuild pricing, see `codebuild.free-minutes`).
pub(super) const FREE_BUILDS: Minutes = Minutes::new(100.0);

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let minutes = inputs.usage.build;
    let after = |free: Minutes| Count::new((minutes - free).max(Minutes::ZERO).value());
    let mut lines = Vec::new();
    if let Some(id) = inputs.first(|service| matches!(service, Service::Pipeline)) {
        let actions = after(FREE_ACTIONS);
        lines.push(
            inputs
                .line(Item::PipelineMinutes, Some(id), "Action execution (V2)", actions)
                .noted("after 100 free minutes"),
        );
    }
    if let Some(id) = inputs.first(|service| matches!(service, Service::Build)) {
        let builds = after(FREE_BUILDS);
        let name = "Build minutes (Linux, general1.small)";
        let line = inputs.line(Item::BuildMinutes, Some(id), name, builds);
        lines.push(line.noted("after 100 free minutes"));
    }
    lines
}
