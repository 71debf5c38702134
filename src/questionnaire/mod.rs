//! What is asked, and what was said: questions, answers, presets, and the messages for answers that make no sense.
//!
//! Every answer has one written form, its token, used alike by links, files, the page and the command line, so that
//! there is one place where text becomes an answer and one kind of message when it does not.

mod amounts;
mod answers;
mod criterion;
mod measured;
mod money;
mod musts;
pub mod number;
mod overrides;
mod parameter_id;
mod parameter_range;
mod presets;
mod question;
mod question_id;
mod questions;
mod said;
mod site;
pub mod stops;
mod team;
mod today;
mod unit;
mod weights;

pub use crate::codec::{ClosedSet, Problem, Token};
pub use answers::Answers;
pub use criterion::Criterion;
pub use measured::{LONGEST_SOURCE, Measured, Replay, TrafficKind};
pub use money::{Currency, WorkInTotal, WouldCommit};
pub use musts::{BackIn, DataLoss, ZoneLoss};
pub use overrides::Overrides;
pub use parameter_id::{DemandParameter, ParameterId, WeekParameter};
pub use presets::{PRESETS, Preset, preset};
pub use question::{DOLLARS, Depth, Input, NOT_SURE, Question, Section, Touches, Unsure, UntilKnown};
pub use question_id::QuestionId;
pub use questions::{KEY_QUESTIONS, QUESTIONS, asked, question};
pub use said::Said;
pub use site::{Peaks, Readers, SiteKind, Theme};
pub use team::{AwsTies, GitSkill, LocalWrites, Operator, PhpSessions, PluginChanges};
pub use today::seller;
pub use weights::{Priorities, Weights};
