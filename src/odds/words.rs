use super::{
    carried::Carried,
    sampling::{Confidence, Odds, OptionOdds},
};
use crate::{
    advice::{Advice, siblings},
    questionnaire::{QuestionId, Unsure, UntilKnown},
    units::text,
};

/// How sure it is that an option is the one to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sureness {
    /// It is best in fewer than four worlds of ten, and so may be another.
    Open,
    /// Best in four to six and a half of ten.
    Close,
    /// Best in two thirds and more.
    Likely,
    /// Best in nine of ten and more.
    Clear,
}

impl Sureness {
    /// By the share of worlds in which it is best.
    pub fn of(first: f64) -> Self {
        match first {
            clear if clear >= 0.9 => Self::Clear,
            likely if likely >= 0.67 => Self::Likely,
            close if close >= 0.4 => Self::Close,
            _ => Self::Open,
        }
    }

    /// The word for it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Close => "close",
            Self::Likely => "likely",
            Self::Clear => "clear",
        }
    }
}

/// Whether a must-have is kept, by the share of worlds in which it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// In 19 of 20 worlds and more.
    Met,
    /// In more than half.
    AtRisk,
    /// In half or fewer.
    Fails,
}

impl Kept {
    /// By the share of worlds in which it is missed.
    pub fn of(missed: f64) -> Self {
        match missed {
            seldom if seldom <= 0.05 => Self::Met,
            sometimes if sometimes < 0.5 => Self::AtRisk,
            _ => Self::Fails,
        }
    }

    /// The word for it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::AtRisk => "at risk",
            Self::Fails => "fails",
        }
    }
}

/// A share as people say it: whole per cent, and never certainty from a sample.
pub fn percent(share: f64) -> String {
    let percent = share * 100.0;
    match percent {
        none if none <= 0.0 => "0 %".to_owned(),
        few if few < 1.0 => "under 1 %".to_owned(),
        most if most > 99.0 && most < 100.0 => "over 99 %".to_owned(),
        some => format!("{} %", some.round()),
    }
}

impl Odds {
    /// The option that is best most often, with its odds.
    pub fn best(&self) -> Option<&OptionOdds> {
        self.options.iter().max_by(|a, b| a.acceptability.first().total_cmp(&b.acceptability.first()))
    }

    /// How often an option is best of those worlds in which any is, 0 to 1.
    pub fn best_of_any(&self, option: &OptionOdds) -> f64 {
        let some = 1.0 - self.none_admitted;
        if some > 0.0 { option.acceptability.first() / some } else { 0.0 }
    }

    /// How sure it is that an option is the one to take, of those worlds in which any is.
    pub fn sureness(&self, option: &OptionOdds) -> Sureness {
        Sureness::of(self.best_of_any(option))
    }

    /// The odds of an option.
    pub fn of(&self, id: &str) -> Option<&OptionOdds> {
        self.options.iter().find(|option| option.id.0 == id)
    }
}

/// How sure the advice is, in sentences.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// What is at risk of being missed: it goes before everything else.
    pub at_risk: Option<String>,
    /// How sure, in a word; none where nothing fits.
    pub sureness: Option<Sureness>,
    /// How sure, in a sentence.
    pub sure: String,
    /// What it hangs on.
    pub hangs_on: Option<String>,
    /// The open question that would settle most.
    pub question: Option<QuestionId>,
}

/// What carries less of the doubt than this is not worth a question: a tenth of the odds.
const WORTH: f64 = 0.1;

impl Confidence {
    /// How sure the advice is, in sentences.
    pub fn said(&self, advice: &Advice) -> Said {
        let odds = &self.odds;
        let worlds = text::grouped(odds.worlds as f64);
        let recommended = advice.recommended().and_then(|standing| odds.of(standing.assessment.hosting.id.0));
        let Some(first) = recommended else {
            let some = 1.0 - odds.none_admitted;
            let sure = format!("In {} of {worlds} possible futures some option meets every must-have.", percent(some));
            return Said { at_risk: None, sureness: None, sure, hangs_on: None, question: None };
        };
        let name = |option: &OptionOdds| advice.option(option.id.0).map_or("", |it| it.assessment.hosting.name);
        let among = if odds.none_admitted > 0.0 {
            format!("those of {worlds} possible futures in which any option fits")
        } else {
            format!("{worlds} possible futures")
        };
        // Siblings are one answer to what is to be built.
        let is_sibling = |other: &OptionOdds| {
            let of = |option: &OptionOdds| advice.option(option.id.0);
            of(first).zip(of(other)).is_some_and(|(one, other)| siblings(one, other).is_some())
        };
        let (same, others): (Vec<&OptionOdds>, Vec<&OptionOdds>) =
            odds.options.iter().filter(|other| other.id != first.id).partition(|other| is_sibling(other));
        let own = odds.best_of_any(first);
        let best = own + same.iter().map(|sibling| odds.best_of_any(sibling)).sum::<f64>();
        let sureness = Sureness::of(best);
        let rival = others.into_iter().max_by(|a, b| a.acceptability.first().total_cmp(&b.acceptability.first()));
        let rival = rival.map(|rival| (name(rival), odds.best_of_any(rival))).filter(|(_, theirs)| *theirs >= 0.05);
        // Which of the siblings it is, is a sentence of its own, and the rival stands at its end.
        let split = same.first().filter(|sibling| odds.best_of_any(sibling) >= 0.05).map(|sibling| {
            let sibling_share = percent(odds.best_of_any(sibling));
            format!("Of these {} has {}, {} {sibling_share}", name(first), percent(own), name(sibling))
        });
        let sure = match (rival, split) {
            (Some((rival, theirs)), _) if theirs > best => {
                format!("{rival} is best more often, in {} against {} of {among}.", percent(theirs), percent(best))
            }
            (Some((rival, theirs)), Some(split)) => {
                format!("Best in {} of {among}. {split}, {rival} {}.", percent(best), percent(theirs))
            }
            (Some((rival, theirs)), None) => {
                format!("Best in {} of {among}; {rival} in {}.", percent(best), percent(theirs))
            }
            (None, Some(split)) => format!("Best in {} of {among}. {split}.", percent(best)),
            (None, None) => format!("Best in {} of {among}.", percent(best)),
        };
        let risk = first.missed.iter().find(|(_, missed)| Kept::of(*missed) != Kept::Met);
        let at_risk = risk.map(|(question, missed)| {
            format!(
                "In {} of possible futures it misses what was asked under “{}”.",
                percent(*missed),
                question.question().label.trim_end_matches('?')
            )
        });
        let (hangs_on, question) = self.hangs_on();
        Said { at_risk, sureness: Some(sureness), sure, hangs_on, question }
    }

    /// The open question that is worth answering next, with what it would narrow.
    pub fn next_question(&self) -> Option<&Carried> {
        self.carried.iter().find(|one| one.question.is_some() && one.narrows() >= WORTH)
    }

    fn hangs_on(&self) -> (Option<String>, Option<QuestionId>) {
        if let Some((carried, question)) = self.next_question().and_then(|one| Some((one, one.question?))) {
            let [lower, upper] = carried.halves.map(percent);
            let [one, other] = carried.ends();
            let said = format!(
                "“{}” would settle most: best in {lower} with {one}, in {upper} with {other}.",
                question.question().label.trim_end_matches('?')
            );
            return (Some(said), Some(question));
        }
        let most = self.carried.first().filter(|one| one.narrows() >= WORTH);
        (most.map(|one| format!("It hangs most on an assumption: “{}”.", text::capital(&one.name))), None)
    }
}

impl Carried {
    /// What its two halves are called.
    pub fn ends(&self) -> [&'static str; 2] {
        let is_word = |question: QuestionId| matches!(question.question().unsure, Unsure::Offered(UntilKnown::Says(_)));
        if self.question.is_some_and(is_word) {
            ["yes", "no"]
        } else {
            ["the lower half of its range", "the upper half"]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{advice::advise, catalog::Catalog, odds::Sampling, questionnaire::preset};

    /// The shop's doubt is one question that nobody has answered: it is named, with what it would settle, and the risk first.
    #[test]
    fn a_shop_is_told_which_question_would_settle_most() {
        let advice = advise(&(preset("shop").unwrap().answers)(), &Catalog::bundled());
        let mut sampling = Sampling::new(&advice);
        sampling.run(120);
        let said = sampling.confidence().said(&advice);
        assert_eq!(said.question, Some(QuestionId::LocalWrites));
        assert!(said.at_risk.is_some_and(|risk| risk.contains("Do plugins write to the local disk")));
        let hangs_on = said.hangs_on.unwrap();
        assert!(hangs_on.contains("would settle most: best in 0 % with yes, in "), "{hangs_on}");
        for sentence in [said.sure, hangs_on] {
            assert!(!sentence.contains("tie") && sentence.ends_with('.'), "{sentence}");
        }
    }

    #[test]
    fn words_begin_where_the_method_says() {
        let of = |share| Sureness::of(share).label();
        assert_eq!([0.9, 0.89, 0.67, 0.66, 0.4, 0.39].map(of), ["clear", "likely", "likely", "close", "close", "open"]);
        let kept = |missed| Kept::of(missed).label();
        assert_eq!([0.0, 0.05, 0.06, 0.49, 0.5, 1.0].map(kept), ["met", "met", "at risk", "at risk", "fails", "fails"]);
        assert_eq!([0.0, 0.004, 0.124, 0.996, 1.0].map(percent), ["0 %", "under 1 %", "12 %", "over 99 %", "100 %"]);
    }
}
