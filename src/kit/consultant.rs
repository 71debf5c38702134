use super::{Accent, Call, Colour, Logo, Target, call, line::line};
use crate::{
    json::{self, Map, Value},
    options::{OPTIONS, OptionId},
    questionnaire::{Answers, Choice, PRESETS, Preset, Problem, nearest, number, preset, question},
    session::Appearance,
    units::text,
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

/// The most text that is read as a kit; a logo is most of it.
const LONGEST: usize = 100_000;
/// The most that is said about one kit.
const MOST_PROBLEMS: usize = 12;
/// Every field, as a file and the attributes after `data-` name them. Those that are answers come last, in the order
/// they build on each other.
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

impl Kit {
    /// Reads a kit from JSON: an object of texts and numbers. It never fails: what is not understood is left out and
    /// named.
    pub fn from_json(text: &str) -> (Self, Vec<Problem>) {
        match object(text) {
            Ok(fields) => Self::read(&fields),
            Err(message) => (Self::default(), vec![problem("kit", message)]),
        }
    }

    pub(super) fn read(fields: &Map<'_>) -> (Self, Vec<Problem>) {
        let mut kit = Self::default();
        let mut problems: Vec<Problem> =
            fields.iter().map(|(name, _)| name.as_ref()).filter(|name| !FIELDS.contains(name)).map(unknown).collect();
        for field in FIELDS {
            let Some(value) = fields.get(field) else { continue };
            let taken = written(value).and_then(|text| match text.trim() {
                "" => Ok(()),
                text => kit.take(field, text, fields),
            });
            if let Err(message) = taken {
                problems.push(problem(field, message));
            }
        }
        if problems.len() > MOST_PROBLEMS {
            let more = problems.len() - MOST_PROBLEMS;
            problems.truncate(MOST_PROBLEMS);
            problems.push(problem("kit", format!("{more} more fields were not understood")));
        }
        (kit, problems)
    }

    fn take(&mut self, field: &str, text: &str, fields: &Map<'_>) -> Result<(), String> {
        match field {
            "name" => {
                let wanted = || "must be a line of 1 to 60 characters".to_owned();
                self.name = Some(line(text, 60).ok_or_else(wanted)?);
            }
            "logo" => self.logo = Some(Logo::parse(text)?),
            "accent" => {
                let wanted = || format!("must be a colour like #0b5fa5; \"{}\" is not", text::cut(text, 40));
                self.accent = Some(Accent::of(Colour::parse(text).ok_or_else(wanted)?));
            }
            "theme" => {
                let wanted = || format!("must be light, dark or auto; \"{}\" is not", text::cut(text, 40));
                self.appearance = Some(Appearance::from_token(text).ok_or_else(wanted)?);
            }
            "cta-label" => self.call = Some(Call { label: Call::label(text)?, target: None }),
            "cta-url" => {
                let target = Some(Target::parse(text)?);
                let label = self.call.take().map_or_else(|| call::LABEL.to_owned(), |call| call.label);
                self.call = Some(Call { label, target });
            }
            "options" => self.options = options(text)?,
            "preset" => self.answers = (named_preset(text)?.answers)(),
            "currency" if fields.get("exchange").is_none() && !text.eq_ignore_ascii_case("usd") => {
                return Err("needs exchange beside it: what one US dollar is in that currency, like 0.92".to_owned());
            }
            "rate" => self.answers = self.rate(text)?,
            id => self.answers = answered(&self.answers, id, text)?,
        }
        Ok(())
    }

    /// The hourly rate is given in the kit's currency, the engine reckons in US dollars.
    fn rate(&self, text: &str) -> Result<Answers, String> {
        let wanted = || format!("must be a number, like 110; \"{}\" is not", text::cut(text, 40));
        let given = number::parse(text, "").ok_or_else(wanted)?;
        answered(&self.answers, "rate", &format!("{}", given / self.answers.exchange.value()))
    }
}

fn answered(answers: &Answers, id: &str, text: &str) -> Result<Answers, String> {
    let asked = question(id).ok_or_else(|| "is not a question of this version".to_owned())?;
    asked.answer(answers, text).map_err(|problem| problem.message)
}

fn named_preset(text: &str) -> Result<&'static Preset, String> {
    preset(text).ok_or_else(|| {
        let known: Vec<_> = PRESETS.iter().map(|preset| preset.id).collect();
        format!("must be one of {}; \"{}\" is not among them", known.join(", "), text::cut(text, 40))
    })
}

/// Options by their keys, set apart by blanks or commas. One alone would be no choice, so it takes two.
fn options(text: &str) -> Result<Vec<OptionId>, String> {
    let known: Vec<OptionId> = OPTIONS.iter().map(|hosting| hosting.id).collect();
    let wanted: Vec<&str> = text.split([' ', ',']).filter(|key| !key.is_empty()).take(100).collect();
    if let Some(unknown) = wanted.iter().find(|key| !known.iter().any(|id| id.0 == **key)) {
        let keys: Vec<_> = known.iter().map(|id| id.0).collect();
        return Err(format!("\"{}\" is not an option; the options are {}", text::cut(unknown, 40), keys.join(", ")));
    }
    let shown: Vec<OptionId> = known.into_iter().filter(|id| wanted.contains(&id.0)).collect();
    if shown.len() < 2 { Err("must name two options or more".to_owned()) } else { Ok(shown) }
}

pub(super) fn object(text: &str) -> Result<Map<'_>, String> {
    if text.len() > LONGEST {
        return Err(format!("must be at most {} KB; {} KB were given", LONGEST / 1000, text.len() / 1000));
    }
    match json::read(text) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(_) | Err(_) => Err("must be a JSON object, like {\"name\": \"Harbour & Lane\"}".to_owned()),
    }
}

/// A field as text: attributes are always text, files may have numbers and lists.
fn written(value: &Value<'_>) -> Result<String, String> {
    match value {
        Value::Text(text) => Ok(text.clone().into_owned()),
        Value::Number(number) => Ok(number.to_string()),
        Value::List(texts) => {
            let texts: Option<Vec<&str>> = texts.iter().take(100).map(Value::text).collect();
            texts.map(|texts| texts.join(" ")).ok_or_else(|| "must be a list of words".to_owned())
        }
        Value::Null => Ok(String::new()),
        Value::Bool(_) | Value::Object(_) => Err("must be a text or a number".to_owned()),
    }
}

fn unknown(field: &str) -> Problem {
    let message = match nearest(field, FIELDS) {
        Some(near) => format!("is not a field of a kit; {near} is the nearest"),
        None => format!("is not a field of a kit; the fields are {}", FIELDS.join(", ")),
    };
    problem(&text::cut(field, 40), message)
}

pub(super) fn problem(field: &str, message: String) -> Problem {
    Problem { field: field.to_owned(), message }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{catalog::Region, questionnaire::Currency, session};

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
                "acent: is not a field of a kit; accent is the nearest",
                "logo: must be a picture as data, like data:image/svg+xml;base64,…; the kinds are image/png, image/jpeg, \
                 image/webp, image/gif, image/svg+xml",
                "accent: must be a colour like #0b5fa5; \"red\" is not",
                "theme: must be light, dark or auto; \"blue\" is not",
                "cta-url: must be an address like https://example.com/book or mailto:me@example.com",
                "options: \"mainframe\" is not an option; the options are off-aws, lightsail, ec2, efs, nfs, \
                 gluster, git, golden-image",
                "preset: must be one of brochure, blog, news, shop, membership, viral; \"forum\" is not among them",
                "region: In which region? must be one of us-east-1, us-west-2, eu-west-1, eu-central-1, ap-southeast-2, \
                 ap-northeast-1, ap-south-1, sa-east-1; \"mars-1\" is not among them",
                "currency: needs exchange beside it: what one US dollar is in that currency, like 0.92",
                "rate: must be a number, like 110; \"lots\" is not",
                "vat: must be a text or a number",
            ]
        );
        let kit = Kit::from_json(text).0;
        assert_eq!(kit.call, Some(Call { label: "Call".to_owned(), target: None }));
        assert_eq!(kit.answers, Answers::default());
    }

    #[test]
    fn what_is_no_kit_is_refused_and_a_flood_cut_short() {
        assert_eq!(complaints("[1]"), ["kit: must be a JSON object, like {\"name\": \"Harbour & Lane\"}"]);
        assert_eq!(complaints(&" ".repeat(LONGEST + 1)), ["kit: must be at most 100 KB; 100 KB were given"]);
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
            let field = pick.get(&FIELDS);
            let kit = json::object([(*field, text.into()), ("exchange", 0.92.into())]).to_string();
            let (kit, _) = Kit::from_json(&kit);
            let shown = [kit.name, kit.call.map(|call| call.label)];
            prop_assert!(shown.into_iter().flatten().all(|text| (1..=60).contains(&text.chars().count())));
        }
    }
}
