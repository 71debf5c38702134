use super::{Action, Appearance, Field, WhatIfs, link};
use crate::{
    options::OptionId,
    questionnaire::{Answers, PRESETS, Problem, QuestionId, Weights, preset},
};

/// How many steps can be taken back.
const STEPS: usize = 100;

/// One session: the answers, how they came about, and what is being typed.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Session {
    answers: Answers,
    what_ifs: WhatIfs,
    defaults: Answers,
    start: Answers,
    touched: Vec<QuestionId>,
    past: Vec<(Answers, WhatIfs)>,
    future: Vec<(Answers, WhatIfs)>,
    typed: Vec<(Field, Typed)>,
    merging: Option<Field>,
    steps: usize,
    arrivals: usize,
    notes: Vec<Problem>,
    baseline: Option<Answers>,
    looked_at: Option<OptionId>,
    appearance: Appearance,
}

/// A text that stands in a field and is not, or not yet, its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The text, as typed.
    pub text: String,
    /// Why it cannot be taken, once the field has been left.
    pub problem: Option<Problem>,
}

impl Session {
    /// A session that starts from a link.
    pub fn open(fragment: &str) -> Self {
        Self::open_with(Answers::default(), fragment)
    }

    /// A session that starts from a consultant's defaults, and a link that may bring other answers.
    pub fn open_with(defaults: Answers, fragment: &str) -> Self {
        let link::Decoded { answers, what_ifs, notes } = link::decode_over(fragment, &defaults);
        let session = Self { answers, what_ifs, notes, defaults, ..Self::default() };
        // A link to a preset starts from it as a button does.
        let mut presets = PRESETS.iter().filter_map(|known| session.preset(known.id));
        let start = presets.find(|preset| *preset == session.answers);
        Self { start: start.unwrap_or_else(|| session.defaults.clone()), ..session }
    }

    /// Whether an answer is the reader's: given here, or other than in what was started from.
    pub fn is_given(&self, id: QuestionId) -> bool {
        let question = id.question();
        self.touched.contains(&id) || question.read(&self.answers) != question.read(&self.start)
    }

    /// Whether nothing has been said yet, neither here nor by a link: what is shown then is an example.
    pub fn is_untouched(&self) -> bool {
        self.answers == self.defaults && self.touched.is_empty() && self.past.is_empty()
    }

    /// The answers of a preset with the consultant's defaults; none where there is no such preset.
    pub fn preset(&self, id: &str) -> Option<Answers> {
        preset(id).map(|preset| link::with_defaults((preset.answers)(), &self.defaults))
    }

    /// The answers as last understood.
    pub const fn answers(&self) -> &Answers {
        &self.answers
    }

    /// What the simulated week is to bring. Answers come and go, it stays.
    pub const fn what_ifs(&self) -> &WhatIfs {
        &self.what_ifs
    }

    /// The fragment that brings these answers back, and what the week is to bring.
    pub fn link(&self) -> String {
        let mut link = link::encode(&self.answers);
        let pairs: Vec<String> = self.what_ifs.pairs().collect();
        // The default answers need no link, except where an empty one would bring the consultant's.
        if link.is_empty() && (self.defaults != self.answers || !pairs.is_empty()) {
            link = format!("v={}", link::VERSION);
        }
        pairs.into_iter().fold(link, |link, pair| format!("{link}&{pair}"))
    }

    /// What the link said that was not understood.
    pub fn notes(&self) -> &[Problem] {
        &self.notes
    }

    /// What stands in a field, where that is not simply its answer.
    pub fn typed(&self, field: &Field) -> Option<&Typed> {
        self.typed.iter().find(|(known, _)| known == field).map(|(_, typed)| typed)
    }

    /// The fields whose text could not be taken.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.typed.iter().filter_map(|(_, typed)| typed.problem.as_ref())
    }

    /// How many steps have been taken; typing on in one field, or moving one slider, is one step.
    pub const fn steps(&self) -> usize {
        self.steps
    }

    /// How many times answers have come from elsewhere, a link or a file, that were no step of this session.
    pub const fn arrivals(&self) -> usize {
        self.arrivals
    }

    /// Whether a change is still being made: a field not left, a slider not let go.
    pub const fn is_settled(&self) -> bool {
        self.merging.is_none()
    }

    /// Whether there is a step to take back.
    pub const fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to take again.
    pub const fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The answers the present ones are compared with: the baseline, or else those of the step that changed them.
    pub fn compared(&self) -> Option<&Answers> {
        let before = self.past.iter().rev().map(|(answers, _)| answers).find(|answers| **answers != self.answers);
        self.baseline.as_ref().or(before)
    }

    /// Whether answers are kept as a baseline to compare with.
    pub const fn has_baseline(&self) -> bool {
        self.baseline.is_some()
    }

    /// The option looked at in place of the recommended one.
    pub const fn looked_at(&self) -> Option<OptionId> {
        self.looked_at
    }

    /// Light, dark, or as the device is set.
    pub const fn appearance(&self) -> Appearance {
        self.appearance
    }

    /// The session after an action.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::Type(field, text) => next.enter(field, text, Keep::Text),
            Action::Slide(field, text) => next.enter(field, text, Keep::Value),
            Action::Settle(field) => next.settle(&field),
            Action::Choose(field, text) => {
                next.merging = None;
                next.enter(field.clone(), text, Keep::Value);
                next.settle(&field);
            }
            Action::Start(id) => {
                if let Some(answers) = next.preset(id) {
                    next.start_from(answers.clone());
                    next.replace(answers);
                }
            }
            Action::Weigh(priorities) => next.reweigh(|_| priorities.weights()),
            Action::Rescale => next.reweigh(|weights| weights.rescaled()),
            Action::Take(answers) => next.replace(*answers),
            Action::Open(answers) => {
                next.arrivals += usize::from(*answers != next.answers);
                next.replace(*answers);
            }
            Action::Ask(happening, asked) => next.set_what_ifs(next.what_ifs.clone().asking(happening, asked)),
            Action::Adjust(happening, setting, text) => {
                next.set_what_ifs(next.what_ifs.clone().adjusted(happening, setting, &text));
            }
            Action::Undo => next.undo(),
            Action::Redo => next.redo(),
            Action::Reset => {
                next.start_from(next.defaults.clone());
                next.typed.clear();
                next.change((next.defaults.clone(), WhatIfs::default()), None);
            }
            Action::Dismiss => next.notes.clear(),
            Action::KeepBaseline => next.baseline = Some(next.answers.clone()),
            Action::DropBaseline => next.baseline = None,
            Action::Look(option) => next.looked_at = option,
            Action::Show(appearance) => next.appearance = appearance,
            Action::Arrive(fragment) => next.arrive(&fragment),
        }
        next
    }

    fn enter(&mut self, field: Field, text: String, keep: Keep) {
        match field.answer(&self.answers, &text) {
            Ok(answers) => {
                self.touch(&field);
                let typed = (keep == Keep::Text).then_some(Typed { text, problem: None });
                self.set_typed(&field, typed);
                self.change((answers, self.what_ifs.clone()), Some(field));
            }
            Err(problem) => {
                let complained = self.typed(&field).is_some_and(|typed| typed.problem.is_some());
                let problem = (complained || keep == Keep::Value).then_some(problem);
                self.set_typed(&field, Some(Typed { text, problem }));
            }
        }
    }

    fn touch(&mut self, field: &Field) {
        if let Field::Question(id) = field
            && !self.touched.contains(id)
        {
            self.touched.push(*id);
        }
    }

    fn start_from(&mut self, answers: Answers) {
        self.start = answers;
        self.touched.clear();
    }

    fn settle(&mut self, field: &Field) {
        self.merging = None;
        let Some(typed) = self.typed(field) else { return };
        match field.answer(&self.answers, &typed.text) {
            Ok(_) => self.set_typed(field, None),
            Err(problem) => {
                let text = typed.text.clone();
                self.set_typed(field, Some(Typed { text, problem: Some(problem) }));
            }
        }
    }

    /// Shows a text in a field, or its answer again.
    fn set_typed(&mut self, field: &Field, typed: Option<Typed>) {
        self.typed.retain(|(known, _)| known != field);
        self.typed.extend(typed.map(|typed| (field.clone(), typed)));
    }

    /// Takes new answers as a step of its own, or as part of the step that is still being made in the same field.
    fn change(&mut self, to: (Answers, WhatIfs), field: Option<Field>) {
        if to.0 == self.answers && to.1.events() == self.what_ifs.events() {
            return;
        }
        let before = self.swap(to);
        self.future.clear();
        if field.is_none() || self.merging != field {
            self.past.push(before);
            if self.past.len() > STEPS {
                self.past.remove(0);
            }
            self.steps += 1;
        }
        self.merging = field;
    }

    /// Replaces answers and what-ifs, and returns those before.
    fn swap(&mut self, (answers, what_ifs): (Answers, WhatIfs)) -> (Answers, WhatIfs) {
        (std::mem::replace(&mut self.answers, answers), std::mem::replace(&mut self.what_ifs, what_ifs))
    }

    fn replace(&mut self, answers: Answers) {
        self.typed.clear();
        self.change((answers, self.what_ifs.clone()), None);
    }

    /// Another week is a step; a text that could not be taken, or a figure of an event that is not asked for, is none.
    fn set_what_ifs(&mut self, what_ifs: WhatIfs) {
        self.change((self.answers.clone(), what_ifs.clone()), None);
        self.what_ifs = what_ifs;
    }

    fn reweigh(&mut self, weigh: impl Fn(&Weights) -> Weights) {
        self.typed.retain(|(field, _)| !matches!(field, Field::Points(_)));
        let weights = weigh(&self.answers.weights);
        self.change((Answers { weights, ..self.answers.clone() }, self.what_ifs.clone()), None);
    }

    fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            let after = self.swap(before);
            self.future.push(after);
            self.typed.clear();
            self.merging = None;
            self.steps += 1;
        }
    }

    fn redo(&mut self) {
        if let Some(after) = self.future.pop() {
            let before = self.swap(after);
            self.past.push(before);
            self.typed.clear();
            self.merging = None;
            self.steps += 1;
        }
    }

    /// The back button leads to the step before, which is then undone rather than done again.
    fn arrive(&mut self, fragment: &str) {
        let link::Decoded { answers, what_ifs, notes } = link::decode_over(fragment, &self.defaults);
        self.notes = notes;
        let is_there = |step: Option<&(Answers, WhatIfs)>| {
            step.is_some_and(|step| step.0 == answers && step.1.events() == what_ifs.events())
        };
        if is_there(self.past.last()) {
            self.undo();
        } else if is_there(self.future.last()) {
            self.redo();
        } else {
            let is_present = is_there(Some(&(self.answers.clone(), self.what_ifs.clone())));
            let was_step = self.past.iter().chain(&self.future).any(|step| is_there(Some(step)));
            self.arrivals += usize::from(!is_present && !was_step);
            self.typed.clear();
            self.change((answers, what_ifs), None);
        }
    }
}

/// What a field shows once its text has been understood.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keep {
    /// The text, while it is being typed.
    Text,
    /// The value, as it is written.
    Value,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        questionnaire::{PRESETS, Priorities, QuestionId},
        session::{Asked, Happening, Setting},
    };

    const VISITS: Field = Field::Question(QuestionId::Visits);

    fn run(actions: impl IntoIterator<Item = Action>) -> Session {
        actions.into_iter().fold(Session::default(), |session, action| session.after(action))
    }

    fn typing(text: &str) -> Action {
        Action::Type(VISITS, text.to_owned())
    }

    #[test]
    fn a_wrong_text_is_kept_complained_about_on_leaving_and_the_last_value_goes_on() {
        let typing_on = run([typing("2000"), typing("2000 or so 5")]);
        assert_eq!(typing_on.typed(&VISITS).unwrap().problem, None);
        assert_eq!(typing_on.link(), "v=1&visits=2000");
        let left = typing_on.after(Action::Settle(VISITS));
        let typed = left.typed(&VISITS).unwrap();
        assert_eq!(typed.text, "2000 or so 5");
        assert!(typed.problem.as_ref().unwrap().message.contains("must be a number"));
        assert_eq!(left.link(), "v=1&visits=2000");
        let righted = left.after(typing("3000")).after(Action::Settle(VISITS));
        assert_eq!(righted.typed(&VISITS), None);
        assert_eq!(righted.link(), "v=1&visits=3000");
    }

    #[test]
    fn typing_in_one_field_is_one_step_and_leaving_it_ends_the_step() {
        let session = run([typing("200"), typing("2000"), typing("20000"), Action::Settle(VISITS), typing("500")]);
        assert_eq!(session.steps(), 2);
        let back = session.after(Action::Undo);
        assert_eq!(back.link(), "v=1&visits=20k");
        assert_eq!(back.after(Action::Undo).answers(), &Answers::default());
        assert_eq!(back.after(Action::Redo).link(), "v=1&visits=500");
    }

    #[test]
    fn the_back_button_undoes_and_forward_does_again() {
        let session = run([Action::Start("shop"), Action::Start("news")]);
        let back = session.after(Action::Arrive(run([Action::Start("shop")]).link()));
        assert!(back.can_redo() && back.can_undo());
        assert_eq!(back.after(Action::Arrive(session.link())).answers(), session.answers());
        let elsewhere = back.after(Action::Arrive("#visits=4k".to_owned()));
        assert!(!elsewhere.can_redo() && elsewhere.can_undo());
    }

    #[test]
    fn answers_from_elsewhere_are_told_from_steps_of_the_session() {
        let session = run([Action::Start("shop"), Action::Start("news"), Action::Start("blog")]);
        let shop = run([Action::Start("shop")]).link();
        assert_eq!(session.after(Action::Arrive(shop)).arrivals(), 0, "two steps back by the history");
        assert_eq!(session.after(Action::Arrive(session.link())).arrivals(), 0);
        assert_eq!(session.after(Action::Arrive("v=1&visits=4k".to_owned())).arrivals(), 1);
        let file = Box::new(run([typing("5k")]).answers().clone());
        assert_eq!(session.after(Action::Open(file.clone())).arrivals(), 1);
        assert_eq!(session.after(Action::Open(file.clone())).after(Action::Open(file)).arrivals(), 1);
    }

    #[test]
    fn a_broken_link_opens_with_notes_that_can_be_put_away() {
        let session = Session::open("#v=1&visits=200k&colour=blue");
        assert_eq!(session.link(), "v=1&visits=200k");
        assert_eq!(session.notes().len(), 1);
        assert!(session.after(Action::Dismiss).notes().is_empty());
    }

    #[test]
    fn what_the_week_brings_outlives_answers_is_undone_and_linked() {
        let spike = Action::Ask(Happening::Spike, Asked::Yes);
        let higher = |text: &str| Action::Adjust(Happening::Spike, Setting::Height, text.to_owned());
        let session = run([spike.clone(), higher("30"), higher("lots"), Action::Start("shop")]);
        assert!(session.link().ends_with("&if.spike=tue-12-30-2"), "{}", session.link());
        assert_eq!(session.steps(), 3);
        let again = Session::open(&session.link());
        assert_eq!((again.answers(), again.what_ifs().events()), (session.answers(), session.what_ifs().events()));
        let back = session.after(Action::Undo);
        assert_eq!(back.link(), "v=1&if.spike=tue-12-30-2");
        let ordinary = back.after(Action::Undo).after(Action::Undo);
        assert_eq!(ordinary.link(), "");
        assert_eq!(ordinary.after(Action::Redo).link(), "v=1&if.spike=tue-12-10-2");
        assert_eq!(
            ordinary.after(Action::Arrive("v=1&if.spike=tue-12-10-2".to_owned())).link(),
            "v=1&if.spike=tue-12-10-2"
        );
        assert_eq!(session.after(Action::Reset).link(), "");
        // Comparison is of answers: a what-if is no step between them.
        let asked = run([Action::Start("shop"), Action::Start("news"), spike]);
        assert_eq!(asked.compared().map(link::encode), Some(run([Action::Start("shop")]).link()));
    }

    #[test]
    fn defaults_keep_their_region_and_money_whatever_is_started_from() {
        let defaults = link::decode("preset=shop&region=eu-west-1&currency=eur&exchange=0.92&rate=120").answers;
        let session = Session::open_with(defaults.clone(), "");
        assert_eq!(session.answers(), &defaults);
        let news = session.after(Action::Start("news"));
        assert_eq!(news.link(), Session::open_with(defaults.clone(), "preset=news").link());
        assert!(news.link().contains("&region=eu-west-1&rate=120&currency=eur&exchange=0.92"), "{}", news.link());
        assert_eq!(news.after(Action::Reset).answers(), &defaults);
        // Somebody else's link stands for itself, and one written with these defaults brings the same answers anywhere.
        assert_eq!(Session::open_with(defaults, "v=1&site=news").answers(), Session::open("v=1&site=news").answers());
        assert_eq!(Session::open(&news.link()).answers(), news.answers());
        let usual = Session::open_with(news.defaults.clone(), "v=1");
        assert_eq!(Session::open_with(news.defaults.clone(), &usual.link()).answers(), &Answers::default());
    }

    #[test]
    fn comparison_is_with_the_step_before_or_with_the_baseline() {
        let session =
            run([Action::Start("shop"), Action::KeepBaseline, Action::Start("news"), Action::Weigh(Priorities::Shop)]);
        assert_eq!(session.compared().map(link::encode), Some(run([Action::Start("shop")]).link()));
        let freed = session.after(Action::DropBaseline);
        assert_eq!(freed.compared().map(link::encode), Some(run([Action::Start("news")]).link()));
    }

    #[test]
    fn answers_of_the_reader_are_told_from_those_started_from() {
        assert!(Session::default().is_untouched());
        let shop = run([Action::Start("shop")]);
        assert!(!shop.is_untouched() && !shop.is_given(QuestionId::Site));
        let typed = shop.after(Action::Type(VISITS, "200k".to_owned()));
        assert!(typed.is_given(QuestionId::Visits), "the same as the preset's, and yet the reader's");
        assert!(!typed.is_given(QuestionId::Budget));
        assert!(!typed.after(Action::Start("news")).is_given(QuestionId::Visits));
        let linked = Session::open("v=1&visits=4k");
        assert!(linked.is_given(QuestionId::Visits) && !linked.is_given(QuestionId::Site) && !linked.is_untouched());
        assert!(!Session::open("preset=shop").is_given(QuestionId::Site));
    }

    #[test]
    fn the_past_has_an_end() {
        let session = run((0..300).map(|i| Action::Start(PRESETS[i % 2].id)));
        let undone = (0..STEPS).fold(session, |session, _| session.after(Action::Undo));
        assert!(!undone.can_undo());
    }
}
