//! A short name for the content of files, to tell whether something has changed.

use std::path::{Path, PathBuf};

/// FNV-1a over the names and contents of all files given, folders with all that is in them.
/// What is missing counts as empty.
pub fn of(paths: &[PathBuf]) -> String {
    let mut files = Vec::new();
    paths.iter().for_each(|path| collect_files(path, &mut files));
    files.sort();
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for file in &files {
        let name = paths.iter().find_map(|path| file.strip_prefix(path).ok()).unwrap_or(file);
        let content = std::fs::read(file).unwrap_or_default();
        update(&mut hash, name.to_string_lossy().as_bytes());
        update(&mut hash, &content.len().to_le_bytes());
        update(&mut hash, &content);
    }
    format!("{hash:016x}")
}

fn collect_files(path: &Path, files: &mut Vec<PathBuf>) {
    match std::fs::read_dir(path) {
        Ok(entries) => entries.flatten().for_each(|entry| collect_files(&entry.path(), files)),
        Err(_) => files.push(path.to_path_buf()),
    }
}

fn update(hash: &mut u64, bytes: &[u8]) {
    for byte in bytes {
        *hash = (*hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_vectors_of_fnv_1a_hold() {
        let hash = |text: &str| {
            let mut hash = 0xcbf2_9ce4_8422_2325;
            update(&mut hash, text.as_bytes());
            hash
        };
        assert_eq!(hash(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(hash("foobar"), 0x8594_4171_f739_67e8);
    }
}
