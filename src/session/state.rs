use super::{Action, Appearance, Field, Scenarios, WhatIfs, link, pairs};
use crate::{
    options::OptionId,
    questionnaire::{Answers, PRESETS, Problem, QuestionId, Weights, preset},
};

/// How many steps can be taken back.
const STEPS: usize = 100;

/// One session: the answers, how they came about, and what is being typed.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Session {
    now: Step,
    defaults: Answers,
    start: Answers,
    touched: Vec<QuestionId>,
    past: Vec<Step>,
    future: Vec<Step>,
    typed: Vec<(Field, Typed)>,
    merging: Option<Merging>,
    steps: usize,
    arrivals: usize,
    notes: Vec<Problem>,
    baseline: Option<Answers>,
    looked_at: Option<OptionId>,
    appearance: Appearance,
}

/// What a step leads to, and what can be gone back to.
#[derive(Clone, Debug, PartialEq, Default)]
struct Step {
    answers: Answers,
    scenarios: Scenarios,
    what_ifs: WhatIfs,
}

impl Step {
    /// Whether another one says the same; figures of an event that is not asked for say nothing.
    fn says(&self, other: &Self) -> bool {
        self.answers == other.answers
            && self.scenarios == other.scenarios
            && self.what_ifs.events() == other.what_ifs.events()
    }
}

/// What is still being typed, or slid, as one step.
#[derive(Clone, Debug, PartialEq)]
enum Merging {
    Field(Field),
    ScenarioName,
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
        let link::Decoded { answers, scenarios, what_ifs, notes } = link::decode_over(fragment, &defaults);
        let now = Step { answers, scenarios, what_ifs };
        let session = Self { now, notes, defaults, ..Self::default() };
        // A link to a preset starts from it as a button does.
        let mut presets = PRESETS.iter().filter_map(|known| session.preset(known.id));
        let start = presets.find(|preset| *preset == session.now.answers);
        Self { start: start.unwrap_or_else(|| session.defaults.clone()), ..session }
    }

    /// Whether an answer is the reader's: given here, or other than in what was started from.
    pub fn is_given(&self, id: QuestionId) -> bool {
        let question = id.question();
        self.touched.contains(&id) || question.read(&self.now.answers) != question.read(&self.start)
    }

    /// Whether nothing has been said yet, neither here nor by a link: what is shown then is an example.
    pub fn is_untouched(&self) -> bool {
        self.now.answers == self.defaults
            && self.now.scenarios.is_single()
            && self.touched.is_empty()
            && self.past.is_empty()
    }

    /// The answers of a preset with the consultant's defaults; none where there is no such preset.
    pub fn preset(&self, id: &str) -> Option<Answers> {
        preset(id).map(|preset| pairs::with_defaults((preset.answers)(), &self.defaults))
    }

    /// The answers as last understood.
    pub const fn answers(&self) -> &Answers {
        &self.now.answers
    }

    /// The scenarios beside the one that is edited, whose answers are [`Self::answers`].
    pub const fn scenarios(&self) -> &Scenarios {
        &self.now.scenarios
    }

    /// Whether a fragment says what the session holds, in these words or others.
    pub fn is_said_by(&self, fragment: &str) -> bool {
        let link::Decoded { answers, scenarios, what_ifs, .. } = link::decode(fragment);
        self.now.says(&Step { answers, scenarios, what_ifs })
    }

    /// What the simulated week is to bring. Answers come and go, it stays.
    pub const fn what_ifs(&self) -> &WhatIfs {
        &self.now.what_ifs
    }

    /// The fragment that brings these answers back, the scenarios beside them, and what the week is to bring.
    pub fn link(&self) -> String {
        let Step { answers, scenarios, what_ifs } = &self.now;
        let mut link = link::encode_all(answers, scenarios);
        let asked: Vec<String> = what_ifs.pairs().collect();
        // The default answers need no link, except where an empty one would bring the consultant's.
        if link.is_empty() && (self.defaults != *answers || !asked.is_empty()) {
            link = format!("v={}", pairs::VERSION);
        }
        asked.into_iter().fold(link, |link, pair| format!("{link}&{pair}"))
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
        let before = self.past.iter().rev().map(|step| &step.answers).find(|answers| **answers != self.now.answers);
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
            Action::Open(answers, scenarios) => {
                let is_present = *answers == next.now.answers && scenarios == next.now.scenarios;
                next.arrivals += usize::from(!is_present);
                next.compare(Some((*answers, scenarios)));
            }
            Action::AddScenario(name, answers) => {
                let added = next.now.scenarios.adding(&name, &next.now.answers);
                next.compare(added.map(|scenarios| (*answers, scenarios)));
            }
            Action::EditScenario(place) if place == next.now.scenarios.place() => {}
            Action::EditScenario(place) => next.compare(next.now.scenarios.editing(place, &next.now.answers)),
            Action::RemoveScenario => next.compare(next.now.scenarios.removing()),
            Action::NameScenario(name) => {
                let scenarios = next.now.scenarios.renamed(&name);
                next.change(Step { scenarios, ..next.now.clone() }, Some(Merging::ScenarioName));
            }
            Action::Ask(happening, asked) => next.set_what_ifs(next.now.what_ifs.clone().asking(happening, asked)),
            Action::Adjust(happening, setting, text) => {
                next.set_what_ifs(next.now.what_ifs.clone().adjusted(happening, setting, &text));
            }
            Action::Undo => next.undo(),
            Action::Redo => next.redo(),
            Action::Reset => {
                next.start_from(next.defaults.clone());
                next.typed.clear();
                next.change(Step { answers: next.defaults.clone(), ..Step::default() }, None);
            }
            Action::Dismiss => next.notes.clear(),
            Action::KeepBaseline => next.baseline = Some(next.now.answers.clone()),
            Action::DropBaseline => next.baseline = None,
            Action::Look(option) => next.looked_at = option,
            Action::Show(appearance) => next.appearance = appearance,
            Action::Arrive(fragment) => next.arrive(&fragment),
        }
        next
    }

    fn enter(&mut self, field: Field, text: String, keep: Keep) {
        match field.answer(&self.now.answers, &text) {
            Ok(answers) => {
                self.touch(&field);
                let typed = (keep == Keep::Text).then_some(Typed { text, problem: None });
                self.set_typed(&field, typed);
                self.change(Step { answers, ..self.now.clone() }, Some(Merging::Field(field)));
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
        match field.answer(&self.now.answers, &typed.text) {
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

    /// Takes a step, or goes on with the one that is still being made in the same field.
    fn change(&mut self, to: Step, merging: Option<Merging>) {
        if to.says(&self.now) {
            return;
        }
        let before = std::mem::replace(&mut self.now, to);
        self.future.clear();
        if merging.is_none() || self.merging != merging {
            self.past.push(before);
            if self.past.len() > STEPS {
                self.past.remove(0);
            }
            self.steps += 1;
        }
        self.merging = merging;
    }

    fn replace(&mut self, answers: Answers) {
        self.typed.clear();
        self.change(Step { answers, ..self.now.clone() }, None);
    }

    /// Takes other scenarios, and the answers of the one that is then edited; what cannot be done changes nothing.
    fn compare(&mut self, to: Option<(Answers, Scenarios)>) {
        if let Some((answers, scenarios)) = to {
            self.typed.clear();
            self.change(Step { answers, scenarios, ..self.now.clone() }, None);
        }
    }

    /// Another week is a step; a text that could not be taken, or a figure of an event that is not asked for, is none.
    fn set_what_ifs(&mut self, what_ifs: WhatIfs) {
        self.change(Step { what_ifs: what_ifs.clone(), ..self.now.clone() }, None);
        self.now.what_ifs = what_ifs;
    }

    fn reweigh(&mut self, weigh: impl Fn(&Weights) -> Weights) {
        self.typed.retain(|(field, _)| !matches!(field, Field::Points(_)));
        let answers = Answers { weights: weigh(&self.now.answers.weights), ..self.now.answers.clone() };
        self.change(Step { answers, ..self.now.clone() }, None);
    }

    fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.now, before));
            self.typed.clear();
            self.merging = None;
            self.steps += 1;
        }
    }

    fn redo(&mut self) {
        if let Some(after) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.now, after));
            self.typed.clear();
            self.merging = None;
            self.steps += 1;
        }
    }

    /// The back button leads to the step before, which is then undone rather than done again.
    fn arrive(&mut self, fragment: &str) {
        let link::Decoded { answers, scenarios, what_ifs, notes } = link::decode_over(fragment, &self.defaults);
        self.notes = notes;
        let to = Step { answers, scenarios, what_ifs };
        let is_there = |step: &Step| step.says(&to);
        if self.past.last().is_some_and(is_there) {
            self.undo();
        } else if self.future.last().is_some_and(is_there) {
            self.redo();
        } else {
            let was_step = self.past.iter().chain(&self.future).any(is_there);
            self.arrivals += usize::from(!is_there(&self.now) && !was_step);
            self.typed.clear();
            self.change(to, None);
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
mod tests;
