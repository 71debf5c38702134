//! One world that may come: everything uncertain drawn once.

use strum::VariantArray;

use super::draw::{Draw, contaminated, uniform_weights};
use crate::{
    catalog::Confidence,
    questionnaire::{
        Answers, ClosedSet, Criterion, DemandParameter, LocalWrites, NOT_SURE, ParameterId, PhpSessions, QUESTIONS,
        QuestionId, Said, SiteKind, Unsure, UntilKnown, Weights,
    },
    simulation::Rules,
    units::Ratio,
    workload::{Assumption, Whose, Workload},
};

/// What is uncertain beside the parameters, each with a draw of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
enum Beside {
    /// How well the site is run, which sets how long it is down.
    Hands,
    /// How far prices of medium confidence are off.
    MediumPrices,
    /// How far prices of low confidence are off.
    LowPrices,
    /// Whether plugins write to the disk of the web server, where nobody knows.
    LocalWrites,
    /// Whether plugins keep sessions on the web server, where nobody knows.
    Sessions,
    /// Whether the site has what does not work in exported pages: a form, comments, a search. Nobody is asked.
    Forms,
}

/// How likely plugins of a kind of site write to the disk what all servers have to see, where nobody says. Our estimate, low
/// confidence; an answer takes its place. Most plugins write something, but caches can be built by each server, and uploads are
/// kept apart in every form. WordPress VIP runs its sites on read-only servers, and what does not work there are mainly plugins
/// for caching, backups and images, which other means replace
/// (<https://docs.wpvip.com/technical-references/plugins/plugin-incompatibilities/>). What is left are page builders, whose
/// style sheets are written once (<https://github.com/elementor/elementor/issues/7237>), and the exports, feeds and packages
/// of shops and courses. News sites have developers who would notice. Both read November 2026.
pub const fn writes_to_disk(site: SiteKind) -> Ratio {
    match site {
        SiteKind::Brochure | SiteKind::Blog => Ratio::new(0.25),
        SiteKind::News => Ratio::new(0.15),
        SiteKind::Shop | SiteKind::Membership => Ratio::new(0.3),
    }
}

/// How likely plugins use PHP sessions, where nobody says. Our estimate, low confidence: WordPress itself uses none and warns
/// of them (Tools, Site Health), and WooCommerce keeps its own in the database.
pub const USES_PHP_SESSIONS: Ratio = Ratio::new(0.15);

/// How many inputs a world draws.
pub(super) fn inputs() -> usize {
    ParameterId::all().count() + Beside::VARIANTS.len()
}

/// One draw of everything uncertain.
#[derive(Clone, Debug)]
pub struct World {
    /// The client's answers with a value for every parameter they leave uncertain, and with priorities a little different.
    pub answers: Answers,
    /// The priorities, adding up to 1, in the order of the criteria.
    pub weights: [f64; 8],
    /// What every input was drawn as, 0 to 1: the parameters in their order, then what else is uncertain.
    pub drawn: Vec<f64>,
}

impl World {
    /// The world of a number. All inputs are drawn whether they are uncertain or not, so that each keeps its draws when
    /// another is answered.
    pub fn new(uncertain: &Uncertain, seed: u64, number: u64) -> Self {
        let draw = &mut Draw::of_world(seed, number);
        let drawn: Vec<f64> = (0..inputs()).map(|_| draw.uniform()).collect();
        let mut answers = uncertain.answers.clone();
        for (input, assumption) in &uncertain.parameters {
            let value = assumption.parameter.quantile(drawn[*input]);
            answers.overrides.insert(assumption.parameter.id.token().to_owned(), value);
        }
        let weights = contaminated(&uncertain.weights, &uniform_weights(draw), uncertain.share);
        answers.weights = Weights::new(weights.map(|weight| weight * 100.0));
        let world = Self { answers, weights, drawn };
        world.with_open_answers()
    }

    fn with_open_answers(mut self) -> Self {
        let site = self.answers.site;
        if self.answers.local_writes == Said::NotSure {
            let yes = self.beside(Beside::LocalWrites) < writes_to_disk(site).value();
            self.answers.local_writes = Said::Known(if yes { LocalWrites::Yes } else { LocalWrites::No });
        }
        if self.answers.php_sessions == Said::NotSure {
            let yes = self.beside(Beside::Sessions) < USES_PHP_SESSIONS.value();
            self.answers.php_sessions = Said::Known(if yes { PhpSessions::Yes } else { PhpSessions::No });
        }
        self
    }

    fn beside(&self, input: Beside) -> f64 {
        self.drawn[ParameterId::all().count() + input as usize]
    }

    /// How well the site is run in this world: 0 the best, 1 the worst of comparable sites.
    pub fn hands(&self) -> Ratio {
        Ratio::new(self.beside(Beside::Hands))
    }

    /// Whether something happens in this world that exporting pages makes this likely.
    pub fn breaks_in_export(&self, chance: f64) -> bool {
        self.beside(Beside::Forms) < chance
    }

    /// What a price is multiplied with. Prices read from an official list are exact; of an indirect or older source they may
    /// be a tenth off, and of what was inferred or remembered three tenths. Convention.
    pub fn price_factor(&self, confidence: Confidence) -> f64 {
        let within = |span: f64, input| 1.0 + span * (2.0 * self.beside(input) - 1.0);
        match confidence {
            Confidence::High => 1.0,
            Confidence::Medium => within(0.1, Beside::MediumPrices),
            Confidence::Low => within(0.3, Beside::LowPrices),
        }
    }
}

/// Something that carries part of the doubt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Carrier {
    /// A parameter of the model that nobody has fixed.
    Parameter(Assumption),
    /// A question without a number that was left open.
    Open(QuestionId),
    /// What no answer settles, in words.
    Other(&'static str),
}

impl Carrier {
    /// What it is called.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Parameter(assumption) => assumption.parameter.name,
            Self::Open(question) => question.question().label,
            Self::Other(name) => name,
        }
    }

    /// Where its draws are parted in two: in the middle, or between yes and no.
    pub fn parted_at(&self, answers: &Answers) -> f64 {
        match self {
            Self::Open(QuestionId::LocalWrites) => writes_to_disk(answers.site).value(),
            Self::Open(QuestionId::Sessions) => USES_PHP_SESSIONS.value(),
            Self::Parameter(_) | Self::Open(_) | Self::Other(_) => 0.5,
        }
    }

    /// The question an answer to which would settle it, if there is one that is open.
    pub fn question(&self, answers: &Answers) -> Option<QuestionId> {
        let open = |question: &QuestionId| question.question().read(answers) == NOT_SURE;
        match self {
            Self::Parameter(assumption) => {
                QUESTIONS.iter().map(|asked| asked.id).filter(open).find(|question| match question.question().unsure {
                    Unsure::Offered(UntilKnown::Range { of, .. } | UntilKnown::Percent { of }) => {
                        ParameterId::Demand(of) == assumption.parameter.id
                    }
                    Unsure::Offered(UntilKnown::Peak) => {
                        ParameterId::Demand(DemandParameter::Peak) == assumption.parameter.id
                    }
                    Unsure::Offered(UntilKnown::Growth | UntilKnown::MediaGrowth | UntilKnown::Says(_))
                    | Unsure::NotOffered => false,
                })
            }
            Self::Open(question) => Some(*question),
            Self::Other(_) => None,
        }
    }
}

/// An assumption with the range it is drawn from, where it has one: ours, or what was measured.
fn drawn(mut assumption: Assumption) -> Option<Assumption> {
    match assumption.whose {
        Whose::Ours => {}
        Whose::Measured => {
            let parameter = &mut assumption.parameter;
            [parameter.low, parameter.mode, parameter.high] = assumption.used;
        }
        Whose::Said | Whose::Yours => return None,
    }
    (assumption.parameter.low < assumption.parameter.high).then_some(assumption)
}

/// What is uncertain about a client: the answers, and the parameters that nobody has fixed.
#[derive(Clone, Debug)]
pub struct Uncertain {
    pub(super) answers: Answers,
    /// With the place of each among the inputs.
    parameters: Vec<(usize, Assumption)>,
    weights: [f64; 8],
    share: f64,
}

impl Uncertain {
    /// What these answers leave uncertain; `share` of the points may stand on any criterion.
    pub fn new(answers: &Answers, share: Ratio) -> Self {
        let demand = Workload::new(answers).assumptions;
        let week = Rules::assumptions(&answers.overrides, answers.operator);
        let all = demand.into_iter().chain(week);
        let place = |assumption: &Assumption| ParameterId::all().position(|id| id == assumption.parameter.id);
        let parameters =
            all.filter_map(drawn).filter_map(|assumption| Some((place(&assumption)?, assumption))).collect();
        Self {
            answers: answers.clone(),
            parameters,
            weights: std::array::from_fn(|k| answers.weights.share(Criterion::ALL[k])),
            share: share.value(),
        }
    }

    /// The client's priorities, adding up to 1.
    pub const fn weights(&self) -> &[f64; 8] {
        &self.weights
    }

    /// All that is uncertain, with the place of each among the inputs of a world.
    pub fn carriers(&self) -> Vec<(usize, Carrier)> {
        let beside = |input: Beside| ParameterId::all().count() + input as usize;
        let open = [
            (self.answers.local_writes == Said::NotSure).then_some((Beside::LocalWrites, QuestionId::LocalWrites)),
            (self.answers.php_sessions == Said::NotSure).then_some((Beside::Sessions, QuestionId::Sessions)),
        ];
        let open = open.into_iter().flatten().map(|(input, question)| (beside(input), Carrier::Open(question)));
        let others = [
            (beside(Beside::Hands), Carrier::Other("how well it is run")),
            (beside(Beside::MediumPrices), Carrier::Other("prices of medium confidence")),
            (beside(Beside::LowPrices), Carrier::Other("prices of low confidence")),
            (beside(Beside::Forms), Carrier::Other("whether it has a form, comments or a search")),
        ];
        let parameters = self.parameters().map(|(input, assumption)| (input, Carrier::Parameter(*assumption)));
        parameters.chain(open).chain(others).collect()
    }

    /// The parameters nobody has fixed, with the place of each among the inputs of a world.
    pub fn parameters(&self) -> impl Iterator<Item = (usize, &Assumption)> {
        self.parameters.iter().map(|(input, assumption)| (*input, assumption))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::{DemandParameter, preset};

    fn uncertain(id: &str, share: f64) -> Uncertain {
        Uncertain::new(&(preset(id).unwrap().answers)(), Ratio::new(share))
    }

    #[test]
    fn a_world_draws_each_uncertain_parameter_inside_its_range_and_leaves_what_was_said() {
        let mut shop = (preset("shop").unwrap().answers)();
        shop.overrides.insert("ppv".to_owned(), 3.0);
        let uncertain = Uncertain::new(&shop, Ratio::new(0.3));
        assert!(uncertain.parameters.len() > 30);
        for number in 0..200 {
            let world = World::new(&uncertain, 1, number);
            for (_, assumption) in uncertain.parameters() {
                let parameter = assumption.parameter;
                let value = world.answers.overrides.get(parameter.id.token()).unwrap();
                assert!((parameter.low..=parameter.high).contains(&value), "{}: {value}", parameter.name);
            }
            assert_eq!(world.answers.overrides.get("ppv"), Some(3.0));
            assert!((world.weights.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn priorities_stay_as_they_were_said_where_no_share_may_move() {
        let uncertain = uncertain("news", 0.0);
        let world = World::new(&uncertain, 1, 5);
        assert_eq!(world.weights, uncertain.weights);
    }

    /// An open question is yes as often as is estimated for its kind of site, whatever else is drawn.
    #[test]
    fn an_open_question_is_yes_as_often_as_is_estimated() {
        for id in ["blog", "news", "shop"] {
            let uncertain = uncertain(id, 0.3);
            let worlds: Vec<World> = (0..4_000).map(|number| World::new(&uncertain, 1, number)).collect();
            let share = |yes: &dyn Fn(&Answers) -> bool| {
                worlds.iter().filter(|world| yes(&world.answers)).count() as f64 / worlds.len() as f64
            };
            let open = (preset(id).unwrap().answers)();
            if open.local_writes == Said::NotSure {
                let writes = share(&|answers| answers.local_writes == Said::Known(LocalWrites::Yes));
                assert!((writes - writes_to_disk(open.site).value()).abs() < 0.025, "{id}: {writes}");
            }
            if open.php_sessions == Said::NotSure {
                let sessions = share(&|answers| answers.php_sessions == Said::Known(PhpSessions::Yes));
                assert!((sessions - USES_PHP_SESSIONS.value()).abs() < 0.025, "{id}: {sessions}");
            }
        }
    }

    /// An answer that is given takes its own input out, and moves no other.
    #[test]
    fn an_answered_question_moves_no_other_draw() {
        let open = (preset("shop").unwrap().answers)();
        let mut known = open.clone();
        known.overrides.insert(DemandParameter::PageWeight.into_token(), 900.0);
        let [open, known] = [open, known].map(|answers| Uncertain::new(&answers, Ratio::new(0.3)));
        assert_eq!(open.parameters.len(), known.parameters.len() + 1);
        let [open, known] = [open, known].map(|uncertain| World::new(&uncertain, 9, 17));
        assert_eq!(open.drawn, known.drawn);
        assert_eq!(open.weights, known.weights);
    }

    impl DemandParameter {
        fn into_token(self) -> String {
            ParameterId::Demand(self).token().to_owned()
        }
    }
}
