//! Whatever can be typed comes back from a link, a file of answers, a workshop's file and a slide as it was, to the bit. What a
//! browser keeps is the link and the workshop's file.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "what cannot be read back fails the test, as it should")]

use groundplan::{
    catalog::Catalog,
    choices::ChoiceId,
    questionnaire::{Answers, ClosedSet, Criterion, Currency, Input, PRESETS, ParameterId, QUESTIONS, preset},
    session::{Action, Appearance, Asked, Field, Happening, Scenarios, Session, Setting, WhatIfs, decode, encode},
    workshop::{Slide, Workshop},
};
use proptest::{prelude::*, sample::select};

/// Texts as people type them, and some as nobody should.
const TYPED: [&str; 44] = [
    "0",
    "-0",
    "-0.0",
    "- 0",
    "+0",
    "-0 %",
    "1",
    "2",
    "5",
    "7.7",
    "10",
    "12",
    "12.5",
    "33.3",
    "33.3 %",
    "0.1",
    "0.07",
    "1,5",
    "1.125",
    "1 234,56",
    "120k",
    "1.2m",
    "99.99",
    "99.9 %",
    "2.675",
    "0.30000000000000004",
    "0.333333333333333333",
    "100",
    "66.6666666666666667 %",
    "0.0000001",
    "0.000000000000000000123",
    "123456789.123456789",
    "4503599627370497.5",
    "1e5",
    "29 %",
    "57 %",
    "5 %",
    "95 %",
    "0.05",
    "0.95",
    "90 min",
    "1.5 h",
    "3.3k",
    "-90",
];

/// Every field a number can be typed into, but for those of the simulated week.
fn fields() -> Vec<Field> {
    let questions = QUESTIONS.iter().filter(|asked| matches!(asked.input, Input::Number { .. }));
    questions
        .map(|asked| Field::Question(asked.id))
        .chain(Criterion::ALL.iter().map(|criterion| Field::Points(*criterion)))
        .chain(ParameterId::all().map(Field::Assumption))
        .chain(Catalog::bundled().skus().map(|sku| Field::Price(sku.to_owned())))
        .collect()
}

/// A rate of exchange is only taken for another currency than the dollar.
fn in_euros(answers: Answers) -> Answers {
    Answers { currency: Currency::Eur, ..answers }
}

/// Answers with all their digits: `-0` and `0` are equal numbers and are not the same here.
fn to_the_bit(answers: &Answers) -> String {
    format!("{answers:?}")
}

fn comes_back(answers: &Answers, what: &str) {
    let was = to_the_bit(answers);
    let link = encode(answers);
    let decoded = decode(&link);
    assert_eq!((to_the_bit(&decoded.answers), decoded.notes), (was.clone(), Vec::new()), "{what}: link {link}");
    let session = Session::open(&link);
    assert_eq!(encode(Session::open(&session.link()).answers()), link, "{what}: what a browser keeps");
    let json = answers.to_json();
    assert_eq!(Answers::from_json(&json).as_ref().map(to_the_bit), Ok(was.clone()), "{what}: {json}");
    let beside =
        decode("preset=news&currency=eur&exchange=0.92&a.ppv=3&pin.nat=one&m.visits=9~10~11&measured=x").answers;
    let alone = Session::default().after(Action::Open(Box::new(beside.clone()), Scenarios::default()));
    let two = alone.after(Action::AddScenario("Grown".to_owned(), Box::new(answers.clone())));
    for place in [0, 1] {
        let session = two.after(Action::EditScenario(place));
        let again = Session::open(&session.link());
        let all = again.scenarios().all(again.answers());
        let all: Vec<_> = all.into_iter().map(|(name, answers)| (name, to_the_bit(answers))).collect();
        let held = [("Scenario A".to_owned(), to_the_bit(&beside)), ("Grown".to_owned(), was.clone())];
        assert_eq!((all, again.notes()), (held.to_vec(), &[] as &[_]), "{what}: scenarios {}", session.link());
    }
    let file = Workshop::default().to_file(answers, two.scenarios());
    let (_, read) = Workshop::from_file(&file).unwrap();
    assert_eq!((to_the_bit(&read.answers), read.notes), (was.clone(), Vec::new()), "{what}: {file}");
    assert_eq!(&read.scenarios, two.scenarios(), "{what}: {file}");
    let slide = Workshop::default().slide(answers, two.scenarios(), Appearance::default()).written();
    assert_eq!(Slide::read(&slide).map(|slide| to_the_bit(&slide.answers)), Some(was), "{what}: {slide}");
}

/// Types a text into a field, and says whether it was taken.
fn typed(field: &Field, before: &Answers, text: &str) -> bool {
    let Ok(answers) = field.answer(before, text) else { return false };
    let what = format!("{} = {text}", field.key());
    assert!(!to_the_bit(&answers).contains("-0.0,") && !to_the_bit(&answers).contains("-0.0)"), "{what}: {answers:?}");
    comes_back(&answers, &what);
    let again = field.answer(&answers, &field.read(&answers)).map(|again| to_the_bit(&again));
    assert_eq!(again, Ok(to_the_bit(&answers)), "{what}: what stands in the field is its value");
    true
}

#[test]
fn what_people_type_into_any_field_comes_back() {
    let mut taken = 0;
    for field in fields() {
        // Prices are all alike: every tenth will do.
        if matches!(&field, Field::Price(sku) if sku.len() % 10 != 0) {
            continue;
        }
        taken += TYPED.iter().filter(|text| typed(&field, &in_euros(Answers::default()), text)).count();
    }
    assert!(taken > 1_000, "{taken}");
}

/// The two that were found: minus zero lost all eight points, and a third of a hundred came back a bit smaller.
#[test]
fn minus_zero_is_zero_and_per_cent_are_exact() {
    let points = Field::Points(Criterion::Cost).answer(&Answers::default(), "-0").unwrap();
    assert_eq!(encode(&points), "v=1&points=0.15.15.5.15.15.5.5");
    for (text, figure) in [("33.3 %", 0.333), ("29 %", 0.29), ("57 %", 0.57), ("0.7 %", 0.007), ("99.9 %", 0.999)] {
        let answers = Field::from_key("a.h_origin").unwrap().answer(&Answers::default(), text).unwrap();
        assert_eq!(answers.overrides.get("h_origin"), Some(figure), "{text}");
    }
}

/// A number as it may be typed: plain, in per cent, in thousands.
fn text() -> impl Strategy<Value = String> {
    let number = prop_oneof![
        4 => (0_u64..1_000_000_000, 0_i32..12).prop_map(|(digits, scale)| digits as f64 / 10_f64.powi(scale)),
        2 => 0.0..1.0_f64,
        1 => any::<f64>(),
    ];
    (number, select(vec!["", " %", "k", "m"]), select(vec!["", "-", "~", "$"]))
        .prop_map(|(number, after, before)| format!("{before}{number}{after}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_number_typed_into_any_field_comes_back(field in select(fields()), text in text(), preset in 0..PRESETS.len()) {
        typed(&field, &in_euros((PRESETS[preset].answers)()), &text);
    }

    #[test]
    fn any_number_typed_for_the_week_comes_back(
        text in prop_oneof![select(TYPED.to_vec()).prop_map(str::to_owned), text()], happening in select(Happening::ALL.to_vec()),
        setting in select(vec![Setting::Height, Setting::Length]),
    ) {
        let week = WhatIfs::default().asking(happening, Asked::Yes).adjusted(happening, setting, &text);
        let pairs = week.pairs().collect::<Vec<_>>().join("&");
        let decoded = decode(&pairs);
        prop_assert_eq!((format!("{:?}", decoded.what_ifs.events()), decoded.notes), (format!("{:?}", week.events()), Vec::new()));
    }
}

/// All fields at once, so that no writer leaves out what another one needs.
#[test]
fn every_figure_replaced_at_once_comes_back() {
    let all = fields().iter().fold((preset("shop").unwrap().answers)(), |answers, field| {
        let taken = ["33.3 %", "7.7", "0.07", "1200.5"].iter().find_map(|text| field.answer(&answers, text).ok());
        taken.unwrap_or(answers)
    });
    let figures = all.overrides.iter().count();
    assert!(figures > 300, "{figures}");
    comes_back(&all, "every figure");
}

/// Every value of every closed choice, and machines, classes and numbers of servers as they are pinned.
#[test]
fn every_pin_comes_back() {
    let mut all = Answers::default();
    for choice in ChoiceId::ALL {
        let closed = choice.values().into_iter().map(|(token, _)| token);
        let named = ["t2.micro", "m5.large", "lightsail.linux.small", "vultr.vc2-1c-2gb", "db.t4g.micro", "1", "40"];
        let taken: Vec<Answers> =
            closed.chain(named).filter_map(|value| Field::Pin(*choice).answer(&all, value).ok()).collect();
        assert!(!taken.is_empty(), "{choice} takes none");
        taken.iter().for_each(|answers| comes_back(answers, &format!("pin.{choice}")));
        all = taken.last().unwrap().clone();
    }
    assert_eq!(all.pins.iter().count(), ChoiceId::ALL.len());
    comes_back(&all, "every pin");
}

/// Whatever may be chosen in answer to a question, all else as in a preset.
#[test]
fn every_choice_comes_back() {
    for asked in &QUESTIONS {
        let Input::Choice(choices) = asked.input else { continue };
        for (token, _) in choices() {
            let answers = asked.answer(&(preset("shop").unwrap().answers)(), token).unwrap();
            comes_back(&answers, &format!("{} = {token}", asked.id));
        }
    }
}
