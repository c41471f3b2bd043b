//! What a new password must not be. The hashing is `kit::password`'s.

use kit::error::FieldErrors;
use kit::password::MAX_LENGTH;
use kit::text::fold;

/// Fewer characters than this are refused (the town may ask for more).
pub const MIN_LENGTH: usize = 10;

/// Faults of a new password. `own` are words that must not be most of it: name, handle, address.
pub fn check_password(field: &'static str, password: &str, own: &[&str], min: usize, errors: &mut FieldErrors) {
    let length = password.chars().count();
    let min = min.max(MIN_LENGTH);
    let folded = fold(password);
    let distinct = folded.chars().collect::<std::collections::BTreeSet<_>>().len();
    if length < min {
        errors.add_with(field, "error-password-short", vec![("min", min.to_string())]);
    } else if length > MAX_LENGTH {
        errors.add(field, "error-password-long");
    } else if distinct < 5 || COMMON.iter().any(|common| folded.contains(common) && folded.len() < common.len() + 6) {
        errors.add(field, "error-password-common");
    } else if own.iter().map(|word| fold(word)).any(|word| word.len() >= 4 && folded.contains(&word) && folded.len() < word.len() + 6) {
        errors.add(field, "error-password-own");
    }
}

/// Beginnings of what people choose when they are not asked twice.
const COMMON: &[&str] = &[
    "password",
    "12345678",
    "qwertyui",
    "qwerty",
    "abcdefg",
    "iloveyou",
    "ciaociao",
    "francesco",
    "juventus",
    "palermo",
    "letmein",
    "welcome",
    "benvenut",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(password: &str) -> Vec<&'static str> {
        let mut errors = FieldErrors::default();
        check_password("password", password, &["giulia", "giulia.sanfilippo@example.org"], 10, &mut errors);
        errors.iter().map(|error| error.key).collect()
    }

    #[test]
    fn short_common_and_own_passwords_are_refused_with_their_reason() {
        assert_eq!(faults("corta"), ["error-password-short"]);
        assert_eq!(faults("Password123"), ["error-password-common"]);
        assert_eq!(faults("aaaaaaaaaaaa"), ["error-password-common"]);
        assert_eq!(faults("giulia2028"), ["error-password-own"]);
        assert_eq!(faults("tre barche sul golfo"), Vec::<&str>::new());
    }
}
