//! What is recommended, at risk or nearest for limits as clients set them: one input a row, defaults for the rest.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a row that cannot be read fails the test, as it should")]

use groundplan::{
    advice::{Advice, advise},
    availability::expected::Cause,
    catalog::Catalog,
    decision::{Lever, Standing, Verdict},
    questionnaire::{Answers, QuestionId, WorkInTotal, preset},
    units::Minutes,
    workload::Case,
};

fn advice(input: &str) -> Advice {
    advise(&Answers::from_json(input).unwrap(), &Catalog::bundled())
}

/// `ec2 fits; at risk: ec2, off-aws`, or `none fits, nearest ec2; at risk:`.
fn judged(advice: &Advice) -> String {
    let id = |standing: &Standing| standing.assessment.hosting.id.0;
    let first = &advice.standings[0];
    let verdict = match first.verdict {
        Verdict::RuledOut => format!("none fits, nearest {}", id(first)),
        Verdict::Recommended | Verdict::Eligible | Verdict::AtRisk => format!("{} fits", id(first)),
    };
    let mut at_risk: Vec<_> = advice.standings.iter().filter(|standing| standing.is_at_risk()).map(id).collect();
    at_risk.sort_unstable();
    if at_risk.is_empty() { verdict } else { format!("{verdict}; at risk: {}", at_risk.join(", ")) }
}

#[track_caller]
fn come_out(rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(input, wanted)| (input, wanted, judged(&advice(input))))
        .filter(|(_, wanted, found)| *wanted != found)
        .map(|(input, wanted, found)| format!("{input}\n  wanted {wanted}\n  found  {found}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The limit is held against what is to be expected, and not against what is refunded.
#[test]
fn limits_on_downtime_are_held_against_what_is_expected() {
    come_out(&[
        // One server with a snapshot does this.
        (r#"{"outage":2880}"#, "off-aws fits; at risk: ec2-self-healing, efs, static"),
        (r#"{"outage":4320,"rpo":"5min"}"#, "lightsail fits; at risk: ec2-self-healing, efs"),
        // Documents without logins, 48 hours a year allowed.
        (
            r#"{"site":"brochure","visits":150000,"outage":2880}"#,
            "off-aws fits; at risk: ec2-self-healing, efs, static",
        ),
        // 99.9 %: two zones behind CloudFront; one server exceeds it in one year of four or five.
        (
            r#"{"outage":525,"budget":"none","hours":20}"#,
            "golden-image fits; at risk: ec2, ec2-self-healing, efs, lightsail, managed, nfs, off-aws, static",
        ),
        // 99.95 %: what replaces itself in a second zone, not without risk, and pages that no server makes, where they will do.
        (
            r#"{"outage":263,"budget":"none","hours":20}"#,
            "static fits; at risk: ec2-self-healing, efs, fargate, git, golden-image, lightsail-pair, managed, nfs, static",
        ),
        // 99.99 %: nothing with an agency that comes after hours; what has the least to fail comes nearest.
        (r#"{"outage":53,"budget":"none","hours":20}"#, "none fits, nearest static"),
    ]);
}

/// A person's time with a restore is not out for the restore's sake.
#[test]
fn a_recovery_time_within_its_own_range_is_at_risk_and_not_out() {
    come_out(&[
        (r#"{"operator":"nobody"}"#, "off-aws fits; at risk: ec2, lightsail, off-aws, static"),
        (r#"{"operator":"nobody","rto":"3d"}"#, "off-aws fits; at risk: static"),
        (r#"{"operator":"nobody","rto":"4h"}"#, "managed fits; at risk: static"),
        (r#"{"operator":"nobody","rto":"4h","outage":1440}"#, "static fits; at risk: managed, static"),
        (r#"{"rto":"1d"}"#, "off-aws fits; at risk: ec2-self-healing, efs, static"),
        (r#"{"rto":"4h"}"#, "off-aws fits; at risk: ec2, ec2-self-healing, efs, lightsail, nfs, off-aws, static"),
        (r#"{"rto":"1h"}"#, "managed fits; at risk: ec2-self-healing, efs, static"),
        (
            r#"{"rto":"1h","operator":"in-house"}"#,
            "off-aws fits; at risk: ec2, ec2-self-healing, efs, lightsail, nfs, off-aws, static",
        ),
        (r#"{"rto":"5min"}"#, "golden-image fits; at risk: efs, static"),
    ]);
}

/// Somebody who comes shortens both, and is asked for once.
#[test]
fn where_nobody_comes_an_agency_is_the_smallest_change() {
    let told = advice(r#"{"operator":"nobody","rto":"4h","outage":1440}"#).headline.reason;
    assert!(told.contains("forms, comments and site search stop working"), "{told}");
    // Whoever comes from outside is a managed host's own people, or an agency.
    let server = advice(r#"{"operator":"nobody","rto":"4h"}"#);
    let server = server.option("off-aws").unwrap();
    assert!(server.ruled_out.iter().any(|ruled| ruled.remedy.text.contains("your agency or a freelancer operated it")));
}

/// The first option's typical month in US dollars.
fn month(advice: &Advice) -> f64 {
    advice.standings[0].assessment.monthly(Case::Typical, advice.answers.work).value()
}

/// What the client said of the peak holds, and a small shop is sized as a small shop.
#[test]
fn a_site_is_sized_by_what_was_said_of_it() {
    let stated = r#"{"site":"shop","visits":5000,"peaks":"campaigns","peak":2,"theme":"builder","plugins":30}"#;
    let (stated, tiny) = (advice(stated), advice(r#"{"site":"shop","visits":100}"#));
    assert!(month(&stated) < 15.0 && month(&tiny) < 15.0, "{} {}", month(&stated), month(&tiny));
    assert!(stated.findings.iter().any(|finding| finding.title == "The peak is sized as you said, 2 times the mean"));
    // 50,000 products are another shop at the same visits.
    let many = advice(r#"{"site":"shop","visits":5000,"items":200000}"#);
    assert!(month(&many) > 1.5 * month(&advice(r#"{"site":"shop","visits":5000,"items":200}"#)), "{}", month(&many));
}

/// The share of the week's page views answered in time is a must-have, and the verdict says so where it is missed.
#[test]
fn a_winner_that_is_slow_says_so() {
    // A shared file system is the cause, and without one nothing survives a zone and lets plugins write to disk.
    let news = r#"{"site":"news","visits":400000,"zone":"yes","local_writes":"yes","hours":30,"budget":"none","region":"us-west-2"}"#;
    let slow = advice(news);
    assert_eq!(judged(&slow), "ec2-self-healing fits; at risk: ec2-self-healing, efs");
    assert!(slow.headline.verdict.ends_with(", slower than asked"), "{}", slow.headline.verdict);
    assert!(slow.headline.reason.contains("2 s is the limit"), "{}", slow.headline.reason);
    let has = |advice: &Advice, words: &str| advice.findings.iter().any(|finding| finding.title.contains(words));
    assert!(has(&slow, "the shared file system is the cause"));
    // The site is the cause: no hosting is ruled out for it, what adds to it is, and the plugins are named.
    let plugins = advice(r#"{"plugins":120}"#);
    assert_eq!(
        judged(&plugins),
        "lightsail fits; at risk: ec2, fargate, git, golden-image, lightsail, lightsail-pair, managed, off-aws, static"
    );
    assert!(has(&plugins, "the site itself is the cause, and no hosting mends it"));
    // Nobody asked, nobody is told.
    let unasked = advice(r#"{"plugins":120,"response":"none"}"#);
    assert_eq!(judged(&unasked), "lightsail fits; at risk: static");
    assert!(!has(&unasked, "was asked for"));
    // An ordinary site is quick on its own disk and slow on a file system across the network.
    let ordinary = advice("{}");
    assert_eq!(judged(&ordinary), "off-aws fits; at risk: ec2-self-healing, efs, static");
    let gluster = &ordinary.option("gluster").unwrap().ruled_out;
    assert!(gluster.iter().any(|ruled| ruled.remedy.lever.is(QuestionId::Response)));
}

/// A library that does not grow is paid for once a month, as storage, and has to have room.
#[test]
fn a_library_that_does_not_grow_is_kept_and_not_uploaded() {
    let still = advice(r#"{"media":2000,"media_growth":0}"#);
    // What a static export puts after each change is pages.
    for standing in still.standings.iter().filter(|standing| standing.assessment.hosting.id.0 != "static") {
        let assessment = &standing.assessment;
        assert_eq!(assessment.week.usage.object_puts.value(), 0.0, "{}", assessment.hosting.name);
    }
    let server = still.option("off-aws").unwrap();
    assert_eq!(server.verdict, Verdict::RuledOut, "no plan of theirs has a disk of two terabytes");
    assert!(server.ruled_out[0].because.contains("have to be kept"), "{}", server.ruled_out[0].because);
}

/// A range holds its typical value, whichever plan the heavier case needs.
#[test]
fn a_range_holds_its_typical_value() {
    let input = r#"{"site":"brochure","visits":6550000,"pages":1.91,"peaks":"office","peak":1.24,"plugins":"unsure","readers":"asia-pacific","outage":"none","budget":"none"}"#;
    for standing in &advice(input).standings {
        let [low, typical, high] = Case::ALL.map(|case| standing.assessment.monthly(case, WorkInTotal::Apart));
        assert!(
            low <= typical && typical <= high,
            "{}: {typical} in {low} to {high}",
            standing.assessment.hosting.name
        );
    }
}

/// The preset with another budget.
fn with_budget(id: &str, usd: f64) -> Advice {
    let answers = (preset(id).unwrap().answers)();
    advise(&Answers { budget: Some(groundplan::units::Usd::new(usd)), ..answers }, &Catalog::bundled())
}

/// Nearest is what asks the client for the smallest change, and what money alone would buy is told beside it.
#[test]
fn the_nearest_option_asks_for_the_smallest_change() {
    let shop = with_budget("shop", 60.0);
    assert_eq!(judged(&shop), "none fits, nearest lightsail");
    assert!(shop.standings[0].assessment.monthly(Case::Typical, shop.answers.work).value() < 200.0);
    let viral = with_budget("viral", 130.0);
    assert_eq!(judged(&viral), "none fits, nearest off-aws");
    assert!(viral.headline.reason.contains(" meets every other requirement, at $"), "{}", viral.headline.reason);
    // One server that carries this costs three times the budget and misses two more; the other way asks for money alone.
    assert_eq!(judged(&with_budget("membership", 130.0)), "none fits, nearest git");
}

/// A tighter limit never makes a bill jump without a word: what is cheaper and stands behind is named.
#[test]
fn what_is_passed_over_is_named_with_its_price_and_its_risk() {
    let reason = advice(r#"{"outage":525,"budget":"none","hours":20}"#).headline.reason;
    assert!(
        reason.contains("Server off AWS scores 77, $12.00, but misses a requirement in about one year in 4"),
        "{reason}"
    );
    let reason = advice(r#"{"rto":"4h"}"#).headline.reason;
    assert!(
        reason.contains("At risk: it takes 4 hours 35 minutes from the failure until it is back, 1 hour 10 minutes to")
    );
}

/// What an ordinary week asks for beyond capacity is a cause of downtime, and is not held against an option twice.
#[test]
fn an_overloaded_week_counts_once() {
    let advice = advice(r#"{"site":"membership","visits":3000000,"peaks":"viral","outage":525,"budget":"none"}"#);
    let small = advice.option("off-aws").unwrap();
    assert!(small.assessment.expected.by(Cause::Overload) > Minutes::new(60.0));
    assert!(small.assessment.expected.typical > Minutes::new(525.0));
    let missed: Vec<_> = small.ruled_out.iter().map(|ruled| ruled.remedy.lever).collect();
    assert_eq!(missed, [Lever::Question(QuestionId::Visits)]);
}

/// A spike somebody asks for in a what-if is not expected every week.
#[test]
fn what_if_events_do_not_move_what_is_expected() {
    let answers = (preset("shop").unwrap().answers)();
    let events = vec![groundplan::simulation::Event::InstanceFailure { start: Minutes::new(600.0) }];
    let catalog = Catalog::bundled();
    let (usual, asked) = (advise(&answers, &catalog), groundplan::advice::advise_with(&answers, &catalog, &events));
    for standing in &usual.standings {
        let same = asked.option(standing.assessment.hosting.id.0).unwrap();
        assert_eq!(same.assessment.expected, standing.assessment.expected);
    }
}

/// Who is told of a risk is told what it costs to be without it.
#[test]
fn where_the_first_is_at_risk_the_cheapest_without_risk_is_named() {
    for (input, wanted) in [
        (r#"{"operator":"nobody"}"#, "Managed WordPress host, $155, meets every requirement."),
        (r#"{"rto":"4h"}"#, "Lightsail load-balanced pair, $74.05, meets every requirement."),
    ] {
        let reason = advice(input).headline.reason;
        assert!(reason.contains(wanted), "{input}: {reason}");
    }
    // Without a risk nothing is added.
    assert!(!advice("{}").headline.reason.contains("meets every requirement"));
}
