//! A kit as one file: ZIP for people, a gzipped tar for a server's first start. No clock: the same kit is the same bytes.

use std::io::Write as _;

use flate2::{Compression, Crc, GzBuilder, write::DeflateEncoder};

use super::file::{Kit, KitFile, Mode};

/// The first day a ZIP file can name, 1 January 1980, in DOS's notation.
const DATE: u16 = 0x21;
/// Version 2.0 of the format, which knows deflated files and folders.
const VERSION: u16 = 20;
/// Names are UTF-8.
const UTF8: u16 = 1 << 11;
const DEFLATED: u16 = 8;

/// A kit as a ZIP file (PKWARE APPNOTE 6.3.10): everything in one folder, deflated, with the modes of Unix.
pub fn zip(kit: &Kit) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for file in &kit.files {
        let name = format!("{}/{}", kit.name, file.path);
        let packed = deflated(file.text.as_bytes());
        let mut crc = Crc::new();
        crc.update(file.text.as_bytes());
        let mut common = Vec::new();
        for field in [VERSION, UTF8, DEFLATED, 0, DATE] {
            common.extend(field.to_le_bytes());
        }
        for field in [crc.sum(), packed.len() as u32, file.text.len() as u32] {
            common.extend(field.to_le_bytes());
        }
        common.extend((name.len() as u16).to_le_bytes());
        common.extend(0_u16.to_le_bytes());
        let at = out.len() as u32;
        out.extend(0x0403_4b50_u32.to_le_bytes());
        out.extend(&common);
        out.extend(name.as_bytes());
        out.extend(packed);
        directory.extend(0x0201_4b50_u32.to_le_bytes());
        // Made on Unix, so that modes are read.
        directory.extend((3 << 8 | VERSION).to_le_bytes());
        directory.extend(common);
        for field in [0_u16, 0, 0] {
            directory.extend(field.to_le_bytes());
        }
        directory.extend(((0o100_000 | permissions(file)) << 16).to_le_bytes());
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (count, start, length) = (kit.files.len() as u16, out.len() as u32, directory.len() as u32);
    out.extend(directory);
    out.extend(0x0605_4b50_u32.to_le_bytes());
    for field in [0, 0, count, count] {
        out.extend(field.to_le_bytes());
    }
    out.extend(length.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend(0_u16.to_le_bytes());
    out
}

const fn permissions(file: &KitFile) -> u32 {
    match file.mode {
        Mode::Plain => 0o644,
        Mode::Executable => 0o755,
    }
}

/// Writing into memory does not fail.
fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

/// Files as a gzipped tar (POSIX ustar).
pub(super) fn tar_gz<'a>(files: impl Iterator<Item = &'a KitFile>) -> Vec<u8> {
    let mut tar = Vec::new();
    for file in files {
        let mut header = [0_u8; 512];
        let mut put = |at: usize, text: &str| {
            if let Some(place) = header.get_mut(at..at + text.len()) {
                place.copy_from_slice(text.as_bytes());
            }
        };
        put(0, &file.path);
        put(100, &format!("{:07o}", permissions(file)));
        put(108, "0000000");
        put(116, "0000000");
        put(124, &format!("{:011o}", file.text.len()));
        put(136, "00000000000");
        put(148, "        ");
        put(156, "0");
        put(257, "ustar");
        put(263, "00");
        let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
        let mut put = |at: usize, text: &str| {
            if let Some(place) = header.get_mut(at..at + text.len()) {
                place.copy_from_slice(text.as_bytes());
            }
        };
        put(148, &format!("{sum:06o}"));
        header[154] = 0;
        tar.extend(header);
        tar.extend(file.text.as_bytes());
        tar.resize(tar.len().next_multiple_of(512), 0);
    }
    tar.resize(tar.len() + 1_024, 0);
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    let _ = encoder.write_all(&tar);
    encoder.finish().unwrap_or_default()
}
