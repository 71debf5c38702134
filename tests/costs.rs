//! What is told of money over time: years with setting up and labour, and how old the prices are.

#![cfg(not(target_arch = "wasm32"))]

use groundplan::{
    advice::{Advice, advise},
    billing::CostKind,
    catalog::Catalog,
    questionnaire::{Answers, PRESETS, WorkInTotal},
    report::facts,
    workload::Case,
};

fn advice(answers: &Answers) -> Advice {
    advise(answers, &Catalog::bundled())
}

/// Twelve months; setting it up once; 36 months with that and with people's hours, whether these are counted in the month or not.
#[test]
fn years_are_months_with_setting_up_and_labour_beside_them() {
    for preset in PRESETS {
        for work in [WorkInTotal::Apart, WorkInTotal::Counted] {
            let advice = advice(&Answers { work, ..(preset.answers)() });
            for standing in &advice.standings {
                let (assessment, answers) = (&standing.assessment, &advice.answers);
                let total = |kind| assessment.bill(Case::Typical).total(kind).value();
                let (infrastructure, labour) = (total(CostKind::Infrastructure), total(CostKind::Work));
                let setup = answers.hourly_rate.value() * assessment.hosting.setup.typical.value();
                let counted = if work == WorkInTotal::Counted { labour } else { 0.0 };
                let time = assessment.over_time(answers);
                let near = |found: f64, wanted: f64| (found - wanted).abs() <= 1e-6 * wanted.max(1.0);
                assert!(labour > 0.0 && setup > 0.0, "{} of {}", assessment.hosting.name, preset.name);
                assert!(near(time.year.value(), 12.0 * (infrastructure + counted)));
                assert!(near(time.setup.value(), setup));
                assert!(near(time.three_years.value(), 36.0 * (infrastructure + labour) + setup));
                let told = facts::over_time(standing, answers);
                for amount in [time.year, time.setup, time.three_years] {
                    assert!(told.contains(&answers.amount(amount)), "{told}");
                }
            }
        }
    }
}

/// On the day the catalog was compiled, years before and years later: as many as are in the bill, the oldest named.
#[test]
fn prices_read_more_than_a_year_ago_are_told_with_the_verdict() {
    for preset in PRESETS {
        let advice = advice(&(preset.answers)());
        let first = &advice.standings[0];
        let bill = first.assessment.bill(Case::Typical);
        let mut dates: Vec<&str> =
            bill.lines.iter().filter_map(|line| Some(line.price.as_ref().ok()?.as_of.as_str())).collect();
        dates.retain(|date| date.starts_with("20"));
        dates.sort_unstable();
        assert_eq!(facts::old_prices(first, "2020-01-01"), None);
        let later = facts::old_prices(first, "2099-01-01").unwrap();
        let count = if dates.len() == 1 { "One price".to_owned() } else { format!("{} prices", dates.len()) };
        assert!(later.starts_with(&count) && later.ends_with(&format!("of {}", dates[0])), "{later}, {dates:?}");
        let old = dates.iter().filter(|date| **date < "2025-11-30").count();
        assert_eq!(facts::old_prices(first, "2026-11-30").is_some(), old > 0, "{} {dates:?}", preset.name);
    }
}
