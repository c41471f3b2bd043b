//! Finds the known word somebody probably meant.

/// The nearest of some words, if one is near enough to be worth naming.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = (word.chars().count() / 3).max(2);
    // Of words equally far, the one that begins alike.
    let score = |other: &str| (distance(word, other), word.chars().next() != other.chars().next());
    known.into_iter().map(|other| (score(other), other)).filter(|((far, _), _)| *far <= allowed).min().map(|(_, other)| other)
}

/// Edits from one word to the other (Levenshtein).
fn distance(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.chars().count()).collect();
    for (line, a) in from.chars().enumerate() {
        let mut left = line + 1;
        let mut next = vec![left];
        for ((b, corner), above) in to.chars().zip(&row).zip(row.iter().skip(1)) {
            left = (corner + usize::from(a != b)).min(above + 1).min(left + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word_and_a_stranger_finds_none() {
        let known = ["public_url", "listen", "aliases"];
        assert_eq!(nearest("public_ulr", known), Some("public_url"));
        assert_eq!(nearest("listn", known), Some("listen"));
        assert_eq!(nearest("colour", known), None);
        assert_eq!((distance("", "abc"), distance("abc", ""), distance("kitten", "sitting")), (3, 3, 3));
    }
}
