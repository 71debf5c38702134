//! Bots by what they call themselves. It finds those that say so; attackers seldom do.

/// What user agents of bots, monitors, libraries and command line tools contain; gathered from fifteen logs and the
/// lists of GoAccess (browsers.c), AWStats (robots.pm) and Matomo's importer, November 2026. No browser names a site or a
/// mailbox of its own.
const BOTS: &str = "bot crawl spider slurp scan monitor uptime curl wget python go-http java/ okhttp libwww perl php \
    guzzle ruby axios node nmap masscan zgrab nuclei facebookexternalhit whatsapp telegram preview feed \
    rss validator archive headless lighthouse pagespeed wordpress jetpack healthcheck probe expanse \
    censys netcraft ahrefs semrush petal bytespider gpt oai-search claude anthropic perplexity google- \
    mediapartners yandex.com/bots baidu. sogou nutch scrapy httpclient fetch checker security inspect \
    internet-measurement letsencrypt mail.ru cfnetwork nagios zabbix newrelic datadog ips-agent http:// https:// @";

/// Agents of a browser's first word and nothing else.
const BARE: [&[u8]; 4] = [b"", b"-", b"Mozilla/5.0", b"Mozilla/4.0"];

/// Whether a user agent calls itself a bot, or is none. The percent signs of CloudFront and the plus signs of IIS do no harm.
pub(super) fn is_bot(agent: &[u8]) -> bool {
    if BARE.contains(&agent) {
        return true;
    }
    let lower = String::from_utf8_lossy(agent).to_ascii_lowercase();
    BOTS.split_ascii_whitespace().any(|word| lower.contains(word))
}

/// What is known of the user agents met last, by their hash: a log repeats few agents many times.
pub(super) struct Agents {
    /// A hash, with its lowest bit set for bots; 0 where nothing is known.
    known: Vec<u64>,
}

/// How many agents are remembered.
const PLACES: usize = 1 << 12;

impl Agents {
    pub(super) fn new() -> Self {
        Self { known: vec![0; PLACES] }
    }

    /// Whether it is a bot.
    pub(super) fn is_bot(&mut self, hash: u64, agent: &[u8]) -> bool {
        let place = (hash >> 8) as usize % PLACES;
        let known = self.known[place];
        if known != 0 && known | 1 == hash | 1 {
            return known & 1 == 1;
        }
        let bot = is_bot(agent);
        self.known[place] = (hash & !1) | u64::from(bot);
        bot
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bots_say_so_and_browsers_do_not() {
        for agent in [
            "",
            "-",
            "Mozilla/5.0",
            "curl/7.46.0",
            "Mozilla/5.0%20(compatible;%20Googlebot/2.1)",
            "ELB-HealthChecker/2.0 healthcheck",
            "GPTBot/1.2",
        ] {
            assert!(is_bot(agent.as_bytes()), "{agent}");
        }
        for agent in [
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
            "Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64;+rv:127.0)+Gecko/20100101+Firefox/127.0",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
        ] {
            assert!(!is_bot(agent.as_bytes()), "{agent}");
        }
        let mut agents = Agents::new();
        let hash = super::super::hash::hash(b"curl/8");
        assert!(agents.is_bot(hash, b"curl/8") && agents.is_bot(hash, b"not looked at again"));
    }
}
