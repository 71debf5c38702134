//! The page on wasm32, the command line everywhere else.

#[cfg(not(target_arch = "wasm32"))]
mod cli;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::run()
}

/// A small allocator: the standard one adds 2 KB to the compressed page. It joins the memory it grows by, so that
/// large lists find room again.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf = rlsf::GlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
fn main() {
    groundplan::ui::mount();
}
