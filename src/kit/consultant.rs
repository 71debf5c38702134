use serde_json::{Map, Value};

use super::{Accent, Call, Logo, call, file::KitFile, line::Line};
use crate::{
    codec::{self, Format, Problem},
    options::{OPTIONS, OptionId},
    questionnaire::{Answers, QuestionId, number},
    session::Appearance,
    units::{ordered, text},
};

/// How the page presents itself, and what it starts from.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Kit {
    /// Whose page this is.
    pub name: Option<String>,
    /// Their sign.
    pub logo: Option<Logo>,
    /// Their colour, made legible.
    pub accent: Option<Accent>,
    /// Light or dark, where they want one of them.
    pub appearance: Option<Appearance>,
    /// What the reader can do after the answer.
    pub call: Option<Call>,
    /// The options to show, in the order of the engine; empty for all.
    pub options: Vec<OptionId>,
    /// The answers to start from: preset, region, hourly rate, currency, tax.
    pub answers: Answers,
}

/// A logo is most of it.
const FORMAT: Format =
    Format { name: "kit", like: "a JSON object, like {\"name\": \"Harbour & Lane\"}", longest: 100_000 };
/// The most that is said about one kit.
const MOST_PROBLEMS: usize = 12;

impl Kit {
    /// Reads a kit from JSON: an object of texts and numbers. It never fails: what is not understood is left out and
    /// named.
    pub fn from_json(text: &str) -> (Self, Vec<Problem>) {
        match FORMAT.object(text) {
            Ok(members) => Self::read(members),
            Err(problem) => (Self::default(), vec![problem]),
        }
    }

    pub(super) fn read(members: Map<String, Value>) -> (Self, Vec<Problem>) {
        let (file, mut problems) = codec::lenient::<KitFile>(FORMAT.name, members);
        let kit = Self::from_file(file, &mut problems);
        let mut problems = ordered(problems, |a, b| a.field.cmp(&b.field));
        if problems.len() > MOST_PROBLEMS {
            let more = problems.len() - MOST_PROBLEMS;
            problems.truncate(MOST_PROBLEMS);
            problems.push(Problem::new("kit", format!("{more} more fields were not understood")));
        }
        (kit, problems)
    }

    fn from_file(file: KitFile, problems: &mut Vec<Problem>) -> Self {
        let (label, target) = (file.cta_label.0.map(Line::into_string), file.cta_url.0);
        let call = (label.is_some() || target.is_some())
            .then(|| Call { label: label.unwrap_or_else(|| call::LABEL.to_owned()), target });
        let options = options(&file.options.0).unwrap_or_else(|message| {
            problems.push(Problem::new("options", message));
            Vec::new()
        });
        let preset = file.preset.0;
        let mut start =
            Start { answers: preset.map_or_else(Answers::default, |preset| (preset.0.answers)()), problems };
        start.take(QuestionId::Region, file.region.0);
        match file.currency.0 {
            Some(currency) if file.exchange.0.is_none() && !currency.eq_ignore_ascii_case("usd") => {
                start.refuse("currency", "needs exchange beside it: what one US dollar is in that currency, like 0.92");
            }
            currency => start.take(QuestionId::Currency, currency),
        }
        start.take(QuestionId::Exchange, file.exchange.0);
        start.take_rate(file.rate.0);
        start.take(QuestionId::Vat, file.vat.0);
        Self {
            name: file.name.0.map(Line::into_string),
            logo: file.logo.0,
            accent: file.accent.0.map(Accent::of),
            appearance: file.theme.0.map(|theme| theme.0),
            call,
            options,
            answers: start.answers,
        }
    }
}

/// The answers to start from, as far as they are known. Each is taken by its question, so that its range holds here too.
struct Start<'a> {
    answers: Answers,
    problems: &'a mut Vec<Problem>,
}

impl Start<'_> {
    fn take(&mut self, id: QuestionId, text: Option<String>) {
        let Some(text) = text else { return };
        match id.question().answer(&self.answers, &text) {
            Ok(answers) => self.answers = answers,
            Err(problem) => self.problems.push(problem),
        }
    }

    /// The hourly rate is given in the kit's currency, the engine reckons in US dollars.
    fn take_rate(&mut self, text: Option<String>) {
        let Some(text) = text else { return };
        match number::parse(&text, "") {
            Some(given) => self.take(QuestionId::Rate, Some((given / self.answers.exchange.value()).to_string())),
            None => {
                self.refuse("rate", format!("must be a number, like 110; \"{}\" is not", text::cut(&text, 40)));
            }
        }
    }

    fn refuse(&mut self, field: &str, message: impl Into<String>) {
        self.problems.push(Problem::new(field, message));
    }
}

/// Options by their keys, in the order of the engine; none for all. One alone would be no choice, so it takes two.
fn options(wanted: &[String]) -> Result<Vec<OptionId>, String> {
    let known: Vec<OptionId> = OPTIONS.iter().map(|hosting| hosting.id).collect();
    if let Some(unknown) = wanted.iter().find(|key| !known.iter().any(|id| id.0 == key.as_str())) {
        let keys: Vec<_> = known.iter().map(|id| id.0).collect();
        return Err(format!("\"{}\" is not an option; the options are {}", text::cut(unknown, 40), keys.join(", ")));
    }
    let shown: Vec<OptionId> = known.into_iter().filter(|id| wanted.iter().any(|key| key == id.0)).collect();
    if shown.len() == 1 { Err("must name two options or more".to_owned()) } else { Ok(shown) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{catalog::Region, questionnaire::Currency, session};

    const FIELDS: [&str; 13] = [
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
    ];

    const WHOLE: &str = r##"{
        "name": "Harbour & Lane", "logo": "data:image/png;base64,iVBORw0KGgo=", "accent": "#e4572e", "theme": "dark",
        "cta-label": "Book a call", "cta-url": "https://book.example/{link}", "options": ["efs", "lightsail"],
        "preset": "shop", "region": "eu-west-1", "currency": "EUR", "exchange": 0.8, "rate": 110, "vat": 25
    }"##;

    fn complaints(text: &str) -> Vec<String> {
        Kit::from_json(text).1.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_whole_kit_is_read() {
        let (kit, problems) = Kit::from_json(WHOLE);
        assert_eq!(problems, []);
        assert_eq!(kit.name.as_deref(), Some("Harbour & Lane"));
        assert_eq!(kit.call.as_ref().map(|call| call.label.as_str()), Some("Book a call"));
        assert_eq!(kit.appearance, Some(Appearance::Dark));
        assert_eq!(kit.options.iter().map(|id| id.0).collect::<Vec<_>>(), ["lightsail", "efs"]);
        assert_eq!((kit.answers.region, kit.answers.currency), (Region::Ireland, Currency::Eur));
        assert_eq!(kit.answers.hourly_rate.value(), 137.5, "110 EUR at 0.8 EUR a dollar");
        assert_eq!(
            session::encode(&Answers { region: Region::Frankfurt, ..kit.answers.clone() }).split('&').nth(1),
            Some("site=shop")
        );
    }

    #[test]
    fn what_is_wrong_is_named_and_the_rest_taken() {
        let text = r##"{"name": "", "acent": "#fff", "accent": "red", "theme": "blue", "cta-url": "javascript:alert(1)",
            "options": "lightsail mainframe", "preset": "forum", "region": "mars-1", "currency": "eur", "rate": "lots",
            "vat": true, "logo": "https://a.example/l.png", "cta-label": "Call"}"##;
        assert_eq!(
            complaints(text),
            [
                "accent: must be a colour like #0b5fa5; \"red\" is not",
                "acent: is not a known field; \"accent\" is the nearest",
                "cta-url: must be an address like https://example.com/book or mailto:me@example.com",
                "currency: needs exchange beside it: what one US dollar is in that currency, like 0.92",
                "logo: must be a picture as data, like data:image/svg+xml;base64,…; the kinds are image/png, image/jpeg, \
                 image/webp, image/gif, image/svg+xml",
                "options: \"mainframe\" is not an option; the options are off-aws, managed, static, lightsail, lightsail-pair, ec2, \
                 ec2-self-healing, efs, nfs, \
                 gluster, git, golden-image, fargate",
                "preset: must be one of brochure, blog, news, shop, membership, viral; \"forum\" is not among them",
                "rate: must be a number, like 110; \"lots\" is not",
                "region: In which region? must be one of us-east-1, us-east-2, us-west-1, … (34 in all); \"mars-1\" is not \
                 among them",
                "theme: must be one of auto, light, dark; \"blue\" is not among them",
                "vat: must be a text or a number; true was given",
            ]
        );
        let kit = Kit::from_json(text).0;
        assert_eq!(kit.call, Some(Call { label: "Call".to_owned(), target: None }));
        assert_eq!(kit.answers, Answers::default());
    }

    #[test]
    fn what_is_no_kit_is_refused_and_a_flood_cut_short() {
        assert_eq!(complaints("[1]"), ["kit: must be a JSON object, like {\"name\": \"Harbour & Lane\"}, not a list"]);
        assert_eq!(complaints(&" ".repeat(100_001)), ["kit: must be at most 100 KB; 101 KB were given"]);
        assert_eq!(complaints(r#"{"name": "A", "name": "B"}"#), ["name: is there twice at line 1 column 22"]);
        assert_eq!(
            complaints(r#"{"options": ["git", 7], "vat": [], "exchange": 1e9, "__proto__": 1}"#),
            [
                "__proto__: is not a known field; known are name, logo, accent, theme, cta-label, cta-url, options, preset, \
                 region, currency, exchange, rate, vat",
                "exchange: Exchange rate (per USD) must be between 0.0001 and 100k; you gave 1000000000",
                "options[1]: must be a text; 7 was given",
                "vat: must be a text or a number; a list was given",
            ]
        );
        let flood: Vec<String> = (0..500).map(|i| format!("\"x{i}zzzzzzzz\": 1")).collect();
        assert_eq!(complaints(&format!("{{{}}}", flood.join(","))).len(), MOST_PROBLEMS + 1);
        assert_eq!(complaints(&"[".repeat(90_000)).len(), 1);
    }

    #[test]
    fn fewer_options_are_shown_but_never_one_alone() {
        let (kit, _) = Kit::from_json(r#"{"options": "git, lightsail"}"#);
        let shown: Vec<_> = kit.options.iter().map(|option| option.0).collect();
        assert_eq!(shown, ["lightsail", "git"]);
        assert_eq!(complaints(r#"{"options": ["lightsail"]}"#), ["options: must name two options or more"]);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            Kit::from_json(&String::from_utf8_lossy(&bytes));
        }

        #[test]
        fn any_text_in_any_field_is_read_without_a_fault(pick in any::<prop::sample::Index>(), text in ".{0,80}") {
            let mut kit = Map::new();
            kit.insert("exchange".to_owned(), codec::number(0.92));
            kit.insert((*pick.get(&FIELDS)).to_owned(), text.into());
            let (kit, _) = Kit::from_json(&codec::compact(&kit));
            let shown = [kit.name, kit.call.map(|call| call.label)];
            prop_assert!(shown.into_iter().flatten().all(|text| (1..=60).contains(&text.chars().count())));
        }
    }
}
