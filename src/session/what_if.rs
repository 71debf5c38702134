//! What a reader asks the simulated week to bring, and with what figures.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::field::within;
use crate::{
    architecture::Zone,
    questionnaire::{ClosedSet, Problem, number},
    simulation::{Event, Events, report::moment},
    units::{Count, Minutes, RequestsPerSecond},
};

/// Something that may happen in the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Happening {
    /// Many more readers than usual.
    Spike,
    /// Bots send requests that no cache takes.
    Flood,
    /// One web server fails.
    Server,
    /// An Availability Zone is lost.
    Zone,
    /// A new version is deployed.
    Deployment,
    /// A plugin is installed on the live site.
    Plugin,
}

impl ClosedSet for Happening {
    fn label(self) -> &'static str {
        match self {
            Self::Spike => "A campaign or viral spike",
            Self::Flood => "A flood of bots",
            Self::Server => "A web server fails",
            Self::Zone => "An Availability Zone is lost",
            Self::Deployment => "A new version is deployed",
            Self::Plugin => "A plugin is installed in wp-admin",
        }
    }
}

/// What can be set about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Setting {
    /// Weekday it starts on.
    Day,
    /// Hour it starts at.
    Hour,
    /// Multiple of the mean demand, on top of ordinary traffic.
    Height,
    /// Which zone.
    Zone,
    /// How long it lasts, in hours.
    Length,
    /// Requests a second by day.
    ByDay,
    /// Requests a second at night.
    ByNight,
}

impl ClosedSet for Setting {
    fn label(self) -> &'static str {
        match self {
            Self::Day => "Day",
            Self::Hour => "Start",
            Self::Height => "Times the mean demand",
            Self::Zone => "Zone",
            Self::Length => "Hours",
            Self::ByDay => "POSTs a second by day",
            Self::ByNight => "At night",
        }
    }
}

/// Weekdays as links write them.
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// Zones that can be lost, as links write them: with two of them every group of servers is hit.
const ZONES: [(&str, Zone); 2] = [("a", Zone::A), ("b", Zone::B)];
/// Until a spike has reached its height: links spread in minutes (estimate; the shortest spike lasts fifteen).
const RISE: Minutes = Minutes::new(10.0);

impl Happening {
    /// What can be set about it, in the order links write it.
    pub const fn settings(self) -> &'static [Setting] {
        match self {
            Self::Spike => &[Setting::Day, Setting::Hour, Setting::Height, Setting::Length],
            Self::Flood => &[Setting::Day, Setting::Hour, Setting::ByDay, Setting::ByNight, Setting::Length],
            Self::Zone => &[Setting::Day, Setting::Hour, Setting::Zone, Setting::Length],
            Self::Server | Self::Deployment | Self::Plugin => &[Setting::Day, Setting::Hour],
        }
    }
}

impl Setting {
    /// What can be chosen from, as links write it and as a person reads it; nothing where a number is typed.
    pub fn choices(self) -> Vec<(String, String)> {
        let part = |minute: usize, at| moment(minute as f64).split(' ').nth(at).unwrap_or_default().to_owned();
        match self {
            Self::Day => (0..7).map(|day| (DAYS[day].to_owned(), part(day * 1_440, 0))).collect(),
            Self::Hour => (0..24).map(|hour| (hour.to_string(), part(hour * 60, 1))).collect(),
            Self::Zone => ZONES.map(|(token, zone)| (token.to_owned(), zone.letter().to_owned())).to_vec(),
            Self::Height | Self::Length | Self::ByDay | Self::ByNight => Vec::new(),
        }
    }

    fn tokens(self) -> Vec<String> {
        self.choices().into_iter().map(|(token, _)| token).collect()
    }

    /// The value a text stands for: a position in the list, or the number itself.
    fn parse(self, text: &str) -> Result<f64, String> {
        let (unit, range) = match self {
            Self::Height => ("times", 1.0..=50.0),
            Self::Length => ("hours", 0.25..=168.0),
            Self::ByDay | Self::ByNight => ("requests", 0.0..=1_000.0),
            Self::Day | Self::Hour | Self::Zone => {
                let tokens = self.tokens();
                let at = tokens.iter().position(|token| token == text);
                return at.map(|at| at as f64).ok_or_else(|| format!("must be one of {}", tokens.join(", ")));
            }
        };
        within(text, unit, range, self.label())
    }

    fn token_of(self, value: f64) -> String {
        self.tokens().into_iter().nth(value as usize).unwrap_or_else(|| number::token(value))
    }
}

/// Whether something is to happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It is.
    Yes,
    /// It is not.
    No,
}

/// One thing that may happen, with its figures. They are kept while it is not asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    /// What.
    pub happening: Happening,
    /// Whether it is to.
    pub asked: Asked,
    /// By setting: positions in lists, or numbers.
    values: [f64; 7],
    typed: Vec<(Setting, String)>,
}

impl WhatIf {
    fn new(happening: Happening) -> Self {
        // Tuesday noon, ten times the mean, zone A, two hours; twelve POSTs a second for two days.
        let length = if happening == Happening::Flood { 48.0 } else { 2.0 };
        Self { happening, asked: Asked::No, values: [1.0, 12.0, 10.0, 0.0, length, 12.0, 12.0], typed: Vec::new() }
    }

    /// What stands in a field: what was typed and could not be taken, or else the value.
    pub fn shown(&self, setting: Setting) -> String {
        let typed = self.typed.iter().find(|(known, _)| *known == setting);
        typed.map_or_else(|| self.used(setting), |(_, text)| text.clone())
    }

    /// The value that is used.
    pub fn used(&self, setting: Setting) -> String {
        setting.token_of(self.value(setting))
    }

    /// Why what was typed could not be taken.
    pub fn problem(&self, setting: Setting) -> Option<String> {
        let (_, text) = self.typed.iter().find(|(known, _)| *known == setting)?;
        setting.parse(text).err()
    }

    /// The event it is in the week.
    pub fn event(&self) -> Event {
        let start = self.start();
        let length = Minutes::new(self.value(Setting::Length) * 60.0);
        match self.happening {
            Happening::Spike => {
                Event::Spike { start, height: Count::new(self.value(Setting::Height)), rise: RISE, length }
            }
            Happening::Flood => {
                let rate = |setting| RequestsPerSecond::new(self.value(setting));
                Event::BotFlood { start, length, by_day: rate(Setting::ByDay), by_night: rate(Setting::ByNight) }
            }
            Happening::Server => Event::InstanceFailure { start },
            Happening::Zone => {
                let zone = ZONES.get(self.value(Setting::Zone) as usize).map_or(Zone::A, |(_, zone)| *zone);
                Event::ZoneLoss { start, length, zone }
            }
            Happening::Deployment => Event::Deployment { start },
            Happening::Plugin => Event::PluginInstall { start },
        }
    }

    /// When it starts, in minutes of the week.
    pub fn start(&self) -> Minutes {
        Minutes::new((self.value(Setting::Day) * 24.0 + self.value(Setting::Hour)) * 60.0)
    }

    fn value(&self, setting: Setting) -> f64 {
        self.values[setting as usize]
    }

    fn set(&mut self, setting: Setting, text: &str) -> Result<(), String> {
        self.typed.retain(|(known, _)| *known != setting);
        match setting.parse(text) {
            Ok(value) => self.values[setting as usize] = value,
            Err(problem) => {
                self.typed.push((setting, text.to_owned()));
                return Err(problem);
            }
        }
        Ok(())
    }
}

/// All that may happen.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIfs([WhatIf; 6]);

impl Default for WhatIfs {
    fn default() -> Self {
        use Happening::{Deployment, Flood, Plugin, Server, Spike, Zone};
        Self([Spike, Flood, Server, Zone, Deployment, Plugin].map(WhatIf::new))
    }
}

impl WhatIfs {
    /// Each, asked for or not.
    pub fn iter(&self) -> impl Iterator<Item = &WhatIf> {
        self.0.iter()
    }

    /// What the week is to bring.
    pub fn events(&self) -> Events {
        self.asked().map(WhatIf::event).collect()
    }

    /// The same, with one thing asked for or no more.
    #[must_use]
    pub fn asking(mut self, happening: Happening, asked: Asked) -> Self {
        self.0[happening as usize].asked = asked;
        self
    }

    /// The same with a setting changed; where a text cannot be taken it is kept, and the value before goes on.
    #[must_use]
    pub fn adjusted(mut self, happening: Happening, setting: Setting, text: &str) -> Self {
        // The problem is told beside the field, from the text that is kept.
        let _ = self.0[happening as usize].set(setting, text);
        self
    }

    /// What links say of it: `if.spike=wed-20-12-1.5`.
    pub fn pairs(&self) -> impl Iterator<Item = String> {
        self.asked().map(|what_if| {
            let settings = what_if.happening.settings().iter();
            let values: Vec<String> = settings.map(|setting| what_if.used(*setting)).collect();
            format!("if.{}={}", what_if.happening.token(), values.join("-"))
        })
    }

    /// Takes what a link says of one of them, and as much of its figures as makes sense.
    ///
    /// # Errors
    /// Says what would be right.
    pub fn take(&mut self, key: &str, text: &str) -> Result<(), Problem> {
        let problem = |message| Problem { field: format!("if.{key}"), message };
        let happening = Happening::from_token(key);
        let happening = happening.ok_or_else(|| problem("is nothing the week of this version can bring".to_owned()))?;
        let mut told = WhatIf::new(happening);
        told.asked = Asked::Yes;
        let mut taken = Ok(());
        for (setting, text) in happening.settings().iter().zip(text.split('-')).filter(|(_, text)| !text.is_empty()) {
            taken = taken.and(told.set(*setting, text));
        }
        told.typed.clear();
        self.0[happening as usize] = told;
        taken.map_err(problem)
    }

    /// Those that are to happen.
    pub fn asked(&self) -> impl Iterator<Item = &WhatIf> {
        self.0.iter().filter(|what_if| what_if.asked == Asked::Yes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spike(settings: &[(Setting, &str)]) -> WhatIfs {
        let asked = WhatIfs::default().asking(Happening::Spike, Asked::Yes);
        settings.iter().fold(asked, |asked, (setting, text)| asked.adjusted(Happening::Spike, *setting, text))
    }

    fn taken(pairs: &[(&str, &str)]) -> (WhatIfs, Vec<String>) {
        let mut what_ifs = WhatIfs::default();
        let notes = pairs.iter().filter_map(|(key, text)| what_ifs.take(key, text).err());
        let notes = notes.map(|problem| problem.to_string()).collect();
        (what_ifs, notes)
    }

    #[test]
    fn a_spike_has_the_height_length_and_start_it_is_given() {
        let asked = spike(&[
            (Setting::Day, "wed"),
            (Setting::Hour, "20"),
            (Setting::Height, "12 times"),
            (Setting::Length, "90 min"),
        ]);
        assert_eq!(
            asked.events(),
            [Event::Spike {
                start: Minutes::new(2.0 * 1_440.0 + 1_200.0),
                height: Count::new(12.0),
                rise: RISE,
                length: Minutes::new(90.0),
            }]
        );
        assert_eq!(asked.pairs().collect::<Vec<_>>(), ["if.spike=wed-20-12-1.5"]);
        assert!(WhatIfs::default().events().is_empty());
    }

    #[test]
    fn what_cannot_be_taken_is_kept_and_explained_and_the_value_before_goes_on() {
        let asked = spike(&[(Setting::Height, "20"), (Setting::Height, "99"), (Setting::Length, "long")]);
        let what_if = asked.iter().next().unwrap();
        assert_eq!((what_if.shown(Setting::Height), what_if.used(Setting::Height)), ("99".to_owned(), "20".to_owned()));
        assert_eq!(
            what_if.problem(Setting::Height).unwrap(),
            "Times the mean demand must be between 1 and 50; you gave 99"
        );
        assert_eq!(
            what_if.problem(Setting::Length).unwrap(),
            "Hours must be a number from 0.25 to 168; \"long\" is not"
        );
        let righted = asked.adjusted(Happening::Spike, Setting::Height, "30");
        assert_eq!(righted.iter().next().unwrap().problem(Setting::Height), None);
        assert_eq!(righted.events().len(), 1);
    }

    #[test]
    fn links_bring_back_what_was_asked_and_nothing_else() {
        let all = Happening::ALL.iter().fold(WhatIfs::default(), |all, happening| all.asking(*happening, Asked::Yes));
        let all = all.adjusted(Happening::Zone, Setting::Zone, "b").adjusted(Happening::Plugin, Setting::Day, "sun");
        let pairs: Vec<String> = all.pairs().collect();
        assert_eq!(
            pairs,
            [
                "if.spike=tue-12-10-2",
                "if.flood=tue-12-12-12-48",
                "if.server=tue-12",
                "if.zone=tue-12-b-2",
                "if.deployment=tue-12",
                "if.plugin=sun-12"
            ]
        );
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|pair| pair[3..].split_once('=').unwrap()).collect();
        assert_eq!(taken(&pairs), (all, Vec::new()));
    }

    #[test]
    fn what_a_link_says_wrong_is_noted_and_the_rest_taken() {
        let (asked, notes) = taken(&[("spike", "wed-25-900-4"), ("moon", "full"), ("server", "")]);
        assert_eq!(asked.pairs().collect::<Vec<_>>(), ["if.spike=wed-12-10-4", "if.server=tue-12"]);
        assert_eq!(notes.len(), 2);
        assert!(notes[0].starts_with("if.spike: must be one of 0, 1, 2"), "{}", notes[0]);
        assert_eq!(notes[1], "if.moon: is nothing the week of this version can bring");
    }
}
