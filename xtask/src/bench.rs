//! `cargo xtask bench`: how fast weeks are simulated, and how fast logs and what strangers send are read. Figures for people;
//! nothing passes or fails by them.

use crate::check::cargo;
use crate::{Result, command, setup};

const PARTS: [&str; 2] = ["native", "browser"];
const SHIPPED: &str = "--shipped";

/// Measures natively and in Chromium, or the parts named; `--shipped` measures the engine built for size, as it is in
/// the page.
pub fn bench(arguments: &[String]) -> Result {
    let named: Vec<&str> = arguments.iter().map(String::as_str).filter(|argument| *argument != SHIPPED).collect();
    if let Some(unknown) = named.iter().find(|part| !PARTS.contains(part)) {
        return Err(format!("bench knows no \"{unknown}\": name some of {}, or {SHIPPED}", PARTS.join(", ")).into());
    }
    let shipped = named.len() < arguments.len();
    let wanted = |part: &str| named.is_empty() || named.contains(&part);
    setup::for_rust()?;
    if wanted("native") {
        run(&["--bench", "week"], shipped)?;
        run(&["--bench", "search"], shipped)?;
        run(&["--bench", "logs"], shipped)?;
        run(&["--bench", "decode"], shipped)?;
    }
    if wanted("browser") {
        setup::for_browser()?;
        // The runner named in `.cargo/config.toml` is this program's `wasm-test`.
        run(&["--target", "wasm32-unknown-unknown", "--bench", "browser"], shipped)?;
    }
    Ok(())
}

fn run(what: &[&str], shipped: bool) -> Result {
    let mut bench = cargo();
    bench.args(["bench", "--package", "groundplan"]).args(what);
    if shipped {
        bench.args(["--profile", "release"]);
    }
    command::run(&mut bench)
}
