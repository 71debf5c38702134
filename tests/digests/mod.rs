//! One line for each preset: a digest of all that is advised, down to the last digit.

use groundplan::{
    advice::advise,
    catalog::Catalog,
    questionnaire::{PRESETS, Preset},
    report,
    simulation::Week,
};
use serde_json::Value;

/// The digests of all presets, one a line: of the advice, and of every minute of the recommended option's week.
pub(crate) fn digests() -> String {
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

/// The advice for a preset's answers as JSON, all that a digest is taken of.
pub(crate) fn advice(preset: &Preset) -> String {
    report::json(&advise(&(preset.answers)(), &Catalog::bundled()))
}

/// The first field in which two advices differ, with what it was and what it is; none where they are the same.
pub(crate) fn first_difference(was: &str, is: &str) -> Option<String> {
    match (serde_json::from_str(was), serde_json::from_str(is)) {
        (Ok(was), Ok(is)) => differs("", &was, &is),
        (Err(error), _) | (_, Err(error)) => Some(format!("no JSON: {error}")),
    }
}

fn differs(path: &str, was: &Value, is: &Value) -> Option<String> {
    match (was, is) {
        (Value::Object(was), Value::Object(is)) => {
            was.keys().chain(is.keys().filter(|key| !was.contains_key(*key))).find_map(|key| {
                differs(&format!("{path}.{key}"), was.get(key).unwrap_or(&GONE), is.get(key).unwrap_or(&GONE))
            })
        }
        (Value::Array(was), Value::Array(is)) => (0..was.len().max(is.len())).find_map(|at| {
            differs(&format!("{path}[{at}]"), was.get(at).unwrap_or(&GONE), is.get(at).unwrap_or(&GONE))
        }),
        (was, is) => (was != is).then(|| format!("{} was {was} and is {is}", path.trim_start_matches('.'))),
    }
}

/// What stands for a field that is not there.
static GONE: Value = Value::Null;
