//! `cargo xtask serve`: the page while it is worked on.

use crate::{Result, command, project, setup};

/// Everything given is Trunk's to understand; only the folder has another default, because a debug build
/// has no business in `dist/`.
pub fn serve(arguments: &[String]) -> Result {
    println!("== tools");
    let released = arguments.iter().any(|argument| argument == "--release");
    let tools = if released { setup::for_building()? } else { setup::for_serving()? };
    let mut trunk = tools.command("trunk");
    trunk.arg("serve");
    if !arguments.iter().any(|argument| argument.starts_with("--dist") || argument == "-d") {
        trunk.arg("--dist").arg(project::target()?.join("serve"));
    }
    println!("\n== the page, rebuilt after every change; Ctrl-C ends it");
    command::replace_process(trunk.args(arguments).current_dir(project::root()))
}
