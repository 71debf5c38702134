//! AWS Fargate: vCPUs and memory of tasks by the hour, on Graviton.

use super::bill_inputs::BillInputs;
use crate::{
    architecture::Service,
    billing::{CostLine, Item},
    units::Count,
};

pub(super) fn lines(inputs: &BillInputs<'_>) -> Vec<CostLine> {
    let Some((id, tasks)) = inputs.architecture.components.iter().find_map(|component| {
        if let Service::Tasks(tasks) = component.service { Some((component.id, tasks)) } else { None }
    }) else {
        return Vec::new();
    };
    let hours = inputs.usage.web_hours.value();
    let line = |item, name: &str, each: f64| inputs.line(item, Some(id), name, Count::new(hours * each));
    vec![
        line(Item::TaskVcpus, "Tasks, vCPU (Linux, Graviton)", tasks.vcpus.value())
            .noted("task hours of the simulated week, scaled to 730 hours"),
        line(Item::TaskMemory, "Tasks, memory (Linux, Graviton)", tasks.memory.value()),
    ]
}
