//! The page on wasm32, the command line everywhere else.

#[cfg(not(target_arch = "wasm32"))]
mod cli;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {
    groundplan::browser::typeface::load();
    groundplan::ui::mount();
}
