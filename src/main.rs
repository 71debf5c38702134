//! The page on wasm32, the command line everywhere else.

#[cfg(not(target_arch = "wasm32"))]
mod cli;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {
    // The same program is the page's worker (docs/decisions/015).
    if groundplan::browser::worker::serve() {
        return;
    }
    groundplan::browser::typeface::load();
    groundplan::ui::mount();
}
