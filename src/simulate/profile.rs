//! How much a town writes and supports, and when: Göteborgsförslaget, 1,208 proposals from January
//! 2017 to November 2022. Own aggregates of the city's export: numbers only.

use super::chance::Chance;

/// Proposals in the whole time.
pub(super) const PROPOSALS: usize = 1208;

/// Places of a distribution: of a thousand, so many have at most this much.
type Distribution = [(u64, u64); 11];

/// Votes on a proposal.
const VOTES: Distribution = [
    (0, 0),
    (10, 0),
    (50, 4),
    (100, 6),
    (250, 13),
    (500, 31),
    (750, 116),
    (900, 237),
    (950, 304),
    (990, 514),
    (1000, 1410),
];

/// Proposals in a month.
const MONTHS: Distribution =
    [(0, 3), (10, 3), (50, 5), (100, 6), (250, 9), (500, 13), (750, 17), (900, 23), (950, 29), (990, 177), (1000, 177)];

/// Proposals written in each hour of the day.
const HOURS: [usize; 24] = [17, 10, 1, 3, 0, 4, 9, 17, 60, 74, 78, 96, 81, 91, 87, 76, 81, 72, 66, 62, 66, 82, 46, 29];

/// What has this place of a thousand, read off a straight line between the places that are known.
fn at(distribution: &Distribution, per_mille: u64) -> u64 {
    let (mut low, mut least) = (0, 0);
    for (high, most) in *distribution {
        if high >= per_mille {
            return if high == low { most } else { least + (most - least) * (per_mille - low) / (high - low) };
        }
        (low, least) = (high, most);
    }
    least
}

/// How many support an idea.
pub(super) fn votes(chance: &Chance) -> usize {
    usize::try_from(at(&VOTES, chance.per_mille())).unwrap_or_default()
}

/// How many ideas are written on each of so many days. The months are the twelve evenly spaced
/// places of the distribution, in an order by chance.
pub(super) fn ideas_by_day(chance: &Chance, ideas: usize, days: usize) -> Vec<usize> {
    let mut months: Vec<u64> = (0..12).map(|month| at(&MONTHS, 1000 * (2 * month + 1) / 24)).collect();
    for place in (1..months.len()).rev() {
        months.swap(place, chance.below(place + 1));
    }
    let weights: Vec<usize> = months.iter().map(|month| usize::try_from(*month).unwrap_or_default()).collect();
    let whole: usize = weights.iter().sum();
    let mut counts = vec![0; days];
    for _ in 0..ideas {
        let month = place_of(&weights, chance.below(whole));
        let (first, end) = (month * days / 12, (month + 1) * days / 12);
        if let Some(count) = counts.get_mut(first + chance.below((end - first).max(1))) {
            *count += 1;
        }
    }
    counts
}

/// The minute of a day at which somebody writes.
pub(super) fn minute_of_day(chance: &Chance) -> i64 {
    let hour = place_of(&HOURS, chance.below(HOURS.iter().sum()));
    i64::try_from(hour).unwrap_or_default() * 60 + chance.minutes(60)
}

/// Where a number falls when the weights are laid one after the other.
fn place_of(weights: &[usize], mut number: usize) -> usize {
    for (place, weight) in weights.iter().enumerate() {
        if number < *weight {
            return place;
        }
        number -= weight;
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_places_are_met_and_what_lies_between_is_between() {
        for (place, votes) in &VOTES[1..] {
            assert_eq!(at(&VOTES, *place), *votes);
        }
        assert_eq!(at(&VOTES, 375), 22);
        assert_eq!(at(&MONTHS, 42), 4);
    }

    #[test]
    fn votes_are_as_many_on_average_as_they_were() {
        let chance = Chance::from_seed(7);
        let sum: usize = (0..20_000).map(|_| votes(&chance)).sum();

        // 87.8 in the data; straight lines between the places give a little more.
        assert!((80..=100).contains(&(sum / 20_000)), "{}", sum / 20_000);
    }

    #[test]
    fn every_idea_has_its_day_and_months_differ() {
        let counts = ideas_by_day(&Chance::from_seed(3), PROPOSALS, 365);

        assert_eq!(counts.len(), 365);
        assert_eq!(counts.iter().sum::<usize>(), PROPOSALS);
        let months: Vec<usize> = (0..12).map(|m| counts[m * 365 / 12..(m + 1) * 365 / 12].iter().sum()).collect();
        assert!(months.iter().max() > months.iter().min().map(|least| least * 3).as_ref(), "{months:?}");
    }

    #[test]
    fn people_write_by_day() {
        let chance = Chance::from_seed(5);
        let by_night = (0..1000).filter(|_| minute_of_day(&chance) < 6 * 60).count();

        assert!(by_night < 60, "{by_night}");
    }
}
