use yew::prelude::*;

use super::{changes::changes, odds_line::OddsLine, plan::pins, worked_out::worked_out};
use crate::{
    billing::CostKind,
    browser::clock,
    decision::Verdict,
    options::OptionId,
    questionnaire::{PRESETS, WorkInTotal, asked},
    report::facts,
    session::Session,
    ui::{
        act::Act,
        advice::Advised,
        background::use_sureness,
        parts::jump::{jump, jump_to},
    },
    units::text,
    workload::Case,
};

/// The verdict in a sentence, with its reason: for the workshop, where it stands alone.
pub(crate) fn verdict_bar(advised: &Advised) -> Html {
    html! { <header class={class(advised)}>{words(advised)}</header> }
}

/// The verdict on the page: the sentence, the price as its one large figure, and what has changed.
pub(super) fn verdict(session: &Session, advised: &Advised, before: Option<&Advised>, more: Html, act: &Act) -> Html {
    let more = html! {
        <>
            if let Some(first) = advised.standings.first() {
                {worked_out("Formulas and sources", first, advised)}
            }
            {more}
        </>
    };
    html! {
        <>
            <header class={class(advised)}>
                <div class="said">
                    {eyebrow(session)}
                    {words(advised)}
                    <OddsLine {advised} />
                </div>
                if let Some(first) = advised.recommended() {
                        <Price {advised} of={first.assessment.hosting.id} />
                }
            </header>
            {changes(session, advised, before, more, act)}
            {pins(session, act)}
            // On a narrow screen the verdict keeps to the lower edge and leads to the result.
            {jump_to("result", "verdict-jump", html! {
                <>
                    <span>{&advised.headline.verdict}</span>
                    <span aria-hidden="true">{" ↑"}</span>
                </>
            })}
        </>
    }
}

/// Whose answers the verdict stands on: nobody should take that on an example for one on the own site.
fn eyebrow(session: &Session) -> Html {
    let asked = asked(session.answers());
    let (given, all) =
        asked.fold((0, 0), |(given, all), asked| (given + usize::from(session.is_given(asked.id)), all + 1));
    let preset = PRESETS.iter().find(|preset| session.preset(preset.id).as_ref() == Some(session.answers()));
    let said = match preset {
        Some(preset) if session.is_untouched() => {
            format!("Example: {}, {}", preset.name.to_lowercase(), preset.summary)
        }
        Some(preset) => format!("Preset: {}", preset.name),
        None => format!("Your site: {given} of {all} questions answered"),
    };
    html! {
        <p class="eyebrow">
            {said}
            if session.is_untouched() {
                {" "}{jump("key-title", "describe", "Describe your site")}
            }
        </p>
    }
}

fn class(advised: &Advised) -> Classes {
    let found = advised.standings.first().is_some_and(|first| first.verdict == Verdict::Recommended);
    classes!("verdict", (!found).then_some("nothing-fits"))
}

fn words(advised: &Advised) -> Html {
    let headline = &advised.headline;
    html! {
        <>
            <h2>{&headline.verdict}</h2>
            <p>{text::sentence(&headline.reason)}</p>
            if let Some(old) = old_prices(advised) {
                <p class="old-prices"><small>{old}{"."}</small></p>
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct PriceProps {
    advised: Advised,
    of: OptionId,
}

/// What a month of the first option costs, with its range.
#[component]
fn Price(PriceProps { advised, of }: &PriceProps) -> Html {
    let sure = use_sureness();
    let Some(first) = advised.option(of.0) else { return Html::default() };
    let answers = &advised.answers;
    let labour = answers.amount(first.assessment.bill(Case::Typical).total(CostKind::Work));
    let labour = match answers.work {
        WorkInTotal::Counted => format!("{labour} of it labour"),
        WorkInTotal::Apart => format!("plus {labour} labour"),
    };
    html! {
        <p class="price">
            <strong>{facts::month(first, answers, Case::Typical)}<small>{"/month"}</small></strong>
            <span title={sure.bands().map(|_| "Eight in ten of 1,000 possible futures")}>{facts::month_range(first, answers, sure.bands())}</span>
            <span>{labour}</span>
        </p>
    }
}

/// How old the prices of the first option are, on the day the page is read.
fn old_prices(advised: &Advised) -> Option<String> {
    facts::old_prices(advised.standings.first()?, &clock::today()?)
}
