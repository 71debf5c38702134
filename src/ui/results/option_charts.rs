use std::{cell::Cell, rc::Rc};

use yew::{platform::spawn_local, prelude::*};

use super::chart_figure::ChartFigure;
use crate::{
    advice::Advice,
    browser::clock,
    charts::{Chart, CostCurve, CostSurvey, cost_by_service, downtime_by_cause, score_by_criterion},
    options::OPTIONS,
    ui::advice::{Advised, Stopwatch, in_slices},
};

/// What a chart shows of all options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    Score,
    Cost,
    Downtime,
}

#[derive(Properties, PartialEq)]
pub(super) struct OptionChartProps {
    pub advised: Advised,
    pub subject: Subject,
}

/// What scores, costs or downtimes of all options are made up of.
#[component]
pub(super) fn OptionChart(OptionChartProps { advised, subject }: &OptionChartProps) -> Html {
    let chart = use_memo((advised.clone(), *subject), |(advised, subject)| {
        let chart: fn(&Advice) -> Chart = match subject {
            Subject::Score => score_by_criterion,
            Subject::Cost => cost_by_service,
            Subject::Downtime => downtime_by_cause,
        };
        chart(advised)
    });
    let file = match subject {
        Subject::Score => "groundplan-score",
        Subject::Cost => "groundplan-cost",
        Subject::Downtime => "groundplan-downtime",
    };
    html! { <ChartFigure {chart} {file} /> }
}

#[derive(Properties, PartialEq)]
pub(super) struct CostCurveChartProps {
    pub advised: Advised,
}

/// What a month costs at any number of visits. The engine is asked one number of visits after the other, in slices, so
/// that nothing waits for it.
#[component]
pub(super) fn CostCurveChart(CostCurveChartProps { advised }: &CostCurveChartProps) -> Html {
    let survey = use_survey(advised);
    let chart = use_memo(survey, |survey| Chart::CostCurve(CostCurve((**survey).clone())));
    html! { <ChartFigure {chart} file="groundplan-cost-by-visits" /> }
}

#[hook]
fn use_survey(advised: &Advised) -> Rc<CostSurvey> {
    let survey = use_state(|| Rc::new(CostSurvey::new(advised)));
    use_effect_with(advised.clone(), {
        let survey = survey.setter();
        move |advised| {
            let is_wanted = Rc::new(Cell::new(true));
            let (advised, wanted) = (advised.clone(), Rc::clone(&is_wanted));
            spawn_local(async move {
                let mut asked = CostSurvey::new(&advised);
                let offered: Vec<_> =
                    OPTIONS.into_iter().filter(|hosting| advised.option(hosting.id.0).is_some()).collect();
                while let Some((visits, answers)) = asked.next(&advised.answers) {
                    clock::next_task().await;
                    if !wanted.get() {
                        return;
                    }
                    asked.take(visits, &in_slices(&answers, &offered, &mut Stopwatch::start()).await);
                }
                survey.set(Rc::new(asked));
            });
            move || is_wanted.set(false)
        }
    });
    Rc::clone(&survey)
}
