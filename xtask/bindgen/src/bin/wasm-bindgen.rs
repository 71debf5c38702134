//! `wasm-bindgen`: makes the JavaScript glue of a wasm module. Trunk finds it on PATH.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(std::env::args_os())
}
