//! What a lax question may cost.

use tantivy::query::Query;

/// Most entries of the word lists that a lax question reads: the rarest words first, and at least
/// one. Common words beside them would say little and cost more the larger the town is.
const MOST_LAX: u64 = 30_000;

/// The cheapest of the queries, as many as [`MOST_LAX`] allows but at least one.
pub(super) fn affordable(mut wishes: Vec<(u64, Box<dyn Query>)>) -> Vec<Box<dyn Query>> {
    wishes.sort_by_key(|(cost, _)| *cost);
    let mut left = MOST_LAX;
    let mut is_first = true;
    let within = |(cost, query): (u64, Box<dyn Query>)| {
        let fits = cost <= left || is_first;
        left = left.saturating_sub(cost);
        is_first = false;
        fits.then_some(query)
    };
    wishes.into_iter().map_while(within).collect()
}
