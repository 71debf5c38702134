//! What is simulated when speed is measured: every preset on every hosting option.

use groundplan::{
    architecture::Architecture,
    catalog::Catalog,
    options::{Brief, OPTIONS},
    questionnaire::{PRESETS, Preset},
    workload::Workload,
};

/// A client's workload and what each option would build for it.
pub(crate) fn clients() -> Vec<(&'static str, Workload, Vec<Architecture>)> {
    let catalog = Catalog::bundled();
    let client = |preset: &Preset| {
        let answers = (preset.answers)();
        let workload = Workload::new(&answers);
        let brief = Brief { answers: &answers, demand: workload.typical(), catalog: &catalog };
        let architectures = OPTIONS.iter().map(|hosting| (hosting.build)(&brief)).collect();
        (preset.id, workload, architectures)
    };
    PRESETS.iter().map(client).collect()
}
