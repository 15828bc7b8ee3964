DROP TABLE ballot_counts;
DROP TABLE ballot_rolls;
DROP TABLE ballots;
