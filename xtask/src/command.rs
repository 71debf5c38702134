//! Running other programs: what is run is said, and its output streams through.

use crate::Result;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs a program to its end.
pub fn run(command: &mut Command) -> Result {
    print_command(command);
    let status = command.status().map_err(|fault| start_error(command, &fault))?;
    if status.success() { Ok(()) } else { Err(format!("{} ended with {status}", program_name(command)).into()) }
}

/// Runs a program that goes on until it is stopped. Where the system can, it takes this one's place, so that
/// whatever stops the task stops the program.
pub fn replace_process(command: &mut Command) -> Result {
    #[cfg(unix)]
    {
        print_command(command);
        let fault = std::os::unix::process::CommandExt::exec(command);
        Err(start_error(command, &fault).into())
    }
    #[cfg(not(unix))]
    run(command)
}

/// Runs a program to its end, showing each line of its output and handing it to `see` as well.
/// Gives whether the program succeeded.
pub fn run_reading(command: &mut Command, mut on_line: impl FnMut(&str)) -> Result<bool> {
    print_command(command);
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|fault| start_error(command, &fault))?;
    if let Some(output) = child.stdout.take() {
        let mut reader = BufReader::new(output);
        let mut bytes = Vec::new();
        while reader.read_until(b'\n', &mut bytes)? > 0 {
            let line = String::from_utf8_lossy(&bytes);
            print!("{line}");
            std::io::stdout().flush()?;
            on_line(line.trim_end());
            bytes.clear();
        }
    }
    Ok(child.wait()?.success())
}

/// What a program writes, trimmed; nothing if it is not there or fails.
pub fn output_of(program: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// npm, which on Windows is a script with an extension.
pub fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

fn print_command(command: &Command) {
    println!("   $ {}", command_line(command));
    // What the program writes must come after what we say.
    let _ = std::io::stdout().flush();
}

fn command_line(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

fn program_name(command: &Command) -> String {
    Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn start_error(command: &Command, fault: &std::io::Error) -> String {
    format!("{} could not be started: {fault}", command.get_program().to_string_lossy())
}
