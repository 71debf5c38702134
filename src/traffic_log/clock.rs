//! When a request was made, as logs write it.

use std::io::Read as _;

use flate2::bufread::MultiGzDecoder;

/// A moment: seconds since 1970 in UTC, and how far the log's own clock was ahead of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Seconds since 1970, in UTC.
    pub(super) utc: u32,
    /// Minutes the log's clock was ahead of UTC.
    pub(super) offset: i16,
}

/// 1995: before it nobody kept access logs.
const EARLIEST: i64 = 788_918_400;
/// 2100, and the last day that 32 bits hold is later.
const LATEST: i64 = 4_102_444_800;

const DAY: i64 = 86_400;

impl Stamp {
    fn new(seconds: i64, offset: i64) -> Option<Self> {
        let utc = seconds - offset * 60;
        (EARLIEST..LATEST).contains(&utc).then_some(())?;
        Some(Self { utc: u32::try_from(utc).ok()?, offset: i16::try_from(offset).ok()? })
    }

    /// A number of seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by its size.
    pub(super) fn epoch(value: f64) -> Option<Self> {
        let scale = match value {
            v if v < 1e11 => 1.0,
            v if v < 1e14 => 1e3,
            v if v < 1e17 => 1e6,
            _ => 1e9,
        };
        Self::new((value / scale).floor() as i64, 0)
    }

    /// `18/Sep/2013:06:49:18 +0000`, as Apache and nginx write it; without an offset it is taken for UTC.
    pub(super) fn common(text: &[u8]) -> Option<Self> {
        let [d1, d2, b'/', m1, m2, m3, b'/', y1, y2, y3, y4, b':', clock @ ..] = text else { return None };
        let months = b"JanFebMarAprMayJunJulAugSepOctNovDec";
        let month = months.as_chunks::<3>().0.iter().position(|name| name == &[*m1, *m2, *m3])? as i64 + 1;
        let year = pair(*y1, *y2)? * 100 + pair(*y3, *y4)?;
        let (seconds, rest) = time_of_day(clock)?;
        Self::new(days(year, month, pair(*d1, *d2)?)? * DAY + seconds, offset(rest)?)
    }

    /// `2018-07-02T22:23:00.186641Z`, also with a space, without fraction, with an offset or with none, which is UTC.
    pub(super) fn iso(text: &[u8]) -> Option<Self> {
        let (date, rest) = text.split_at_checked(10)?;
        let [b'T' | b't' | b' ', clock @ ..] = rest else { return None };
        let (seconds, rest) = time_of_day(clock)?;
        let fraction = rest.iter().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')).count();
        Self::new(iso_date(date)? + seconds, offset(&rest[fraction..])?)
    }

    /// A date and a time of day in columns of their own, in UTC.
    pub(super) fn columns(date: &[u8], clock: &[u8]) -> Option<Self> {
        Self::new(iso_date(date)? + time_of_day(clock)?.0, 0)
    }

    /// The minute since 1970.
    pub(super) const fn minute(self) -> u32 {
        self.utc / 60
    }

    /// Minutes since Monday 00:00 by the log's own clock.
    pub(super) const fn local_minute_of_week(self) -> u32 {
        // 1 January 1970 was a Thursday.
        let minutes = self.utc as i64 / 60 + self.offset as i64 + 3 * 1_440;
        minutes.rem_euclid(10_080) as u32
    }
}

/// The first second a log speaks of that begins with these bytes, packed or not, to put files into order: rotated logs
/// continue one another.
pub fn first_second(head: &[u8]) -> Option<u32> {
    if head.starts_with(b"\x1f\x8b") {
        let mut text = Vec::new();
        // The archive is cut off on purpose: what can be unpacked of it is enough.
        let _ = MultiGzDecoder::new(head).take(64 * 1_024).read_to_end(&mut text);
        return first_line_with_time(&text);
    }
    first_line_with_time(head)
}

fn first_line_with_time(head: &[u8]) -> Option<u32> {
    head.split(|byte| *byte == b'\n').take(20).find_map(|line| {
        let bracket = || {
            let start = memchr::memchr(b'[', line)? + 1;
            Stamp::common(line[start..].split(|byte| *byte == b']').next()?)
        };
        let words = || {
            let w3c = |line: &[u8]| Stamp::iso(line.get(..19)?);
            let tabbed: Vec<u8> = line.iter().take(40).map(|b| if *b == b'\t' { b' ' } else { *b }).collect();
            w3c(&tabbed).or_else(|| tabbed.split(|byte| *byte == b' ').take(2).find_map(Stamp::iso))
        };
        bracket().or_else(words).map(|stamp| stamp.utc)
    })
}

fn pair(tens: u8, ones: u8) -> Option<i64> {
    (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| i64::from(tens - b'0') * 10 + i64::from(ones - b'0'))
}

fn iso_date(text: &[u8]) -> Option<i64> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    Some(days(pair(*y1, *y2)? * 100 + pair(*y3, *y4)?, pair(*m1, *m2)?, pair(*d1, *d2)?)? * DAY)
}

/// Seconds since midnight, and what stands behind them.
fn time_of_day(text: &[u8]) -> Option<(i64, &[u8])> {
    let [h1, h2, b':', m1, m2, b':', s1, s2, rest @ ..] = text else { return None };
    let (hours, minutes, seconds) = (pair(*h1, *h2)?, pair(*m1, *m2)?, pair(*s1, *s2)?);
    // A leap second is written as 60.
    (hours < 24 && minutes < 60 && seconds <= 60).then_some((hours * 3_600 + minutes * 60 + seconds, rest))
}

/// Minutes ahead of UTC: `+0100`, `-05:30`, `Z`, or nothing.
fn offset(text: &[u8]) -> Option<i64> {
    let (sign, digits) = match text.trim_ascii() {
        [] | [b'Z' | b'z'] => return Some(0),
        [b'+', digits @ ..] => (1, digits),
        [b'-', digits @ ..] => (-1, digits),
        _ => return None,
    };
    let ([h1, h2, m1, m2] | [h1, h2, b':', m1, m2]) = digits else { return None };
    let (hours, minutes) = (pair(*h1, *h2)?, pair(*m1, *m2)?);
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

/// Days from 1 January 1970 (Howard Hinnant, chrono-compatible low-level date algorithms, `days_from_civil`).
const fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    if month < 1 || month > 12 || day < 1 || day > 31 {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some(era * 146_097 + day_of_era - 719_468)
}

/// A date as people read it, from days since 1970: the inverse of `days` (`civil_from_days`, the same source).
pub(super) fn date(days: u32) -> String {
    let shifted = i64::from(days) + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `date -u -d @1379486958`: 2013-09-18 06:49:18.
    #[test]
    fn times_are_read_as_every_format_writes_them() {
        let wanted = Some(Stamp { utc: 1_379_486_958, offset: 0 });
        assert_eq!(Stamp::common(b"18/Sep/2013:06:49:18 +0000"), wanted);
        assert_eq!(Stamp::common(b"18/Sep/2013:06:49:18"), wanted);
        assert_eq!(Stamp::iso(b"2013-09-18T06:49:18.186641Z"), wanted);
        assert_eq!(Stamp::iso(b"2013-09-18 06:49:18"), wanted);
        assert_eq!(Stamp::columns(b"2013-09-18", b"06:49:18"), wanted);
        for value in [1_379_486_958.0, 1_379_486_958_123.0, 1_379_486_958_123_456.0, 1.379_486_958_123_456_7e18] {
            assert_eq!(Stamp::epoch(value), wanted, "{value}");
        }
        let ahead = Some(Stamp { utc: 1_379_486_958, offset: 120 });
        assert_eq!(Stamp::common(b"18/Sep/2013:08:49:18 +0200"), ahead);
        assert_eq!(Stamp::iso(b"2013-09-18T08:49:18+02:00"), ahead);
        let behind = Stamp::common(b"18/Sep/2013:01:19:18 -0530");
        assert_eq!(behind, Some(Stamp { utc: 1_379_486_958, offset: -330 }));
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in ["", "-", "18/Xyz/2013:06:49:18 +0000", "18/Sep/2013:26:49:18 +0000", "18/Sep/0013:06:49:18 +0000"]
        {
            assert_eq!(Stamp::common(text.as_bytes()), None, "{text}");
        }
        assert_eq!(
            (Stamp::iso(b"2013-13-18T06:49:18Z"), Stamp::epoch(-1.0), Stamp::epoch(f64::NAN)),
            (None, None, None)
        );
    }

    #[test]
    fn days_are_counted_over_leap_years_and_back() {
        for (year, month, day, since) in
            [(1970, 1, 1, 0), (2000, 2, 29, 11_016), (2024, 12, 31, 20_088), (2100, 3, 1, 47_541)]
        {
            assert_eq!(days(year, month, day), Some(since));
            assert_eq!(date(since as u32), format!("{year:04}-{month:02}-{day:02}"));
        }
    }

    /// 18 September 2013 was a Wednesday.
    #[test]
    fn a_week_begins_on_monday_by_the_logs_own_clock() {
        let at = |offset| Stamp { utc: 1_379_486_958, offset }.local_minute_of_week();
        assert_eq!(at(0), 2 * 1_440 + 6 * 60 + 49);
        assert_eq!(at(-420), 1_440 + 23 * 60 + 49);
    }

    #[test]
    fn files_are_put_into_order_by_the_first_time_in_them() {
        assert_eq!(first_second(b"garbage\n1.2.3.4 - - [18/Sep/2013:06:49:18 +0000] \"GET"), Some(1_379_486_958));
        assert_eq!(first_second(b"#Version: 1.0\n2013-09-18\t06:49:18\tLAX1"), Some(1_379_486_958));
        assert_eq!(first_second(b"https 2013-09-18T06:49:18.186641Z app/x"), Some(1_379_486_958));
        assert_eq!(first_second(b"nothing"), None);
    }
}
