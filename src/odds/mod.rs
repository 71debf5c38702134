//! How sure the advice is: the decision made again in many worlds that may come, and the smallest changes that turn it.
//!
//! A world is one draw of everything that is uncertain. In each the designs on offer live through their week and are
//! decided about anew, with priorities that differ a little as well: stochastic multicriteria acceptability analysis
//! (SMAA-2; R. Lahdelma and P. Salminen, Operations Research 49(3), 2001), with must-haves kept apart from the score.

mod acceptability;
mod band;
mod carried;
mod deciding;
mod draw;
mod outlook;
mod regions;
mod sampling;
mod sensitivity;
mod turning_point;
mod weight_change;
mod words;
mod world;

pub use acceptability::{Acceptability, Drawn, none_admitted, pairwise};
pub use band::Band;
pub use carried::Carried;
pub use draw::{Draw, contaminated, uniform_weights};
pub use outlook::{LookingAhead, MONTHS, Month, Move, OptionOutlook, Outlook, Upsizing};
pub use regions::{Axis, Cell, Mapping, Regions, mappable};
pub use sampling::{Confidence, Odds, OptionOdds, SHARE, Sampling};
pub use sensitivity::first_order;
pub use turning_point::{Turning, TurningPoint, TurningPoints};
pub use weight_change::{WeightChange, least_points_moved, one_weight};
pub use words::{Kept, Said, Sureness, percent};
pub use world::{Carrier, USES_PHP_SESSIONS, Uncertain, World, writes_to_disk};
