//! What is refused and what is said, wherever an input comes from: each row is a whole input, defaults for the rest, and
//! stands for its kind.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "an input that cannot be read fails the test, as it should")]

use groundplan::{
    advice::{Advice, advise},
    catalog::Catalog,
    diagram::{Legend, Orientation, Theme, draw, svg},
    kit,
    questionnaire::Answers,
    report, session,
    workload::Case,
};

fn advice(input: &str) -> Advice {
    advise(&Answers::from_json(input).unwrap(), &Catalog::bundled())
}

fn complaints(input: &str) -> Vec<String> {
    Answers::from_json(input).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

/// An unknown key is refused from a file and noted from a link, and the key that was meant is named where one is near.
#[test]
fn unknown_keys_are_refused_from_files_and_links_alike() {
    let rows = [
        (r#"{"overrides":{"bot":0.9}}"#, "a.bot=0.9", "bots"),
        (r#"{"overrides":{"natt.hour":0.1}}"#, "p.natt.hour=0.1", "nat.hour"),
        (r#"{"overrides":{"lightsail.linux.larg":0}}"#, "p.lightsail.linux.larg=0", "lightsail.linux.large"),
        (r#"{"overrides":{"growth":0.5}}"#, "a.growth=0.5", "a question and no assumption"),
        (r#"{"groth":30}"#, "groth=30", "growth"),
        (r#"{"weights":{"cots":30}}"#, "points.cots=30", "cost"),
    ];
    for (file, link, near) in rows {
        let told = complaints(file);
        assert!(told.len() == 1 && told[0].contains(near), "{file}: {told:?}");
        let decoded = session::decode(link);
        assert_eq!(decoded.answers, Answers::default(), "{link}");
        assert!(decoded.notes[0].to_string().contains(near), "{link}: {}", decoded.notes[0]);
    }
    let (_, problems) = kit::Kit::from_json(r#"{"currncy": "eur", "overrides": {"ppv": 3}}"#);
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(
        told[0].contains("\"currency\" is the nearest") && told[1].starts_with("overrides: is not a known"),
        "{told:?}"
    );
}

#[test]
fn impossible_figures_are_refused() {
    for own in [
        "\"s_u\":3",
        "\"bots\":5",
        "\"h_edge\":2",
        "\"rho\":5",
        "\"ppv\":1e308",
        "\"nat.hour\":-1",
        "\"nat.hour\":1e300",
    ] {
        let told = complaints(&format!("{{\"overrides\":{{{own}}}}}"));
        assert!(told.len() == 1 && told[0].contains(" must be between "), "{own}: {told:?}");
    }
}

/// Whoever reads one line, one picture or one number of it must not take the reader's figures for list prices.
#[test]
fn every_document_says_how_many_figures_are_the_readers_own() {
    let priced = r#"{"site":"shop","visits":60000,"region":"us-east-1","budget":"none","overrides":{"lightsail.linux.large":0}}"#;
    let advice = advice(priced);
    assert!(advice.headline.verdict.ends_with(", with 1 figure of your own"), "{}", advice.headline.verdict);
    let which = "1 figure of your own is in place of the one here: lightsail.linux.large 0";
    for text in [report::plain(&advice), report::markdown(&advice, None), report::facts::disclaimer(&advice)] {
        assert!(text.contains(which), "{text}");
    }
    let json: serde_json::Value = serde_json::from_str(&report::json(&advice)).unwrap();
    assert_eq!(json["own_figures"], serde_json::json!([{ "id": "lightsail.linux.large", "value": 0.0 }]));
    assert!(kit::summary(&advice).contains("with 1 figure of your own"));
    let first = &advice.standings[0];
    let picture = draw(&first.assessment.architecture, Orientation::Landscape);
    let drawn = |answers: &Answers| svg(&picture, &report::overlay(first, answers, Legend::Shown), Theme::Light, None);
    assert!(drawn(&advice.answers).contains("With 1 figure of the reader"));
    assert!(!drawn(&Answers::default()).contains("of the reader"));
    let two = advice_of_two();
    assert!(two.headline.verdict.ends_with(", with 2 figures of your own"), "{}", two.headline.verdict);
    for text in [report::plain(&self::advice("{}")), report::markdown(&self::advice("{}"), None)] {
        assert!(!text.contains("of your own"), "{text}");
    }
}

/// Two, and nothing fits.
fn advice_of_two() -> Advice {
    advice(r#"{"site":"news","budget":5,"overrides":{"ppv":3,"nat.hour":0.02}}"#)
}

#[test]
fn a_rate_without_a_currency_is_refused_and_goes_with_it() {
    let refused = "exchange: A rate needs a currency other than the US dollar beside it; you gave 0.5";
    assert_eq!(complaints(r#"{"site":"shop","exchange":0.5}"#), [refused]);
    assert_eq!(complaints(r#"{"exchange":0.5,"currency":"usd"}"#), [refused]);
    assert_eq!(session::decode("exchange=0.5").notes[0].to_string(), refused);
    let (kit, problems) = kit::Kit::from_json(r#"{"exchange": 0.5}"#);
    assert_eq!((problems[0].to_string().as_str(), kit.answers), (refused, Answers::default()));
    // In either order.
    for text in [r#"{"exchange":0.9,"currency":"eur"}"#, r#"{"currency":"eur","exchange":0.9}"#] {
        assert_eq!(Answers::from_json(text).unwrap().exchange.value(), 0.9, "{text}");
    }
    assert_eq!(session::decode("exchange=0.9&currency=eur").answers.exchange.value(), 0.9);
    // Back in dollars the rate is gone, and what is written is read again.
    let euro = Answers::from_json(r#"{"currency":"eur","exchange":0.9}"#).unwrap();
    let dollars = session::Field::from_key("currency").unwrap().answer(&euro, "usd").unwrap();
    assert_eq!(Answers::from_json(&dollars.to_json()), Ok(Answers::default()));
}

/// Headline, table, bill, tax, reasons, budget and disclaimer of one document are in one currency.
#[test]
fn a_document_has_one_currency() {
    for site in ["brochure", "shop", "news"] {
        let input = format!(r#"{{"site":"{site}","currency":"gbp","exchange":0.78,"vat":20,"budget":40}}"#);
        let advice = advice(&input);
        for text in [report::plain(&advice), report::markdown(&advice, None)] {
            // What is cited is cited as it was published, and answers are repeated as they were given.
            let lines = text.lines().filter(|line| line.contains('$')).filter(|line| !line.contains("US$"));
            assert_eq!(lines.collect::<Vec<_>>(), Vec::<&str>::new(), "{site}");
            assert!(text.contains("shown in GBP at your rate of 0.78"), "{text}");
        }
        let json: serde_json::Value = serde_json::from_str(&report::json(&advice)).unwrap();
        assert_eq!(
            (&json["currency"], &json["options"][0]["monthly_cost"]["currency"]),
            (&"GBP".into(), &"GBP".into())
        );
        let first = &advice.standings[0];
        let typical = first.assessment.monthly(Case::Typical, advice.answers.work).value() * 0.78;
        let told = json["options"][0]["monthly_cost"]["typical"].as_f64().unwrap();
        assert!((told - typical).abs() < 0.006, "{told} against {typical}");
        let lines = json["options"][0]["bill"].as_array().unwrap();
        let infrastructure = lines.iter().filter(|line| line["section"] == "infrastructure");
        let sum: f64 = infrastructure.filter_map(|line| line["monthly"].as_f64()).sum();
        assert!((sum - typical).abs() < 0.2, "{sum} against {typical}");
    }
}

#[test]
fn a_rate_that_cannot_be_right_and_points_that_decide_nothing_are_said() {
    let told = |input: &str| advice(input).findings.iter().map(|finding| finding.title.clone()).collect::<Vec<_>>();
    let wrong = told(r#"{"currency":"jpy","exchange":0.9}"#);
    assert!(wrong.contains(&"A US dollar at 0.9 JPY cannot be right".to_owned()), "{wrong:?}");
    let zero = r#"{"weights":{"cost":0,"headroom":0,"availability":0,"recovery":0,"freedom":0,"effort":0,"runway":0,"deploys":0}}"#;
    assert!(told(zero).contains(&"No points are given to anything, so everything counts the same".to_owned()));
}
