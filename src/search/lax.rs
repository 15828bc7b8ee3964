//! What a lax question may cost.

use super::wish::Wish;

/// Most entries of the word lists that a lax question reads: the rarest words first, and at least
/// one. Common words beside them would say little and cost more the larger the town is.
const MOST_LAX: u64 = 30_000;

/// The cheapest of the wishes, as many as [`MOST_LAX`] allows but at least one.
pub(super) fn affordable(mut wishes: Vec<Wish>) -> impl Iterator<Item = Wish> {
    wishes.sort_by_key(|wish| wish.cost);
    let mut left = MOST_LAX;
    let mut is_first = true;
    wishes.into_iter().map_while(move |wish| {
        let fits = wish.cost <= left || is_first;
        left = left.saturating_sub(wish.cost);
        is_first = false;
        fits.then_some(wish)
    })
}
