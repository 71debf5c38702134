//! `groundplan measure`: what the access logs of a site say of its traffic.

use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};

use clap::Args;
use groundplan::{
    codec,
    questionnaire::Answers,
    traffic_log::{Format, LogReader, first_second, plain},
};

/// What is measured, and how it is told.
#[derive(Args)]
pub(super) struct Measure {
    /// Access logs, also packed by gzip; "-" reads standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Their format, where it is not recognised.
    #[arg(long, value_parser = format, help = format!("Their format, where it is not recognised: {}", tokens()))]
    format: Option<Format>,
    /// Write figures for scripts.
    #[arg(long, conflicts_with = "answers")]
    json: bool,
    /// Write answers with what was measured, and all else left open, for `groundplan advise`.
    #[arg(long)]
    answers: bool,
}

/// Runs the command.
pub(super) fn run(command: &Measure) -> Result<String, String> {
    let traffic = read(&command.files, command.format)?.traffic();
    if traffic.lines == 0 {
        return Err(plain(&traffic));
    }
    if command.answers {
        return Ok(traffic.answers(&Answers::nothing_said()).to_json());
    }
    if command.json {
        let value = serde_json::to_value(&traffic).map_err(|error| error.to_string())?;
        return Ok(codec::pretty(&value));
    }
    Ok(plain(&traffic))
}

/// Reads logs, the earliest first: rotated ones continue one another.
pub(super) fn read(files: &[PathBuf], format: Option<Format>) -> Result<LogReader, String> {
    let mut order = Vec::new();
    for file in files {
        order.push((begins(file)?, file));
    }
    order.sort_by_key(|(first, _)| *first);
    let mut reader = LogReader::new(format);
    for (_, file) in order {
        reader.begin(&file.file_name().unwrap_or(file.as_os_str()).to_string_lossy());
        feed(&mut reader, file).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    reader.finish();
    Ok(reader)
}

fn feed(reader: &mut LogReader, file: &Path) -> io::Result<()> {
    let mut input: Box<dyn Read> =
        if is_standard_input(file) { Box::new(io::stdin()) } else { Box::new(File::open(file)?) };
    let mut piece = vec![0; 256 * 1_024];
    loop {
        match input.read(&mut piece)? {
            0 => return Ok(()),
            length => reader.feed(&piece[..length]),
        }
    }
}

/// The first second a file speaks of.
fn begins(file: &Path) -> Result<Option<u32>, String> {
    if is_standard_input(file) {
        return Ok(None);
    }
    let told = |error: io::Error| {
        let missing = error.kind() == io::ErrorKind::NotFound;
        let why = if missing { "there is no such file".to_owned() } else { error.to_string() };
        format!("{}: {why}", file.display())
    };
    let mut head = Vec::new();
    let input = File::open(file).map_err(told)?;
    input.take(64 * 1_024).read_to_end(&mut head).map_err(told)?;
    Ok(first_second(&head))
}

fn is_standard_input(file: &Path) -> bool {
    file.as_os_str() == "-"
}

fn format(token: &str) -> Result<Format, String> {
    Format::from_token(token).ok_or_else(|| format!("there are {}", tokens()))
}

fn tokens() -> String {
    Format::ALL.iter().map(|format| format.token()).collect::<Vec<_>>().join(", ")
}
