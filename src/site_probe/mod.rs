//! What a WordPress site says of itself: the figures that `assets/probe/groundplan-probe.php` prints, taken for answers.

use serde::Deserialize;

use crate::{
    codec::{self, Format, Problem},
    questionnaire::{Answers, DemandParameter as Id, Measured, Said, SiteKind, Theme, number},
    units::{Count, Gigabytes, decimal},
};

/// The script, for who wants to run it: PHP, without a secret in it or in what it prints.
pub const SCRIPT: &str = include_str!("../../assets/probe/groundplan-probe.php");

/// How what it prints begins.
const MARK: &[u8] = b"\"groundplan_probe\"";

const FORMAT: Format = Format { name: "probe", like: "what groundplan-probe.php prints", longest: 16_000 };

/// What the script printed.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct SiteProbe {
    #[serde(rename = "groundplan_probe")]
    version: u32,
    /// The version of WordPress.
    pub wordpress: String,
    /// The version of PHP on the command line.
    pub php: String,
    /// How pages are built.
    theme: ProbedTheme,
    shop: bool,
    plugins: f64,
    uploads_gb: f64,
    /// Pages rendered, all rounds together.
    pub renders: f64,
    php_ms: Option<[f64; 2]>,
    database_ms: Option<[f64; 2]>,
    memory_mb: Option<[f64; 2]>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum ProbedTheme {
    Classic,
    Block,
    Builder,
}

/// Whether a file is what the script printed, by how it begins.
pub fn is_probe(head: &[u8]) -> bool {
    let head = head.trim_ascii_start();
    head.starts_with(b"{") && memchr::memmem::find(&head[..head.len().min(64)], MARK).is_some()
}

impl SiteProbe {
    /// Reads what the script printed.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(text: &str) -> Result<Self, Problem> {
        let probe: Self = codec::decode(FORMAT.name, &FORMAT.object(text)?.into())?;
        let ranges =
            [(probe.php_ms, Id::CpuCore), (probe.database_ms, Id::DbCore), (probe.memory_mb, Id::WorkerMemory)];
        let mut figures = vec![(probe.plugins, [0.0, 1e6]), (probe.uploads_gb, Id::Media.range())];
        figures
            .extend(ranges.into_iter().flat_map(|(of, id)| of.into_iter().flatten().map(move |one| (one, id.range()))));
        let wrong = figures.into_iter().find(|(figure, [least, most])| !(*least..=*most).contains(figure));
        let wrong = wrong.map(|(figure, _)| figure);
        match wrong {
            _ if probe.version != 1 => {
                Err(Problem::new(FORMAT.name, "is of another version than this page".to_owned()))
            }
            Some(wrong) => Err(Problem::new(FORMAT.name, format!("holds {wrong}, which no site has"))),
            None => Ok(probe),
        }
    }

    /// The answers with what the site says in their place. Its page is measured whole, with theme, plug-ins and shop: what the
    /// model would add for each of these is then nothing.
    pub fn answers(&self, answers: &Answers) -> Answers {
        let mut measured = Measured::new(&format!("WordPress {}, probed", self.wordpress));
        let mut put = |id, [low, typical, high]: [f64; 3]| measured.insert(id, [low, typical, high].map(rounded));
        let plugins = self.plugins.min(300.0);
        put(Id::Plugins, [plugins; 3]);
        put(Id::Media, [self.uploads_gb; 3]);
        let several = |[median, slowest]: [f64; 2]| [median, median, slowest.max(median)];
        if let Some(times) = self.php_ms {
            put(Id::CpuCore, several(times));
            for part in [Id::CpuPlugin, Id::CpuWoo, Id::CpuBuilder] {
                put(part, [0.0; 3]);
            }
        }
        if let Some(times) = self.database_ms {
            put(Id::DbCore, several(times));
            for part in [Id::DbPlugin, Id::DbWoo] {
                put(part, [0.0; 3]);
            }
            put(Id::DbSize, [1.0; 3]);
        }
        if let Some(memory) = self.memory_mb {
            put(Id::WorkerMemory, several(memory));
        }
        let mut next = answers.clone();
        for (id, _) in measured.iter() {
            next.overrides.remove(id.into());
        }
        Answers {
            site: if self.shop { SiteKind::Shop } else { next.site },
            theme: Said::Known(match self.theme {
                ProbedTheme::Classic => Theme::Classic,
                ProbedTheme::Block => Theme::Block,
                ProbedTheme::Builder => Theme::Builder,
            }),
            plugins: Said::Known(Count::new(number::tidy(rounded(plugins)))),
            media: Said::Known(Gigabytes::new(number::tidy(rounded(self.uploads_gb)))),
            measured: measured.beside(&answers.measured),
            ..next
        }
    }

    /// What was taken over, in a sentence.
    pub fn told(&self) -> String {
        let page = self.php_ms.map_or_else(
            || "no page could be rendered".to_owned(),
            |[median, slowest]| {
                format!("a page takes {median} ms of PHP, the slowest in twenty {slowest} ms, on that machine")
            },
        );
        format!(
            "WordPress {} on PHP {}: {} plugins, {} GB of uploads, and {page}. The answers below are what it says; undo takes \
             them back.",
            self.wordpress, self.php, self.plugins, self.uploads_gb
        )
    }
}

/// To three digits, so that every way of writing it brings it back to the bit.
fn rounded(value: f64) -> f64 {
    decimal(&format!("{value:.2e}")).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workload::{Whose, Workload};

    /// As printed by WordPress 6.1.9 of Debian on PHP 8.2, with six posts; other plugins and uploads.
    const PRINTED: &str = r#"{ "groundplan_probe": 1, "wordpress": "6.1.9", "php": "8.2", "opcache": true, "opcache_mb": 128,
        "memory_limit_mb": 40, "object_cache": false, "page_cache": false, "theme": "block", "shop": false, "plugins": 18,
        "uploads_gb": 12.345, "database_gb": 0.001, "largest_tables_mb": [0.1, 0.1], "pages": 5, "renders": 15,
        "php_ms": [55.5, 59.1], "database_ms": [17.1, 105.5], "queries": [14, 15], "files": [332, 332], "memory_mb": [24, 24] }"#;

    #[test]
    fn what_a_site_says_takes_the_place_of_what_was_assumed() {
        assert!(is_probe(PRINTED.as_bytes()) && !is_probe(b"{\"status\": 200}") && !is_probe(b"198.18.0.1 - -"));
        let answers = SiteProbe::read(PRINTED).unwrap().answers(&Answers::default());
        assert_eq!(
            (answers.plugins, answers.media),
            (Said::Known(Count::new(18.0)), Said::Known(Gigabytes::new(12.3)))
        );
        let workload = Workload::new(&answers);
        assert_eq!(workload.assumption(Id::CpuCore).whose, Whose::Measured);
        let page =
            workload.typical().page_cpu.value() * workload.assumption(Id::Speed).at(crate::workload::Case::Typical);
        assert!((page - 55.5).abs() < 1e-9, "{page}");
        assert_eq!(Answers::from_json(&answers.to_json()), Ok(answers));
    }

    #[test]
    fn what_no_site_prints_is_refused() {
        for (from, to) in [
            ("\"plugins\": 18", "\"plugins\": -1"),
            (": 1, \"wordpress\"", ": 2, \"wordpress\""),
            ("\"block\"", "\"odd\""),
            ("[24, 24]", "[24]"),
        ] {
            assert!(SiteProbe::read(&PRINTED.replace(from, to)).is_err(), "{to}");
        }
        assert!(SiteProbe::read("[]").is_err());
    }
}
