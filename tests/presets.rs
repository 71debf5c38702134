//! Goldens of the six presets as a person would read them: verdict, options, reasons, bill, what is ruled out, findings.
//! `UPDATE_EXPECT=1 cargo test --test presets` writes them anew; read what changed before committing it.

use expect_test::expect_file;
use groundplan::{
    advice::advise,
    catalog::Catalog,
    questionnaire::{PRESETS, preset},
    report,
};

/// The report without the answers and assumptions, which are the same for whoever reads a verdict.
fn told(id: &str) -> String {
    let Some(preset) = preset(id) else { return format!("there is no preset {id}") };
    let report = report::markdown(&advise(&(preset.answers)(), &Catalog::bundled()), None);
    report.split("## Answers").next().unwrap_or_default().trim_end().to_owned() + "\n"
}

#[test]
fn brochure() {
    expect_file!["goldens/preset-brochure.md"].assert_eq(&told("brochure"));
}

#[test]
fn blog() {
    expect_file!["goldens/preset-blog.md"].assert_eq(&told("blog"));
}

#[test]
fn news() {
    expect_file!["goldens/preset-news.md"].assert_eq(&told("news"));
}

#[test]
fn shop() {
    expect_file!["goldens/preset-shop.md"].assert_eq(&told("shop"));
}

#[test]
fn membership() {
    expect_file!["goldens/preset-membership.md"].assert_eq(&told("membership"));
}

#[test]
fn viral() {
    expect_file!["goldens/preset-viral.md"].assert_eq(&told("viral"));
}

/// The texts a person reads, in every format and preset, keep to the wording the project uses.
#[test]
fn reports_are_worded_as_the_style_asks() {
    for preset in PRESETS {
        let advice = advise(&(preset.answers)(), &Catalog::bundled());
        for text in [report::markdown(&advice, None), report::plain(&advice)] {
            for slip in [
                "if if", "the the", " a a ", "..", " ,", "  if", "1 months", "1 hours", "NaN", "inf ", "( ", "; ;",
                "::",
            ] {
                assert!(!text.replace("...", "").contains(&format!(" {slip} ")), "{}: {slip:?}", preset.id);
            }
            for word in ["please", "sorry", "invalid ", "oops", "unfortunately", "seamless"] {
                assert!(!text.to_ascii_lowercase().contains(word), "{}: {word}", preset.id);
            }
            for line in text.lines() {
                let mut words = line.split_whitespace().peekable();
                while let Some(word) = words.next() {
                    let twice = words.peek() == Some(&word) && word.bytes().all(|byte| byte.is_ascii_alphabetic());
                    assert!(!twice, "{}: \"{word} {word}\" in {line}", preset.id);
                }
            }
        }
    }
}
