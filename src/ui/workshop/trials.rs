use yew::prelude::*;

use crate::{
    advice::{Advice, advise_among},
    catalog::Catalog,
    decision::Standing,
    options::OPTIONS,
    questionnaire::ClosedSet,
    report::facts,
    simulation::{Events, Outcome, Rules, simulate},
    ui::advice::Advised,
    units::text,
    workload::Case,
    workshop::{PresenterAction, Trial},
};

#[derive(Properties, PartialEq)]
pub(super) struct TrialsProps {
    pub advised: Advised,
    pub trial: Trial,
    /// What is done with a button; none on the wall.
    pub dispatch: Option<Callback<PresenterAction>>,
}

/// What more visits, a spike or a lost zone would do to the first option, beside how it is now.
#[component]
pub(super) fn Trials(TrialsProps { advised, trial, dispatch }: &TrialsProps) -> Html {
    let told = use_memo((advised.clone(), *trial), |(advised, trial)| told(advised, *trial));
    html! {
        <div class="trials">
            <div class="stage-buttons large" role="group" aria-label="What if">
                for tried in Trial::ALL.iter().copied().filter(|tried| *tried != Trial::None) {
                    {choice(tried, *trial, dispatch.as_ref())}
                }
            </div>
            <dl class="trial">
                for (what, now, then) in told.rows.iter() {
                    <div>
                        <dt>{*what}</dt>
                        <dd>
                            <span class={then.is_some().then_some("was")}>{now}</span>
                            if let Some(then) = then {
                                <span aria-hidden="true">{" → "}</span><span class="unseen">{" then "}</span>
                                <strong>{then}</strong>
                            }
                        </dd>
                    </div>
                }
            </dl>
            <p class="stage-said" role="status">{&told.said}</p>
        </div>
    }
}

fn choice(tried: Trial, trial: Trial, dispatch: Option<&Callback<PresenterAction>>) -> Html {
    let is_chosen = tried == trial;
    let Some(dispatch) = dispatch else {
        return html! { <span class={classes!("chip", is_chosen.then_some("is-tried"))}>{tried.label()}</span> };
    };
    let to = if is_chosen { Trial::None } else { tried };
    let onclick = dispatch.reform(move |_: MouseEvent| PresenterAction::Try(to));
    html! { <button type="button" aria-pressed={is_chosen.to_string()} {onclick}>{tried.label()}</button> }
}

/// What there is to see of a trial.
struct Told {
    /// What it is, how it is now, and how it then is.
    rows: Vec<(&'static str, String, Option<String>)>,
    said: String,
}

fn told(advised: &Advised, trial: Trial) -> Told {
    let Some(first) = advised.standings.first() else { return Told { rows: Vec::new(), said: String::new() } };
    if let Some(answers) = trial.answers(&advised.answers) {
        let offered: Vec<_> = OPTIONS.into_iter().filter(|hosting| advised.option(hosting.id.0).is_some()).collect();
        let then = advise_among(&offered, &answers, &Catalog::bundled(), &Events::new());
        return more_visits(advised, first, &then);
    }
    let week = &first.assessment.week.outcome;
    let name = first.assessment.hosting.name;
    let Some(what_ifs) = trial.what_ifs() else {
        return Told {
            rows: week_rows(week, None),
            said: format!("{name}, as answered. Press one to see what it would do."),
        };
    };
    let rules = Rules::new(&advised.answers.overrides, advised.answers.operator);
    let (demand, shape) = (advised.workload.typical(), &advised.workload.shape);
    let then = simulate(&first.assessment.architecture, demand, shape, &what_ifs.events(), &rules).outcome;
    let said = if then.failed.value() > week.failed.value() + 0.5 {
        format!("{name} loses {} requests in that week.", text::grouped(then.failed.value() - week.failed.value()))
    } else {
        format!("{name} carries it: no request is lost.")
    };
    Told { rows: week_rows(week, Some(&then)), said }
}

fn week_rows(now: &Outcome, then: Option<&Outcome>) -> Vec<(&'static str, String, Option<String>)> {
    type Fact = (&'static str, fn(&Outcome) -> String);
    let facts: [Fact; 4] = [
        ("Peak headroom", |week| format!("{}×", text::trimmed(week.headroom.value(), 1))),
        ("Requests lost in the week", |week| text::grouped(week.failed.value())),
        ("Minutes with requests lost", |week| text::brief_duration(week.failing_minutes.value())),
        ("Most web servers", |week| text::grouped(week.most_servers.value())),
    ];
    facts.into_iter().map(|(what, fact)| (what, fact(now), then.map(fact))).collect()
}

/// The first option now, and the one that would come first with that many visits.
fn more_visits(now: &Advised, first: &Standing, then: &Advice) -> Told {
    let Some(next) = then.standings.first() else { return Told { rows: Vec::new(), said: String::new() } };
    let down = |standing: &Standing| text::brief_duration(standing.assessment.expected.typical.value());
    let headroom =
        |standing: &Standing| format!("{}×", text::trimmed(standing.assessment.week.outcome.headroom.value(), 1));
    let rows = vec![
        (
            "Option that comes first",
            first.assessment.hosting.name.to_owned(),
            Some(next.assessment.hosting.name.to_owned()),
        ),
        ("Sizes", first.assessment.sizes.told(), Some(next.assessment.sizes.told())),
        (
            "Monthly cost",
            facts::month(first, &now.answers, Case::Typical),
            Some(facts::month(next, &then.answers, Case::Typical)),
        ),
        ("Expected downtime a year", down(first), Some(down(next))),
        ("Peak headroom", headroom(first), Some(headroom(next))),
    ];
    // What stays as it is is told once.
    let rows = rows.into_iter().map(|(what, now, then)| {
        let then = then.filter(|then| *then != now);
        (what, now, then)
    });
    Told { rows: rows.collect(), said: text::sentence(&then.headline.verdict) }
}
