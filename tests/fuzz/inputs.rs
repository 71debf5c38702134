//! Inputs: those of the corpus with something changed, and new ones made of the words a decoder knows.

use super::{random::Random, targets::Target};

/// What breaks readers: numbers at the edge of what there is, marks of JSON and of addresses, escapes, characters that cannot
/// be seen, names that languages use themselves.
const NASTY: [&str; 52] = [
    "-0",
    "-0.0",
    "0",
    "1e308",
    "1e309",
    "-1e309",
    "5e-324",
    "NaN",
    "inf",
    "null",
    "true",
    "0.1",
    "33.3",
    "33.3 %",
    "35%",
    "999999999999999999999999",
    "9007199254740993",
    "0.30000000000000004",
    "1,5",
    "1.234,5",
    "120k",
    "1.2m",
    "unsure",
    "none",
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "{}",
    "[]",
    "\\",
    "\\u0000",
    "\\ud800",
    "\\u005f",
    "%",
    "%2",
    "%FF",
    "%26",
    "&",
    "=",
    "#",
    "__proto__",
    "constructor",
    "javascript:",
    "\u{61c}",
    "\u{202e}",
    "\u{feff}",
    "\0",
    "é",
];
/// Inputs are cut at this: what is longer is refused before it is read.
const LONGEST: usize = 40_000;

pub(crate) struct Inputs<'a> {
    random: Random,
    corpus: Vec<String>,
    target: &'a Target,
}

impl<'a> Inputs<'a> {
    pub(crate) const fn new(random: Random, corpus: Vec<String>, target: &'a Target) -> Self {
        Self { random, corpus, target }
    }

    pub(crate) fn next(&mut self) -> String {
        if self.random.below(4) == 0 {
            return self.made();
        }
        let mut bytes = self.one().into_bytes();
        for _ in 0..=self.random.below(4) {
            self.change(&mut bytes);
        }
        bytes.truncate(LONGEST);
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn one(&mut self) -> String {
        let at = self.random.below(self.corpus.len());
        self.corpus[at].clone()
    }

    /// A place in a text, its end among them.
    fn place(&mut self, bytes: &[u8]) -> usize {
        self.random.below(bytes.len() + 1)
    }

    fn change(&mut self, bytes: &mut Vec<u8>) {
        let at = self.place(bytes);
        let end = (at + self.random.below(16)).min(bytes.len());
        match self.random.below(8) {
            0 if at < bytes.len() => bytes[at] ^= 1 << self.random.below(8),
            1 => drop(bytes.drain(at..end)),
            2 => drop(bytes.splice(at..end, self.word().bytes())),
            3 => drop(bytes.splice(at..at, self.word().bytes())),
            4 => {
                let piece = bytes[at..end].repeat(1 + self.random.below(30));
                bytes.splice(at..at, piece);
            }
            5 => {
                let other = self.one().into_bytes();
                let from = self.place(&other);
                let piece: Vec<u8> = other[from..].iter().take(self.random.below(200)).copied().collect();
                bytes.splice(at..end, piece);
            }
            6 => self.number(bytes),
            _ => bytes.truncate(at),
        }
    }

    /// Puts another number in place of one.
    fn number(&mut self, bytes: &mut Vec<u8>) {
        let digits: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
        if digits.is_empty() {
            return;
        }
        let at = digits[self.random.below(digits.len())];
        let end = (at..bytes.len()).find(|end| !matches!(bytes[*end], b'0'..=b'9' | b'.')).unwrap_or(bytes.len());
        let number = self.figure();
        bytes.splice(at..end, number.into_bytes());
    }

    fn figure(&mut self) -> String {
        match self.random.below(4) {
            0 => f64::from_bits(self.random.bits()).to_string(),
            1 => (self.random.bits() >> self.random.below(64)).to_string(),
            2 => (self.random.below(100_000) as f64 / 1_000.0).to_string(),
            _ => self.random.of(&NASTY).to_owned(),
        }
    }

    fn word(&mut self) -> String {
        if self.random.below(2) == 0 {
            return self.random.of(&NASTY).to_owned();
        }
        let at = self.random.below(self.target.words.len());
        self.target.words[at].clone()
    }

    /// An input of the decoder's form, of its words and of numbers.
    fn made(&mut self) -> String {
        let pairs: Vec<(String, String)> = (0..self.random.below(8))
            .map(|_| (self.word(), if self.random.below(2) == 0 { self.figure() } else { self.word() }))
            .collect();
        (self.target.form)(&pairs)
    }
}

/// The 64-bit Fowler–Noll–Vo hash (FNV-1a).
pub(crate) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
