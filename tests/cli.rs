//! The command line as scripts meet it: what it prints, what it refuses, and with which exit code.

#![expect(clippy::unwrap_used, reason = "a command that cannot be run fails the test, as it should")]

use std::{
    io::Write as _,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use groundplan::{
    options::OPTIONS,
    questionnaire::{ClosedSet, Criterion, PRESETS},
};
use serde_json::Value;

fn preset_keys() -> Vec<&'static str> {
    PRESETS.iter().map(|preset| preset.id).collect()
}

fn option_keys() -> Vec<&'static str> {
    OPTIONS.iter().map(|hosting| hosting.id.0).collect()
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_groundplan")).args(arguments).output().unwrap()
}

/// Runs with a text on standard input.
fn fed(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_groundplan"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What was said on standard error of a run that refused its input.
fn refused(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn advice(preset: &str) -> Value {
    let answers = out(&run(&["presets", preset]));
    serde_json::from_str(&out(&fed(&["advise", "-", "--format", "json"], &answers))).unwrap()
}

#[test]
fn presets_are_listed_one_a_line_and_printed_as_answers_that_are_taken() {
    assert_eq!(out(&run(&["presets"])).lines().collect::<Vec<_>>(), preset_keys());
    for preset in preset_keys() {
        let answers = out(&run(&["presets", preset]));
        let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{preset}.json"));
        std::fs::write(&file, &answers).unwrap();
        let from_file = out(&run(&["advise", file.to_str().unwrap()]));
        assert_eq!(from_file, out(&fed(&["advise", "-"], &answers)), "{preset}");
        let verdict = from_file.lines().next().unwrap_or_default();
        assert!(verdict.contains('$') && verdict.contains("/month"), "{preset}: {verdict}");
    }
}

#[test]
fn advice_is_written_as_asked() {
    let answers = out(&run(&["presets", "shop"]));
    let as_asked = |format: &str| out(&fed(&["advise", "-", "--format", format], &answers));
    assert!(as_asked("text").lines().any(|line| line.starts_with("option ") && line.contains("points")));
    assert!(as_asked("markdown").starts_with("# WordPress on AWS: "));
    assert!(serde_json::from_str::<Value>(&as_asked("json")).unwrap().is_object());
    assert_eq!(as_asked("text"), out(&fed(&["advise", "-"], &answers)));
}

/// The contract scripts rely on, field by field.
#[test]
fn advice_as_json_holds_what_scripts_rely_on() {
    for preset in preset_keys() {
        let advice = advice(preset);
        let options = array(&advice, "options");
        let mut ids: Vec<&str> = options.iter().map(|option| text(option, "id")).collect();
        let recommended = text(&advice, "recommended");
        assert_eq!(ids.first(), Some(&recommended), "{preset}");
        ids.sort_unstable();
        let mut known = option_keys();
        known.sort_unstable();
        assert_eq!(ids, known, "{preset}");
        for option in options {
            option_is_whole(option, recommended);
        }
    }
}

fn option_is_whole(option: &Value, recommended: &str) {
    let id = text(option, "id");
    assert!(!text(option, "name").is_empty());
    let verdict = text(option, "verdict");
    assert!(["recommended", "eligible", "at-risk", "ruled-out"].contains(&verdict), "{verdict}");
    assert_eq!(verdict == "recommended", id == recommended);
    for reason in array(option, "reasons") {
        assert!(!text(reason, "text").is_empty() && !text(reason, "source").is_empty(), "{id}");
    }
    assert!(!array(option, "reasons").is_empty(), "{id}");

    let score = number(option, "score");
    assert!((0.0..=100.0).contains(&score), "{id}: {score}");
    let criteria = array(option, "criteria");
    assert_eq!(criteria.len(), Criterion::ALL.len());
    let sum = |field: &str| criteria.iter().map(|criterion| number(criterion, field)).sum::<f64>();
    assert!((sum("points") - score).abs() < 0.1, "{id}: {} against {score}", sum("points"));
    assert!((sum("weight") - 100.0).abs() < 0.1, "{id}");
    for criterion in criteria {
        assert!(!text(criterion, "id").is_empty() && !text(criterion, "unit").is_empty());
        let (value, weight) = (number(criterion, "value"), number(criterion, "weight"));
        assert!((0.0..=1.0).contains(&value), "{id}: {criterion}");
        assert!((number(criterion, "points") - value * weight).abs() < 0.01, "{id}: {criterion}");
        assert!(criterion["raw"].is_number(), "{id}: {criterion}");
    }

    let cost = &option["monthly_cost"];
    let (low, typical, high) = (number(cost, "low"), number(cost, "typical"), number(cost, "high"));
    assert!(0.0 < low && low <= typical && typical <= high, "{id}: {cost}");
    assert!((billed(option) - typical).abs() < 0.01 * array(option, "bill").len() as f64, "{id}: {cost}");

    let up = number(&option["availability"], "percent");
    let down = number(&option["availability"], "downtime_minutes_a_year");
    assert!((down / 525_960.0 - (1.0 - up / 100.0)).abs() < 1e-5, "{id}: {up} % and {down} minutes");
    for point in array(&option["availability"], "single_points_of_failure") {
        assert!(!text(point, "component").is_empty() && !text(point, "why").is_empty(), "{id}");
    }
    // Readers of exported pages notice nothing.
    assert!(number(&option["recovery"], "rto_minutes") >= 0.0, "{id}");
    assert!(number(&option["recovery"], "rpo_minutes") >= 0.0, "{id}");

    let assumptions = array(option, "assumptions");
    assert!(assumptions.iter().any(|one| one["id"].is_null()) && assumptions.iter().any(|one| one["id"].is_string()));
    for one in assumptions {
        assert!(!text(one, "text").is_empty() && !text(one, "source").is_empty(), "{id}: {one}");
    }
}

/// The sum of the infrastructure's priced lines, each of them checked.
fn billed(option: &Value) -> f64 {
    let mut sum = 0.0;
    for line in array(option, "bill") {
        for field in ["service", "name", "unit"] {
            assert!(!text(line, field).is_empty(), "{line}");
        }
        let quantity = number(line, "quantity");
        assert!(quantity > 0.0, "{line}");
        if let Some(why) = line.get("not_priced") {
            assert!(why.as_str().is_some_and(|why| !why.is_empty()), "{line}");
            assert!(line.get("monthly").is_none() && line.get("unit_price").is_none(), "{line}");
            continue;
        }
        assert!(!text(line, "source").is_empty() && !text(line, "as_of").is_empty(), "{line}");
        let (unit_price, monthly) = (number(line, "unit_price"), number(line, "monthly"));
        assert!((unit_price * quantity - monthly).abs() < 0.006 + 1e-4 * unit_price.max(monthly), "{line}");
        if text(line, "section") == "infrastructure" {
            sum += monthly;
        }
    }
    sum
}

/// What an option assumes is what touches it: EFS latency for EFS, the boot of its own kind of server.
#[test]
fn an_option_lists_its_own_assumptions() {
    let advice = advice("shop");
    let ids = |option: &str| -> Vec<String> {
        let found = array(&advice, "options").iter().find(|it| text(it, "id") == option).unwrap();
        array(found, "assumptions").iter().filter_map(|one| one["id"].as_str().map(str::to_owned)).collect()
    };
    let has = |option: &str, id: &str| ids(option).iter().any(|known| known == id);
    assert!(has("efs", "file_op_efs") && !has("git", "file_op_efs"));
    assert!(has("git", "boot_git") && !has("golden-image", "boot_git") && !has("lightsail", "boot_git"));
    assert!(has("off-aws", "h_origin") && !has("off-aws", "h_edge"));
    let all: Vec<&str> = array(&advice, "assumptions").iter().map(|one| text(one, "id")).collect();
    for option in option_keys() {
        assert!(ids(option).iter().all(|id| all.contains(&id.as_str())), "{option}");
    }
}

/// Where nothing meets the must-haves, nothing is recommended, and what would have to change is said.
#[test]
fn nothing_is_recommended_where_nothing_fits() {
    let answers = r#"{"site": "shop", "zone": "yes", "budget": 20, "rto": "5min"}"#;
    let advice: Value = serde_json::from_str(&out(&fed(&["advise", "-", "--format", "json"], answers))).unwrap();
    assert!(advice["recommended"].is_null());
    for option in array(&advice, "options") {
        assert_eq!(text(option, "verdict"), "ruled-out");
        for reason in array(option, "reasons") {
            // What no answer lifts has no change: a shop cannot be exported.
            let change = &reason["smallest_change"];
            assert!(change.is_null() || text(change, "text").starts_with("if "), "{reason}");
        }
    }
    let said = out(&fed(&["advise", "-"], answers));
    let none = format!("None of the {} options meets your requirements; the nearest is ", OPTIONS.len());
    assert!(said.starts_with(&none), "{said}");
    assert!(said.lines().nth(1).is_some_and(|line| line.starts_with("It would qualify if ")), "{said}");
}

#[test]
fn a_refused_answer_names_its_field_its_range_and_what_was_given() {
    let said = refused(&fed(&["advise", "-"], r#"{"visits": 5, "zone": "perhaps", "budget": "lots"}"#));
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(
        lines,
        [
            "standard input: budget: Monthly budget cap must be a number, like 500, or \"none\"; \"lots\" is not",
            "standard input: visits: Visits a month must be between 100 and 100m visits; you gave 5",
            "standard input: zone: Must it survive the loss of an Availability Zone? must be one of no, yes; \"perhaps\" is not among them",
        ]
    );
}

#[test]
fn a_field_nobody_knows_is_refused_and_the_known_ones_are_named() {
    let said = refused(&fed(&["advise", "-"], r#"{"vists": 5000}"#));
    assert!(said.starts_with("standard input: vists: is not a known field; ") && said.contains("visits"), "{said}");
}

#[test]
fn what_is_not_json_says_what_would_be() {
    for text in ["", "visits=3", "[1, 2]", "{\"visits\": 5", "null", "\u{0}"] {
        let said = refused(&fed(&["advise", "-"], text));
        assert!(said.contains("must be a JSON object, like {\"visits\": \"300k\"}"), "{text:?}: {said}");
    }
}

#[test]
fn a_missing_file_is_named_with_what_would_help() {
    let said = refused(&run(&["advise", "no/such/answers.json"]));
    assert_eq!(
        said.trim_end(),
        "no/such/answers.json: there is no such file; `groundplan presets NAME` prints answers to start from"
    );
    assert!(refused(&run(&["presets", "blogg"])).contains("there are brochure, blog, news"));
}

#[test]
fn wrong_usage_is_refused_alike() {
    for arguments in [&["advise"][..], &["advise", "-", "--format", "pdf"], &["advice"], &[]] {
        assert_eq!(run(arguments).status.code(), Some(2), "{arguments:?}");
    }
    for arguments in [&["--help"][..], &["--version"], &["advise", "--help"]] {
        assert!(run(arguments).status.success(), "{arguments:?}");
    }
}

#[test]
fn the_schema_is_one_and_takes_the_presets() {
    let schema: Value = serde_json::from_str(&out(&run(&["schema"]))).unwrap();
    assert_eq!(text(&schema, "$schema"), "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(text(&schema, "type"), "object");
    for preset in preset_keys() {
        let answers: Value = serde_json::from_str(&out(&run(&["presets", preset]))).unwrap();
        assert_eq!(fits(&answers, &schema, "answers"), Ok(()), "{preset}");
    }
    for wrong in [r#"{"visits": 5}"#, r#"{"zone": "perhaps"}"#, r#"{"bogus": 1}"#, r#"{"budget": true}"#, "3"] {
        let answers: Value = serde_json::from_str(wrong).unwrap();
        assert!(fits(&answers, &schema, "answers").is_err(), "{wrong}");
    }
    for default in
        schema["properties"].as_object().unwrap().iter().filter_map(|(name, it)| Some((name, it, it.get("default")?)))
    {
        assert_eq!(fits(default.2, default.1, default.0), Ok(()), "{}", default.0);
    }
}

#[test]
fn the_other_files_have_schemas_too() {
    for (file, field) in [("kit", "cta-url"), ("workshop", "speaker")] {
        let schema: Value = serde_json::from_str(&out(&run(&["schema", file]))).unwrap();
        assert_eq!(text(&schema, "$schema"), "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["additionalProperties"], false, "{file}");
        assert!(schema["properties"][field].is_object(), "{file}: {schema}");
    }
    assert_eq!(out(&run(&["schema"])), out(&run(&["schema", "answers"])));
}

/// Whether a value fits a schema, by the keywords the answers' schema uses; any other keyword is an error.
fn fits(value: &Value, schema: &Value, at: &str) -> Result<(), String> {
    let not = |what: &str| Err(format!("{at}: {value} is not {what}"));
    for (keyword, rule) in schema.as_object().ok_or(format!("{at}: not a schema"))? {
        match keyword.as_str() {
            "$schema" | "title" | "description" | "default" | "propertyNames" => {}
            "type" => {
                let right = match rule.as_str().unwrap_or_default() {
                    "object" => value.is_object(),
                    "number" => value.is_number(),
                    "string" => value.is_string(),
                    other => return Err(format!("{at}: unknown type {other}")),
                };
                if !right {
                    return not(rule.as_str().unwrap_or_default());
                }
            }
            "enum" => {
                if !rule.as_array().is_some_and(|known| known.contains(value)) {
                    return not("among those known");
                }
            }
            "anyOf" => {
                if !rule.as_array().is_some_and(|ways| ways.iter().any(|way| fits(value, way, at).is_ok())) {
                    return not("any of what it may be");
                }
            }
            "minimum" if value.as_f64() < rule.as_f64() => return not("large enough"),
            "maximum" if value.as_f64() > rule.as_f64() => return not("small enough"),
            "minimum" | "maximum" => {}
            "pattern" if rule == "[0-9]" => {
                if !value.as_str().is_some_and(|text| text.contains(|letter: char| letter.is_ascii_digit())) {
                    return not("a text with a digit in it");
                }
            }
            "properties" => {
                for (name, inner) in rule.as_object().ok_or(format!("{at}: properties"))? {
                    if let Some(value) = value.get(name) {
                        fits(value, inner, name)?;
                    }
                }
            }
            "additionalProperties" => {
                let known = |name: &String| schema["properties"].get(name).is_some();
                for (name, value) in value.as_object().into_iter().flatten().filter(|(name, _)| !known(name)) {
                    if rule == false {
                        return Err(format!("{at}: {name} is not known"));
                    }
                    fits(value, rule, name)?;
                }
            }
            other => return Err(format!("{at}: the keyword {other} is new here")),
        }
    }
    Ok(())
}

fn array<'a>(value: &'a Value, field: &str) -> &'a [Value] {
    value[field].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_default()
}

fn number(value: &Value, field: &str) -> f64 {
    value[field].as_f64().unwrap_or(f64::NAN)
}

#[test]
fn the_picture_of_every_option_is_written_as_asked() {
    let answers = out(&run(&["presets", "news"]));
    for option in option_keys() {
        let written = |format: &str| out(&fed(&["diagram", "-", "--option", option, "--format", format], &answers));
        let svg = written("svg");
        let document = roxmltree::Document::parse(&svg).unwrap();
        assert!(document.descendants().any(|node| node.text() == Some("Readers")), "{option}");
        assert!(roxmltree::Document::parse(&written("drawio")).unwrap().root_element().has_tag_name("mxfile"));
        let outline = written("outline");
        assert!(outline.contains("1. Readers") && outline.contains("\nConnections\n"), "{option}: {outline}");
    }
    let picture = |more: &[&str]| out(&fed(&[&["diagram", "-"], more].concat(), &answers));
    assert_ne!(picture(&[]), picture(&["--reading", "portrait"]));
    assert_ne!(picture(&["--theme", "light"]), picture(&["--theme", "dark"]));
}

#[test]
fn an_unknown_option_is_not_drawn() {
    let answers = out(&run(&["presets", "news"]));
    let said = refused(&fed(&["diagram", "-", "--option", "mainframe"], &answers));
    assert!(said.contains("mainframe") && said.contains("lightsail"), "{said}");
}

/// A start that no instance can have is refused, with what it can have.
#[test]
fn credits_that_no_instance_holds_are_refused() {
    let traced = |more: &[&str]| {
        let mut arguments = vec!["simulate", "cpu-credits", "--hours", "100,100"];
        arguments.extend(more);
        run(&arguments)
    };
    for (more, told) in [
        (["--instance=t3.micro", "--start-credits=nan"], "--start-credits must be between 0 and 288 for t3.micro"),
        (["--instance=t3.micro", "--start-credits=289"], "--start-credits must be between 0 and 288 for t3.micro"),
        (["--instance=t3.micro", "--start-credits=-1"], "--start-credits must be between 0 and 288 for t3.micro"),
        (["--instance=t3.micro", "--launch-credits=500"], "--launch-credits must be between 0 and 0 for t3.micro"),
        (["--instance=t2.micro", "--launch-credits=31"], "--launch-credits must be between 0 and 30 for t2.micro"),
        (["--instance=t2.micro", "--ramp=nan"], "--ramp must be between 0 and 10080 for t2.micro"),
        (["--instance=t2.micro", "--ramp=-5"], "--ramp must be between 0 and 10080 for t2.micro"),
    ] {
        assert!(refused(&traced(&more)).starts_with(told), "{}", refused(&traced(&more)));
    }
    assert!(out(&traced(&["--instance=t2.micro", "--launch-credits=30", "--start-credits=144"])).contains("t2.micro"));
    let owed = out(&traced(&["--instance=t3.micro", "--mode=unlimited"]));
    assert!(owed.contains("216 surplus credits are outstanding"), "{owed}");
}

#[test]
fn logs_are_measured_the_earliest_first_and_what_is_no_log_is_said() {
    let logs = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/logs");
    let later = format!("{logs}/wordpress-attacked-apache.log.gz");
    let earlier = format!("{logs}/wordpress-day-nginx.log.gz");
    let told = out(&run(&["measure", &later, &earlier]));
    assert!(told.starts_with("wordpress-day-nginx.log.gz: Apache or nginx combined, 14,619 lines, 0 broken"), "{told}");
    assert!(told.contains("2013-09-18 to 2022-10-30"), "{told}");
    let json: Value = serde_json::from_str(&out(&run(&["measure", &later, "--json"]))).unwrap();
    assert_eq!((json["lines"].as_u64(), json["xmlrpc"].as_u64()), (Some(5_996), Some(2_244)));
    assert_eq!(json["files"][0]["format"], "combined");
    assert!(refused(&fed(&["measure", "-"], "rubbish")).contains("not read"));
    assert!(refused(&run(&["measure", "no-such.log"])).contains("there is no such file"));
    let forced = run(&["measure", &later, "--format", "iis"]);
    assert!(refused(&forced).contains("Nothing could be measured"));
}

#[test]
fn what_the_probe_printed_takes_the_place_of_answers() {
    let corpus = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus/probe");
    let probed = |file: &str| {
        let file = corpus.join(file);
        fed(
            &["advise", "-", "--format", "json", "--probe", file.to_str().unwrap()],
            r#"{"site":"blog","visits":30000}"#,
        )
    };
    let advice: Value = serde_json::from_str(&out(&probed("usual"))).unwrap();
    let assumptions = advice["assumptions"].as_array().unwrap();
    let measured = assumptions.iter().filter(|one| one["whose"] == "measured").count();
    assert!(measured >= 5, "{assumptions:?}");
    assert!(refused(&probed("newer")).contains("is of another version"));
    assert!(refused(&probed("missing")).contains("missing"));
}

/// `groundplan designs` lists what was considered: one form or all, with what is pinned, and of those on the front none is dearer
/// and longer down than another.
#[test]
fn designs_are_listed_with_their_front_and_their_pins() {
    let answers = r#"{"visits": 50000, "budget": "none"}"#;
    let listed = |args: &[&str]| out(&fed(&[&["designs", "-"], args].concat(), answers));
    let csv = listed(&["--form", "git", "--pin", "nat=none", "--csv"]);
    let mut lines = csv.lines();
    let head: Vec<&str> = lines.next().unwrap().split(',').collect();
    let column = |name: &str| head.iter().position(|of| *of == name).unwrap();
    // The sizes are quoted and hold commas; nothing before them does.
    let (form, cost, down, front) =
        (column("form"), column("monthly_usd"), column("down_minutes_a_year"), column("front"));
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    assert!(rows.len() > 20, "{}", rows.len());
    let nat_from_the_end = head.len() - column("nat");
    for row in &rows {
        assert_eq!((row[form], row[row.len() - nat_from_the_end]), ("git", "none"), "{row:?}");
    }
    let number = |row: &[&str], at: usize| row[at].parse::<f64>().unwrap();
    let on_front: Vec<&Vec<&str>> = rows.iter().filter(|row| row[front] == "yes").collect();
    assert!(!on_front.is_empty() && on_front.len() < rows.len());
    for one in &on_front {
        let beaten = rows.iter().any(|other| {
            number(other, cost) < number(one, cost) - 0.01 && number(other, down) < number(one, down) - 0.1
        });
        assert!(!beaten, "{one:?}");
    }
    let said = listed(&["--form", "static"]);
    assert!(said.contains("designs considered; ") && said.contains("all pages exported to S3"), "{said}");
    let wrong = refused(&fed(&["designs", "-", "--form", "mainframe"], answers));
    assert!(wrong.contains("there is no form mainframe") && wrong.contains("fargate"), "{wrong}");
}

/// Odds, bands and what would turn the answer are in the JSON where they are asked for, the same as `odds` has; all else is as
/// without them.
#[test]
fn advice_as_json_carries_the_odds_where_they_are_asked_for() {
    let answers = out(&run(&["presets", "brochure"]));
    let json = |arguments: &[&str]| -> Value { serde_json::from_str(&out(&fed(arguments, &answers))).unwrap() };
    let mut with = json(&["advise", "-", "--format", "json", "--worlds", "8"]);
    let odds = with.as_object_mut().unwrap().remove("odds").unwrap();
    assert_eq!(with, json(&["advise", "-", "--format", "json"]));
    let mut alone = json(&["odds", "-", "--json", "--worlds", "8"]);
    for only_there in ["version", "recommended"] {
        alone.as_object_mut().unwrap().remove(only_there).unwrap();
    }
    assert_eq!(odds, alone);
    assert_eq!(odds["worlds"], 8);
    let first = &odds["options"][0];
    assert!(first["usd_a_month"]["p10"].as_f64().unwrap() <= first["usd_a_month"]["p90"].as_f64().unwrap());
    assert!(odds["turning_points"].is_array() && odds["fewest_points"]["points"].as_f64().unwrap() > 0.0);
    let said = refused(&fed(&["advise", "-", "--worlds", "8"], &answers));
    assert!(said.contains("--format json or markdown"), "{said}");
    let markdown = out(&fed(&["advise", "-", "--format", "markdown", "--worlds", "8"], &answers));
    assert!(markdown.contains("a month (8 of 10 possible futures)") && markdown.contains("of 8 possible futures"));
}

/// The same answers give the same odds, and every option has its line.
#[test]
fn odds_are_the_same_every_time_and_have_a_line_for_every_option() {
    let shop = run(&["presets", "shop"]).stdout;
    let odds = || fed(&["odds", "-", "--csv", "--worlds", "8"], &String::from_utf8_lossy(&shop)).stdout;
    let told = String::from_utf8(odds()).unwrap();
    assert_eq!(told.lines().count(), groundplan::options::OPTIONS.len() + 1, "{told}");
    assert!(told.starts_with("option,best,must_haves_met,usd_p10,"), "{told}");
    assert_eq!(told.into_bytes(), odds());
}

/// The README shows a terminal: each of its lines is printed for the preset it was made from, in the same order, and an
/// ellipsis stands for what is left out.
#[test]
fn the_example_of_the_readme_is_what_is_printed() {
    let readme = include_str!("../README.md");
    let (_, shown) = readme.split_once("    $ cargo run -- advise answers.json\n").unwrap();
    let shown: Vec<&str> =
        shown.lines().map_while(|line| line.strip_prefix("    ").or(line.is_empty().then_some(""))).collect();
    let printed = out(&fed(&["advise", "-"], &out(&run(&["presets", "shop"]))));
    let mut printed = printed.lines();
    for line in shown.iter().filter(|line| !line.is_empty() && **line != "…") {
        assert!(printed.any(|printed| printed == *line), "the command no longer prints, or not in this order: {line}");
    }
    assert!(shown.len() > 8);
}
