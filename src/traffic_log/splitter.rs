//! Pieces of a file made into lines.

/// The longest line that is read; nginx takes requests of up to 32 KiB, and a line has a referrer too.
pub(super) const LONGEST: usize = 64 * 1_024;

/// Holds what of a line has come.
#[derive(Default)]
pub(super) struct Splitter {
    begun: Vec<u8>,
    dropping: usize,
}

/// A line, or how long one was that was too long to keep.
pub(super) enum Piece<'a> {
    Line(&'a [u8]),
    TooLong,
}

impl Splitter {
    /// Takes a piece and hands on every line that is whole.
    pub(super) fn feed(&mut self, mut bytes: &[u8], mut take: impl FnMut(Piece<'_>)) {
        while let Some(end) = memchr::memchr(b'\n', bytes) {
            let (line, rest) = bytes.split_at(end);
            bytes = &rest[1..];
            if self.begun.is_empty() && self.dropping == 0 {
                hand_on(line, &mut take);
            } else {
                self.keep(line);
                self.finish(&mut take);
            }
        }
        self.keep(bytes);
    }

    /// Hands on a last line without its end.
    pub(super) fn finish(&mut self, mut take: impl FnMut(Piece<'_>)) {
        if self.dropping > 0 {
            take(Piece::TooLong);
        } else {
            hand_on(&self.begun, &mut take);
        }
        self.dropping = 0;
        self.begun.clear();
    }

    fn keep(&mut self, bytes: &[u8]) {
        if self.dropping > 0 || self.begun.len() + bytes.len() > LONGEST {
            self.dropping += self.begun.len() + bytes.len();
            self.begun.clear();
        } else {
            self.begun.extend_from_slice(bytes);
        }
    }
}

/// Without what Windows and editors add; an empty line is none.
fn hand_on(line: &[u8], take: &mut impl FnMut(Piece<'_>)) {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    if line.len() > LONGEST {
        take(Piece::TooLong);
    } else if !line.is_empty() {
        take(Piece::Line(line));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &[u8], piece: usize) -> Vec<Option<Vec<u8>>> {
        let mut splitter = Splitter::default();
        let mut found = Vec::new();
        let mut take = |piece: Piece<'_>| {
            found.push(match piece {
                Piece::Line(line) => Some(line.to_vec()),
                Piece::TooLong => None,
            });
        };
        for bytes in text.chunks(piece) {
            splitter.feed(bytes, &mut take);
        }
        splitter.finish(&mut take);
        found
    }

    #[test]
    fn lines_are_the_same_however_the_file_is_cut() {
        let mut text = b"\xef\xbb\xbfone\r\ntwo\n\n".to_vec();
        text.extend(vec![b'x'; LONGEST + 1]);
        text.extend(b"\nlast");
        let whole = lines(&text, text.len());
        assert_eq!(whole, [Some(b"one".to_vec()), Some(b"two".to_vec()), None, Some(b"last".to_vec())]);
        for piece in [1, 2, 3, 7, 1_000, LONGEST] {
            assert_eq!(lines(&text, piece), whole, "{piece}");
        }
    }
}
