//! Human work as money: hours a month at the client's own rate.

use crate::{
    billing::{CostKind, CostLine, Item},
    catalog::{AsOf, Confidence, Price, PriceUnit, Provenance, Source},
    options::Hosting,
    questionnaire::Answers,
    units::Count,
    workload::Case,
};

/// The line of the bill for the people who run it.
pub(super) fn line(hosting: &Hosting, answers: &Answers, case: Case) -> CostLine {
    let hours = match case {
        Case::Low => hosting.operations.low,
        Case::Typical => hosting.operations.typical,
        Case::High => hosting.operations.high,
    };
    CostLine {
        kind: CostKind::Work,
        item: Item::People,
        component: None,
        name: "Operations: updates, monitoring, incidents".to_owned(),
        quantity: Count::new(hours.value()),
        price: Ok(Price {
            usd: answers.hourly_rate,
            unit: PriceUnit::Hour,
            source: Source::new("your answer"),
            as_of: AsOf::UNDATED,
            confidence: Confidence::Low,
            provenance: Provenance::Yours,
        }),
        note: hosting.operations.evidence.to_owned(),
    }
}
