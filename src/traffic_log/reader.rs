//! Files read as they come, piece by piece.

use std::{collections::BTreeMap, io::Write as _};

use flate2::write::MultiGzDecoder;
use strum::VariantArray as _;

use super::{
    broken::Broken,
    format::Format,
    formats::{common, elb, json, w3c},
    hash::hash,
    measure::Measure,
    recognise::recognise,
    replay::replay,
    splitter::{Piece, Splitter},
    traffic::{FileRead, Traffic},
};
use crate::questionnaire::Replay;

/// How much of a file is looked at before its format is decided.
const HEAD: usize = 32 * 1_024;
/// Two files that begin with the same bytes are one: rotation appends, it does not change.
const FINGERPRINT: usize = 4 * 1_024;
/// gzip may blow a byte up to a thousand; so much at a time stays below 9 MB.
const GZIP_PIECE: usize = 8 * 1_024;

/// Reads any number of files and measures them together.
pub struct LogReader {
    wanted: Option<Format>,
    measure: Measure,
    files: Vec<FileRead>,
    broken: [u64; Broken::VARIANTS.len()],
    /// Files by how they begin.
    seen: BTreeMap<u64, usize>,
    open: Option<Open>,
}

/// The file that is being read.
struct Open {
    source: Source,
    head: Vec<u8>,
    lines: Lines,
}

enum Source {
    /// Nothing has come yet, or a single byte.
    Unknown(Vec<u8>),
    Plain,
    Gzip(Box<MultiGzDecoder<Vec<u8>>>),
    /// Nothing more of this file is read.
    Skipped,
}

enum Lines {
    Undecided,
    Of(Format, w3c::Columns, Splitter),
}

impl LogReader {
    /// A reader that recognises the format of each file, or takes all for one.
    pub fn new(wanted: Option<Format>) -> Self {
        Self {
            wanted,
            measure: Measure::new(),
            files: Vec::new(),
            broken: [0; Broken::VARIANTS.len()],
            seen: BTreeMap::new(),
            open: None,
        }
    }

    /// Begins a file.
    pub fn begin(&mut self, name: &str) {
        self.finish();
        self.files.push(FileRead::new(name));
        self.measure.next_file();
        self.open = Some(Open { source: Source::Unknown(Vec::new()), head: Vec::new(), lines: Lines::Undecided });
    }

    /// Takes the next piece of the file.
    pub fn feed(&mut self, bytes: &[u8]) {
        let Some(mut open) = self.open.take() else { return };
        self.take(&mut open, bytes);
        self.open = Some(open);
    }

    /// Ends the file.
    pub fn finish(&mut self) {
        let Some(mut open) = self.open.take() else { return };
        if let Source::Unknown(begun) = &mut open.source {
            let begun = std::mem::take(begun);
            open.source = Source::Plain;
            self.plain(&mut open, &begun);
        }
        if let Source::Gzip(decoder) = &mut open.source {
            let whole = decoder.try_finish();
            let rest = std::mem::take(decoder.get_mut());
            self.plain(&mut open, &rest);
            if whole.is_err() {
                self.damaged();
            }
        }
        if matches!(open.lines, Lines::Undecided) && !matches!(open.source, Source::Skipped) {
            self.decide(&mut open);
        }
        if let Lines::Of(format, columns, splitter) = &mut open.lines {
            let mut counter =
                Counter { measure: &mut self.measure, broken: &mut self.broken, file: self.files.last_mut() };
            splitter.finish(|piece| counter.take(*format, columns, piece));
        }
    }

    /// What was measured so far.
    pub fn traffic(&self) -> Traffic {
        Traffic::of(&self.measure, self.files.clone(), &self.broken)
    }

    /// A week of what was measured so far, to be lived through again; none where nothing ran PHP.
    pub fn replay(&self) -> Option<Replay> {
        let read: Vec<&str> = self.files.iter().filter(|file| file.lines > 0).map(|file| file.name.as_str()).collect();
        let files = if let [one] = read[..] { one.to_owned() } else { format!("{} logs", read.len()) };
        replay(&self.measure, &files)
    }

    fn take(&mut self, open: &mut Open, bytes: &[u8]) {
        match &mut open.source {
            Source::Skipped => {}
            Source::Plain => self.plain(open, bytes),
            Source::Unknown(begun) => {
                begun.extend_from_slice(bytes);
                if begun.len() < 2 {
                    return;
                }
                let begun = std::mem::take(begun);
                open.source = if begun.starts_with(b"\x1f\x8b") {
                    Source::Gzip(Box::new(MultiGzDecoder::new(Vec::new())))
                } else {
                    Source::Plain
                };
                self.take(open, &begun);
            }
            Source::Gzip(_) => {
                for piece in bytes.chunks(GZIP_PIECE) {
                    let Source::Gzip(decoder) = &mut open.source else { return };
                    let written = decoder.write_all(piece);
                    let mut text = std::mem::take(decoder.get_mut());
                    self.plain(open, &text);
                    if written.is_err() {
                        self.damaged();
                        open.source = Source::Skipped;
                        return;
                    }
                    if let Source::Gzip(decoder) = &mut open.source {
                        text.clear();
                        *decoder.get_mut() = text;
                    }
                }
            }
        }
    }

    fn plain(&mut self, open: &mut Open, bytes: &[u8]) {
        match &mut open.lines {
            Lines::Undecided => {
                open.head.extend_from_slice(bytes);
                if open.head.len() >= HEAD {
                    self.decide(open);
                }
            }
            Lines::Of(format, columns, splitter) => {
                let mut counter =
                    Counter { measure: &mut self.measure, broken: &mut self.broken, file: self.files.last_mut() };
                splitter.feed(bytes, |piece| counter.take(*format, columns, piece));
            }
        }
    }

    /// Decides what the file is, and reads what has come of it.
    fn decide(&mut self, open: &mut Open) {
        let head = std::mem::take(&mut open.head);
        let number = self.files.len().saturating_sub(1);
        let Some(file) = self.files.last_mut() else { return };
        if head.trim_ascii().is_empty() {
            file.refused = Some("empty".to_owned());
            open.source = Source::Skipped;
            return;
        }
        let begin = hash(&head[..head.len().min(FINGERPRINT)]);
        if let Some(earlier) = self.seen.get(&begin) {
            file.same_as = Some(*earlier);
            open.source = Source::Skipped;
            return;
        }
        self.seen.insert(begin, number);
        match self.wanted.map_or_else(|| recognise(&head), Ok) {
            Ok(format) => {
                file.format = Some(format);
                open.lines = Lines::Of(format, w3c::Columns::new(format), Splitter::default());
                self.plain(open, &head);
            }
            Err(why) => {
                file.refused = Some(why.to_owned());
                open.source = Source::Skipped;
            }
        }
    }

    fn damaged(&mut self) {
        if let Some(file) = self.files.last_mut() {
            file.damaged = true;
        }
    }
}

struct Counter<'a> {
    measure: &'a mut Measure,
    broken: &'a mut [u64; Broken::VARIANTS.len()],
    file: Option<&'a mut FileRead>,
}

impl Counter<'_> {
    fn take(&mut self, format: Format, columns: &mut w3c::Columns, piece: Piece<'_>) {
        let parsed = match piece {
            Piece::TooLong => Err(Broken::TooLong),
            Piece::Line(text) => match format {
                Format::Common | Format::Combined | Format::VirtualHost => common::line(text),
                Format::Json => json::line(text),
                Format::ApplicationLoadBalancer => elb::application(text),
                Format::ClassicLoadBalancer => elb::classic(text),
                Format::CloudFront | Format::Iis if columns.header(text) => return,
                Format::CloudFront | Format::Iis => columns.line(text),
            },
        };
        match parsed {
            Ok(line) => {
                self.measure.take(&line);
                if let Some(file) = &mut self.file {
                    file.lines += 1;
                }
            }
            Err(why) => {
                self.broken[why as usize] += 1;
                if let Some(file) = &mut self.file {
                    file.broken += 1;
                }
            }
        }
    }
}
