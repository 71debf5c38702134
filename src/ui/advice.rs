use std::rc::Rc;

use yew::prelude::*;

use crate::{
    advice::{Advice, advise},
    catalog::Catalog,
    decision::Standing,
    options::OptionId,
    questionnaire::Answers,
    session::Session,
};

/// How many pieces of advice are kept: the present, the one compared with, and two to step back to.
const KEPT: usize = 4;

/// Advice that can be handed down the tree without looking into it: it is the same when it is the same piece.
#[derive(Clone)]
pub(super) struct Advised(Rc<Advice>);

impl PartialEq for Advised {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Advised {
    type Target = Advice;

    fn deref(&self) -> &Advice {
        &self.0
    }
}

impl Advised {
    /// The option to look at: the one asked for, or else the first.
    pub(super) fn looked_at(&self, asked: Option<OptionId>) -> Option<&Standing> {
        asked.and_then(|id| self.option(id.0)).or(self.standings.first())
    }
}

/// The advice on the present answers, and on those they are compared with. What has been worked out is not worked out
/// again: a step back, or a comparison with the step before, costs nothing.
#[hook]
pub(super) fn use_advice(session: &Rc<Session>) -> (Advised, Option<Advised>) {
    let kept = use_mut_ref(Vec::<(Answers, Advised)>::new);
    let advised = move |answers: &Answers| {
        let mut kept = kept.borrow_mut();
        if let Some(at) = kept.iter().position(|(known, _)| known == answers) {
            let known = kept.remove(at);
            kept.push(known);
        } else {
            let fresh = Advised(Rc::new(advise(answers, &Catalog::bundled())));
            kept.push((answers.clone(), fresh));
            if kept.len() > KEPT {
                kept.remove(0);
            }
        }
        kept.last().map(|(_, advised)| advised.clone())
    };
    let pair = use_memo((session.answers().clone(), session.compared().cloned()), move |(answers, compared)| {
        let before = compared.as_ref().and_then(&advised);
        let present = advised(answers).unwrap_or_else(|| Advised(Rc::new(advise(answers, &Catalog::bundled()))));
        (present, before)
    });
    (pair.0.clone(), pair.1.clone())
}
