use crate::{
    availability::Failure,
    decision::Standing,
    diagram::{Legend, Overlay},
    questionnaire::Answers,
    units::text,
    workload::Case,
};

/// How many of the reader's figures the amounts of a picture stand on.
fn own_figures(answers: &Answers) -> Option<String> {
    let own = answers.overrides.len();
    (own > 0).then(|| format!("With {} of the reader's own", text::counted(own as f64, "figure")))
}

/// What is laid over the picture of an option: what each part costs a month, and which take the site down alone.
pub fn overlay(standing: &Standing, answers: &Answers, legend: Legend) -> Overlay {
    let bill = standing.assessment.bill(Case::Typical);
    Overlay {
        notes: bill.by_component().into_iter().map(|(id, usd)| (id, answers.amount(usd))).collect(),
        weak: standing.assessment.single_points.iter().map(|point| point.component).collect(),
        legend,
        footnote: own_figures(answers).unwrap_or_default(),
        ..Overlay::default()
    }
}

/// What is laid over the picture while a failure is looked at: what stops, what takes over, and after how long.
pub fn failing(failure: &Failure) -> Overlay {
    Overlay {
        notes: failure.takes_over.iter().map(|heir| (heir.by, format!("after {}", heir.after))).collect(),
        stopped: failure.stops.clone(),
        taking_over: failure.takes_over.iter().map(|heir| heir.by).collect(),
        legend: Legend::Hidden,
        ..Overlay::default()
    }
}
