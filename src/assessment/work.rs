//! Human work as money: hours a month at the client's own rate.

use crate::{
    billing::{CostKind, CostLine, Item},
    catalog::{AsOf, Confidence, Price, PriceUnit, Provenance, Source},
    options::Work,
    questionnaire::Answers,
    units::Count,
    workload::Case,
};

/// The line of the bill for the people who run it.
pub(super) fn line(operations: &Work, answers: &Answers, case: Case) -> CostLine {
    let hours = match case {
        Case::Low => operations.low,
        Case::Typical => operations.typical,
        Case::High => operations.high,
    };
    CostLine {
        kind: CostKind::Work,
        item: Item::People,
        component: None,
        name: "Operations: updates, monitoring, incidents".to_owned(),
        quantity: Count::new(hours.value()),
        price: Ok(Price {
            region: None,
            page: "",
            copy: "",
            usd: answers.hourly_rate,
            unit: PriceUnit::Hour,
            source: Source::new("your answer"),
            as_of: AsOf::UNDATED,
            confidence: Confidence::Low,
            provenance: Provenance::Yours,
        }),
        note: operations.evidence.to_owned(),
        commitment: None,
    }
}
