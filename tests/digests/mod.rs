//! One line for each preset: a digest of all that is advised, down to the last digit.

use groundplan::{advice::advise, catalog::Catalog, questionnaire::PRESETS, report, simulation::Week};

/// The digests of all presets, one a line: of the advice, and of every minute of the recommended option's week.
pub fn digests() -> String {
    let catalog = Catalog::bundled();
    PRESETS
        .iter()
        .map(|preset| {
            let advice = advise(&(preset.answers)(), &catalog);
            let week = advice.standings.first().map_or(0, |first| {
                let demand = advice.workload.typical();
                let shape = &advice.workload.shape;
                let series =
                    Week::series(&first.assessment.architecture, demand, shape, &Vec::new(), &Default::default());
                series
                    .iter()
                    .flat_map(|curve| &curve.values)
                    .fold(FNV, |hash, value| fold(hash, &value.to_bits().to_le_bytes()))
            });
            format!("{}: advice {:016x}, week {week:016x}\n", preset.id, fold(FNV, report::json(&advice).as_bytes()))
        })
        .collect()
}

/// The 64-bit Fowler–Noll–Vo hash (FNV-1a), offset basis.
const FNV: u64 = 0xcbf2_9ce4_8422_2325;

fn fold(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
