//! The decoders: everything that makes a value of the program out of a text from outside.
//!
//! | target | what it reads | where it comes from |
//! |---|---|---|
//! | `address` | the fragment with the loader's part in it | address bar, embedding site |
//! | `link` | answers and what the week brings | address bar, what a browser keeps, slides, workshop files |
//! | `answers` | answers as JSON, figures of one's own among them | files, the command line |
//! | `kit` | a consultant's kit | files, attributes, messages |
//! | `message` | what an embedding site asks for | other windows |
//! | `probe` | what a WordPress site says of itself | files |
//! | `log` | access logs | files |
//! | `slide` | what the audience's window shows | other windows |
//! | `workshop` | a workshop | files, what a browser keeps |
//! | `field` | what is typed into a field | the keyboard |
//! | `week` | what the simulated week is to bring | the keyboard, links |
//! | `number` | a number with its unit | all of these |
//!
//! The catalog is compiled in and checked by its own tests; nothing from outside can put another in its place.

use std::cell::Cell;

use groundplan::{
    advice::advise,
    catalog::Catalog,
    kit::{Arrival, FromHost, Kit},
    questionnaire::{Answers, ClosedSet, Criterion, Input, PRESETS, ParameterId, QUESTIONS, number},
    report,
    session::{
        Appearance, Decoded, Field, Happening, Scenarios, Session, Setting, WhatIfs, decode, encode, encode_all,
    },
    site_probe::SiteProbe,
    traffic_log::{self, LogReader},
    workshop::{Slide, Workshop},
};

/// One decoder and how to feed it.
pub(crate) struct Target {
    pub(crate) name: &'static str,
    /// Reads an input and checks what must hold; whether anything was taken.
    pub(crate) read: fn(&str) -> bool,
    /// What its texts are made of.
    pub(crate) words: Vec<String>,
    /// A text of pairs.
    pub(crate) form: fn(&[(String, String)]) -> String,
}

/// How often the whole advice on what was read is looked at: it takes a thousand times as long as reading.
const SELDOM: u32 = 5_000;

/// Answers with all their digits: `-0` and `0` are equal numbers and are not the same here.
fn to_the_bit(answers: &Answers) -> String {
    let all = format!("{answers:?}");
    assert!(!all.contains("NaN") && !all.contains("inf"), "{all}");
    assert!(!all.contains("-0.0,") && !all.contains("-0.0)"), "{all}");
    all
}

/// What is written of answers brings them back, and what is advised on them are numbers.
fn hold(answers: &Answers) {
    let was = to_the_bit(answers);
    let link = encode(answers);
    let decoded = decode(&link);
    assert_eq!((to_the_bit(&decoded.answers), decoded.notes), (was, Vec::new()), "{link}");
    thread_local! { static COUNT: Cell<u32> = const { Cell::new(0) } }
    let count = COUNT.get();
    COUNT.set(count.wrapping_add(1));
    if count.is_multiple_of(SELDOM) {
        let text = report::json(&advise(answers, &Catalog::bundled()));
        let no_number = text.split(|c: char| !c.is_alphanumeric()).find(|word| matches!(*word, "NaN" | "inf"));
        assert_eq!(no_number, None, "{link}");
    }
}

/// What is written of scenarios brings them back.
fn hold_all(answers: &Answers, scenarios: &Scenarios) {
    let all = |answers: &Answers, scenarios: &Scenarios| -> Vec<(String, String)> {
        scenarios.all(answers).into_iter().map(|(name, answers)| (name, to_the_bit(answers))).collect()
    };
    let link = encode_all(answers, scenarios);
    let decoded = decode(&link);
    assert_eq!(
        (all(&decoded.answers, &decoded.scenarios), decoded.notes),
        (all(answers, scenarios), Vec::new()),
        "{link}"
    );
}

fn hold_kit(kit: &Kit) {
    hold(&kit.answers);
    let drawn = kit.accent.map(|accent| accent.properties().map(|(_, value)| value).concat()).unwrap_or_default();
    assert!(!drawn.contains("NaN"), "{drawn}");
    let target = kit.call.as_ref().and_then(|call| call.target.as_ref());
    let address = target.map(|target| target.address(None)).unwrap_or_default();
    assert!(address.is_empty() || address.starts_with("https://") || address.starts_with("mailto:"), "{address}");
}

/// Keys of all that can be answered, and tokens of what can be chosen.
fn words() -> Vec<String> {
    let choices = QUESTIONS.iter().flat_map(|asked| match asked.input {
        Input::Choice(choices) => choices().into_iter().map(|(token, _)| token.to_owned()).collect(),
        Input::Number { example, .. } => vec![example.to_owned()],
    });
    QUESTIONS
        .iter()
        .map(|asked| asked.id.token().to_owned())
        .chain(choices)
        .chain(ParameterId::all().map(|id| id.token().to_owned()))
        .chain(Criterion::ALL.iter().map(|criterion| criterion.token().to_owned()))
        .chain(Catalog::bundled().skus().step_by(12).map(str::to_owned))
        .chain(PRESETS.iter().map(|preset| preset.id.to_owned()))
        .collect()
}

fn with(more: &[&str]) -> Vec<String> {
    words().into_iter().chain(more.iter().map(|word| (*word).to_owned())).collect()
}

fn text_of(pairs: &[(String, String)]) -> String {
    pairs.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
}

/// An object; half of its values as they stand, half in quotes.
fn object_of(pairs: &[(String, String)]) -> String {
    let members = pairs.iter().enumerate().map(|(at, (name, value))| {
        let bare = at.is_multiple_of(2) && (value.parse::<f64>().is_ok() || value.starts_with(['{', '[']));
        let value = if bare { value.clone() } else { quoted(value) };
        format!("{}:{value}", quoted(name))
    });
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

/// A text in JSON's quotes.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

pub(crate) fn address() -> Target {
    let read = |text: &str| {
        let arrival = Arrival::of(text);
        let defaults = arrival.embedding.as_ref().map(|embedding| embedding.kit.answers.clone()).unwrap_or_default();
        if let Some(embedding) = &arrival.embedding {
            hold_kit(&embedding.kit);
        }
        let session = Session::open_with(defaults, &arrival.link);
        hold(session.answers());
        hold_all(session.answers(), session.scenarios());
        arrival.embedding.is_some() || arrival.room.is_some()
    };
    let form = |pairs: &[(String, String)]| {
        format!("#embed=1&host=https%3A%2F%2Fa.example&kit={}&{}", escaped(&object_of(pairs)), text_of(pairs))
    };
    Target {
        name: "address",
        read,
        words: with(&["embed", "host", "kit", "audience", "name", "logo", "1", "null"]),
        form,
    }
}

fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

pub(crate) fn answers() -> Target {
    let read = |text: &str| {
        let Ok(answers) = Answers::from_json(text) else { return false };
        let again = Answers::from_json(&answers.to_json());
        assert_eq!(again.as_ref().map(to_the_bit), Ok(to_the_bit(&answers)));
        hold(&answers);
        true
    };
    let form = |pairs: &[(String, String)]| {
        let half = pairs.len() / 2;
        let (own, said) = (object_of(&pairs[..half]), object_of(&pairs[half..]));
        if half == 0 { said } else { format!("{{\"overrides\":{own},{}", &said[1..]) }
    };
    Target { name: "answers", read, words: with(&["weights", "overrides"]), form }
}

pub(crate) fn field() -> Target {
    let read = |text: &str| {
        let (key, typed) = text.split_once('=').unwrap_or((text, ""));
        let Ok(field) = Field::from_key(key) else { return false };
        let Ok(answers) = field.answer(&(PRESETS[3].answers)(), typed) else { return false };
        hold(&answers);
        let again = field.answer(&answers, &field.read(&answers));
        assert_eq!(again.as_ref().map(to_the_bit), Ok(to_the_bit(&answers)), "{}", field.key());
        true
    };
    let form = |pairs: &[(String, String)]| {
        let (name, value) = pairs.first().cloned().unwrap_or_default();
        let kind = ["", "a.", "p.", "points."][name.len() % 4];
        format!("{kind}{name}={value}")
    };
    Target { name: "field", read, words: words(), form }
}

pub(crate) fn kit() -> Target {
    let read = |text: &str| {
        let (kit, problems) = Kit::from_json(text);
        hold_kit(&kit);
        assert!(problems.len() < 20, "{problems:?}");
        problems.is_empty()
    };
    let more = [
        "name",
        "logo",
        "accent",
        "theme",
        "cta-label",
        "cta-url",
        "options",
        "preset",
        "region",
        "currency",
        "exchange",
        "rate",
        "vat",
        "#0b5fa5",
        "mailto:me@example.com",
        "https://example.com/?s={summary}",
        "data:image/png;base64,iVBORw0KGgo=",
    ];
    Target { name: "kit", read, words: with(&more), form: object_of }
}

pub(crate) fn link() -> Target {
    let read = |text: &str| {
        let session = Session::open(text);
        hold(session.answers());
        hold_all(session.answers(), session.scenarios());
        let kept = session.link();
        let again = Session::open(&kept);
        assert_eq!((again.link(), again.what_ifs(), again.notes()), (kept, session.what_ifs(), &[][..]));
        session.notes().is_empty()
    };
    let form = |pairs: &[(String, String)]| format!("v=1&{}", text_of(pairs));
    Target {
        name: "link",
        read,
        words: with(&[
            "v",
            "points",
            "preset",
            "if.spike",
            "s.1",
            "s.3",
            "s.name",
            "visits%3D5k",
            "a.ppv%3D",
            "a.ppv",
            "p.nat.hour",
            "10.10.10",
        ]),
        form,
    }
}

pub(crate) fn message() -> Target {
    let read = |text: &str| match FromHost::read(text) {
        Some(FromHost::Configure(kit, _)) => {
            hold_kit(&kit);
            true
        }
        Some(FromHost::Open(link, _)) => {
            hold(Session::open(&link).answers());
            true
        }
        Some(FromHost::View(top)) => {
            assert!(top.is_finite() && top >= 0.0, "{top}");
            true
        }
        None => false,
    };
    let form = |pairs: &[(String, String)]| {
        let kit = object_of(pairs);
        let link = quoted(&text_of(pairs));
        let (kind, what) = if pairs.len().is_multiple_of(2) {
            ("configure", format!("\"kit\":{kit}"))
        } else {
            ("open", format!("\"link\":{link}"))
        };
        format!("{{\"source\":\"groundplan-host\",\"version\":1,\"type\":\"{kind}\",{what}}}")
    };
    Target {
        name: "message",
        read,
        words: with(&["source", "version", "type", "kit", "link", "configure", "open", "view", "top"]),
        form,
    }
}

pub(crate) fn number() -> Target {
    let read = |text: &str| {
        let mut taken = false;
        for unit in ["", "USD", "GB", "minutes", "%", "visits"] {
            let Some(value) = number::parse(text, unit) else { continue };
            assert!(value.is_finite() && value.to_bits() != (-0.0_f64).to_bits(), "{text:?} is {value} {unit}");
            assert_eq!(number::parse(&number::token(value), "").map(f64::to_bits), Some(value.to_bits()), "{text:?}");
            taken = true;
        }
        assert!(number::parse_share(text).is_none_or(f64::is_finite), "{text:?}");
        taken
    };
    let form = |pairs: &[(String, String)]| pairs.iter().map(|(unit, value)| format!("{value} {unit}")).collect();
    let words =
        ["k", "m", "bn", "GB", "TB", "ms", "h", "days", "USD", "€", "$", "~", "%", ".", ",", "'", "\u{a0}", "-", "+"];
    Target { name: "number", read, words: words.map(str::to_owned).to_vec(), form }
}

pub(crate) fn probe() -> Target {
    let read = |text: &str| {
        let Ok(probe) = SiteProbe::read(text) else { return false };
        // Versions are kept and told as they were given: letters of theirs are no figure.
        if [&probe.wordpress, &probe.php]
            .into_iter()
            .any(|version| ["NaN", "inf", "-0.0"].iter().any(|letters| version.contains(letters)))
        {
            return true;
        }
        assert!(!probe.told().contains("NaN"));
        hold(&probe.answers(&Answers::default()));
        true
    };
    let form = |pairs: &[(String, String)]| {
        let known = r#""groundplan_probe":1,"wordpress":"6.8","php":"8.4","theme":"block","shop":true,"plugins":20,"uploads_gb":3"#;
        format!("{{{known},\"renders\":40,{}", &object_of(pairs)[1..])
    };
    let words = [
        "php_ms",
        "database_ms",
        "memory_mb",
        "plugins",
        "uploads_gb",
        "renders",
        "[30,45]",
        "[6,12]",
        "[40.5,110]",
        "theme",
    ];
    Target { name: "probe", read, words: words.map(str::to_owned).to_vec(), form }
}

pub(crate) fn log() -> Target {
    let read = |text: &str| {
        let mut reader = LogReader::new(None);
        reader.begin("access.log");
        text.as_bytes().chunks(97).for_each(|piece| reader.feed(piece));
        reader.finish();
        let traffic = reader.traffic();
        let told = traffic_log::plain(&traffic);
        assert!(told.split(|c: char| !c.is_alphanumeric()).all(|word| word != "NaN" && word != "inf"), "{told}");
        to_the_bit(&traffic.answers(&Answers::default()));
        told.contains("visits")
    };
    let form = |pairs: &[(String, String)]| {
        let line = |(path, agent): &(String, String)| {
            format!("192.0.2.7 - - [02/Mar/2026:09:41:00 +0000] \"GET /{path} HTTP/1.1\" 200 512 \"-\" \"{agent}\"\n")
        };
        pairs.iter().map(line).collect()
    };
    let words = [
        "wp-login.php",
        "xmlrpc.php",
        "?s=a",
        "wc-ajax=1",
        "bot",
        "Mozilla/5.0",
        "POST",
        "304",
        "-",
        "[",
        "]",
        "\n",
        "\t",
    ];
    Target { name: "log", read, words: words.map(str::to_owned).to_vec(), form }
}

pub(crate) fn slide() -> Target {
    let read = |text: &str| {
        let Some(slide) = Slide::read(text) else { return false };
        hold(&slide.answers);
        assert_eq!(Slide::read(&slide.written()).as_ref(), Some(&slide));
        true
    };
    let form = |pairs: &[(String, String)]| {
        let link = quoted(&text_of(pairs));
        let page = pairs.len();
        format!(
            "{{\"source\":\"groundplan-workshop\",\"version\":1,\"page\":{page},\"link\":{link},\"appearance\":\"dark\"}}"
        )
    };
    Target { name: "slide", read, words: with(&["page", "appearance", "auto", "light", "v=1"]), form }
}

pub(crate) fn week() -> Target {
    let read = |text: &str| {
        let before = WhatIfs::default();
        let changed = text.split('&').take(20).fold(before.clone(), |week, pair| {
            let (key, typed) = pair.split_once('=').unwrap_or((pair, ""));
            let (happening, setting) = key.split_once('.').unwrap_or((key, ""));
            match (Happening::from_token(happening), Setting::from_token(setting)) {
                (Some(happening), Some(setting)) => {
                    let adjusted = week.adjusted(happening, setting, typed);
                    assert!(adjusted.iter().all(|one| one.start().value().is_finite()));
                    adjusted.asking(happening, groundplan::session::Asked::Yes)
                }
                _ => week,
            }
        });
        let link = changed.pairs().collect::<Vec<_>>().join("&");
        let decoded = decode(&link);
        assert_eq!(
            (format!("{:?}", decoded.what_ifs.events()), decoded.notes),
            (format!("{:?}", changed.events()), Vec::new())
        );
        changed != before
    };
    let form = |pairs: &[(String, String)]| {
        let pairs = pairs.iter().map(|(name, value)| format!("spike.{name}={value}&zone.{name}={value}"));
        pairs.collect::<Vec<_>>().join("&")
    };
    let words = ["day", "hour", "height", "zone", "length", "wed", "sun", "20", "a", "b", "90 min", "spike.height"];
    Target { name: "week", read, words: words.map(str::to_owned).to_vec(), form }
}

pub(crate) fn workshop() -> Target {
    let read = |text: &str| {
        let Ok((workshop, decoded)) = Workshop::from_file(text) else { return false };
        let Decoded { answers, scenarios, .. } = decoded;
        hold(&answers);
        hold_all(&answers, &scenarios);
        let again = Workshop::from_file(&workshop.to_file(&answers, &scenarios));
        assert_eq!(again, Ok((workshop.clone(), decode(&encode_all(&answers, &scenarios)))));
        assert!(workshop.slide(&answers, &scenarios, Appearance::Dark).written().len() < 256_000);
        true
    };
    let form = |pairs: &[(String, String)]| {
        let answers = quoted(&text_of(pairs));
        let entry = |(field, to): &(String, String)| {
            format!("{{\"field\":{},\"from\":\"\",\"to\":{to},\"why\":{to}}}", quoted(field), to = quoted(to))
        };
        let log: Vec<String> = pairs.iter().map(entry).collect();
        format!("{{\"groundplan\":\"workshop\",\"version\":1,\"answers\":{answers},\"log\":[{}]}}", log.join(","))
    };
    let more = [
        "groundplan",
        "title",
        "page",
        "speaker",
        "log",
        "field",
        "from",
        "to",
        "who",
        "why",
        "at",
        "2026-11-22T09:41:00Z",
    ];
    Target { name: "workshop", read, words: with(&more), form }
}
