//! `groundplan diagram`: the picture of one option, as a file or in words.

use clap::{Args, ValueEnum};
use groundplan::{
    advice::advise,
    catalog::Catalog,
    diagram::{Legend, Orientation, Theme, draw, drawio, outline, svg},
    report, typeface,
};

use super::{known_options, read_answers};

/// What is drawn, and how.
#[derive(Args)]
pub(super) struct Diagram {
    /// The answers; "-" reads standard input.
    answers: String,
    /// The hosting option; the one that fits best where nothing is said.
    #[arg(long, help = format!("The hosting option: {}; the one that fits best where nothing is said", known_options()))]
    option: Option<String>,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Svg)]
    format: Format,
    /// Which way it reads.
    #[arg(long, value_enum, default_value_t = Reading::Landscape)]
    reading: Reading,
    /// Its colours, where the format has any.
    #[arg(long, value_enum, default_value_t = Colours::Auto)]
    theme: Colours,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A picture that stands alone, with its legend.
    Svg,
    /// A file for draw.io, with AWS's icons.
    Drawio,
    /// Parts and connections in words.
    Outline,
}

#[derive(Clone, Copy, ValueEnum)]
enum Reading {
    /// From left to right.
    Landscape,
    /// From top to bottom.
    Portrait,
}

#[derive(Clone, Copy, ValueEnum)]
enum Colours {
    /// As the reader's system has it.
    Auto,
    /// Dark on white.
    Light,
    /// Light on dark.
    Dark,
}

/// Runs the command.
pub(super) fn run(command: &Diagram) -> Result<String, String> {
    let advice = advise(&read_answers(&command.answers)?, &Catalog::bundled());
    let standing = match command.option.as_deref() {
        Some(id) => {
            advice.option(id).ok_or_else(|| format!("there is no option {id}; there are {}", known_options()))?
        }
        None => advice.standings.first().ok_or("no option was built")?,
    };
    let orientation = match command.reading {
        Reading::Landscape => Orientation::Landscape,
        Reading::Portrait => Orientation::Portrait,
    };
    let theme = match command.theme {
        Colours::Auto => Theme::Auto,
        Colours::Light => Theme::Light,
        Colours::Dark => Theme::Dark,
    };
    let architecture = &standing.assessment.architecture;
    let picture = draw(architecture, orientation);
    Ok(match command.format {
        Format::Svg => {
            svg(&picture, &report::overlay(standing, &advice.answers, Legend::Shown), theme, Some(typeface::ADDRESS))
        }
        Format::Drawio => drawio(&picture),
        Format::Outline => outline(architecture, &picture).to_string(),
    })
}
