//! The command line: the same engine for scripts, tests and preparing workshops.

mod advise;
mod designs;
mod diagram;
mod input;
mod kit;
mod measure;
mod odds;
mod presets;
mod simulate;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand, ValueEnum};

use groundplan::{kit as consultant_kit, session, workshop};
use input::{known_options, pinned, read_answers};

/// An architecture advisor for WordPress on AWS that shows its figures.
#[derive(Parser)]
#[command(name = "groundplan", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Scores the hosting options for the answers in a JSON file ("-" reads standard input).
    Advise {
        /// The answers; `groundplan presets NAME` prints some to start from.
        answers: String,
        /// How to write the advice.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// Adds the odds over so many worlds to JSON and Markdown: the page has 1,000, which take a few seconds; 0 leaves them out.
        #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u32).range(..=1_000_000))]
        worlds: u32,
        /// Access logs to take visits, peaks and the week from, in place of the answers.
        #[arg(long, value_name = "FILE")]
        traffic: Vec<PathBuf>,
        /// What groundplan-probe.php printed on the site's server, to take plugins, uploads and times from.
        #[arg(long, value_name = "FILE")]
        probe: Option<PathBuf>,
        /// Kinds of traffic in those logs to keep away from PHP.
        #[arg(long, value_enum, value_name = "KIND")]
        without: Vec<Kind>,
        /// A choice that is made already, like nat=none; may be given several times.
        #[arg(long = "pin", value_name = "CHOICE=VALUE")]
        pins: Vec<String>,
    },
    /// Lists the designs that were considered, and those no other is both cheaper and less down than.
    Designs(designs::Designs),
    /// Lists the presets, or prints the answers of one as JSON.
    Presets {
        /// The preset to print.
        name: Option<String>,
    },
    /// Draws the architecture of one hosting option.
    Diagram(diagram::Diagram),
    /// Writes the files that build one hosting option: templates, server configuration, scripts, runbooks.
    Kit(kit::Kit),
    /// Says how sure the advice is: odds over worlds that may come, and what would change the answer.
    Odds(odds::Odds),
    /// Simulates a week of one hosting option, or CPU credits along a trace.
    Simulate(simulate::Simulate),
    /// Measures the traffic in access logs.
    Measure(measure::Measure),
    /// Prints the JSON Schema of the answers, or of another file.
    Schema {
        /// Which file.
        #[arg(value_enum, default_value_t = File::Answers)]
        file: File,
    },
}

/// A kind of file that has a schema.
#[derive(Clone, Copy, ValueEnum)]
enum File {
    /// The answers that advice is given on.
    Answers,
    /// How the page presents itself on a site.
    Kit,
    /// A workshop as it is saved.
    Workshop,
}

/// A kind of traffic that can be kept away from PHP.
#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    /// Bots that say so.
    Bots,
    /// Log-ins tried at xmlrpc.php: as if it were closed.
    Xmlrpc,
    /// Other attacks.
    Attacks,
    /// Single clients above 60 PHP requests a minute.
    Heavy,
}

/// How advice is written.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For a terminal.
    Text,
    /// For scripts.
    Json,
    /// For a document.
    Markdown,
}

/// Runs the command line; 0 when all went well, 2 when the input was not understood.
pub(crate) fn run() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Advise { answers, format, worlds, traffic, probe, without, pins } => {
            let measured = advise::Measured { logs: &traffic, probe: probe.as_deref(), without: &without };
            advise::run(&answers, format, worlds, &measured, &pins)
        }
        Command::Designs(command) => designs::run(&command),
        Command::Presets { name } => presets::run(name.as_deref()),
        Command::Diagram(command) => diagram::run(&command),
        Command::Kit(command) => kit::run(&command),
        Command::Odds(command) => odds::run(&command),
        Command::Simulate(command) => simulate::run(&command),
        Command::Measure(command) => measure::run(&command),
        Command::Schema { file } => Ok(match file {
            File::Answers => session::schema(),
            File::Kit => consultant_kit::schema(),
            File::Workshop => workshop::schema(),
        }),
    };
    match done {
        Ok(text) => print(&text),
        Err(message) => {
            eprintln!("{}", message.trim_end());
            ExitCode::from(2)
        }
    }
}

/// Writes to standard output; a reader that has gone away, as `head` does, is no error.
fn print(text: &str) -> ExitCode {
    use std::io::Write as _;
    match writeln!(std::io::stdout(), "{}", text.trim_end()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("standard output: {error}");
            ExitCode::FAILURE
        }
    }
}
