use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::{
    questionnaire::{Answers, ClosedSet, Said},
    session::{Asked, Happening, WhatIfs},
    workload::usual_visits,
};

/// Something that is tried out in front of people, without an answer being changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Trial {
    /// Nothing.
    #[default]
    None,
    /// Twice the visits.
    Double,
    /// Five times the visits.
    Fivefold,
    /// A spike in the week.
    Spike,
    /// An Availability Zone lost in the week.
    ZoneLost,
}

impl ClosedSet for Trial {
    fn label(self) -> &'static str {
        match self {
            Self::None => "As answered",
            Self::Double => "Twice the visits",
            Self::Fivefold => "Five times the visits",
            Self::Spike => "A viral spike",
            Self::ZoneLost => "A zone is lost",
        }
    }
}

impl Trial {
    /// The answers it is tried with, where it changes any.
    pub fn answers(self, answers: &Answers) -> Option<Answers> {
        let times = match self {
            Self::Double => 2.0,
            Self::Fivefold => 5.0,
            Self::None | Self::Spike | Self::ZoneLost => return None,
        };
        let visits = answers.visits.or(usual_visits(answers.site)) * times;
        Some(Answers { visits: Said::Known(visits), ..answers.clone() })
    }

    /// What the week brings, where it brings something.
    pub fn what_ifs(self) -> Option<WhatIfs> {
        let happening = match self {
            Self::Spike => Happening::Spike,
            Self::ZoneLost => Happening::Zone,
            Self::None | Self::Double | Self::Fivefold => return None,
        };
        Some(WhatIfs::default().asking(happening, Asked::Yes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trial_changes_the_visits_or_the_week_and_never_both() {
        let answers = Answers::default();
        for trial in Trial::VARIANTS {
            let changes = (trial.answers(&answers).is_some(), trial.what_ifs().is_some());
            assert_eq!(changes != (false, false), *trial != Trial::None, "{trial:?}");
            assert_ne!(changes, (true, true));
        }
        let fivefold = Trial::Fivefold.answers(&answers).unwrap();
        assert_eq!(fivefold.visits.known().map(|visits| visits.value()), Some(1_500_000.0));
    }
}
