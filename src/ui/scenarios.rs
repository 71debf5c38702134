use std::{cell::RefCell, rc::Rc};

use yew::{platform::spawn_local, prelude::*};

use super::{
    advice::{AdviceCache, Advised, State},
    progressive::Rendering,
};
use crate::{kit::Kit, options::OptionId, questionnaire::Answers, session::Session};

/// A scenario, with the advice on it once that has been worked out.
#[derive(Clone, PartialEq)]
pub(crate) struct Advisable {
    pub name: AttrValue,
    pub advised: Option<Advised>,
}

/// All scenarios in order; the edited one alone where there are no others.
pub(crate) type Compared = Rc<[Advisable]>;

/// Advises on the scenarios beside the edited one, one after another, once the edited one has been advised on.
#[hook]
pub(super) fn use_scenarios(
    session: &Session,
    advised: &Advised,
    state: State,
    kit: &Kit,
    cache: &AdviceCache,
    rendering: Rendering,
) -> Compared {
    let known = use_mut_ref(Vec::<(Answers, Advised)>::new);
    let is_running = use_mut_ref(|| false);
    let arrived = use_force_update();
    let all = session.scenarios().all(session.answers());
    let found = |place: usize, answers: &Answers| match rendering {
        _ if place == session.scenarios().place() => Some(advised.clone()),
        Rendering::AtOnce => Some(cache.advise(answers, &kit.options)),
        Rendering::Progressive => {
            let known = known.borrow();
            known.iter().find(|(asked, _)| asked == answers).map(|(_, advised)| advised.clone())
        }
    };
    let compared: Compared = all
        .iter()
        .enumerate()
        .map(|(place, (name, answers))| Advisable { name: name.clone().into(), advised: found(place, answers) })
        .collect();
    let missing = all.iter().zip(&*compared).find(|(_, scenario)| scenario.advised.is_none());
    let missing = missing.map(|((_, answers), _)| (*answers).clone()).filter(|_| state == State::Found);
    let wanted: Vec<Answers> = all.iter().map(|(_, answers)| (*answers).clone()).collect();
    use_effect_with((missing, *is_running.borrow()), {
        let (cache, options, known, is_running) = (cache.clone(), kit.options.clone(), known, Rc::clone(&is_running));
        move |(missing, _)| {
            known.borrow_mut().retain(|(asked, _)| wanted.contains(asked));
            if let Some(answers) = missing.clone().filter(|_| !is_running.replace(true)) {
                spawn_local(async move {
                    run(answers, &options, &cache, &known).await;
                    is_running.replace(false);
                    arrived.force_update();
                });
            }
        }
    });
    compared
}

async fn run(answers: Answers, options: &[OptionId], cache: &AdviceCache, known: &RefCell<Vec<(Answers, Advised)>>) {
    let advised = cache.advise_later(&answers, options).await;
    known.borrow_mut().push((answers, advised));
}
