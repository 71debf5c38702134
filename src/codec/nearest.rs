/// The known word nearest to one that is not known, if any is near enough to have been meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.chars().take(40).map(|letter| letter.to_ascii_lowercase()).collect();
    let limit = (word.len() / 3).max(1);
    known
        .into_iter()
        // So much longer or shorter is so far away at least.
        .filter(|candidate| candidate.chars().count().abs_diff(word.len()) <= limit)
        .map(|candidate| (distance(&word, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How many letters have to be put in, taken out, changed or swapped with their neighbour (Damerau 1964).
fn distance(word: &[char], candidate: &str) -> usize {
    let candidate: Vec<char> = candidate.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=candidate.len()).collect();
    for (i, letter) in word.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, other) in candidate.iter().enumerate() {
            let changed = above[j] + usize::from(letter != other);
            let swapped = if i > 0 && j > 0 && word[i - 1] == *other && candidate[j - 1] == *letter {
                before[j - 1] + 1
            } else {
                usize::MAX
            };
            row.push(changed.min(above[j + 1] + 1).min(row[j] + 1).min(swapped));
        }
        before = above;
        above = row;
    }
    above[candidate.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_recognised_and_another_word_is_not() {
        let known = ["visits", "budget", "media", "media_growth", "zone"];
        let found = |word| nearest(word, known);
        assert_eq!(found("vists"), Some("visits"));
        assert_eq!(found("Budgte"), Some("budget"));
        assert_eq!(found("mediagrowth"), Some("media_growth"));
        assert_eq!(found("availability"), None);
        assert_eq!(found(""), None);
    }
}
