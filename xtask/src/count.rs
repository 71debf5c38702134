//! Counting tests from what cargo and node print about them.

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: u32,
    pub failed: u32,
}

impl Count {
    /// Adds what a line of output tells: cargo's `test result: …`, or node's `pass N` and `fail N`.
    pub fn read(&mut self, line: &str) {
        let line = without_colour(line);
        if let Some((_, result)) = line.split_once("test result: ") {
            self.passed += number_before(result, " passed");
            self.failed += number_before(result, " failed");
        } else if let Some(closing) = line.strip_prefix('\u{2139}').or_else(|| line.strip_prefix('#')) {
            match closing.trim().split_once(' ') {
                Some(("pass", number)) => self.passed += number.parse().unwrap_or(0),
                Some(("fail" | "cancelled", number)) => self.failed += number.parse().unwrap_or(0),
                _ => {}
            }
        }
    }

    pub fn add(&mut self, other: Count) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

fn number_before(text: &str, word: &str) -> u32 {
    text.split_once(word)
        .and_then(|(before, _)| before.rsplit(|c: char| !c.is_ascii_digit()).next())
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(0)
}

fn without_colour(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        plain.push_str(before);
        rest = after.split_once('m').map_or("", |(_, tail)| tail);
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(output: &str) -> Count {
        let mut count = Count::default();
        output.lines().for_each(|line| count.read(line));
        count
    }

    #[test]
    fn cargo_s_results_are_summed() {
        let output = "test a ... ok\n\
            test result: ok. 12 passed; 0 failed; 3 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
            test result: FAILED. 5 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(count(output), Count { passed: 17, failed: 2 });
    }

    #[test]
    fn node_s_closing_lines_are_read_with_and_without_colour() {
        let output = "\u{2139} tests 4\n\u{1b}[34m\u{2139} pass 3\u{1b}[39m\n\u{2139} fail 1\n\u{2139} cancelled 0";
        assert_eq!(count(output), Count { passed: 3, failed: 1 });
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(count("3 passed the gate\n  pass 9\n\u{2139} duration_ms 12"), Count::default());
    }
}
