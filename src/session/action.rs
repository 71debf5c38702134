use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{Asked, Field, Happening, Scenarios, Setting};
use crate::{
    options::OptionId,
    questionnaire::{Answers, ClosedSet, Priorities},
};

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Appearance {
    /// As the device is set.
    #[default]
    #[strum(serialize = "auto")]
    Device,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl ClosedSet for Appearance {
    fn label(self) -> &'static str {
        match self {
            Self::Device => "As the device",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }
}

/// What a person can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Type into a field; taken as soon as it makes sense, complained about only when the field is left.
    Type(Field, String),
    /// Move a slider: like typing, but the field shows the value at once.
    Slide(Field, String),
    /// Leave a field, or let go of a slider.
    Settle(Field),
    /// Choose an answer, or press a button that changes one.
    Choose(Field, String),
    /// Start from a preset.
    Start(&'static str),
    /// Take a ready-made spread of the points.
    Weigh(Priorities),
    /// Rescale the points so that they add up to 100.
    Rescale,
    /// Take a whole set of answers: a change somebody proposed.
    Take(Box<Answers>),
    /// Open other answers in place of these, with the scenarios beside them: those of a file.
    Open(Box<Answers>, Scenarios),
    /// Add a scenario with a name and answers of its own, and edit it from now on.
    AddScenario(String, Box<Answers>),
    /// Edit another scenario, by its place.
    EditScenario(usize),
    /// Give the edited scenario a name; typing on is one step.
    NameScenario(String),
    /// Remove the edited scenario.
    RemoveScenario,
    /// Have something happen in the simulated week, or no more.
    Ask(Happening, Asked),
    /// Change how it happens.
    Adjust(Happening, Setting, String),
    /// Go back one step.
    Undo,
    /// Go forward again.
    Redo,
    /// Start over.
    Reset,
    /// Put away the notes on what a link said that was not understood.
    Dismiss,
    /// Keep the present answers as the baseline that later ones are compared with.
    KeepBaseline,
    /// Compare with the step before again.
    DropBaseline,
    /// Show the architecture and the bill of an option in place of the recommended one's, or of that one again.
    Look(Option<OptionId>),
    /// Change the appearance.
    Show(Appearance),
    /// Come to an address: the back button, or a fragment typed by hand.
    Arrive(String),
}
