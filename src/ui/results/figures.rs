use yew::prelude::*;

use crate::{billing::Section, questionnaire::WorkInTotal, ui::advice::Advised, units::text, workload::Case};

#[derive(Properties, PartialEq)]
pub(super) struct FiguresProps {
    pub advised: Advised,
}

/// The figures of the option that comes first.
#[component]
pub(super) fn Figures(props: &FiguresProps) -> Html {
    let advised = &props.advised;
    let Some(first) = advised.standings.first() else { return Html::default() };
    let assessment = &first.assessment;
    let answers = &advised.answers;
    let month = |case| answers.amount(assessment.monthly(case, answers.work));
    let people = answers.amount(assessment.bill(Case::Typical).total(Section::Work));
    let work = match answers.work {
        WorkInTotal::Counted => format!("people's hours counted in, {people}"),
        WorkInTotal::Apart => format!("people's hours apart, {people}"),
    };
    let availability = &assessment.availability;
    let headroom = assessment.week.outcome.headroom.value();
    html! {
        <dl class="figures">
            { figure("A month", month(Case::Typical), format!("{} to {}; {work}", month(Case::Low), month(Case::High))) }
            { figure("Down a year, at most", availability.downtime.to_string(), format!("{} by its parts' promises", availability.expected)) }
            { figure(
                "Back after a disaster in",
                assessment.recovery.time().to_string(),
                format!("data lost: {}", assessment.recovery.point()),
            ) }
            { figure(
                "Headroom at the peak",
                format!("{} ×", text::trimmed(headroom, 1)),
                "capacity in the worst minute of the week".to_owned(),
            ) }
            { figure(
                "Work a month",
                format!("{} h", text::trimmed(assessment.hosting.operations.typical.value(), 1)),
                format!(
                    "{} to {} hours",
                    text::trimmed(assessment.hosting.operations.low.value(), 1),
                    text::trimmed(assessment.hosting.operations.high.value(), 1)
                ),
            ) }
            { figure("Score", text::grouped(first.score.total.value()), "of 100 points, by your weights".to_owned()) }
        </dl>
    }
}

fn figure(name: &'static str, value: String, more: String) -> Html {
    html! { <div><dt>{ name }</dt><dd><strong>{ value }</strong><span>{ more }</span></dd></div> }
}
