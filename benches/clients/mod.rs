//! What is simulated when speed is measured: every preset on every hosting option.

use groundplan::{
    architecture::Architecture,
    assessment::Client,
    catalog::Catalog,
    options::OPTIONS,
    questionnaire::{PRESETS, Preset},
    search::architectures,
    workload::Workload,
};

/// A client's workload and what each option would build for it.
pub(crate) fn clients() -> Vec<(&'static str, Workload, Vec<Architecture>)> {
    let catalog = Catalog::bundled();
    let client = |preset: &Preset| {
        let answers = (preset.answers)();
        let workload = Workload::new(&answers);
        let client = Client::new(&answers, &workload, &catalog);
        let built = architectures(&OPTIONS, &client).into_iter().map(|(_, architecture)| architecture).collect();
        (preset.id, workload, built)
    };
    PRESETS.iter().map(client).collect()
}
