use super::Kit;
use crate::{codec::Problem, session::percent};

/// What an address brings: the answers, and word of the site the page is embedded in.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Arrival {
    /// The part of the fragment that is about answers.
    pub link: String,
    /// The site around the page, where it is embedded.
    pub embedding: Option<Embedding>,
    /// The workshop this window is to show to its audience.
    pub room: Option<String>,
    /// What was wrong with the kit it brought.
    pub problems: Vec<Problem>,
}

/// The site around the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Embedding {
    /// The only origin that messages are taken from and sent to.
    pub host: Origin,
    /// What the site has set.
    pub kit: Kit,
}

/// The origin of a site, as browsers write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

/// The version of the messages, which the loader names in the address.
pub(super) const VERSION: u32 = 1;
/// The most of an address that is looked at: a kit with its logo, every letter escaped, and a link.
const LONGEST: usize = 330_000;

impl Arrival {
    /// Takes apart a fragment, with or without its `#`. `embed`, `host` and `kit` come from the loader, `audience` from the
    /// presenter's window; everything else is left to the link. Never fails.
    pub fn of(fragment: &str) -> Self {
        let fragment = fragment.trim_start_matches('#');
        let mut arrival = Self::default();
        if fragment.len() > LONGEST {
            // The link says of itself that it is too long.
            arrival.link = fragment.to_owned();
            return arrival;
        }
        let ours = |pair: &&str| matches!(pair.split('=').next(), Some("embed" | "host" | "kit" | "audience"));
        let (told, link): (Vec<&str>, Vec<&str>) = fragment.split('&').partition(ours);
        arrival.link = link.join("&");
        let value = |key: &str| {
            told.iter()
                .find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='))
                .map(percent::decode)
                .unwrap_or_default()
        };
        if value("embed") == VERSION.to_string()
            && let Some(host) = Origin::parse(&value("host"))
        {
            let kit = value("kit");
            let (kit, problems) = if kit.is_empty() { Default::default() } else { Kit::from_json(&kit) };
            arrival.embedding = Some(Embedding { host, kit });
            arrival.problems = problems;
        }
        let is_room =
            |room: &String| (1..=32).contains(&room.len()) && room.bytes().all(|byte| byte.is_ascii_hexdigit());
        arrival.room = Some(value("audience")).filter(is_room);
        arrival
    }

    /// The fragment of a window for the audience of a workshop, whose room has hexadecimal digits for a name.
    pub fn audience_of(room: &str) -> String {
        format!("audience={room}")
    }
}

impl Origin {
    fn parse(text: &str) -> Option<Self> {
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':' | b'[' | b']');
        let is_site = host.is_some_and(|host| (1..=260).contains(&host.len()) && host.bytes().all(plain));
        (is_site || text == "null").then(|| Self(text.to_owned()))
    }

    /// Whether a message that says it comes from `origin` comes from here. A page opened from a disk has no origin
    /// ("null"); then only the window it comes from tells.
    pub fn is(&self, origin: &str) -> bool {
        self.0 == origin
    }

    /// Whom to address: the origin, or whoever is there when it has none.
    pub fn target(&self) -> &str {
        if self.0 == "null" { "*" } else { &self.0 }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_loaders_part_and_the_answers_are_told_apart() {
        let arrival = Arrival::of(
            "#embed=1&host=https%3A%2F%2Fa.example&kit=%7B%22name%22%3A%22Harbour%20%26%20Lane%22%7D&v=1&site=shop",
        );
        assert_eq!(arrival.link, "v=1&site=shop");
        let embedding = arrival.embedding.unwrap();
        assert_eq!(embedding.kit.name.as_deref(), Some("Harbour & Lane"));
        assert!(embedding.host.is("https://a.example") && !embedding.host.is("https://b.example"));
        assert_eq!(embedding.host.target(), "https://a.example");
        assert_eq!(Arrival::of("#embed=1&host=null").embedding.unwrap().host.target(), "*");
    }

    #[test]
    fn without_a_host_that_is_one_nothing_is_embedded() {
        for fragment in [
            "v=1&site=shop",
            "embed=1",
            "embed=1&host=*",
            "embed=1&host=https%3A%2F%2Fa.example%2Fpath",
            "embed=1&host=javascript%3Aalert(1)",
            "embed=2&host=https%3A%2F%2Fa.example",
            "host=https%3A%2F%2Fa.example",
        ] {
            assert_eq!(Arrival::of(fragment).embedding, None, "{fragment}");
        }
    }

    #[test]
    fn an_audiences_window_knows_its_room() {
        assert_eq!(Arrival::of(&Arrival::audience_of("00c0ffee")).room.as_deref(), Some("00c0ffee"));
        for fragment in ["audience=", "audience=../x", "audience=0123456789abcdef0123456789abcdef0", "v=1"] {
            assert_eq!(Arrival::of(fragment).room, None, "{fragment}");
        }
    }

    #[test]
    fn a_kit_in_a_plain_link_is_left_alone() {
        let arrival = Arrival::of("v=1&kit=%7B%22name%22%3A%22Somebody%20else%22%7D&site=shop");
        assert_eq!((arrival.embedding, arrival.link.as_str()), (None, "v=1&site=shop"));
    }

    proptest! {
        #[test]
        fn any_bytes_are_taken_apart_without_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            Arrival::of(&String::from_utf8_lossy(&bytes));
        }

        #[test]
        fn any_kit_and_host_are_taken_apart_without_a_fault(kit in ".{0,200}", host in ".{0,60}") {
            let text = format!("embed=1&host={}&kit={}", percent::encode(&host), percent::encode(&kit));
            let arrival = Arrival::of(&text);
            prop_assert_eq!(arrival.link, "");
        }
    }
}
