//! How many comments each post has: a few have hundreds, most have one or none (Zipf's law with a soft exponent).

/// How steep the fall is.
const EXPONENT: f64 = 0.8;
/// The most comments one post gets; what it had above goes to others.
const MOST: u32 = 2000;
/// A prime beyond any town, to shuffle posts without a table.
const PRIME: u64 = 2_147_483_647;

/// The comments of each post; together as many as posts.
pub fn shares(posts: usize) -> Vec<u32> {
    let count = posts as u64;
    let whole: f64 = (1..=count).map(weight).sum();
    let mut shares: Vec<u32> = (0..count).map(|number| share(rank(number, count), count, whole)).collect();
    let mut left = count - shares.iter().map(|share| u64::from(*share)).sum::<u64>().min(count);
    // What rounding and the limit left over goes one by one to the posts in their order of rank.
    while left > 0 {
        for (number, share) in (0..count).zip(&mut shares) {
            if left > 0 && rank(number, count) <= left.max(count / 3) && *share < MOST {
                *share += 1;
                left -= 1;
            }
        }
    }
    shares
}

#[allow(clippy::cast_precision_loss, reason = "ranks are far below 2^52")]
fn weight(rank: u64) -> f64 {
    (rank as f64).powf(-EXPONENT)
}

#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded by MOST")]
fn share(rank: u64, count: u64, whole: f64) -> u32 {
    ((count as f64 * weight(rank) / whole) as u32).min(MOST)
}

/// The place of a post in the order of loudness, from 1: every place once.
fn rank(number: u64, count: u64) -> u64 {
    (u128::from(number) * u128::from(PRIME) % u128::from(count)) as u64 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_as_many_comments_as_posts_and_they_lie_unevenly() {
        for posts in [1, 7, 100, 1_000, 100_000] {
            let shares = shares(posts);
            assert_eq!(shares.iter().map(|share| u64::from(*share)).sum::<u64>(), posts as u64);
        }
        let shares = shares(100_000);
        assert!(shares.iter().max().unwrap() >= &1000);
        assert!(shares.iter().filter(|share| **share == 0).count() > 30_000);
        let first: u32 = shares[..50_000].iter().sum();
        assert!((30_000..70_000).contains(&first), "the loud posts all lie together: {first}");
    }
}
